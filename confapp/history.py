"""What the trail says of one thing: who did what to it, when, and what was there before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from confapp.audit import AuditEntry
from confapp.db import Base, db

LATEST = 50


@dataclass(frozen=True, slots=True)
class Line:
    """A field that changed; of what is not public the values were never noted, and `is_kept` is false."""

    field: str
    before: Any = None
    after: Any = None
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """One act on a thing."""

    id: int
    at: datetime
    action: str
    by: str | None
    lines: list[Line] = field(default_factory=list)
    detail: Mapping[str, Any] = field(default_factory=dict)


def history_of(thing: Base, *, latest: int = LATEST) -> Sequence[Change]:
    """The acts on a thing, the newest first, with the names of those who did them. For who may change the thing."""
    users = Base.metadata.tables["users"].c
    rows = db.session.execute(
        sa.select(AuditEntry, users.name, users.email)
        .outerjoin(users.id.table, users.id == AuditEntry.by_id)
        .where(AuditEntry.subject_table == thing.__tablename__, AuditEntry.subject_id == _key(thing))
        .order_by(AuditEntry.id.desc())
        .limit(latest)
    )
    return [_change(entry, name or email) for entry, name, email in rows]


def last_change_of(thing: Base) -> Change | None:
    """The newest act on a thing that says what was there before."""
    return next((change for change in history_of(thing) if change.lines), None)


def earlier_values(thing: Base, entry_id: int) -> dict[str, Any]:
    """What the fields held before an act on the thing, as the trail keeps it; empty where it is another thing's."""
    entry = db.session.scalar(
        sa.select(AuditEntry).where(
            AuditEntry.id == entry_id,
            AuditEntry.subject_table == thing.__tablename__,
            AuditEntry.subject_id == _key(thing),
        )
    )
    return {} if entry is None else {line.field: line.before for line in _lines(entry) if line.is_kept}


def _key(thing: Any) -> int:
    return int(thing.id)


def _change(entry: AuditEntry, by: str | None) -> Change:
    detail = {key: value for key, value in entry.detail.items() if key not in {"changes", "fields"}}
    return Change(entry.id, entry.at, entry.action, by, _lines(entry), detail)


def _lines(entry: AuditEntry) -> list[Line]:
    changes = entry.detail.get("changes", {})
    named = entry.detail.get("fields", [])
    return [Line(name, before, after) for name, (before, after) in changes.items()] + [
        Line(name, is_kept=False) for name in named if name not in changes
    ]
