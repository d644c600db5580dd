"""Russian: numbers with their nouns, lists, days and hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from confapp.dates import Moment, PartialDate, weekday_of
from confapp.formatting import format_date, format_day

NOON = 12
WEEKDAYS = (
    "в понедельник",
    "во вторник",
    "в среду",
    "в четверг",
    "в пятницу",
    "в субботу",
    "в воскресенье",
)
MONTHS = (
    "в январе",
    "в феврале",
    "в марте",
    "в апреле",
    "в мае",
    "в июне",
    "в июле",
    "в августе",
    "в сентябре",
    "в октябре",
    "в ноябре",
    "в декабре",
)


def is_one(number: int) -> bool:
    """Whether the noun stands in the singular: 1, 21, 101, but not 11."""
    return number % 10 == 1 and number % 100 != 11  # noqa: PLR2004  the teens


def is_few(number: int) -> bool:
    """Whether the noun stands in the genitive singular: 2 to 4, 22 to 24, but not 12 to 14."""
    return number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}


def count(number: int, one: str, few: str, many: str) -> str:
    """“1 делегация”, “2 делегации”, “5 делегаций”."""
    return f"{number} {one if is_one(number) else few if is_few(number) else many}"


def verb(number: int, one: str, many: str) -> str:
    """The verb that goes with so many of something."""
    return one if is_one(number) else many


def listing(items: Sequence[str]) -> str:
    """“A, B и C”; with semicolons where an item has commas of its own."""
    if len(items) < 2:  # noqa: PLR2004  nothing to join
        return "".join(items)
    mark, last = ("; ", "; ") if any("," in item or ";" in item for item in items) else (", ", " и ")
    return f"{mark.join(items[:-1])}{last}{items[-1]}"


def hour(at: time) -> str:
    """“в полдень”, “в 13 часов”, “в 15 часов 45 минут”."""
    if (at.hour, at.minute) in {(NOON, 0), (0, 0)}:
        return "в полдень" if at.hour else "в полночь"
    minutes = f" {count(at.minute, 'минуту', 'минуты', 'минут')}" if at.minute else ""
    return f"в {count(at.hour, 'час', 'часа', 'часов')}{minutes}"


def date(day: PartialDate, *, weekday: bool = False) -> str:
    """“1884 год”, “октябрь 1884 года”, “13 октября 1884 года”, “понедельник, 13 октября 1884 года”."""
    if day.month is None:
        return f"{day.year} год"
    return format_day(day, "ru") if weekday else format_date(day, "ru")


def on(day: PartialDate, *, weekday: bool = False) -> str:
    """“в 1884 году”, “в октябре 1884 года”, “в понедельник, 13 октября 1884 года”."""
    if day.month is None:
        return f"в {day.year} году"
    if day.day is None:
        return f"{MONTHS[day.month - 1]} {day.year} года"
    name = weekday_of(day)
    return f"{WEEKDAYS[name]}, {format_date(day, 'ru')}" if weekday and name is not None else format_date(day, "ru")


def at_hour(moment: Moment | None) -> str:
    """“в 13 часов”, or nothing where the hour is not known."""
    return "" if moment is None or moment.time is None else hour(moment.time)


def when(moment: Moment, *, weekday: bool = False) -> str:
    """“13 октября 1884 года, в 13 часов”, as far as it is known."""
    return ", ".join(part for part in (on(moment.date, weekday=weekday), at_hour(moment)) if part)
