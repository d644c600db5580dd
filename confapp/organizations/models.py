"""Organizations and organs; the body behind everything that can have offices."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from confapp.dates import PartialDate
from confapp.db import Base, Content, Keyed, Sourced


class BodyKind(StrEnum):
    """What can be a keeper of offices."""

    ORGANIZATION = "organization"
    ORGAN = "organ"
    COMMITTEE = "committee"
    CONFERENCE = "conference"


class OrganizationKind(StrEnum):
    """How an organization stands to the conferences it takes part in."""

    HOST = "host"
    MEMBER = "member"
    PARTNER = "partner"
    OBSERVER = "observer"
    INTERGOVERNMENTAL = "intergovernmental"
    OTHER = "other"


class NameKind(StrEnum):
    """Why a body or a person has another name."""

    FORMER = "former"
    VARIANT = "variant"
    TRANSLATION = "translation"
    PRINTED = "printed"


class Body(Content, Base):
    """The one identity of whatever keeps offices; `name` is the name it has now."""

    __tablename__ = "bodies"

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"polymorphic_on": "kind", "version_id_col": cls.version}

    __lookup__ = ("name", "short_name")

    kind: Mapped[BodyKind]
    name: Mapped[str] = mapped_column(sa.String(500))
    short_name: Mapped[str | None] = mapped_column(sa.String(120))

    names: Mapped[list[BodyName]] = relationship(
        back_populates="body", order_by="BodyName.position", lazy="raise_on_sql", cascade="all, delete-orphan"
    )


class BodyName(Keyed, Sourced, Base):
    """Another name of a body: former, in another language, or as some source prints it."""

    __tablename__ = "body_names"
    __table_args__ = (sa.UniqueConstraint("body_id", "position"),)
    __lookup__ = ("name",)
    __lookup_of__ = "body_id"

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("bodies.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[NameKind]
    name: Mapped[str] = mapped_column(sa.String(500))
    language: Mapped[str | None] = mapped_column(sa.String(35))
    valid_from: Mapped[PartialDate | None]
    valid_until: Mapped[PartialDate | None]

    body: Mapped[Body] = relationship(back_populates="names", lazy="raise_on_sql")


class Organization(Body):
    """A body of its own: a government, a society, a union of groups."""

    __tablename__ = "organizations"
    __mapper_args__ = {"polymorphic_identity": BodyKind.ORGANIZATION}  # noqa: RUF012  the attribute is SQLAlchemy's

    id: Mapped[int] = mapped_column(sa.ForeignKey("bodies.id", ondelete="CASCADE"), primary_key=True)
    slug: Mapped[str] = mapped_column(sa.String(120), unique=True)
    organization_kind: Mapped[OrganizationKind] = mapped_column(default=OrganizationKind.MEMBER)
    country: Mapped[str | None] = mapped_column(sa.String(120))
    seat: Mapped[str | None] = mapped_column(sa.String(300))
    founded_on: Mapped[PartialDate | None]
    dissolved_on: Mapped[PartialDate | None]
    description: Mapped[str | None] = mapped_column(sa.Text)
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organizations.id"), index=True)
    successor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organizations.id"), index=True)

    parent: Mapped[Organization | None] = relationship(foreign_keys=[parent_id], remote_side=[id], lazy="raise_on_sql")
    successor: Mapped[Organization | None] = relationship(
        foreign_keys=[successor_id], remote_side=[id], lazy="raise_on_sql"
    )
    organs: Mapped[list[Organ]] = relationship(
        back_populates="organization", foreign_keys="Organ.organization_id", lazy="raise_on_sql"
    )
    events: Mapped[list[OrganizationEvent]] = relationship(
        back_populates="organization",
        order_by="OrganizationEvent.position",
        lazy="raise_on_sql",
        cascade="all, delete-orphan",
    )


class OrganizationEvent(Content, Base):
    """A dated event in an organization's life: began work, reorganized, took a decision on its anniversary."""

    __tablename__ = "organization_events"
    __table_args__ = (sa.UniqueConstraint("organization_id", "position"),)

    organization_id: Mapped[int] = mapped_column(sa.ForeignKey("organizations.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(sa.String(60))
    occurred_on: Mapped[PartialDate | None]
    place: Mapped[str | None] = mapped_column(sa.String(300))
    text: Mapped[str] = mapped_column(sa.Text)

    organization: Mapped[Organization] = relationship(back_populates="events", lazy="raise_on_sql")


class Organ(Body):
    """A standing part of an organization: its council, its executive committee, a branch in a territory."""

    __tablename__ = "organs"
    __mapper_args__ = {"polymorphic_identity": BodyKind.ORGAN}  # noqa: RUF012  the attribute is SQLAlchemy's

    id: Mapped[int] = mapped_column(sa.ForeignKey("bodies.id", ondelete="CASCADE"), primary_key=True)
    organization_id: Mapped[int] = mapped_column(sa.ForeignKey("organizations.id"), index=True)
    organ_kind: Mapped[str] = mapped_column(sa.String(60), default="committee")
    territory: Mapped[str | None] = mapped_column(sa.String(200))
    founded_on: Mapped[PartialDate | None]
    dissolved_on: Mapped[PartialDate | None]

    organization: Mapped[Organization] = relationship(
        back_populates="organs", foreign_keys=[organization_id], lazy="raise_on_sql"
    )
