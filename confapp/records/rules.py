"""What refuses a step in the life of a record (R31, R32)."""

from __future__ import annotations

from datetime import timedelta

from flask_babel import gettext as _

from confapp.dates import Moment
from confapp.errors import RuleViolation
from confapp.floor.moments import certainly_before, conference_of
from confapp.floor.queries import log_of
from confapp.programme.models import Session, SessionState
from confapp.records.facts import Approval, Correction
from confapp.records.models import ApprovalManner, RecordState, SessionRecord
from confapp.records.paragraphs import CLOSING, OPENING
from confapp.voting.models import VoteResult
from confapp.voting.procedure import rulebook_of_vote, rules_of

HELD = frozenset({SessionState.OPEN, SessionState.SUSPENDED, SessionState.ADJOURNED, SessionState.CLOSED})
ENDED = frozenset({SessionState.ADJOURNED, SessionState.CLOSED})
OF_THE_WHOLE = frozenset({OPENING, CLOSING})


def refuse_approved(record: SessionRecord) -> None:
    """Refuse to change what was approved."""
    if record.state is RecordState.APPROVED:
        raise RuleViolation(_("This record was approved and does not change any more. Issue a corrigendum to it."))


def refuse_state(record: SessionRecord, *allowed: RecordState) -> None:
    """Refuse a step that does not follow from where the record is."""
    refuse_approved(record)
    if record.state in allowed:
        return
    refusals = {
        RecordState.DRAFT: _("This record has not been circulated yet. Circulate it first."),
        RecordState.CIRCULATED: _("This record is in circulation. What is to change in it is a correction."),
        RecordState.CORRECTED: _("This record has been corrected. Circulate it again, or have it approved."),
    }
    raise RuleViolation(refusals[record.state])


def refuse_unheld(session: Session) -> None:
    """Refuse the record of a session that did not sit."""
    if session.state not in HELD:
        raise RuleViolation(_("This session has not been held: there is nothing to record."))


def refuse_unended(session: Session) -> None:
    """Refuse to send round or to approve the record of a session that still sits."""
    if session.state not in ENDED:
        raise RuleViolation(_("This session has not been adjourned yet. Its record can wait for its end."))


def refuse_anchor(session: Session, anchor: str | None) -> None:
    """Refuse a place beside an entry that the session's log does not have."""
    if anchor is None or anchor in OF_THE_WHOLE:
        return
    if anchor not in {entry.uid for entry in log_of(session)}:
        raise RuleViolation(
            _("The log of this session has no entry “%(uid)s” for the paragraph to stand by.", uid=anchor),
            field="anchor",
        )


def refuse_late_correction(record: SessionRecord, correction: Correction, at: Moment | None) -> None:
    """Refuse a delegation's correction after the days that the rules give for it (R31)."""
    rules = rules_of(rulebook_of_vote(record.session, at))
    if correction.requested_by is None or rules is None or rules.correction_days is None:
        return
    if at is None or record.circulated is None:
        return
    if at.date.earliest > record.circulated.date.latest + timedelta(days=rules.correction_days):
        raise RuleViolation(
            _(
                "Corrections were due within %(days)s days of %(date)s. A later one needs a decision of the session "
                "that approves the record.",
                days=rules.correction_days,
                date=record.circulated.date,
            )
        )


def refuse_approval(record: SessionRecord, approval: Approval) -> None:
    """Refuse an approval that is early, by the wrong session, or without the vote that it rests on."""
    refuse_approved(record)
    refuse_unended(record.session)
    by_session = approval.manner is ApprovalManner.SESSION
    if record.state is RecordState.DRAFT and approval.manner is not ApprovalManner.IN_SOURCE:
        refuse_state(record, RecordState.CIRCULATED, RecordState.CORRECTED)
    if by_session and approval.in_session is None:
        raise RuleViolation(_("Say which session approved the record."), field="in_session")
    if not by_session and (approval.in_session is not None or approval.vote is not None):
        raise RuleViolation(_("Only an approval by a session names a session and a vote."), field="manner")
    if approval.in_session is not None:
        _refuse_session(record.session, approval.in_session)
    if approval.vote is not None:
        _refuse_vote(approval)
    _refuse_early(record, approval)


def _refuse_session(session: Session, approving: Session) -> None:
    if approving.conference_id != session.conference_id:
        raise RuleViolation(_("That session belongs to another conference."), field="in_session")
    if approving.position <= session.position:
        raise RuleViolation(
            _("A record is approved by a later session, not by its own or an earlier one."), field="in_session"
        )
    if approving.state not in HELD:
        raise RuleViolation(_("That session has not been held: it cannot have approved anything."), field="in_session")


def _refuse_vote(approval: Approval) -> None:
    assert approval.vote is not None
    if approval.in_session is None or approval.vote.session_id != approval.in_session.id:
        raise RuleViolation(_("That vote was taken in another session."), field="vote")
    if approval.vote.result is not VoteResult.CARRIED:
        raise RuleViolation(_("That vote did not approve the record."), field="vote")


def _refuse_early(record: SessionRecord, approval: Approval) -> None:
    zone = conference_of(record.session).zone
    if certainly_before(approval.at, record.session.adjourned, zone):
        raise RuleViolation(
            _(
                "%(at)s is before the session was adjourned (%(adjourned)s).",
                at=approval.at,
                adjourned=record.session.adjourned,
            ),
            field="at",
        )
    if certainly_before(approval.at, record.circulated, zone):
        raise RuleViolation(
            _("%(at)s is before the record was circulated (%(date)s).", at=approval.at, date=record.circulated),
            field="at",
        )
