"""Labels and places of what a conference moves, rules, votes on and decides: `m04-02`, `v04-04`."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import next_number
from confapp.programme.models import Session
from confapp.voting.models import Decision, Motion, Ruling, Vote

Labelled = type[Motion] | type[Ruling] | type[Vote] | type[Decision]

# Labels stand in addresses.
LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
LETTERS: dict[Labelled, str] = {Motion: "m", Ruling: "r", Vote: "v", Decision: "d"}


def refuse_label(model: Labelled, conference_id: int, label: str | None) -> None:
    """Refuse a label that is taken in the conference, or that cannot stand in an address."""
    if label is None:
        return
    if not LABEL.fullmatch(label):
        raise RuleViolation(
            _("“%(label)s” is no label: write letters, digits, dots and hyphens, like m04-02.", label=label[:60]),
            field="label",
        )
    if db.session.scalar(sa.select(model.id).where(model.conference_id == conference_id, model.label == label)):
        raise RuleViolation(_("“%(label)s” is taken in this conference already.", label=label), field="label")


def place(model: Labelled, conference_id: int, session: Session | None, label: str | None) -> dict[str, Any]:
    """Number and label a new one behind the others; the caller has locked the conference."""
    return {
        "conference_id": conference_id,
        "position": next_number(model.position, model.conference_id == conference_id),
        "label": label or _free_label(model, conference_id, session),
    }


def _free_label(model: Labelled, conference_id: int, session: Session | None) -> str:
    stem = f"{LETTERS[model]}{_session_part(session)}-"
    taken = set(
        db.session.scalars(
            sa.select(model.label).where(
                model.conference_id == conference_id, model.label.startswith(stem, autoescape=True)
            )
        )
    )
    number = 1
    while f"{stem}{number:02d}" in taken:
        number += 1
    return f"{stem}{number:02d}"


def _session_part(session: Session | None) -> str:
    if session is None:
        return ""
    return (
        f"{int(session.label):02d}" if session.label.isascii() and session.label.isdigit() else f"-{session.label[:50]}"
    )
