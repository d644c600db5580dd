"""Dates and moments as the language of the page writes them, with no more precision than their source has."""

from __future__ import annotations

from datetime import date, datetime

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, format_time
from flask_babel import get_locale

from confapp.dates import Moment, PartialDate

Dated = PartialDate | Moment | date

SKELETONS = {"year": "y", "month": "yMMMM"}
SPAN_SKELETONS = {"year": "y", "month": "yMMMM", "day": "yMMMMd"}
COARSEST_FIRST = ("year", "month", "day")


def date_text(value: Dated) -> str:
    """The date: "1884", "October 1884", "13 October 1884"."""
    day = _partial(value)
    if day.precision == "day":
        return format_date(day.earliest, "long", locale=_locale())
    return format_skeleton(SKELETONS[day.precision], day.earliest, locale=_locale())


def weekday_text(value: Dated) -> str:
    """The date with its day of the week, where the day is known: "Monday, 13 October 1884"."""
    day = _partial(value)
    return format_date(day.earliest, "full", locale=_locale()) if day.precision == "day" else date_text(day)


def time_text(value: Moment | datetime) -> str:
    """The time of day on the clock that the moment was read from: "13:00"; empty where it is not known."""
    time = value.time if isinstance(value, Moment) else value.time()
    return format_time(time, "short", locale=_locale()) if time else ""


def span_text(first: Dated, last: Dated | None) -> str:
    """From one date to another, said once what both share: "1–13 Oct 1884"; as precise as the coarser of the two."""
    start, end = _partial(first), _partial(last or first)
    if str(start) == str(end):
        return date_text(start)
    precision = min(start.precision, end.precision, key=COARSEST_FIRST.index)
    return format_interval(start.earliest, end.earliest, SPAN_SKELETONS[precision], locale=_locale())


def _partial(value: Dated) -> PartialDate:
    if isinstance(value, Moment):
        return value.date
    if isinstance(value, PartialDate):
        return value
    return PartialDate.of(value.date() if isinstance(value, datetime) else value)


def _locale() -> Locale:
    """The page's; English of no country writes the day before the month, as conferences do."""
    locale = get_locale() or Locale("en")
    return Locale("en", "GB") if locale.language == "en" and not locale.territory else locale
