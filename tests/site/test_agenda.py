"""The agenda in its versions, and the order of business where none was printed."""

from __future__ import annotations

import pytest

from confapp.agendas import operations as agendas
from confapp.agendas.models import ItemKind
from tests.builders import a_conference, a_document, a_session, an_official, moment
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
        " 1 Opening 2 Meridian 3 New matter"
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
