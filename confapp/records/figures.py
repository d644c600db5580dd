"""The figures of a vote as a record states them: counted from the ballots, or announced where nobody was counted."""

from __future__ import annotations

from dataclasses import dataclass

from confapp.conferences.rules import WeightedBy
from confapp.records.matters import Candidate, PrintedRoll, Vote, VoteRow
from confapp.records.prose import escaped
from confapp.records.scene import Scene
from confapp.voting.counting import Totals, differences
from confapp.voting.models import Choice, VoteMethod, VoteResult

WITHOUT_FIGURES = frozenset(
    {
        VoteMethod.UNANIMOUS,
        VoteMethod.WITHOUT_DIVISION,
        VoteMethod.NO_OBJECTION,
        VoteMethod.CONSENSUS,
        VoteMethod.ACCLAMATION,
    }
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Totals, and whether they were counted or only announced."""

    totals: Totals
    is_counted: bool


def figures(vote: Vote) -> Figures | None:
    """The figures there are; a unanimous vote has none to print (R14)."""
    if vote.totals is not None and any(_values(vote.totals)):
        return Figures(vote.totals, is_counted=True)
    announced = next((one for one in vote.printed if one.announced), None)
    return Figures(announced_totals(announced), is_counted=False) if announced else None


def cast(vote: Vote, counted: Figures) -> Totals:
    """The votes for, against and abstaining: by their weights where these decide (R22)."""
    reckoning = vote.reckoning
    is_by_weight = reckoning is not None and reckoning.decided_by in {WeightedBy.WEIGHTS, WeightedBy.BOTH}
    return reckoning.totals if reckoning is not None and is_by_weight and counted.is_counted else counted.totals


def announced_totals(roll: PrintedRoll) -> Totals:
    """What a source announces, as totals."""
    return Totals(**{choice.value: number for choice, number in roll.announced})


def disagreeing(vote: Vote) -> list[PrintedRoll]:
    """Rolls of the record itself whose announced totals are not those that were counted."""
    if vote.totals is None or not any(_values(vote.totals)):
        return []
    return [one for one in vote.printed if one.of_record and differences(vote.totals, dict(one.announced))]


def has_table(vote: Vote) -> bool:
    """Whether a vote has figures or names, and so a paragraph of its own."""
    return bool(figures(vote) or vote.rows or vote.candidates)


def voters(vote: Vote, choice: Choice, scene: Scene) -> list[str]:
    """Who chose so, by name; a delegate stands behind the delegation."""
    return [_voter(row, scene) for row in vote.rows if row.choice is choice]


def _voter(row: VoteRow, scene: Scene) -> str:
    name = scene.delegation(row.delegation)
    beside = [escaped(row.person.name.within(scene.language)[0])] if row.person and not row.delegation.is_person else []
    beside += [str(row.weight)] if row.weight != 1 else []
    return f"{name} ({'; '.join(beside)})" if beside else name


def chosen(vote: Vote, candidate: Candidate, scene: Scene) -> list[str]:
    """Who voted for a candidate, by name."""
    return [_voter(row, scene) for row in vote.rows if row.candidate == candidate.name]


def follows(vote: Vote) -> bool:
    """Whether what was declared is what the rules give."""
    return vote.reckoning is None or vote.reckoning.result in {None, vote.result, _declared_alike(vote.result)}


def is_cast(vote: Vote) -> bool:
    """Whether the casting vote of the presiding officer decided: by the rules, or without them on equal votes (R9)."""
    if vote.reckoning is not None:
        return vote.reckoning.casting is not None
    counted = figures(vote)
    is_equal = counted is not None and counted.totals.yes == counted.totals.no
    return is_equal and vote.casting_choice is not None and vote.result in {VoteResult.CARRIED, VoteResult.LOST}


def _declared_alike(result: VoteResult) -> VoteResult | None:
    return {VoteResult.TIED: VoteResult.LOST, VoteResult.LOST: VoteResult.NO_DECISION}.get(result)


def _values(totals: Totals) -> list[int]:
    return [getattr(totals, name) for name in Totals.__slots__]
