"""Two published conferences in one database: the one of 1884, and one in other scripts, right to left, and too long."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from confapp.resources import PACKAGE
from tests.plugins.browsers import confapp

MERIDIAN = PACKAGE / "imports" / "cases" / "meridian-1884.yaml"
ISLANDS = Path(__file__).parents[1] / "journeys" / "cases" / "islands-2021.yaml"


@dataclass(frozen=True)
class Library:
    """An instance folder, and where its rows are: an empty address means in the folder."""

    instance: Path
    database_url: str = ""


def put_on_shelves(demonstration: Path, folder: Path) -> Library:
    """The demonstration with the second conference beside it, in a folder of its own."""
    shutil.copytree(demonstration, folder, dirs_exist_ok=True)
    confapp("case", "import", str(ISLANDS), "--publish", instance=folder)
    return Library(folder)


@pytest.fixture(scope="session")
def library(request, database_kind, tmp_path_factory) -> Library:
    """Both conferences, imported by the real command; where the suite keeps its rows."""
    folder = tmp_path_factory.mktemp("library")
    if database_kind == "sqlite":
        return put_on_shelves(request.getfixturevalue("demonstration"), folder)
    library = Library(folder, request.getfixturevalue("new_database")("library"))
    for command in (
        ("db", "upgrade"),
        ("case", "import", str(MERIDIAN), "--publish"),
        ("case", "import", str(ISLANDS), "--publish"),
    ):
        confapp(*command, instance=folder, CONFAPP_DATABASE_URL=library.database_url)
    return library
