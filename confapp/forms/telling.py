"""The history of a thing in words: its trail, with fields and values as its form shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from confapp.acts import act_words
from confapp.db import Base
from confapp.forms.base import Form
from confapp.history import Change, Line, history_of

LONGEST = 400


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A field that changed, in words; without values where they are not public."""

    label: str
    before: str
    after: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Told:
    """An act in words; `key` brings back what it changed, where the form has a field for it."""

    key: int | None
    at: datetime
    by: str | None
    what: str
    lines: list[ToldLine]


def told(thing: Base, form: Form) -> Sequence[Told]:
    """The acts on a thing, the newest first, in the words of its form. For who may see its history."""
    return [_told(change, form) for change in history_of(thing)]


def _told(change: Change, form: Form) -> Told:
    can_come_back = any(line.is_kept and _field(form, line.field) is not None for line in change.lines)
    return Told(
        key=change.id if can_come_back else None,
        at=change.at,
        by=change.by,
        what=act_words(change.action),
        lines=[_line(line, form) for line in change.lines],
    )


def _line(line: Line, form: Form) -> ToldLine:
    field = _field(form, line.field)
    label = str(field.label.text) if field is not None else line.field.removesuffix("_id").replace("_", " ")
    return ToldLine(label, _value(field, line.before), _value(field, line.after), line.is_kept)


def _field(form: Form, name: str) -> Any:
    known = name if name in form else name.removesuffix("_id")
    return form._fields.get(known)


def _value(field: Any, kept: Any) -> str:
    text = field.said_of(kept) if hasattr(field, "said_of") else "" if kept is None else str(kept)
    return text if len(text) <= LONGEST else text[:LONGEST] + " …"
