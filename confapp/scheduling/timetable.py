"""The timetable of a release: plain data in which a page, a calendar or another program finds all that it shows.

    {format, conference, halls, tracks, people: [slug],
     days: [{date, index, halls: [{hall, sessions: [{…, contributions: […]}], contributions: […]}]}]}

`start` and `end` are written as moments: with their offset where the conference has a time zone, as stated where it has
none. A contribution's start is planned, or follows from those before it in its session. `hall` is a key of `halls`, or
null. What was cancelled or withdrawn is left out, and so is what has no day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from confapp.conferences.models import Conference
from confapp.dates import Moment
from confapp.programme.models import Contribution, ContributionPerson, Hall, Session, Track

FORMAT = "confapp-timetable/1"

Data = dict[str, Any]


@dataclass(frozen=True)
class Programme:
    """What is planned, loaded whole: sessions with contributions, people, halls and tracks; and what has no session."""

    conference: Conference
    halls: Sequence[Hall]
    tracks: Sequence[Track]
    sessions: Sequence[Session]
    contributions: Sequence[Contribution]


def timetable(programme: Programme) -> Data:
    """The schedule as it is planned now."""
    zone = programme.conference.zone
    sessions = [entry for entry in (_session(each, zone) for each in programme.sessions) if entry["date"]]
    loose = [entry for entry in (_contribution(each, zone, None) for each in programme.contributions) if entry["date"]]
    entries = [*loose, *(entry for each in sessions for entry in each["contributions"])]
    order = {hall.key: hall.position for hall in programme.halls}
    dates = sorted({entry["date"] for entry in [*sessions, *loose]})
    return {
        "format": FORMAT,
        "conference": _conference(programme.conference),
        "halls": [_hall(hall) for hall in programme.halls],
        "tracks": [{"key": each.key, "name": each.name, "colour": each.colour} for each in programme.tracks],
        "people": sorted({person["slug"] for entry in entries for person in entry["people"]}),
        "days": [
            {"date": date, "index": index, "halls": _by_hall(_of(date, sessions), _of(date, loose), order)}
            for index, date in enumerate(dates, 1)
        ],
    }


def _of(date: str, entries: list[Data]) -> list[Data]:
    """What is on that day, in its order."""
    return sorted((entry for entry in entries if entry["date"] == date), key=lambda entry: entry["start"] or "")


def _by_hall(sessions: list[Data], contributions: list[Data], order: dict[str, int]) -> list[Data]:
    halls = sorted(
        {entry["hall"] or "" for entry in [*sessions, *contributions]}, key=lambda key: order.get(key, len(order) + 1)
    )
    return [
        {
            "hall": hall or None,
            "sessions": [entry for entry in sessions if (entry["hall"] or "") == hall],
            "contributions": [entry for entry in contributions if (entry["hall"] or "") == hall],
        }
        for hall in halls
    ]


def _conference(conference: Conference) -> Data:
    return {
        "slug": conference.slug,
        "name": conference.name,
        "short_name": conference.short_name,
        "place": conference.place,
        "venue": conference.venue,
        "zone": conference.zone,
        "languages": conference.languages,
        "starts_on": str(conference.starts_on) if conference.starts_on else None,
        "ends_on": str(conference.ends_on) if conference.ends_on else None,
    }


def _hall(hall: Hall) -> Data:
    facts = {"key": hall.key, "name": hall.name, "capacity": hall.capacity, "address": hall.address}
    names = {tag: texts["name"] for tag, texts in (hall.translations or {}).items() if texts.get("name")}
    return {**facts, "names": names} if names else facts


def _session(session: Session, zone: str | None) -> Data:
    start = Moment.of(session.planned_start, zone) if session.planned_start else session.opened
    end = Moment.of(session.planned_end, zone) if session.planned_end else session.adjourned
    day = start.date if start else session.held_on
    contributions = []
    at = session.planned_start
    for contribution in session.contributions:
        contributions.append(_contribution(contribution, zone, at))
        at = _after(contribution, at)
    return {
        "label": session.label,
        "number": session.number,
        "kind": session.kind.value,
        "title": session.title,
        "date": str(day) if day else None,
        "start": str(start) if start and start.time else None,
        "end": str(end) if end and end.time else None,
        "hall": session.hall.key if session.hall else None,
        "track": session.track.key if session.track else None,
        "committee": session.committee.name if session.committee else None,
        "place": session.place,
        "online_link": session.online_link,
        "language": session.language,
        "contributions": contributions,
    }


def _contribution(contribution: Contribution, zone: str | None, follows: datetime | None) -> Data:
    at = contribution.planned_start or follows
    start = Moment.of(at, zone) if at else None
    minutes = contribution.duration_minutes
    end = Moment.of(at + timedelta(minutes=minutes), zone) if at and minutes else None
    hall = contribution.hall
    return {
        "key": contribution.key,
        "kind": contribution.kind,
        "title": contribution.title,
        "abstract": contribution.abstract,
        "date": str(start.date) if start else None,
        "start": str(start) if start else None,
        "end": str(end) if end else None,
        "minutes": minutes,
        "hall": hall.key if hall else None,
        "track": contribution.track.key if contribution.track else None,
        "language": contribution.language,
        "people": [_person(person) for person in contribution.people],
    }


def _after(contribution: Contribution, at: datetime | None) -> datetime | None:
    """When what follows it may begin; unknown where its length is."""
    begins, minutes = contribution.planned_start or at, contribution.duration_minutes
    return begins + timedelta(minutes=minutes) if begins and minutes else None


def _person(person: ContributionPerson) -> Data:
    official = person.official
    return {
        "name": official.styled_name,
        "slug": official.slug,
        "role": person.role.value,
        "affiliation": person.affiliation or official.affiliation,
    }
