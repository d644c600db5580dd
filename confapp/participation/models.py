"""Invitations, delegations, delegates and guests."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.conferences.models import Conference
from confapp.dates import Moment, PartialDate
from confapp.db import Base, Content
from confapp.officials.models import Official
from confapp.organizations.models import Organization


class InvitationState(StrEnum):
    """What became of an invitation."""

    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    UNANSWERED = "unanswered"


class DelegationCategory(StrEnum):
    """In what quality a delegation takes part (R36)."""

    MEMBER = "member"
    OBSERVER = "observer"
    INTERGOVERNMENTAL = "intergovernmental"
    NON_GOVERNMENTAL = "non_governmental"
    GUEST = "guest"
    SECRETARIAT = "secretariat"
    INDIVIDUAL = "individual"


class CredentialsState(StrEnum):
    """How far a delegation's credentials have come (R25)."""

    NONE = "none"
    PRESENTED = "presented"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class DelegateRole(StrEnum):
    """A delegate's place in the delegation."""

    HEAD = "head"
    DEPUTY = "deputy"
    DELEGATE = "delegate"
    ALTERNATE = "alternate"
    ADVISER = "adviser"


class Invitation(Content, Base):
    """A call to an organization or a person to take part."""

    __tablename__ = "invitations"
    __table_args__ = (
        sa.CheckConstraint("(organization_id IS NULL) <> (official_id IS NULL)", name="one_addressee"),
        sa.UniqueConstraint("conference_id", "position"),
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    position: Mapped[int]
    organization_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organizations.id"), index=True)
    official_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"), index=True)
    state: Mapped[InvitationState] = mapped_column(default=InvitationState.SENT)
    sent_on: Mapped[PartialDate | None]
    answered_on: Mapped[PartialDate | None]
    delegates_max: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(sa.Text)

    organization: Mapped[Organization | None] = relationship(lazy="raise_on_sql")
    official: Mapped[Official | None] = relationship(lazy="raise_on_sql")


class Delegation(Content, Base):
    """An organization at a conference, or an individual as a delegation of one; it has one vote, or its weight."""

    __tablename__ = "delegations"
    __lookup__ = ("name",)
    __lookup_through__ = ("organization_id",)
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "key"),
        sa.UniqueConstraint("conference_id", "organization_id"),
        sa.CheckConstraint("votes >= 0", name="votes"),
        sa.CheckConstraint("organization_id IS NOT NULL OR category = 'individual'", name="organization"),
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    organization_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organizations.id"), index=True)
    key: Mapped[str] = mapped_column(sa.String(120))
    name: Mapped[str] = mapped_column(sa.String(300))
    """The name under which it sits and is called at this conference."""
    position: Mapped[int]
    category: Mapped[DelegationCategory] = mapped_column(default=DelegationCategory.MEMBER)
    is_voting: Mapped[bool] = mapped_column(default=True)
    votes: Mapped[int] = mapped_column(default=1)
    credentials: Mapped[CredentialsState] = mapped_column(default=CredentialsState.NONE)
    credentials_on: Mapped[PartialDate | None]
    credentials_note: Mapped[str | None] = mapped_column(sa.Text)
    first_present: Mapped[str | None] = mapped_column(sa.String(60))
    """The label of the session at which it first took its seat, as a source states it."""
    withdrawn: Mapped[Moment | None]

    conference: Mapped[Conference] = relationship(lazy="raise_on_sql")
    organization: Mapped[Organization | None] = relationship(lazy="raise_on_sql")
    delegates: Mapped[list[Delegate]] = relationship(
        back_populates="delegation", order_by="Delegate.position", lazy="raise_on_sql"
    )


class Delegate(Content, Base):
    """An official as a member of a delegation, for a term where one delegate replaces another."""

    __tablename__ = "delegates"
    __table_args__ = (sa.UniqueConstraint("delegation_id", "position"), sa.UniqueConstraint("delegation_id", "key"))

    delegation_id: Mapped[int] = mapped_column(sa.ForeignKey("delegations.id"))
    official_id: Mapped[int] = mapped_column(sa.ForeignKey("officials.id"), index=True)
    key: Mapped[str] = mapped_column(sa.String(120))
    position: Mapped[int]
    role: Mapped[DelegateRole] = mapped_column(default=DelegateRole.DELEGATE)
    title: Mapped[str | None] = mapped_column(sa.String(500))
    """What the person is at home, as the list of participants prints it."""
    term_start: Mapped[Moment | None]
    term_end: Mapped[Moment | None]
    replaces_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegates.id"))

    delegation: Mapped[Delegation] = relationship(back_populates="delegates", lazy="raise_on_sql")
    official: Mapped[Official] = relationship(lazy="raise_on_sql")
    replaces: Mapped[Delegate | None] = relationship(remote_side="Delegate.id", lazy="raise_on_sql")


class Guest(Content, Base):
    """A person who takes part without a delegation: an invited expert, a speaker, staff."""

    __tablename__ = "guests"
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "official_id"),
        sa.UniqueConstraint("conference_id", "position"),
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    official_id: Mapped[int] = mapped_column(sa.ForeignKey("officials.id"), index=True)
    position: Mapped[int]
    capacity: Mapped[str | None] = mapped_column(sa.String(500))
    is_listed: Mapped[bool] = mapped_column(default=True)

    official: Mapped[Official] = relationship(lazy="raise_on_sql")
