"""Beginnings and ends of organizations, and the anniversaries that are counted from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, date

from babel.dates import format_skeleton
from flask_babel import gettext as _

from confapp.checks.dates import YEAR
from confapp.checks.findings import Finding, Severity, fault, remarks
from confapp.checks.material import Material
from confapp.checks.ordinals import stated_ordinal
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.conferences.models import Occasion
from confapp.dates import PartialDate, days_in_month
from confapp.formatting import format_date, format_ordinal, locale_of
from confapp.organizations.models import Organ, Organization, OrganizationEvent

FOUNDING = frozenset(
    [
        "founded",
        "founding",
        "foundation",
        "established",
        "formed",
        "formation",
        "formation_day",
        "began_work",
        "created",
    ]
)
MONTH_AND_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
LEAP = 2000
ANNIVERSARY = "anniversary"


def founding_dates(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Two dates on which an organization is said to have begun, and an end before the beginning."""
    for founded in material.organizations:
        events = [one for one in material.organization_events if one.organization_id == founded.id]
        stated = [*_of_columns(founded), *(_of_event(one) for one in events if one.kind in FOUNDING)]
        known = [one for one in stated if one is not None]
        others = [one for one in known[1:] if _contradict(known[0], one)]
        if others:
            said = " · ".join(_said(one) for one in (known[0], *others))
            message = _("%(name)s has two founding dates: %(dates)s.", name=founded.name, dates=said)
            suggestion = _("Keep one as the founding and say of the others what they are.")
            yield Finding(
                "two-foundings",
                fault(founded, *events),
                place(material, founded, "founded_on"),
                message,
                suggestion,
                tuple(map(str, (known[0], *others))),
            )
    yield from _ends(material)


# A day of which the year is not known is a pair of month and day.
Beginning = PartialDate | tuple[int, int]


def _of_columns(founded: Organization) -> list[Beginning | None]:
    return [founded.founded_on]


def _of_event(event: OrganizationEvent) -> Beginning | None:
    if event.occurred_on is not None:
        return event.occurred_on
    for remark in remarks(event, "occurred_on"):
        match = MONTH_AND_DAY.fullmatch(str(remark.get("value") or ""))
        if match and int(match[2]) <= days_in_month(LEAP, int(match[1])):
            return int(match[1]), int(match[2])
    return None


def _contradict(one: Beginning, other: Beginning) -> bool:
    """Whether the two cannot be the same day."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.latest < other.earliest or other.latest < one.earliest
    first, second = _month_and_day(one), _month_and_day(other)
    return any(
        mine is not None and theirs is not None and mine != theirs for mine, theirs in zip(first, second, strict=True)
    )


def _month_and_day(one: Beginning) -> tuple[int | None, int | None]:
    return (one.month, one.day) if isinstance(one, PartialDate) else one


def _said(one: Beginning) -> str:
    if isinstance(one, PartialDate):
        return format_date(one)
    known = locale_of()
    return format_skeleton("MMMMd", date(LEAP, *one), locale=known)


def _ends(material: Material) -> Iterator[Finding]:
    bodies: list[Organization | Organ] = [*material.organizations, *material.organs]
    for body in bodies:
        start, end = body.founded_on, body.dissolved_on
        if start and end and end.latest < start.earliest:
            message = _(
                "%(name)s was dissolved (%(end)s) before it was founded (%(start)s).",
                name=body.name,
                start=format_date(start),
                end=format_date(end),
            )
            where = place(material, body, "dissolved_on")
            yield Finding("dissolved-before-founded", fault(body), where, message, evidence=(str(start), str(end)))
    for organ in material.organs:
        founded = material.organization_by_id.get(organ.organization_id)
        whole, part = founded.founded_on if founded else None, organ.founded_on
        if founded and whole and part and part.latest < whole.earliest:
            message = _("%(organ)s is older than %(name)s.", organ=organ.name, name=founded.name)
            where = place(material, organ, "founded_on")
            yield Finding(
                "organ-before-organization", Severity.WARNING, where, message, evidence=(str(whole), str(part))
            )


def attended_before_founding(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Who takes part before it was there, or after it was gone."""
    held = conference_days(material)
    if held is None:
        return
    for delegation in material.delegations:
        founded = material.organization_by_id.get(delegation.organization_id or 0)
        if founded is None:
            continue
        if founded.founded_on and held[1] < founded.founded_on.earliest:
            message = _(
                "%(name)s takes part and was founded only later (%(date)s).",
                name=delegation.name,
                date=format_date(founded.founded_on),
            )
            evidence = (str(founded.founded_on), str(held[1]))
            where = place(material, delegation, "organization")
            yield Finding("attended-before-founding", Severity.WARNING, where, message, evidence=evidence)
        elif founded.dissolved_on and founded.dissolved_on.latest < held[0]:
            message = _(
                "%(name)s takes part and was dissolved before (%(date)s).",
                name=delegation.name,
                date=format_date(founded.dissolved_on),
            )
            evidence = (str(founded.dissolved_on), str(held[0]))
            where = place(material, delegation, "organization")
            yield Finding("attended-after-dissolution", Severity.WARNING, where, message, evidence=evidence)


