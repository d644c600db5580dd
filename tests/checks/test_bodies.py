"""Committees, offices and delegations."""

from __future__ import annotations

import pytest

from confapp.committees.operations import appoint_member, hold_meeting, submit_report
from confapp.conferences import operations as conferences
from confapp.floor.models import EntryKind, PresenceStatus, RollState
from confapp.floor.operations import add_entry, call_roll
from confapp.officials.models import AppointmentState
from confapp.officials.operations import appoint
from confapp.participation.models import DelegateRole
from confapp.participation.operations import invite_guest, name_delegate
from tests.builders import a_committee, a_delegation, a_held_session, an_office, an_official, day, moment

NOT_STATED = {"remarks": [{"field": "body", "status": "not_stated"}]}


@pytest.fixture
def committee(conference):
    return a_committee(conference)


def test_a_committee_without_a_chair(committee, found):
    appoint_member(committee, an_official())
    assert found("committee-without-chair") == [("warning", "Preparatory Committee has no chair.")]


def test_a_committee_that_has_reported_did_without(committee, found):
    appoint_member(committee, an_official())
    submit_report(committee, report="Done.")
    assert found("committee-without-chair") == [("info", "Preparatory Committee has no chair.")]


def test_a_committee_with_a_chair(committee, found):
    appoint_member(committee, an_official(), title="Chairman", is_presiding=True)
    assert found("committee-without-chair", "committee-without-members") == []


def test_a_committee_without_members_is_a_hint(committee, found):
    assert found("committee-without-members") == [("info", "Preparatory Committee has no members.")]


def test_a_member_without_a_responsibility_beside_others(committee, found):
    appoint_member(committee, an_official("Ada Brown"), responsibility="press")
    appoint_member(committee, an_official("Carl Dunn"))
    appoint_member(committee, an_official("Eva Frey"), title="Chair", is_presiding=True)
    assert found("member-without-responsibility") == [
        ("info", "Carl Dunn has no responsibility in Preparatory Committee.")
    ]


def test_a_committee_in_which_nobody_has_one(committee, found):
    appoint_member(committee, an_official("Carl Dunn"))
    assert found("member-without-responsibility") == []


def test_a_responsibility_that_was_declined(committee, found):
    appoint_member(committee, an_official(), responsibility="press", state=AppointmentState.DECLINED)
    assert found("responsibility-without-member") == [
        ("info", "Nobody answers for “press” in Preparatory Committee now.")
    ]


def test_a_territory_without_somebody(committee, found):
    for responsibility, territory in (
        ("press", "France"),
        ("press", "Italy"),
        ("travel", "France"),
        ("travel", "Spain"),
    ):
        facts = {"responsibility": responsibility, "territory": territory}
        appoint_member(committee, an_official(), **facts)
    assert found("territory-unowned") == [
        ("info", "Nobody answers for “press” in Spain."),
        ("info", "Nobody answers for “travel” in Italy."),
    ]


def test_a_preparation_that_goes_on_after_the_opening(conference, found):
    a_committee(conference, period_start=day("2021-02-05"), period_end=day("2021-02-17"))
    conferences.change_conference(conference, starts_on=day("2021-02-10"))
    assert found("period-after-opening") == [
        ("warning", "Preparatory Committee prepares the conference until 17 February 2021, when it has begun.")
    ]


@pytest.mark.parametrize("starts", ["2021-02-17", "2021-02-18", "2021-02", "2021"])
def test_a_preparation_until_the_opening(conference, found, starts):
    a_committee(conference, period_start=day("2021-02-05"), period_end=day("2021-02-17"))
    conferences.change_conference(conference, starts_on=day(starts))
    assert found("period-after-opening") == []


def test_a_meeting_outside_the_period_of_work(conference, found):
    committee = a_committee(conference, period_start=day("2021-02-05"), period_end=day("2021-02-17"))
    hold_meeting(committee, met=moment("2021-02-06")).met = moment("2021-03-06")
    assert found("meeting-outside") == [
        ("warning", "Preparatory Committee met on 6 March 2021, outside its period of work.")
    ]


def test_a_role_without_a_body(conference, found):
    office = an_office(conference, "Responsible", is_unique=False, provenance=NOT_STATED)
    appoint(an_official("Ada Brown"), office, responsibility="press")
    assert found("role-without-body") == [
        ("warning", "Ada Brown is responsible (press) and belongs to no stated body.")
    ]


def test_a_role_of_somebody_on_a_committee(conference, committee, found):
    person = an_official("Ada Brown")
    office = an_office(conference, "Responsible", is_unique=False, provenance=NOT_STATED)
    appoint(person, office, responsibility="press")
    appoint_member(committee, person, title="Chair", is_presiding=True)
    assert found("role-without-body") == []


def test_an_office_of_the_conference_has_a_body(conference, found):
    appoint(an_official("Ada Brown"), an_office(conference, "Rapporteur"))
    assert found("role-without-body") == []


@pytest.fixture
def president(conference):
    """President from 2 to 4 May."""
    person = an_official("Ada Brown")
    facts = {"term_start": moment("2021-05-02"), "term_end": moment("2021-05-04")}
    appoint(person, an_office(conference, "President"), zone="Europe/Vienna", **facts)
    return person


def spoken(conference, person, on: str, capacity: str):
    session = a_held_session(conference, label=on, held_on=day(on))
    add_entry(session, kind=EntryKind.ADDRESS, speakers=[{"official": person, "capacity": capacity}])


