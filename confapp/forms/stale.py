"""Two edits of one thing, side by side: what I sent, and what somebody else saved in the meantime."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from confapp.db import Base
from confapp.history import Change, last_change_of


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the two differ, in words; `mine_is_old` where I left it as it was before."""

    name: str
    label: str
    mine: str
    theirs: str
    mine_is_old: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """What differs, field by field, and by whom and when the other one was saved."""

    differences: dict[str, Difference]
    last: Change | None


def conflict_between(mine: Any, theirs: Any, thing: Base) -> Conflict:
    """Compare two forms of one kind, field by field."""
    last = last_change_of(thing)
    before = {line.field: line.before for line in last.lines} if last else {}
    differences = {}
    for name, field in mine._fields.items():
        other = theirs[name]
        if getattr(field, "is_fact", True) and name != "csrf_token" and said(field) != said(other):
            is_old = name in before and said(field) == as_said(type(field), before[name], mine, name)
            differences[name] = Difference(name, str(field.label.text), said(field), said(other), is_old)
    return Conflict(differences, last)


def said(field: Any) -> str:
    """What a field holds, as people read it."""
    return str(field.said() if hasattr(field, "said") else field.data if field.data is not None else "")


def as_said(_kind: type, value: Any, form: Any, name: str) -> str:
    """An earlier value out of the trail, as the field would show it."""
    field = form[name]
    return str(field.said_of(value)) if hasattr(field, "said_of") else "" if value is None else str(value)
