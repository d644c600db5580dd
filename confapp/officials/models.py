"""Officials, offices and appointments with their terms."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.dates import Moment, PartialDate
from confapp.db import Base, Content, Keyed, Sourced
from confapp.organizations.models import Body, NameKind


class InstrumentKind(StrEnum):
    """By what an official came into office."""

    DECISION = "decision"
    LETTER = "letter"
    ELECTION = "election"
    APPOINTMENT = "appointment"
    OTHER = "other"


class AppointmentState(StrEnum):
    """The life of an appointment."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    IN_FORCE = "in_force"
    ENDED = "ended"


def with_honorific(honorific: str | None, name: str) -> str:
    """“Dr. Cruls”; a name that has it already, like “Sir William Thomson”, stays as it is."""
    begins_so = honorific and f"{name} ".casefold().startswith(f"{honorific} ".casefold())
    return f"{honorific} {name}" if honorific and not begins_so else name


class Official(Content, Base):
    """A person who holds, held or might hold an office, speaks, signs or is a delegate.

    `email`, `phone` and `address` are never public.
    """

    __tablename__ = "officials"
    __lookup__ = ("name", "native_name", "family_name", "affiliation")

    slug: Mapped[str] = mapped_column(sa.String(120), unique=True)
    name: Mapped[str] = mapped_column(sa.String(300))
    family_name: Mapped[str | None] = mapped_column(sa.String(200))
    given_name: Mapped[str | None] = mapped_column(sa.String(200))
    native_name: Mapped[str | None] = mapped_column(sa.String(300))
    honorific: Mapped[str | None] = mapped_column(sa.String(120))
    affiliation: Mapped[str | None] = mapped_column(sa.String(300))
    biography: Mapped[str | None] = mapped_column(sa.Text)
    born_on: Mapped[PartialDate | None]
    died_on: Mapped[PartialDate | None]
    email: Mapped[str | None] = mapped_column(sa.String(254), info={"private": True})
    phone: Mapped[str | None] = mapped_column(sa.String(60), info={"private": True})
    address: Mapped[str | None] = mapped_column(sa.Text, info={"private": True})

    names: Mapped[list[OfficialName]] = relationship(
        back_populates="official", order_by="OfficialName.position", lazy="raise_on_sql", cascade="all, delete-orphan"
    )
    appointments: Mapped[list[Appointment]] = relationship(
        back_populates="official", foreign_keys="Appointment.official_id", lazy="raise_on_sql"
    )

    @property
    def styled_name(self) -> str:
        """The name as a protocol writes it: with the honorific before it."""
        return with_honorific(self.honorific, self.name)


class OfficialName(Keyed, Sourced, Base):
    """Another name of a person, or a spelling that some source prints."""

    __tablename__ = "official_names"
    __table_args__ = (sa.UniqueConstraint("official_id", "position"),)
    __lookup__ = ("name",)
    __lookup_of__ = "official_id"

    official_id: Mapped[int] = mapped_column(sa.ForeignKey("officials.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[NameKind]
    name: Mapped[str] = mapped_column(sa.String(300))
    language: Mapped[str | None] = mapped_column(sa.String(35))
    valid_from: Mapped[PartialDate | None]
    valid_until: Mapped[PartialDate | None]

    official: Mapped[Official] = relationship(back_populates="names", lazy="raise_on_sql")


class Office(Content, Base):
    """A post of a body; a unique one has at most one holder at any instant, acting ones aside.

    Two holders whose starts (or ends) nobody states may or may not have held it at once: they pass here, and a finding
    reports what is possible.
    """

    __tablename__ = "offices"
    __lookup__ = ("title",)
    __lookup_through__ = ("body_id",)
    __table_args__ = (sa.UniqueConstraint("body_id", "key"),)

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("bodies.id"))
    key: Mapped[str] = mapped_column(sa.String(120))
    title: Mapped[str] = mapped_column(sa.String(300))
    is_unique: Mapped[bool] = mapped_column(default=True)
    is_presiding: Mapped[bool] = mapped_column(default=False)
    rank: Mapped[int] = mapped_column(default=0)
    is_abolished: Mapped[bool] = mapped_column(default=False)
    """True also where a conference decided to leave the office vacant for good."""
    note: Mapped[str | None] = mapped_column(sa.Text)

    body: Mapped[Body] = relationship(lazy="raise_on_sql")
    appointments: Mapped[list[Appointment]] = relationship(
        back_populates="office", order_by="Appointment.id", lazy="raise_on_sql"
    )


class Appointment(Content, Base):
    """An official in an office for a half-open term [start, end).

    `term_start` and `term_end` keep what was stated; the four bounds are the earliest and latest instants they can mean
    and are set with them by the operation. `holds_alone` copies the office's uniqueness (false for an acting holder or
    an appointment that is not in force or ended), so that the database itself can refuse two certain holders.
    """

    __tablename__ = "appointments"
    __table_args__ = (
        sa.CheckConstraint(
            "starts_latest IS NULL OR ends_earliest IS NULL OR starts_earliest <= ends_latest", name="term"
        ),
        sa.Index("ix_appointments_office_terms", "office_id", "starts_latest", "ends_earliest"),
        {"info": {"unique_office": True}},
    )

    official_id: Mapped[int] = mapped_column(sa.ForeignKey("officials.id"), index=True)
    office_id: Mapped[int] = mapped_column(sa.ForeignKey("offices.id"))
    state: Mapped[AppointmentState] = mapped_column(default=AppointmentState.IN_FORCE)
    is_acting: Mapped[bool] = mapped_column(default=False)
    holds_alone: Mapped[bool] = mapped_column(default=False)
    responsibility: Mapped[str | None] = mapped_column(sa.String(300))
    territory: Mapped[str | None] = mapped_column(sa.String(200))
    term_start: Mapped[Moment | None]
    term_end: Mapped[Moment | None]
    starts_earliest: Mapped[datetime | None]
    starts_latest: Mapped[datetime | None]
    ends_earliest: Mapped[datetime | None]
    ends_latest: Mapped[datetime | None]
    instrument: Mapped[InstrumentKind | None]
    instrument_text: Mapped[str | None] = mapped_column(sa.Text)
    appointed_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    appointed_by_body_id: Mapped[int | None] = mapped_column(sa.ForeignKey("bodies.id"))
    predecessor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("appointments.id"))
    end_reason: Mapped[str | None] = mapped_column(sa.String(300))
    note: Mapped[str | None] = mapped_column(sa.Text)

    official: Mapped[Official] = relationship(
        back_populates="appointments", foreign_keys=[official_id], lazy="raise_on_sql"
    )
    office: Mapped[Office] = relationship(back_populates="appointments", lazy="raise_on_sql")
    appointed_by: Mapped[Official | None] = relationship(foreign_keys=[appointed_by_id], lazy="raise_on_sql")
    appointed_by_body: Mapped[Body | None] = relationship(foreign_keys=[appointed_by_body_id], lazy="raise_on_sql")
    predecessor: Mapped[Appointment | None] = relationship(
        foreign_keys=[predecessor_id], remote_side="Appointment.id", lazy="raise_on_sql"
    )
