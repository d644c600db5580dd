"""Session records, the editors' overlay on them, their revisions and corrigenda."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.conferences.models import Document
from confapp.dates import Moment
from confapp.db import Base, Content, Keyed, Sourced, Versioned, new_uid
from confapp.participation.models import Delegation
from confapp.programme.models import Session
from confapp.voting.models import Vote


class RecordKind(StrEnum):
    """How much a record keeps of what was said."""

    SUMMARY = "summary"
    VERBATIM = "verbatim"


class RecordState(StrEnum):
    """The life of a record; an approved one never changes."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    CORRECTED = "corrected"
    APPROVED = "approved"


class ApprovalManner(StrEnum):
    """How a record was approved."""

    SESSION = "session"
    CORRESPONDENCE = "correspondence"
    IN_SOURCE = "in_source"


class OverlayPlace(StrEnum):
    """Where an editor's paragraph stands to the drafted ones of its log entry."""

    BEFORE = "before"
    AFTER = "after"
    INSTEAD = "instead"


class SessionRecord(Content, Base):
    """The record of a session in one language; `paragraphs` is set for good when it is approved."""

    __tablename__ = "session_records"
    __table_args__ = (
        sa.UniqueConstraint("session_id", "record_language"),
        {"info": {"frozen_when": "OLD.state = 'approved'", "thawed_columns": ["version"]}},
    )

    session_id: Mapped[int] = mapped_column(sa.ForeignKey("sessions.id"))
    record_language: Mapped[str] = mapped_column(sa.String(35))
    is_authentic: Mapped[bool] = mapped_column(default=True)
    kind: Mapped[RecordKind] = mapped_column(default=RecordKind.SUMMARY)
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("documents.id"))
    state: Mapped[RecordState] = mapped_column(default=RecordState.DRAFT)
    circulated: Mapped[Moment | None]
    approved: Mapped[Moment | None]
    approval: Mapped[ApprovalManner | None]
    approved_in_id: Mapped[int | None] = mapped_column(sa.ForeignKey("sessions.id"))
    approval_vote_id: Mapped[int | None] = mapped_column(sa.ForeignKey("votes.id"))
    approval_note: Mapped[str | None] = mapped_column(sa.Text)
    paragraphs: Mapped[list[dict[str, Any]] | None]

    session: Mapped[Session] = relationship(foreign_keys=[session_id], lazy="raise_on_sql")
    document: Mapped[Document | None] = relationship(lazy="raise_on_sql")
    approved_in: Mapped[Session | None] = relationship(foreign_keys=[approved_in_id], lazy="raise_on_sql")
    approval_vote: Mapped[Vote | None] = relationship(lazy="raise_on_sql")
    overlays: Mapped[list[Overlay]] = relationship(
        back_populates="record", order_by="Overlay.position", lazy="raise_on_sql"
    )
    corrigenda: Mapped[list[Corrigendum]] = relationship(
        back_populates="record", order_by="Corrigendum.number", lazy="raise_on_sql"
    )


class Overlay(Keyed, Versioned, Sourced, Base):
    """A paragraph by an editor, anchored to a log entry (or, without one, to the end); it survives every redraft."""

    __tablename__ = "overlays"
    __table_args__ = (sa.UniqueConstraint("record_id", "uid"), sa.UniqueConstraint("record_id", "position"))

    record_id: Mapped[int] = mapped_column(sa.ForeignKey("session_records.id", ondelete="CASCADE"))
    uid: Mapped[str] = mapped_column(sa.String(60), default=new_uid)
    position: Mapped[int]
    anchor: Mapped[str | None] = mapped_column(sa.String(60))
    """The uid of the log entry."""
    place: Mapped[OverlayPlace] = mapped_column(default=OverlayPlace.AFTER)
    text: Mapped[str] = mapped_column(sa.Text)

    record: Mapped[SessionRecord] = relationship(back_populates="overlays", lazy="raise_on_sql")


class RecordRevision(Keyed, Base):
    """How a record stood at some time: kept whenever it is circulated, corrected or approved."""

    __tablename__ = "record_revisions"
    __table_args__ = (sa.UniqueConstraint("record_id", "number"), {"info": {"append_only": True}})

    record_id: Mapped[int] = mapped_column(sa.ForeignKey("session_records.id"))
    number: Mapped[int]
    state: Mapped[RecordState]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id"))
    paragraphs: Mapped[list[dict[str, Any]]]


class Corrigendum(Keyed, Sourced, Base):
    """A numbered, dated correction to an approved record; the record itself stays as it was approved (R31)."""

    __tablename__ = "corrigenda"
    __table_args__ = (sa.UniqueConstraint("record_id", "number"), {"info": {"append_only": True}})

    record_id: Mapped[int] = mapped_column(sa.ForeignKey("session_records.id"))
    number: Mapped[int]
    issued: Mapped[Moment]
    paragraph: Mapped[str] = mapped_column(sa.String(80))
    old_text: Mapped[str] = mapped_column(sa.Text)
    new_text: Mapped[str] = mapped_column(sa.Text)
    reason: Mapped[str] = mapped_column(sa.Text)
    requested_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegations.id"))
    issued_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id"))

    record: Mapped[SessionRecord] = relationship(back_populates="corrigenda", lazy="raise_on_sql")
    requested_by: Mapped[Delegation | None] = relationship(lazy="raise_on_sql")
