"""A few words around what was found, and numbers in a row."""

from __future__ import annotations

from collections.abc import Iterable

from confapp.formatting import format_all

AROUND = 28
ELLIPSIS = "…"


def excerpt(text: str, start: int, end: int) -> str:
    """The place in its words: cut between words on both sides, on one line."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = text.rfind(" ", end, last)
        last = max(last, end)
    inner = " ".join(text[first:last].split())
    return f"{ELLIPSIS if first else ''}{inner}{ELLIPSIS if last < len(text) else ''}"


def listed(things: Iterable[object]) -> str:
    """“1, 2 and 3” in the language of the page."""
    return format_all([str(thing) for thing in things])
