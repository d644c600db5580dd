"""The life of a session: planned → open ⇄ suspended → adjourned or closed, and what refuses a step."""

from __future__ import annotations

from flask_babel import gettext as _

from confapp.conferences.models import Conference, ConferenceState
from confapp.dates import Moment
from confapp.errors import RuleViolation
from confapp.floor.models import EntryKind, LogEntry
from confapp.floor.moments import certainly_before
from confapp.programme.models import Session, SessionState


def refuse_state(session: Session, *allowed: SessionState) -> None:
    """Refuse a step that does not follow from where the session is."""
    if session.state in allowed:
        return
    refusals = {
        SessionState.PLANNED: _("This session is not open yet. Open it first."),
        SessionState.OPEN: _("This session is open already."),
        SessionState.SUSPENDED: _("This session is suspended. Resume it first."),
        SessionState.ADJOURNED: _("This session has been adjourned. The next sitting is a session of its own."),
        SessionState.CLOSED: _("This session has been closed, and the conference with it."),
        SessionState.CANCELLED: _("This session was cancelled. Plan another one."),
    }
    raise RuleViolation(refusals[session.state])


def refuse_closed_conference(conference: Conference, opened: Moment | None) -> None:
    """Refuse a session after the end of its conference; one whose time nobody states may have been before it."""
    if conference.state not in {ConferenceState.CLOSED, ConferenceState.ARCHIVED}:
        return
    if certainly_before(conference.closed, opened, conference.zone):
        raise RuleViolation(_("“%(name)s” was closed before. It holds no more sessions.", name=conference.name))


def refuse_wrong_order(session: Session, moment: Moment | None, zone: str | None) -> None:
    """Refuse what certainly happened before the session was opened."""
    if certainly_before(moment, session.opened, zone):
        raise RuleViolation(
            _("%(moment)s is before the session was opened (%(opened)s).", moment=moment, opened=session.opened),
            field="at",
        )


def refuse_foreign_entry(session: Session, entry: LogEntry | None, kind: EntryKind) -> None:
    """Refuse a log entry that does not say of this session that it was opened, suspended and so on."""
    if entry is not None and (entry.session_id != session.id or entry.kind is not kind):
        raise RuleViolation(_("This log entry tells of something else."), field="entry")
