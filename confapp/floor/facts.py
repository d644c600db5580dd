"""What the operations of the floor take, by the names of the columns."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal, Required, TypedDict

from confapp.facts import ContentFacts, SourcedFacts
from confapp.floor.models import PresenceStatus, SpeakerRole
from confapp.officials.models import Official
from confapp.participation.models import Delegate, Delegation, Guest


class Present(Enum):
    """The type of `NOW`."""

    NOW = "now"


Now = Literal[Present.NOW]
NOW: Final = Present.NOW
"""The default of `at=`: the act happens now. The moment of an act that nobody states is None."""


class RollFacts(ContentFacts, total=False):
    """What a roll may have beside its names."""


class PresenceFacts(SourcedFacts, total=False):
    """One name on a roll: a delegate, a guest, or a delegation where no person is named."""

    status: Required[PresenceStatus]
    delegate: Delegate | None
    delegation: Delegation | None
    guest: Guest | None
    printed_name: str | None


class EntryFacts(ContentFacts, total=False):
    """What a log entry may have beside what it says."""


class SpeakerFacts(TypedDict, total=False):
    """Who spoke or whom an entry concerns; without `capacity` it is found by the time of the act."""

    official: Official | None
    delegation: Delegation | None
    capacity: str | None
    role: SpeakerRole
