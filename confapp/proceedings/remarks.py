"""What the sources leave open about anything in a conference, with its place in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import InstrumentedAttribute

from confapp.conferences.models import Conference
from confapp.db import db
from confapp.floor.models import LogEntry, Roll
from confapp.letters.models import Letter
from confapp.officials.models import Official
from confapp.participation.models import Delegate, Delegation
from confapp.proceedings.fields import FIELDS
from confapp.programme.models import Session
from confapp.records.prose import escaped
from confapp.voting.models import Decision, Motion, Vote

SPELLINGS = "printed"


@dataclass(frozen=True, slots=True)
class Open:
    """One remark: about what, of which kind, in what words. The same said of several things is said once."""

    place: str
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """A table whose rows carry remarks, how its rows are called, and how one finds those of a conference."""

    model: Any
    label: InstrumentedAttribute[Any]
    words: Callable[[str], str]
    joins: tuple[Any, ...] = ()
    of: Any = None


def open_matters(conference: Conference) -> list[Open]:
    """Every remark that says more than how something was spelled. For everybody who may see the edition."""
    found = list(_grouped([("", conference.provenance)], lambda _label: _("Conference")))
    for kept in _tables():
        found += _grouped(_rows(kept, conference), kept.words)
    return found


def _tables() -> Sequence[_Kept]:
    people, here = (Delegate.delegation, Delegate.official), Delegation.conference_id
    there = Session.conference_id
    return (
        _Kept(Delegation, Delegation.name, lambda name: _("Delegation %(name)s", name=name)),
        _Kept(Delegate, Official.name, lambda name: _("Delegate %(name)s", name=name), people, here),
        _Kept(Session, Session.label, lambda label: _("Session %(label)s", label=label)),
        _Kept(Roll, Session.label, lambda label: _("Roll of session %(label)s", label=label), (Roll.session,), there),
        _Kept(
            LogEntry,
            Session.label,
            lambda label: _("Log of session %(label)s", label=label),
            (LogEntry.session,),
            there,
        ),
        _Kept(Motion, Motion.label, lambda label: _("Motion %(label)s", label=label)),
        _Kept(Vote, Vote.label, lambda label: _("Vote %(label)s", label=label)),
        _Kept(Decision, Decision.label, lambda label: _("Decision %(label)s", label=label)),
        _Kept(Letter, Letter.register_number, lambda number: _("Letter No. %(number)s", number=number)),
    )


def _rows(kept: _Kept, conference: Conference) -> Sequence[tuple[str, Mapping[str, Any]]]:
    found = sa.select(kept.label, kept.model.provenance).select_from(kept.model).order_by(kept.model.id)
    for join in kept.joins:
        found = found.join(join)
    owner: InstrumentedAttribute[int] = kept.model.conference_id if kept.of is None else kept.of
    return [(str(label), said) for label, said in db.session.execute(found.where(owner == conference.id))]


def _grouped(rows: Sequence[tuple[str, Mapping[str, Any] | None]], words: Callable[[str], str]) -> Iterator[Open]:
    """The remarks on one kind of thing; what is the same of several of them is said with all their names."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for label, said in rows:
        for remark in (said or {}).get("remarks", ()):
            status, field, text = remark.get("status", ""), remark.get("field") or "", remark.get("text") or ""
            if status != SPELLINGS and (field or text):
                places.setdefault((status, field, text), []).append(label)
    for (status, field, text), labels in places.items():
        place = words(", ".join(dict.fromkeys(labels)))
        about = FIELDS.get(field, field.replace("_", " "))
        yield Open(f"{place} ({about})" if about else place, _statuses().get(status, status), escaped(text))


def _statuses() -> dict[str, str]:
    return {
        "not_stated": _("not stated in the source"),
        "derived": _("derived"),
        "uncertain": _("uncertain"),
        "disputed": _("disputed"),
    }
