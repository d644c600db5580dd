"""Counting as pure rules: from choices to totals, from totals to a result. Whole numbers and fractions only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from confapp.conferences.rules import Base, Chair, Majority, Quorum, Rules, Tie, WeightedBy
from confapp.voting.models import Choice, VoteResult

Voter = TypeVar("Voter", bound=Hashable)
Roll = Iterable[tuple[Voter, Choice]]

CASTING = frozenset({Choice.YES, Choice.NO})


@dataclass(frozen=True, slots=True)
class Totals:
    """How many chose what; of weighted votes, how much weight did."""

    yes: int = 0
    no: int = 0
    abstain: int = 0
    absent: int = 0
    not_voting: int = 0
    divided: int = 0
    unclear: int = 0

    @property
    def for_or_against(self) -> int:
        return self.yes + self.no

    @property
    def cast(self) -> int:
        """Votes cast, abstentions among them. A divided delegation casts none."""
        return self.yes + self.no + self.abstain

    @property
    def present(self) -> int:
        """Who was there: a place that the sources contradict was, whatever it voted."""
        return self.cast + self.not_voting + self.divided + self.unclear


@dataclass(frozen=True, slots=True)
class Poll:
    """All that a result depends on besides the rules.

    `entitled` and `present` count votes where votes have weights and a majority is a share of them; without `present`,
    the ballots tell. `casting` is the presiding officer's casting vote, `is_second` the second vote after a tie.
    """

    heads: Totals
    weights: Totals | None = None
    entitled: int | None = None
    present: int | None = None
    casting: Choice | None = None
    is_second: bool = False


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A result with the figures it follows from; `result` is None where unclear places could turn it."""

    result: VoteResult | None
    majority: Majority
    totals: Totals
    base: int
    needed: int
    decided_by: WeightedBy | None = None
    casting: Choice | None = None
    """The casting vote, where it broke a tie."""
    is_casting_foreseen: bool = True
    second_vote_hours: int | None = None


class Effect(NamedTuple):
    """What the same votes give on another base."""

    base: Base
    figure: int
    needed: int
    is_reached: bool


def tally(ballots: Iterable[Choice]) -> Totals:
    """Count each ballot once. Names in an election are counted elsewhere."""
    counted = Counter(ballots)
    return Totals(**{name: counted[Choice(name)] for name in Totals.__slots__})


def weigh(ballots: Iterable[tuple[Choice, int]]) -> Totals:
    """Count each ballot by its weight."""
    counted: Counter[Choice] = Counter()
    for choice, weight in ballots:
        counted[choice] += weight
    return Totals(**{name: counted[Choice(name)] for name in Totals.__slots__})


def needed(base: int, majority: Majority) -> int:
    """The least number of yes that carries: of a base of 89, 45 for more than half and 60 for two thirds (R1, R2)."""
    return majority.share.of(base)


def base_figure(base: Base, totals: Totals, *, entitled: int | None = None, present: int | None = None) -> int:
    """What the majority is a share of (R3 to R6). Those entitled are counted from the roll where nobody states them."""
    match base:
        case Base.PRESENT_AND_VOTING:
            return totals.for_or_against
        case Base.VOTES_CAST:
            return totals.cast
        case Base.PRESENT:
            return totals.present if present is None else present
    return totals.present + totals.absent if entitled is None else entitled


def quorum_number(quorum: Quorum | None, entitled: int) -> int:
    """How many must be present of those entitled, whether they vote or not (R11, R12); 0 where there is no quorum."""
    return 0 if quorum is None else quorum.of(entitled)


def has_quorum(quorum: Quorum | None, *, present: int, entitled: int) -> bool:
    """Whether enough are present."""
    return present >= quorum_number(quorum, entitled)


def reckon(poll: Poll, rules: Rules, majority_name: str | None = None) -> Reckoning:
    """The result of a poll under the rules, by the named majority or the ordinary one."""
    majority = rules.majority(majority_name)
    if poll.weights is None:
        return _reckon_one(poll, rules, majority)
    by_heads = replace(
        _reckon_one(replace(poll, entitled=None, present=None), rules, majority), decided_by=WeightedBy.HEADS
    )
    by_weights = replace(_reckon_one(replace(poll, heads=poll.weights), rules, majority), decided_by=WeightedBy.WEIGHTS)
    # Where votes weigh differently and the rules say nothing of weights, the votes that each was given count (R17).
    if rules.weighted_by is not WeightedBy.BOTH:
        return by_heads if rules.weighted_by is WeightedBy.HEADS else by_weights
    if by_heads.result is by_weights.result is VoteResult.CARRIED:
        return replace(by_weights, decided_by=WeightedBy.BOTH)
    return by_weights if by_heads.result is VoteResult.CARRIED else by_heads


