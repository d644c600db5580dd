"""Motions and rulings, votes with what was counted and what was printed, decisions."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from confapp.agendas.models import Agenda, AgendaItem
from confapp.committees.models import Committee
from confapp.conferences.models import Document, Rulebook
from confapp.dates import Moment
from confapp.db import Base, Content, Keyed, Sourced
from confapp.floor.models import LogEntry
from confapp.officials.models import Appointment, Official
from confapp.participation.models import Delegate, Delegation
from confapp.programme.models import Session


class MotionKind(StrEnum):
    """What a motion asks for."""

    RESOLUTION = "resolution"
    PROCEDURAL = "procedural"
    NOMINATION = "nomination"
    AMENDMENT = "amendment"
    SUBSTITUTE = "substitute"
    REPORT = "report"
    RECORD_APPROVAL = "record_approval"
    PRESENTATION = "presentation"
    REQUEST = "request"
    APPEAL = "appeal"
    RECONSIDERATION = "reconsideration"
    WITHDRAWAL = "withdrawal"
    SUSPENSION = "suspension"
    ADJOURNMENT = "adjournment"
    CLOSURE = "closure"
    THANKS = "thanks"
    OTHER = "other"


class MotionState(StrEnum):
    """What became of a motion."""

    PENDING = "pending"
    CARRIED = "carried"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    LAPSED = "lapsed"
    OUT_OF_ORDER = "out_of_order"
    RECEIVED = "received"
    GRANTED = "granted"
    NOT_STATED = "not_stated"


class MotionRole(StrEnum):
    """What a person did for a motion besides moving it."""

    WITH = "with"
    SECONDED = "seconded"
    ACCEPTED = "accepted"
    REQUESTED = "requested"


class MotionLinkKind(StrEnum):
    """How one motion bears on another."""

    AMENDS = "amends"
    SUBSTITUTES = "substitutes"
    RENEWS = "renews"
    WITHDRAWS = "withdraws"
    DIVIDES = "divides"
    RECONSIDERS = "reconsiders"


class MotionAct(StrEnum):
    """What a log entry says happened to a motion."""

    MOVED = "moved"
    RENEWED = "renewed"
    AMENDED = "amended"
    WITHDRAWN = "withdrawn"
    PUT = "put"
    RULED_ON = "ruled_on"
    DISPOSED = "disposed"


class VoteKind(StrEnum):
    """A question answered yes or no, or an election."""

    QUESTION = "question"
    ELECTION = "election"


class VoteMethod(StrEnum):
    """How a vote was taken; the last four leave no figures (R14)."""

    ROLL_CALL = "roll_call"
    SHOW_OF_HANDS = "show_of_hands"
    DIVISION = "division"
    VOICE = "voice"
    SECRET_BALLOT = "secret_ballot"  # noqa: S105  a method, no secret
    NOT_RECORDED = "not_recorded"
    NOT_STATED = "not_stated"
    UNANIMOUS = "unanimous"
    WITHOUT_DIVISION = "without_division"
    NO_OBJECTION = "no_objection"
    CONSENSUS = "consensus"
    ACCLAMATION = "acclamation"


class VoteResult(StrEnum):
    """What was declared."""

    CARRIED = "carried"
    LOST = "lost"
    TIED = "tied"
    VOID = "void"
    NO_DECISION = "no_decision"
    ELECTED = "elected"
    NOT_STATED = "not_stated"


class Choice(StrEnum):
    """How a place is counted; `unclear` where its sources contradict each other."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    NOT_VOTING = "not_voting"
    DIVIDED = "divided"
    CANDIDATE = "candidate"
    UNCLEAR = "unclear"


