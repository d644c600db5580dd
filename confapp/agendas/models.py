"""Agendas: versions of the ordered matters of a conference or of one session."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.conferences.models import Document
from confapp.dates import Moment
from confapp.db import Base, Content, Keyed
from confapp.officials.models import Official
from confapp.programme.models import Session


class AgendaState(StrEnum):
    """A draft becomes provisional when it is published, and is adopted by a session (R23)."""

    DRAFT = "draft"
    PROVISIONAL = "provisional"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"


class ItemKind(StrEnum):
    """What an agenda item asks of the session."""

    PROCEDURE = "procedure"
    ELECTION = "election"
    REPORT = "report"
    DISCUSSION = "discussion"
    DECISION = "decision"
    LETTERS = "letters"
    INFORMATION = "information"
    BREAK = "break"
    OTHER = "other"


class Agenda(Content, Base):
    """One version of an agenda: of the whole conference, or (with `session`) of one session."""

    __tablename__ = "agendas"
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "key"),
        {
            "info": {
                "frozen_when": "OLD.state IN ('adopted', 'superseded')",
                "thawed_columns": ["state", "version", "translations", "provenance", "numbers_follow"],
            }
        },
    )
    __lookup__ = ("title", "key")

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    session_id: Mapped[int | None] = mapped_column(sa.ForeignKey("sessions.id"), index=True)
    key: Mapped[str] = mapped_column(sa.String(120))
    number: Mapped[int]
    """The version: 1, 2, … of the same scope."""
    title: Mapped[str | None] = mapped_column(sa.String(300))
    state: Mapped[AgendaState] = mapped_column(default=AgendaState.DRAFT)
    numbers_follow: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    """Whether items of the draft are numbered by their places (1, 1.1, 2); else each keeps the number it was given."""
    adopted: Mapped[Moment | None]
    adopted_in_id: Mapped[int | None] = mapped_column(sa.ForeignKey("sessions.id"))
    adoption_note: Mapped[str | None] = mapped_column(sa.Text)
    replaces_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agendas.id"))

    session: Mapped[Session | None] = relationship(foreign_keys=[session_id], lazy="raise_on_sql")
    adopted_in: Mapped[Session | None] = relationship(foreign_keys=[adopted_in_id], lazy="raise_on_sql")
    replaces: Mapped[Agenda | None] = relationship(remote_side="Agenda.id", lazy="raise_on_sql")
    items: Mapped[list[AgendaItem]] = relationship(
        back_populates="agenda", order_by="AgendaItem.position", lazy="raise_on_sql", passive_deletes="all"
    )


class AgendaItem(Content, Base):
    """One matter; `number` is a label that stays citable, `position` its place among all items of the version.

    `replaces` points to the item of the version before that it continues: the concordance of old and new numbers.
    """

    __tablename__ = "agenda_items"
    __table_args__ = (
        sa.UniqueConstraint("agenda_id", "key"),
        sa.UniqueConstraint("agenda_id", "position"),
        {
            "info": {
                "frozen_when": (
                    "EXISTS (SELECT 1 FROM agendas WHERE agendas.id = OLD.agenda_id"
                    " AND agendas.state IN ('adopted', 'superseded'))"
                ),
                "thawed_columns": ["outcome", "version", "translations", "provenance"],
            }
        },
    )

    agenda_id: Mapped[int] = mapped_column(sa.ForeignKey("agendas.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(sa.String(120))
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_items.id"), index=True)
    position: Mapped[int]
    number: Mapped[str] = mapped_column(sa.String(40))
    title: Mapped[str] = mapped_column(sa.String(500))
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.DISCUSSION)
    rapporteur_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    duration_minutes: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(sa.Text)
    outcome: Mapped[str | None] = mapped_column(sa.Text)
    replaces_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_items.id"))

    agenda: Mapped[Agenda] = relationship(back_populates="items", lazy="raise_on_sql")
    parent: Mapped[AgendaItem | None] = relationship(
        foreign_keys=[parent_id], remote_side="AgendaItem.id", lazy="raise_on_sql"
    )
    replaces: Mapped[AgendaItem | None] = relationship(
        foreign_keys=[replaces_id], remote_side="AgendaItem.id", lazy="raise_on_sql"
    )
    rapporteur: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    documents: Mapped[list[AgendaItemDocument]] = relationship(
        order_by="AgendaItemDocument.position", lazy="raise_on_sql"
    )


class AgendaItemDocument(Keyed, Base):
    """A document before the session under an item."""

    __tablename__ = "agenda_item_documents"
    __table_args__ = (sa.UniqueConstraint("item_id", "document_id"),)

    item_id: Mapped[int] = mapped_column(sa.ForeignKey("agenda_items.id", ondelete="CASCADE"))
    document_id: Mapped[int] = mapped_column(sa.ForeignKey("documents.id"))
    position: Mapped[int]

    document: Mapped[Document] = relationship(lazy="raise_on_sql")
