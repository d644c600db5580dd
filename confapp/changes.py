"""What a transaction changed of each thing, field by field, before and after: for the trail to keep."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import MANYTOONE
from sqlalchemy.orm.base import PASSIVE_NO_INITIALIZE

from confapp.dates import Moment, PartialDate
from confapp.db import Sourced, db

NOTES = "changes of fields"
TOLD = "changes that are told"
UNTOLD = frozenset({"id", "version", "position"})
Changes = dict[str, list[Any]]


def init_app() -> None:
    """Watch what goes into the database; said twice, it watches once."""
    for name, listener in (("before_flush", _note_all), ("after_commit", _forget), ("after_soft_rollback", _forget)):
        if not sa.event.contains(db.session, name, listener):
            sa.event.listen(db.session, name, listener)


def taken(thing: Any) -> Changes:
    """What changed of a thing since it was last asked, `{column: [before, after]}`; not of what is marked private."""
    if not isinstance(thing, Sourced):
        return {}
    _note(thing, db.session.info)
    noted: Changes = db.session.info.get(NOTES, {}).pop(_key(thing), {})
    # They are seen once more when they are flushed, and must not be told again.
    told = db.session.info.setdefault(TOLD, {}).setdefault(_key(thing), {})
    told.update({name: after for name, (_before, after) in noted.items()})
    return {name: pair for name, pair in noted.items() if pair[0] != pair[1]}


def _note_all(orm_session: Any, *_: Any) -> None:
    for thing in orm_session.dirty:
        if isinstance(thing, Sourced):
            _note(thing, orm_session.info)


def _note(thing: Any, info: dict[Any, Any]) -> None:
    state = sa.inspect(thing)
    if not state.persistent:
        return
    noted: Changes = info.setdefault(NOTES, {}).setdefault(_key(thing), {})
    told = info.get(TOLD, {}).get(_key(thing), {})
    for name, (before, after) in {**_of_columns(state), **_of_relations(state)}.items():
        first = noted[name][0] if name in noted else told.get(name, before)
        noted[name] = [first, after]


def _key(thing: Any) -> tuple[str, int]:
    return thing.__tablename__, thing.id


def _of_columns(state: Any) -> Changes:
    found = {}
    for column in state.mapper.column_attrs:
        if column.key in UNTOLD or column.columns[0].info.get("private"):
            continue
        history = state.get_history(column.key, PASSIVE_NO_INITIALIZE)
        if history.added and history.deleted:
            found[column.key] = [_plain(history.deleted[0]), _plain(history.added[0])]
    return found


def _of_relations(state: Any) -> Changes:
    """A relation that was set reaches its column only with the flush."""
    found = {}
    for relation in state.mapper.relationships:
        if relation.direction is not MANYTOONE or relation.viewonly:
            continue
        history = state.get_history(relation.key, PASSIVE_NO_INITIALIZE)
        (column,) = list(relation.local_columns)[:1]
        name = state.mapper.get_property_by_column(column).key
        if history.added and name in state.dict:
            other = history.added[0]
            found[name] = [state.dict[name], None if other is None else other.id]
    return found


def _plain(value: Any) -> Any:
    """A value as JSON keeps it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, PartialDate | Moment) else value


def _forget(orm_session: Any, *_: Any) -> None:
    orm_session.info.pop(NOTES, None)
    orm_session.info.pop(TOLD, None)
