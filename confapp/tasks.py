"""What waits for somebody: each noun says what it knows of, and `/me/` and the desk show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple


class Task(NamedTuple):
    """One thing to do: what, where, and until when; of a conference, where it belongs to one."""

    title: str
    href: str
    due: date | None = None
    conference_id: int | None = None


Source = Callable[[Any, int | None], Iterable[Task]]

_sources: list[Source] = []


def source(find: Source) -> Source:
    """Ask this function, too, what waits for a user, in one conference or (with None) in all.

    It looks at the user's grants itself, and may give more than was asked for.
    """
    if find not in _sources:
        _sources.append(find)
    return find


def tasks_of(user: Any, conference_id: int | None = None) -> list[Task]:
    """What waits for the user, the most urgent first; of one conference, or of all."""
    found = [task for find in _sources for task in find(user, conference_id)]
    kept = [task for task in found if conference_id in {None, task.conference_id}]
    return sorted(kept, key=lambda task: (task.due or date.max, task.title))
