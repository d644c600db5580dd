"""Sessions: without a date, on the wrong weekday, outside the conference, over before they began."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from flask_babel import gettext as _

from confapp.checks.findings import Finding, Severity, fault, is_not_stated
from confapp.checks.material import Material
from confapp.checks.ordinals import SERIES
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.dates import PartialDate, weekday_of
from confapp.floor.models import EntryKind, LogEntry
from confapp.floor.moments import certainly_before
from confapp.formatting import format_date, format_moment, format_weekday
from confapp.programme.models import Session, SessionState, Weekday
from confapp.programme.names import session_called

WEEKDAYS = list(Weekday)


def name_of(session: Session) -> str:
    """What a session is called in a message."""
    return session.title or session_called(session.kind, session.number, session.label)


def undated(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Sessions of which nobody knows when they were held; a planned one has time."""
    for session in material.sessions:
        if material.moment_of(session) is not None or session.state is SessionState.CANCELLED:
            continue
        if material.is_held(session):
            message = _("“%(name)s” was held, and nobody knows on which day.", name=name_of(session))
            suggestion = _("Enter the day as far as it is known: a month or a year helps too.")
            yield Finding("session-undated", Severity.WARNING, place(material, session, "held_on"), message, suggestion)
        else:
            message = _("“%(name)s” has no time yet.", name=name_of(session))
            yield Finding("session-unplanned", Severity.INFO, place(material, session, "planned_start"), message)


def weekdays(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A weekday that is stated beside a date of another one."""
    for session in material.sessions:
        day = material.day_of(session)
        actual = weekday_of(day) if day else None
        if day and session.weekday and actual is not None and WEEKDAYS[actual] is not session.weekday:
            message = _(
                "“%(name)s”: %(date)s was a %(weekday)s.",
                name=name_of(session),
                date=format_date(day),
                weekday=format_weekday(day),
            )
            where, evidence = place(material, session, "weekday"), (session.weekday.value, str(day))
            suggestion = _("Correct the weekday or the date.")
            yield Finding("weekday-differs", fault(session), where, message, suggestion, evidence)


def ends(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Sessions that end when they begin, or before."""
    for session in material.sessions:
        start, end = session.opened, session.adjourned
        is_same = start is not None and start == end and start.time is not None
        planned = session.planned_start, session.planned_end
        is_planned_so = planned[0] is not None and planned[1] is not None and planned[1] <= planned[0]
        if certainly_before(end, start, material.zone) or is_same or is_planned_so:
            message = _("“%(name)s” ends when it begins, or before.", name=name_of(session))
            if start and end:
                message = _(
                    "“%(name)s” was opened at %(start)s and adjourned at %(end)s.",
                    name=name_of(session),
                    start=format_moment(start),
                    end=format_moment(end),
                )
            evidence = (str(start), str(end), *map(str, planned))
            yield Finding(
                "session-end", fault(session), place(material, session, "adjourned"), message, evidence=evidence
            )


def outside(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Sessions and meetings on days outside the conference or the period of work."""
    conference = material.conference
    for session in material.sessions:
        day = material.day_of(session)
        if (
            day
            and session.state is not SessionState.CANCELLED
            and _is_outside(day, conference.starts_on, conference.ends_on)
        ):
            message = _(
                "“%(name)s” is on %(date)s, outside the days of the conference.",
                name=name_of(session),
                date=format_date(day),
            )
            evidence = (str(day), str(conference.starts_on), str(conference.ends_on))
            where = place(material, session, "held_on")
            yield Finding("session-outside", Severity.WARNING, where, message, evidence=evidence)


def _is_outside(day: PartialDate, first: PartialDate | None, last: PartialDate | None) -> bool:
    """Whether it certainly lies before the first or after the last day."""
    is_before = first is not None and day.latest < first.earliest
    return is_before or (last is not None and last.latest < day.earliest)


def in_order(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Numbered sessions that were held in another order than their numbers."""
    numbered = [
        one
        for one in material.sessions
        if one.number is not None and one.kind in SERIES and one.committee_id is None and material.moment_of(one)
    ]
    numbered.sort(key=lambda one: one.number or 0)
    for one, following in pairwise(numbered):
        mine, theirs = material.moment_of(one), material.moment_of(following)
        if certainly_before(theirs, mine, material.zone):
            message = _("“%(other)s” comes before “%(name)s”.", name=name_of(one), other=name_of(following))
            where, evidence = place(material, following, "number"), (str(mine), str(theirs))
            yield Finding("session-order", Severity.WARNING, where, message, evidence=evidence)


BEFORE_OPENING = frozenset(
    [
        EntryKind.LETTER_PRESENTED,
        EntryKind.DECISION,
        EntryKind.VOTE,
        EntryKind.MOTION,
        EntryKind.ELECTION,
        EntryKind.APPOINTMENT,
    ]
)
ANNOUNCING = frozenset([EntryKind.ANNOUNCEMENT, EntryKind.CEREMONY])
OPENS = (
    "opening of the conference",
    "conference was opened",
    "conference open",
    "открытие конференции",
    "конференция открыта",
)


def openings(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Sessions that were opened twice, announced as opened again, or at work before."""
    for session in material.sessions:
        opened = material.entries_of_kind(session, EntryKind.OPENED)
        if len(opened) > 1:
            message = _("“%(name)s” was opened %(times)s times.", name=name_of(session), times=len(opened))
            suggestion = _("Keep one opening; a session that was suspended is resumed.")
            where, evidence = place(material, session, "opened"), (str(len(opened)),)
            yield Finding("opened-twice", fault(opened[-1]), where, message, suggestion, evidence)
        if opened:
            yield from _around(material, session, opened[0])


def _around(material: Material, session: Session, opened: LogEntry) -> Iterator[Finding]:
    early = [one for one in material.entries_of_kind(session, *BEFORE_OPENING) if one.position < opened.position]
    if early:
        kinds = tuple(dict.fromkeys(one.kind.value for one in early))
        message = _(
            "“%(name)s” was at work before it was opened: the log has %(count)s of its acts before the opening.",
            name=name_of(session),
            count=len(early),
        )
        where = place(material, session, "log.opened")
        yield Finding("before-opening", Severity.WARNING, where, message, evidence=kinds)
    for entry in material.entries_of_kind(session, *ANNOUNCING):
        if entry.position > opened.position and any(words in (entry.text or "").lower() for words in OPENS):
            message = _("It was open already: “%(text)s”.", text=(entry.text or "")[:120])
            suggestion = _("If this was the opening, what came before it was not.")
            evidence = (entry.text or "",)
            yield Finding("opened-again", Severity.INFO, place(material, entry, "text"), message, suggestion, evidence)


def presided(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Sessions that were held and of which nobody knows who presided."""
    for session in material.sessions:
        if material.is_held(session) and session.presiding_id is None and not is_not_stated(session, "presiding"):
            chairs = material.entries_of_kind(session, EntryKind.CHAIR)
            if not chairs:
                message = _("Nobody is named who presided over “%(name)s”.", name=name_of(session))
                yield Finding("session-without-chair", Severity.INFO, place(material, session, "presiding"), message)
