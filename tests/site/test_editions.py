"""The files of an edition."""

from __future__ import annotations

import json
import threading
import time

import pytest

from confapp.conferences.models import Conference
from confapp.conferences.operations import make_private
from confapp.config import current
from confapp.db import db
from confapp.proceedings import shelf
from confapp.proceedings.exports.formats import FORMATS, Format
from confapp.proceedings.models import EditionState
from confapp.proceedings.verify import verify_document
from tests.proceedings import samples
from tests.site.editions import a_published_conference, publish

URL = "/proceedings/meridian-1884/editions/1"


@pytest.fixture
def edition(app):
    return publish(a_published_conference())


@pytest.fixture
def quick_pdf(monkeypatch):
    """A form that takes its time without taking the machine's, and counts how often it was made."""
    made = []

    def write(content, url):
        time.sleep(0.2)
        made.append(url)
        return b"%PDF-1.7 " + content[:10]

    monkeypatch.setitem(FORMATS, "pdf", Format(".pdf", "application/pdf", write))
    folder = current().instance / shelf.FOLDER
    for path in folder.glob("*.pdf") if folder.exists() else ():
        path.unlink()
    return made


def test_signed_file_is_answered_to_the_byte(client, edition):
    answer = client.get(f"{URL}.json")
    assert answer.data == edition.content
    assert answer.content_type == "application/json"
    assert verify_document(answer.data).problems == []


@pytest.mark.parametrize(
    ("suffix", "content_type", "start"),
    [
        ("bib", "application/x-bibtex; charset=utf-8", "@proceedings{meridian-1884-1,"),
        ("ris", "application/x-research-info-systems; charset=utf-8", "TY  - CONF\r\n"),
        ("csl.json", "application/vnd.citationstyles.csl+json", "[\n"),
    ],
)
def test_citations_are_files_of_their_own_types(client, edition, suffix, content_type, start):
    answer = client.get(f"{URL}.{suffix}")
    assert (answer.content_type, answer.text[: len(start)]) == (content_type, start)
    assert f"http://127.0.0.1:8000{URL}/" in answer.text


def test_files_are_named_for_whoever_saves_them(client, edition):
    assert client.get(f"{URL}.json").headers["Content-Disposition"] == 'inline; filename="meridian-1884-1.json"'


@pytest.mark.parametrize("suffix", ["json", "bib"])
def test_file_that_a_reader_has_is_not_sent_again(client, edition, suffix):
    first = client.get(f"{URL}.{suffix}")
    again = client.get(f"{URL}.{suffix}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert first.headers["Cache-Control"] == "public, max-age=86400"


def test_pdf_is_a_pdf(client, edition):
    answer = client.get(f"{URL}.pdf")
    assert (answer.status_code, answer.content_type, answer.data[:5]) == (200, "application/pdf", b"%PDF-")


def test_pdf_is_made_once(client, edition, quick_pdf):
    first, second = client.get(f"{URL}.pdf"), client.get(f"{URL}.pdf")
    assert quick_pdf == [f"http://127.0.0.1:8000{URL}/"]
    assert first.data == second.data
    assert client.get(f"{URL}.pdf", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_part_of_a_pdf_can_be_asked_for(client, edition, quick_pdf):
    answer = client.get(f"{URL}.pdf", headers={"Range": "bytes=0-3"})
    assert (answer.status_code, answer.data) == (206, b"%PDF")


def test_two_readers_at_once_have_it_made_once(app, edition, quick_pdf, monkeypatch):
    monkeypatch.setattr(shelf, "content_of", lambda edition: edition.content)
    assert edition.content  # loaded here, since the threads share no connection
    paths = []

    def ask():
        with app.app_context():
            paths.append(shelf.shelved(edition, "pdf", "https://example.org/"))

    readers = [threading.Thread(target=ask) for _ in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert (len(quick_pdf), len(set(paths)), len(paths)) == (1, 1, 3)


def test_form_that_fails_leaves_nothing_behind(client, edition, quick_pdf, monkeypatch):
    def fail(content, url):
        raise ValueError("no")

    monkeypatch.setitem(FORMATS, "pdf", Format(".pdf", "application/pdf", fail))
    with pytest.raises(ValueError, match="no"):
        shelf.shelved(edition, "pdf", "https://example.org/")
    assert list((current().instance / shelf.FOLDER).glob("*.pdf")) == []


@pytest.mark.parametrize("name", ["2.json", "0.json", "99999999999999999999.json", "1.exe", "1.csl", "x.json"])
def test_what_there_is_not_is_not_found(client, edition, name):
    assert client.get(f"/proceedings/meridian-1884/editions/{name}").status_code == 404


@pytest.mark.parametrize("suffix", [form.suffix for form in FORMATS.values()])
def test_files_of_a_private_conference_are_not_found(client, edition, suffix):
    make_private(db.session.get(Conference, edition.conference_id))
    assert client.get(f"{URL}{suffix}").status_code == 404


def test_files_of_a_withdrawn_edition_stay_for_whoever_cited_them(client, edition):
    edition.state = EditionState.WITHDRAWN
    assert json.loads(client.get(f"{URL}.json").data) == samples.sealed()
