"""Open, suspend, resume and adjourn sessions, call rolls, keep the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.agendas.models import AgendaItem
from confapp.audit import Action
from confapp.committees.models import Committee
from confapp.conferences.models import Document
from confapp.dates import Moment
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import write
from confapp.floor import log, rolls
from confapp.floor.facts import NOW, EntryFacts, Now, PresenceFacts, RollFacts, SpeakerFacts
from confapp.floor.life import (
    refuse_closed_conference,
    refuse_foreign_entry,
    refuse_state,
    refuse_without_quorum,
    refuse_wrong_order,
)
from confapp.floor.models import EntryKind, LogEntry, Roll, RollState
from confapp.floor.moments import conference_of, lock_conference, moment_of
from confapp.letters.models import LetterPresentation
from confapp.officials.models import Official
from confapp.programme.models import Session, SessionState


def open_session(
    session: Session,
    *,
    at: Moment | Now | None = NOW,
    presiding: Official | None = None,
    capacity: str | None = None,
    note: str | None = None,
    entry: LogEntry | None = None,
    is_noted: bool = True,
    by: User | None = None,
) -> None:
    """Open a planned session; `at=None` where nobody states when. One that opens now needs its quorum.

    The log gets its line unless the caller hands in the `entry` that says so, or says that there is none (`is_noted`).
    """
    conference = conference_of(session)
    opened = moment_of(at, conference.zone)
    refuse_state(session, SessionState.PLANNED)
    refuse_closed_conference(conference, opened)
    refuse_foreign_entry(session, entry, EntryKind.OPENED)
    if at is NOW:
        refuse_without_quorum(session, conference)
    write(session, {"opened": opened, "opening_note": note or session.opening_note, "state": SessionState.OPEN})
    if presiding is not None or capacity is not None:
        write(session, {"presiding": presiding, "presiding_capacity": capacity})
    if session.held_on is None and opened is not None:
        session.held_on = opened.date
    if entry is None and is_noted:
        speakers: list[SpeakerFacts] = [{"official": presiding, "capacity": capacity}] if presiding else []
        add_entry(session, kind=EntryKind.OPENED, occurred=opened, text=note, speakers=speakers, by=by)
    audit.record(Action.SESSION_OPENED, session, by=by)
    db.session.flush()


def suspend_session(
    session: Session,
    *,
    at: Moment | Now | None = NOW,
    note: str | None = None,
    entry: LogEntry | None = None,
    by: User | None = None,
) -> None:
    """Interrupt an open session; it keeps its number and goes on with `resume_session` (R42)."""
    refuse_state(session, SessionState.OPEN)
    _turn(session, SessionState.SUSPENDED, EntryKind.SUSPENDED, at=at, note=note, entry=entry, by=by)
    audit.record(Action.SESSION_SUSPENDED, session, by=by)
    db.session.flush()


def resume_session(
    session: Session,
    *,
    at: Moment | Now | None = NOW,
    note: str | None = None,
    entry: LogEntry | None = None,
    by: User | None = None,
) -> None:
    """Go on with a suspended session under its number."""
    refuse_state(session, SessionState.SUSPENDED)
    _turn(session, SessionState.OPEN, EntryKind.RESUMED, at=at, note=note, entry=entry, by=by)
    audit.record(Action.SESSION_RESUMED, session, by=by)
    db.session.flush()


def adjourn_session(
    session: Session,
    *,
    at: Moment | Now | None = NOW,
    note: str | None = None,
    is_last: bool = False,
    entry: LogEntry | None = None,
    is_noted: bool = True,
    by: User | None = None,
) -> None:
    """End a session for good; the next sitting is a session of its own. The last one of a conference is closed."""
    refuse_state(session, SessionState.OPEN, SessionState.SUSPENDED)
    state = SessionState.CLOSED if is_last else SessionState.ADJOURNED
    adjourned = _turn(session, state, EntryKind.ADJOURNED, at=at, note=note, entry=entry, is_noted=is_noted, by=by)
    write(session, {"adjourned": adjourned, "adjournment_note": note or session.adjournment_note})
    audit.record(Action.SESSION_ADJOURNED, session, by=by)
    db.session.flush()


def _turn(
    session: Session,
    state: SessionState,
    kind: EntryKind,
    *,
    at: Moment | Now | None,
    note: str | None,
    entry: LogEntry | None,
    is_noted: bool = True,
    by: User | None,
) -> Moment | None:
    conference = conference_of(session)
    moment = moment_of(at, conference.zone)
    refuse_wrong_order(session, moment, conference.zone)
    refuse_foreign_entry(session, entry, kind)
    if entry is None and is_noted:
        add_entry(session, kind=kind, occurred=moment, text=note, by=by)
    session.state = state
    return moment


def call_roll(
    session: Session,
    *,
    state: RollState,
    presences: Sequence[PresenceFacts] = (),
    taken: Moment | None = None,
    note: str | None = None,
    by: User | None = None,
    **facts: Unpack[RollFacts],
) -> Roll:
    """Keep who was there, or that no roll was taken or printed; a session can have several rolls."""
    db.session.flush()
    rolls.refuse_roll(session, state, presences)
    lock_conference(session.conference_id)
    roll = rolls.write_roll(session, {"state": state, "taken": taken, "note": note, **facts}, presences)
    audit.record(Action.ROLL_CALLED, roll, by=by)
    db.session.flush()
    return roll


def add_entry(
    session: Session,
    *,
    kind: EntryKind,
    uid: str | None = None,
    text: str | None = None,
    occurred: Moment | None = None,
    speakers: Sequence[SpeakerFacts] = (),
    agenda_item: AgendaItem | None = None,
    committee: Committee | None = None,
    document: Document | None = None,
    presentation: LetterPresentation | None = None,
    roll: Roll | None = None,
    by: User | None = None,
    **facts: Unpack[EntryFacts],
) -> LogEntry:
    """Note something at the end of the session's log; nothing in it is ever changed.

    `uid` is the sender's own name for it: sent again with the same content, the entry that is there comes back; with
    other content it is refused. Without `occurred` only its place in the order says when it was.
    """
    references = {
        "agenda_item": agenda_item,
        "committee": committee,
        "document": document,
        "presentation": presentation,
        "roll": roll,
    }
    said = {"kind": kind, "text": text, "occurred": occurred, **facts}
    return _note(log.Note(session, said, references, speakers, uid), action=Action.LOG_ENTRY_ADDED, by=by)


def strike_entry(entry: LogEntry, *, reason: str, uid: str | None = None, by: User | None = None) -> LogEntry:
    """Strike a mistaken entry by a later one, which says why; both stay in the log."""
    if entry.strikes_id is not None:
        raise RuleViolation(_("This entry strikes another one. Note again what was struck by mistake."))
    if not reason.strip():
        raise RuleViolation(_("Say why the entry is struck."), field="reason")
    session = db.session.get_one(Session, entry.session_id)
    note = log.Note(session, {"kind": EntryKind.NOTE, "text": reason}, {"strikes": entry}, uid=uid)
    return _note(note, action=Action.LOG_ENTRY_STRUCK, by=by)


def _note(note: log.Note, *, action: Action, by: User | None) -> LogEntry:
    db.session.flush()
    lock_conference(note.session.conference_id)
    known = log.known_entry(note.uid)
    if known is not None:
        if not note.is_said_by(known):
            raise RuleViolation(_("There is an entry of this name that says something else."), field="uid")
        return known
    note.refuse()
    entry = note.write(by=by)
    audit.record(action, entry, by=by)
    return entry
