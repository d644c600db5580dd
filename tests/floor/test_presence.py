"""The quorum: of those entitled, not of those who registered (R11, R12)."""

from __future__ import annotations

import pytest

from confapp.conferences.documents import adopt_rulebook
from confapp.conferences.rules_data import preset, read_rules, write_rules
from confapp.floor.models import Presence, PresenceStatus, Roll, RollState
from confapp.floor.operations import call_roll
from confapp.floor.presence import Act, QuorumFound, find_quorum
from confapp.floor.queries import entitled_delegations, quorum_of
from confapp.participation.models import Delegate, Delegation
from confapp.participation.operations import present_credentials, reject_credentials, withdraw_delegation
from tests.builders import a_conference, a_delegation, a_session, day, moment

PRESENT, ABSENT = PresenceStatus.PRESENT, PresenceStatus.ABSENT
UN = preset("un-general-assembly")
OF_PERSONS = preset("roberts-rules")


def a_roll(there: int, of: int) -> Roll:
    status = [PRESENT] * there + [ABSENT] * (of - there)
    return Roll(presences=[Presence(delegation_id=key, status=one) for key, one in enumerate(status, 1)])


def delegations(number: int) -> list[Delegation]:
    return [Delegation(id=key) for key in range(1, number + 1)]


@pytest.mark.parametrize(
    ("members", "act", "needed"),
    [(115, Act.OPEN, 39), (115, Act.DECIDE, 58), (116, Act.OPEN, 39), (116, Act.DECIDE, 59), (16, Act.DECIDE, 9)],
)
def test_to_open_and_to_decide_are_different_numbers(members, act, needed):
    assert find_quorum(a_roll(0, members), delegations(members), (), UN, act).needed == needed


def test_half_of_the_members_is_no_quorum():
    assert not find_quorum(a_roll(8, 16), delegations(16), (), UN, Act.DECIDE).is_met


def test_one_more_than_half_is_a_quorum():
    found = find_quorum(a_roll(58, 115), delegations(115), (), UN, Act.DECIDE)
    assert (found, found.is_met) == (QuorumFound(present=58, entitled=115, needed=58), True)


def test_a_delegation_counts_once_whoever_of_it_is_there():
    roll = Roll(presences=[Presence(delegation_id=1, delegate_id=key, status=PRESENT) for key in (1, 2, 3)])
    assert find_quorum(roll, delegations(3), (), UN, Act.DECIDE).present == 1


def test_who_has_no_vote_counts_for_no_quorum():
    assert find_quorum(a_roll(3, 3), delegations(2), (), UN, Act.DECIDE).present == 2


def test_where_persons_vote_persons_are_counted():
    delegates = [Delegate(id=key, delegation_id=1) for key in range(1, 6)]
    roll = Roll(
        presences=[Presence(delegation_id=1, delegate_id=key, status=PRESENT) for key in (1, 2)]
        + [Presence(delegation_id=1, delegate_id=3, status=ABSENT)]
    )
    found = find_quorum(roll, delegations(1), delegates, OF_PERSONS, Act.DECIDE)
    assert found == QuorumFound(present=2, entitled=5, needed=3)


def test_rules_without_a_quorum_need_nobody():
    assert find_quorum(a_roll(0, 25), delegations(25), (), preset("as-in-1884"), Act.DECIDE).is_met


def test_a_quorum_can_be_a_number():
    rules = read_rules({**write_rules(UN), "quorum_to_open": {"number": 20}})
    assert find_quorum(a_roll(19, 39), delegations(39), (), rules, Act.OPEN).needed == 20


@pytest.fixture
def conference(app):
    return a_conference(zone="Europe/Paris")


@pytest.fixture
def rulebook(conference):
    return adopt_rulebook(conference, name="Rules", preset="un-general-assembly")


def test_the_quorum_of_a_session_is_found_on_its_roll(conference, rulebook):
    session = a_session(conference)
    present = [a_delegation(conference) for _ in range(2)]
    a_delegation(conference)
    call_roll(session, state=RollState.TAKEN, presences=[{"status": PRESENT, "delegation": one} for one in present])
    assert quorum_of(session, rulebook) == QuorumFound(present=2, entitled=3, needed=2)


def test_without_a_roll_nobody_knows(conference, rulebook):
    assert quorum_of(a_session(conference), rulebook) is None


def test_a_delegation_without_a_vote_is_not_entitled(conference):
    member = a_delegation(conference)
    a_delegation(conference, is_voting=False)
    assert entitled_delegations(conference) == [member]


def test_a_delegation_whose_credentials_were_rejected_is_not_entitled(conference):
    delegation = a_delegation(conference)
    present_credentials(delegation, on=day("1884-10-01"))
    reject_credentials(delegation, on=day("1884-10-02"))
    at = [None, moment("1884-10-03"), moment("1884-10-01")]
    assert [entitled_delegations(conference, at=one) for one in at] == [[], [], [delegation]]


def test_a_delegation_is_entitled_until_it_withdraws(conference):
    delegation = a_delegation(conference)
    withdraw_delegation(delegation, at=moment("1884-10-20T10:00"))
    at = [moment("1884-10-20T09:59"), moment("1884-10-20T10:01")]
    assert [entitled_delegations(conference, at=one) for one in at] == [[delegation], []]
