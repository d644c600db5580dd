"""Rules of procedure as values: who has a vote, what is enough, what a tie means.

`rules_data` reads them from plain JSON and writes them back; presets lie beside it. Shares are fractions: there are no
floats and no percentages anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from flask_babel import gettext as _

from confapp.errors import RuleViolation


class Unit(StrEnum):
    """Who has a vote."""

    DELEGATION = "delegation"
    INDIVIDUAL = "individual"
    WEIGHTED = "weighted"


class Base(StrEnum):
    """What a majority is a share of."""

    PRESENT_AND_VOTING = "present_and_voting"
    """Yes and no; who abstains counts as not voting."""
    VOTES_CAST = "votes_cast"
    """Yes, no and abstentions."""
    PRESENT = "present"
    ENTITLED = "entitled"
    """All that have the right to vote, present or not."""


class Tie(StrEnum):
    """What an equal number of yes and no means."""

    REJECTED = "rejected"
    SECOND_VOTE = "second_vote"
    CASTING_VOTE = "casting_vote"


class Chair(StrEnum):
    """Whether the presiding officer votes."""

    VOTES = "votes"
    CASTING_ONLY = "casting_only"
    WHEN_IT_DECIDES = "when_it_decides"
    NEVER = "never"


class QuorumCheck(StrEnum):
    """When a quorum to decide is looked at."""

    PRESUMED = "presumed"
    """It is taken for granted until somebody asks."""
    EACH_VOTE = "each_vote"


class RollOrder(StrEnum):
    """In what order a roll is called."""

    ALPHABETICAL = "alphabetical"
    BY_LOT = "by_lot"
    """Alphabetical, starting from a name drawn by lot."""


class VoteChange(StrEnum):
    """Until when a vote can be changed or entered late."""

    NEVER = "never"
    UNTIL_DECLARED = "until_declared"
    BY_LEAVE = "by_leave"
    """Until the result is declared, and later by leave of the meeting."""


class WeightedBy(StrEnum):
    """Which count decides where votes have weights."""

    WEIGHTS = "weights"
    HEADS = "heads"
    BOTH = "both"


class Proxies(StrEnum):
    """Whether a vote can be given to somebody else."""

    NONE = "none"


class RulesError(RuleViolation, ValueError):
    """Data that is no rulebook, or a rule that it does not know."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: more than it, or at least it."""

    fraction: Fraction
    is_strict: bool = True

    def of(self, whole: int) -> int:
        """The least whole number that is enough: of 23, more than half is 12 and at least two thirds is 16."""
        scaled = whole * self.fraction.numerator
        if self.is_strict:
            return scaled // self.fraction.denominator + 1
        return -(-scaled // self.fraction.denominator)


@dataclass(frozen=True, slots=True)
class Majority:
    """A share of a base. At least 1/1 of those present and voting is unanimity."""

    share: Share
    base: Base


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many must be present: a share of those entitled, or a number."""

    share: Share | None = None
    number: int | None = None

    def of(self, entitled: int) -> int:
        """The least number that is a quorum where so many are entitled."""
        return self.share.of(entitled) if self.share is not None else self.number or 0


@dataclass(frozen=True, slots=True)
class Rules:
    """What a rulebook says. `ordinary` names the one of its majorities that holds where a vote names none."""

    unit: Unit
    majorities: Mapping[str, Majority]
    ordinary: str
    quorum_to_open: Quorum | None = None
    quorum_to_decide: Quorum | None = None
    quorum_check: QuorumCheck = QuorumCheck.PRESUMED
    tie: Tie = Tie.REJECTED
    second_vote_hours: int | None = None
    chair: Chair = Chair.VOTES
    roll_order: RollOrder = RollOrder.ALPHABETICAL
    roll_language: str | None = None
    vote_changes: VoteChange = VoteChange.UNTIL_DECLARED
    weighted_by: WeightedBy | None = None
    agenda_additions: str | None = None
    """The majority by which an item is added to an adopted agenda; None where none can be added."""
    correction_days: int | None = None
    """How long a record can be corrected after it was circulated; None where its approval is the end."""
    proxies: Proxies = Proxies.NONE

    def majority(self, name: str | None = None) -> Majority:
        """The majority of that name, or the ordinary one; an unknown name is refused with those there are."""
        if (name or self.ordinary) not in self.majorities:
            known = ", ".join(sorted(self.majorities))
            raise RulesError(_("These rules know no majority “%(name)s”, only: %(known)s.", name=name, known=known))
        return self.majorities[name or self.ordinary]
