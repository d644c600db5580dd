"""A released schedule as iCalendar (RFC 5545, with CONFERENCE of RFC 7986).

Times stand in the conference's own zone, so that a change of the clocks keeps them on the wall; without a zone they
float, and what has a day alone takes the whole day. What an earlier release had and the latest has not is cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from icalendar import Calendar, vUri
from icalendar import Event as Entry

from confapp import __version__
from confapp.dates import Moment, zone_named
from confapp.scheduling.exports.events import Event, events
from confapp.scheduling.models import Release

REFRESH = timedelta(hours=1)
A_YEAR = timedelta(days=366)


def schedule_ics(releases: Sequence[Release]) -> bytes:
    """The latest of some releases (the newest first) as a calendar that programs can subscribe to."""
    latest = releases[0]
    conference = latest.timetable["conference"]
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//confapp//confapp {__version__}//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", conference["name"])
    calendar.add("x-wr-calname", conference["name"])
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for event in events(latest.timetable):
        calendar.add_component(_entry(event, latest, "CONFIRMED"))
    for event in _gone(releases):
        calendar.add_component(_entry(event, latest, "CANCELLED"))
    days = [date.fromisoformat(day["date"]) for day in latest.timetable["days"]]
    calendar.add_missing_timezones(first_date=min(days).replace(month=1, day=1), last_date=max(days) + A_YEAR)
    return bytes(calendar.to_ical())


def _gone(releases: Sequence[Release]) -> Iterable[Event]:
    """What only earlier releases have, as it stood last."""
    known = {event.guid for event in events(releases[0].timetable)}
    for release in releases[1:]:
        for event in events(release.timetable):
            if event.guid not in known:
                known.add(event.guid)
                yield event


def _entry(event: Event, release: Release, status: str) -> Entry:
    zone = release.timetable["conference"]["zone"]
    entry = Entry()
    entry.add("uid", str(event.guid))
    entry.add("dtstamp", release.released_at)
    entry.add("last-modified", release.released_at)
    entry.add("sequence", release.number)
    entry.add("status", status)
    entry.add("dtstart", _wall_time(event.start, zone) or event.date.earliest)
    if end := _wall_time(event.end, zone):
        entry.add("dtend", end)
    entry.add("summary", event.title)
    for name, text in (
        ("description", _description(event)),
        ("location", ", ".join(filter(None, (event.hall, event.place)))),
        ("categories", event.track),
        ("url", event.url),
    ):
        if text:
            entry.add(name, text)
    if event.online_link:
        entry.add("conference", vUri(event.online_link), parameters={"VALUE": "URI"})
    return entry


def _wall_time(moment: Moment | None, zone: str | None) -> datetime | date | None:
    if moment is None or moment.local is None:
        return None
    return moment.local.replace(tzinfo=zone_named(zone)) if zone else moment.local


def _description(event: Event) -> str:
    people = ", ".join(person["name"] for person in event.people)
    return "\n\n".join(filter(None, (event.subtitle, people, event.abstract)))
