"""What a version of an agenda changed in the one before it, item by item, for people to be told in words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from confapp.agendas.models import Agenda, AgendaItem
from confapp.agendas.queries import Continuation, concordance

NEW_PARENT = -1


class Mark(StrEnum):
    """What became of an item; one that was left as it is has no mark."""

    NEW = "new"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    REWORDED = "reworded"
    DROPPED = "dropped"


@dataclass(slots=True)
class Change:
    """An item in both versions, as far as it is in them, and what happened to it in between."""

    before: AgendaItem | None
    after: AgendaItem | None
    marks: list[Mark] = field(default_factory=list)


def changes(before: Agenda, after: Agenda) -> list[Change]:
    """Every item of both versions, in the new order and then those that were left out; both with their items loaded."""
    lines = concordance(before, after)
    moved = _moved(lines)
    return [Change(line.before, line.after, _marks(line, moved)) for line in lines]


def _marks(line: Continuation, moved: set[int]) -> list[Mark]:
    if line.after is None:
        return [Mark.DROPPED]
    if line.before is None:
        return [Mark.NEW]
    found = {
        Mark.MOVED: line.after.id in moved,
        Mark.RENUMBERED: line.after.number != line.before.number,
        Mark.REWORDED: line.after.title != line.before.title,
    }
    return [mark for mark, is_so in found.items() if is_so]


def _moved(lines: Sequence[Continuation]) -> set[int]:
    """Items that stand under another one than before, or changed places with their neighbours; as few as explain it."""
    both = [(line.before, line.after) for line in lines if line.before is not None and line.after is not None]
    former = {after.id: before.id for before, after in both}
    places = {before.id: at for at, before in enumerate(sorted((pair[0] for pair in both), key=lambda i: i.position))}
    moved, beside = set(), defaultdict(list)
    for before, after in both:
        above = former.get(after.parent_id, NEW_PARENT) if after.parent_id is not None else None
        if above != before.parent_id:
            moved.add(after.id)
        else:
            beside[after.parent_id].append((places[before.id], after.id))
    for pairs in beside.values():
        kept = _rising([place for place, _key in pairs])
        moved.update(key for place, key in pairs if place not in kept)
    return moved


def _rising(places: Sequence[int]) -> set[int]:
    """The longest run of numbers that rise as they stand: what has not moved, if the others have."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    kept, one = set(), ends[-1] if ends else None
    while one is not None:
        kept.add(one)
        one = before[one]
    return kept
