"""How often what the public can see has changed, so that no process serves what was withdrawn.

A public page is kept until the revision under its key changes: a conference's slug, or "" for pages across conferences.
Every flush notes what it touches and the commit counts, once per key: no operation can forget it. A statement without
objects passes by the flush; whoever sends one says `bump`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from confapp.db import Base, db

EVERYWHERE = ""
NOTES = "confapp.revisions"
RAISED = "confapp.revisions.raised"
# No page for strangers shows them; a former name in an address changes only with the thing that had it.
NEVER_PUBLIC = {"audit_entries", "users", "grants", "sign_in_links", "slugs"}
# More rows than that at once are an import: then everything counts as changed.
MANY = 500
INSERTS: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


class PublicRevision(Base):
    """How often the public side of a conference (or, under "", what spans conferences) has changed."""

    __tablename__ = "public_revisions"
    __table_args__ = ({"info": {"private": True}},)

    key: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    revision: Mapped[int] = mapped_column(default=0, server_default="0")


@dataclass(slots=True)
class Touched:
    """What a transaction has touched so far."""

    everything: bool = False
    keys: set[str] = field(default_factory=set)
    conferences: set[int] = field(default_factory=set)
    owners: dict[str, set[int]] = field(default_factory=dict)
    """Rows that lead to a conference, by their tables."""

    def note(self, thing: Any, *, is_gone: bool = False) -> None:
        """Note a row that is new, changed or gone; of one that is gone nothing is asked any more."""
        table = thing.__table__
        if table.info.get("private") or table.name in NEVER_PUBLIC:
            return
        if table.name == "conferences":
            self.keys.update(filter(None, sa.inspect(thing).attrs.slug.history.sum()))
            self.conferences.add(thing.id)
            return
        column, owner = _owner(table.name)
        key = sa.inspect(thing).dict.get(column) if is_gone else getattr(thing, column, None)
        if key is None:
            self.everything = True
        else:
            self.owners.setdefault(owner, set()).add(key)

    @property
    def is_much(self) -> bool:
        return self.everything or any(len(keys) > MANY for keys in (self.conferences, *self.owners.values()))


def init_app() -> None:
    """Watch what goes into the database; said twice, it watches once."""
    for name, listener in (("after_flush", _note), ("before_commit", _count), ("after_soft_rollback", _forget)):
        if not sa.event.contains(db.session, name, listener):
            sa.event.listen(db.session, name, listener)


def revision(key: str) -> int:
    """The present revision, by one read of a primary key; 0 where nothing was ever public. For everybody."""
    return db.session.scalar(sa.select(PublicRevision.revision).where(PublicRevision.key == key)) or 0


def bump(conference: Any | None = None) -> None:
    """Say that the transaction changes what is public without objects: of one conference, or (without it) of all."""
    touched = _touched(db.session.info)
    if conference is None:
        touched.everything = True
    else:
        touched.conferences.add(conference.id)


@cache
def _owner(name: str) -> tuple[str, str]:
    """By which column a row of the table leads to a conference, and to which table; ("", "") where by none."""
    columns = Base.metadata.tables[name].columns
    if "conference_id" in columns:
        return "conference_id", "conferences"
    for column in columns:
        for key in () if column.nullable or column.primary_key else column.foreign_keys:
            owner = key.column.table.name
            if owner != name and _owner(owner)[0]:
                return column.name, owner
    return "", ""


def _touched(info: dict[Any, Any]) -> Touched:
    touched: Touched = info.setdefault(NOTES, Touched())
    return touched


def _note(orm_session: Any, _context: Any) -> None:
    touched = _touched(orm_session.info)
    for thing in orm_session.deleted:
        touched.note(thing, is_gone=True)
    for thing in (*orm_session.new, *filter(orm_session.is_modified, orm_session.dirty)):
        touched.note(thing)


def _count(orm_session: Any) -> None:
    """Count in the last moment, in one order, so that nobody waits for a counter for long or for ever."""
    if orm_session.in_nested_transaction():
        return
    orm_session.flush()
    touched: Touched | None = orm_session.info.pop(NOTES, None)
    if touched is None or not (touched.is_much or touched.keys or touched.conferences or touched.owners):
        return
    keys = iter(sorted({EVERYWHERE, *touched.keys, *orm_session.scalars(_slugs(touched))}))
    while batch := list(islice(keys, MANY)):
        _raise(orm_session, batch)
    orm_session.info[RAISED] = True  # for those who follow once it is committed


def _slugs(touched: Touched) -> sa.Select[Any] | sa.CompoundSelect[Any]:
    conferences = Base.metadata.tables["conferences"]
    if touched.is_much:
        return sa.union(sa.select(conferences.c.slug), sa.select(PublicRevision.key))
    led_to = [sa.select(conferences.c.id).where(conferences.c.id.in_(touched.conferences))]
    led_to += [_conferences(name, keys) for name, keys in touched.owners.items()]
    return sa.select(conferences.c.slug).where(sa.or_(*(conferences.c.id.in_(ids) for ids in led_to)))


def _conferences(name: str, keys: Iterable[int]) -> Any:
    """The conferences to which rows of a table lead, as a query."""
    found: Any = list(keys)
    while name != "conferences":
        column, owner = _owner(name)
        table = Base.metadata.tables[name]
        found = sa.select(table.c[column]).where(table.c.id.in_(found))
        name = owner
    table = Base.metadata.tables[name]
    return sa.select(table.c.id).where(table.c.id.in_(found))


def _raise(orm_session: Any, keys: list[str]) -> None:
    insert = INSERTS[orm_session.connection().dialect.name]
    statement = insert(PublicRevision).values([{"key": key, "revision": 1} for key in keys])
    raised = {"revision": PublicRevision.revision + 1}
    orm_session.execute(statement.on_conflict_do_update(index_elements=["key"], set_=raised))


def _forget(orm_session: Any, transaction: Any) -> None:
    """What was rolled back is not public; what only a savepoint gave up counts once too often, which harms nobody."""
    if transaction.parent is None:
        orm_session.info.pop(NOTES, None)
        orm_session.info.pop(RAISED, None)
