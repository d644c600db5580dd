"""How far the parts of a conference have come, counted in one statement. For its organizers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from confapp import clock
from confapp.agendas.models import Agenda, AgendaState
from confapp.audit import AuditEntry
from confapp.committees.models import Committee
from confapp.conferences.models import Conference, ConveningInstrument, Document, DocumentState, Occasion, Rulebook
from confapp.db import db
from confapp.letters.models import Letter, LetterState
from confapp.officials.models import Appointment, AppointmentState, Office
from confapp.participation.models import CredentialsState, Delegate, Delegation, Invitation, InvitationState
from confapp.proceedings.models import Edition, EditionState
from confapp.programme.models import Session, SessionState
from confapp.programme.queries import HELD
from confapp.records.models import RecordState, SessionRecord
from confapp.scheduling.models import Release

LATEST = 8
UNDERWAY = (SessionState.OPEN, SessionState.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Standing:
    """Numbers of a conference, by what they count."""

    occasions: int
    instruments: int
    rulebooks: int
    committees: int
    empty_committees: int
    proposed: int
    invitations: int
    unanswered: int
    delegations: int
    headless: int
    credentials: int
    sessions: int
    undated: int
    to_hold: int
    underway: int
    held: int
    agendas: int
    issued_agendas: int
    adopted_agendas: int
    releases: int
    letters: int
    unacknowledged: int
    unpresented: int
    drafts: int
    unrecorded: int
    unapproved: int
    editions: int


def standing_of(conference: Conference) -> Standing:
    """Count everything at once."""
    counts = _counts(conference.id)
    row = (
        db.session.execute(sa.select(*(counts[one.name].label(one.name) for one in fields(Standing)))).mappings().one()
    )
    return Standing(**row)


def coming_sessions(conference: Conference, *, most: int = 4) -> Sequence[Session]:
    """The planned sessions that begin next. For its organizers."""
    return db.session.scalars(
        sa.select(Session)
        .where(
            Session.conference_id == conference.id,
            Session.state == SessionState.PLANNED,
            Session.planned_start >= clock.now(),
        )
        .order_by(Session.planned_start, Session.position)
        .limit(most)
    ).all()


def coming_embargoes(conference: Conference, *, most: int = 3) -> Sequence[tuple[str, datetime]]:
    """The keys of documents that strangers will see, with the instant from which on. For its organizers."""
    rows = db.session.execute(
        sa.select(Document.key, Document.embargo_until)
        .where(
            Document.conference_id == conference.id,
            Document.state == DocumentState.ISSUED,
            Document.embargo_until > clock.now(),
        )
        .order_by(Document.embargo_until)
        .limit(most)
    )
    return [(key, until) for key, until in rows if until is not None]


def latest_acts(conference: Conference) -> Sequence[AuditEntry]:
    """What was done last. For whoever may see its history."""
    return db.session.scalars(
        sa.select(AuditEntry)
        .where(AuditEntry.conference_id == conference.id)
        .order_by(AuditEntry.id.desc())
        .limit(LATEST)
    ).all()


def _counts(conference_id: int) -> dict[str, Any]:
    return {
        **_convening(conference_id),
        **_people(conference_id),
        **_sessions(conference_id),
        **_papers(conference_id),
        **_records(conference_id),
    }


def _number(model: Any, conference_id: int, *where: sa.ColumnElement[bool]) -> Any:
    count = sa.select(sa.func.count()).select_from(model)
    return count.where(model.conference_id == conference_id, *where).scalar_subquery()


def _convening(conference_id: int) -> dict[str, Any]:
    offices = sa.select(Office.id).join(Committee, Committee.id == Office.body_id)
    of_committees = offices.where(Committee.conference_id == conference_id)
    seats = sa.select(Office.body_id).join(Appointment, Appointment.office_id == Office.id)
    proposed = sa.select(sa.func.count()).select_from(Appointment)
    return {
        "occasions": _number(Occasion, conference_id),
        "instruments": _number(ConveningInstrument, conference_id),
        "rulebooks": _number(Rulebook, conference_id),
        "committees": _number(Committee, conference_id),
        "empty_committees": _number(
            Committee, conference_id, Committee.id.not_in(seats.where(Appointment.state != AppointmentState.DECLINED))
        ),
        "proposed": proposed.where(
            Appointment.office_id.in_(of_committees), Appointment.state == AppointmentState.PROPOSED
        ).scalar_subquery(),
    }


def _people(conference_id: int) -> dict[str, Any]:
    stays = Delegation.withdrawn.is_(None)
    named = sa.select(Delegate.delegation_id)
    return {
        "invitations": _number(Invitation, conference_id),
        "unanswered": _number(Invitation, conference_id, Invitation.state == InvitationState.SENT),
        "delegations": _number(Delegation, conference_id, stays),
        "headless": _number(Delegation, conference_id, stays, Delegation.id.not_in(named)),
        "credentials": _number(Delegation, conference_id, stays, Delegation.credentials == CredentialsState.PRESENTED),
    }


def _sessions(conference_id: int) -> dict[str, Any]:
    planned = Session.state == SessionState.PLANNED
    undated = sa.and_(Session.planned_start.is_(None), Session.held_on.is_(None))
    return {
        "sessions": _number(Session, conference_id, Session.state != SessionState.CANCELLED),
        "undated": _number(Session, conference_id, planned, undated),
        "to_hold": _number(Session, conference_id, planned),
        "underway": _number(Session, conference_id, Session.state.in_(UNDERWAY)),
        "held": _number(Session, conference_id, Session.state.in_(HELD)),
    }


def _papers(conference_id: int) -> dict[str, Any]:
    waiting = Letter.state.in_([LetterState.RECEIVED, LetterState.REGISTERED])
    return {
        "agendas": _number(Agenda, conference_id),
        "issued_agendas": _number(Agenda, conference_id, Agenda.state != AgendaState.DRAFT),
        "adopted_agendas": _number(Agenda, conference_id, Agenda.state == AgendaState.ADOPTED),
        "releases": _number(Release, conference_id),
        "letters": _number(Letter, conference_id),
        "unacknowledged": _number(Letter, conference_id, waiting),
        "unpresented": _number(Letter, conference_id, Letter.state == LetterState.ACCEPTED),
        "drafts": _number(Document, conference_id, Document.state == DocumentState.DRAFT),
    }


def _records(conference_id: int) -> dict[str, Any]:
    recorded = sa.select(SessionRecord.session_id)
    records = sa.select(sa.func.count()).select_from(SessionRecord).join(SessionRecord.session)
    return {
        "unrecorded": _number(Session, conference_id, Session.state.in_(HELD), Session.id.not_in(recorded)),
        "unapproved": records.where(
            Session.conference_id == conference_id, SessionRecord.state != RecordState.APPROVED
        ).scalar_subquery(),
        "editions": _number(Edition, conference_id, Edition.state == EditionState.PUBLISHED),
    }