class DecisionKind(StrEnum):
    """What was decided."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    ELECTION = "election"
    APPOINTMENT = "appointment"
    ADOPTION = "adoption"
    PROCEDURE = "procedure"


class DecisionState(StrEnum):
    """Whether a decision still holds."""

    IN_FORCE = "in_force"
    AMENDED = "amended"
    SUPERSEDED = "superseded"
    RESCINDED = "rescinded"


class Motion(Content, Base):
    """A motion, proposal, amendment or request under its label (`m04-02`)."""

    __tablename__ = "motions"
    __table_args__ = (sa.UniqueConstraint("conference_id", "label"), sa.UniqueConstraint("conference_id", "position"))

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    session_id: Mapped[int] = mapped_column(sa.ForeignKey("sessions.id"), index=True)
    position: Mapped[int]
    label: Mapped[str] = mapped_column(sa.String(60))
    kind: Mapped[MotionKind]
    summary: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[str | None] = mapped_column(sa.Text)
    mover_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"), index=True)
    mover_delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegations.id"), index=True)
    mover_capacity: Mapped[str | None] = mapped_column(sa.String(300))
    committee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committees.id"))
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_items.id"))
    state: Mapped[MotionState] = mapped_column(default=MotionState.PENDING)
    outcome: Mapped[str | None] = mapped_column(sa.Text)
    history: Mapped[str | None] = mapped_column(sa.Text)

    session: Mapped[Session] = relationship(lazy="raise_on_sql")
    mover: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    mover_delegation: Mapped[Delegation | None] = relationship(lazy="raise_on_sql")
    committee: Mapped[Committee | None] = relationship(lazy="raise_on_sql")
    agenda_item: Mapped[AgendaItem | None] = relationship(lazy="raise_on_sql")
    people: Mapped[list[MotionPerson]] = relationship(
        back_populates="motion", order_by="MotionPerson.position", lazy="raise_on_sql"
    )
    links: Mapped[list[MotionLink]] = relationship(
        back_populates="motion", foreign_keys="MotionLink.motion_id", order_by="MotionLink.id", lazy="raise_on_sql"
    )
    changes: Mapped[list[TextChange]] = relationship(
        back_populates="motion", order_by="TextChange.position", lazy="raise_on_sql"
    )
    events: Mapped[list[MotionEvent]] = relationship(
        back_populates="motion", order_by="MotionEvent.id", lazy="raise_on_sql"
    )
    votes: Mapped[list[Vote]] = relationship(back_populates="motion", order_by="Vote.position", lazy="raise_on_sql")


class MotionPerson(Keyed, Base):
    """Somebody who moved with the mover, seconded, asked for the motion or accepted it."""

    __tablename__ = "motion_people"
    __table_args__ = (sa.UniqueConstraint("motion_id", "position"),)

    motion_id: Mapped[int] = mapped_column(sa.ForeignKey("motions.id", ondelete="CASCADE"))
    position: Mapped[int]
    role: Mapped[MotionRole]
    official_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegations.id"))
    name: Mapped[str | None] = mapped_column(sa.String(300))
    """The person as stated where no official is known ("the President")."""

    motion: Mapped[Motion] = relationship(back_populates="people", lazy="raise_on_sql")
    official: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    delegation: Mapped[Delegation | None] = relationship(lazy="raise_on_sql")


class MotionLink(Keyed, Base):
    """One motion amends, replaces, renews, withdraws, divides or reconsiders another."""

    __tablename__ = "motion_links"
    __table_args__ = (
        sa.UniqueConstraint("motion_id", "other_id", "kind"),
        sa.CheckConstraint("motion_id <> other_id", name="two_motions"),
    )

    motion_id: Mapped[int] = mapped_column(sa.ForeignKey("motions.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(sa.ForeignKey("motions.id"), index=True)
    kind: Mapped[MotionLinkKind]

    motion: Mapped[Motion] = relationship(back_populates="links", foreign_keys=[motion_id], lazy="raise_on_sql")
    other: Mapped[Motion] = relationship(foreign_keys=[other_id], lazy="raise_on_sql")


class TextChange(Keyed, Sourced, Base):
    """A change of a motion's text that was accepted or refused without a motion of its own."""

    __tablename__ = "text_changes"
    __table_args__ = (sa.UniqueConstraint("motion_id", "position"),)

    motion_id: Mapped[int] = mapped_column(sa.ForeignKey("motions.id", ondelete="CASCADE"))
    position: Mapped[int]
    proposer_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    text: Mapped[str] = mapped_column(sa.Text)
    outcome: Mapped[str | None] = mapped_column(sa.String(300))

    motion: Mapped[Motion] = relationship(back_populates="changes", lazy="raise_on_sql")
    proposer: Mapped[Official | None] = relationship(lazy="raise_on_sql")


