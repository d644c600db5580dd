"""How two canonical cases differ, entry by entry, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext as _

NAMES = ("id", "label", "official", "session", "name", "title")
LONGEST = 120
NOTHING = object()


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """`sessions 3 · held_on: 1884-10-06 → 1884-10-07`, one a line."""
    return [_line(path, before, after) for path, before, after in _compared("", old, new)]


def _line(path: str, before: Any, after: Any) -> str:
    if before is NOTHING:
        return _("%(path)s: only in the file: %(value)s", path=path, value=_shown(after))
    if after is NOTHING:
        return _("%(path)s: not in the file: %(value)s", path=path, value=_shown(before))
    return _("%(path)s: %(before)s → %(after)s", path=path, before=_shown(before), after=_shown(after))


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _compared(path: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys([*old, *new]):
            yield from _compared(_below(path, key), old.get(key, NOTHING), new.get(key, NOTHING))
    elif isinstance(old, list) and isinstance(new, list) and (pairs := _paired(old, new)) is not None:
        for name, before, after in pairs:
            yield from _compared(f"{path} {name}", before, after)
    else:
        yield path, old, new


def _below(path: str, key: str) -> str:
    return f"{path} · {key}" if path else key


def _paired(old: list[Any], new: list[Any]) -> list[tuple[str, Any, Any]] | None:
    """Entries of two lists by their names, or by their places where they have none; None where they are words."""
    if not all(isinstance(member, Mapping) for member in (*old, *new)):
        return None
    before, after = _by_name(old), _by_name(new)
    if before is None or after is None:
        before, after = _by_place(old), _by_place(new)
    names = dict.fromkeys([*before, *after])
    return [(name, before.get(name, NOTHING), after.get(name, NOTHING)) for name in names]


def _by_place(entries: list[Any]) -> dict[str, Any]:
    return {str(place): entry for place, entry in enumerate(entries, 1)}


def _by_name(entries: list[Any]) -> dict[str, Any] | None:
    key = next((key for key in NAMES if all(key in entry for entry in entries)), None)
    if key is None:
        return None
    named = {str(entry[key]): entry for entry in entries}
    return named if len(named) == len(entries) else None
