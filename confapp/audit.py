"""Who did what, when: the trail of the software's users, which is not the session log."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

import sqlalchemy as sa
from flask import g, has_request_context
from sqlalchemy.orm import MANYTOONE, Mapped, mapped_column

from confapp import clock
from confapp.changes import taken
from confapp.db import Base, Keyed, db

STEPS = 3


class Action(StrEnum):
    """Every act that leaves a line, as area.noun.verb."""

    USER_CREATED = "accounts.user.create"
    USER_CHANGED = "accounts.user.change"
    PASSWORD_SET = "accounts.password.set"  # noqa: S105  a tag, no secret
    LINK_ISSUED = "accounts.link.issue"
    USER_CLOSED = "accounts.user.close"
    USER_REOPENED = "accounts.user.reopen"
    USER_ERASED = "accounts.user.erase"
    VISIT_ENDED = "accounts.visit.end"
    SECOND_FACTOR_SET = "accounts.factor.set"
    SECOND_FACTOR_REMOVED = "accounts.factor.remove"
    RECOVERY_CODE_USED = "accounts.codes.use"
    RECOVERY_CODES_MADE = "accounts.codes.make"
    PASSKEY_ADDED = "accounts.passkey.add"
    PASSKEY_REMOVED = "accounts.passkey.remove"
    DATA_EXPORTED = "accounts.data.export"
    TRAIL_EXPORTED = "accounts.trail.export"
    SIGNED_IN = "accounts.user.sign_in"
    SIGNED_OUT = "accounts.user.sign_out"
    SIGNED_OUT_EVERYWHERE = "accounts.user.sign_out_everywhere"
    ROLE_GRANTED = "accounts.role.grant"
    ROLE_REVOKED = "accounts.role.revoke"

    ORGANIZATION_FOUNDED = "organizations.organization.found"
    ORGANIZATION_CHANGED = "organizations.organization.change"
    ORGANIZATION_RENAMED = "organizations.organization.rename"
    ORGANIZATION_DISSOLVED = "organizations.organization.dissolve"
    ORGAN_ESTABLISHED = "organizations.organ.establish"
    ORGAN_CHANGED = "organizations.organ.change"
    ORGAN_DISSOLVED = "organizations.organ.dissolve"

    OFFICIAL_REGISTERED = "officials.official.register"
    OFFICIAL_CHANGED = "officials.official.change"
    OFFICIAL_RENAMED = "officials.official.rename"
    OFFICE_CREATED = "officials.office.create"
    OFFICE_CHANGED = "officials.office.change"
    OFFICE_ABOLISHED = "officials.office.abolish"
    APPOINTED = "officials.appointment.appoint"
    APPOINTMENT_ACCEPTED = "officials.appointment.accept"
    APPOINTMENT_DECLINED = "officials.appointment.decline"
    APPOINTMENT_CHANGED = "officials.appointment.change"
    OFFICE_VACATED = "officials.appointment.vacate"

    SERIES_CREATED = "conferences.series.create"
    CONFERENCE_PLANNED = "conferences.conference.plan"
    CONFERENCE_CONVENED = "conferences.conference.convene"
    CONFERENCE_CHANGED = "conferences.conference.change"
    CONFERENCE_RENAMED = "conferences.conference.rename"
    CONFERENCE_MADE_PUBLIC = "conferences.conference.make_public"
    CONFERENCE_PREPARED = "conferences.conference.prepare"
    CONFERENCE_OPENED = "conferences.conference.open"
    CONFERENCE_CLOSED = "conferences.conference.close"
    CONFERENCE_ARCHIVED = "conferences.conference.archive"
    RULEBOOK_ADOPTED = "conferences.rulebook.adopt"
    DOCUMENT_REGISTERED = "conferences.document.register"
    DOCUMENT_CHANGED = "conferences.document.change"
    DOCUMENT_WITHDRAWN = "conferences.document.withdraw"
    SOURCE_REGISTERED = "conferences.source.register"

    COMMITTEE_ESTABLISHED = "committees.committee.establish"
    COMMITTEE_CHANGED = "committees.committee.change"
    COMMITTEE_MEMBER_APPOINTED = "committees.member.appoint"
    COMMITTEE_MEMBER_RELEASED = "committees.member.release"
    COMMITTEE_RESPONSIBILITY_ASSIGNED = "committees.responsibility.assign"
    COMMITTEE_MET = "committees.meeting.hold"
    COMMITTEE_REPORTED = "committees.report.submit"
    COMMITTEE_DISCHARGED = "committees.committee.discharge"

    ORGANIZATION_INVITED = "participation.invitation.send"
    INVITATION_ANSWERED = "participation.invitation.answer"
    INVITATION_CHANGED = "participation.invitation.change"
    DELEGATION_REGISTERED = "participation.delegation.register"
    DELEGATION_CHANGED = "participation.delegation.change"
    DELEGATION_WITHDRAWN = "participation.delegation.withdraw"
    DELEGATE_NAMED = "participation.delegate.name"
    DELEGATE_CHANGED = "participation.delegate.change"
    DELEGATE_REPLACED = "participation.delegate.replace"
    DELEGATE_WITHDRAWN = "participation.delegate.withdraw"
    CREDENTIALS_PRESENTED = "participation.credentials.present"
    CREDENTIALS_ACCEPTED = "participation.credentials.accept"
    CREDENTIALS_REJECTED = "participation.credentials.reject"
    GUEST_INVITED = "participation.guest.invite"
    GUEST_CHANGED = "participation.guest.change"
    GUEST_REMOVED = "participation.guest.remove"
    PARTICIPANTS_ISSUED = "participation.list.issue"

    HALL_ADDED = "programme.hall.add"
    HALL_CHANGED = "programme.hall.change"
    TRACK_ADDED = "programme.track.add"
    TRACK_CHANGED = "programme.track.change"
    SESSION_PLANNED = "programme.session.plan"
    SESSION_CHANGED = "programme.session.change"
    SESSION_CANCELLED = "programme.session.cancel"
    CONTRIBUTION_ADDED = "programme.contribution.add"
    CONTRIBUTION_CHANGED = "programme.contribution.change"
    CONTRIBUTION_WITHDRAWN = "programme.contribution.withdraw"
    SCHEDULE_RELEASED = "scheduling.schedule.release"

    LETTER_RECEIVED = "letters.letter.receive"
    LETTER_REGISTERED = "letters.letter.register"
    LETTER_CHANGED = "letters.letter.change"
    LETTER_ACKNOWLEDGED = "letters.letter.acknowledge"
    LETTER_ACCEPTED = "letters.letter.accept"
    LETTER_DECLINED = "letters.letter.decline"
    LETTER_PRESENTED = "letters.letter.present"
    LETTER_RETRACTED = "letters.letter.retract"
    LETTER_ANNEXED = "letters.letter.annex"
    LETTER_WITHDRAWN = "letters.letter.withdraw"
    LETTER_SHOWN = "letters.letter.show"
    LETTER_SCANNED = "letters.scan.add"
    LETTER_SCAN_REMOVED = "letters.scan.remove"

    AGENDA_DRAFTED = "agendas.agenda.draft"
    AGENDA_ISSUED = "agendas.agenda.issue"
    AGENDA_ADOPTED = "agendas.agenda.adopt"
    AGENDA_ITEM_ADDED = "agendas.item.add"
    AGENDA_CHANGED = "agendas.agenda.change"
    AGENDA_DISCARDED = "agendas.agenda.discard"
    AGENDA_ITEM_CHANGED = "agendas.item.change"
    AGENDA_ITEM_MOVED = "agendas.item.move"
    AGENDA_ITEM_DROPPED = "agendas.item.drop"
    AGENDA_ITEM_CONCLUDED = "agendas.item.conclude"

    SESSION_OPENED = "floor.session.open"
    SESSION_SUSPENDED = "floor.session.suspend"
    SESSION_RESUMED = "floor.session.resume"
    SESSION_ADJOURNED = "floor.session.adjourn"
    ROLL_CALLED = "floor.roll.call"
    LOG_ENTRY_ADDED = "floor.entry.add"
    LOG_ENTRY_STRUCK = "floor.entry.strike"

    MOTION_MOVED = "voting.motion.move"
    MOTION_CHANGED = "voting.motion.change"
    MOTION_WITHDRAWN = "voting.motion.withdraw"
    MOTION_DISPOSED = "voting.motion.dispose"
    AMENDMENT_MOVED = "voting.amendment.move"
    VOTE_OPENED = "voting.vote.open"
    BALLOT_CAST = "voting.ballot.cast"
    BALLOT_SUPERSEDED = "voting.ballot.supersede"
    VOTE_CLOSED = "voting.vote.close"
    PRINTED_ROLL_ENTERED = "voting.printed_roll.enter"
    RULING_MADE = "voting.ruling.make"
    DECISION_TAKEN = "voting.decision.take"

    RECORD_DRAFTED = "records.record.draft"
    RECORD_EDITED = "records.record.edit"
    RECORD_CIRCULATED = "records.record.circulate"
    RECORD_CORRECTED = "records.record.correct"
    RECORD_APPROVED = "records.record.approve"
    CORRIGENDUM_ISSUED = "records.corrigendum.issue"

    KEY_CREATED = "proceedings.key.create"
    KEY_ROTATED = "proceedings.key.rotate"
    EDITION_PUBLISHED = "proceedings.edition.publish"
    EDITION_WITHDRAWN = "proceedings.edition.withdraw"

    COMMENTS_SWITCHED = "desk.comments.switch"
    COMMENT_SHOWN = "desk.comment.show"
    COMMENT_REFUSED = "desk.comment.refuse"
    COMMENT_ERASED = "desk.comment.erase"
    COMMENTS_EXPORTED = "desk.comments.export"

    FINDING_WAIVED = "checks.finding.waive"
    WAIVER_WITHDRAWN = "checks.waiver.withdraw"
    CASE_IMPORTED = "imports.case.import"


class Subject(Protocol):
    """What an act is about: a row with a table and a key."""

    __tablename__: str

    @property
    def id(self) -> int: ...


class Actor(Protocol):
    """Whose act it is; a user, of whom the trail needs to know no more."""

    @property
    def id(self) -> int: ...


class AuditEntry(Keyed, Base):
    """One line of the trail; `by_id` without a value is the system."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        sa.Index(None, "subject_table", "subject_id"),
        {"info": {"append_only": True, "thawed_columns": ("by_id",)}},
    )

    at: Mapped[datetime] = mapped_column(index=True)
    action: Mapped[str] = mapped_column(sa.String(60))
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"), index=True)
    subject_table: Mapped[str] = mapped_column(sa.String(60))
    subject_id: Mapped[int]
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
    conference_id: Mapped[int | None] = mapped_column(index=True)


