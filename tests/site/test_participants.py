"""The list of participants, and how each delegation voted."""

from __future__ import annotations

import pytest

from confapp.participation import operations as participation
from confapp.participation.models import DelegateRole, DelegationCategory
from confapp.voting import operations as voting
from confapp.voting.models import Choice
from tests.builders import a_conference, a_delegation, an_official, an_organization, day, moment
from tests.site.reading_pages import links, part, words
from tests.site.worlds import a_world, approve


@pytest.fixture
def conference(app):
    return a_conference("Meridian", slug="meridian", state="open", public=True, languages=["en"])


def listed(client) -> str:
    return client.get("/conferences/meridian/participants/").text


def delegation(client, key="realm-1") -> str:
    answer = client.get(f"/conferences/meridian/participants/{key}/")
    assert answer.status_code == 200
    return answer.text


def test_list_that_is_not_issued_shows_nobody(client, conference):
    named = a_delegation(conference, name="Brazil", key="brazil")
    participation.name_delegate(named, an_official("Luiz Cruls"))
    participation.invite_guest(conference, an_official("Kelvin"))
    text = words(listed(client))
    assert "The list of participants has not been issued yet." in text
    assert [name for name in ("Brazil", "Cruls", "Kelvin") if name in text] == []
    assert client.get("/conferences/meridian/participants/brazil/").status_code == 404


def test_list_is_alphabetical_with_heads_of_delegation_first(client, conference):
    for name in ("Zanzibar", "Österreich", "Brazil"):
        a_delegation(conference, name=name)
    team = a_delegation(conference, name="France")
    participation.name_delegate(team, an_official("Janssen", honorific="Mr."), title="of the Institute")
    participation.name_delegate(team, an_official("Lefaivre"), role=DelegateRole.HEAD, title="Minister")
    participation.issue_participants(conference)
    assert part(listed(client), '<dl class="participants">', "</dl>") == (
        "Brazil France Lefaivre, Minister Mr. Janssen, of the Institute Österreich Zanzibar"
    )


def test_categories_have_headings_where_there_are_several(client, conference):
    a_delegation(conference, name="Brazil")
    a_delegation(conference, name="The Union", category=DelegationCategory.OBSERVER)
    participation.issue_participants(conference)
    assert part(listed(client), "<main", "</main>") == (
        "Participants The page of each delegation tells how it voted. Members Brazil Observers The Union"
    )


def test_guests_are_listed_unless_they_are_not(client, conference):
    a_delegation(conference, name="Brazil")
    participation.invite_guest(conference, an_official("Kelvin"), capacity="Physicist")
    participation.invite_guest(conference, an_official("A doorkeeper"), is_listed=False)
    participation.issue_participants(conference)
    text = words(listed(client))
    assert ("Kelvin, Physicist" in text, "doorkeeper" in text) == (True, False)


def test_nothing_of_how_to_reach_people_is_shown(client, conference):
    person = an_official("Luiz Cruls", email="cruls@example.org", phone="+55 1", address="Rio")
    participation.name_delegate(a_delegation(conference, name="Brazil", key="brazil"), person)
    participation.issue_participants(conference)
    text = listed(client) + delegation(client, "brazil")
    assert [private for private in ("cruls@example.org", "+55 1", "Rio") if private in text] == []


def test_delegation_tells_who_it_was(client, conference):
    body = an_organization("Empire of Brazil", slug="brazil")
    team = a_delegation(conference, body, name="Brazil", key="brazil", votes=2)
    participation.present_credentials(team, on=day("1884-10-01"))
    participation.accept_credentials(team, on=day("1884-10-02"))
    terms = {"term_start": moment("1884-10-01"), "term_end": moment("1884-10-20")}
    participation.name_delegate(team, an_official("Luiz Cruls"), title="Astronomer", **terms)
    participation.name_delegate(team, an_official("A successor"), term_start=moment("1884-10-20"))
    participation.issue_participants(conference)
    assert part(delegation(client, "brazil"), "<main", "<h2") == (
        "Delegation Brazil Luiz Cruls, Astronomer Delegate, 1–20 October 1884 A successor Delegate, 20 October 1884"
        " Organization Empire of Brazil Votes 2 votes Credentials accepted, 2 October 1884"
    )


def test_delegation_tells_how_it_voted_on_every_question(client):
    a_world(3)
    text = delegation(client, "realm-2")
    assert part(text, "<tbody", "</tbody>") == " ".join(
        f"Question {session}-{each} No Carried {name} session {session} October 1884"
        for session, name in ((1, "First"), (2, "Second"), (3, "Third"))
        for each in (1, 2, 3)
    )
    assert links(text, "<tbody", "</tbody>")[:2] == [
        "/conferences/meridian/votes/v1-1/",
        "/conferences/meridian/sessions/1/",
    ]


def test_votes_are_hidden_before_the_record_is_approved(client):
    world = a_world(approved=False)
    text = words(delegation(client))
    assert "No vote by name is recorded for this delegation." in text
    assert [each for each in ("Question", "What it moved", "When it was there") if each in text] == []
    approve(world)


def test_changed_vote_says_what_it_was_before(client):
    world = a_world(approved=False)
    facts = {"authorized": "By leave.", "entered": moment("1884-10-02")}
    voting.supersede_ballot(world.votes[0].ballots[0], choice=Choice.NO, reason="Instructions", **facts)
    approve(world)
    assert "Question 1-1 No before 2 October 1884: Yes Carried" in part(delegation(client), "<tbody", "</tbody>")


def test_delegation_tells_what_it_moved_and_when_it_was_there(client):
    a_world()
    text = delegation(client)
    assert part(text, 'aria-labelledby="moved"', "</section>") == "What it moved Question 1-1 pending"
    assert part(text, 'aria-labelledby="attendance"', "</section>") == "When it was there First session represented"
