"""Halls, tracks, sessions and contributions."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from confapp.errors import RuleViolation, StaleEdit
from confapp.programme import operations
from confapp.programme.facts import PersonFacts
from confapp.programme.models import ContributionPerson, ContributionRole, SessionKind, SessionState
from tests.builders import a_committee, a_conference, a_session, an_official, day


def at(hour: int) -> datetime:
    return datetime(2026, 5, 4, hour, tzinfo=UTC)


@pytest.fixture
def conference(app):
    return a_conference()


def test_add_hall_keeps_the_order(conference):
    operations.add_hall(conference, name="Great Hall", capacity=300)
    assert operations.add_hall(conference, name="Room 2").position == 2


def test_add_hall_refuses_fewer_than_no_seats(conference):
    with pytest.raises(RuleViolation, match="seats"):
        operations.add_hall(conference, name="Great Hall", capacity=-1)


def test_add_hall_refuses_a_taken_key(conference):
    operations.add_hall(conference, name="Great Hall", key="H1")
    with pytest.raises(RuleViolation, match="taken here already"):
        operations.add_hall(conference, name="Small Hall", key="H1")


def test_add_track_keeps_its_colour(conference):
    assert operations.add_track(conference, name="Geodesy", colour="#1f4e79").colour == "#1f4e79"


def test_add_track_refuses_what_is_no_colour(conference):
    with pytest.raises(RuleViolation, match="Write a colour"):
        operations.add_track(conference, name="Geodesy", colour="navy")


def test_plan_numbers_sessions_of_the_conference(conference):
    labels = [a_session(conference).label for _ in range(3)]
    assert labels == ["1", "2", "3"]


def test_plan_keeps_a_given_number_and_goes_on_from_it(conference):
    a_session(conference, number=4)
    assert a_session(conference).number == 5


def test_plan_refuses_a_taken_number(conference):
    a_session(conference, number=4, label="fourth")
    with pytest.raises(RuleViolation, match="Number 4 is the number of session “fourth”"):
        a_session(conference, number=4)


def test_plan_counts_the_sessions_of_a_committee_by_themselves(conference):
    committee = a_committee(conference, key="section-2")
    a_session(conference)
    session = a_session(conference, committee=committee, kind=SessionKind.COMMITTEE)
    assert (session.number, session.label, session.position) == (1, "section-2-1", 2)


def test_plan_gives_a_ceremony_a_label_without_a_number(conference):
    session = a_session(conference, kind=SessionKind.CEREMONY, title="Reception at the White House")
    assert (session.number, session.label) == (None, "reception-at-the-white-house")


def test_plan_takes_a_given_label_without_a_number(conference):
    session = a_session(conference, label="section-2-3")
    assert (session.label, session.number) == ("section-2-3", None)


def test_plan_refuses_a_taken_label(conference):
    a_session(conference, label="opening")
    with pytest.raises(RuleViolation, match="There is a session “opening” already"):
        a_session(conference, label="opening")


@pytest.mark.parametrize("label", ["Opening", "a b", "1/2", ""])
def test_plan_refuses_a_label_that_no_address_can_have(conference, label):
    with pytest.raises(RuleViolation, match="cannot stand in an address"):
        a_session(conference, label=label)


def test_plan_refuses_number_nought(conference):
    with pytest.raises(RuleViolation, match="counted from 1"):
        a_session(conference, number=0)


def test_plan_refuses_an_end_at_the_start(conference):
    with pytest.raises(RuleViolation, match="would end before it starts"):
        a_session(conference, planned_start=at(9), planned_end=at(9))


def test_plan_refuses_a_committee_of_another_conference(conference):
    with pytest.raises(RuleViolation, match="“committee” belongs to another conference"):
        a_session(conference, committee=a_committee(a_conference()))


def test_plan_keeps_a_session_of_the_past_as_it_is_known(conference):
    assert a_session(conference, held_on=day("1884-10-01"), place="Diplomatic Hall").held_on == day("1884-10-01")


def test_change_refuses_a_stale_form(conference):
    session = a_session(conference)
    operations.change_session(session, version=1, title="Opening")
    with pytest.raises(StaleEdit):
        operations.change_session(session, version=1, title="First")


def test_change_refuses_an_end_before_the_start_it_has(conference):
    session = a_session(conference, planned_start=at(9), planned_end=at(10))
    with pytest.raises(RuleViolation, match="would end before"):
        operations.change_session(session, planned_start=at(11))


def test_change_refuses_a_hall_of_another_conference(conference):
    hall = operations.add_hall(a_conference(), name="Elsewhere")
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        operations.change_session(a_session(conference), hall=hall)


def test_cancel_keeps_label_and_number_taken(conference):
    session = a_session(conference)
    operations.cancel_session(session)
    assert session.state is SessionState.CANCELLED
    assert a_session(conference).label == "2"


def test_cancel_refuses_a_second_time(conference):
    session = a_session(conference)
    operations.cancel_session(session)
    with pytest.raises(RuleViolation, match="cannot be cancelled"):
        operations.cancel_session(session)


def test_change_refuses_a_cancelled_session(conference):
    session = a_session(conference)
    operations.cancel_session(session)
    with pytest.raises(RuleViolation, match="was cancelled"):
        operations.change_session(session, title="Again")


def test_add_contribution_keeps_its_people_in_order(conference, db_session):
    people = [PersonFacts(an_official("Adams")), (an_official("Hall"), ContributionRole.CHAIR, "Observatory")]
    operations.add_contribution(conference, title="On time", people=people)
    rows = sa.select(ContributionPerson.role, ContributionPerson.affiliation).order_by(ContributionPerson.position)
    assert db_session.execute(rows).all() == [
        (ContributionRole.SPEAKER, None),
        (ContributionRole.CHAIR, "Observatory"),
    ]


def test_add_contribution_stands_behind_the_others_of_its_session(conference):
    session = a_session(conference)
    operations.add_contribution(conference, title="Unplaced")
    operations.add_contribution(conference, title="First", session=session)
    assert operations.add_contribution(conference, title="Second", session=session).position == 2


def test_add_contribution_refuses_a_session_of_another_conference(conference):
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        operations.add_contribution(conference, title="On time", session=a_session(a_conference()))


def test_add_contribution_refuses_no_minutes(conference):
    with pytest.raises(RuleViolation, match="at least one minute"):
        operations.add_contribution(conference, title="On time", duration_minutes=0)


def test_add_contribution_refuses_a_title_that_does_not_fit(conference):
    with pytest.raises(RuleViolation, match="has 601 characters"):
        operations.add_contribution(conference, title="x" * 601)


def test_change_contribution_refuses_a_stale_form(conference):
    contribution = operations.add_contribution(conference, title="On time")
    operations.change_contribution(contribution, version=1, title="On local time")
    with pytest.raises(StaleEdit):
        operations.change_contribution(contribution, version=1, title="On universal time")


def test_place_puts_it_behind_the_others(conference):
    session = a_session(conference)
    operations.add_contribution(conference, title="First", session=session)
    contribution = operations.add_contribution(conference, title="Second")
    operations.place_contribution(contribution, session)
    assert (contribution.session_id, contribution.position) == (session.id, 2)


def test_place_takes_it_out_of_its_session(conference):
    contribution = operations.add_contribution(conference, title="First", session=a_session(conference))
    operations.place_contribution(contribution, None)
    assert contribution.session_id is None


def test_place_refuses_a_session_of_another_conference(conference):
    contribution = operations.add_contribution(conference, title="First")
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        operations.place_contribution(contribution, a_session(a_conference()))


@pytest.mark.parametrize(
    "act",
    [
        operations.withdraw_contribution,
        lambda contribution: operations.change_contribution(contribution, title="New"),
        lambda contribution: operations.place_contribution(contribution, None),
    ],
)
def test_a_withdrawn_contribution_stays_as_it_is(conference, act):
    contribution = operations.add_contribution(conference, title="On time")
    operations.withdraw_contribution(contribution)
    with pytest.raises(RuleViolation, match="“On time” was withdrawn"):
        act(contribution)
