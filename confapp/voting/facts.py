"""What the operations on motions, votes and decisions take, by the names of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Required, TypedDict

from confapp.agendas.models import Agenda, AgendaItem
from confapp.committees.models import Committee
from confapp.conferences.models import Document, Rulebook
from confapp.dates import Moment
from confapp.facts import ContentFacts, SourcedFacts
from confapp.floor.models import LogEntry
from confapp.officials.models import Appointment, Official
from confapp.participation.models import Delegate, Delegation
from confapp.programme.models import Session
from confapp.voting.models import (
    Choice,
    Decision,
    DecisionKind,
    DecisionState,
    Motion,
    MotionLinkKind,
    MotionRole,
    Vote,
    VoteKind,
)


class MotionFacts(ContentFacts, total=False):
    """What a motion may have beside its kind and summary; what became of it is `dispose_motion`'s."""

    text: str | None
    mover: Official | None
    mover_delegation: Delegation | None
    mover_capacity: str | None
    committee: Committee | None
    agenda_item: AgendaItem | None
    history: str | None


class MotionPersonFacts(TypedDict, total=False):
    """Somebody who did something for a motion; `name` where no official is known."""

    role: Required[MotionRole]
    official: Official | None
    delegation: Delegation | None
    name: str | None


class MotionLinkFacts(TypedDict):
    """How a motion bears on an earlier one."""

    other: Motion
    kind: MotionLinkKind


class TextChangeFacts(SourcedFacts, total=False):
    """A change of the text without a motion of its own."""

    text: Required[str]
    proposer: Official | None
    outcome: str | None


class RulingFacts(ContentFacts, total=False):
    """What a ruling may have beside its text."""


class VoteFacts(ContentFacts, total=False):
    """What a vote may have beside its question, method and result.

    Without `rulebook` the one in force at the vote holds; None says that there is none.
    """

    kind: VoteKind
    rulebook: Rulebook | None
    majority: str | None
    method_text: str | None
    round: int | None
    seats: int | None
    result_text: str | None
    declared: Moment | None
    note: str | None
    first_called: Delegation | None
    casting_choice: Choice | None
    casting_by: Official | None
    reconsiders: Vote | None


class DissentFacts(SourcedFacts, total=False):
    """How one delegate of a delegation voted."""

    delegate: Required[Delegate]
    choice: Required[Choice]
    note: str | None


class BallotFacts(SourcedFacts, total=False):
    """The vote of a delegation, or of one delegate of it; `candidate` is the candidate's key in the same vote."""

    choice: Required[Choice]
    delegation: Delegation
    delegate: Delegate | None
    candidate: str | None
    weight: int
    cast_by: Official | None
    dissents: Sequence[DissentFacts]


class PrintedRowFacts(TypedDict, total=False):
    """One name as printed; `printed_name` where it differs from the delegation's."""

    choice: Required[Choice]
    delegation: Delegation | None
    delegate: Delegate | None
    printed_name: str | None


class PrintedRollFacts(ContentFacts, total=False):
    """What one source prints of a vote."""

    title: Required[str]
    key: str
    document: Document | None
    announced_yes: int | None
    announced_no: int | None
    announced_abstain: int | None
    announced_absent: int | None
    announced_not_voting: int | None
    note: str | None
    rows: Sequence[PrintedRowFacts]


class CandidateFacts(SourcedFacts, total=False):
    """A name put to an election."""

    name: Required[str]
    key: str
    official: Official | None
    announced_votes: int | None
    is_elected: bool


class ChangeFacts(TypedDict, total=False):
    """How and by whose leave a ballot was changed or entered late."""

    candidate: str | None
    entered: Moment | None
    session: Session | None
    entry: LogEntry | None
    cast_by: Official | None
    authorized: str | None
    motion: Motion | None
    provenance: dict[str, Any] | None


class DecisionFacts(ContentFacts, total=False):
    """What a decision may have beside its title."""

    session: Session | None
    number: str | None
    kind: DecisionKind
    text: str | None
    manner: str | None
    decided: Moment | None
    state: DecisionState
    motion: Motion | None
    vote: Vote | None
    entry: LogEntry | None
    document: Document | None
    agenda: Agenda | None
    appointment: Appointment | None
    committee: Committee | None
    supersedes: Decision | None
