"""Conferences to check, made by the real operations, and sentences with faults of our own."""

from __future__ import annotations

from collections.abc import Iterator

import flask_migrate
import pytest
from flask import Flask

from confapp.checks import queries
from confapp.checks.findings import Severity
from confapp.checks.running import check, findings_of
from confapp.checks.texts import Text
from confapp.conferences.models import Conference, ConferenceFormat
from confapp.conferences.queries import conference_by_slug
from confapp.db import db
from confapp.imports.loading import load_file
from confapp.imports.operations import import_case
from confapp.resources import PACKAGE
from tests.builders import a_conference
from tests.plugins.application import make_app


@pytest.fixture
def said(app):
    """A text of our own in a language, as a check is given it."""

    def say(text: str, language: str = "en", *, source=None, is_printed: bool = False) -> Text:
        return Text(None, "decisions/d1#text", text, language, source, is_printed=is_printed)

    return say


@pytest.fixture
def conference(app) -> Conference:
    """One with nothing wrong in it: a place, a zone and its days."""
    return a_conference(
        "Conference of Secretariats",
        place="Vienna",
        zone="Europe/Vienna",
        format=ConferenceFormat.IN_PERSON,
        languages=["en"],
    )


@pytest.fixture
def found(conference):
    """The findings of some codes, as pairs of severity and message; with no code, of all."""

    def find(*codes: str) -> list[tuple[str, str]]:
        return [(one.severity.value, one.message) for one in findings_of(conference) if not codes or one.code in codes]

    return find


@pytest.fixture
def grave(conference):
    """The codes of whatever is more than a hint."""

    def find() -> list[str]:
        material = queries.material_of(conference)
        return [one.code for one in check(material) if one.severity is not Severity.INFO]

    return find


@pytest.fixture(scope="session")
def both(new_database, tmp_path_factory) -> Iterator[Flask]:
    """An application with the conferences of 1884 and 2021. Only to look at."""
    application = make_app(tmp_path_factory.mktemp("checked"), new_database("checked"))
    with application.app_context():
        flask_migrate.upgrade()
        for name in ("meridian-1884", "second-organizing-conference-2021"):
            import_case(load_file(PACKAGE / "imports" / "cases" / f"{name}.yaml"))
        db.session.commit()
    yield application
    with application.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def checked(both):
    """The findings of a conference, by its slug."""
    with both.app_context():
        slugs = ("meridian-1884", "second-organizing-conference-2021")
        return {slug: findings_of(conference_by_slug(slug)) for slug in slugs}
