"""Dates as people write them: every reading that a text allows, so that an ambiguous one can be refused by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import time
from functools import cache

from babel import Locale
from flask_babel import gettext as _

from confapp import languages
from confapp.calendars import PRINTED_YEAR, printed_years
from confapp.dates import DateError, Moment, PartialDate, weekday_of
from confapp.formatting import format_all, format_date, locale_of

LONGEST = 80
ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
ISO_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.+")
NUMBERS = re.compile(r"(?:([0-9]{1,2})\s*([./-])\s*)?([0-9]{1,2})\s*([./-])\s*([0-9]{4}|[0-9]{2})")
EAST_ASIAN = re.compile(r"([0-9]{1,4})\s*[年년]\s*(?:([0-9]{1,2})\s*[月월]\s*(?:([0-9]{1,2})\s*[日일])?)?")
NUMBER = re.compile(r"[0-9]+")
WORD = re.compile(r"[^\W\d_]+")
TIME = re.compile(
    r"(?P<before>.*?)[\s,T]+(?:at\s+|в\s+)?(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?(?P<offset>Z|[+-][0-9]{2}:[0-9]{2})?",
    re.IGNORECASE,
)
# What stands around numbers and names of months and says nothing more: of, the, year, AD, and ends of ordinals.
FILLERS = {
    "of",
    "the",
    "in",
    "on",
    "at",
    "ad",
    "ce",
    "st",
    "nd",
    "rd",
    "th",
    "г",
    "год",
    "года",
    "году",
    "в",
    "е",
    "го",
}
TWO_DIGITS, FOUR_DIGITS = 2, 4
CENTURIES = (1800, 1900, 2000)
HALF_DAY = 12


def read_date(text: str) -> PartialDate:
    """The one date that a text means; refused where it means none, or several."""
    found = list(dict.fromkeys(_readings(_normal(text))))
    if not found:
        raise DateError(_no_date(text))
    if len(found) > 1:
        raise DateError(
            _(
                "“%(text)s” can be read as %(readings)s. Write the month as a word, and the year with four digits.",
                text=text[:LONGEST],
                readings=format_all((format_date(day) for day in found), style="or"),
            )
        )
    return found[0]


def read_moment(text: str) -> Moment:
    """The one moment that a text means: a date as above, with a time behind it where one is known."""
    clean = _normal(text)
    if ISO_MOMENT.fullmatch(clean):
        return Moment.parse(clean)
    match = TIME.fullmatch(clean)
    if match is None or not match["before"].strip():
        return Moment(read_date(clean))
    return Moment.parse(f"{read_date(match['before'])}T{_time_of(match)}{match['offset'] or ''}")


def _time_of(match: re.Match[str]) -> str:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and 1 <= hour <= HALF_DAY:
        hour = hour % HALF_DAY + (HALF_DAY if half == "p" else 0)
    try:
        clock = time(hour, int(match["minute"]), int(match["second"] or 0))
    except ValueError as error:
        raise DateError(
            _("There is no time %(text)s: the last one of a day is 23:59:59.", text=match[0][-9:])
        ) from error
    return f"{clock:%H:%M:%S}" if match["second"] else f"{clock:%H:%M}"


def _normal(text: str) -> str:
    clean = " ".join(text.split()).strip(" ,")
    if not clean or len(clean) > LONGEST:
        raise DateError(_no_date(text))
    return clean


def _no_date(text: str) -> str:
    return _(
        "“%(text)s” is no date that can be read here. Write it as in %(examples)s, as far as it is known.",
        text=text[:LONGEST],
        examples=format_all(["1884", format_date(PartialDate(1884, 10)), format_date(PartialDate(1884, 10, 13))]),
    )


def _readings(text: str) -> Iterator[PartialDate]:
    if years := printed_years(text):
        yield from _of_second_calendar(text, {year.gregorian for year in years})
    elif match := ISO.fullmatch(text) or EAST_ASIAN.fullmatch(text):
        yield PartialDate(*(int(part) for part in match.groups() if part is not None))
    elif match := NUMBERS.fullmatch(text):
        yield from _of_numbers(match)
    else:
        yield from _of_words(text)


def _of_second_calendar(text: str, years: set[int]) -> Iterator[PartialDate]:
    """A year of another calendar stands for the year, beside which the year itself may stand too."""
    rest = PRINTED_YEAR.sub(" ", text)
    rest = re.sub(r"\bгод[ау]?\b", " ", rest, flags=re.IGNORECASE).replace("·", " ").strip(" ,()/=")
    for year in years:
        if not rest:
            yield PartialDate(year)
            continue
        with suppress(DateError):
            yield from (day for day in _readings(_normal(rest.replace("()", ""))) if day.year == year)
            return
        yield from _readings(_normal(f"{rest} {year}"))


def _of_numbers(match: re.Match[str]) -> Iterator[PartialDate]:
    first, mark, second, other_mark, year_text = match.groups()
    if mark and mark != other_mark:
        return
    for year in _years(year_text):
        if first is None:
            if len(year_text) == FOUR_DIGITS:
                yield PartialDate(year, int(second))
            continue
        # With points the day comes first wherever points are used; with strokes the two halves of the world differ.
        orders = [(second, first)] if other_mark == "." else [(second, first), (first, second)]
        yield from _possible(year, orders)


def _possible(year: int, orders: list[tuple[str, str]]) -> Iterator[PartialDate]:
    refused = None
    found = False
    for month, day in orders:
        try:
            reading = PartialDate(year, int(month), int(day))
        except DateError as error:
            refused = error
        else:
            found = True
            yield reading
    if refused and not found:
        raise refused


def _years(text: str) -> list[int]:
    return [century + int(text) for century in CENTURIES] if len(text) == TWO_DIGITS else [int(text)]


def _of_words(text: str) -> Iterator[PartialDate]:
    words = [word.lower() for word in WORD.findall(text)]
    numbers = NUMBER.findall(text)
    months = {_months()[word] for word in words if word in _months()}
    weekdays = {_weekdays()[word] for word in words if word in _weekdays() and word not in _months()}
    unknown = [word for word in words if word not in _months() and word not in _weekdays() and word not in FILLERS]
    years = [int(number) for number in numbers if len(number) == FOUR_DIGITS]
    days = [int(number) for number in numbers if len(number) <= TWO_DIGITS]
    if unknown or len(years) != 1 or len(days) > 1 or len(months) > 1 or len(years + days) != len(numbers):
        return
    if not months:
        if not days and not weekdays:
            yield PartialDate(years[0])
        return
    day = PartialDate(years[0], next(iter(months)), *days)
    if weekdays and weekday_of(day) not in weekdays:
        raise DateError(_("%(date)s was another day of the week. Look at both.", date=format_date(day)))
    yield day


@cache
def _months() -> dict[str, int]:
    """Names of months in every language of the interface, whole and shortened."""
    names: dict[str, int] = {}
    for locale in _locales():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names |= {_word(name): number for number, name in locale.months[context][width].items()}
    return {"sept": 9, **names}


@cache
def _weekdays() -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in _locales():
        for width in ("wide", "abbreviated"):
            names |= {_word(name): number for number, name in locale.days["format"][width].items()}
    return names


def _locales() -> list[Locale]:
    return [locale_of(tag) for tag in languages.LANGUAGES]


def _word(name: str) -> str:
    return name.rstrip(".").lower()
