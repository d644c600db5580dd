"""All that a record needs to know of a session, as plain values: no rows, no queries, no clock.

`queries.session_material` reads it from the database; drafting makes paragraphs of it and asks nobody else. Names stand
in their own language with their translations (`Words`), people as what they were at the time of the act.
"""

from __future__ import annotations

from dataclasses import dataclass

from confapp.dates import Moment, PartialDate
from confapp.floor.models import EntryKind
from confapp.programme.models import SessionKind, SessionState
from confapp.records.actors import Remark, Roll, SourcePlace, Speaker
from confapp.records.matters import Decision, Document, Item, Letter, MotionMention, Ruling, Vote, VoteChange
from confapp.records.prose import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log with everything that was done at it.

    `key` names its paragraphs: it comes from the entry's place in the append-only log and so never changes. What the
    log does not mention (a vote without an entry) has an entry made for it, with a uid and a key of its own.
    """

    uid: str
    key: str
    kind: EntryKind
    turn: int = 0
    """A number that varies the wording from entry to entry and stays the same through redrafts."""
    occurred: Moment | None = None
    text: Words | None = None
    speakers: tuple[Speaker, ...] = ()
    item: Item | None = None
    committee: Words | None = None
    document: Document | None = None
    letter: Letter | None = None
    letters: tuple[Letter, ...] = ()
    """Letters that were dealt with together: those that a report is about."""
    roll: Roll | None = None
    motions: tuple[MotionMention, ...] = ()
    votes: tuple[Vote, ...] = ()
    changes: tuple[VoteChange, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    decisions: tuple[Decision, ...] = ()
    remarks: tuple[Remark, ...] = ()
    sources: tuple[SourcePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class NextSession:
    """The session that followed, as far as it is known when it was to be or was held."""

    label: str
    number: int | None = None
    held: Moment | None = None


@dataclass(frozen=True, slots=True)
class SessionMaterial:
    """One session: what was known of it, and its log without what was struck."""

    label: str
    conference: Words
    language: str
    kind: SessionKind = SessionKind.PLENARY
    state: SessionState = SessionState.ADJOURNED
    number: int | None = None
    title: Words | None = None
    committee: Words | None = None
    held_on: PartialDate | None = None
    place: Words | None = None
    is_online: bool = False
    opened: Moment | None = None
    adjourned: Moment | None = None
    opening_note: Words | None = None
    adjournment_note: Words | None = None
    presiding: Speaker | None = None
    entries: tuple[Entry, ...] = ()
    rolls: tuple[Roll, ...] = ()
    """Rolls that no entry of the log mentions."""
    letters: tuple[Letter, ...] = ()
    """Letters that came before the session without an entry of their own."""
    following: NextSession | None = None
    remarks: tuple[Remark, ...] = ()
    sources: tuple[SourcePlace, ...] = ()
    from_sources: bool = False
    """The facts come from printed sources and not from a log kept in the hall: what is unknown is unstated there."""