def _reckon_one(poll: Poll, rules: Rules, majority: Majority) -> Reckoning:
    base = base_figure(majority.base, poll.heads, entitled=poll.entitled, present=poll.present)
    results = {_result(_resolved(poll, yes, no), rules, majority) for yes, no in _readings(poll.heads.unclear)}
    result = results.pop() if len(results) == 1 else None
    # A casting vote is a named act beside the totals; it counts only where there was a tie (R9). One that was given
    # decided, also where the rules know of none: what was done is kept, and the derivation says so.
    is_cast = poll.casting in CASTING and _is_tied(poll, majority)
    return Reckoning(
        result=result,
        majority=majority,
        totals=poll.heads,
        base=base,
        needed=needed(base, majority),
        casting=poll.casting if is_cast else None,
        is_casting_foreseen=not is_cast or _knows_casting_votes(rules),
        second_vote_hours=rules.second_vote_hours if result is VoteResult.TIED else None,
    )


def _readings(unclear: int) -> Iterable[tuple[int, int]]:
    return ((yes, no) for yes in range(unclear + 1) for no in range(unclear + 1 - yes))


def _resolved(poll: Poll, yes: int, no: int) -> Poll:
    totals = poll.heads
    abstain = totals.abstain + totals.unclear - yes - no
    return replace(poll, heads=replace(totals, yes=totals.yes + yes, no=totals.no + no, abstain=abstain, unclear=0))


def _result(poll: Poll, rules: Rules, majority: Majority) -> VoteResult:
    totals = poll.heads
    base = base_figure(majority.base, totals, entitled=poll.entitled, present=poll.present)
    if not totals.for_or_against:
        return VoteResult.NO_DECISION
    enough = needed(base, majority)
    if totals.yes >= enough:
        return VoteResult.CARRIED
    return _tie_result(poll, rules) if _is_tied(poll, majority) else VoteResult.LOST


def _is_tied(poll: Poll, majority: Majority) -> bool:
    """Whether one more yes would carry an equal vote: short of two thirds it is simply lost."""
    totals = poll.heads
    enough = needed(base_figure(majority.base, totals, entitled=poll.entitled, present=poll.present), majority)
    return totals.yes == totals.no > 0 and totals.yes < enough <= totals.yes + 1


def _knows_casting_votes(rules: Rules) -> bool:
    return rules.tie is Tie.CASTING_VOTE or rules.chair in {Chair.CASTING_ONLY, Chair.WHEN_IT_DECIDES}


def _tie_result(poll: Poll, rules: Rules) -> VoteResult:
    if poll.casting in CASTING:
        return VoteResult.CARRIED if poll.casting is Choice.YES else VoteResult.LOST
    if rules.tie is Tie.CASTING_VOTE or (rules.tie is Tie.SECOND_VOTE and not poll.is_second):
        return VoteResult.TIED
    return VoteResult.LOST


def effects(majority: Majority, totals: Totals, *, entitled: int, present: int | None = None) -> list[Effect]:
    """What the same votes give on each base, so that everybody sees what an abstention does (R7)."""
    found = []
    for base in Base:
        figure = base_figure(base, totals, entitled=entitled, present=present)
        enough = needed(figure, majority)
        found.append(Effect(base, figure, enough, totals.for_or_against > 0 and totals.yes >= enough))
    return found


def settle(rolls: Iterable[Roll[Voter]]) -> dict[Voter, Choice]:
    """The counted choice of every place that a printed roll names.

    It is clear where exactly one choice is consistent with every roll that names the place: a roll that names it
    twice offers both, a roll that leaves it out says nothing. Where the sources contradict each other, or only offer
    both, it is unclear and nobody guesses.
    """
    offers: dict[Voter, set[Choice]] = {}
    for roll in rolls:
        for voter, choices in _offered(roll).items():
            offers[voter] = offers.get(voter, choices) & choices
    return {voter: choices.pop() if len(choices) == 1 else Choice.UNCLEAR for voter, choices in offers.items()}


def _offered(roll: Roll[Voter]) -> dict[Voter, set[Choice]]:
    offered: dict[Voter, set[Choice]] = {}
    for voter, choice in roll:
        offered.setdefault(voter, set()).add(choice)
    return offered


def repeated(roll: Roll[Voter]) -> list[Voter]:
    """Places that a roll names more than once (R18), in its order."""
    return [voter for voter, times in Counter(voter for voter, _choice in roll).items() if times > 1]


def left_out(roll: Roll[Voter], entitled: Sequence[Voter]) -> list[Voter]:
    """Places that should stand in a roll and do not (R18), in the order of those entitled."""
    named = {voter for voter, _choice in roll}
    return [voter for voter in entitled if voter not in named]


def differences(counted: Totals, announced: Mapping[Choice, int | None]) -> dict[Choice, tuple[int, int]]:
    """Where the count differs from what was announced: counted and announced. What was not announced cannot differ."""
    pairs = ((choice, getattr(counted, choice.value), stated) for choice, stated in announced.items())
    return {choice: (count, stated) for choice, count, stated in pairs if stated is not None and count != stated}
