"""Names in addresses: every slug keeps its history, so that an old address leads to the new one."""

from enum import StrEnum
from typing import NamedTuple

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import Mapped, aliased, mapped_column

from confapp.db import Base, Keyed, db
from confapp.errors import RuleViolation
from confapp.text import slugify


class SlugSpace(StrEnum):
    """Where a slug must be unique."""

    CONFERENCE = "conference"
    ORGANIZATION = "organization"
    OFFICIAL = "official"


class Slug(Keyed, Base):
    """One name that a thing has or had in addresses."""

    __tablename__ = "slugs"
    __table_args__ = (
        sa.UniqueConstraint("space", "name"),
        sa.Index(
            "uq_slugs_current",
            "space",
            "target_id",
            unique=True,
            sqlite_where=sa.text("is_current"),
            postgresql_where=sa.text("is_current"),
        ),
    )

    space: Mapped[SlugSpace]
    name: Mapped[str] = mapped_column(sa.String(120))
    target_id: Mapped[int] = mapped_column(index=True)
    is_current: Mapped[bool] = mapped_column(default=True)


def free_slug(space: SlugSpace, wish: str) -> str:
    """The wished name as a slug, with a number behind it where another thing has or had it."""
    stem = slugify(wish)[:100] or space.value
    taken = set(
        db.session.scalars(
            sa.select(Slug.name).where(Slug.space == space, sa.or_(Slug.name == stem, Slug.name.startswith(stem + "-")))
        )
    )
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def wished_slug(space: SlugSpace, slug: str | None, *, name: str, target_id: int | None = None) -> str:
    """The slug that a thing is given, refused where another thing has or had it; without one, a free one of its name.

    A thing that has a key already may take back a name that it had before.
    """
    own = set(
        db.session.scalars(sa.select(Slug.name).where(Slug.space == space, Slug.target_id == target_id))
        if target_id is not None
        else ()
    )
    stem = slugify(name)[:100]
    if slug is None:
        return stem if stem in own else free_slug(space, name)
    if (slugify(slug, max_length=120) or "?") != slug:
        raise RuleViolation(
            _("“%(slug)s” cannot stand in an address: use small letters a to z, digits and hyphens.", slug=slug[:120]),
            field="slug",
        )
    if slug not in own and db.session.scalar(sa.select(Slug.id).where(Slug.space == space, Slug.name == slug)):
        raise RuleViolation(
            _("The address “%(slug)s” leads to something else, or once did. Choose another one.", slug=slug),
            field="slug",
        )
    return slug


def claim_slug(space: SlugSpace, slug: str, target_id: int) -> None:
    """Make `slug` the current name of the thing; its former names go on leading to it."""
    db.session.execute(sa.update(Slug).where(Slug.space == space, Slug.target_id == target_id).values(is_current=False))
    former = db.session.scalar(sa.select(Slug).where(Slug.space == space, Slug.name == slug))
    if former is None:
        db.session.add(Slug(space=space, name=slug, target_id=target_id))
    else:
        former.is_current = True
        former.target_id = target_id
    db.session.flush()


class Found(NamedTuple):
    """What a slug leads to: the thing's key, and its present name."""

    target_id: int
    name: str


def found_slug(space: SlugSpace, slug: str) -> Found | None:
    """The thing that has or had this slug, with the name under which it is found now."""
    asked, now = aliased(Slug), aliased(Slug)
    same = sa.and_(now.space == asked.space, now.target_id == asked.target_id, now.is_current)
    query = sa.select(now.target_id, now.name).join(asked, same).where(asked.space == space, asked.name == slug)
    row = db.session.execute(query).first()
    return Found(*row) if row else None


def current_slug(space: SlugSpace, slug: str) -> str | None:
    """The name under which the thing that has or had this slug is found now, or None."""
    target = sa.select(Slug.target_id).where(Slug.space == space, Slug.name == slug).scalar_subquery()
    return db.session.scalar(sa.select(Slug.name).where(Slug.space == space, Slug.target_id == target, Slug.is_current))
