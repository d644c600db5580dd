"""Dates of an edition in its language, as precise as they are written."""

from datetime import date, datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton

PARTS_OF_A_DAY = 3


def locale_of(language: str) -> Locale:
    """The nearest locale that is known; English where there is none."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        primary = language.partition("-")[0]
        return Locale("en") if primary == language else locale_of(primary)


def written(text: str, language: str) -> str:
    """A date or moment (`1884`, `1884-10`, `1884-10-13`, `1884-10-13T13:00`) as people write it; else the text."""
    day, _, clock = text.partition("T")
    try:
        numbers = [int(part) for part in day.split("-")]
        shown = _shown(numbers, locale_of(language))
    except ValueError:
        return text
    return f"{shown}, {clock[:5]}" if clock else shown


def span(start: str | None, end: str | None, language: str) -> str:
    """From one date to another, with what they share said once where both are whole days."""
    if not start or not end or start == end:
        return written(start or end or "", language)
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return f"{written(start, language)} – {written(end, language)}"
    locale = locale_of(language)
    shown = format_interval(first, last, "yMMMd", locale=locale)
    for month in {first.month, last.month}:
        shown = _in_full(shown, month, locale)
    return shown


def day_of(instant: str) -> date:
    """The day of an instant in UTC."""
    return datetime.fromisoformat(instant).date()


def _shown(numbers: list[int], locale: Locale) -> str:
    if len(numbers) == PARTS_OF_A_DAY:
        return format_date(date(*numbers), "long", locale=locale)
    if len(numbers) == 1:
        return str(numbers[0])
    year, month = numbers
    return format_skeleton("yMMMM", date(year, month, 1), locale=locale)


def _in_full(shown: str, month: int, locale: Locale) -> str:
    """Locales know intervals with short names of months alone; a title page has room for the whole name."""
    names = locale.months["format"]
    short = names["abbreviated"][month]
    return shown if any(map(str.isdigit, short)) else shown.replace(short, names["wide"][month])
