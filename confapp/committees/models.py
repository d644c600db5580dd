"""Committees: bodies that a conference sets up; their members are appointments to their offices."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.conferences.models import Conference, Document
from confapp.dates import Moment, PartialDate
from confapp.db import Base, Content
from confapp.officials.models import Official
from confapp.organizations.models import Body, BodyKind


class CommitteeKind(StrEnum):
    """What a committee is for; a section is a part of the conference that sits in parallel."""

    PREPARATORY = "preparatory"
    CREDENTIALS = "credentials"
    DRAFTING = "drafting"
    PROGRAMME = "programme"
    NOMINATING = "nominating"
    SECTION = "section"
    OTHER = "other"


class Committee(Body):
    """A committee with its mandate and period of work (both days inclusive)."""

    __tablename__ = "committees"
    __mapper_args__ = {"polymorphic_identity": BodyKind.COMMITTEE}  # noqa: RUF012  the attribute is SQLAlchemy's
    __table_args__ = (sa.UniqueConstraint("conference_id", "key"),)

    id: Mapped[int] = mapped_column(sa.ForeignKey("bodies.id", ondelete="CASCADE"), primary_key=True)
    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    key: Mapped[str] = mapped_column(sa.String(120))
    committee_kind: Mapped[CommitteeKind]
    mandate: Mapped[str | None] = mapped_column(sa.Text)
    set_up_on: Mapped[PartialDate | None]
    set_up_by: Mapped[str | None] = mapped_column(sa.String(300))
    period_start: Mapped[PartialDate | None]
    period_end: Mapped[PartialDate | None]
    outcome: Mapped[str | None] = mapped_column(sa.Text)
    report: Mapped[str | None] = mapped_column(sa.Text)
    report_dated: Mapped[PartialDate | None]
    report_presented: Mapped[Moment | None]
    report_document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("documents.id"))
    rapporteur_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))

    conference: Mapped[Conference] = relationship(
        foreign_keys=[conference_id],
        primaryjoin="Committee.conference_id == remote(Conference.id)",
        lazy="raise_on_sql",
    )
    report_document: Mapped[Document | None] = relationship(lazy="raise_on_sql")
    rapporteur: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    meetings: Mapped[list[CommitteeMeeting]] = relationship(
        back_populates="committee", order_by="CommitteeMeeting.position", lazy="raise_on_sql"
    )


class CommitteeMeeting(Content, Base):
    """One meeting of a committee (a conference holds sessions, a committee meets)."""

    __tablename__ = "committee_meetings"
    __table_args__ = (sa.UniqueConstraint("committee_id", "position"),)

    committee_id: Mapped[int] = mapped_column(sa.ForeignKey("committees.id", ondelete="CASCADE"))
    position: Mapped[int]
    met: Mapped[Moment | None]
    place: Mapped[str | None] = mapped_column(sa.String(300))
    summary: Mapped[str | None] = mapped_column(sa.Text)

    committee: Mapped[Committee] = relationship(
        back_populates="meetings", foreign_keys=[committee_id], lazy="raise_on_sql"
    )
