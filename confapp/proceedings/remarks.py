"""What the sources leave open about anything in a conference, with its place in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import InstrumentedAttribute

from confapp.conferences.models import Conference
from confapp.db import db
from confapp.floor.models import LogEntry, Roll
from confapp.letters.models import Letter
from confapp.participation.models import Delegate, Delegation
from confapp.programme.models import Session
from confapp.records.gathering.names import Names
from confapp.records.prose import escaped
from confapp.voting.models import Decision, Motion, Vote

SPELLINGS = "printed"


@dataclass(frozen=True, slots=True)
class Open:
    """One remark: about what, of which kind, in what words."""

    place: str
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """A table whose rows carry remarks, and how one of them is called."""

    model: Any
    label: InstrumentedAttribute[Any]
    words: Callable[[object], str]
    of_session: bool = False


def open_matters(conference: Conference, names: Names) -> list[Open]:
    """Every remark that says more than how something was spelled. For everybody who may see the edition."""
    found = list(_said(_("Conference"), conference.provenance))
    for kept in _tables():
        for label, provenance in _rows(kept, conference):
            found += _said(kept.words(label), provenance)
    assert names.language
    return found


def _tables() -> Sequence[_Kept]:
    return (
        _Kept(Delegation, Delegation.name, lambda name: _("Delegation %(name)s", name=name)),
        _Kept(Delegate, Delegate.key, lambda key: _("Delegate %(name)s", name=key)),
        _Kept(Session, Session.label, lambda label: _("Session %(label)s", label=label)),
        _Kept(Roll, Session.label, lambda label: _("Roll of session %(label)s", label=label), of_session=True),
        _Kept(LogEntry, Session.label, lambda label: _("Log of session %(label)s", label=label), of_session=True),
        _Kept(Motion, Motion.label, lambda label: _("Motion %(label)s", label=label)),
        _Kept(Vote, Vote.label, lambda label: _("Vote %(label)s", label=label)),
        _Kept(Decision, Decision.label, lambda label: _("Decision %(label)s", label=label)),
        _Kept(Letter, Letter.register_number, lambda number: _("Letter No. %(number)s", number=number)),
    )


def _rows(kept: _Kept, conference: Conference) -> Sequence[tuple[object, dict[str, Any]]]:
    found = sa.select(kept.label, kept.model.provenance).order_by(kept.model.id)
    if kept.model is Delegate:
        found = found.join(Delegate.delegation).where(Delegation.conference_id == conference.id)
    elif kept.of_session:
        found = found.join(Session, Session.id == kept.model.session_id).where(Session.conference_id == conference.id)
    else:
        found = found.where(kept.model.conference_id == conference.id)
    return [(label, provenance) for label, provenance in db.session.execute(found)]


def _said(place: str, provenance: dict[str, Any] | None) -> Iterator[Open]:
    for remark in (provenance or {}).get("remarks", ()):
        status = remark.get("status", "")
        if status != SPELLINGS:
            about = f"{place} ({remark['field']})" if remark.get("field") else place
            yield Open(about, _statuses().get(status, status), escaped(remark.get("text") or ""))


def _statuses() -> dict[str, str]:
    return {
        "not_stated": _("not stated in the source"),
        "derived": _("derived"),
        "uncertain": _("uncertain"),
        "disputed": _("disputed"),
    }
