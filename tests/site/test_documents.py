"""Documents and committees."""

from __future__ import annotations

from datetime import timedelta

import pytest

from confapp import clock
from confapp.committees import operations as committees
from confapp.conferences import documents
from confapp.officials import operations as officials
from confapp.officials.models import AppointmentState
from tests.builders import a_committee, a_conference, a_document, an_official, day, moment
from tests.site.reading_pages import links, part, words
from tests.site.worlds import a_world


@pytest.fixture
def conference(app):
    return a_conference("Meridian", slug="meridian", state="open", public=True, languages=["en"])


def get(client, part=""):
    return client.get(f"/conferences/meridian/documents/{part}")


HIDDEN = [
    {"state": "draft"},
    {"state": "withdrawn", "withdrawn_reason": "Wrong."},
    {"embargo_until": clock.now() + timedelta(days=1)},
]


@pytest.mark.parametrize("facts", HIDDEN, ids=["draft", "withdrawn", "embargo"])
def test_document_that_is_not_public_is_hidden(client, conference, facts):
    document = a_document(conference, "A secret", key="secret", text="Hush.")
    for name, value in facts.items():
        setattr(document, name, value)
    assert "A secret" not in get(client).text
    assert get(client, "secret/").status_code == 404


def test_document_after_its_embargo_is_shown(client, conference):
    a_document(conference, "Free", key="free", embargo_until=clock.now() - timedelta(minutes=1))
    assert get(client, "free/").status_code == 200


def test_list_shows_symbol_kind_and_day(client, conference):
    a_document(
        conference, "Final Act", kind="final act", symbol="IMC/1", issued_on=day("1884-10-22"), author="Drafters"
    )
    assert part(get(client).text, "<tbody", "</tbody>") == "Final Act Drafters IMC/1 final act 22 October 1884"


def test_document_shows_its_text_and_who_signed_it(client, conference):
    former = a_document(conference, "Draft act", key="draft-act", symbol="IMC/1")
    act = a_document(
        conference, "Final Act", key="act", symbol="IMC/1/Corr.1", text="That *Greenwich* be it.", corrects=former
    )
    documents.sign_document(act, an_official("Rodgers", honorific="Admiral"), capacity="President")
    text = get(client, "act/").text
    assert part(text, "<main", "</main>") == (
        "IMC/1/Corr.1 Final Act Kind report Symbol IMC/1/Corr.1 Signed by Admiral Rodgers, President"
        " Corrects IMC/1 Draft act That Greenwich be it. All documents"
    )
    assert "<em>Greenwich</em>" in text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org"])
def test_address_that_is_no_page_is_not_linked(client, conference, url):
    a_document(conference, "Paper", key="paper").url = url
    assert url not in get(client, "paper/").text


def test_document_lists_what_was_decided_in_it(client):
    world = a_world()
    world.votes[0].session.state = "adjourned"
    assert get(client, "paper-1/").status_code == 200


def test_committee_tells_its_mandate_members_meetings_and_report(client, conference):
    committee = a_committee(
        conference,
        "Committee on communications",
        key="communications",
        kind="other",
        mandate="To sift the letters.",
        set_up_on=day("1884-10-13"),
        set_up_by="the President",
        period_start=day("1884-10-13"),
        period_end=day("1884-10-20"),
    )
    committees.appoint_member(committee, an_official("Kikuchi"), responsibility="Letters", territory="Japan")
    committees.appoint_member(committee, an_official("Adams"), title="Chair", is_presiding=True, is_unique=True)
    committees.hold_meeting(committee, met=moment("1884-10-14"), place="Room 3", summary="It met.")
    report = {"report": "Nothing to influence decisions.", "rapporteur": an_official("Abbe")}
    committees.submit_report(committee, report_dated=day("1884-10-18"), outcome="Adopted.", **report)
    text = client.get("/conferences/meridian/committees/").text
    assert part(text, '<section aria-labelledby="communications"', "</section>") == (
        "Committee on communications Committee To sift the letters. Adams, Chair Kikuchi Letters, Japan"
        " Set up 13 October 1884 by the President Period of work 13–20 October 1884 Rapporteur Abbe"
        " Report 18 October 1884 Meetings 14 October 1884, Room 3: It met."
        " Report Nothing to influence decisions. What came of it Adopted."
    )


def test_member_who_declined_is_not_shown(client, conference):
    committee = a_committee(conference)
    seat = committees.appoint_member(committee, an_official("A refuser"), state=AppointmentState.PROPOSED)
    officials.decline_appointment(seat)
    assert "A refuser" not in words(client.get("/conferences/meridian/committees/").text)


def test_committee_is_found_by_its_place_in_the_page(client, conference):
    a_committee(conference, "One", key="one")
    a_committee(conference, "Two", key="two")
    text = client.get("/conferences/meridian/committees/").text
    assert links(text, '<nav class="rail', "</nav>") == ["#one", "#two"]
