"""`confapp proceedings export`, and the query below it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from flask import current_app

from confapp.db import db
from confapp.errors import NotFound
from confapp.proceedings import commands, queries
from confapp.proceedings.exports.formats import FORMATS, read
from confapp.proceedings.format import to_bytes
from confapp.proceedings.models import Edition, SigningKey
from confapp.proceedings.verify import verify_document
from tests.builders import a_conference
from tests.proceedings.samples import sealed

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CONTENT = to_bytes(sealed())


@pytest.fixture
def edition(app):
    document = sealed()
    conference = a_conference("Meridian", slug="meridian-1884", state="convened", public=True)
    key = SigningKey(fingerprint=document["key"]["id"], public_key=document["key"]["public"], created_at=NOW)
    row = Edition(
        conference=conference,
        number=1,
        language="en",
        title="Proceedings",
        published_at=NOW,
        published_by="The Secretariat",
        digest=f"sha256:{document['tree']['root']}",
        key=key,
        content=CONTENT,
    )
    db.session.add_all([key, row])
    db.session.flush()
    db.session.expunge_all()
    return row


@pytest.fixture
def run(app, monkeypatch):
    """The command inside the application of the test."""
    monkeypatch.setattr("confapp.app.create_app", current_app._get_current_object)

    def invoke(*arguments):
        return CliRunner().invoke(commands.proceedings, ["export", *map(str, arguments)])

    return invoke


def test_an_edition_comes_with_its_file_and_conference(edition):
    found = queries.edition_with_content("meridian-1884", 1)
    assert (found.conference.slug, found.content) == ("meridian-1884", CONTENT)


@pytest.mark.parametrize(("slug", "number"), [("meridian-1884", 2), ("meridian", 1)])
def test_an_edition_that_is_not_there(edition, slug, number):
    with pytest.raises(NotFound, match=f"“{slug}” has no edition {number}"):
        queries.edition_with_content(slug, number)


def test_export_writes_the_file_as_it_was_signed(edition, run, tmp_path):
    done = run("meridian-1884", "--edition", 1, "--format", "json", "--out", tmp_path / "1.json")
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "1.json").read_bytes() == CONTENT
    assert verify_document((tmp_path / "1.json").read_bytes()).ok


def test_export_to_standard_output_is_the_file_alone(edition, run):
    assert run("meridian-1884", "--edition", 1, "--format", "json").stdout_bytes == CONTENT


@pytest.mark.parametrize(("name", "start"), [("pdf", b"%PDF-1.7"), ("bib", b"@proceedings{"), ("ris", b"TY  - CONF")])
def test_export_in_other_forms(edition, run, name, start):
    assert run("meridian-1884", "--edition", 1, "--format", name).stdout_bytes.startswith(start)


def test_exported_citations_have_the_address_of_the_edition(edition, run):
    item = json.loads(run("meridian-1884", "--edition", 1, "--format", "csl").stdout)[0]
    assert item["URL"].endswith("/proceedings/meridian-1884/editions/1/")


def test_export_refuses_what_is_not_there(edition, run):
    done = run("meridian-1884", "--edition", 7, "--format", "json")
    assert (done.exit_code, done.stderr) == (1, "Error: The conference “meridian-1884” has no edition 7.\n")


def test_export_to_a_folder_that_is_not_there(edition, run, tmp_path):
    done = run("meridian-1884", "--edition", 1, "--format", "json", "--out", tmp_path / "no" / "1.json")
    assert done.exit_code == 1
    assert "cannot be written: No such file or directory." in done.stderr


def test_every_form_says_what_it_is():
    assert {name: (form.suffix, form.media_type) for name, form in FORMATS.items()} == {
        "json": (".json", "application/json"),
        "pdf": (".pdf", "application/pdf"),
        "bib": (".bib", "application/x-bibtex"),
        "ris": (".ris", "application/x-research-info-systems"),
        "csl": (".csl.json", "application/vnd.citationstyles.csl+json"),
    }


def test_a_kept_edition_is_read_back():
    assert read(CONTENT) == sealed()


def test_help_starts_without_the_application():
    program = """
import sys
from confapp.cli import cli
try:
    cli(["proceedings", "export", "--help"])
finally:
    assert "confapp.app" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
