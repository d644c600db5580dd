"""Printed rolls and candidates: what a source prints of a vote, kept as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _

from confapp.errors import RuleViolation
from confapp.facts import write
from confapp.participation.models import Delegation
from confapp.text import slugify
from confapp.voting.counting import Totals
from confapp.voting.facts import CandidateFacts, PrintedRollFacts, PrintedRowFacts
from confapp.voting.models import Candidate, Choice, PrintedRoll, PrintedRow

ANNOUNCED = {
    Choice.YES: "announced_yes",
    Choice.NO: "announced_no",
    Choice.ABSTAIN: "announced_abstain",
    Choice.ABSENT: "announced_absent",
    Choice.NOT_VOTING: "announced_not_voting",
}


def refuse_printed(rolls: Sequence[PrintedRollFacts], delegations: Mapping[int, Delegation]) -> None:
    """Refuse two rolls under one key, totals below nothing, and names of other conferences."""
    keys = [roll["key"] for roll in rolls if "key" in roll]
    if len(set(keys)) < len(keys):
        raise RuleViolation(_("Each printed roll of a vote has a key of its own."), field="printed_rolls")
    for roll in rolls:
        if any((_announced(roll, choice) or 0) < 0 for choice in ANNOUNCED):
            raise RuleViolation(_("An announced total is nothing at the least."), field="printed_rolls")
        for row in roll.get("rows", ()):
            place = _place(row)
            if place is not None and place not in delegations:
                raise RuleViolation(
                    _("“%(title)s” names a delegation to another conference.", title=roll["title"]),
                    field="printed_rolls",
                )


def has_figures(roll: PrintedRollFacts) -> bool:
    """Whether it prints names or totals."""
    return bool(roll.get("rows")) or any(_announced(roll, choice) is not None for choice in ANNOUNCED)


def announced(roll: PrintedRoll) -> dict[Choice, int | None]:
    """The totals that a roll announces; None where it announces none."""
    return {choice: getattr(roll, column) for choice, column in ANNOUNCED.items()}


def announced_totals(roll: PrintedRoll) -> Totals:
    """The totals that a roll announces, what it leaves out as nothing."""
    return Totals(**{choice.value: number or 0 for choice, number in announced(roll).items()})


def _announced(roll: PrintedRollFacts, choice: Choice) -> int | None:
    return {
        Choice.YES: roll.get("announced_yes"),
        Choice.NO: roll.get("announced_no"),
        Choice.ABSTAIN: roll.get("announced_abstain"),
        Choice.ABSENT: roll.get("announced_absent"),
        Choice.NOT_VOTING: roll.get("announced_not_voting"),
    }[choice]


def _place(row: PrintedRowFacts) -> int | None:
    delegate, delegation = row.get("delegate"), row.get("delegation")
    if delegate is not None:
        return delegate.delegation_id
    return delegation.id if delegation is not None else None


def build_rolls(rolls: Sequence[PrintedRollFacts]) -> list[PrintedRoll]:
    """The rows of the printed rolls, which were checked before; one without a key gets it from its title."""
    taken = {roll["key"] for roll in rolls if "key" in roll}
    return [_roll(place, roll, taken) for place, roll in enumerate(rolls, 1)]


def _roll(position: int, facts: PrintedRollFacts, taken: set[str]) -> PrintedRoll:
    roll = PrintedRoll(position=position, key=facts.get("key") or free(taken, facts["title"], stem="roll"))
    write(roll, {name: value for name, value in facts.items() if name not in {"key", "rows"}})
    roll.rows = [_row(place, row) for place, row in enumerate(facts.get("rows", ()), 1)]
    return roll


def _row(position: int, facts: PrintedRowFacts) -> PrintedRow:
    row = PrintedRow(position=position)
    write(row, facts)
    row.delegation_id = _place(facts)
    return row


def keyed(candidates: Sequence[CandidateFacts]) -> list[CandidateFacts]:
    """The candidates, each with its key; two of one key are refused."""
    given = [candidate["key"] for candidate in candidates if "key" in candidate]
    if len(set(given)) < len(given):
        raise RuleViolation(_("Each candidate has a key of its own."), field="candidates")
    taken = set(given)
    return [
        {**candidate, "key": candidate.get("key") or free(taken, candidate["name"], stem="candidate")}
        for candidate in candidates
    ]


def build_candidates(candidates: Sequence[CandidateFacts]) -> list[Candidate]:
    """The rows of the candidates, in their order."""
    rows = []
    for place, facts in enumerate(candidates, 1):
        candidate = Candidate(position=place)
        write(candidate, facts)
        rows.append(candidate)
    return rows


def free(taken: set[str], wish: str, *, stem: str) -> str:
    """A key that is free among those of the same vote; it is taken from then on."""
    base, number = slugify(wish) or stem, 1
    key = base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    taken.add(key)
    return key
