"""The sheet of a vote before it is kept: its ballots, what the sources print of it, its candidates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from confapp.errors import RuleViolation
from confapp.participation.models import Delegation
from confapp.programme.models import Session
from confapp.voting import ballots as counted
from confapp.voting import printed
from confapp.voting.counting import Totals, tally
from confapp.voting.facts import BallotFacts, CandidateFacts, PrintedRollFacts
from confapp.voting.models import Vote, VoteKind, VoteMethod


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was counted and what was printed, with the delegations that it can be about."""

    delegations: Mapping[int, Delegation]
    ballots: Sequence[BallotFacts]
    rolls: Sequence[PrintedRollFacts]
    candidates: Sequence[CandidateFacts]

    @classmethod
    def of(
        cls,
        session: Session,
        ballots: Sequence[BallotFacts],
        rolls: Sequence[PrintedRollFacts],
        candidates: Sequence[CandidateFacts],
    ) -> Sheet:
        """Lay the sheet out; without ballots they are settled from the printed rolls."""
        needs_names = ballots or any(roll.get("rows") for roll in rolls)
        delegations = counted.delegations_of(session.conference_id) if needs_names else {}
        return cls(delegations, ballots or counted.settled(rolls, delegations), rolls, printed.keyed(candidates))

    @property
    def kind(self) -> VoteKind:
        return VoteKind.ELECTION if self.candidates else VoteKind.QUESTION

    def totals(self) -> Totals | None:
        """The totals of the ballots, where there are any."""
        return tally(ballot["choice"] for ballot in self.ballots) if self.ballots else None

    def refuse(self, method: VoteMethod) -> None:
        """Refuse figures where there are none, and ballots and rolls that contradict themselves."""
        has_figures = bool(self.ballots) or any(printed.has_figures(roll) for roll in self.rolls)
        if method in counted.FIGURELESS and has_figures:
            raise RuleViolation(
                _("What is decided without a vote has no figures. Choose how the votes were counted."), field="method"
            )
        printed.refuse_printed(self.rolls, self.delegations)
        counted.refuse_ballots(self.ballots, self.delegations, method, self.candidates)

    def fill(self, vote: Vote) -> None:
        """Hang everything on the new vote."""
        vote.candidates = printed.build_candidates(self.candidates)
        vote.printed_rolls = printed.build_rolls(self.rolls)
        vote.ballots = counted.build(self.ballots, self.delegations, vote.candidates)
