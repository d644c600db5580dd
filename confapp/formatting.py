"""Dates, numbers and lists as readers of a language write them, from the data of CLDR.

Every function takes a locale or a language tag; without one it follows the reader of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any, Literal

from babel import Locale, UnknownLocaleError
from babel.core import parse_locale
from babel.dates import format_datetime, parse_pattern
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit
from flask import Flask
from flask_babel import get_locale
from jinja2 import pass_context
from jinja2.runtime import Context

from confapp.dates import Moment, PartialDate
from confapp.ordinals import ordinal, ordinal_words

LocaleLike = Locale | str | None
Dated = PartialDate | Moment | date
ListStyle = Literal["standard", "or"]

# English without a country is written as in Britain: day, month, year, and 24 hours.
DAY_FIRST = {"en": "en_GB"}
SKELETONS = {"year": "y", "month": "yMMMM", "day": "long"}
SPAN_SKELETONS = {"year": "y", "month": "yMMM", "day": "yMMMd"}
UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))
EN_DASH = "–"


def locale_of(locale: LocaleLike = None) -> Locale:
    """The locale of a language tag; an unknown or missing one is the page's, and English in the end."""
    if isinstance(locale, Locale):
        return _parsed(str(locale))
    return _parsed(locale or str(get_locale() or "en"))


@lru_cache(maxsize=256)
def _parsed(tag: str) -> Locale:
    tag = tag.replace("-", "_")
    try:
        return Locale.parse(DAY_FIRST.get(tag, tag))
    except (ValueError, UnknownLocaleError):
        return _parsed_language(tag)


def _parsed_language(tag: str) -> Locale:
    try:
        language = parse_locale(tag)[0]
        return Locale.parse(DAY_FIRST.get(language, language))
    except (ValueError, UnknownLocaleError):
        return Locale.parse(DAY_FIRST["en"])


def format_date(value: Dated, locale: LocaleLike = None) -> str:
    """As far as the date is known: “13 October 1884”, “October 1884”, “1884”."""
    known, day = locale_of(locale), date_of(value)
    if day.precision == "day":
        pattern = str(known.date_formats["long"])
    else:
        pattern = str(known.datetime_skeletons.get(SKELETONS[day.precision], SKELETONS[day.precision]))
    return _written(day, pattern, known)


def format_weekday(value: Dated, locale: LocaleLike = None) -> str:
    """“Monday”; empty where the day is not known."""
    day = date_of(value)
    return _written(day, "EEEE", locale_of(locale)) if day.day is not None else ""


def format_day(value: Dated, locale: LocaleLike = None) -> str:
    """With its weekday: “Monday, 13 October 1884”; as `format_date` where the day is not known."""
    known, day = locale_of(locale), date_of(value)
    return _written(day, str(known.date_formats["full"]), known) if day.day is not None else format_date(day, known)


def format_time(value: Moment | datetime, locale: LocaleLike = None) -> str:
    """“13:00”, with seconds where the source states them; empty where the time is not known."""
    local = value.local if isinstance(value, Moment) else value.replace(tzinfo=None)
    if local is None:
        return ""
    known = locale_of(locale)
    with_seconds = isinstance(value, Moment) and (value.with_seconds or local.second)
    return str(format_datetime(local, str(known.datetime_skeletons["Hms" if with_seconds else "Hm"]), locale=known))


def format_moment(moment: Moment, locale: LocaleLike = None) -> str:
    """“13 October 1884, 13:00”, as far as it is known."""
    known = locale_of(locale)
    day = format_date(moment.date, known)
    if moment.time is None:
        return day
    return str(known.datetime_formats["medium"]).format(format_time(moment, known), day)


def format_span(start: PartialDate | Moment | None, end: PartialDate | Moment | None, locale: LocaleLike = None) -> str:
    """“1 October – 1 November 1884”, “5–17 February 2021”, “13 October 1884, 13:00–16:00”; an open end stays open."""
    known = locale_of(locale)
    if start is None or end is None:
        return f"{_side(start, known)} {EN_DASH} {_side(end, known)}".strip()
    if isinstance(start, Moment) and isinstance(end, Moment):
        return _moment_span(start, end, known)
    return _date_span(date_of(start), date_of(end), known)


def format_days(first: Dated, last: Dated | None = None, locale: LocaleLike = None) -> str:
    """The days from one to another: “1–13 October 1884”; where nothing is known of the last, the first alone."""
    known = locale_of(locale)
    return format_date(first, known) if last is None else _date_span(date_of(first), date_of(last), known)


