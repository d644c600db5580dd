"""What is wrong with a case, with its lines; several at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.errors import RuleViolation
from confapp.imports.schema import Path

MOST_SHOWN = 40


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, and the line it stands in."""

    line: int
    reason: str


class Lines:
    """In which line each value of a case stands; what has none of its own has that of what it is part of."""

    def __init__(self) -> None:
        self.known: dict[Path, int] = {}

    def of(self, path: Path) -> int:
        for length in range(len(path), -1, -1):
            if path[:length] in self.known:
                return self.known[path[:length]]
        return 1


class CaseRefused(RuleViolation):
    """A case that cannot be taken as it is; nothing was written."""

    def __init__(self, problems: Iterable[Problem], *, name: str = "") -> None:
        self.problems = sorted(set(problems))
        self.name = name
        super().__init__("\n".join(self.sentences()))

    def sentences(self) -> list[str]:
        """`FILE:LINE: reason`, one a line, the first in the file first."""
        shown = [f"{self.name}:{problem.line}: {problem.reason}" for problem in self.problems[:MOST_SHOWN]]
        more = len(self.problems) - len(shown)
        if more:
            shown.append(ngettext("… and %(num)s more problem", "… and %(num)s more problems", more))
        return shown


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A suggestion to put behind a reason, or nothing."""
    close = get_close_matches(wrong, list(known), n=1)
    return _("; did you mean “%(name)s”?", name=close[0]) if close else ""
