"""Waivers: faults that stay as they are, knowingly, with a reason."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.accounts.models import User
from confapp.db import Base, Keyed


class Waiver(Keyed, Base):
    """A finding that somebody lets pass.

    It holds for what was found then (`digest`) and no longer where that has changed. It ends when it is withdrawn and
    is never lost.
    """

    __tablename__ = "waivers"
    __table_args__ = (
        sa.Index(None, "conference_id", "code"),
        sa.CheckConstraint("withdrawn_by_id IS NULL OR withdrawn_at IS NOT NULL", name="withdrawn"),
        {
            "info": {
                "private": True,
                "frozen_when": "1 = 1",
                "thawed_columns": ["by_id", "withdrawn_at", "withdrawn_by_id"],
            }
        },
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    code: Mapped[str] = mapped_column(sa.String(60))
    place: Mapped[str] = mapped_column(sa.Text)
    digest: Mapped[str] = mapped_column(sa.String(64))
    message: Mapped[str] = mapped_column(sa.Text)
    """What was found, as it was said then."""
    reason: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))

    by: Mapped[User | None] = relationship(foreign_keys=[by_id], lazy="raise_on_sql")
    withdrawn_by: Mapped[User | None] = relationship(foreign_keys=[withdrawn_by_id], lazy="raise_on_sql")
