"""Rolls: who was there, by name or by delegation."""

from __future__ import annotations

import pytest

from confapp.errors import RuleViolation
from confapp.floor.models import PresenceStatus, RollState
from confapp.floor.operations import call_roll
from confapp.floor.queries import presence_counts, roll_of, rolls_of
from confapp.participation.operations import invite_guest, name_delegate
from confapp.programme.operations import cancel_session
from tests.builders import a_conference, a_delegation, a_session, an_official, moment

PRESENT, ABSENT, UNLISTED = PresenceStatus.PRESENT, PresenceStatus.ABSENT, PresenceStatus.UNLISTED
TAKEN = RollState.TAKEN


@pytest.fixture
def conference(app):
    return a_conference()


@pytest.fixture
def session(conference):
    return a_session(conference)


@pytest.fixture
def brazil(conference):
    return a_delegation(conference, name="Brazil")


@pytest.fixture
def cruls(brazil):
    return name_delegate(brazil, an_official("Luís Cruls"))


@pytest.fixture
def newcomb(conference):
    return invite_guest(conference, an_official("Simon Newcomb"))


def test_a_roll_keeps_its_names_in_their_order(session, brazil, cruls, newcomb):
    roll = call_roll(
        session,
        state=TAKEN,
        presences=[
            {"status": PRESENT, "delegate": cruls, "printed_name": "M. Cruls"},
            {"status": UNLISTED, "guest": newcomb},
            {"status": ABSENT, "delegation": a_delegation(session.conference, name="Chile")},
        ],
        taken=moment("1884-10-01T12:30"),
        note="called by the acting Secretary",
    )
    kept = [(one.position, one.status, one.delegate, one.guest, one.printed_name) for one in roll.presences]
    assert kept == [
        (1, PRESENT, cruls, None, "M. Cruls"),
        (2, UNLISTED, None, newcomb, None),
        (3, ABSENT, None, None, None),
    ]


def test_a_delegate_stands_for_the_delegation(session, brazil, cruls):
    (presence,) = call_roll(session, state=TAKEN, presences=[{"status": PRESENT, "delegate": cruls}]).presences
    assert presence.delegation_id == brazil.id


def test_a_session_can_have_several_rolls(session):
    rolls = [call_roll(session, state=TAKEN) for _ in range(2)]
    assert [roll.position for roll in rolls] == [1, 2]


def test_no_roll_was_printed(session):
    assert call_roll(session, state=RollState.NOT_PRINTED, note="none in the protocol").state is RollState.NOT_PRINTED


def test_a_roll_that_was_not_taken_refuses_names(session, cruls):
    with pytest.raises(RuleViolation, match="was not taken has no names"):
        call_roll(session, state=RollState.NOT_TAKEN, presences=[{"status": PRESENT, "delegate": cruls}])


def test_a_roll_refuses_a_delegate_twice(session, cruls):
    with pytest.raises(RuleViolation, match=r"“M\. Cruls” stands twice"):
        call_roll(
            session,
            state=TAKEN,
            presences=[
                {"status": PRESENT, "delegate": cruls, "printed_name": "M. Cruls"},
                {"status": ABSENT, "delegate": cruls},
            ],
        )


def test_a_roll_refuses_a_delegation_twice(session, brazil):
    with pytest.raises(RuleViolation, match="“Brazil” stands twice"):
        call_roll(session, state=TAKEN, presences=[{"status": PRESENT, "delegation": brazil}] * 2)


def test_a_roll_takes_two_delegates_of_a_delegation(session, brazil, cruls):
    second = name_delegate(brazil, an_official())
    roll = call_roll(
        session,
        state=TAKEN,
        presences=[{"status": PRESENT, "delegate": cruls}, {"status": ABSENT, "delegate": second}],
    )
    assert [one.delegation_id for one in roll.presences] == [brazil.id, brazil.id]


def test_a_roll_refuses_who_is_nobody(session):
    with pytest.raises(RuleViolation, match="a delegate, a delegation or a guest"):
        call_roll(session, state=TAKEN, presences=[{"status": PRESENT}])


def test_a_roll_refuses_a_guest_with_a_delegation(session, brazil, newcomb):
    with pytest.raises(RuleViolation, match="a delegate, a delegation or a guest"):
        call_roll(session, state=TAKEN, presences=[{"status": PRESENT, "delegation": brazil, "guest": newcomb}])


def test_a_roll_refuses_a_delegate_of_another_delegation(session, conference, cruls):
    chile = a_delegation(conference, name="Chile")
    with pytest.raises(RuleViolation, match="another delegation than “Chile”"):
        call_roll(session, state=TAKEN, presences=[{"status": PRESENT, "delegate": cruls, "delegation": chile}])


def test_a_roll_refuses_a_delegate_to_another_conference(session):
    delegate = name_delegate(a_delegation(name="Hawaii"), an_official())
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        call_roll(session, state=TAKEN, presences=[{"status": PRESENT, "delegate": delegate}])


def test_a_roll_refuses_a_guest_of_another_conference(session):
    guest = invite_guest(a_conference(), an_official())
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        call_roll(session, state=TAKEN, presences=[{"status": PRESENT, "guest": guest, "printed_name": "Hilgard"}])


def test_a_cancelled_session_refuses_a_roll(session):
    cancel_session(session)
    with pytest.raises(RuleViolation, match="it has no roll"):
        call_roll(session, state=TAKEN)


def test_counts_take_a_delegation_with_anybody_there_as_present(session, conference, brazil, cruls, newcomb):
    second = name_delegate(brazil, an_official())
    call_roll(
        session,
        state=TAKEN,
        presences=[
            {"status": PRESENT, "delegate": cruls},
            {"status": ABSENT, "delegate": second},
            {"status": PRESENT, "guest": newcomb},
            {"status": ABSENT, "delegation": a_delegation(conference)},
        ],
    )
    counts = presence_counts(session)
    found = (counts.delegates, counts.guests, counts.delegations, counts.absent_delegations)
    assert found == (1, 1, 1, 1)


def test_counts_know_nothing_without_a_roll(session):
    assert presence_counts(session) is None


def test_counts_know_nothing_where_none_was_printed(session):
    call_roll(session, state=RollState.NOT_PRINTED)
    assert presence_counts(session) is None


def test_the_roll_of_a_moment_is_the_last_one_before_it(session, brazil):
    rolls = [
        call_roll(session, state=TAKEN, taken=moment(taken), presences=[{"status": PRESENT, "delegation": brazil}])
        for taken in ("1884-10-01T12:30", "1884-10-01T15:00")
    ]
    assert [roll_of(session, at=at) for at in (moment("1884-10-01T14:00"), None)] == rolls


@pytest.mark.parametrize("names", [1, 3])
def test_rolls_are_loaded_in_two_steps(session, brazil, count_queries, db_session, names):
    delegates = [name_delegate(brazil, an_official()) for _ in range(names)]
    call_roll(session, state=TAKEN, presences=[{"status": PRESENT, "delegate": one} for one in delegates])
    db_session.expire_all()
    session_id = session.id
    assert session_id
    with count_queries() as queries:
        (roll,) = rolls_of(session)
        assert [one.delegate.official.name for one in roll.presences]
    assert queries.count == 2
