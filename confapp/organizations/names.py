"""Names over time, which bodies and people have in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from flask_babel import gettext as _

from confapp.dates import PartialDate
from confapp.db import Base, db
from confapp.errors import RuleViolation
from confapp.facts import next_number, write
from confapp.organizations.facts import NameFacts
from confapp.organizations.models import Body, BodyName, NameKind

Row = TypeVar("Row", bound=Base)


def refuse_backward_names(names: Sequence[NameFacts]) -> None:
    """Refuse a name that certainly ended before it began."""
    for name in names:
        refuse_backwards(
            name.get("valid_from"),
            name.get("valid_until"),
            _("The name “%(name)s” ends before it begins. Look at both dates.", name=name["name"]),
            field="names",
        )


def refuse_backwards(start: PartialDate | None, end: PartialDate | None, message: str, *, field: str) -> None:
    """Refuse an end that certainly stands before its start."""
    if start is not None and end is not None and end.latest < start.earliest:
        raise RuleViolation(message, field=field)


def add_body_names(body: Body, names: Sequence[NameFacts]) -> None:
    """Add names behind those the body has."""
    number = next_number(BodyName.position, BodyName.body_id == body.id)
    for position, facts in enumerate(names, number):
        db.session.add(named(BodyName(body=body, position=position), facts))


def named(row: Row, facts: NameFacts) -> Row:
    """The row with what is said of the name; a name without a kind is a variant."""
    write(row, {"kind": NameKind.VARIANT, **facts})
    return row
