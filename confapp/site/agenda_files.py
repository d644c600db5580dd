"""The agenda to take along: as PDF and as a calendar. Both hold what the page holds, in the language of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from confapp import __version__, addresses, clock, languages
from confapp.agendas.models import Agenda
from confapp.agendas.queries import issued_at
from confapp.conferences.models import Conference
from confapp.config import current
from confapp.dates import Moment, PartialDate, zone_named
from confapp.proceedings.exports.blocks import typst_language
from confapp.proceedings.exports.pdf import typeset
from confapp.proceedings.shelf import FOLDER, made_once
from confapp.scheduling.models import Release
from confapp.scheduling.queries import sessions_in
from confapp.site import business_order
from confapp.site.business_order import Item, Scope
from confapp.site.frame import when
from confapp.site.texts import Said, language_of, said

Day = date | datetime
A_DAY, A_YEAR = timedelta(days=1), timedelta(days=366)


def agenda_pdf(title: str, scopes: Sequence[Scope], conference: Conference) -> Path:
    """The agendas in force on paper, made when somebody asks for it first and again after every change."""
    content = _content(title, scopes, conference)
    language = languages.tag()
    digest = sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]
    folder, stem = current().instance / FOLDER, f"agenda-{conference.id}-{language}-"

    def make() -> bytes:
        for former in folder.glob(f"{stem}*.pdf"):
            former.unlink(missing_ok=True)
        now = clock.now()
        made_on = {"date": {"year": now.year, "month": now.month, "day": now.day}}
        return typeset("agenda.typ", {**content, **made_on}, language=language, made_at=now)

    return made_once(folder / f"{stem}{digest}.pdf", make)


def agenda_ics(agendas: Sequence[Agenda], release: Release | None, conference: Conference) -> bytes:
    """A calendar of the sessions that have an agenda, and of the conference where it has one; no day, no entry."""
    calendar = Calendar()
    name = said(conference, "name").text
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//confapp//confapp {__version__}//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    times, issued = _times(release), issued_at(agendas)
    scopes = business_order.scopes(agendas, conference)
    inside = {scope.version.id: scope for scope in scopes}
    days: list[date] = []
    for agenda in agendas:
        scope = inside.get(agenda.key)
        span = _span(agenda, times, conference) if scope else None
        if scope and span:
            days += [_day(one) for one in span if one]
            calendar.add_component(_entry(agenda, scope, span, conference, issued.get(agenda.id)))
    if days and conference.zone:
        calendar.add_missing_timezones(first_date=min(days).replace(month=1, day=1), last_date=max(days) + A_YEAR)
    return bytes(calendar.to_ical())


def _entry(
    agenda: Agenda, scope: Scope, span: tuple[Day, Day | None], conference: Conference, issued: datetime | None
) -> Event:
    here = addresses.neutral(addresses.conference(conference.slug, "agenda/"))
    entry = Event()
    # The same for the same session in every version, and another one than in the schedule.
    entry.add("uid", str(uuid5(NAMESPACE_URL, f"{here}#{scope.anchor}")))
    entry.add("dtstamp", issued or clock.now())
    entry.add("sequence", agenda.number)
    entry.add("dtstart", span[0])
    if span[1] is not None:
        entry.add("dtend", span[1])
    entry.add("summary", scope.title if agenda.session_id else said(conference, "name").text)
    entry.add("description", "\n".join([scope.version.state, *_lines(scope.version.items)]))
    entry.add("url", f"{here}#{scope.anchor}")
    if place := (agenda.session.place if agenda.session else None) or conference.place:
        entry.add("location", place)
    return entry


def _times(release: Release | None) -> dict[str, tuple[str, str | None, str]]:
    """When the sessions of a release are: begin, end, day, by their labels."""
    if release is None:
        return {}
    return {one["label"]: (one["start"], one["end"], one["date"]) for one in sessions_in(release)}


def _span(
    agenda: Agenda, times: dict[str, tuple[str, str | None, str]], conference: Conference
) -> tuple[Day, Day | None] | None:
    """From when to when: as released, else as it was held; of the conference, its days."""
    session = agenda.session
    if session is None:
        first, last = conference.starts_on, conference.ends_on or conference.starts_on
        if first is None or last is None or first.day is None or last.day is None:
            return None
        return first.earliest, last.latest + A_DAY
    if released := times.get(session.label):
        begin, end, day = released
        start = _wall_time(begin, conference.zone)
        return start or PartialDate.parse(day).earliest, _wall_time(end, conference.zone) if start else None
    if session.opened is not None and session.opened.local is not None:
        over = session.adjourned
        ended = _in_zone(over, conference.zone) if over is not None and over.local is not None else None
        return _in_zone(session.opened, conference.zone), ended
    known = session.held_on or (session.opened.date if session.opened else None)
    return (known.earliest, None) if known is not None and known.day is not None else None


def _wall_time(text: str | None, zone: str | None) -> datetime | None:
    moment = Moment.parse(text) if text else None
    return _in_zone(moment, zone) if moment and moment.local else None


def _in_zone(moment: Moment, zone: str | None) -> datetime:
    assert moment.local is not None
    return moment.local.replace(tzinfo=zone_named(zone)) if zone else moment.local


def _day(one: Day) -> date:
    return one.date() if isinstance(one, datetime) else one


def _lines(items: Sequence[Item]) -> Iterator[str]:
    for one in items:
        yield f"{one.number} {one.title.text}"
        yield from _lines(one.children)


def _content(title: str, scopes: Sequence[Scope], conference: Conference) -> dict[str, Any]:
    """What stands on the paper, as its template takes it."""
    name = said(conference, "name").text
    return {
        "title": title,
        "conference": name,
        "language": typst_language(languages.tag()),
        "lines": [line for line in (name, " · ".join(filter(None, (conference.place, when(conference))))) if line],
        "agendas": [_agenda(scope, conference) for scope in scopes],
    }


def _agenda(scope: Scope, conference: Conference) -> dict[str, Any]:
    version = scope.version
    state = " · ".join(filter(None, (version.title.text, version.name, version.state, version.adopted.striptags())))
    return {
        "title": scope.title,
        "lines": [line for line in (state, version.note.text, version.compared) if line],
        "items": [_item(one, conference) for one in version.items],
        "dropped": [line.striptags() for line in version.dropped],
    }


def _item(one: Item, conference: Conference) -> dict[str, Any]:
    facts = " · ".join(fact.striptags() for fact in one.meta)
    return {
        "number": one.number,
        "title": one.title.text,
        "language": typst_language(_language(one.title, conference)),
        "marks": one.marks,
        "lines": [line for line in (facts, one.note.text, one.outcome.text) if line],
        "children": [_item(child, conference) for child in one.children],
    }


def _language(text: Said, conference: Conference) -> str:
    return text.language or languages.tag() or language_of(conference)
