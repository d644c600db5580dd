"""English: numbers, lists, days and hours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from confapp.dates import Moment, PartialDate
from confapp.formatting import format_date, format_day
from confapp.ordinals import EN_CARDINALS, EN_TENS, ordinal_words
from confapp.records.prose import MARK

NOON = 12
LARGEST_IN_WORDS = 99


def cardinal(number: int) -> str:
    """A number in words as far as ninety-nine, in figures beyond; none is “no”."""
    if not 0 < number <= LARGEST_IN_WORDS:
        return f"{number:,}" if number else "no"
    if number < len(EN_CARDINALS):
        return EN_CARDINALS[number]
    tens, ones = divmod(number, 10)
    return EN_TENS[tens] + (f"-{EN_CARDINALS[ones]}" if ones else "")


def ordinal(number: int) -> str:
    """“first”, “twenty-third”."""
    return ordinal_words(number, "en")


def count(number: int, one: str, many: str) -> str:
    """“one delegation”, “twenty-five delegations”."""
    return f"{cardinal(number)} {one if number == 1 else many}"


def listing(items: Sequence[str]) -> str:
    """“A, B and C”; with semicolons where an item has commas of its own."""
    if len(items) < 2:  # noqa: PLR2004  nothing to join
        return "".join(items)
    mark, last = ("; ", "; and ") if any("," in item or ";" in item for item in items) else (", ", " and ")
    return f"{mark.join(items[:-1])}{last}{items[-1]}"


def the(title: str) -> str:
    """“the *Final Act*”; none before a title with an article or a number of its own, or of another script."""
    plain = MARK.sub("", title).strip("*\\")
    has_own = re.match(r"(?:The|A|An)\s|\w+\s(?:[IVXLC]+|\d+)\b", plain)
    is_latin = re.match(r"[A-Za-zÀ-ɏ]", plain)
    return title if has_own or not is_latin else f"the {title}"


def hour(at: time) -> str:
    """“noon”, “1 p.m.”, “3.45 p.m.”"""
    if (at.hour, at.minute) in {(NOON, 0), (0, 0)}:
        return "noon" if at.hour else "midnight"
    minutes = f".{at.minute:02d}" if at.minute else ""
    return f"{(at.hour - 1) % NOON + 1}{minutes} {'a.m.' if at.hour < NOON else 'p.m.'}"


def date(day: PartialDate, *, weekday: bool = False) -> str:
    """“1884”, “October 1884”, “13 October 1884”, “Monday, 13 October 1884”."""
    return format_day(day, "en") if weekday else format_date(day, "en")


def on(day: PartialDate, *, weekday: bool = False) -> str:
    """“on 13 October 1884”, “in October 1884”."""
    return f"{'in' if day.day is None else 'on'} {date(day, weekday=weekday)}"


def at_hour(moment: Moment | None) -> str:
    """“at 1 p.m.”, or nothing where the hour is not known."""
    return "" if moment is None or moment.time is None else f"at {hour(moment.time)}"


def when(moment: Moment, *, weekday: bool = False) -> str:
    """“on 13 October 1884 at 1 p.m.”, as far as it is known."""
    mark = ", " if weekday else " "
    return mark.join(part for part in (on(moment.date, weekday=weekday), at_hour(moment)) if part)
