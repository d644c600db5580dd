"""Dates in running text: weekdays that do not fit, days that no month has, periods without a year, second calendars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from babel.dates import get_day_names, get_month_names
from flask_babel import gettext as _

from confapp.calendars import PRINTED_YEAR, YEAR_BEFORE_FIRST
from confapp.checks.excerpts import excerpt
from confapp.checks.findings import Finding, Severity, of_source, remarks
from confapp.checks.material import Material
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.dates import PartialDate, days_in_month
from confapp.formatting import format_date, format_weekday, locale_of

LEAP = 2000
BEHIND_DAY = r"(?:st|nd|rd|th|er|\.|º)?"
OF = r"(?:(?:of|de)\s+)?"
BESIDE_YEAR = re.compile(r"\s*[(,]?\s*([12][0-9]{3})\b")
YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
RELATIVE = re.compile(
    r"\b(last|this|next) (year|month|week)\b|\b(yesterday|tomorrow)\b"
    r"|\b(прошл|будущ|текущ)\w+ (год|месяц)\w*|\b(в прошлом|в этом|в будущем) году\b",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """A day as a text writes it, with its weekday and year where it has them."""

    start: int
    end: int
    weekday: int | None
    day: int
    month: int
    year: int | None


class Language(NamedTuple):
    """The names of days and months in a language, and how dates are written with them."""

    weekdays: dict[str, int]
    months: dict[str, int]
    dates: list[re.Pattern[str]]
    spans: re.Pattern[str]


@cache
def language_of(tag: str) -> Language:
    """What a language calls its days and months."""
    locale = locale_of(tag)
    weekdays = {name.lower(): number for number, name in get_day_names("wide", locale=locale).items()}
    months = {name.lower(): number for number, name in get_month_names("wide", locale=locale).items()}
    week, month = _any(weekdays), _any(months)
    weekday = rf"(?:(?P<weekday>{week})\s*,?\s+(?:(?:the|den|le)\s+)?)?"
    year = r"(?:,?\s+(?:de\s+)?(?P<year>[12][0-9]{3})\b)?"
    day_first = rf"\b{weekday}(?<![\w.:–-])(?P<day>[0-9]{{1,2}}){BEHIND_DAY}\s+{OF}(?P<month>{month})\b{year}"
    month_first = rf"\b{weekday}(?P<month>{month})\s+(?P<day>[0-9]{{1,2}})(?![0-9:])(?:st|nd|rd|th)?(?!\w){year}"
    number = rf"[0-9]{{1,2}}{BEHIND_DAY}"
    span = rf"(?<![\w.:–-]){number}\s*(?:[-–—]|to|until|and|по|bis|au)\s*{number}\s+{OF}(?:{month})\b"
    shapes = [day_first, month_first] if tag.lower().startswith("en") else [day_first]
    dates = [re.compile(shape, re.IGNORECASE) for shape in shapes]
    return Language(weekdays, months, dates, re.compile(span, re.IGNORECASE))


def _any(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def written_dates(text: str, tag: str) -> Iterator[Written]:
    """The days that a text names, in its language."""
    language = language_of(tag.lower()[:2])
    for shape in language.dates:
        for match in shape.finditer(text):
            yield Written(
                *match.span(),
                language.weekdays.get((match["weekday"] or "").lower()),
                int(match["day"]),
                language.months[match["month"].lower()],
                int(match["year"]) if match["year"] else None,
            )


def dates_in_text(_material: Material, texts: list[Text]) -> Iterator[Finding]:
    """A weekday that its date does not have, and a day that is in no calendar."""
    for text in texts:
        for at, written in enumerate(written_dates(text.text, text.language)):
            said = excerpt(text.text, written.start, written.end)
            where = f"{text.place}:date.{at + 1}"
            if not 1 <= written.day <= days_in_month(written.year or LEAP, written.month):
                message = _("There is no such day: “%(text)s”.", text=said)
                yield Finding("no-such-day", text.severity, where, message, evidence=(said,))
            elif written.year and written.weekday is not None:
                yield from _weekday(text, written, where, said)


def _weekday(text: Text, written: Written, where: str, said: str) -> Iterator[Finding]:
    assert written.year is not None
    day = date(written.year, written.month, written.day)
    if day.weekday() != written.weekday:
        known = PartialDate.of(day)
        message = _(
            "%(date)s was a %(weekday)s: “%(text)s”.", date=format_date(known), weekday=format_weekday(known), text=said
        )
        suggestion = _("Correct the weekday or the date.")
        yield Finding("weekday-differs", text.severity, where, message, suggestion, (said,))


def periods_without_year(_material: Material, texts: list[Text]) -> Iterator[Finding]:
    """“5 to 17 February”, and no year anywhere in the text."""
    for text in texts:
        match = language_of(text.language.lower()[:2]).spans.search(text.text)
        if match and not YEAR.search(text.text):
            said = excerpt(text.text, *match.span())
            message = _("A period without its year: “%(text)s”.", text=said)
            yield Finding("period-without-year", Severity.WARNING, text.place, message, _("Add the year."), (match[0],))


def relative_dates(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A date that a source states only from its own time: “last year”."""
    things = (*material.organizations, *material.organs, *material.organization_events, *material.committees)
    for thing in (material.conference, *things, *material.documents, *material.letters):
        for remark in remarks(thing, status="printed"):
            value = str(remark.get("value") or "")
            if RELATIVE.search(value):
                field = remark.get("field") or ""
                known = getattr(thing, field, None) if field else None
                message = _("The source says “%(text)s” and not when.", text=value[:80])
                suggestion = _("It was read as %(date)s: confirm that.", date=known) if known else ""
                where = place(material, thing, field or "remarks")
                yield Finding("relative-date", Severity.INFO, where, message, suggestion, (value, str(known)))


