"""Both conferences of the package, imported once, and the example of the documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import flask_migrate
import pytest
from flask import Flask
from ruamel.yaml import YAML

from confapp.db import db
from confapp.imports.loading import CaseFile, load_bytes, load_file
from confapp.imports.nodes import Scalar, Sequence
from confapp.imports.operations import import_case
from confapp.imports.publishing import publish_case
from confapp.resources import PACKAGE
from tests.plugins.application import make_app

ROOT = PACKAGE.parent
SHARED = ROOT.parent / "shared" / "cases"
FOLDER = PACKAGE / "imports"
CASES = FOLDER / "cases"
MERIDIAN = CASES / "meridian-1884.yaml"
ORGANIZING = CASES / "second-organizing-conference-2021.yaml"
EXAMPLE = re.search(r"```yaml\n(.*?)```", (FOLDER / "FORMAT.md").read_text("utf-8"), re.DOTALL)[1]
SMALLEST = b"format: confapp-case/2\nslug: s\nlanguage: en\nconference: {name: A conference}\n"


@pytest.fixture(scope="session")
def meridian() -> CaseFile:
    return load_file(MERIDIAN)


@pytest.fixture(scope="session")
def organizing() -> CaseFile:
    return load_file(ORGANIZING)


@pytest.fixture
def example() -> CaseFile:
    return load_bytes(EXAMPLE.encode(), name="example.yaml")


@pytest.fixture(scope="session")
def both(new_database, tmp_path_factory, meridian, organizing) -> Iterator[Flask]:
    """An application with the conference of 1884, published, and that of 2021. Only to look at."""
    application = make_app(tmp_path_factory.mktemp("both"), new_database("both"))
    with application.app_context():
        flask_migrate.upgrade()
        conference, _outcome = import_case(meridian)
        publish_case(conference)
        import_case(organizing)
        db.session.commit()
    yield application
    with application.app_context():
        db.engine.dispose()


@pytest.fixture
def looking(both) -> Iterator[Flask]:
    """Inside the application with both conferences."""
    with both.app_context():
        yield both
        db.session.rollback()


def shown(node):
    """A node as plain data; what may be more than text stands in angle brackets."""
    if isinstance(node, Scalar):
        return f"<{node.text}>" if node.is_plain else node.text
    if isinstance(node, Sequence):
        return [shown(item) for item in node.items]
    return {key: shown(item) for key, item in node.items.items()}


@pytest.fixture(scope="session")
def facts_1884() -> dict:
    return shared("meridian-1884.yaml")


@pytest.fixture(scope="session")
def facts_2021() -> dict:
    return shared("second-organizing-conference-2021.yaml")


def shared(name: str) -> dict:
    """The source facts of a case, which lie beside the checkout and not in it."""
    if not (SHARED / name).exists():
        pytest.skip(f"the source facts are not beside the checkout ({SHARED / name})")
    return YAML(typ="safe", pure=True).load(SHARED / name)
