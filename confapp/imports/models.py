"""What a case file brought: its local names, so that the export gives them back, and its digest."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from confapp.db import Base, Keyed


class CaseImport(Keyed, Base):
    """One import of a case file; the same content again changes nothing."""

    __tablename__ = "case_imports"
    __table_args__ = (sa.UniqueConstraint("conference_id"), {"info": {"private": True}})

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    digest: Mapped[str] = mapped_column(sa.String(80))
    imported_at: Mapped[datetime]
    imported_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id"))


class CaseEntry(Keyed, Base):
    """The local id under which a case file names a row that has no key of its own in the conference."""

    __tablename__ = "case_entries"
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "section", "key"),
        sa.UniqueConstraint("conference_id", "section", "target_id"),
        {"info": {"private": True}},
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    section: Mapped[str] = mapped_column(sa.String(60))
    key: Mapped[str] = mapped_column(sa.String(120))
    target_id: Mapped[int]
    position: Mapped[int]
