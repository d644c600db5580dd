"""The floor: rolls with who was present, and the append-only session log."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.agendas.models import AgendaItem
from confapp.committees.models import Committee
from confapp.conferences.models import Document
from confapp.dates import Moment
from confapp.db import Base, Content, Keyed, Sourced, Translated, new_uid
from confapp.letters.models import LetterPresentation
from confapp.officials.models import Official
from confapp.participation.models import Delegate, Delegation, Guest
from confapp.programme.models import Session


class RollState(StrEnum):
    """Whether there is a roll at all."""

    TAKEN = "taken"
    NOT_TAKEN = "not_taken"
    NOT_PRINTED = "not_printed"


class PresenceStatus(StrEnum):
    """What a roll says of one name; `unlisted` is a name that it does not mention."""

    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"
    UNLISTED = "unlisted"
    UNCLEAR = "unclear"


class EntryKind(StrEnum):
    """What a log entry notes."""

    OPENED = "opened"
    ROLL = "roll"
    CHAIR = "chair"
    CEREMONY = "ceremony"
    ADDRESS = "address"
    FLOOR_GIVEN = "floor_given"
    STATEMENT = "statement"
    DEBATE = "debate"
    DECLARATION = "declaration"
    EXPLANATION = "explanation"
    GUEST = "guest"
    LETTER_PRESENTED = "letter_presented"
    COMMUNICATION = "communication"
    REPORT = "report"
    DOCUMENT = "document"
    MOTION = "motion"
    AMENDMENT = "amendment"
    RENEWED = "renewed"
    WITHDRAWN = "withdrawn"
    VOTE = "vote"
    VOTE_CHANGED = "vote_changed"
    ELECTION = "election"
    DECISION = "decision"
    APPOINTMENT = "appointment"
    POINT_OF_ORDER = "point_of_order"
    RULING = "ruling"
    ANNOUNCEMENT = "announcement"
    NOTICE = "notice"
    REQUEST = "request"
    DEFERRAL = "deferral"
    RECORD_APPROVAL = "record_approval"
    SIGNATURE = "signature"
    THANKS = "thanks"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    ADJOURNED = "adjourned"
    NOTE = "note"


class SpeakerRole(StrEnum):
    """How a person stands in a log entry."""

    SPEAKER = "speaker"
    INVOLVED = "involved"


class Roll(Content, Base):
    """A roll of a session, or the statement that none was taken or printed."""

    __tablename__ = "rolls"
    __table_args__ = (sa.UniqueConstraint("session_id", "position"),)

    session_id: Mapped[int] = mapped_column(sa.ForeignKey("sessions.id"))
    position: Mapped[int]
    state: Mapped[RollState] = mapped_column(default=RollState.TAKEN)
    taken: Mapped[Moment | None]
    note: Mapped[str | None] = mapped_column(sa.Text)

    session: Mapped[Session] = relationship(lazy="raise_on_sql")
    presences: Mapped[list[Presence]] = relationship(
        back_populates="roll", order_by="Presence.position", lazy="raise_on_sql"
    )


class Presence(Keyed, Sourced, Base):
    """One name on a roll: a delegate, a guest, or a delegation where no person is named."""

    __tablename__ = "presences"
    __table_args__ = (
        sa.UniqueConstraint("roll_id", "position"),
        sa.UniqueConstraint("roll_id", "delegate_id"),
        sa.UniqueConstraint("roll_id", "guest_id"),
        sa.CheckConstraint("(delegation_id IS NULL) <> (guest_id IS NULL)", name="who"),
    )

    roll_id: Mapped[int] = mapped_column(sa.ForeignKey("rolls.id", ondelete="CASCADE"))
    position: Mapped[int]
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegations.id"), index=True)
    delegate_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegates.id"), index=True)
    guest_id: Mapped[int | None] = mapped_column(sa.ForeignKey("guests.id"), index=True)
    status: Mapped[PresenceStatus]
    printed_name: Mapped[str | None] = mapped_column(sa.String(300))

    roll: Mapped[Roll] = relationship(back_populates="presences", lazy="raise_on_sql")
    delegation: Mapped[Delegation | None] = relationship(lazy="raise_on_sql")
    delegate: Mapped[Delegate | None] = relationship(lazy="raise_on_sql")
    guest: Mapped[Guest | None] = relationship(lazy="raise_on_sql")


class LogEntry(Keyed, Sourced, Translated, Base):
    """One note of a session's log. Nothing in it is ever changed: a later entry strikes a mistaken one."""

    __tablename__ = "log_entries"
    __table_args__ = (
        sa.UniqueConstraint("uid"),
        sa.UniqueConstraint("session_id", "position"),
        sa.UniqueConstraint("strikes_id"),
        sa.CheckConstraint("strikes_id IS NULL OR strikes_id <> id", name="strikes_another"),
        {"info": {"append_only": True}},
    )

    uid: Mapped[str] = mapped_column(sa.String(60), default=new_uid)
    session_id: Mapped[int] = mapped_column(sa.ForeignKey("sessions.id"))
    position: Mapped[int]
    kind: Mapped[EntryKind]
    occurred: Mapped[Moment | None]
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("users.id"))
    text: Mapped[str | None] = mapped_column(sa.Text)
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_items.id"), index=True)
    committee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committees.id"), index=True)
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("documents.id"), index=True)
    presentation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("letter_presentations.id"), index=True)
    roll_id: Mapped[int | None] = mapped_column(sa.ForeignKey("rolls.id"), index=True)
    strikes_id: Mapped[int | None] = mapped_column(sa.ForeignKey("log_entries.id"))

    session: Mapped[Session] = relationship(lazy="raise_on_sql")
    agenda_item: Mapped[AgendaItem | None] = relationship(lazy="raise_on_sql")
    committee: Mapped[Committee | None] = relationship(lazy="raise_on_sql")
    document: Mapped[Document | None] = relationship(lazy="raise_on_sql")
    presentation: Mapped[LetterPresentation | None] = relationship(lazy="raise_on_sql")
    roll: Mapped[Roll | None] = relationship(lazy="raise_on_sql")
    strikes: Mapped[LogEntry | None] = relationship(
        remote_side="LogEntry.id", back_populates="struck_by", lazy="raise_on_sql"
    )
    struck_by: Mapped[LogEntry | None] = relationship(back_populates="strikes", uselist=False, lazy="raise_on_sql")
    speakers: Mapped[list[EntrySpeaker]] = relationship(
        back_populates="entry", order_by="EntrySpeaker.position", lazy="raise_on_sql"
    )


class EntrySpeaker(Keyed, Base):
    """Who spoke, or whom the entry concerns, with the delegation and the capacity at that time."""

    __tablename__ = "entry_speakers"
    __table_args__ = (sa.UniqueConstraint("entry_id", "position"), {"info": {"append_only": True}})

    entry_id: Mapped[int] = mapped_column(sa.ForeignKey("log_entries.id"))
    position: Mapped[int]
    role: Mapped[SpeakerRole] = mapped_column(default=SpeakerRole.SPEAKER)
    official_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"), index=True)
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegations.id"), index=True)
    capacity: Mapped[str | None] = mapped_column(sa.String(300))

    entry: Mapped[LogEntry] = relationship(back_populates="speakers", lazy="raise_on_sql")
    official: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    delegation: Mapped[Delegation | None] = relationship(lazy="raise_on_sql")