class MotionEvent(Keyed, Base):
    """The log entry at which something happened to a motion."""

    __tablename__ = "motion_events"
    __table_args__ = (sa.UniqueConstraint("motion_id", "entry_id", "act"),)

    motion_id: Mapped[int] = mapped_column(sa.ForeignKey("motions.id"))
    entry_id: Mapped[int] = mapped_column(sa.ForeignKey("log_entries.id"), index=True)
    act: Mapped[MotionAct]

    motion: Mapped[Motion] = relationship(back_populates="events", lazy="raise_on_sql")
    entry: Mapped[LogEntry] = relationship(lazy="raise_on_sql")


class Ruling(Content, Base):
    """A ruling of the presiding officer; it stands unless a vote on an appeal reverses it (R38)."""

    __tablename__ = "rulings"
    __table_args__ = (sa.UniqueConstraint("conference_id", "label"), sa.UniqueConstraint("conference_id", "position"))

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    session_id: Mapped[int] = mapped_column(sa.ForeignKey("sessions.id"), index=True)
    position: Mapped[int]
    label: Mapped[str] = mapped_column(sa.String(60))
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    text: Mapped[str] = mapped_column(sa.Text)
    motion_id: Mapped[int | None] = mapped_column(sa.ForeignKey("motions.id"))
    entry_id: Mapped[int | None] = mapped_column(sa.ForeignKey("log_entries.id"))
    appeal_id: Mapped[int | None] = mapped_column(sa.ForeignKey("motions.id"))
    reversed_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("votes.id", use_alter=True))

    session: Mapped[Session] = relationship(lazy="raise_on_sql")
    by: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    motion: Mapped[Motion | None] = relationship(foreign_keys=[motion_id], lazy="raise_on_sql")
    entry: Mapped[LogEntry | None] = relationship(lazy="raise_on_sql")
    appeal: Mapped[Motion | None] = relationship(foreign_keys=[appeal_id], lazy="raise_on_sql")
    reversed_by: Mapped[Vote | None] = relationship(lazy="raise_on_sql")


