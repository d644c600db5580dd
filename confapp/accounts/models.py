"""Users of the software and what they may do; officials of a conference are another thing."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from flask_login import UserMixin
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.db import Base, Keyed, Versioned
from confapp.permissions import Role


class User(UserMixin, Keyed, Versioned, Base):
    """Somebody who signs in."""

    __tablename__ = "users"
    __table_args__ = (sa.UniqueConstraint("email"),)

    email: Mapped[str] = mapped_column(sa.String(254))
    name: Mapped[str] = mapped_column(sa.String(300), default="")
    password_hash: Mapped[str | None] = mapped_column(sa.String(300))
    is_active: Mapped[bool] = mapped_column(default=True)
    is_demonstration: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str | None] = mapped_column(sa.String(35))
    session_stamp: Mapped[str] = mapped_column(sa.String(64))
    created_at: Mapped[datetime]
    signed_in_at: Mapped[datetime | None]

    grants: Mapped[list[Grant]] = relationship(back_populates="user", foreign_keys="Grant.user_id", lazy="raise_on_sql")

    def get_id(self) -> str:
        """What the cookie holds; with a new stamp every cookie given out before is worth nothing."""
        return f"{self.id}.{self.session_stamp}"


class Grant(Keyed, Base):
    """A role of a user, everywhere or in one conference."""

    __tablename__ = "grants"
    __table_args__ = (
        sa.UniqueConstraint("user_id", "role", "conference_id", postgresql_nulls_not_distinct=True),
        sa.CheckConstraint("(role IN ('administrator', 'convener')) = (conference_id IS NULL)", name="scope"),
    )

    user_id: Mapped[int] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"))
    role: Mapped[Role]
    conference_id: Mapped[int | None] = mapped_column(sa.ForeignKey("conferences.id", ondelete="CASCADE"), index=True)
    granted_at: Mapped[datetime]
    granted_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))

    user: Mapped[User] = relationship(back_populates="grants", foreign_keys=[user_id], lazy="raise_on_sql")


class SignInLink(Keyed, Base):
    """A link that signs its user in once; only a digest of its secret is kept."""

    __tablename__ = "sign_in_links"
    __table_args__ = (sa.UniqueConstraint("secret_digest"),)

    user_id: Mapped[int] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    secret_digest: Mapped[str] = mapped_column(sa.String(64))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="raise_on_sql")
