"""A released schedule as the XML and JSON that conference programs for telephones read (pentabarf, frab).

Both want every event at an instant with its offset: what has no time is left out, and where nobody knows the zone
there is no such file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from flask_babel import gettext as _

from confapp import __version__, addresses
from confapp.errors import NotFound
from confapp.scheduling.exports.events import Event, day_events
from confapp.scheduling.models import Release
from confapp.scheduling.timetable import Data

SLOT = "00:05"
SHORTEST_ACRONYM = 4
Days = list[tuple[Data, list[Event]]]


def schedule_xml(release: Release) -> bytes:
    """The schedule as frab XML."""
    timetable, days = release.timetable, _timed(release)
    root = ET.Element("schedule")
    ET.SubElement(root, "generator", name="confapp", version=__version__)
    _texts(
        root,
        {
            "url": addresses.absolute(addresses.conference_file(timetable["conference"]["slug"], "schedule.xml")),
            "version": release.name,
        },
    )
    _texts(ET.SubElement(root, "conference"), _conference(timetable, days))
    for day, events in days:
        _day(root, day, events)
    ET.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"


def schedule_json(release: Release) -> bytes:
    """The schedule as frab JSON."""
    timetable, days = release.timetable, _timed(release)
    facts = _conference(timetable, days)
    schedule = {
        "version": release.name,
        "base_url": addresses.absolute("/"),
        "conference": {
            "acronym": facts["acronym"],
            "title": facts["title"],
            "start": facts["start"],
            "end": facts["end"],
            "daysCount": len(days),
            "timeslot_duration": facts["timeslot_duration"],
            **({"time_zone_name": zone} if (zone := timetable["conference"]["zone"]) else {}),
            "rooms": [_room(timetable, hall) for hall in timetable["halls"]],
            "tracks": [
                {"name": one["name"], "slug": one["key"], **({"color": one["colour"]} if one["colour"] else {})}
                for one in timetable["tracks"]
            ],
            "days": [_json_day(day, events) for day, events in days],
        },
    }
    generator = {"name": "confapp", "version": __version__}
    return json.dumps({"generator": generator, "schedule": schedule}, ensure_ascii=False, indent=1).encode()


def _timed(release: Release) -> Days:
    """The days with those events whose instant is known; refused where no event has one."""
    timetable = release.timetable
    days = [(day, [one for one in day_events(timetable, day) if _start(one)]) for day in timetable["days"]]
    found = [(day, events) for day, events in days if events]
    if not found:
        raise NotFound(
            _("No time of this schedule is known with its zone, so there is no such file. The calendar file has it.")
        )
    return found


def _start(event: Event) -> datetime | None:
    """When it begins, on the clock of the conference; None where the zone is not known."""
    moment = event.start
    if moment is None or moment.instant is None or moment.offset is None:
        return None
    return moment.instant.astimezone(timezone(moment.offset))


def _conference(timetable: Data, days: Days) -> dict[str, str]:
    conference = timetable["conference"]
    return {
        "acronym": _acronym(conference["slug"]),
        "title": conference["name"],
        "start": days[0][0]["date"],
        "end": days[-1][0]["date"],
        "days": str(len(days)),
        "timeslot_duration": SLOT,
        "base_url": addresses.absolute("/"),
        "url": _address(timetable, ""),
        **({"time_zone_name": conference["zone"]} if conference["zone"] else {}),
    }


def _acronym(slug: str) -> str:
    """What both schemas take: small letters, digits and underscores, at least four."""
    name = slug.replace("-", "_")
    return name if len(name) >= SHORTEST_ACRONYM else f"{name}_conference"


def _address(timetable: Data, part: str) -> str:
    return addresses.absolute(addresses.conference(timetable["conference"]["slug"], part))


def _day(root: ET.Element, day: Data, events: list[Event]) -> None:
    first, last = _bounds(events)
    element = ET.SubElement(root, "day", date=day["date"], index=str(day["index"]), start=first, end=last)
    for hall, held in _by_hall(events):
        room = ET.SubElement(element, "room", name=hall)
        for event in held:
            _event(room, event)


def _event(room: ET.Element, event: Event) -> None:
    start = _start(event)
    assert start is not None
    element = ET.SubElement(room, "event", guid=str(event.guid), id=str(_number(event)))
    _texts(
        element,
        {
            "room": event.hall,
            "title": event.title,
            "subtitle": event.subtitle,
            "type": event.kind,
            "date": start.isoformat(),
            "start": f"{start:%H:%M}",
            "duration": _duration(event),
            "abstract": event.abstract,
            "track": event.track,
            "language": event.language,
            "url": event.url,
        },
    )
    persons = ET.SubElement(element, "persons")
    for person in event.people:
        ET.SubElement(persons, "person").text = person["name"]


def _json_day(day: Data, events: list[Event]) -> dict[str, Any]:
    first, last = _bounds(events)
    return {
        "index": day["index"],
        "date": day["date"],
        "day_start": first,
        "day_end": last,
        "rooms": {hall: [_json_event(event) for event in held] for hall, held in _by_hall(events)},
    }


def _json_event(event: Event) -> dict[str, Any]:
    start = _start(event)
    assert start is not None
    return {
        "guid": str(event.guid),
        "id": _number(event),
        "date": start.isoformat(),
        "start": f"{start:%H:%M}",
        "duration": _duration(event),
        "room": event.hall,
        "slug": f"{event.kind.replace(' ', '_').lower()}-{_number(event)}",
        "url": event.url,
        "title": event.title,
        "subtitle": event.subtitle,
        "track": event.track,
        "type": event.kind,
        "language": event.language,
        "abstract": event.abstract,
        "persons": [{"name": person["name"]} for person in event.people],
        "links": [],
    }


def _room(timetable: Data, hall: Data) -> dict[str, Any]:
    place = f"{_address(timetable, 'schedule/')}#{hall['key']}"
    return {"name": hall["name"], "guid": str(uuid5(NAMESPACE_URL, place)), "capacity": hall["capacity"]}


def _by_hall(events: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    halls: dict[str, list[Event]] = {}
    for event in events:
        halls.setdefault(event.hall, []).append(event)
    return list(halls.items())


def _bounds(events: Iterable[Event]) -> tuple[str, str]:
    """When the first event of a day begins and the last one ends."""
    starts = [start for event in events if (start := _start(event)) is not None]
    ends = [start + _length(event) for event in events if (start := _start(event)) is not None]
    return min(starts).isoformat(), max(ends).isoformat()


def _length(event: Event) -> timedelta:
    if event.start is None or event.end is None or event.start.instant is None or event.end.instant is None:
        return timedelta()
    return max(event.end.instant - event.start.instant, timedelta())


def _duration(event: Event) -> str:
    hours, minutes = divmod(int(_length(event).total_seconds()) // 60, 60)
    return f"{min(hours, 99):02}:{minutes:02}"


def _number(event: Event) -> int:
    """A whole number that stays with the event, for programs that know no other name of it."""
    return event.guid.int % (2**31 - 1) + 1


def _texts(element: ET.Element, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        ET.SubElement(element, name).text = text
