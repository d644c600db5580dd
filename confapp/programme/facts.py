"""What operations on halls, tracks, sessions and contributions take, by the names of the columns."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from confapp.committees.models import Committee
from confapp.dates import PartialDate
from confapp.facts import ContentFacts
from confapp.officials.models import Official
from confapp.programme.models import ContributionRole, Hall, SessionKind, Track, Weekday


class PersonFacts(NamedTuple):
    """A person's part in a contribution; a plain tuple of the three will do."""

    official: Official
    role: ContributionRole = ContributionRole.SPEAKER
    affiliation: str | None = None


class HallFacts(ContentFacts, total=False):
    """What is known of a hall beside its name."""

    capacity: int | None
    address: str | None


class TrackFacts(ContentFacts, total=False):
    """What a track has beside its name."""

    colour: str | None


class SessionFacts(ContentFacts, total=False):
    """What is planned for a session, or (for one of the past) known before it is opened."""

    kind: SessionKind
    title: str | None
    committee: Committee | None
    hall: Hall | None
    track: Track | None
    online_link: str | None
    place: str | None
    planned_start: datetime | None
    planned_end: datetime | None
    held_on: PartialDate | None
    weekday: Weekday | None
    presiding: Official | None
    presiding_capacity: str | None
    opening_note: str | None


class ContributionFacts(ContentFacts, total=False):
    """What a contribution has beside its title, session and people."""

    kind: str
    abstract: str | None
    hall: Hall | None
    track: Track | None
    planned_start: datetime | None
    duration_minutes: int | None
