"""A date as people type it, in the reader's language or in English: for pages that are seen as of a date."""

from __future__ import annotations

import re

from babel import Locale

from confapp.dates import DateError, PartialDate
from confapp.formatting import locale_of

LONGEST = 60
SHORTEST_NAME = 3
TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
DAY_FIRST = re.compile(r"([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})")
YEAR_FIRST = re.compile(r"([0-9]{4})[./ -]([0-9]{1,2})(?:[./ -]([0-9]{1,2}))?")
YEAR_DIGITS = 4


def typed_date(text: str) -> PartialDate | None:
    """“1884”, “1884-10-13”, “13.10.1884”, “October 1884”, “13 October 1884”; None for what is no date."""
    text = " ".join(text.split())[:LONGEST]
    try:
        return PartialDate(*_numbers(text))
    except DateError:
        return None


def _numbers(text: str) -> list[int]:
    """Year, month and day, as far as they are there; year 0, which is no year, where none is."""
    if match := YEAR_FIRST.fullmatch(text):
        return [int(part) for part in match.groups() if part]
    if match := DAY_FIRST.fullmatch(text):
        return [int(part) for part in reversed(match.groups())]
    return _in_words(TOKEN.findall(text.lower()))


def _in_words(tokens: list[str]) -> list[int]:
    years = [int(token) for token in tokens if token.isdecimal() and len(token) == YEAR_DIGITS]
    days = [int(token) for token in tokens if token.isdecimal() and len(token) < YEAR_DIGITS - 1]
    months = [month for token in tokens if (month := _month(token))]
    if len(years) != 1 or len(days) > 1 or len(months) > 1 or (days and not months):
        return [0]
    return [*years, *months, *days]


def _month(token: str) -> int:
    """The month that a word begins to name, in the reader's language or in English; 0 for none."""
    if len(token) < SHORTEST_NAME:
        return 0
    for locale in (locale_of(), Locale("en")):
        for context in ("format", "stand-alone"):
            for number, name in locale.months[context]["wide"].items():
                if name.lower().startswith(token):
                    return int(number)
    return 0
