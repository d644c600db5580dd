"""The audit trail as it is read: filtered, page by page, and taken away as a file.

All of it is for administrators; what happened in a conference is also for whoever may see its history.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from confapp import clock
from confapp.accounts import queries
from confapp.accounts.models import User
from confapp.accounts.nouns import AREAS, NOUNS, noun_of
from confapp.acts import act_words
from confapp.audit import AuditEntry
from confapp.db import db
from confapp.listing import Filter, Listing, Page

PERIODS = {
    "day": timedelta(days=1),
    "week": timedelta(days=7),
    "month": timedelta(days=31),
    "year": timedelta(days=366),
}
PERIOD_NAMES = {"day": _l("a day"), "week": _l("a week"), "month": _l("a month"), "year": _l("a year")}
MOST = 100_000
BATCH = 1000
SHORT = 120
SHOWN_BESIDE = {"conference_id", "user_id", "changes"}
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = ("at", "who", "act", "what", "what_id", "conference", "detail")


@dataclass(frozen=True, slots=True)
class TrailLine:
    """An act as people read it."""

    at: datetime
    who: str
    action: str
    subject: str
    subject_id: int
    conference: str
    detail: dict[str, Any]

    @property
    def act(self) -> str:
        return act_words(self.action)

    @property
    def what(self) -> str:
        return noun_of(self.action)

    @property
    def told(self) -> list[tuple[str, str]]:
        """The details that a word is enough for; what a change held before stands in the thing's own history."""
        known = {name: value for name, value in self.detail.items() if name not in SHOWN_BESIDE}
        plain = [(name, value) for name, value in known.items() if isinstance(value, str | int | list)]
        return [(name.replace("_", " "), _short(value)) for name, value in plain if value != ""]


def page_of_all() -> Page:
    """The acts that the address asks for, for administrators."""
    return _all().page()


def page_of_conference(conference_id: int) -> Page:
    """The acts in one conference that the address asks for, for whoever may see its history."""
    return _within().page(AuditEntry.conference_id == conference_id)


def everything_asked_for() -> Sequence[AuditEntry]:
    """The acts that the address asks for, on one page, for an administrator to take away."""
    return replace(_all(), per_page=MOST).page().rows


def lines_of(entries: Sequence[AuditEntry]) -> list[TrailLine]:
    """The acts with the names of people and conferences, in two queries however many there are."""
    people = _names({entry.by_id for entry in entries} | {_whom(entry) for entry in entries})
    places = {
        one.id: one.slug for one in queries.conference_names({e.conference_id for e in entries if e.conference_id})
    }
    return [
        TrailLine(
            at=entry.at,
            who=people.get(entry.by_id, ""),
            action=entry.action,
            subject=people.get(_whom(entry), ""),
            subject_id=entry.subject_id,
            conference=places.get(entry.conference_id or 0, ""),
            detail=entry.detail,
        )
        for entry in entries
    ]


def as_csv(lines: Sequence[TrailLine]) -> Iterator[str]:
    """A table for spreadsheets, in which no cell can start a formula."""
    yield "\ufeff"  # without which one of them takes it for another encoding
    yield _row(COLUMNS)
    for line in lines:
        yield _row(
            (
                line.at.isoformat(timespec="seconds"),
                line.who,
                line.action,
                line.subject or line.what,
                str(line.subject_id),
                line.conference,
                json.dumps(line.detail, ensure_ascii=False, sort_keys=True) if line.detail else "",
            )
        )


def as_json(lines: Sequence[TrailLine]) -> Iterator[str]:
    """The same as one JSON array, an act to a line."""
    yield "["
    for number, line in enumerate(lines):
        said = {
            "at": line.at.isoformat(timespec="seconds"),
            "who": line.who or None,
            "act": line.action,
            "what": line.subject or line.what,
            "what_id": line.subject_id,
            "conference": line.conference or None,
            "detail": line.detail,
        }
        yield (",\n" if number else "\n") + json.dumps(said, ensure_ascii=False)
    yield "\n]\n"


def cell(text: str) -> str:
    """A cell that is text wherever it is opened."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def _all() -> Listing:
    conferences = Filter("conference", _l("Conference"), _conference_words, on=AuditEntry.conference_id)
    return replace(_within(), filters=[*_within().filters, conferences])


def _within() -> Listing:
    return Listing(
        model=AuditEntry,
        sorts={"when": (AuditEntry.at, AuditEntry.id)},
        filters=[
            Filter("area", _l("What"), AREAS, where=lambda area: AuditEntry.action.startswith(f"{area}.")),
            Filter(
                "within", _l("Within"), PERIOD_NAMES, where=lambda name: AuditEntry.at >= clock.now() - PERIODS[name]
            ),
        ],
        search=_search,
        descending=True,
        per_page=100,
    )


def _search(text: str) -> sa.ColumnElement[bool]:
    """Who did it, to whom, or what was done: names, addresses, and the words of the page itself."""
    people = sa.select(User.id).where(
        sa.or_(User.email.icontains(text, autoescape=True), User.name.icontains(text, autoescape=True))
    )
    wanted = text.casefold()
    nouns = [key for key, word in NOUNS.items() if wanted in str(word).casefold()]
    return sa.or_(
        AuditEntry.by_id.in_(people),
        sa.and_(AuditEntry.subject_table == "users", AuditEntry.subject_id.in_(people)),
        AuditEntry.action.icontains(text, autoescape=True),
        *(AuditEntry.action.like(f"%.{noun}.%") for noun in nouns),
    )


def _conference_words() -> dict[Any, Any]:
    return {one.id: one.name for one in queries.conference_names()}


def _names(keys: set[int | None]) -> dict[int | None, str]:
    wanted = sorted(key for key in keys if key is not None)
    names: dict[int | None, str] = {}
    for start in range(0, len(wanted), BATCH):
        query = sa.select(User.id, User.name, User.email, User.erased_at)
        for key, name, email, erased_at in db.session.execute(query.where(User.id.in_(wanted[start : start + BATCH]))):
            names[key] = _("somebody who has left") if erased_at else name or email
    return names


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([cell(text) for text in cells])
    return out.getvalue()


def _whom(entry: AuditEntry) -> int | None:
    """The user that it was done to, where it was done to one."""
    key = entry.subject_id if entry.subject_table == "users" else entry.detail.get("user_id")
    return key if isinstance(key, int) else None


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"
