"""Terms and periods between two stated moments: what they certainly mean, and what they can mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from confapp.dates import FIRST_INSTANT, LAST_INSTANT, DateError, Moment, Zone


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open time [start, end) between two moments as they were stated; None is open."""

    start: Moment | None = None
    end: Moment | None = None

    def __post_init__(self) -> None:
        """Refuse what certainly ends before it starts."""
        if self.start and self.end and _certainly_before(self.end, self.start):
            raise DateError(
                _("%(end)s is before %(start)s: the end stands before the start.", start=self.start, end=self.end)
            )

    def certain(self, zone: Zone = None) -> tuple[datetime, datetime] | None:
        """The time that lies in it whatever its ends mean, as half-open UTC instants; None if there may be none."""
        first = self.start.latest(zone) if self.start else FIRST_INSTANT
        last = self.end.earliest(zone) if self.end else LAST_INSTANT
        return (first, last) if first < last else None

    def possible(self, zone: Zone = None) -> tuple[datetime, datetime]:
        """The longest time that it can mean, as half-open UTC instants."""
        first = self.start.earliest(zone) if self.start else FIRST_INSTANT
        return first, max(first, self.end.latest(zone) if self.end else LAST_INSTANT)

    def certainly_overlaps(self, other: Span, zone: Zone = None) -> bool:
        """Whether the two share time whatever their ends mean."""
        mine, theirs = self.certain(zone), other.certain(zone)
        return mine is not None and theirs is not None and _share_time(mine, theirs)

    def possibly_overlaps(self, other: Span, zone: Zone = None) -> bool:
        """Whether the two can share time."""
        return _share_time(self.possible(zone), other.possible(zone))

    def certainly_covers(self, at: Moment, zone: Zone = None) -> bool:
        """Whether the moment lies in it whatever both mean."""
        certain = self.certain(zone)
        return certain is not None and certain[0] <= at.earliest(zone) and at.latest(zone) < certain[1]

    def possibly_covers(self, at: Moment, zone: Zone = None) -> bool:
        """Whether the moment can lie in it: its first instant counts, its last one does not."""
        first, last = self.possible(zone)
        return first <= at.latest(zone) and at.earliest(zone) < last


def _share_time(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def _certainly_before(one: Moment, other: Moment) -> bool:
    if one.instant is not None and other.instant is not None:
        return one.instant < other.instant
    if one.local is not None and other.local is not None and one.offset == other.offset:
        return one.local < other.local
    return one.date.latest < other.date.earliest
