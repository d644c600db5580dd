"""The facts of a row as operations take them: finished values by the model's own column names, written with care."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypedDict, cast

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import InstrumentedAttribute

from confapp.db import Base, Sourced, Versioned, db
from confapp.errors import RuleViolation, StaleEdit
from confapp.text import clean_line, clean_text, slugify

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
LARGEST_INTEGER = 2**31 - 1


class SourcedFacts(TypedDict, total=False):
    """What everything that comes from a source may have."""

    provenance: dict[str, Any]


class ContentFacts(SourcedFacts, total=False):
    """What everything that people write may have."""

    language: str | None
    translations: dict[str, dict[str, str]]


def cleaned(model: type[Base], facts: Mapping[str, object]) -> dict[str, Any]:
    """The facts as they will be kept; refuses what is empty and must not be, and what does not fit its column."""
    columns = sa.inspect(model).columns
    return {key: _cleaned(columns[key], key, value) if key in columns else value for key, value in facts.items()}


def write(thing: Base, facts: Mapping[str, object]) -> list[str]:
    """Set the facts, all of them or (where one is refused) none; the names of those that changed come back."""
    changed = []
    for key, value in cleaned(type(thing), facts).items():
        if key not in sa.inspect(type(thing)).all_orm_descriptors:
            raise TypeError(f"{type(thing).__name__} has no {key}")
        if _differs(thing, key, value):
            setattr(thing, key, value)
            changed.append(key)
    return changed


def refuse_stale(thing: Versioned, version: int | None) -> None:
    """Refuse an edit that was begun before somebody else's; None is an edit without a form."""
    if version is not None and thing.version != version:
        raise StaleEdit(_("Somebody else has changed this in the meantime. Look at both texts, then send yours again."))


def next_number(
    column: InstrumentedAttribute[int] | InstrumentedAttribute[int | None], *where: sa.ColumnElement[bool]
) -> int:
    """One more than the greatest number there is, from 1."""
    return (db.session.scalar(sa.select(sa.func.max(column)).where(*where)) or 0) + 1


def free_key(
    column: InstrumentedAttribute[str], *where: sa.ColumnElement[bool], key: str | None, wish: str, stem: str
) -> str:
    """The given key, refused where it is taken; or a free one from the wish (or, where it spells nothing, the stem)."""
    if key is not None:
        if not KEY.fullmatch(key):
            raise RuleViolation(
                _(
                    "“%(key)s” cannot be a key: use letters, digits, hyphens, dots and underscores.",
                    key=key[:60],
                ),
                field="key",
            )
        if db.session.scalar(sa.select(column).where(*where, column == key)) is not None:
            raise RuleViolation(_("“%(key)s” is taken here already. Choose another key.", key=key), field="key")
        return key
    base, number = slugify(wish) or stem, 1
    taken = set(db.session.scalars(sa.select(column).where(*where, column.startswith(base))))
    free = base
    while free in taken:
        number += 1
        free = f"{base}-{number}"
    return free


def _differs(thing: Base, key: str, value: object) -> bool:
    """Whether the value is news, without loading anything to find out."""
    known = sa.inspect(thing).dict
    return key not in known or bool(known[key] != value)


def _cleaned(column: sa.ColumnElement[Any], key: str, value: object) -> object:
    kind = column.type
    if isinstance(value, str) and isinstance(kind, sa.String) and not isinstance(kind, sa.Enum):
        return _cleaned_text(cast("sa.Column[Any]", column), key, value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > LARGEST_INTEGER:
        raise RuleViolation(_("%(value)s is too large a number.", value=value), field=key)
    return value


def _cleaned_text(column: sa.Column[Any], key: str, value: str) -> str | None:
    length = cast("sa.String", column.type).length
    text = clean_text(value) if isinstance(column.type, sa.Text) else clean_line(value)
    if not text:
        if not column.nullable:
            raise RuleViolation(_("“%(field)s” must not be empty.", field=key), field=key)
        return None
    if length is not None and len(text) > length:
        raise RuleViolation(
            _(
                "“%(field)s” has %(count)s characters; at most %(length)s fit.",
                field=key,
                count=len(text),
                length=length,
            ),
            field=key,
        )
    return text


__all__ = ["ContentFacts", "Sourced", "SourcedFacts", "cleaned", "free_key", "next_number", "refuse_stale", "write"]
