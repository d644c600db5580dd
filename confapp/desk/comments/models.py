"""Comments that strangers send about published proceedings."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.conferences.models import Conference
from confapp.db import Base, Keyed


class CommentState(StrEnum):
    """What became of a comment; nobody but moderators sees one that is not shown."""

    PENDING = "pending"
    SHOWN = "shown"
    REFUSED = "refused"
    ERASED = "erased"


class Comment(Keyed, Base):
    """What somebody wrote, with the name they gave, if any: no address, no cookie, no trace of who it was.

    Whoever wrote it holds its receipt, of which only the digest is kept, and can erase it with that.
    """

    __tablename__ = "comments"
    __table_args__ = (
        sa.Index(None, "conference_id", "state"),
        {"info": {"private": True}},
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id", ondelete="CASCADE"))
    name: Mapped[str | None] = mapped_column(sa.String(120))
    text: Mapped[str] = mapped_column(sa.Text)
    language: Mapped[str | None] = mapped_column(sa.String(35))
    state: Mapped[CommentState] = mapped_column(default=CommentState.PENDING)
    receipt_digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    sent_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(sa.Text)

    conference: Mapped[Conference] = relationship(lazy="raise_on_sql")
