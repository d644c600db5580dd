"""Users and their grants. None of this is for anybody but the user themself and administrators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from confapp.accounts.labels import ROLE_NAMES
from confapp.accounts.models import Grant, SignInLink, User
from confapp.db import db
from confapp.listing import Filter, Listing, Page
from confapp.permissions import Role
from confapp.slugs import Slug, SlugSpace

# Accounts come before conferences, and need no more of them than what they are called.
CONFERENCES = sa.table("conferences", sa.column("id", sa.Integer), sa.column("slug", sa.String))
BODIES = sa.table("bodies", sa.column("id", sa.Integer), sa.column("name", sa.String))
MOST_CONFERENCES = 2000


class ConferenceName(NamedTuple):
    """A conference as lists of roles name it."""

    id: int
    slug: str
    name: str


USERS = Listing(
    model=User,
    sorts={"called": (sa.func.lower(User.name), User.email), "email": User.email, "seen": User.signed_in_at},
    filters=[
        Filter(
            "state",
            _l("State"),
            {"open": _l("open"), "closed": _l("closed")},
            where=lambda value: User.is_active.is_(value == "open"),
        ),
        Filter(
            "role",
            _l("Role"),
            ROLE_NAMES,
            where=lambda role: User.id.in_(sa.select(Grant.user_id).where(Grant.role == role)),
        ),
    ],
    load=[selectinload(User.grants)],
    search=lambda text: sa.or_(User.email.icontains(text, autoescape=True), User.name.icontains(text, autoescape=True)),
)


def users_page() -> Page:
    """The users that the address asks for, for administrators."""
    return USERS.page(User.erased_at.is_(None))


def user_by_id(key: int) -> User | None:
    """One user with their grants, for administrators."""
    return db.session.scalar(sa.select(User).where(User.id == key).options(selectinload(User.grants)))


def grant_by_id(key: int) -> Grant | None:
    """One grant with its user, for whoever may take it away."""
    return db.session.scalar(sa.select(Grant).where(Grant.id == key).options(joinedload(Grant.user)))


def grants_in(conference_id: int) -> Sequence[Grant]:
    """Who has a role in a conference, with their users, for whoever grants rights there."""
    query = sa.select(Grant).join(User, Grant.user_id == User.id).where(Grant.conference_id == conference_id)
    return db.session.scalars(query.options(contains_eager(Grant.user)).order_by(User.email, Grant.id)).all()


def conference_names(keys: Iterable[int] | None = None) -> list[ConferenceName]:
    """What conferences are called, by name, for whoever has a part in them; all for administrators."""
    columns = (CONFERENCES.c.id, CONFERENCES.c.slug, BODIES.c.name)
    query = sa.select(*columns).join(BODIES, BODIES.c.id == CONFERENCES.c.id).limit(MOST_CONFERENCES)
    if keys is not None:
        query = query.where(CONFERENCES.c.id.in_(list(keys)))
    return [ConferenceName(*row) for row in db.session.execute(query.order_by(BODIES.c.name, CONFERENCES.c.id))]


def user_by_email(email: str) -> User | None:
    """For signing in and for commands; nobody may learn from an answer whether there is one."""
    return db.session.scalar(sa.select(User).where(User.email == email.strip().lower()))


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


def is_last_administrator(user: User) -> bool:
    """Whether nobody else could let others in."""
    return administrator_count() == 1 and grant_of(user, Role.ADMINISTRATOR, None) is not None


def conference_id_of(slug: str) -> int | None:
    """The key of the conference that has or had this slug; for commands, whose user may see every conference."""
    return db.session.scalar(sa.select(Slug.target_id).where(Slug.space == SlugSpace.CONFERENCE, Slug.name == slug))
