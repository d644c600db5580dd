"""Who presides at a moment: who took the chair by the log, an acting holder of the office, who opened the session."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from confapp.dates import Moment
from confapp.floor.capacity import Capacities
from confapp.floor.models import EntryKind, EntrySpeaker, LogEntry, SpeakerRole
from confapp.floor.moments import certainly_before
from confapp.officials.models import Appointment, Official
from confapp.programme.models import Session


class Presiding(NamedTuple):
    """The presiding officer, with the capacity as it was stated and the office held."""

    official: Official | None = None
    capacity: str | None = None
    appointment: Appointment | None = None


def presiding_at(
    session: Session,
    log: Iterable[LogEntry],
    capacities: Capacities,
    *,
    at: LogEntry | Moment | None = None,
    zone: str | None = None,
) -> Presiding:
    """Find who presides at an entry of the log, at a moment, or (without either) at the end of what is noted."""
    moment = at.occurred or session.opened if isinstance(at, LogEntry) else at
    office = capacities.presiding(moment, [one for one in (session.committee_id, session.conference_id) if one])
    taken = [entry for entry in log if _takes_chair(entry) and not _is_after(entry, at, zone)]
    if taken:
        speaker = _chair_of(taken[-1])
        return Presiding(speaker.official, speaker.capacity, _if_held(office, speaker.official_id))
    if office is not None and office.is_acting:
        return Presiding(office.official, None, office)
    if session.presiding_id is not None:
        return Presiding(session.presiding, session.presiding_capacity, _if_held(office, session.presiding_id))
    return Presiding(office.official, None, office) if office is not None else Presiding()


def _takes_chair(entry: LogEntry) -> bool:
    return entry.kind is EntryKind.CHAIR and entry.struck_by is None and any(map(_is_person, entry.speakers))


def _chair_of(entry: LogEntry) -> EntrySpeaker:
    return next(filter(_is_person, entry.speakers))


def _is_person(speaker: EntrySpeaker) -> bool:
    return speaker.role is SpeakerRole.SPEAKER and speaker.official_id is not None


def _is_after(entry: LogEntry, at: LogEntry | Moment | None, zone: str | None) -> bool:
    if isinstance(at, LogEntry):
        return entry.position > at.position
    return certainly_before(at, entry.occurred, zone)


def _if_held(office: Appointment | None, official_id: int | None) -> Appointment | None:
    return office if office is not None and office.official_id == official_id else None
