"""Dates and moments as precise as their source: never completed with invented days, hours or offsets."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal, Self
from zoneinfo import ZoneInfo

from flask_babel import gettext as _

from confapp.errors import RuleViolation

Precision = Literal["year", "month", "day"]
Zone = ZoneInfo | str | None

MONTHS = range(1, 13)
MINUTES_PER_HOUR = 60
# Local mean time ran from -15:56 (Manila, until 1844) to +15:14 (Metlakatla, until 1867): no clock was further off.
FURTHEST_OFFSET = timedelta(hours=16)
FIRST_INSTANT = datetime.min.replace(tzinfo=UTC)
LAST_INSTANT = datetime.max.replace(tzinfo=UTC)

DATE_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
TIME_SHAPE = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,6}))?)?")
OFFSET_SHAPE = re.compile(r"Z|([+-])([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")


class DateError(RuleViolation, ValueError):
    """What was written is no date, time or zone; the message says why, in a sentence."""


def days_in_month(year: int, month: int) -> int:
    """How many days the month has (Gregorian, also before 1582)."""
    return monthrange(year, month)[1]


def _month_name(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day of the Gregorian calendar. Two of them compare only through their bounds."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is in no calendar."""
        if not MINYEAR <= self.year <= MAXYEAR:
            raise DateError(_("There is no year %(year)s here: years run from 0001 to 9999.", year=f"{self.year:04d}"))
        if self.month is None:
            if self.day is not None:
                raise DateError(_("A day needs its month."))
            return
        if self.month not in MONTHS:
            raise DateError(_("There is no month %(month)s: months run from 01 to 12.", month=f"{self.month:02d}"))
        if self.day is not None and not 1 <= self.day <= days_in_month(self.year, self.month):
            raise DateError(
                _(
                    "There is no day %(day)s in %(month)s: days run from 01 to %(last)s.",
                    day=f"{self.day:02d}",
                    month=_month_name(self.year, self.month),
                    last=days_in_month(self.year, self.month),
                )
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1884`, `1884-10` or `1884-10-13`, and nothing else."""
        match = DATE_SHAPE.fullmatch(text)
        if match is None:
            raise DateError(
                _("“%(text)s” is not a date: write 1884, 1884-10 or 1884-10-13, as far as it is known.", text=text[:40])
            )
        return cls(*(int(part) for part in match.groups() if part is not None))

    @classmethod
    def of(cls, day: date) -> Self:
        """The full date."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        """Write what `parse` reads."""
        return f"{self.year:04d}" + "".join(f"-{part:02d}" for part in (self.month, self.day) if part is not None)

    @property
    def precision(self) -> Precision:
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or MONTHS[-1]
        return date(self.year, month, self.day or days_in_month(self.year, month))

    def includes(self, day: date) -> bool:
        """Whether it can mean this day."""
        return self.earliest <= day <= self.latest


def weekday_of(day: PartialDate) -> int | None:
    """Monday is 0; None where the day is not known."""
    return day.earliest.weekday() if day.day is not None else None


@cache
def zone_named(name: str) -> ZoneInfo:
    """The IANA time zone; an unknown name is refused."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise DateError(_("“%(name)s” is not a time zone: write one like Europe/Paris.", name=name[:60])) from error


def as_zone(zone: Zone) -> ZoneInfo | None:
    """The zone of a name, a zone as it is, and nothing for an unknown one."""
    return zone_named(zone) if isinstance(zone, str) else zone


def _to_utc(local: datetime, zone: ZoneInfo, fold: int) -> datetime:
    try:
        return local.replace(tzinfo=zone, fold=fold).astimezone(UTC)
    except OverflowError:
        return FIRST_INSTANT if local.year == 1 else LAST_INSTANT


def _shifted(local: datetime, by: timedelta) -> datetime:
    try:
        return local.replace(tzinfo=UTC) + by
    except OverflowError:
        return FIRST_INSTANT if by < timedelta() else LAST_INSTANT


def _earliest_of(local: datetime, zone: ZoneInfo | None) -> datetime:
    return _shifted(local, -FURTHEST_OFFSET) if zone is None else min(_to_utc(local, zone, fold) for fold in (0, 1))


def _latest_of(local: datetime, zone: ZoneInfo | None) -> datetime:
    return _shifted(local, FURTHEST_OFFSET) if zone is None else max(_to_utc(local, zone, fold) for fold in (0, 1))


def _start_of_day(day: date, zone: ZoneInfo | None) -> datetime:
    """Find the first instant of the day; where clocks sprang over midnight, the one at which they did."""
    midnight = datetime.combine(day, time())
    return _earliest_of(midnight, None) if zone is None else _to_utc(midnight, zone, 0)


def _parse_time(text: str) -> time:
    match = TIME_SHAPE.fullmatch(text)
    if match is None:
        raise DateError(_("“%(text)s” is not a time: write 13:00 or 13:00:30.", text=text[:40]))
    hour, minute, second = (int(part or 0) for part in match.groups()[:3])
    try:
        return time(hour, minute, second, int((match[4] or "").ljust(6, "0")))
    except ValueError as error:
        raise DateError(_("There is no time %(text)s: the last one of a day is 23:59:59.", text=text)) from error


def _parse_offset(text: str) -> timedelta:
    match = OFFSET_SHAPE.fullmatch(text)
    if match is None:
        raise DateError(_("“%(text)s” is not an offset from UTC: write Z, +02:00 or -05:00.", text=text[:40]))
    if text == "Z":
        return timedelta()
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if max(minutes, seconds) >= MINUTES_PER_HOUR or offset > FURTHEST_OFFSET or (match[1] == "-" and not offset):
        raise DateError(_("There is no offset %(text)s from UTC.", text=text))
    return -offset if match[1] == "-" else offset


def _offset_text(offset: timedelta) -> str:
    if not offset:
        return "Z"
    minutes, seconds = divmod(abs(offset).seconds, 60)
    tail = f":{seconds:02d}" if seconds else ""
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02d}:{minutes % 60:02d}{tail}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A partial date, a local date and time, or (with its offset) an exact instant, as its source states it.

    `with_seconds` remembers whether seconds were stated: 13:00 and 13:00:00 are written differently.
    """

    date: PartialDate
    time: time | None = None
    offset: timedelta | None = None
    with_seconds: bool = False

    def __post_init__(self) -> None:
        """Refuse a time without its day and an offset without its time."""
        if self.time is not None and self.date.day is None:
            raise DateError(_("A time needs its day."))
        if self.offset is not None and self.time is None:
            raise DateError(_("An offset from UTC needs its time."))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a partial date, `1884-10-13T13:00`, or `1884-10-13T13:00:30-05:00` (`Z` for UTC), and nothing else."""
        day, mark, rest = text.partition("T")
        if not mark:
            return cls(PartialDate.parse(day))
        split = min((at for at in map(rest.find, "Z+-") if at >= 0), default=len(rest))
        offset = _parse_offset(rest[split:]) if split < len(rest) else None
        return cls(PartialDate.parse(day), _parse_time(rest[:split]), offset, rest[:split].count(":") > 1)

    @classmethod
    def of(cls, instant: datetime, zone: Zone = None) -> Self:
        """The moment on the clock of the zone (UTC without one), with its offset and its seconds."""
        if instant.tzinfo is None:
            raise DateError(_("An instant needs its time zone."))
        local = instant.astimezone(as_zone(zone) or UTC)
        return cls(PartialDate.of(local.date()), local.time(), local.utcoffset(), with_seconds=True)

    def __str__(self) -> str:
        """Write what `parse` reads."""
        if self.time is None:
            return str(self.date)
        offset = "" if self.offset is None else _offset_text(self.offset)
        return f"{self.date}T{self.time_text}{offset}"

    @property
    def time_text(self) -> str:
        """The time as it was stated: `13:00`, `13:00:30`, `13:00:30.25`; empty without one."""
        if self.time is None:
            return ""
        if not (self.with_seconds or self.time.second or self.time.microsecond):
            return f"{self.time:%H:%M}"
        fraction = f".{self.time.microsecond:06d}".rstrip("0.")
        return f"{self.time:%H:%M:%S}{fraction}"

    @property
    def local(self) -> datetime | None:
        """What calendar and clock on the wall showed, without a zone; None where the time is not known."""
        return None if self.time is None else datetime.combine(self.date.earliest, self.time)

    @property
    def instant(self) -> datetime | None:
        """The instant in UTC, where the offset is known."""
        if self.local is None or self.offset is None:
            return None
        return _shifted(self.local, -self.offset)

    def earliest(self, zone: Zone = None) -> datetime:
        """The first instant that it can mean, in UTC. Without a zone, anywhere on earth."""
        if self.instant is not None:
            return self.instant
        if self.local is not None:
            return _earliest_of(self.local, as_zone(zone))
        return _start_of_day(self.date.earliest, as_zone(zone))

    def latest(self, zone: Zone = None) -> datetime:
        """The last instant that it can mean, in UTC: of a whole day, the last microsecond of it."""
        if self.instant is not None:
            return self.instant
        return _latest_of(self.local or datetime.combine(self.date.latest, time.max), as_zone(zone))

    def in_zone(self, zone: Zone) -> Self:
        """Resolve the offset on the clock of the zone.

        Nothing is guessed: it comes back unchanged where the time or the zone is not known, where it has an offset
        already, and where the clocks showed that time twice or never (`clock_fault` tells).
        """
        known = as_zone(zone)
        if known is None or self.local is None or self.offset is not None or self.clock_fault(known):
            return self
        return replace(self, offset=self.local.replace(tzinfo=known).utcoffset())

    def clock_fault(self, zone: Zone) -> Literal["twice", "never"] | None:
        """Whether the clocks of the zone showed this time twice (set back) or never (set forward)."""
        known = as_zone(zone)
        if known is None or self.local is None or self.offset is not None:
            return None
        first, second = (self.local.replace(tzinfo=known, fold=fold).utcoffset() for fold in (0, 1))
        if first is None or second is None or first == second:
            return None
        return "twice" if first > second else "never"
