"""What a case brings while it comes in: rows by their local ids, the lines of refusals, progress."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.exc import DBAPIError

from confapp.accounts.models import User
from confapp.conferences.models import Conference
from confapp.dates import Moment
from confapp.errors import RuleViolation
from confapp.floor.models import LogEntry
from confapp.imports.fields import Entry
from confapp.imports.loading import CaseFile
from confapp.imports.problems import CaseRefused, Problem
from confapp.imports.references import SECTIONS
from confapp.imports.schema import Path

Say = Callable[[str], None]
OF_BODIES = ("organizations", "organs", "committees")


def silent(_text: str) -> None:
    """Say nothing."""


@dataclass
class Bringing:
    """One case on its way in."""

    file: CaseFile
    by: User | None = None
    say: Say = silent
    rows: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    told: dict[tuple[str, str], LogEntry] = field(default_factory=dict)
    """The log entry that tells of a vote, a ruling or a decision."""
    mentions: list[tuple[str, LogEntry, str, Path]] = field(default_factory=list)
    """What the log tells of motions: the motion, where, and what happened to it."""
    ends: dict[str, Moment | None] = field(default_factory=dict)
    """When each delegate left, for whoever took the place."""

    @property
    def case(self) -> Entry:
        return self.file.case

    @property
    def conference(self) -> Conference:
        conference: Conference = self.rows["bodies"]["conference"]
        return conference

    def keep(self, section: str, name: str | None, row: Any) -> None:
        """Remember the row that an entry became."""
        if name is None:
            name = f"~{len(self.rows[section]) + 1}"
        self.rows[section][name] = row
        if section in OF_BODIES:
            self.rows["bodies"][name] = row

    def row(self, sections: list[str], name: str) -> Any:
        """The row behind a local id."""
        for section in sections:
            if name in self.rows[section]:
                return self.rows[section][name]
        what = _(" or ").join(str(SECTIONS[section]) for section in sections)
        raise RuleViolation(
            _("the %(what)s “%(name)s” comes about later than what refers to it here", what=what, name=name)
        )

    def each(self, key: str, do: Callable[[Path, Entry], None], path: Path = (), entry: Entry | None = None) -> None:
        """Do something with every entry of a list, of the case or inside an entry; what is refused has its line."""
        for place, member in enumerate((self.case if entry is None else entry).get(key, ())):
            here = (*path, key, place)
            with self.at(here):
                do(here, member)

    @contextmanager
    def at(self, path: Path) -> Iterator[None]:
        """Tell what is refused in here with the line of the entry."""
        try:
            yield
        except CaseRefused:
            raise
        except RuleViolation as error:
            raise self.refusal(path, error.message) from error
        except DBAPIError as error:
            raise self.refusal(path, _("the database refuses this: %(why)s", why=_first_line(error))) from error

    def refusal(self, path: Path, reason: str) -> CaseRefused:
        """The case cannot come in because of this entry."""
        return CaseRefused([Problem(self.file.lines.of(path), reason)], name=self.file.name)


def _first_line(error: DBAPIError) -> str:
    return (str(error.orig).splitlines() or [""])[0]
