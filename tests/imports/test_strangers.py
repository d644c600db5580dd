"""Three conferences as strangers would write them down, from the schema and its page alone.

A convention that votes by state, librarians in parallel sections, and a forum in Korean and Arabic in the year 115 of
Juche.
"""

from __future__ import annotations

from pathlib import Path

import flask_migrate
import pytest

from confapp.db import db
from confapp.imports.exporting import give_case
from confapp.imports.loading import load_bytes, load_file
from confapp.imports.operations import Outcome, import_case
from confapp.imports.publishing import publish_case
from confapp.imports.writing import write_yaml
from confapp.proceedings.verify import verify_file
from tests.plugins.application import make_app
from tests.site.walking import Walk

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
NAMES = [file.stem for file in FILES]
# A letter whose sender wants it kept back, with its sender; a document under embargo; a draft.
KEPT_BACK = ("PRIVATE", "رابطة الكتاب", "EMBARGOED", "내부보고", "DRAFT")


@pytest.fixture(scope="module", params=FILES, ids=NAMES)
def file(request):
    return load_file(request.param)


@pytest.fixture(scope="module")
def shelf(file, new_database, tmp_path_factory):
    """An application with this conference alone, published; what it exports, and its edition."""
    application = make_app(tmp_path_factory.mktemp("stranger"), new_database(f"s{FILES.index(Path(file.name))}"))
    with application.app_context():
        flask_migrate.upgrade()
        conference, _outcome = import_case(file)
        content = publish_case(conference).content
        exported = write_yaml(give_case(conference))
        db.session.commit()
    yield application, exported, content
    with application.app_context():
        db.engine.dispose()


def test_it_is_the_same_again(shelf, file):
    with shelf[0].app_context():
        assert import_case(file)[1] is Outcome.UNCHANGED


def test_what_is_exported_is_the_same_conference(shelf):
    with shelf[0].app_context():
        assert import_case(load_bytes(shelf[1].encode()))[1] is Outcome.UNCHANGED


@pytest.mark.usefixtures("app")
def test_imported_elsewhere_it_exports_the_same(shelf):
    conference, _outcome = import_case(load_bytes(shelf[1].encode()))
    assert write_yaml(give_case(conference)) == shelf[1]


def test_its_edition_is_sound(shelf, tmp_path):
    (tmp_path / "edition.json").write_bytes(shelf[2])
    assert verify_file(tmp_path / "edition.json").ok


@pytest.fixture(scope="module")
def walk(shelf):
    return Walk(shelf[0].test_client(), "http://127.0.0.1:8000", "en")


def test_every_page_of_it_answers(walk):
    assert [f"{page.address}: {page.status}" for page in walk.pages.values() if page.status != 200] == []


def test_nothing_that_is_kept_back_is_shown(shelf, walk):
    shown = [page.body for page in walk.pages.values()]
    assert [word for word in KEPT_BACK if any(word.encode() in body for body in [shelf[2], *shown])] == []