def date_of(value: Dated) -> PartialDate:
    """The date of whatever has one."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, Moment):
        return value.date
    return PartialDate.of(value.date() if isinstance(value, datetime) else value)


def _side(value: PartialDate | Moment | None, locale: Locale) -> str:
    if value is None:
        return ""
    return format_moment(value, locale) if isinstance(value, Moment) else format_date(value, locale)


def _moment_span(start: Moment, end: Moment, locale: Locale) -> str:
    if start.time is None and end.time is None:
        return _date_span(start.date, end.date, locale)
    if start.date == end.date and start.time is not None and end.time is not None:
        same = "" if start.time == end.time else f"{EN_DASH}{format_time(end, locale)}"
        return f"{format_moment(start, locale)}{same}"
    return f"{format_moment(start, locale)} {EN_DASH} {format_moment(end, locale)}"


def _date_span(start: PartialDate, end: PartialDate, locale: Locale) -> str:
    if start == end:
        return format_date(start, locale)
    patterns = locale.interval_formats.get(SPAN_SKELETONS[start.precision], {})
    differing = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    if start.precision != end.precision or differing not in patterns:
        return f"{format_date(start, locale)} {EN_DASH} {format_date(end, locale)}"
    first, second = (_with_whole_months(part) for part in patterns[differing])
    return _written(start, first, locale) + _written(end, second, locale)


def _with_whole_months(pattern: str) -> str:
    return pattern.replace("MMM", "MMMM").replace("LLL", "LLLL")


@lru_cache(maxsize=4096)
def _written(day: PartialDate, pattern: str, locale: Locale) -> str:
    if locale.language == "ru":
        # CLDR abbreviates the word for year; a record writes it out.
        pattern = pattern.replace("'г'.", "'года'").replace("г.", "'года'")
    text = str(parse_pattern(pattern).apply(day.earliest, locale))
    return text.replace("\u2009", " ").replace("\u202f", " ").replace("\u00a0", " ")


def format_number(number: int, locale: LocaleLike = None) -> str:
    """“1,000” in English, with a space in Russian."""
    return str(format_decimal(number, locale=locale_of(locale)))


def format_fraction(fraction: Fraction) -> str:
    """“2/3”."""
    return str(fraction)


def format_all(items: Iterable[str], locale: LocaleLike = None, *, style: ListStyle = "standard") -> str:
    """“A, B and C”; with the style `or`, “A, B or C”."""
    return str(format_list(list(items), style, locale=locale_of(locale)))


def format_duration(duration: timedelta, locale: LocaleLike = None) -> str:
    """“1 hour 30 minutes”."""
    known = locale_of(locale)
    rest = int(duration.total_seconds())
    parts = []
    for unit, seconds in UNITS:
        count, rest = divmod(rest, seconds)
        if count:
            parts.append(_unit_text(count, unit, known))
    return " ".join(parts) or _unit_text(0, "minute", known)


def _unit_text(count: int, unit: str, locale: Locale) -> str:
    key = f"duration-{unit}"
    text = str(format_unit(count, key, locale=locale))
    # Some languages have the short form alone (Chinese: 1小时), and Babel then prints the key.
    return text if key not in text else str(format_unit(count, key, "short", locale=locale))


def format_ordinal(number: int, locale: LocaleLike = None) -> str:
    """“1st”, in Russian “1-е” (as of a session)."""
    return ordinal(number, locale_of(locale))


def format_ordinal_words(number: int, locale: LocaleLike = None) -> str:
    """“first”, in Russian “первое” (as of a session)."""
    return ordinal_words(number, locale_of(locale))


def format_instant(instant: datetime, zone: str | None, locale: LocaleLike = None) -> str:
    """An instant on the clock of the zone, without seconds: “13 October 1884, 13:00”."""
    moment = Moment.of(instant, zone)
    return format_moment(Moment(moment.date, moment.time and moment.time.replace(second=0, microsecond=0)), locale)


def register(app: Flask) -> None:
    """Give templates these filters, and `span_text` for the days from one to another."""
    filters: dict[str, Callable[..., str]] = {
        "date": format_date,
        "date_text": format_date,
        "weekday_text": format_day,
        "time_text": format_time,
        "day": format_day,
        "weekday": format_weekday,
        "time": format_time,
        "moment": format_moment,
        "instant": format_instant,
        "span": format_span,
        "number": format_number,
        "fraction": format_fraction,
        "listing": format_all,
        "duration": format_duration,
        "ordinal": format_ordinal,
        "ordinal_words": format_ordinal_words,
    }
    app.jinja_env.filters.update({name: _for_reader(writer) for name, writer in filters.items()})
    app.jinja_env.globals["span_text"] = format_days


def _for_reader(writer: Callable[..., str]) -> Callable[..., str]:
    # Jinja applies a filter to a constant once for all readers, unless the filter asks for the context.
    @pass_context
    def filtered(_context: Context, *args: Any, **kwargs: Any) -> str:
        return writer(*args, **kwargs)

    return filtered