def record(action: Action, subject: Subject, *, by: Actor | None, detail: dict[str, Any] | None = None) -> AuditEntry:
    """Add a line to the trail in the caller's transaction; a subject that is new is flushed to learn its key."""
    if subject in db.session.new:
        db.session.flush()
    changes = taken(subject)
    entry = AuditEntry(
        at=clock.now(),
        action=action.value,
        by_id=by.id if by else None,
        subject_table=subject.__tablename__,
        subject_id=subject.id,
        detail={**(detail or {}), **({"changes": changes} if changes else {})},
        conference_id=_conference_of(subject, detail or {}),
    )
    db.session.add(entry)
    return entry


def _conference_of(subject: Subject, detail: dict[str, Any]) -> int | None:
    """The conference that the act belongs to: the subject's own, or the one whose pages it was done on."""
    own = _belongs_to(subject, STEPS) or detail.get("conference_id")
    return own or (g.get("conference_id") if has_request_context() else None)


def _belongs_to(thing: Any, steps: int) -> int | None:
    """The conference of a row, or of what it is known to be a part of; nothing is loaded for it."""
    state = sa.inspect(thing)
    own: int | None = thing.id if thing.__tablename__ == "conferences" else state.dict.get("conference_id")
    if own is not None or not steps:
        return own
    wholes = (state.dict.get(one.key) for one in state.mapper.relationships if one.direction is MANYTOONE)
    return next((key for whole in wholes if whole is not None and (key := _belongs_to(whole, steps - 1))), None)
