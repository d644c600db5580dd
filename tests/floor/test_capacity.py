"""In what capacity somebody acted, and who presided, at the time of the act (R26, R27)."""

from __future__ import annotations

import pytest

from confapp.floor.models import EntryKind
from confapp.floor.operations import add_entry, open_session, strike_entry
from confapp.floor.queries import capacities, capacity_at, presiding_of
from confapp.officials.operations import appoint, create_office
from confapp.participation.operations import invite_guest, name_delegate, replace_delegate
from tests.builders import a_committee, a_conference, a_delegation, a_session, an_official, moment


@pytest.fixture
def conference(app):
    return a_conference(state="open", zone="Europe/Berlin")


@pytest.fixture
def chair(conference):
    return create_office(conference, title="Chair", is_presiding=True)


@pytest.fixture
def member(conference):
    return create_office(conference, title="Member", is_unique=False)


def titles(capacity):
    return [appointment.office.title for appointment in capacity.appointments]


def test_a_role_is_the_role_at_the_time(conference, chair, member):
    person = an_official()
    appoint(person, member, term_end=moment("2026-03-01"))
    appoint(person, chair, term_start=moment("2026-03-01"))
    at = [moment("2026-02-20"), moment("2026-03-02")]
    assert [titles(capacity_at(person, conference, one)) for one in at] == [["Member"], ["Chair"]]


def test_where_nobody_knows_when_every_role_counts_the_presiding_one_first(conference, chair, member):
    person = an_official()
    appoint(person, member, term_end=moment("2026-03-01"))
    appoint(person, chair, term_start=moment("2026-03-01"))
    found = capacity_at(person, conference, None)
    assert (titles(found), found.is_presiding, found.appointment.office) == (["Chair", "Member"], True, chair)


def test_an_office_of_a_committee_counts_too(conference):
    person = an_official()
    appoint(person, create_office(a_committee(conference), title="Rapporteur"))
    assert titles(capacity_at(person, conference, moment("2026-02-20"))) == ["Rapporteur"]


def test_an_office_elsewhere_does_not(conference):
    person = an_official()
    appoint(person, create_office(a_conference(), title="Chair"))
    assert capacity_at(person, conference, None).appointment is None


def test_a_delegate_is_one_for_the_term(conference):
    delegation = a_delegation(conference)
    first, second = an_official(), an_official()
    delegate = name_delegate(delegation, first)
    replace_delegate(delegate, second, at=moment("2026-10-04T12:00"))
    at = [moment("2026-10-04T11:00"), moment("2026-10-04T13:00")]
    people = capacities(conference)
    found = [[people.at(who.id, one).delegate is not None for one in at] for who in (first, second)]
    assert found == [[True, False], [False, True]]


def test_a_guest_is_a_guest(conference):
    newcomb = an_official()
    guest = invite_guest(conference, newcomb)
    assert capacity_at(newcomb, conference, None).guest is guest


def test_a_stranger_is_nothing(conference):
    found = capacity_at(an_official(), conference, None)
    assert (found.appointment, found.delegate, found.guest, found.is_presiding) == (None, None, None, False)


@pytest.fixture
def session(conference):
    session = a_session(conference)
    open_session(session, at=moment("2026-10-03T09:00"))
    return session


def test_an_acting_holder_presides_until_the_hour_ends(chair, session):
    principal, acting = an_official(), an_official()
    appoint(principal, chair, term_start=moment("2026-01-10"), term_end=moment("2026-10-05"))
    appoint(
        acting,
        chair,
        is_acting=True,
        term_start=moment("2026-10-03T14:00"),
        term_end=moment("2026-10-03T16:00"),
    )
    at = [moment(f"2026-10-03T{hour}") for hour in ("13:59", "15:10", "16:00")]
    found = [presiding_of(session, at=one).official for one in at]
    assert found == [principal, acting, principal]


def test_who_opened_the_session_presides(conference, chair):
    someone = an_official()
    appoint(an_official(), chair)
    session = a_session(conference)
    open_session(session, at=None, presiding=someone, capacity="doyen")
    assert presiding_of(session)[:2] == (someone, "doyen")


def test_who_took_the_chair_presides_from_then_on(conference, session):
    lewenhaupt = an_official()
    before = add_entry(session, kind=EntryKind.NOTE, text="before")
    taken = add_entry(session, kind=EntryKind.CHAIR, speakers=[{"official": lewenhaupt, "capacity": "chairman"}])
    found = [presiding_of(session, at=entry)[:2] for entry in (before, taken)]
    assert found == [(None, None), (lewenhaupt, "chairman")]


def test_who_took_the_chair_is_known_by_the_hour(session):
    first, second = an_official(), an_official()
    for hour, person in (("10:00", first), ("11:00", second)):
        add_entry(session, kind=EntryKind.CHAIR, occurred=moment(f"2026-10-03T{hour}"), speakers=[{"official": person}])
    assert presiding_of(session, at=moment("2026-10-03T10:30")).official is first


def test_what_was_struck_makes_nobody_preside(session):
    entry = add_entry(session, kind=EntryKind.CHAIR, speakers=[{"official": an_official()}])
    strike_entry(entry, reason="a mistake")
    assert presiding_of(session).official is None


def test_the_holder_of_the_office_presides_with_it(chair, session):
    holder = an_official()
    appointment = appoint(holder, chair)
    assert presiding_of(session) == (holder, None, appointment)


def test_who_presides_holds_the_office_or_not(conference, chair):
    rodgers = an_official()
    appointment = appoint(rodgers, chair)
    session = a_session(conference)
    open_session(session, at=None, presiding=rodgers)
    assert presiding_of(session).appointment is appointment


def test_a_committee_has_its_own_chair(conference, chair):
    committee = a_committee(conference)
    appoint(an_official(), chair)
    rapporteur = an_official()
    appoint(rapporteur, create_office(committee, title="Chair", is_presiding=True))
    session = a_session(conference, committee=committee)
    open_session(session, at=None)
    assert presiding_of(session).official is rapporteur


@pytest.mark.parametrize("people", [1, 3])
def test_capacities_are_loaded_in_three_steps(conference, member, people, count_queries, db_session):
    for _ in range(people):
        person = an_official()
        appoint(person, member)
        name_delegate(a_delegation(conference), person)
        invite_guest(conference, an_official())
    db_session.flush()
    assert conference.id
    with count_queries() as queries:
        capacities(conference)
    assert queries.count == 3