def conference_days(material: Material) -> tuple[date, date] | None:
    """The first and the last day that the conference can have had; None where nothing is known of it."""
    conference = material.conference
    start = conference.starts_on or (conference.opened.date if conference.opened else None)
    end = conference.ends_on or (conference.closed.date if conference.closed else None) or start
    days = [day for session in material.sessions if (day := material.day_of(session)) is not None]
    if start is None and not days:
        return None
    first = start.earliest if start else min(day.earliest for day in days)
    last = end.latest if end else max(day.latest for day in days)
    return first, max(first, last)


def anniversaries(material: Material, texts: list[Text]) -> Iterator[Finding]:
    """Anniversaries against the dates that they are counted from."""
    for occasion in material.occasions:
        yield from _occasion(material, occasion)
    yield from _in_text(material, texts)


def _occasion(material: Material, occasion: Occasion) -> Iterator[Finding]:
    number, base = occasion.anniversary, occasion.base_date
    when = _reference(material, occasion)
    if number is None or base is None or when is None or base.year + number > MAXYEAR:
        return
    due = _anniversary(base, number)
    where, evidence = place(material, occasion, "anniversary"), (str(number), str(base), *map(str, when))
    if when[1].year < due.year or due.year < when[0].year:
        message = _(
            "The %(ordinal)s anniversary of %(date)s falls in %(due)s, and the conference is of %(year)s: “%(name)s”.",
            ordinal=format_ordinal(number),
            date=format_date(base),
            due=due.year,
            year=when[0].year,
            name=occasion.name,
        )
        yield Finding("anniversary-differs", fault(occasion), where, message, evidence=evidence)
    elif when[1] < due.earliest or due.latest < when[0]:
        message = _(
            "The %(ordinal)s anniversary (%(due)s) and the dates of the conference are apart: “%(name)s”.",
            ordinal=format_ordinal(number),
            due=format_date(due),
            name=occasion.name,
        )
        yield Finding("anniversary-day", Severity.INFO, where, message, evidence=evidence)


def _anniversary(base: PartialDate, number: int) -> PartialDate:
    is_leap_day = (base.month, base.day) == (2, 29)
    return PartialDate(base.year + number, base.month, 28 if is_leap_day else base.day)


def _reference(material: Material, occasion: Occasion) -> tuple[date, date] | None:
    """When the occasion is, or the conference, or (where that is all) when it was announced."""
    if occasion.occurs_on is not None:
        return occasion.occurs_on.earliest, occasion.occurs_on.latest
    days = conference_days(material)
    announced = material.conference.announced_on
    return days or ((announced.earliest, announced.latest) if announced else None)


def _in_text(material: Material, texts: list[Text]) -> Iterator[Finding]:
    """“60th anniversary of” an organization that is not so old in the year of the conference."""
    days = conference_days(material)
    dated = [one for one in material.organizations if one.founded_on is not None]
    if days is None or days[0].year != days[1].year or not dated:
        return
    for text in texts:
        is_of_now = ANNIVERSARY in text.text.lower() and not YEAR.search(text.text)
        number = stated_ordinal(text.text, before=ANNIVERSARY) if is_of_now else None
        named = [one for one in dated if one.name in text.text] if number is not None else []
        if len(named) != 1 or number is None or named[0].founded_on is None:
            continue
        due = named[0].founded_on.year + number
        if due != days[0].year:
            message = _(
                "%(name)s was founded in %(founded)s: its %(ordinal)s anniversary is in %(due)s.",
                name=named[0].name,
                founded=named[0].founded_on.year,
                ordinal=format_ordinal(number),
                due=due,
            )
            evidence = (str(number), str(named[0].founded_on), str(days[0].year))
            yield Finding("anniversary-differs", text.severity, f"{text.place}:anniversary", message, evidence=evidence)
