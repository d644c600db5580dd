"""What the public index holds; each database keeps its own full-text structure over `terms`."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from confapp.db import Base, Keyed


class SearchEntry(Keyed, Base):
    """One findable thing: a paragraph of a published edition, a person, a body, a session, a letter, a document."""

    __tablename__ = "search_entries"
    __table_args__ = ({"info": {"private": True}},)

    conference_id: Mapped[int | None] = mapped_column(sa.ForeignKey("conferences.id"), index=True)
    kind: Mapped[str] = mapped_column(sa.String(40))
    url: Mapped[str] = mapped_column(sa.String(500))
    title: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[str] = mapped_column(sa.Text)
    language: Mapped[str | None] = mapped_column(sa.String(35))
    terms: Mapped[str] = mapped_column(sa.Text)
