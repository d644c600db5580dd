"""Users and their grants. None of this is for anybody but the user themself and administrators."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from confapp.accounts.models import Grant, SignInLink, User
from confapp.db import db
from confapp.permissions import Role
from confapp.slugs import Slug, SlugSpace


def user_by_email(email: str) -> User | None:
    """For signing in and for commands; nobody may learn from an answer whether there is one."""
    return db.session.scalar(sa.select(User).where(User.email == email.strip().lower()))


def user_of_cookie(token: str) -> User | None:
    """Who is signed in, with their grants, from what `User.get_id` put into the cookie."""
    key, _, stamp = token.partition(".")
    if not key.isdecimal():
        return None
    return db.session.scalar(
        sa.select(User)
        .where(User.id == int(key), User.session_stamp == stamp, User.is_active)
        .options(selectinload(User.grants))
    )


def link_by_digest(digest: str) -> SignInLink | None:
    """A sign-in link with its user, used or not, for whoever has its secret."""
    return db.session.scalar(
        sa.select(SignInLink).where(SignInLink.secret_digest == digest).options(joinedload(SignInLink.user))
    )


def grant_of(user: User, role: Role, conference_id: int | None) -> Grant | None:
    """One role of a user, for administrators."""
    same = sa.and_(
        Grant.user_id == user.id, Grant.role == role, Grant.conference_id.is_not_distinct_from(conference_id)
    )
    return db.session.scalar(sa.select(Grant).where(same))


def administrator_count() -> int:
    """How many can still let others in."""
    query = sa.select(sa.func.count(sa.distinct(Grant.user_id))).join(User, Grant.user_id == User.id)
    return db.session.scalar(query.where(Grant.role == Role.ADMINISTRATOR, User.is_active)) or 0


def conference_id_of(slug: str) -> int | None:
    """The key of the conference that has or had this slug; for commands, whose user may see every conference."""
    return db.session.scalar(sa.select(Slug.target_id).where(Slug.space == SlugSpace.CONFERENCE, Slug.name == slug))