def derived_years(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A period of work of which the year is a conclusion and not a statement."""
    for committee in material.committees:
        derived = remarks(committee, "period_start", status="derived")
        if derived and committee.period_start is not None:
            message = _(
                "The period of work of %(name)s is derived: it is taken to begin on %(date)s.",
                name=committee.name,
                date=format_date(committee.period_start),
            )
            where = place(material, committee, "period_start")
            evidence = (str(committee.period_start),)
            yield Finding("period-derived", Severity.INFO, where, message, _("Confirm the year."), evidence)


def second_calendars(material: Material, texts: list[Text]) -> Iterator[Finding]:
    """Years of a second calendar that do not fit the Gregorian ones beside them, and two ways to write them."""
    orders: dict[str, str] = {}
    for where, said, severity in _printed(material, texts):
        for match in PRINTED_YEAR.finditer(said):
            orders.setdefault("after" if match["after"] else "before", match[0])
            year = int(match["after"] or match["before"]) + YEAR_BEFORE_FIRST
            beside = BESIDE_YEAR.match(said, match.end())
            if beside and int(beside[1]) != year:
                message = _("%(second)s is %(year)s: “%(text)s”.", second=match[0], year=year, text=said[:80])
                place_ = f"{where}:{match[0].lower()}"
                yield Finding("second-calendar-differs", severity, place_, message, evidence=(match[0], beside[1]))
    if len(orders) > 1:
        message = _("Years of a second calendar are written in two ways: %(ways)s.", ways=" · ".join(orders.values()))
        yield Finding(
            "second-calendar-order",
            Severity.INFO,
            place(material, material.conference, "calendar"),
            message,
            _("Write them in one way."),
            tuple(sorted(orders)),
        )


def _printed(material: Material, texts: list[Text]) -> Iterator[tuple[str, str, Severity]]:
    """Texts, and what remarks say that a source prints."""
    for text in texts:
        if PRINTED_YEAR.search(text.text):
            yield text.place, text.text, text.severity
    for thing in (material.conference, *material.organization_events, *material.occasions, *material.letters):
        for at, remark in enumerate(remarks(thing, status="printed"), 1):
            severity = Severity.WARNING if of_source(thing) else Severity.INFO
            yield place(material, thing, f"remarks.{at}"), str(remark.get("value") or ""), severity
