"""Records, and the material that they are drafted from."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from confapp import clock
from confapp.conferences.models import Conference, Document
from confapp.db import db
from confapp.programme.models import Session, SessionState
from confapp.records.composing import compose
from confapp.records.gathering.session import gather
from confapp.records.material import SessionMaterial
from confapp.records.models import Corrigendum, Overlay, RecordRevision, RecordState, SessionRecord
from confapp.records.paragraphs import Paragraph


def session_material(session: Session) -> SessionMaterial:
    """All that a record needs to know of a session, as plain values. For organizers: a draft may be made of it."""
    return gather(session)


def record_of(session: Session, language: str) -> SessionRecord | None:
    """The record of a session in a language, with its overlay. For organizers; for everybody once it is approved."""
    found = sa.select(SessionRecord).filter_by(session_id=session.id, record_language=language).options(*_whole())
    return db.session.scalar(found)


def records_of(conference: Conference) -> Sequence[SessionRecord]:
    """The records of a conference by session and language, in whatever state. For organizers."""
    return _records(Session.conference_id == conference.id)


def approved_records(conference: Conference) -> Sequence[SessionRecord]:
    """The approved records of a conference by session and language, with their corrigenda. For everybody."""
    return _records(Session.conference_id == conference.id, SessionRecord.state == RecordState.APPROVED)


def unrecorded_sessions(conference: Conference, language: str) -> Sequence[Session]:
    """Sessions that were held and have no approved record in the language. For organizers and for publishing."""
    approved = sa.select(SessionRecord.session_id).where(
        SessionRecord.record_language == language, SessionRecord.state == RecordState.APPROVED
    )
    held = Session.state.in_((SessionState.OPEN, SessionState.SUSPENDED, SessionState.ADJOURNED, SessionState.CLOSED))
    found = sa.select(Session).where(Session.conference_id == conference.id, held, Session.id.not_in(approved))
    return db.session.scalars(found.order_by(Session.position)).all()


def is_disclosed() -> sa.ColumnElement[bool]:
    """The condition under which a record is public: approved, and its document (where it is one) free of embargo."""
    embargo = sa.or_(Document.embargo_until.is_(None), Document.embargo_until <= clock.now())
    return sa.and_(SessionRecord.state == RecordState.APPROVED, embargo)


def disclosed_sessions(conference: Conference) -> sa.Select[int]:
    """The sessions of which strangers see what was said and done: those with an approved record, free of embargo."""
    return (
        sa.select(SessionRecord.session_id)
        .join(SessionRecord.session)
        .outerjoin(SessionRecord.document)
        .where(Session.conference_id == conference.id, is_disclosed())
    )


def record_text(record: SessionRecord) -> list[Paragraph]:
    """A record as it reads now: frozen, or drafted from the log with its overlay.

    For organizers; for everybody once the record is approved.
    """
    if record.paragraphs is not None:
        return [Paragraph.of(one) for one in record.paragraphs]
    session = db.session.get_one(Session, record.session_id)
    return compose(session_material(session), record.record_language, overlays_of(record))


def overlays_of(record: SessionRecord) -> Sequence[Overlay]:
    """The editors' paragraphs of a record in their order. For organizers."""
    found = sa.select(Overlay).where(Overlay.record_id == record.id).order_by(Overlay.position)
    return db.session.scalars(found).all()


def revisions_of(record: SessionRecord) -> Sequence[RecordRevision]:
    """How a record stood whenever it was circulated, corrected or approved, oldest first. For organizers."""
    found = sa.select(RecordRevision).where(RecordRevision.record_id == record.id).order_by(RecordRevision.number)
    return db.session.scalars(found).all()


def _records(*where: sa.ColumnElement[bool]) -> Sequence[SessionRecord]:
    found = sa.select(SessionRecord).join(SessionRecord.session).where(*where).options(*_whole())
    return db.session.scalars(found.order_by(Session.position, SessionRecord.record_language)).all()


def _whole() -> Sequence[ORMOption]:
    return (
        joinedload(SessionRecord.session).options(
            joinedload(Session.presiding), joinedload(Session.hall), joinedload(Session.committee)
        ),
        joinedload(SessionRecord.approved_in).joinedload(Session.committee),
        joinedload(SessionRecord.approval_vote),
        joinedload(SessionRecord.document),
        selectinload(SessionRecord.overlays),
        selectinload(SessionRecord.corrigenda).joinedload(Corrigendum.requested_by),
    )