@pytest.mark.parametrize("on", ["2021-05-01", "2021-05-06"])
def test_a_role_outside_its_term(conference, president, found, on):
    spoken(conference, president, on, "President")
    assert found("role-outside-term") == [
        ("error", f"Ada Brown acts as President on {on}, outside the term of office.")
    ]


@pytest.mark.parametrize(
    ("on", "capacity"),
    [("2021-05-02", "President"), ("2021-05-04", "President"), ("2021-05", "President"), ("2021-05-06", "Delegate")],
)
def test_a_role_inside_its_term(conference, president, found, on, capacity):
    spoken(conference, president, on, capacity)
    assert found("role-outside-term") == []


def holders(conference, first_end: str, second_start: str):
    office = an_office(conference, "President")
    appoint(an_official("Ada Brown"), office, term_start=moment("2020"), term_end=moment(first_end))
    appoint(an_official("Carl Dunn"), office, term_start=moment(second_start))


def test_two_who_may_have_been_president_at_once(conference, found):
    holders(conference, "2021-05", "2021-05-10")
    assert found("two-holders") == [("warning", "Ada Brown and Carl Dunn may have been President at the same time.")]


@pytest.mark.parametrize(
    ("end", "start"), [("2021-05", "2021-05"), ("2021-04", "2021-05"), ("2021-05-10", "2021-05-10")]
)
def test_one_president_after_the_other(conference, found, end, start):
    holders(conference, end, start)
    assert found("two-holders") == []


@pytest.mark.parametrize(("status", "severities"), [(PresenceStatus.PRESENT, ["info"]), (PresenceStatus.ABSENT, [])])
def test_acting_while_the_holder_is_there(conference, found, status, severities):
    principal, office = an_official("Ada Brown"), an_office(conference, "President")
    delegate = name_delegate(a_delegation(conference), principal)
    term = {"term_start": moment("2021-05-01"), "term_end": moment("2021-06-01")}
    appoint(principal, office, **term)
    appoint(an_official("Carl Dunn"), office, is_acting=True, **term)
    session = a_held_session(conference, label="1", held_on=day("2021-05-10"))
    call_roll(session, state=RollState.TAKEN, presences=[{"delegate": delegate, "status": status}])
    assert [severity for severity, _message in found("acting-beside-holder")] == severities


def test_two_heads(conference, found):
    delegation = a_delegation(conference, name="Brazil")
    name_delegate(delegation, an_official("Ada Brown"), role=DelegateRole.HEAD)
    name_delegate(delegation, an_official("Carl Dunn")).role = DelegateRole.HEAD
    assert found("two-heads") == [("warning", "Brazil has two heads: Ada Brown and Carl Dunn.")]


def test_a_delegation_without_a_head_where_others_have_one(conference, found):
    for name in ("Brazil", "Chile", "Denmark"):
        delegation = a_delegation(conference, name=name)
        role = DelegateRole.DELEGATE if name == "Chile" else DelegateRole.HEAD
        name_delegate(delegation, an_official(), role=role)
        name_delegate(delegation, an_official())
    assert found("no-head") == [("info", "Chile has no head, and most delegations have one.")]


def test_where_no_delegation_has_a_head_none_lacks_it(conference, found):
    for name in ("Brazil", "Chile"):
        delegation = a_delegation(conference, name=name)
        for _number in range(2):
            name_delegate(delegation, an_official())
    assert found("no-head", "two-heads") == []


def test_a_person_of_two_delegations(conference, found):
    person = an_official("Ada Brown")
    for name in ("Brazil", "Chile"):
        name_delegate(a_delegation(conference, name=name), person)
    assert found("delegate-twice") == [("info", "Ada Brown is a delegate of Brazil and Chile.")]


def roll(conference, *rows, note=None):
    session = a_held_session(conference, label="1", held_on=day("2021-05-10"))
    call_roll(session, state=RollState.TAKEN, note=note, presences=list(rows))


def test_a_name_twice_on_a_roll(conference, found):
    person = an_official("Ada Brown")
    guest, delegate = invite_guest(conference, person), name_delegate(a_delegation(conference), person)
    there = PresenceStatus.PRESENT
    roll(conference, {"guest": guest, "status": there}, {"delegate": delegate, "status": there})
    assert found("roll-name-twice") == [("error", "The roll of session 1 has Ada Brown twice.")]


@pytest.mark.parametrize(("note", "severity"), [(None, "warning"), ("Chile came later.", "info")])
def test_a_roll_that_leaves_one_out(conference, found, note, severity):
    brazil, _chile, denmark = (a_delegation(conference, name=name) for name in ("Brazil", "Chile", "Denmark"))
    away = {"delegation": denmark, "status": PresenceStatus.ABSENT}
    roll(conference, {"delegation": brazil, "status": PresenceStatus.PRESENT}, away, note=note)
    assert found("roll-name-missing") == [(severity, "The roll of session 1 does not mention Chile.")]


def test_a_roll_of_those_present_alone(conference, found):
    brazil, _chile = (a_delegation(conference, name=name) for name in ("Brazil", "Chile"))
    roll(conference, {"delegation": brazil, "status": PresenceStatus.PRESENT})
    assert found("roll-name-missing") == []


def test_who_is_elected_in_a_session_may_preside_over_it(conference, found):
    person = an_official("Ada Brown")
    term = {"term_start": moment("2021-05-02T11:00")}
    appoint(person, an_office(conference, "President"), zone="Europe/Vienna", **term)
    facts = {"presiding": person, "presiding_capacity": "President", "opened": moment("2021-05-02T10:00")}
    a_held_session(conference, label="1", **facts)
    assert found("role-outside-term") == []
