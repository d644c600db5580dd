"""A released timetable as a page shows it: by day, a row for each time, a column for each hall.

The markup is spare on purpose: four hundred entries have to travel in a few kilobytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flask_babel import gettext as _
from markupsafe import Markup, escape

from confapp import addresses, languages
from confapp.calendars import second_date
from confapp.dates import Moment, PartialDate
from confapp.formatting import format_all, format_time
from confapp.programme.models import ContributionRole
from confapp.scheduling.exports.events import session_title
from confapp.scheduling.timetable import Data
from confapp.site.markup import clock, day, joined, named
from confapp.site.texts import Said, foreign
from confapp.site.words import CONTRIBUTION_ROLES


class Item(NamedTuple):
    """An entry of the timetable; `parts` are the contributions of a session that have no time of their own."""

    title: str
    language: str
    href: str
    line: Markup
    parts: list[Item]


class Row(NamedTuple):
    """What begins at one time, hall by hall."""

    time: Markup
    cells: list[list[Item]]


class Day(NamedTuple):
    """One day: its halls and rows."""

    anchor: str
    title: Markup
    second: str
    halls: list[Said]
    rows: list[Row]


class Entry(NamedTuple):
    """A contribution, or a session that was not held yet, on a page of its own."""

    title: Said
    kicker: Said | str
    facts: list[tuple[str, str | Markup | list[Markup]]]
    abstract: Said
    parts: list[tuple[str, Item]]


def days(timetable: Data, calendar: str | None) -> list[Day]:
    """The days of a timetable."""
    return [_day(timetable, each, calendar) for each in timetable["days"]]


def contribution(timetable: Data, one: Data, session: Data | None) -> Entry:
    """A contribution with its people and abstract."""
    conference = timetable["conference"]
    part_of = Markup()
    if session is not None:
        href = addresses.session(conference["slug"], session["label"])
        part_of = Markup('<a class="ref" href="{}">{}</a>').format(href, session_title(session))
    return Entry(
        title=Said(one["title"], _language(one, timetable)),
        kicker=Said(one["kind"], _language(one, timetable)),
        facts=[
            (_("When"), _when(one)),
            (_("Where"), _hall(timetable, one["hall"] or (session["hall"] if session else None)).__html__()),
            (_("Part of"), part_of),
            (_("People"), [_person(person, _language(one, timetable)) for person in one["people"]]),
            (_("Track"), _named("tracks", timetable, one["track"]).__html__()),
        ],
        abstract=Said(one["abstract"] or "", _language(one, timetable)),
        parts=[],
    )


def session(timetable: Data, one: Data) -> Entry:
    """A session as it is planned."""
    title = Said(session_title(one), _language(one, timetable) if one["title"] else "")
    return Entry(
        title=title,
        kicker=_("Planned session"),
        facts=[
            (_("When"), _when(one)),
            (_("Where"), joined([_hall(timetable, one["hall"]).__html__(), named(one["place"])])),
            (_("Online"), _link(one["online_link"])),
            (_("Track"), _named("tracks", timetable, one["track"]).__html__()),
        ],
        abstract=Said(""),
        parts=[(_time(each["start"]), _item(timetable, each)) for each in one["contributions"]],
    )


def _day(timetable: Data, each: Data, calendar: str | None) -> Day:
    date = PartialDate.parse(each["date"])
    halls = [hall["hall"] for hall in each["halls"]]
    found: dict[str, list[list[Item]]] = {}
    for column, hall in enumerate(each["halls"]):
        for start, item in _items(timetable, hall):
            found.setdefault(start, [[] for _hall in halls])[column].append(item)
    return Day(
        anchor=f"day-{each['index']}",
        title=day(date, weekday=True),
        second=second_date(date, calendar) or "",
        halls=[_hall(timetable, key) for key in halls],
        rows=[Row(_clock(start), cells) for start, cells in sorted(found.items())],
    )


def _items(timetable: Data, hall: Data) -> Iterable[tuple[str, Item]]:
    """A session stands where it begins; its contributions stand where they begin, if they know."""
    for one in hall["sessions"]:
        timed = [each for each in one["contributions"] if each["start"]]
        begins = min((each["start"] for each in timed), default=one["start"] or "")
        yield begins, _session(timetable, one)
        for each in timed:
            yield each["start"], _item(timetable, each)
    for one in hall["contributions"]:
        yield one["start"] or "", _item(timetable, one)


def _session(timetable: Data, one: Data) -> Item:
    return Item(
        title=session_title(one),
        language=_language(one, timetable) if one["title"] else "",
        href=addresses.session(timetable["conference"]["slug"], one["label"]),
        line=_until(one["start"], one["end"]),
        parts=[_item(timetable, each) for each in one["contributions"] if not each["start"]],
    )


def _item(timetable: Data, one: Data) -> Item:
    minutes = one["minutes"]
    length = _("%(number)s min", number=minutes) if minutes else ""
    return Item(
        title=one["title"],
        language=_language(one, timetable),
        href=addresses.contribution(timetable["conference"]["slug"], one["key"]),
        line=joined([_names(one["people"], timetable), escape(length)], " · "),
        parts=[],
    )


def _clock(start: str) -> Markup:
    return clock(_moment(start)) if start else Markup("{}").format(_("time not fixed"))


def _time(start: str | None) -> str:
    return format_time(_moment(start)) if start else ""


def _moment(text: str) -> Moment:
    """On the clock of the conference, without the seconds that no programme has."""
    moment = Moment.parse(text)
    return Moment(moment.date, moment.time.replace(second=0) if moment.time else None)


def _until(start: str | None, end: str | None) -> Markup:
    return escape(_("until %(time)s", time=_time(end)) if start and end else "")


def _names(people: list[Data], timetable: Data) -> Markup:
    """The names alone, in the language that the conference writes them in."""
    names = [str(named(person["name"])) for person in people]
    listed = Markup(format_all(names, next(iter(timetable["conference"]["languages"]), None)))  # noqa: S704  escaped
    tag = _language({"language": None}, timetable)
    return Markup('<span lang="{}">{}</span>').format(tag, listed) if tag and listed else listed


def _when(one: Data) -> Markup:
    """The day, and from when to when: "Wednesday, 21 August 2019, 10:00–10:45"."""
    if not one["date"]:
        return Markup()
    hours = joined([_clock(each) for each in (one["start"], one["end"]) if each], "–")
    return joined([day(PartialDate.parse(one["date"]), weekday=True), hours])


def _hall(timetable: Data, key: str | None) -> Said:
    return _named("halls", timetable, key)


def _named(kind: str, timetable: Data, key: str | None) -> Said:
    """A hall or track by its key, in the reader's language or in the conference's own."""
    found: Data = next((each for each in timetable[kind] if each["key"] == key), {"name": ""})
    if translated := found.get("names", {}).get(languages.tag()):
        return Said(translated)
    return Said(found["name"], _language({"language": None}, timetable))


def _person(person: Data, language: str) -> Markup:
    link = Markup('<a class="ref" href="{}"><bdi>{}</bdi></a>').format(
        addresses.official(person["slug"]), person["name"]
    )
    role = person["role"]
    words = [] if role == ContributionRole.SPEAKER else [escape(str(CONTRIBUTION_ROLES[ContributionRole(role)]))]
    words += [Said(person["affiliation"], language).__html__()] if person["affiliation"] else []
    return Markup('{}, <span class="capacity">{}</span>').format(link, joined(words)) if words else link


def _language(one: Data, timetable: Data) -> str:
    return foreign(one["language"] or next(iter(timetable["conference"]["languages"]), ""))


def _link(url: str | None) -> Markup:
    if not url or not url.startswith(("https://", "http://")):
        return Markup()
    return Markup('<a href="{}" rel="noopener">{}</a>').format(url, url)