class Vote(Content, Base):
    """One voting on one question, or one ballot of an election.

    `result` is what was declared; what the ballots give is derived from them and from the rulebook
    (`majority` names one of its majorities; without one its ordinary one holds).
    """

    __tablename__ = "votes"
    __table_args__ = (sa.UniqueConstraint("conference_id", "label"), sa.UniqueConstraint("conference_id", "position"))

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    session_id: Mapped[int] = mapped_column(sa.ForeignKey("sessions.id"), index=True)
    position: Mapped[int]
    label: Mapped[str] = mapped_column(sa.String(60))
    kind: Mapped[VoteKind] = mapped_column(default=VoteKind.QUESTION)
    motion_id: Mapped[int | None] = mapped_column(sa.ForeignKey("motions.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(sa.ForeignKey("log_entries.id"))
    rulebook_id: Mapped[int | None] = mapped_column(sa.ForeignKey("rulebooks.id"))
    majority: Mapped[str | None] = mapped_column(sa.String(60))
    question: Mapped[str] = mapped_column(sa.Text)
    method: Mapped[VoteMethod]
    method_text: Mapped[str | None] = mapped_column(sa.String(300))
    round: Mapped[int | None]
    seats: Mapped[int | None]
    result: Mapped[VoteResult]
    result_text: Mapped[str | None] = mapped_column(sa.String(300))
    declared: Mapped[Moment | None]
    note: Mapped[str | None] = mapped_column(sa.Text)
    first_called_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegations.id"))
    """Whom the lot named to be called first (R15)."""
    casting_choice: Mapped[Choice | None]
    casting_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    reconsiders_id: Mapped[int | None] = mapped_column(sa.ForeignKey("votes.id"))

    session: Mapped[Session] = relationship(lazy="raise_on_sql")
    motion: Mapped[Motion | None] = relationship(back_populates="votes", lazy="raise_on_sql")
    entry: Mapped[LogEntry | None] = relationship(lazy="raise_on_sql")
    rulebook: Mapped[Rulebook | None] = relationship(lazy="raise_on_sql")
    first_called: Mapped[Delegation | None] = relationship(lazy="raise_on_sql")
    casting_by: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    reconsiders: Mapped[Vote | None] = relationship(remote_side="Vote.id", lazy="raise_on_sql")
    ballots: Mapped[list[Ballot]] = relationship(back_populates="vote", order_by="Ballot.id", lazy="raise_on_sql")
    printed_rolls: Mapped[list[PrintedRoll]] = relationship(
        back_populates="vote", order_by="PrintedRoll.position", lazy="raise_on_sql"
    )
    candidates: Mapped[list[Candidate]] = relationship(
        back_populates="vote", order_by="Candidate.position", lazy="raise_on_sql"
    )


class Candidate(Keyed, Sourced, Base):
    """A name put to an election, with the votes announced for it."""

    __tablename__ = "candidates"
    __table_args__ = (sa.UniqueConstraint("vote_id", "position"), sa.UniqueConstraint("id", "vote_id"))

    vote_id: Mapped[int] = mapped_column(sa.ForeignKey("votes.id"))
    position: Mapped[int]
    key: Mapped[str] = mapped_column(sa.String(120))
    official_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    name: Mapped[str] = mapped_column(sa.String(300))
    announced_votes: Mapped[int | None]
    is_elected: Mapped[bool] = mapped_column(default=False)

    vote: Mapped[Vote] = relationship(back_populates="candidates", lazy="raise_on_sql")
    official: Mapped[Official | None] = relationship(lazy="raise_on_sql")


class Ballot(Keyed, Sourced, Base):
    """The counted vote of a delegation (of a delegate, where delegates vote one by one).

    A late or changed vote is a new row that supersedes the old one and says why. The constraints leave exactly one
    ballot per voter that is not superseded: one without a predecessor, and a chain from it without forks.
    """

    __tablename__ = "ballots"
    __table_args__ = (
        sa.UniqueConstraint("id", "vote_id", "delegation_id"),
        sa.UniqueConstraint("supersedes_id"),
        sa.ForeignKeyConstraint(
            ["supersedes_id", "vote_id", "delegation_id"],
            ["ballots.id", "ballots.vote_id", "ballots.delegation_id"],
            name="fk_ballots_supersedes_same_voter",
        ),
        sa.Index(
            "uq_ballots_first_of_delegation",
            "vote_id",
            "delegation_id",
            unique=True,
            sqlite_where=sa.text("supersedes_id IS NULL AND delegate_id IS NULL"),
            postgresql_where=sa.text("supersedes_id IS NULL AND delegate_id IS NULL"),
        ),
        sa.Index(
            "uq_ballots_first_of_delegate",
            "vote_id",
            "delegate_id",
            unique=True,
            sqlite_where=sa.text("supersedes_id IS NULL AND delegate_id IS NOT NULL"),
            postgresql_where=sa.text("supersedes_id IS NULL AND delegate_id IS NOT NULL"),
        ),
        sa.CheckConstraint("supersedes_id IS NULL OR reason IS NOT NULL", name="reason"),
        sa.CheckConstraint("(choice = 'candidate') = (candidate_id IS NOT NULL)", name="candidate"),
        sa.CheckConstraint("weight >= 0", name="weight"),
        {"info": {"append_only": True}},
    )

    vote_id: Mapped[int] = mapped_column(sa.ForeignKey("votes.id"))
    delegation_id: Mapped[int] = mapped_column(sa.ForeignKey("delegations.id"), index=True)
    delegate_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegates.id"), index=True)
    choice: Mapped[Choice]
    candidate_id: Mapped[int | None] = mapped_column(sa.ForeignKey("candidates.id"))
    weight: Mapped[int] = mapped_column(default=1)
    cast_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("officials.id"))
    entered: Mapped[Moment | None]
    session_id: Mapped[int | None] = mapped_column(sa.ForeignKey("sessions.id"))
    """The session at which a late or changed vote was entered."""
    entry_id: Mapped[int | None] = mapped_column(sa.ForeignKey("log_entries.id"))
    """The log entry at which it was entered."""
    supersedes_id: Mapped[int | None]
    reason: Mapped[str | None] = mapped_column(sa.Text)
    authorized: Mapped[str | None] = mapped_column(sa.Text)
    motion_id: Mapped[int | None] = mapped_column(sa.ForeignKey("motions.id"))

    vote: Mapped[Vote] = relationship(back_populates="ballots", foreign_keys=[vote_id], lazy="raise_on_sql")
    delegation: Mapped[Delegation] = relationship(foreign_keys=[delegation_id], lazy="raise_on_sql")
    delegate: Mapped[Delegate | None] = relationship(lazy="raise_on_sql")
    candidate: Mapped[Candidate | None] = relationship(lazy="raise_on_sql")
    cast_by: Mapped[Official | None] = relationship(lazy="raise_on_sql")
    session: Mapped[Session | None] = relationship(lazy="raise_on_sql")
    entry: Mapped[LogEntry | None] = relationship(lazy="raise_on_sql")
    motion: Mapped[Motion | None] = relationship(lazy="raise_on_sql")
    dissents: Mapped[list[Dissent]] = relationship(
        back_populates="ballot", order_by="Dissent.position", lazy="raise_on_sql"
    )


class Dissent(Keyed, Sourced, Base):
    """How one delegate voted inside a delegation whose vote was divided or went the other way."""

    __tablename__ = "dissents"
    __table_args__ = (
        sa.UniqueConstraint("ballot_id", "position"),
        sa.UniqueConstraint("ballot_id", "delegate_id"),
        {"info": {"append_only": True}},
    )

    ballot_id: Mapped[int] = mapped_column(sa.ForeignKey("ballots.id"))
    position: Mapped[int]
    delegate_id: Mapped[int] = mapped_column(sa.ForeignKey("delegates.id"))
    choice: Mapped[Choice]
    note: Mapped[str | None] = mapped_column(sa.Text)

    ballot: Mapped[Ballot] = relationship(back_populates="dissents", lazy="raise_on_sql")
    delegate: Mapped[Delegate] = relationship(lazy="raise_on_sql")


class PrintedRoll(Content, Base):
    """What a source prints of a vote: its rows and its announced totals as they stand, repeats and gaps included."""

    __tablename__ = "printed_rolls"
    __table_args__ = (sa.UniqueConstraint("vote_id", "key"), sa.UniqueConstraint("vote_id", "position"))

    vote_id: Mapped[int] = mapped_column(sa.ForeignKey("votes.id"))
    key: Mapped[str] = mapped_column(sa.String(120))
    position: Mapped[int]
    title: Mapped[str] = mapped_column(sa.String(300))
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("documents.id"))
    announced_yes: Mapped[int | None]
    announced_no: Mapped[int | None]
    announced_abstain: Mapped[int | None]
    announced_absent: Mapped[int | None]
    announced_not_voting: Mapped[int | None]
    note: Mapped[str | None] = mapped_column(sa.Text)

    vote: Mapped[Vote] = relationship(back_populates="printed_rolls", lazy="raise_on_sql")
    document: Mapped[Document | None] = relationship(lazy="raise_on_sql")
    rows: Mapped[list[PrintedRow]] = relationship(
        back_populates="printed_roll", order_by="PrintedRow.position", lazy="raise_on_sql"
    )


