"""Who was there and who acted: people, delegations and rolls as a record's material has them."""

from __future__ import annotations

from dataclasses import dataclass

from confapp.dates import Moment
from confapp.floor.models import PresenceStatus, RollState, SpeakerRole
from confapp.records.prose import Words


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name: in full with the honorific, and short for a second mention."""

    key: str
    name: Words
    short: Words | None = None
    family: Words | None = None
    """The family name alone, by which texts may name the person."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation under the name that it has at the conference."""

    key: str
    name: Words
    is_person: bool = False
    """Somebody who takes part alone: the delegation says no more than the name."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person in an act, with the delegation and the capacity at that time."""

    person: Person | None = None
    delegation: Delegation | None = None
    capacity: Words | None = None
    role: SpeakerRole = SpeakerRole.SPEAKER
    is_presiding: bool = False
    """It is the presiding officer who acts, as such."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a source leaves unsaid or uncertain about a fact."""

    status: str
    text: Words | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A place in a source."""

    source: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """One name on a roll; without a person it is the whole delegation, without a delegation a guest."""

    status: PresenceStatus
    delegation: Delegation | None = None
    person: Person | None = None
    capacity: Words | None = None
    printed_name: str | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """A roll, or the statement that none was taken or printed; delegations stand in the order of the conference."""

    number: int
    state: RollState
    presences: tuple[Presence, ...] = ()
    taken: Moment | None = None
    note: Words | None = None
    needed: int | None = None
    """The quorum, where the rules know one."""
    counted: int | None = None
    """How many of those entitled were there, where a quorum was looked for."""
