"""The agenda in its versions, to take along, and the order of business where none was printed."""

from __future__ import annotations

import io
from datetime import date

import pypdf
import pytest
from icalendar import Calendar

from confapp.agendas import operations as agendas
from confapp.agendas.arrangement import move_item
from confapp.agendas.models import ItemKind
from confapp.agendas.queries import agenda_by_key
from confapp.config import current
from confapp.db import db
from confapp.site import agenda_files
from tests.builders import a_conference, a_document, a_session, an_agenda, an_official, day, moment
from tests.site.reading_pages import links, part, words
from tests.site.worlds import a_world


@pytest.fixture
def conference(app):
    return a_conference("Meridian", slug="meridian", state="open", public=True, languages=["en"])


def page(client) -> str:
    return client.get("/conferences/meridian/agenda/").text


def test_draft_is_hidden(client, conference):
    agendas.add_item(agendas.draft_agenda(conference), title="A secret matter")
    text = words(page(client))
    assert ("A secret matter" in text, "No agenda has been issued yet." in text) == (False, True)


def test_provisional_agenda_shows_its_tree(client, conference):
    agenda = agendas.draft_agenda(conference, title="Provisional agenda")
    paper = a_document(conference, "Draft resolution", symbol="IMC/1", key="imc-1")
    secret = a_document(conference, "Embargoed", key="secret", state="draft")
    facts = {"rapporteur": an_official("Cruls", honorific="Dr."), "duration_minutes": 90, "documents": [paper, secret]}
    matter = agendas.add_item(agenda, title="Prime meridian", kind=ItemKind.DECISION, **facts)
    agendas.add_item(agenda, title="Its name", parent=matter, note="If time allows.")
    agendas.issue_agenda(agenda)
    text = page(client)
    assert part(text, 'aria-labelledby="conference"', "</section>") == (
        "The conference Provisional agenda Provisional 1 Prime meridian decision rapporteur: Dr. Cruls"
        " 1 hour 30 minutes IMC/1 1.1 Its name If time allows."
    )
    assert "secret" not in text


def test_adopted_agenda_says_when_and_where_and_what_was_renumbered(client, conference):
    session = a_session(conference, number=1, label="1")
    first = agendas.draft_agenda(conference)
    kept, dropped, moved = (agendas.add_item(first, title=title) for title in ("Opening", "Old matter", "Meridian"))
    agendas.issue_agenda(first)
    second = agendas.draft_agenda(conference, replaces=first)
    agendas.add_item(second, title="Opening", replaces=kept)
    agendas.add_item(second, title="Meridian", replaces=moved)
    agendas.add_item(second, title="New matter")
    agendas.issue_agenda(second)
    session.state, session.opened = "open", moment("1884-10-01T12:00")
    agendas.adopt_agenda(second, at=moment("1884-10-01"), session=session, note="As amended.")
    text = page(client)
    assert part(text, 'aria-labelledby="conference"', "<details") == (
        "The conference Adopted adopted on 1 October 1884, First session As amended."
        " Compared with version 1. Item 2 was left out: Old matter"
        " 1 Opening 2 Meridian renumbered, before: 3 3 New matter new"
        " Numbers that changed from the version before Item Before Now"
        " Meridian 3 2 New matter new 3 Old matter 2 left out"
    )
    assert "Version 1 · " in words(text)
    assert "/conferences/meridian/sessions/1/" in links(text)
    assert dropped.number == "2"


def test_order_of_business_of_the_records_stands_where_no_agenda_was_printed(client):
    a_world(2, agenda=False)
    text = page(client)
    assert "No agenda of this conference was printed." in words(text)
    assert part(text, 'aria-labelledby="session-2"', "</section>") == (
        "Second session 2 October 1884 1 Question 2-1 Motion 2 Question 2-2 Motion 3 The hall was cold. Statement"
    )


def test_order_of_business_is_hidden_before_records_are_approved(client):
    a_world(agenda=False, approved=False)
    assert "The hall was cold" not in page(client)


def test_agenda_of_the_conference_stands_for_all_its_sessions(client):
    a_world()
    text = words(page(client))
    assert ("Matter 1" in text, "The hall was cold" in text) == (True, False)


def test_session_without_an_agenda_of_its_own_has_its_order_of_business(client):
    world = a_world(2, agenda=False)
    agenda = agendas.draft_agenda(world.conference, session=world.sessions[1], title="Order of the day")
    agendas.add_item(agenda, title="A matter")
    agendas.issue_agenda(agenda)
    text = page(client)
    assert "Not every session has a printed agenda." in words(text)
    assert links(text, '<nav class="rail', "</nav>") == ["#session-1", "#session-2"]
    assert part(text, 'aria-labelledby="session-2"', "</section>") == (
        "Second session Order of the day Provisional 1 A matter"
    )


def texts_of(data: bytes) -> str:
    return " ".join(" ".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(data)).pages).split())


@pytest.fixture
def _empty_shelf(app):
    for path in (current().instance / "renderings").glob("agenda-*"):
        path.unlink()