class PrintedRow(Keyed, Base):
    """One name as a source prints it under one choice; without a delegation where nobody knows whose it is."""

    __tablename__ = "printed_rows"
    __table_args__ = (sa.UniqueConstraint("printed_roll_id", "position"),)

    printed_roll_id: Mapped[int] = mapped_column(sa.ForeignKey("printed_rolls.id", ondelete="CASCADE"))
    position: Mapped[int]
    choice: Mapped[Choice]
    delegation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegations.id"), index=True)
    delegate_id: Mapped[int | None] = mapped_column(sa.ForeignKey("delegates.id"))
    printed_name: Mapped[str | None] = mapped_column(sa.String(300))
    """Set where it differs from the delegation's name."""

    printed_roll: Mapped[PrintedRoll] = relationship(back_populates="rows", lazy="raise_on_sql")
    delegation: Mapped[Delegation | None] = relationship(lazy="raise_on_sql")
    delegate: Mapped[Delegate | None] = relationship(lazy="raise_on_sql")


class Decision(Content, Base):
    """What the conference decided, with its text as adopted; `number` is its number in the document that lists it."""

    __tablename__ = "decisions"
    __table_args__ = (sa.UniqueConstraint("conference_id", "label"), sa.UniqueConstraint("conference_id", "position"))

    conference_id: Mapped[int] = mapped_column(sa.ForeignKey("conferences.id"))
    session_id: Mapped[int | None] = mapped_column(sa.ForeignKey("sessions.id"), index=True)
    position: Mapped[int]
    label: Mapped[str] = mapped_column(sa.String(60))
    number: Mapped[str | None] = mapped_column(sa.String(40))
    kind: Mapped[DecisionKind] = mapped_column(default=DecisionKind.DECISION)
    title: Mapped[str] = mapped_column(sa.String(500))
    text: Mapped[str | None] = mapped_column(sa.Text)
    manner: Mapped[str | None] = mapped_column(sa.String(120))
    decided: Mapped[Moment | None]
    state: Mapped[DecisionState] = mapped_column(default=DecisionState.IN_FORCE)
    motion_id: Mapped[int | None] = mapped_column(sa.ForeignKey("motions.id"))
    vote_id: Mapped[int | None] = mapped_column(sa.ForeignKey("votes.id"))
    entry_id: Mapped[int | None] = mapped_column(sa.ForeignKey("log_entries.id"))
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("documents.id"))
    agenda_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agendas.id"))
    appointment_id: Mapped[int | None] = mapped_column(sa.ForeignKey("appointments.id"))
    committee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committees.id"))
    supersedes_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decisions.id"))

    session: Mapped[Session | None] = relationship(lazy="raise_on_sql")
    motion: Mapped[Motion | None] = relationship(lazy="raise_on_sql")
    vote: Mapped[Vote | None] = relationship(lazy="raise_on_sql")
    entry: Mapped[LogEntry | None] = relationship(lazy="raise_on_sql")
    document: Mapped[Document | None] = relationship(lazy="raise_on_sql")
    agenda: Mapped[Agenda | None] = relationship(lazy="raise_on_sql")
    appointment: Mapped[Appointment | None] = relationship(lazy="raise_on_sql")
    committee: Mapped[Committee | None] = relationship(lazy="raise_on_sql")
    supersedes: Mapped[Decision | None] = relationship(remote_side="Decision.id", lazy="raise_on_sql")
