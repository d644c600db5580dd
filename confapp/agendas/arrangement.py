"""The tree of a draft's items: move them, let their numbers follow, take the last move back.

What was there before a move is kept in the trail, so that it can be undone; undoing is a move itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.agendas.models import Agenda, AgendaItem, AgendaState
from confapp.audit import Action, AuditEntry
from confapp.db import db
from confapp.errors import RuleViolation

DEEPEST = 5
ITEMS: Any = AgendaItem.__table__


class Direction(StrEnum):
    """One step of an item through the tree."""

    UP = "up"
    DOWN = "down"
    INDENT = "indent"
    OUTDENT = "outdent"


@dataclass(slots=True)
class Place:
    """An item with its place: whom it stands under, and the number that is read."""

    id: int
    parent_id: int | None
    number: str


class Arrangement:
    """The places of all items of an agenda, those of one parent in their order."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = {place.id: place for place in places}
        self.under: dict[int | None, list[int]] = defaultdict(list)
        for place in places:
            self.under[place.parent_id].append(place.id)

    def siblings(self, key: int) -> list[int]:
        return self.under[self.places[key].parent_id]

    def in_order(self, parent: int | None = None) -> Iterator[Place]:
        """Every place as it is read: each item, then those under it."""
        for key in self.under[parent]:
            yield self.places[key]
            yield from self.in_order(key)

    def depth(self, key: int | None) -> int:
        """How many items stand above what is put under it."""
        return 0 if key is None else 1 + self.depth(self.places[key].parent_id)

    def height(self, key: int) -> int:
        """How many levels an item brings along."""
        return 1 + max((self.height(child) for child in self.under[key]), default=0)

    def has_above(self, key: int | None, other: int) -> bool:
        """Whether the other one is the item itself, or stands above it."""
        return key is not None and (key == other or self.has_above(self.places[key].parent_id, other))

    def move(self, key: int, parent: int | None, at: int) -> None:
        """Put an item, with all under it, under a parent at a place among those there without it."""
        self.siblings(key).remove(key)
        self.under[parent].insert(at, key)
        self.places[key].parent_id = parent

    def number(self) -> None:
        """Number all items by their places: 1, 1.1, 2."""
        self._number(None, "")

    def _number(self, parent: int | None, stem: str) -> None:
        for at, key in enumerate(self.under[parent], 1):
            self.places[key].number = f"{stem}{at}"
            self._number(key, f"{stem}{at}.")


def move_item(
    item: AgendaItem, *, parent: AgendaItem | None = None, before: AgendaItem | None = None, by: User | None = None
) -> None:
    """Put an item under another one (or, without a parent, at the top), before one that is there or behind them all."""
    agenda, arranged = _open(item.agenda_id)
    for other in filter(None, (parent, before)):
        if other.id not in arranged.places:
            raise RuleViolation(_("That item stands on another agenda."), field="parent")
    target = parent.id if parent else None
    if before is not None and arranged.places[before.id].parent_id != target:
        raise RuleViolation(_("The item before which it is put stands elsewhere by now."), field="before")
    if before is not None and before.id == item.id:
        raise RuleViolation(_("An item is not put before itself."), field="before")
    _refuse_loop(arranged, item, target)
    there = [key for key in arranged.under[target] if key != item.id]
    _put(agenda, arranged, item, target, there.index(before.id) if before else len(there), by=by)


def shift_item(item: AgendaItem, direction: Direction, *, by: User | None = None) -> None:
    """Move an item one step: up or down among its neighbours, under the one above it, or out beside its parent."""
    agenda, arranged = _open(item.agenda_id)
    parent, at = _step(arranged, item, direction)
    _refuse_loop(arranged, item, parent)
    _put(agenda, arranged, item, parent, at, by=by)


def undo_move(agenda: Agenda, *, by: User | None = None) -> None:
    """Put all items back as they stood before the last move; done again, the move is made again."""
    agenda, arranged = _open(agenda.id)
    entry = last_move(agenda)
    if entry is None:
        raise RuleViolation(_("Nothing was moved here yet."))
    before = [Place(*place) for place in entry.detail["before"]]
    if {place.id for place in before} != set(arranged.places):
        raise RuleViolation(_("Items were added or taken out since the last move, so it cannot be taken back."))
    _keep(agenda, Arrangement(before), arranged, {"undone": True}, by=by)


def let_numbers_follow(agenda: Agenda, *, follow: bool, by: User | None = None) -> None:
    """Number the items of a draft by their places from now on, or let each keep the number that it has."""
    agenda, arranged = _open(agenda.id)
    agenda.numbers_follow = follow
    audit.record(Action.AGENDA_CHANGED, agenda, by=by)
    db.session.flush()
    if follow:
        _renumber(agenda, arranged)


def refuse_too_deep(agenda: Agenda, parent: AgendaItem | None) -> None:
    """Refuse an item below the last level; an agenda that keeps printed numbers has as many levels as it had."""
    if parent is not None and agenda.numbers_follow and _arranged(agenda.id).depth(parent.id) >= DEEPEST:
        raise RuleViolation(_("An agenda has at most %(count)s levels.", count=DEEPEST), field="parent")


def follow_up(agenda: Agenda) -> None:
    """Number the items anew after one was added or taken out, where the numbers follow."""
    if agenda.numbers_follow:
        _renumber(agenda, _arranged(agenda.id))


