"""Dates of an edition in its language, as precise as they are written."""

from __future__ import annotations

from datetime import date, datetime

from confapp.dates import DateError, Moment
from confapp.formatting import format_moment, format_span


def written(text: str, language: str) -> str:
    """A date or moment (`1884`, `1884-10-13`, `1884-10-13T13:00`) as people write it; anything else as it stands."""
    moment = _moment(text)
    return format_moment(moment, language) if moment else text


def span(start: str | None, end: str | None, language: str) -> str:
    """From one date to another, with what they share said once; empty where neither is known."""
    first, last = _moment(start), _moment(end)
    if first and last:
        return format_span(first, last, language)
    return " – ".join(written(text, language) for text in (start, end) if text)


def day_of(instant: str) -> date:
    """The day of an instant in UTC."""
    return datetime.fromisoformat(instant).date()


def _moment(text: str | None) -> Moment | None:
    try:
        return Moment.parse(text) if text else None
    except DateError:
        return None
