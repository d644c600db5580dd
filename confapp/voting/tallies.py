"""What a vote gives: the totals as they were declared and as they are now, and how the result follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from confapp.conferences.rules import Rules, Unit
from confapp.conferences.rules_data import read_rules
from confapp.floor.moments import certainly_before
from confapp.voting.ballots import FIGURELESS
from confapp.voting.counting import Poll, Reckoning, Totals, reckon, tally, weigh
from confapp.voting.derivation import derivation, without_figures
from confapp.voting.models import Ballot, PrintedRoll, Vote, VoteKind, VoteResult
from confapp.voting.printed import announced_totals

ADOPTED = {VoteResult.CARRIED, VoteResult.ELECTED}


@dataclass(frozen=True, slots=True)
class Change:
    """A ballot changed or entered late, what it stood as before, and the totals that it gave."""

    before: Ballot | None
    after: Ballot
    totals: Totals


@dataclass(frozen=True, slots=True)
class Count:
    """The ballots that counted when the result was declared, those that count now, and what changed between."""

    declared_ballots: tuple[Ballot, ...]
    ballots: tuple[Ballot, ...]
    changes: tuple[Change, ...]

    @property
    def declared(self) -> Totals:
        return totals_of(self.declared_ballots)

    @property
    def now(self) -> Totals:
        return totals_of(self.ballots)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the figures give by the rules, in a sentence; without rules or figures there is no reckoning."""

    reckoning: Reckoning | None
    text: str
    declared: VoteResult
    is_counted: bool = False
    """From ballots; otherwise from announced totals."""

    @property
    def result(self) -> VoteResult | None:
        return self.reckoning.result if self.reckoning else None

    @property
    def differs(self) -> bool:
        """Whether something else was declared than the figures give."""
        undecided = {None, VoteResult.NOT_STATED}
        if self.result in undecided or self.declared in undecided:
            return False
        return (self.result in ADOPTED) != (self.declared in ADOPTED)


def totals_of(ballots: Iterable[Ballot]) -> Totals:
    """Each ballot once."""
    return tally(ballot.choice for ballot in ballots)


def weights_of(ballots: Iterable[Ballot]) -> Totals:
    """Each ballot by its weight."""
    return weigh((ballot.choice, ballot.weight) for ballot in ballots)


def is_weighted(rules: Rules, ballots: Iterable[Ballot]) -> bool:
    """Whether votes have weights: by the rules, or because somebody has more votes than one (or none)."""
    return rules.unit is Unit.WEIGHTED or any(ballot.weight != 1 for ballot in ballots)


def counted(vote: Vote, *, zone: str | None = None) -> Count:
    """Count a vote whose ballots are loaded; a ballot that supersedes another stands in its place."""
    later = sorted((one for one in vote.ballots if is_later(vote, one, zone)), key=lambda one: one.id)
    standing: dict[int, Ballot] = {}
    for ballot in vote.ballots:
        if ballot not in later:
            standing.pop(ballot.supersedes_id or 0, None)
            standing[ballot.id] = ballot
    declared = tuple(standing.values())
    changes = []
    for ballot in later:
        before = standing.pop(ballot.supersedes_id or 0, None)
        standing[ballot.id] = ballot
        changes.append(Change(before, ballot, totals_of(standing.values())))
    return Count(declared, tuple(standing.values()), tuple(changes))


def is_later(vote: Vote, ballot: Ballot, zone: str | None) -> bool:
    """Whether a ballot was changed or entered after the result was declared: it has its reason."""
    return ballot.reason is not None and not certainly_before(ballot.entered, vote.declared, zone)


def outcome(
    vote: Vote, ballots: Sequence[Ballot], *, entitled: int | None = None, present: int | None = None
) -> Outcome:
    """How the result follows from these ballots (or, without any, from what was announced) by the vote's rulebook.

    `entitled` and `present` are for majorities that are a share of them; without them the ballots tell.
    """
    if vote.method in FIGURELESS:
        return Outcome(None, without_figures() if vote.result in ADOPTED else "", vote.result)
    rules = rules_of(vote)
    heads = totals_of(ballots) if ballots else announced_of(vote.printed_rolls)
    if rules is None or heads is None or vote.kind is VoteKind.ELECTION:
        return Outcome(None, "", vote.result)
    poll = Poll(
        heads=heads,
        weights=weights_of(ballots) if ballots and is_weighted(rules, ballots) else None,
        entitled=entitled,
        present=present,
        casting=vote.casting_choice,
        is_second=(vote.round or 1) > 1 or vote.reconsiders_id is not None,
    )
    reckoning = reckon(poll, rules, vote.majority)
    return Outcome(reckoning, derivation(reckoning), vote.result, is_counted=bool(ballots))


def rules_of(vote: Vote) -> Rules | None:
    """The rules under which a vote was taken."""
    return read_rules(vote.rulebook.rules) if vote.rulebook is not None else None


def announced_of(rolls: Iterable[PrintedRoll]) -> Totals | None:
    """The totals of the first source that announces yes or no."""
    for roll in rolls:
        if roll.announced_yes is not None or roll.announced_no is not None:
            return announced_totals(roll)
    return None
