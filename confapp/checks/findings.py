"""What a check says: a finding with its place, in words that name people and delegations."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from confapp.db import Sourced


class Severity(StrEnum):
    """How much a finding matters; only an error keeps a conference from being published."""

    ERROR = "error"
    """What confapp itself would publish wrongly."""
    WARNING = "warning"
    """A fault of a source, or something that is probably wrong."""
    INFO = "info"


class Subject(StrEnum):
    """What a check looks at."""

    TEXT = "text"
    NAMES = "names"
    DATES = "dates"
    CONFERENCE = "conference"
    COMMITTEES = "committees"
    OFFICES = "offices"
    PARTICIPATION = "participation"
    SESSIONS = "sessions"
    AGENDAS = "agendas"
    LETTERS = "letters"
    DOCUMENTS = "documents"
    VOTES = "votes"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class Mend:
    """What would mend it: in the text at the place of the finding, one for the other."""

    found: str
    meant: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    `place` is an address of thing and field that stays the same while the thing is there (`votes/v04#ballots`); a code
    finds at most one thing at a place. `evidence` is what was found, as values: a waiver holds for these and no others.
    """

    code: str
    severity: Severity
    place: str
    message: str
    suggestion: str = ""
    evidence: tuple[str, ...] = ()
    mend: Mend | None = None

    @property
    def digest(self) -> str:
        """What a waiver remembers of it; the language of the message is no part of it."""
        said = json.dumps([self.code, self.place, *self.evidence], ensure_ascii=True)
        return hashlib.sha256(said.encode()).hexdigest()


def of_source(*things: Sourced | None) -> bool:
    """Whether one of the things cites a source: what is wrong in it is the source's fault."""
    return any(thing is not None and bool((thing.provenance or {}).get("sources")) for thing in things)


def fault(*things: Sourced | None) -> Severity:
    """A warning where the thing is taken from a source, an error where it is our own."""
    return Severity.WARNING if of_source(*things) else Severity.ERROR


def remarks(thing: Sourced, field: str | None = None, *, status: str | None = None) -> list[dict[str, Any]]:
    """What is said of a field of a thing (or of any), in this status (or in any)."""
    return [
        remark
        for remark in (thing.provenance or {}).get("remarks") or ()
        if (field is None or remark.get("field") == field) and (status is None or remark.get("status") == status)
    ]


def is_not_stated(thing: Sourced, field: str) -> bool:
    """Whether somebody has noted that the source does not say it."""
    return bool(remarks(thing, field, status="not_stated"))
