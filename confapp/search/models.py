"""What the public index holds; each database keeps its own full-text structure over the two columns of terms."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from confapp.db import Base, Json, Keyed


class EntryKind(StrEnum):
    """What can be found."""

    CONFERENCE = "conference"
    PARAGRAPH = "paragraph"
    SESSION = "session"
    DECISION = "decision"
    LETTER = "letter"
    DOCUMENT = "document"
    COMMITTEE = "committee"
    OFFICIAL = "official"
    ORGANIZATION = "organization"


class SearchEntry(Keyed, Base):
    """One findable thing with its address; `terms` are the words of its title and text as `searchable` folds them."""

    __tablename__ = "search_entries"
    __table_args__ = (sa.Index(None, "scope", "kind"), {"info": {"private": True}})

    scope: Mapped[str] = mapped_column(sa.String(120))
    """The slug of the conference, or "" for people and bodies, which belong to several."""
    kind: Mapped[EntryKind]
    url: Mapped[str] = mapped_column(sa.String(500))
    title: Mapped[str] = mapped_column(sa.Text)
    """Its own title; empty where it is called in our words, which `facts` become in the reader's language."""
    place: Mapped[str | None] = mapped_column(sa.Text)
    """The title of the conference in which it stands."""
    facts: Mapped[dict[str, Any] | None] = mapped_column(Json)
    text: Mapped[str] = mapped_column(sa.Text)
    language: Mapped[str | None] = mapped_column(sa.String(35))
    title_terms: Mapped[str] = mapped_column(sa.Text)
    terms: Mapped[str] = mapped_column(sa.Text)


class SearchState(Base):
    """Up to which public revision a scope is indexed."""

    __tablename__ = "search_states"
    __table_args__ = ({"info": {"private": True}},)

    scope: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    revision: Mapped[int]
