"""Conferences in their series, how they were convened, their rulebooks, sources and documents."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.dates import Moment, PartialDate
from confapp.db import Base, Content, Keyed, Sourced, Versioned
from confapp.officials.models import Official
from confapp.organizations.models import Body, BodyKind, Organization


class ConferenceFormat(StrEnum):
    """Where people meet."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class ConferenceState(StrEnum):
    """The life cycle, in its order."""

    PLANNED = "planned"
    CONVENED = "convened"
    PREPARING = "preparing"
    OPEN = "open"
    CLOSED = "closed"
    ARCHIVED = "archived"


class DocumentState(StrEnum):
    """Whether the public sees a document."""

    DRAFT = "draft"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


class Series(Keyed, Versioned, Base):
    """Conferences of one kind that count themselves."""

    __tablename__ = "series"
    __lookup__ = ("name",)

    slug: Mapped[str] = mapped_column(sa.String(120), unique=True)
    name: Mapped[str] = mapped_column(sa.String(300))
    gathering: Mapped[str] = mapped_column(sa.String(60), default="conference")
    """What one of the series is called: conference, congress, assembly."""

    conferences: Mapped[list[Conference]] = relationship(back_populates="series", lazy="raise_on_sql")


class Conference(Body):
    """The whole undertaking; its title is the body's name, its variants the body's names."""

    __tablename__ = "conferences"
    __table_args__ = (
        sa.UniqueConstraint("series_id", "ordinal"),
        sa.CheckConstraint("ordinal IS NULL OR ordinal > 0", name="ordinal"),
    )

    id: Mapped[int] = mapped_column(sa.ForeignKey("bodies.id", ondelete="CASCADE"), primary_key=True)
    __mapper_args__ = {  # noqa: RUF012  the attribute is SQLAlchemy's
        "polymorphic_identity": BodyKind.CONFERENCE,
        "inherit_condition": id == Body.id,
    }
    slug: Mapped[str] = mapped_column(sa.String(120), unique=True)
    series_id: Mapped[int | None] = mapped_column(sa.ForeignKey("series.id"))
    ordinal: Mapped[int | None]
    preceded_by: Mapped[str | None] = mapped_column(sa.String(300))
    """The event before it, as a source names it, where that one is not kept here."""
    subtitle: Mapped[str | None] = mapped_column(sa.String(500))
    description: Mapped[str | None] = mapped_column(sa.Text)
    convener_id: Mapped[int | None] = mapped_column(sa.ForeignKey("bodies.id"))
    convening_official_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    host_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organizations.id"))
    format: Mapped[ConferenceFormat] = mapped_column(default=ConferenceFormat.IN_PERSON)
    place: Mapped[str | None] = mapped_column(sa.String(300))
    venue: Mapped[str | None] = mapped_column(sa.String(300))
    online_link: Mapped[str | None] = mapped_column(sa.String(500))
    zone: Mapped[str | None] = mapped_column(sa.String(64))
    languages: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    record_languages: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    calendar: Mapped[str | None] = mapped_column(sa.String(40))
    announced_on: Mapped[PartialDate | None]
    convened_on: Mapped[PartialDate | None]
    starts_on: Mapped[PartialDate | None]
    ends_on: Mapped[PartialDate | None]
    opened: Mapped[Moment | None]
    closed: Mapped[Moment | None]
    state: Mapped[ConferenceState] = mapped_column(default=ConferenceState.PLANNED)
    is_public: Mapped[bool] = mapped_column(default=False)
    participants_issued: Mapped[bool] = mapped_column(default=False)
    takes_comments: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    """Whether strangers may comment on its proceedings."""
    category: Mapped[str | None] = mapped_column(sa.String(300))
    tags: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    accent: Mapped[str | None] = mapped_column(sa.String(7))

    series: Mapped[Series | None] = relationship(back_populates="conferences", lazy="raise_on_sql")
    convener: Mapped[Body | None] = relationship(
        foreign_keys=[convener_id], primaryjoin="Conference.convener_id == remote(Body.id)", lazy="raise_on_sql"
    )
    convening_official: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    host: Mapped[Organization | None] = relationship(
        foreign_keys=[host_id], primaryjoin="Conference.host_id == remote(Organization.id)", lazy="raise_on_sql"
    )
    occasions: Mapped[list[Occasion]] = relationship(
        back_populates="conference", order_by="Occasion.position", lazy="raise_on_sql"
    )
    instruments: Mapped[list[ConveningInstrument]] = relationship(
        back_populates="conference", order_by="ConveningInstrument.position", lazy="raise_on_sql"
    )
    rulebooks: Mapped[list[Rulebook]] = relationship(
        back_populates="conference", order_by="Rulebook.number", lazy="raise_on_sql"
    )


