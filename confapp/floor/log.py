"""The log of a session: one note after the other, each sent as often as its sender likes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import selectinload

from confapp import clock
from confapp.accounts.models import User
from confapp.agendas.models import Agenda
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import cleaned, next_number, write
from confapp.floor.facts import SpeakerFacts
from confapp.floor.models import EntryKind, EntrySpeaker, LogEntry, SpeakerRole
from confapp.programme.models import Session, SessionState

LONGEST_UID = 60
# They need a session that sits; what comes before its opening (a ceremony, the roll, the opening itself) does not.
OF_OPEN_SESSIONS = {
    EntryKind.MOTION,
    EntryKind.AMENDMENT,
    EntryKind.RENEWED,
    EntryKind.WITHDRAWN,
    EntryKind.VOTE,
    EntryKind.VOTE_CHANGED,
    EntryKind.ELECTION,
    EntryKind.DECISION,
    EntryKind.POINT_OF_ORDER,
    EntryKind.RULING,
    EntryKind.RECORD_APPROVAL,
    EntryKind.SUSPENDED,
    EntryKind.RESUMED,
    EntryKind.ADJOURNED,
}
REFERENCES = ("agenda_item", "committee", "document", "presentation", "roll", "strikes")


@dataclass(frozen=True, slots=True)
class Note:
    """An entry as its sender wants it: what it says, what it points to, who spoke, and the sender's name for it."""

    session: Session
    said: Mapping[str, Any]
    references: Mapping[str, Any] = field(default_factory=dict)
    speakers: Sequence[SpeakerFacts] = ()
    uid: str | None = None

    def refuse(self) -> None:
        """Refuse what a session in this state cannot have, and what belongs to something else."""
        kind, state = self.said["kind"], self.session.state
        if state is SessionState.CANCELLED:
            raise RuleViolation(_("This session was cancelled: nothing can be noted in its log."))
        if state is SessionState.PLANNED and kind in OF_OPEN_SESSIONS:
            raise RuleViolation(_("This session is not open yet. Open it first, then note what happens in it."))
        if self.uid is not None and not 0 < len(self.uid) <= LONGEST_UID:
            raise RuleViolation(
                _("The name of an entry has 1 to %(count)s characters.", count=LONGEST_UID), field="uid"
            )
        for name, thing in self.references.items():
            if thing is not None and _is_foreign(self.session, name, thing):
                raise RuleViolation(_("This entry points to something of another conference or session."), field=name)
        for speaker in self.speakers:
            _refuse_speaker(self.session, speaker)
        struck = self.references.get("strikes")
        if struck is not None and db.session.scalar(sa.select(LogEntry.id).where(LogEntry.strikes_id == struck.id)):
            raise RuleViolation(_("This entry is struck already."))

    def is_said_by(self, entry: LogEntry) -> bool:
        """Whether the entry says the same."""
        return _said(entry) == _said(self._entry()) and _references(entry) == {
            name: getattr(self.references.get(name), "id", None) for name in REFERENCES
        }

    def write(self, *, by: User | None) -> LogEntry:
        """Put it behind all others of its session; the caller has locked the conference."""
        position = next_number(LogEntry.position, LogEntry.session_id == self.session.id)
        entry = self._entry()
        entry.position = position
        for name, thing in self.references.items():
            setattr(entry, name, thing)
        entry.recorded_at = clock.now()
        entry.recorded_by_id = by.id if by else None
        if self.uid is not None:
            entry.uid = self.uid
        db.session.add(entry)
        db.session.flush()
        return entry

    def _entry(self) -> LogEntry:
        entry = LogEntry(session_id=self.session.id, provenance={}, translations={})
        write(entry, self.said)
        entry.speakers = [_speaker(place, facts) for place, facts in enumerate(self.speakers, 1)]
        return entry


def known_entry(uid: str | None) -> LogEntry | None:
    """The entry that its sender named so, with its speakers."""
    if uid is None:
        return None
    return db.session.scalar(sa.select(LogEntry).where(LogEntry.uid == uid).options(selectinload(LogEntry.speakers)))


def _speaker(position: int, facts: SpeakerFacts) -> EntrySpeaker:
    given = cleaned(EntrySpeaker, facts)
    return EntrySpeaker(
        position=position,
        role=given.get("role") or SpeakerRole.SPEAKER,
        official_id=getattr(given.get("official"), "id", None),
        delegation_id=getattr(given.get("delegation"), "id", None),
        capacity=given.get("capacity"),
    )


def _refuse_speaker(session: Session, speaker: SpeakerFacts) -> None:
    delegation = speaker.get("delegation")
    if delegation is None and speaker.get("official") is None and not speaker.get("capacity"):
        raise RuleViolation(_("Say who spoke: a person, a delegation, or at least in what capacity."), field="speakers")
    if delegation is not None and delegation.conference_id != session.conference_id:
        raise RuleViolation(
            _("“%(name)s” is a delegation to another conference.", name=delegation.name), field="speakers"
        )


def _is_foreign(session: Session, name: str, thing: Any) -> bool:
    if name == "agenda_item":
        owner = db.session.scalar(sa.select(Agenda.conference_id).where(Agenda.id == thing.agenda_id))
        return bool(owner != session.conference_id)
    if name in {"committee", "document"}:
        return bool(thing.conference_id != session.conference_id)
    return bool(thing.session_id != session.id)


def _said(entry: LogEntry) -> tuple[object, ...]:
    speakers = [(one.role, one.official_id, one.delegation_id, one.capacity) for one in entry.speakers]
    return (
        entry.session_id,
        entry.kind,
        entry.text,
        entry.occurred,
        entry.language,
        entry.translations,
        entry.provenance,
        speakers,
    )


def _references(entry: LogEntry) -> dict[str, int | None]:
    return {name: getattr(entry, f"{name}_id") for name in REFERENCES}
