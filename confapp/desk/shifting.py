"""Moving dates: by whole days, each as precise as it was, and on the same clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from flask_babel import gettext as _

from confapp.dates import Moment, PartialDate, as_zone
from confapp.errors import RuleViolation

# A month or a year moves by where its middle comes to lie.
MID_MONTH, MID_YEAR = 15, 7


@dataclass(frozen=True, slots=True)
class Shift:
    """How far dates move, and the clock on which times stay what they were."""

    by: timedelta = timedelta()
    zone: str | None = None

    @classmethod
    def between(cls, old: PartialDate | None, new: PartialDate, zone: str | None) -> Shift:
        """From one first day to another; a new one that is less precise would leave the others without a place."""
        if old is None:
            return cls(zone=zone)
        if old.day is not None and new.day is None:
            raise RuleViolation(_("Write the day, so that all other dates can move with it."), field="starts_on")
        return cls(new.earliest - old.earliest, zone)

    def day(self, value: PartialDate | None) -> PartialDate | None:
        """The date as precise as it was."""
        if value is None:
            return None
        moved = self._moved(date(value.year, value.month or MID_YEAR, value.day or MID_MONTH))
        if value.day is not None:
            return PartialDate.of(moved)
        return PartialDate(moved.year, moved.month if value.month is not None else None)

    def moment(self, value: Moment | None) -> Moment | None:
        """The moment at the same time of its day; its offset follows the clock, which may have changed."""
        if value is None:
            return None
        day = self.day(value.date)
        if day is None or value.time is None:
            return Moment(day) if day else None
        return Moment(day, value.time, None, value.with_seconds).in_zone(self.zone)

    def instant(self, value: datetime | None) -> datetime | None:
        """The instant at which the clock shows the same time on the other day."""
        if value is None:
            return None
        zone = as_zone(self.zone) or UTC
        local = value.astimezone(zone)
        return datetime.combine(self._moved(local.date()), local.time(), zone).astimezone(UTC)

    def _moved(self, day: date) -> date:
        try:
            return day + self.by
        except OverflowError as error:
            raise RuleViolation(_("That is too far from the old dates."), field="starts_on") from error
