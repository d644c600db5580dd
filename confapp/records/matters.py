"""What was dealt with: motions, votes, rulings, decisions, letters and documents as a record's material has them."""

from __future__ import annotations

from dataclasses import dataclass

from confapp.dates import Moment, PartialDate
from confapp.letters.models import LetterKind, PresentationForm
from confapp.records.actors import Delegation, Person, Speaker
from confapp.records.prose import Words
from confapp.voting.counting import Reckoning, Totals
from confapp.voting.models import (
    Choice,
    DecisionKind,
    MotionAct,
    MotionKind,
    MotionLinkKind,
    MotionRole,
    MotionState,
    VoteKind,
    VoteMethod,
    VoteResult,
)


@dataclass(frozen=True, slots=True)
class MotionName:
    """A motion as others refer to it."""

    label: str
    kind: MotionKind
    summary: Words


@dataclass(frozen=True, slots=True)
class MotionHelper:
    """Somebody who moved with the mover, seconded, asked for the motion or accepted it."""

    role: MotionRole
    who: Speaker
    name: Words | None = None
    """The person as stated where nobody is known by name."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change of a motion's text."""

    text: Words
    proposer: Speaker | None = None
    outcome: Words | None = None


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion as it stood when the session dealt with it."""

    name: MotionName
    mover: Speaker | None = None
    text: Words | None = None
    committee: Words | None = None
    helpers: tuple[MotionHelper, ...] = ()
    links: tuple[tuple[MotionLinkKind, MotionName], ...] = ()
    changes: tuple[TextChange, ...] = ()
    state: MotionState = MotionState.PENDING
    outcome: Words | None = None


@dataclass(frozen=True, slots=True)
class MotionMention:
    """What an entry says happened to a motion; `settles` where it is here that its outcome is to be told."""

    motion: Motion
    acts: tuple[MotionAct, ...]
    settles: bool = False

    @property
    def is_told_in_full(self) -> bool:
        """Whether the motion's own words stand here."""
        return MotionAct.MOVED in self.acts


@dataclass(frozen=True, slots=True)
class Dissent:
    """How one delegate voted inside a delegation."""

    person: Person
    choice: Choice
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One vote of a delegation, or of one of its delegates where they vote one by one."""

    delegation: Delegation
    choice: Choice
    person: Person | None = None
    weight: int = 1
    candidate: str | None = None
    dissents: tuple[Dissent, ...] = ()


@dataclass(frozen=True, slots=True)
class VoteChange:
    """A vote changed or entered after the result was declared; the totals are those before and after it."""

    vote_label: str
    question: Words
    vote_session: Words
    delegation: Delegation
    before: Choice | None
    after: Choice
    session: Words | None = None
    on: Moment | None = None
    reason: Words | None = None
    authorized: Words | None = None
    totals_before: Totals | None = None
    totals_after: Totals | None = None


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A name under a choice, as printed."""

    name: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class PrintedRoll:
    """A roll as a source prints it, with the totals announced there."""

    title: Words
    announced: tuple[tuple[Choice, int], ...] = ()
    rows: tuple[PrintedRow, ...] = ()
    note: Words | None = None
    of_record: bool = True
    """It stands in the record itself and not in a later document."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name put to an election."""

    name: str
    votes: int | None = None
    is_elected: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as it was declared; later changes stand beside it."""

    label: str
    question: Words
    method: VoteMethod
    result: VoteResult
    kind: VoteKind = VoteKind.QUESTION
    motion: MotionName | None = None
    method_text: Words | None = None
    result_text: Words | None = None
    totals: Totals | None = None
    rows: tuple[VoteRow, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    reckoning: Reckoning | None = None
    printed: tuple[PrintedRoll, ...] = ()
    changes: tuple[VoteChange, ...] = ()
    round: int | None = None
    first_called: Delegation | None = None
    casting_choice: Choice | None = None
    casting_by: Speaker | None = None
    reconsiders: Words | None = None
    reverses: Words | None = None
    """The ruling that the vote reversed."""
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruling of the presiding officer."""

    label: str
    text: Words
    by: Speaker | None = None
    motion: MotionName | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the session decided."""

    label: str
    kind: DecisionKind
    title: Words
    number: str | None = None
    text: Words | None = None
    manner: Words | None = None
    document: Words | None = None
    """The document that lists it under its number."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it came before the session."""

    number: int
    kind: LetterKind
    form: PresentationForm
    person: Words | None = None
    """Its author, where that is a person whom the conference knows."""
    sender: Words | None = None
    organization: Words | None = None
    signatory: str | None = None
    capacity: Words | None = None
    medium: Words | None = None
    place: Words | None = None
    via: Words | None = None
    written_on: PartialDate | None = None
    received: Moment | None = None
    subject: Words | None = None
    text: Words | None = None
    disposition: Words | None = None
    presented_by: Speaker | None = None
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was before the session."""

    key: str
    title: Words
    symbol: str | None = None
    kind: Words | None = None
    author: Words | None = None
    issued_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """The agenda item under which something happened."""

    key: str
    number: str
    title: Words
