"""Where facts come from, as lines that people write and read back."""

from __future__ import annotations

import pytest
from flask import g

from confapp.conferences import documents, operations, queries
from confapp.conferences.forms.conferences import ConferenceForm
from confapp.permissions import Role
from tests.builders import a_conference

KEPT = {
    "sources": [{"source": "PG17759", "at": "L114-123"}, {"source": "SEED"}],
    "remarks": [
        {"field": "place", "status": "not_stated", "text": "The text names no town."},
        {"field": "opened", "status": "not_stated"},
        {"field": "ordinal", "status": "printed", "value": "2st"},
        {"field": "names", "status": "printed", "value": "A “B” C", "text": "As it stands."},
        {"status": "derived", "text": "Read off the votes."},
    ],
}
WRITTEN = """PG17759 L114-123
SEED
Place: not stated: The text names no town.
Opened: not stated
Number in the series: printed “2st”
names: printed “A “B” C”: As it stands.
derived: Read off the votes."""


@pytest.fixture
def conference(app, db_session):
    conference = a_conference("Congress")
    for key in ("PG17759", "SEED"):
        documents.register_source(conference, key=key, title=key)
    return conference


@pytest.fixture
def read(app, conference):
    """What a conference's form makes of lines."""

    def make(text: str):
        with app.test_request_context(method="POST", data={"format": "in_person", "provenance": text}):
            g.conference_id = conference.id
            form = ConferenceForm()
            form.validate()
            return form.provenance.data, form.errors

    return make


def test_lines_are_read(read):
    assert read(WRITTEN) == (KEPT, {})


def test_lines_are_written(app, conference):
    operations.change_conference(conference, provenance=KEPT)
    with app.test_request_context():
        assert ConferenceForm(of=conference).provenance.said() == WRITTEN


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Place: not stated", {"remarks": [{"field": "place", "status": "not_stated"}]}),
        ("place: NOT STATED", {"remarks": [{"field": "place", "status": "not_stated"}]}),
        ('Title: printed "2st"', {"remarks": [{"field": "name", "status": "printed", "value": "2st"}]}),
        ("SEED p. 4: the head", {"sources": [{"source": "SEED", "at": "p. 4: the head"}]}),
        ("", {}),
    ],
)
def test_a_line_is_read(read, line, expected):
    assert read(line) == (expected, {})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("NOWHERE L1", "There is no source “NOWHERE” here"),
        ("No such field: not stated", "There is no field “No such field” here"),
        ("SEED\n" * 61, "at most 60 lines"),
        ("SEED " + "x" * 1000, "each of at most 1000 characters"),
    ],
)
def test_a_line_that_says_nothing_is_refused(read, line, message):
    assert message in read(line)[1]["provenance"][0]


def test_what_is_kept_stays_where_it_is_not_touched(signed_in_as, conference):
    odd = {"remarks": [{"field": "place", "status": "derived", "text": "Two\nlines: here"}], "more": 1}
    operations.change_conference(conference, provenance=odd)
    browser = signed_in_as(Role.ORGANIZER, conference)
    page = browser.get(f"/manage/conferences/{conference.slug}/edit/").text
    shown = page.partition('name="provenance"')[2].partition(">")[2].partition("</textarea>")[0].lstrip()
    form = {"version": conference.version, "format": "in_person", "provenance": shown}
    assert browser.post(f"/manage/conferences/{conference.slug}/edit/", data=form).status_code == 302
    assert queries.conference_by_slug(conference.slug).provenance == odd


def test_an_occasion_says_where_it_is_from(signed_in_as, conference):
    form = {"name": "Jubilee", "provenance": "SEED L31\nDate of the occasion: not stated"}
    signed_in_as(Role.ORGANIZER, conference).post(f"/manage/conferences/{conference.slug}/occasions/new/", data=form)
    (occasion,) = queries.conference_by_slug(conference.slug).occasions
    assert occasion.provenance == {
        "sources": [{"source": "SEED", "at": "L31"}],
        "remarks": [{"field": "occurs_on", "status": "not_stated"}],
    }