def last_move(agenda: Agenda) -> AuditEntry | None:
    """The last move on an agenda, as the trail keeps it. For who may edit the agenda."""
    return db.session.scalar(
        sa.select(AuditEntry)
        .where(
            AuditEntry.subject_table == Agenda.__tablename__,
            AuditEntry.subject_id == agenda.id,
            AuditEntry.action == Action.AGENDA_ITEM_MOVED,
        )
        .order_by(AuditEntry.id.desc())
        .limit(1)
    )


def possible_steps(agenda: Agenda) -> dict[int, set[Direction]]:
    """Which steps each item of an agenda can take. For who may edit it."""
    arranged = _arranged(agenda.id)
    return {key: {step for step in Direction if _can(arranged, key, step)} for key in arranged.places}


def _open(agenda_id: int) -> tuple[Agenda, Arrangement]:
    """A draft and its items, which nobody else arranges until this is done."""
    locked = sa.select(Agenda).where(Agenda.id == agenda_id).with_for_update().execution_options(populate_existing=True)
    agenda = db.session.scalars(locked).one()
    if agenda.state is not AgendaState.DRAFT:
        raise RuleViolation(_("This version was issued and stays as it is. Draft a new version of it."))
    return agenda, _arranged(agenda_id)


def _arranged(agenda_id: int) -> Arrangement:
    rows = db.session.execute(
        sa.select(ITEMS.c.id, ITEMS.c.parent_id, ITEMS.c.number)
        .where(ITEMS.c.agenda_id == agenda_id)
        .order_by(ITEMS.c.position)
    )
    return Arrangement([Place(*row) for row in rows])


def _can(arranged: Arrangement, key: int, step: Direction) -> bool:
    there = arranged.siblings(key)
    at, parent = there.index(key), arranged.places[key].parent_id
    if step is Direction.UP:
        return at > 0
    if step is Direction.DOWN:
        return at < len(there) - 1
    if step is Direction.OUTDENT:
        return parent is not None
    return at > 0 and arranged.depth(there[at - 1]) + arranged.height(key) <= DEEPEST


def _step(arranged: Arrangement, item: AgendaItem, direction: Direction) -> tuple[int | None, int]:
    """Under which parent a step leads, and to which place there."""
    there, parent = arranged.siblings(item.id), arranged.places[item.id].parent_id
    at = there.index(item.id)
    refusals = {
        Direction.UP: _("Nothing stands before item %(number)s here.", number=item.number),
        Direction.DOWN: _("Nothing stands behind item %(number)s here.", number=item.number),
        Direction.INDENT: _("Item %(number)s cannot go under the one before it.", number=item.number),
        Direction.OUTDENT: _("Item %(number)s stands under no other.", number=item.number),
    }
    if not _can(arranged, item.id, direction):
        raise RuleViolation(refusals[direction])
    if direction is Direction.INDENT:
        above = there[at - 1]
        return above, len(arranged.under[above])
    if direction is Direction.OUTDENT:
        assert parent is not None  # it can take this step
        return arranged.places[parent].parent_id, arranged.siblings(parent).index(parent) + 1
    return parent, at + (1 if direction is Direction.DOWN else -1)


def _refuse_loop(arranged: Arrangement, item: AgendaItem, parent: int | None) -> None:
    if arranged.has_above(parent, item.id):
        raise RuleViolation(_("An item cannot stand under itself."), field="parent")
    if arranged.depth(parent) + arranged.height(item.id) > DEEPEST:
        raise RuleViolation(_("An agenda has at most %(count)s levels.", count=DEEPEST), field="parent")


def _put(
    agenda: Agenda, arranged: Arrangement, item: AgendaItem, parent: int | None, at: int, *, by: User | None
) -> None:
    before = Arrangement([Place(one.id, one.parent_id, one.number) for one in arranged.in_order()])
    arranged.move(item.id, parent, at)
    if agenda.numbers_follow:
        arranged.number()
    _keep(agenda, arranged, before, {"item": item.title}, by=by)


def _keep(
    agenda: Agenda, arranged: Arrangement, before: Arrangement, detail: dict[str, object], *, by: User | None
) -> None:
    """Write the places, and what was there before into the trail."""
    stood = [[one.id, one.parent_id, one.number] for one in before.in_order()]
    audit.record(Action.AGENDA_ITEM_MOVED, agenda, by=by, detail={**detail, "before": stood})
    _write(agenda, list(arranged.in_order()))


def _renumber(agenda: Agenda, arranged: Arrangement) -> None:
    arranged.number()
    _write(agenda, list(arranged.in_order()))


def _write(agenda: Agenda, places: Sequence[Place]) -> None:
    """In two steps, since no two items may have one position even for a moment; strangers see no draft."""
    if not places:
        return
    of_agenda = ITEMS.c.agenda_id == agenda.id
    db.session.flush()
    db.session.execute(sa.update(ITEMS).where(of_agenda).values(position=-ITEMS.c.position))
    for position, place in enumerate(places, 1):
        db.session.execute(
            sa.update(ITEMS)
            .where(ITEMS.c.id == place.id)
            .values(position=position, parent_id=place.parent_id, number=place.number)
        )
    for thing in db.session.identity_map.values():
        if isinstance(thing, AgendaItem) and thing.agenda_id == agenda.id:
            db.session.expire(thing, ["position", "parent_id", "parent", "number"])
    db.session.expire(agenda, ["items"])
