"""Releases: what the public reads of the schedule, frozen under a name."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from confapp.db import Base, Keyed


class Release(Keyed, Base):
    """A named, frozen version of the schedule; `timetable` holds all that a page or an export of it needs."""

    __tablename__ = "releases"
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "number"),
        sa.UniqueConstraint("conference_id", "name"),
        {"info": {"append_only": True}},
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(sa.String(120))
    comment: Mapped[str | None] = mapped_column(sa.Text)
    released_at: Mapped[datetime]
    released_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id"))
    timetable: Mapped[dict[str, Any]]
