"""The life of a session: planned → open ⇄ suspended → adjourned or closed, and what refuses a step."""

from __future__ import annotations

from datetime import timedelta

from flask_babel import gettext as _

from confapp import clock
from confapp.conferences.models import Conference, ConferenceState
from confapp.conferences.queries import rulebook_in_force
from confapp.dates import Moment
from confapp.errors import RuleViolation
from confapp.floor.models import EntryKind, LogEntry
from confapp.floor.moments import certainly_before
from confapp.floor.presence import Act
from confapp.floor.queries import quorum_of
from confapp.programme.models import Session, SessionState

# A session that was opened in the evening goes on into the next day.
NIGHT = timedelta(hours=12)


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


def sits_now(session: Session, zone: str | None) -> bool:
    """Whether a session goes on today; one that is entered from a source does not."""
    day = session.opened.date if session.opened is not None else session.held_on
    if session.state is not SessionState.OPEN or day is None or day.precision != "day":
        return False
    held = Moment(day)
    return held.earliest(zone) - NIGHT <= clock.now() <= held.latest(zone) + NIGHT


def refuse_without_quorum(session: Session, conference: Conference) -> None:
    """Refuse to open a session whose roll shows too few by the rules of the conference (R11)."""
    rulebook = rulebook_in_force(conference)
    found = quorum_of(session, rulebook, act=Act.OPEN) if rulebook is not None else None
    if found is not None and not found.is_met:
        raise RuleViolation(
            _(
                "%(present)s are present, %(needed)s are needed to open. Wait, and call the roll again.",
                present=found.present,
                needed=found.needed,
            )
        )


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
