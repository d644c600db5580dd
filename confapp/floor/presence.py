"""Who was there: what a roll gives in numbers, and whether that is a quorum (R11, R12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from confapp.conferences.rules import Rules, Unit
from confapp.dates import Moment
from confapp.floor.models import Presence, PresenceStatus, Roll, RollState
from confapp.floor.moments import certainly_before
from confapp.participation.models import CredentialsState, Delegate, Delegation


class Act(StrEnum):
    """What a quorum is asked for."""

    OPEN = "open"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class PresenceCounts:
    """How many a roll has of each kind; of a delegation with anybody present, the delegation is."""

    delegates: int = 0
    guests: int = 0
    delegations: int = 0
    absent_delegations: int = 0


@dataclass(frozen=True, slots=True)
class QuorumFound:
    """How many were present of how many entitled, and how many are needed; without a rule, none."""

    present: int
    entitled: int
    needed: int

    @property
    def is_met(self) -> bool:
        return self.present >= self.needed


def count(roll: Roll) -> PresenceCounts:
    """The numbers of a roll whose presences are loaded."""
    there = [presence for presence in roll.presences if presence.status is PresenceStatus.PRESENT]
    here = delegations_present(there)
    named = {presence.delegation_id for presence in roll.presences if presence.delegation_id is not None}
    return PresenceCounts(
        delegates=sum(presence.delegate_id is not None for presence in there),
        guests=sum(presence.guest_id is not None for presence in there),
        delegations=len(here),
        absent_delegations=len(named - here),
    )


def delegations_present(presences: Iterable[Presence]) -> set[int]:
    """The delegations with anybody present."""
    return {
        presence.delegation_id
        for presence in presences
        if presence.delegation_id is not None and presence.status is PresenceStatus.PRESENT
    }


def roll_at(rolls: Iterable[Roll], at: Moment | None, zone: str | None) -> Roll | None:
    """The last roll with names that was not certainly taken later."""
    taken = [roll for roll in rolls if roll.state is RollState.TAKEN and not certainly_before(at, roll.taken, zone)]
    return taken[-1] if taken else None


def is_entitled(delegation: Delegation, at: Moment | None, zone: str | None) -> bool:
    """Whether a delegation has a vote then: not one that was withdrawn or whose credentials were rejected."""
    rejected = Moment(delegation.credentials_on) if delegation.credentials_on is not None else None
    is_rejected = delegation.credentials is CredentialsState.REJECTED and not certainly_before(at, rejected, zone)
    return delegation.is_voting and not is_rejected and not certainly_before(delegation.withdrawn, at, zone)


def find_quorum(
    roll: Roll, delegations: Iterable[Delegation], delegates: Iterable[Delegate], rules: Rules, act: Act
) -> QuorumFound:
    """Hold a roll against those entitled: delegations, or persons where each of them has a vote."""
    quorum = rules.quorum_to_open if act is Act.OPEN else rules.quorum_to_decide
    ours = {delegation.id for delegation in delegations}
    if rules.unit is Unit.INDIVIDUAL:
        entitled = sum(delegate.delegation_id in ours for delegate in delegates)
        present = sum(
            presence.status is PresenceStatus.PRESENT and presence.delegation_id in ours for presence in roll.presences
        )
    else:
        entitled, present = len(ours), len(delegations_present(roll.presences) & ours)
    return QuorumFound(present=present, entitled=entitled, needed=0 if quorum is None else quorum.of(entitled))
