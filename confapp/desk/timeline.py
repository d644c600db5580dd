"""The time line of a conference as a picture: where each mark stands, in hundredths of the width, and the table behind.

Nothing is invented: a year or a month is drawn as long as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from flask_babel import gettext as _

from confapp import clock
from confapp.committees.models import Committee
from confapp.conferences.models import Conference
from confapp.dates import Moment, PartialDate
from confapp.formatting import Dated, date_of, format_date, format_days
from confapp.programme.models import Session, SessionState

ROW, TOP, BOTTOM = 46, 8, 30
MOST_COMMITTEES = 6
MOST_TICKS = 5
LEAST_DAYS = 6
NARROWEST = 0.6
MIDDLE = 50
MONTHS = 12


class Stretch(NamedTuple):
    """A part of a row: its days, both inclusive, and what it is."""

    first: date
    last: date
    title: str


class Row(NamedTuple):
    """What stands in one row, under its label; `kind` names its looks."""

    label: str
    kind: str
    stretches: Sequence[Stretch]
    when: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch as it is drawn: from the start of the line, in hundredths of the width."""

    x: float
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row as it is drawn; its label stands at its first mark, or before its last one where there is no room."""

    row: Row
    y: int
    marks: list[Mark]
    label_x: float
    at_end: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the rows, with the date that it stands for."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The whole picture; `today` is where the present day stands, if it does."""

    rows: list[Drawn]
    ticks: list[Tick]
    height: int
    today: float | None
    summary: str


def time_line(conference: Conference, committees: Sequence[Committee], sessions: Sequence[Session]) -> TimeLine | None:
    """The picture, if anything of the conference is dated."""
    rows = [row for row in _rows(conference, committees, sessions) if row.stretches]
    if not rows:
        return None
    first = min(one.first for row in rows for one in row.stretches)
    last = max(one.last for row in rows for one in row.stretches)
    scale = _Scale(first, max(last, first + timedelta(days=LEAST_DAYS)))
    today = clock.now().date()
    return TimeLine(
        rows=[_drawn(row, place, scale) for place, row in enumerate(rows)],
        ticks=_ticks(scale),
        height=TOP + ROW * len(rows) + BOTTOM,
        today=scale.at(today) if scale.first <= today <= scale.last else None,
        summary=_("From %(first)s to %(last)s: %(rows)s.", first=format_date(first), last=format_date(last),
                  rows=", ".join(row.label for row in rows)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def at(self, day: date) -> float:
        return round(100 * (day - self.first).days / self.days, 2)


def _rows(conference: Conference, committees: Sequence[Committee], sessions: Sequence[Session]) -> Iterable[Row]:
    yield _point(_("Announced"), conference.announced_on)
    yield _point(_("Convened"), conference.convened_on)
    for committee in committees[:MOST_COMMITTEES]:
        yield _span(committee.name, "committee", committee.period_start, committee.period_end)
    begun, ended = conference.opened or conference.starts_on, conference.closed or conference.ends_on
    yield _span(_("The conference"), "conference", begun, ended)
    yield _of_sessions([one for one in sessions if one.state is not SessionState.CANCELLED])


def _point(label: str, day: PartialDate | None) -> Row:
    return _span(label, "point", day, None)


def _span(label: str, kind: str, start: Dated | None, end: Dated | None) -> Row:
    first, last = start or end, end or start
    if first is None or last is None:
        return Row(label, kind, (), "")
    when = format_days(date_of(first), date_of(last) if last != first else None)
    earliest, latest = date_of(first).earliest, date_of(last).latest
    return Row(label, kind, (Stretch(earliest, max(earliest, latest), f"{label}: {when}"),), when)


def _of_sessions(sessions: Sequence[Session]) -> Row:
    days = [(one, day) for one in sessions if (day := _day_of(one)) is not None]
    stretches = [
        Stretch(day.earliest, day.latest, _("Session %(label)s: %(date)s", label=one.label, date=format_date(day)))
        for one, day in days
    ]
    if not days:
        return Row(_("Sessions"), "session", (), "")
    ordered = sorted((day for _one, day in days), key=lambda day: (day.earliest, day.latest))
    when = format_days(ordered[0], ordered[-1] if ordered[-1] != ordered[0] else None)
    return Row(_("Sessions (%(count)s)", count=len(days)), "session", stretches, when)


def _day_of(session: Session) -> PartialDate | None:
    if session.held_on is not None:
        return session.held_on
    if isinstance(session.opened, Moment):
        return session.opened.date
    return PartialDate.of(session.planned_start.date()) if session.planned_start else None


def _drawn(row: Row, place: int, scale: _Scale) -> Drawn:
    marks = [_mark(one, scale) for one in row.stretches]
    start = min(mark.x for mark in marks)
    end = max(mark.x + mark.width for mark in marks)
    at_end = start > MIDDLE
    return Drawn(row, TOP + ROW * place, marks, min(100.0, round(end, 2)) if at_end else start, at_end)


def _mark(one: Stretch, scale: _Scale) -> Mark:
    x = scale.at(one.first)
    width = round(scale.at(one.last + timedelta(days=1)) - x, 2)
    if width < NARROWEST:
        return Mark(min(x, 100 - NARROWEST), NARROWEST, one.title)
    return Mark(x, width, one.title)


def _ticks(scale: _Scale) -> list[Tick]:
    """A few round dates: years, months or days, as the line is long."""
    found = next(days for days in (_years(scale), _months(scale), _days(scale)) if len(days) > 1 or days is None)
    step = -(-len(found) // MOST_TICKS)
    return [_tick(scale, day) for day in found[::step]]


def _tick(scale: _Scale, day: PartialDate) -> Tick:
    x = scale.at(day.earliest)
    return Tick(x, format_date(day), "end" if x > 100 - MONTHS else "start" if x < MONTHS else "middle")


def _years(scale: _Scale) -> list[PartialDate]:
    years = range(scale.first.year + 1, scale.last.year + 1)
    return [PartialDate(year) for year in years] if len(years) > 1 else []


def _months(scale: _Scale) -> list[PartialDate]:
    count = (scale.last.year - scale.first.year) * MONTHS + scale.last.month - scale.first.month
    months = [scale.first.month + step for step in range(1, count + 1)]
    return [PartialDate(scale.first.year + (month - 1) // MONTHS, (month - 1) % MONTHS + 1) for month in months]


def _days(scale: _Scale) -> list[PartialDate]:
    return [PartialDate.of(scale.first + timedelta(days=step)) for step in range(scale.days)]