def in_two_versions(conference, session=None):
    """1 Opening, 2 Old matter, 3 Meridian; then Meridian first, and Old matter left out."""
    first = agendas.draft_agenda(conference, session=session, numbers_follow=True)
    for title in ("Opening", "Old matter", "Meridian"):
        agendas.add_item(first, title=title)
    agendas.issue_agenda(first)
    second = agendas.revise_agenda(first)
    named = {item.title: item for item in agenda_by_key(conference, second.key).items}
    agendas.drop_item(named["Old matter"])
    move_item(named["Meridian"], before=named["Opening"])
    agendas.issue_agenda(second)
    agendas.adopt_agenda(second)
    return second


def test_changes_since_the_version_before_are_told_in_words(client, conference):
    in_two_versions(conference)
    text = part(page(client), 'aria-labelledby="conference"', "<details")
    told = "Item 2 was left out: Old matter 1 Meridian moved renumbered, before: 3 2 Opening renumbered, before: 1"
    assert told in text


def test_the_page_offers_its_files(client, conference):
    in_two_versions(conference)
    found = [link for link in links(page(client)) if "/agenda." in link]
    assert found == ["/conferences/meridian/agenda.pdf", "/conferences/meridian/agenda.ics"]


@pytest.mark.parametrize("name", ["agenda.pdf", "agenda.ics"])
def test_without_an_agenda_there_are_no_files(client, conference, name):
    agendas.add_item(agendas.draft_agenda(conference), title="A secret matter")
    assert (client.get(f"/conferences/meridian/{name}").status_code, "/agenda.pdf" in page(client)) == (404, False)


@pytest.mark.usefixtures("_empty_shelf")
def test_the_pdf_holds_what_is_in_force(client, conference):
    in_two_versions(conference)
    answer = client.get("/conferences/meridian/agenda.pdf")
    text = texts_of(answer.data)
    assert (answer.mimetype, answer.headers["Content-Disposition"]) == (
        "application/pdf",
        'inline; filename="meridian-agenda.pdf"',
    )
    told = ("1 Meridian [moved]", "2 Opening", "Item 2 was left out: Old matter")
    assert [line for line in told if line not in text] == []
    assert "Superseded" not in text


@pytest.mark.usefixtures("_empty_shelf")
def test_the_pdf_is_made_once_and_again_after_a_change(client, conference, monkeypatch):
    made = []
    monkeypatch.setattr(agenda_files, "typeset", lambda *_args, **_facts: made.append(1) or b"%PDF-")
    in_two_versions(conference)
    for query in ("", "?x=1", "?x=2"):
        client.get(f"/conferences/meridian/agenda.pdf{query}")
    assert len(made) == 1
    session = a_session(conference, label="9")
    agendas.issue_agenda(an_agenda(conference, session=session))
    db.session.commit()
    client.get("/conferences/meridian/agenda.pdf")
    folder = current().instance / "renderings"
    assert (len(made), len(list(folder.glob(f"agenda-{conference.id}-*")))) == (2, 1)


@pytest.mark.usefixtures("_empty_shelf")
def test_the_pdf_keeps_what_typst_would_take_for_markup(client, conference):
    agenda = agendas.draft_agenda(conference)
    agendas.add_item(agenda, title='#read("/etc/passwd") *bold* $x$ Часы 時')
    agendas.issue_agenda(agenda)
    assert '#read("/etc/passwd") *bold* $x$ Часы 時' in texts_of(client.get("/conferences/meridian/agenda.pdf").data)


def events(client):
    return Calendar.from_ical(client.get("/conferences/meridian/agenda.ics").data).walk("VEVENT")


def test_the_calendar_has_the_conference_with_its_items(client, conference):
    conference.starts_on, conference.ends_on = day("1884-10-01"), day("1884-11-01")
    in_two_versions(conference)
    (event,) = events(client)
    assert (str(event["summary"]), event["dtstart"].dt, event["dtend"].dt) == (
        "Meridian",
        date(1884, 10, 1),
        date(1884, 11, 2),
    )
    assert str(event["description"]) == "Adopted\n1 Meridian\n2 Opening"


def test_the_calendar_has_a_session_when_it_was_held_and_the_same_name_for_every_version(client, conference):
    conference.zone = "America/New_York"
    session = a_session(conference, number=1, label="1", held_on=day("1884-10-01"))
    first = an_agenda(conference, session=session)
    agendas.issue_agenda(first)
    (before,) = events(client)
    session.opened, session.adjourned = moment("1884-10-01T12:00"), moment("1884-10-01T13:30")
    agendas.issue_agenda(agendas.revise_agenda(first))
    db.session.commit()
    (after,) = events(client)
    assert (before["uid"], str(after["summary"]), before["dtstart"].dt) == (
        after["uid"],
        "First session",
        date(1884, 10, 1),
    )
    assert [f"{after[name].dt:%H:%M %Z}" for name in ("dtstart", "dtend")] == ["12:00 EST", "13:30 EST"]


def test_the_calendar_leaves_out_what_has_no_day(client, conference):
    agendas.issue_agenda(an_agenda(conference, session=a_session(conference)))
    assert events(client) == []
