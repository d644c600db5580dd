"""Editions and the keys that sign them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.conferences.models import Conference
from confapp.db import Base, Keyed, Versioned


class EditionState(StrEnum):
    """A withdrawn edition is kept and explained, never deleted."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class SigningKey(Keyed, Base):
    """A public key that signed editions; a retired one stays valid for what it signed."""

    __tablename__ = "signing_keys"
    __table_args__ = (sa.UniqueConstraint("fingerprint"),)

    fingerprint: Mapped[str] = mapped_column(sa.String(80))
    public_key: Mapped[str] = mapped_column(sa.String(80))
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class Edition(Keyed, Versioned, Base):
    """A frozen, numbered publication; `content` is the exact file of the format `confapp-edition/1`."""

    __tablename__ = "editions"
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "number"),
        sa.UniqueConstraint("digest"),
        {"info": {"frozen_when": "1 = 1", "thawed_columns": ["state", "withdrawn_at", "withdrawn_reason", "version"]}},
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    number: Mapped[int]
    language: Mapped[str] = mapped_column(sa.String(35))
    title: Mapped[str] = mapped_column(sa.String(500))
    category: Mapped[str | None] = mapped_column(sa.String(300))
    tags: Mapped[list[str]] = mapped_column(default=list)
    published_at: Mapped[datetime]
    published_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id"))
    published_by: Mapped[str] = mapped_column(sa.String(300))
    digest: Mapped[str] = mapped_column(sa.String(80))
    previous_digest: Mapped[str | None] = mapped_column(sa.String(80))
    key_id: Mapped[int] = mapped_column(sa.ForeignKey("signing_keys.id"))
    content: Mapped[bytes] = mapped_column(sa.LargeBinary, deferred=True)
    waivers: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    state: Mapped[EditionState] = mapped_column(default=EditionState.PUBLISHED)
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str | None] = mapped_column(sa.Text)

    conference: Mapped[Conference] = relationship(lazy="raise_on_sql")
    key: Mapped[SigningKey] = relationship(lazy="raise_on_sql")


class ViewCount(Base):
    """How often the proceedings of a conference were read: a number, and nothing about who read them."""

    __tablename__ = "view_counts"
    __table_args__ = ({"info": {"private": True}},)

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"), primary_key=True)
    views: Mapped[int] = mapped_column(default=0)
