"""Users of the software and what they may do; officials of a conference are another thing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa
from flask_login import UserMixin
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp import clock
from confapp.db import Base, Keyed, Versioned
from confapp.permissions import Role

CONFIRMED_FOR = timedelta(minutes=10)


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
    created_at: Mapped[datetime]
    signed_in_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]

    grants: Mapped[list[Grant]] = relationship(back_populates="user", foreign_keys="Grant.user_id", lazy="raise_on_sql")

    if TYPE_CHECKING:  # of the visit that a request belongs to; nothing of it is a column
        visit: Visit | None
        token: str
    else:
        visit, token = None, ""

    def get_id(self) -> str:
        """What the cookie holds: the secret of one visit, which says whose it is."""
        return self.token

    @property
    def is_confirmed(self) -> bool:
        """Whether the user proved on this visit, not long ago, who they are."""
        return self.visit is not None and self.visit.confirmed_at > clock.now() - CONFIRMED_FOR

    @property
    def shown_name(self) -> str:
        return self.name or self.email


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


class Visit(Keyed, Base):
    """Being signed in on one device, from signing in to leaving; only a digest of the cookie's secret is kept."""

    __tablename__ = "visits"
    __table_args__ = (sa.UniqueConstraint("token_digest"), {"info": {"private": True}})

    user_id: Mapped[int] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    token_digest: Mapped[str] = mapped_column(sa.String(64))
    device: Mapped[str] = mapped_column(sa.String(120), default="")
    awaits_factor: Mapped[bool] = mapped_column(default=False)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    confirmed_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="raise_on_sql")


class Authenticator(Keyed, Base):
    """An app that shows six digits; its secret is kept sealed, and asked for once it was tried."""

    __tablename__ = "authenticators"
    __table_args__ = (sa.UniqueConstraint("user_id"), {"info": {"private": True}})

    user_id: Mapped[int] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"))
    sealed_secret: Mapped[str] = mapped_column(sa.String(300))
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_step: Mapped[int] = mapped_column(default=0)


class RecoveryCode(Keyed, Base):
    """A code that stands in for a lost second factor, once."""

    __tablename__ = "recovery_codes"
    __table_args__ = (sa.UniqueConstraint("user_id", "code_digest"), {"info": {"private": True}})

    user_id: Mapped[int] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"))
    code_digest: Mapped[str] = mapped_column(sa.String(64))
    used_at: Mapped[datetime | None]


class Passkey(Keyed, Base):
    """A key pair on a device of the user, of which the public half is kept here."""

    __tablename__ = "passkeys"
    __table_args__ = (sa.UniqueConstraint("credential_id"), {"info": {"private": True}})

    user_id: Mapped[int] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    credential_id: Mapped[str] = mapped_column(sa.String(1400))
    public_key: Mapped[bytes] = mapped_column(sa.LargeBinary)
    sign_count: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(sa.String(120))
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship(lazy="raise_on_sql")


class PasskeyChallenge(Keyed, Base):
    """A question that a passkey answers, once and soon; without a user it is asked before signing in."""

    __tablename__ = "passkey_challenges"
    __table_args__ = (sa.UniqueConstraint("challenge_digest"), {"info": {"private": True}})

    challenge_digest: Mapped[str] = mapped_column(sa.String(64))
    user_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(index=True)