class Source(Keyed, Base):
    """A book, file or report that facts of a conference are taken from; provenance cites it by its key."""

    __tablename__ = "sources"
    __table_args__ = (sa.UniqueConstraint("conference_id", "key"),)

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(sa.String(120))
    position: Mapped[int]
    title: Mapped[str] = mapped_column(sa.String(500))
    citation: Mapped[str | None] = mapped_column(sa.Text)
    url: Mapped[str | None] = mapped_column(sa.String(500))
    rights: Mapped[str | None] = mapped_column(sa.String(500))
    language: Mapped[str | None] = mapped_column(sa.String(35))
    note: Mapped[str | None] = mapped_column(sa.Text)


class Occasion(Content, Base):
    """Why the conference is held when it is held; an anniversary names the event it counts from."""

    __tablename__ = "occasions"
    __table_args__ = (sa.UniqueConstraint("conference_id", "position"),)

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(sa.String(300))
    meaning: Mapped[str | None] = mapped_column(sa.Text)
    anniversary: Mapped[int | None]
    base_event: Mapped[str | None] = mapped_column(sa.String(300))
    base_date: Mapped[PartialDate | None]
    occurs_on: Mapped[PartialDate | None]

    conference: Mapped[Conference] = relationship(back_populates="occasions", lazy="raise_on_sql")


class ConveningInstrument(Content, Base):
    """An act, circular or resolution by which the conference was called, or on which its work rests."""

    __tablename__ = "convening_instruments"
    __table_args__ = (sa.UniqueConstraint("conference_id", "position"),)

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(sa.String(120))
    title: Mapped[str] = mapped_column(sa.String(500))
    issued_on: Mapped[PartialDate | None]
    issued_by: Mapped[str | None] = mapped_column(sa.String(300))
    summary: Mapped[str | None] = mapped_column(sa.Text)
    annex: Mapped[str | None] = mapped_column(sa.String(40))
    delegates_max: Mapped[int | None]

    conference: Mapped[Conference] = relationship(back_populates="instruments", lazy="raise_on_sql")


class Rulebook(Content, Base):
    """One version of a conference's rules of procedure; `rules` is data in the form of `conferences.rules`."""

    __tablename__ = "rulebooks"
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "number"),
        {"info": {"frozen_when": "OLD.is_in_use", "thawed_columns": ["version", "provenance", "translations"]}},
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id", ondelete="CASCADE"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(sa.String(300))
    preset: Mapped[str | None] = mapped_column(sa.String(60))
    adopted: Mapped[Moment | None]
    rules: Mapped[dict[str, Any]]
    is_in_use: Mapped[bool] = mapped_column(default=False)
    """A vote was decided under it; what it says can no longer change."""

    conference: Mapped[Conference] = relationship(back_populates="rulebooks", lazy="raise_on_sql")


class Document(Content, Base):
    """A document of the conference under its symbol; symbols are unique and never used again."""

    __tablename__ = "documents"
    __table_args__ = (sa.UniqueConstraint("conference_id", "key"), sa.UniqueConstraint("conference_id", "symbol"))
    __lookup__ = ("title", "symbol", "author", "kind")

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    key: Mapped[str] = mapped_column(sa.String(120))
    symbol: Mapped[str | None] = mapped_column(sa.String(120))
    kind: Mapped[str] = mapped_column(sa.String(60))
    title: Mapped[str] = mapped_column(sa.String(500))
    text: Mapped[str | None] = mapped_column(sa.Text)
    annex: Mapped[str | None] = mapped_column(sa.String(40))
    issued_on: Mapped[PartialDate | None]
    author: Mapped[str | None] = mapped_column(sa.String(300))
    url: Mapped[str | None] = mapped_column(sa.String(500))
    state: Mapped[DocumentState] = mapped_column(default=DocumentState.ISSUED)
    withdrawn_reason: Mapped[str | None] = mapped_column(sa.Text)
    embargo_until: Mapped[datetime | None]
    corrects_id: Mapped[int | None] = mapped_column(sa.ForeignKey("documents.id"))

    conference: Mapped[Conference] = relationship(lazy="raise_on_sql")
    corrects: Mapped[Document | None] = relationship(remote_side="Document.id", lazy="raise_on_sql")
    signatories: Mapped[list[DocumentSignatory]] = relationship(
        back_populates="document", order_by="DocumentSignatory.position", lazy="raise_on_sql"
    )


class DocumentSignatory(Keyed, Sourced, Base):
    """Who signed a document, and as what."""

    __tablename__ = "document_signatories"
    __table_args__ = (sa.UniqueConstraint("document_id", "position"),)

    document_id: Mapped[int] = mapped_column(sa.ForeignKey("documents.id", ondelete="CASCADE"))
    position: Mapped[int]
    official_id: Mapped[int] = mapped_column(sa.ForeignKey("officials.id"))
    capacity: Mapped[str | None] = mapped_column(sa.String(300))

    document: Mapped[Document] = relationship(back_populates="signatories", lazy="raise_on_sql")
    official: Mapped[Official] = relationship(lazy="raise_on_sql")
