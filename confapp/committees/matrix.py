"""Who answers for what and where: territories × responsibilities, in which what nobody answers for stands out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from confapp.committees.seats import PRESENT
from confapp.officials.models import Appointment


@dataclass(frozen=True, slots=True)
class Cell:
    """One responsibility in one territory; `is_covered` where nobody is named for just this, but for more than it."""

    responsibility: str | None
    holders: list[Appointment]
    is_covered: bool

    @property
    def is_unowned(self) -> bool:
        return not self.holders and not self.is_covered


@dataclass(frozen=True, slots=True)
class Row:
    """A territory (None: the members who answer everywhere) with a cell for each responsibility."""

    territory: str | None
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table; a responsibility of None is that of members who answer for a whole territory."""

    responsibilities: list[str | None]
    rows: list[Row]

    @property
    def unowned(self) -> int:
        return sum(cell.is_unowned for row in self.rows for cell in row.cells)


def matrix_of(seats: Iterable[Appointment]) -> Matrix | None:
    """The table of those who sit now or were asked to; None where no responsibility or no territory was ever given."""
    given = [one for one in seats if one.responsibility or one.territory]
    columns = _named(one.responsibility for one in given)
    territories = _named(one.territory for one in given)
    if not columns or not territories:
        return None
    held: dict[tuple[str | None, str | None], list[Appointment]] = {}
    for one in given:
        if one.state in PRESENT:
            held.setdefault((one.territory, one.responsibility), []).append(one)
    whole: list[str | None] = [*columns, *([None] if any(key[1] is None for key in held) else [])]
    places: list[str | None] = [*territories, *([None] if any(key[0] is None for key in held) else [])]
    return Matrix(whole, [Row(place, [_cell(held, place, what) for what in whole]) for place in places])


def _cell(held: dict[tuple[str | None, str | None], list[Appointment]], place: str | None, what: str | None) -> Cell:
    is_covered = place is None or what is None or (place, None) in held or (None, what) in held
    return Cell(what, held.get((place, what), []), is_covered)


def _named(texts: Iterable[str | None]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]
