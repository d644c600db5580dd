"""Halls, tracks, sessions, and the contributions made in them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.committees.models import Committee
from confapp.conferences.models import Conference
from confapp.dates import Moment, PartialDate
from confapp.db import Base, Content, Keyed, Sourced
from confapp.officials.models import Official


class SessionKind(StrEnum):
    """What a session is held for."""

    OPENING = "opening"
    PLENARY = "plenary"
    COMMITTEE = "committee"
    PARALLEL = "parallel"
    CEREMONY = "ceremony"
    CLOSING = "closing"
    OTHER = "other"


class SessionState(StrEnum):
    """The life of a session: planned → open ⇄ suspended → adjourned (it ends), or closed with the conference."""

    PLANNED = "planned"
    OPEN = "open"
    SUSPENDED = "suspended"
    ADJOURNED = "adjourned"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Weekday(StrEnum):
    """The days of the week, as `weekday_of` counts them."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class ContributionRole(StrEnum):
    """What a person does in a contribution."""

    SPEAKER = "speaker"
    AUTHOR = "author"
    CHAIR = "chair"
    PANELIST = "panelist"


class Hall(Content, Base):
    """A place to meet in, with its capacity in seats."""

    __tablename__ = "halls"
    __table_args__ = (sa.UniqueConstraint("conference_id", "key"),)
    __lookup__ = ("name",)

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    key: Mapped[str] = mapped_column(sa.String(120))
    name: Mapped[str] = mapped_column(sa.String(300))
    position: Mapped[int]
    capacity: Mapped[int | None]
    address: Mapped[str | None] = mapped_column(sa.String(500))


class Track(Content, Base):
    """A thread through the programme."""

    __tablename__ = "tracks"
    __table_args__ = (sa.UniqueConstraint("conference_id", "key"),)
    __lookup__ = ("name",)

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    key: Mapped[str] = mapped_column(sa.String(120))
    name: Mapped[str] = mapped_column(sa.String(300))
    position: Mapped[int]
    colour: Mapped[str | None] = mapped_column(sa.String(7))


class Session(Content, Base):
    """One dated sitting of the conference or of one of its committees or sections.

    `position` orders all sessions of the conference; `label` names one in addresses (`3`, `section-2-3`).
    """

    __tablename__ = "sessions"
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "label"),
        sa.UniqueConstraint("conference_id", "position"),
        sa.CheckConstraint(
            "planned_start IS NULL OR planned_end IS NULL OR planned_start < planned_end", name="planned"
        ),
    )
    __lookup__ = ("title", "label")

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    position: Mapped[int]
    number: Mapped[int | None]
    label: Mapped[str] = mapped_column(sa.String(60))
    kind: Mapped[SessionKind] = mapped_column(default=SessionKind.PLENARY)
    title: Mapped[str | None] = mapped_column(sa.String(500))
    committee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committees.id"), index=True)
    hall_id: Mapped[int | None] = mapped_column(sa.ForeignKey("halls.id"), index=True)
    track_id: Mapped[int | None] = mapped_column(sa.ForeignKey("tracks.id"), index=True)
    online_link: Mapped[str | None] = mapped_column(sa.String(500))
    place: Mapped[str | None] = mapped_column(sa.String(300))
    planned_start: Mapped[datetime | None]
    planned_end: Mapped[datetime | None]
    held_on: Mapped[PartialDate | None]
    weekday: Mapped[Weekday | None]
    """The day of the week as a source states it beside the date."""
    opened: Mapped[Moment | None]
    adjourned: Mapped[Moment | None]
    opening_note: Mapped[str | None] = mapped_column(sa.String(500))
    adjournment_note: Mapped[str | None] = mapped_column(sa.String(500))
    presiding_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    presiding_capacity: Mapped[str | None] = mapped_column(sa.String(300))
    state: Mapped[SessionState] = mapped_column(default=SessionState.PLANNED)

    conference: Mapped[Conference] = relationship(lazy="raise_on_sql")
    committee: Mapped[Committee | None] = relationship(lazy="raise_on_sql")
    hall: Mapped[Hall | None] = relationship(lazy="raise_on_sql")
    track: Mapped[Track | None] = relationship(lazy="raise_on_sql")
    presiding: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    contributions: Mapped[list[Contribution]] = relationship(
        back_populates="session", order_by="Contribution.position", lazy="raise_on_sql"
    )


class Contribution(Content, Base):
    """An address, report, paper or panel; in a session or not placed yet."""

    __tablename__ = "contributions"
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "key"),
        sa.CheckConstraint("duration_minutes IS NULL OR duration_minutes > 0", name="duration"),
    )

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    key: Mapped[str] = mapped_column(sa.String(120))
    session_id: Mapped[int | None] = mapped_column(sa.ForeignKey("sessions.id"), index=True)
    hall_id: Mapped[int | None] = mapped_column(sa.ForeignKey("halls.id"), index=True)
    track_id: Mapped[int | None] = mapped_column(sa.ForeignKey("tracks.id"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(sa.String(60), default="address")
    title: Mapped[str] = mapped_column(sa.String(600))
    abstract: Mapped[str | None] = mapped_column(sa.Text)
    planned_start: Mapped[datetime | None]
    duration_minutes: Mapped[int | None]
    is_withdrawn: Mapped[bool] = mapped_column(default=False)

    session: Mapped[Session | None] = relationship(back_populates="contributions", lazy="raise_on_sql")
    hall: Mapped[Hall | None] = relationship(lazy="raise_on_sql")
    track: Mapped[Track | None] = relationship(lazy="raise_on_sql")
    people: Mapped[list[ContributionPerson]] = relationship(
        back_populates="contribution", order_by="ContributionPerson.position", lazy="raise_on_sql"
    )


class ContributionPerson(Keyed, Sourced, Base):
    """A person's part in a contribution."""

    __tablename__ = "contribution_people"
    __table_args__ = (sa.UniqueConstraint("contribution_id", "position"),)

    contribution_id: Mapped[int] = mapped_column(sa.ForeignKey("contributions.id", ondelete="CASCADE"))
    position: Mapped[int]
    official_id: Mapped[int] = mapped_column(sa.ForeignKey("officials.id"), index=True)
    role: Mapped[ContributionRole] = mapped_column(default=ContributionRole.SPEAKER)
    affiliation: Mapped[str | None] = mapped_column(sa.String(300))

    contribution: Mapped[Contribution] = relationship(back_populates="people", lazy="raise_on_sql")
    official: Mapped[Official] = relationship(lazy="raise_on_sql")
