"""Which sessions and contributions strangers see, and what organizers read."""

from __future__ import annotations

import pytest

from confapp.errors import NotFound
from confapp.programme import operations, queries
from confapp.programme.facts import PersonFacts
from tests.builders import a_committee, a_conference, a_held_session, a_session, an_official, day


@pytest.fixture
def conference(app):
    return a_conference("Meridian", state="convened", public=True)


def test_strangers_see_sessions_that_were_opened(conference):
    a_held_session(conference)
    a_session(conference)
    operations.cancel_session(a_session(conference))
    assert [each.label for each in queries.held_sessions(conference)] == ["1"]


def test_organizers_see_them_all(conference):
    a_held_session(conference)
    operations.cancel_session(a_session(conference))
    assert [each.label for each in queries.sessions(conference)] == ["1", "2"]


def test_held_session_is_none_while_it_is_planned(conference):
    a_session(conference, label="opening")
    assert queries.held_session(conference, "opening") is None


def test_held_session_is_one_of_the_conference(conference):
    a_held_session(a_conference(), label="opening")
    assert queries.held_session(conference, "opening") is None


def test_held_session_leaves_out_what_was_withdrawn(conference):
    session = a_held_session(conference)
    operations.add_contribution(conference, title="Kept", session=session)
    withdrawn = operations.add_contribution(conference, title="Withdrawn", session=session)
    operations.withdraw_contribution(withdrawn)
    assert [each.title for each in queries.held_session(conference, "1").contributions] == ["Kept"]


def test_session_by_label_finds_a_planned_one(conference):
    assert queries.session_by_label(conference, a_session(conference).label).number == 1


def test_session_by_label_refuses_an_unknown_one(conference):
    with pytest.raises(NotFound, match="no session “9”"):
        queries.session_by_label(conference, "9")


def test_halls_and_tracks_stand_in_their_order(conference):
    for name in ("West", "East"):
        operations.add_hall(conference, name=name)
        operations.add_track(conference, name=name)
    assert [each.name for each in queries.halls(conference)] == ["West", "East"]
    assert [each.name for each in queries.tracks(conference)] == ["West", "East"]


def test_unplaced_contributions_are_those_without_a_session(conference):
    operations.add_contribution(conference, title="Placed", session=a_session(conference))
    operations.add_contribution(conference, title="Unplaced")
    assert [each.title for each in queries.unplaced_contributions(conference)] == ["Unplaced"]


def test_public_contributions_are_of_sessions_that_were_held(conference):
    person = an_official("Adams")
    people = [PersonFacts(person), PersonFacts(person)]
    sessions = (a_held_session(conference), a_session(conference), a_held_session(a_conference()))
    for title, session in zip(("Held", "Planned", "Private"), sessions, strict=True):
        operations.add_contribution(session.conference, title=title, session=session, people=people)
    assert [each.title for each in queries.public_contributions(person)] == ["Held"]


@pytest.mark.parametrize("count", [1, 3])
def test_held_sessions_cost_one_query(conference, db_session, count_queries, count):
    for number in range(count):
        session = a_held_session(
            conference,
            held_on=day("1884-10-01"),
            committee=a_committee(conference, f"C{number}"),
            hall=operations.add_hall(conference, name="Hall"),
            track=operations.add_track(conference, name="Track"),
        )
        session.presiding = an_official(email="a@example.org")
    db_session.flush()
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.held_sessions(conference)
        read = [(each.committee.name, each.hall.name, each.track.name, each.presiding.name) for each in found]
    assert (len(read), asked.count) == (count, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_held_session_costs_three_queries(conference, db_session, count_queries, count):
    session = a_held_session(conference)
    for _ in range(count):
        operations.add_contribution(
            conference,
            title="On time",
            session=session,
            hall=operations.add_hall(conference, name="Hall"),
            people=[PersonFacts(an_official(email="a@example.org")) for _ in range(count)],
        )
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.held_session(conference, "1")
        read = [[person.official.name for person in each.people] for each in found.contributions if each.hall.name]
    assert ([len(each) for each in read], asked.count) == ([count] * count, 3)


@pytest.mark.parametrize("count", [1, 3])
def test_public_contributions_cost_one_query(conference, db_session, count_queries, count):
    person = an_official()
    for _ in range(count):
        session = a_held_session(conference)
        operations.add_contribution(conference, title="On time", session=session, people=[PersonFacts(person)])
    db_session.expunge_all()
    with count_queries() as asked:
        read = [each.session.conference.name for each in queries.public_contributions(person)]
    assert (len(read), asked.count) == (count, 1)
