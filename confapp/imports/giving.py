"""What an export works with: the conference, and the local id of every row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from confapp.conferences.models import Conference
from confapp.imports import queries
from confapp.imports.models import CaseEntry
from confapp.imports.references import RESERVED, THE_CONFERENCE
from confapp.text import slugify

OF_BODIES = {"organizations", "organs", "committees"}
UNNAMED = "~"
LONGEST = 60


class Giving:
    """One conference on its way out."""

    def __init__(self, of: Conference | None = None) -> None:
        self.of = of
        self.zone = of.zone if of is not None else None
        self.names: dict[str, dict[int, str]] = defaultdict(dict)
        self.taken: dict[str, set[str]] = defaultdict(set)
        for section, name in RESERVED:
            self.taken[section].add(name)
        if of is not None:
            self.names["bodies"][of.id] = THE_CONFERENCE

    @property
    def conference(self) -> Conference:
        assert self.of is not None
        return self.of

    @cached_property
    def kept(self) -> dict[str, dict[int, CaseEntry]]:
        """The names that the case file gave, by section and row."""
        found: dict[str, dict[int, CaseEntry]] = defaultdict(dict)
        for entry in queries.local_names(self.of) if self.of is not None else ():
            found[entry.section][entry.target_id] = entry
        return found

    def in_order(self, section: str, rows: Iterable[Any]) -> list[Any]:
        """Rows as the case file listed them, then those that came later."""
        places = {target: entry.position for target, entry in self.kept[section].items()}
        return sorted(rows, key=lambda row: (places.get(row.id, len(places) + 1), row.id))

    def call(self, section: str, row_id: int, wish: str) -> str:
        """Name a row: as the case file did, or as near to the wish as is free."""
        kept = self.kept[section].get(row_id)
        space = "bodies" if section in OF_BODIES else section
        name = kept.key if kept is not None and not kept.key.startswith(UNNAMED) else self._free(space, wish)
        self.names[space][row_id] = name
        self.taken[space].add(name)
        return name

    def name(self, sections: list[str], row_id: int) -> str:
        """The local id of a row."""
        spaces = ["bodies" if section in OF_BODIES else section for section in sections]
        return next(self.names[space][row_id] for space in spaces if row_id in self.names[space])

    def _free(self, space: str, wish: str) -> str:
        stem = (wish if _is_id(wish) else slugify(wish))[: LONGEST - 6] or space
        kept = {entry.key for section, entries in self.kept.items() for entry in entries.values() if section == space}
        name, number = stem, 1
        while name in self.taken[space] or name in kept:
            number += 1
            name = f"{stem}-{number}"
        return name


def _is_id(wish: str) -> bool:
    return wish.isascii() and wish[:1].isalnum() and all(char.isalnum() or char in "._-" for char in wish)
