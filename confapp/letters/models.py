"""Letters and other communications that the conference received."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.committees.models import Committee
from confapp.dates import Moment, PartialDate
from confapp.db import Base, Content, Keyed, Sourced
from confapp.officials.models import Official
from confapp.organizations.models import Organization
from confapp.programme.models import Session


class LetterKind(StrEnum):
    """What a letter is."""

    CONGRATULATORY = "congratulatory"
    COMMUNICATION = "communication"
    PROPOSAL = "proposal"
    INVITATION = "invitation"
    CREDENTIALS = "credentials"
    REPLY = "reply"
    OTHER = "other"


class LetterState(StrEnum):
    """How far a letter has come."""

    RECEIVED = "received"
    REGISTERED = "registered"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    PRESENTED = "presented"
    ANNEXED = "annexed"
    DECLINED = "declined"


class PresentationForm(StrEnum):
    """In what form a letter came before a session (R40)."""

    READ = "read"
    SUMMARIZED = "summarized"
    CIRCULATED = "circulated"
    MENTIONED = "mentioned"
    REPORTED = "reported"
    PRINTED = "printed"
    ANNEXED = "annexed"


class Letter(Content, Base):
    """A letter, telegram or printed communication under its register number.

    `sender_name` is the sender as stated ("not named" stays a remark, never a guess); `rank` orders by protocol.
    """

    __tablename__ = "letters"
    __table_args__ = (
        sa.UniqueConstraint("conference_id", "key"),
        sa.UniqueConstraint("conference_id", "register_number"),
    )
    __lookup__ = ("sender_name", "signatory", "subject", "printed_number")

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    key: Mapped[str] = mapped_column(sa.String(120))
    register_number: Mapped[int]
    printed_number: Mapped[str | None] = mapped_column(sa.String(40))
    kind: Mapped[LetterKind] = mapped_column(default=LetterKind.COMMUNICATION)
    medium: Mapped[str | None] = mapped_column(sa.String(120))
    sender_name: Mapped[str | None] = mapped_column(sa.String(500))
    sender_organization_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organizations.id"), index=True)
    sender_official_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"), index=True)
    signatory: Mapped[str | None] = mapped_column(sa.String(300))
    capacity: Mapped[str | None] = mapped_column(sa.String(300))
    addressee: Mapped[str | None] = mapped_column(sa.String(300))
    via: Mapped[str | None] = mapped_column(sa.String(300))
    place: Mapped[str | None] = mapped_column(sa.String(300))
    written_on: Mapped[PartialDate | None]
    written_in: Mapped[str | None] = mapped_column(sa.String(35))
    """The language of the letter itself; `language` is that of what is said about it here."""
    received: Mapped[Moment | None]
    subject: Mapped[str | None] = mapped_column(sa.Text)
    text: Mapped[str | None] = mapped_column(sa.Text)
    items: Mapped[int | None]
    """How many pieces arrived under this number, where a source says so (two letters, two enclosures)."""
    enclosures: Mapped[int | None]
    disposition: Mapped[str | None] = mapped_column(sa.Text)
    rank: Mapped[int] = mapped_column(default=0)
    state: Mapped[LetterState] = mapped_column(default=LetterState.REGISTERED)
    acknowledged_on: Mapped[PartialDate | None]
    accepted_on: Mapped[PartialDate | None]
    is_public: Mapped[bool] = mapped_column(default=True)
    """Whether its sender allows that the public sees it."""
    annex: Mapped[str | None] = mapped_column(sa.String(40))
    referred_to_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committees.id"), index=True)
    referred_on: Mapped[PartialDate | None]
    referred_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))

    sender_organization: Mapped[Organization | None] = relationship(lazy="raise_on_sql")
    sender_official: Mapped[Official | None] = relationship(foreign_keys=[sender_official_id], lazy="raise_on_sql")
    referred_to: Mapped[Committee | None] = relationship(lazy="raise_on_sql")
    referred_by: Mapped[Official | None] = relationship(foreign_keys=[referred_by_id], lazy="raise_on_sql")
    presentations: Mapped[list[LetterPresentation]] = relationship(
        back_populates="letter", order_by="LetterPresentation.id", lazy="raise_on_sql"
    )
    scans: Mapped[list[LetterScan]] = relationship(
        back_populates="letter", order_by="LetterScan.position", lazy="raise_on_sql"
    )


class LetterPresentation(Keyed, Sourced, Base):
    """A letter before a session: read, circulated, mentioned, annexed."""

    __tablename__ = "letter_presentations"
    __table_args__ = (sa.UniqueConstraint("letter_id", "session_id", "form"),)

    letter_id: Mapped[int] = mapped_column(sa.ForeignKey("letters.id"))
    session_id: Mapped[int] = mapped_column(sa.ForeignKey("sessions.id"), index=True)
    form: Mapped[PresentationForm]
    presented: Mapped[Moment | None]
    presented_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    note: Mapped[str | None] = mapped_column(sa.Text)

    letter: Mapped[Letter] = relationship(back_populates="presentations", lazy="raise_on_sql")
    session: Mapped[Session] = relationship(lazy="raise_on_sql")
    presented_by: Mapped[Official | None] = relationship(lazy="raise_on_sql")


class LetterScan(Keyed, Base):
    """A picture of a letter; the file itself is kept by its digest (`storage`)."""

    __tablename__ = "letter_scans"
    __table_args__ = (sa.UniqueConstraint("letter_id", "digest"), {"info": {"private": True}})

    letter_id: Mapped[int] = mapped_column(sa.ForeignKey("letters.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(sa.String(200))
    digest: Mapped[str] = mapped_column(sa.String(64))
    media_type: Mapped[str] = mapped_column(sa.String(60))
    size: Mapped[int]

    letter: Mapped[Letter] = relationship(back_populates="scans", lazy="raise_on_sql")
