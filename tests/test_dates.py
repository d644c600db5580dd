"""Partial dates and moments: read and written as stated, bounded, never completed."""

import pickle
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.dates import DateError, Moment, PartialDate, days_in_month, weekday_of, zone_named
from confapp.errors import RuleViolation

DAYS = st.dates()
PARTIAL = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), DAYS, st.integers(min_value=1, max_value=3)
)
OFFSETS = st.integers(min_value=-57600, max_value=57600).map(lambda seconds: timedelta(seconds=seconds))
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Pyongyang", "Pacific/Apia", "America/Sao_Paulo"])


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("1884", "year", date(1884, 1, 1), date(1884, 12, 31)),
        ("1884-02", "month", date(1884, 2, 1), date(1884, 2, 29)),
        ("1900-02", "month", date(1900, 2, 1), date(1900, 2, 28)),
        ("1884-12", "month", date(1884, 12, 1), date(1884, 12, 31)),
        ("1884-10-13", "day", date(1884, 10, 13), date(1884, 10, 13)),
        ("0001", "year", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12", "month", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_partial_date_has_precision_and_bounds(text, precision, earliest, latest):
    day = PartialDate.parse(text)

    assert (str(day), day.precision, day.earliest, day.latest) == (text, precision, earliest, latest)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1884-13", "There is no month 13: months run from 01 to 12."),
        ("1884-00", "There is no month 00: months run from 01 to 12."),
        ("1884-02-30", "There is no day 30 in 1884-02: days run from 01 to 29."),
        ("1884-04-00", "There is no day 00 in 1884-04: days run from 01 to 30."),
        ("0000", "There is no year 0000 here: years run from 0001 to 9999."),
    ],
)
def test_impossible_date_is_refused_with_the_reason(text, reason):
    with pytest.raises(DateError) as refusal:
        PartialDate.parse(text)

    assert refusal.value.message == reason


@pytest.mark.parametrize(
    "text",
    ["", "884", "18844", "+1884", "-1884", "1884-1", "1884-10-1", "1884/10/13", "1884-10-13 ", "1884-10-13\n", "1884-",
     "١٨٨٤", "１８８４", "1884-1０", "1884-10-13-01", "13.10.1884", "about 1884", "1884-10-13T13:00"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(DateError, match="is not a date: write 1884, 1884-10 or 1884-10-13"):
        PartialDate.parse(text)


def test_day_without_month_is_refused():
    with pytest.raises(DateError, match="A day needs its month"):
        PartialDate(1884, None, 13)


def test_date_error_is_a_rule_violation_and_a_value_error():
    assert issubclass(DateError, RuleViolation)
    assert issubclass(DateError, ValueError)


def test_partial_dates_do_not_compare():
    with pytest.raises(TypeError):
        _ = PartialDate(1884) < PartialDate(1885)  # type: ignore[operator]


@pytest.mark.parametrize(("text", "weekday"), [("1884-10-13", 0), ("2021-01-05", 1), ("1884-10", None), ("1884", None)])
def test_weekday_is_known_of_a_full_date_only(text, weekday):
    assert weekday_of(PartialDate.parse(text)) == weekday


def test_partial_date_includes_the_days_it_can_mean():
    assert PartialDate(1884, 10).includes(date(1884, 10, 31))
    assert not PartialDate(1884, 10).includes(date(1884, 11, 1))


@given(PARTIAL)
def test_partial_date_reads_what_it_writes(day):
    assert PartialDate.parse(str(day)) == day
    assert day.includes(day.earliest)
    assert day.includes(day.latest)


@given(DAYS)
def test_partial_date_of_a_day_means_that_day(day):
    assert PartialDate.of(day).earliest == PartialDate.of(day).latest == day


@pytest.mark.parametrize("year", [1, 1884, 1900, 2000, 9999])
def test_months_fill_the_year(year):
    assert sum(days_in_month(year, month) for month in range(1, 13)) in {365, 366}


@pytest.mark.parametrize(
    "text",
    ["1884", "1884-10", "1884-10-13", "1884-10-13T13:00", "1884-10-13T13:00:00", "1884-10-13T13:00:30.25",
     "1884-10-13T13:00Z", "1884-10-13T13:00:30-05:00", "1844-12-30T00:00-15:56", "1870-01-01T00:00-04:56:02"],
)  # fmt: skip
def test_moment_reads_what_it_writes(text):
    assert str(Moment.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1884-10-13T24:00", "There is no time 24:00: the last one of a day is 23:59:59."),
        ("1884-10-13T13:60", "There is no time 13:60: the last one of a day is 23:59:59."),
        ("1884-10-13T13:00:60", "There is no time 13:00:60: the last one of a day is 23:59:59."),
        ("1884-10-13T1:00", "“1:00” is not a time: write 13:00 or 13:00:30."),
        ("1884-10-13T", "“” is not a time: write 13:00 or 13:00:30."),
        ("1884-10-13T13:00 ", "“13:00 ” is not a time: write 13:00 or 13:00:30."),
        ("1884-10-13T13:00+2", "“+2” is not an offset from UTC: write Z, +02:00 or -05:00."),
        ("1884-10-13T13:00Zulu", "“Zulu” is not an offset from UTC: write Z, +02:00 or -05:00."),
        ("1884-10-13T13:00+17:00", "There is no offset +17:00 from UTC."),
        ("1884-10-13T13:00+02:60", "There is no offset +02:60 from UTC."),
        ("1884-10-13T13:00-00:00", "There is no offset -00:00 from UTC."),
        ("1884-10T13:00", "A time needs its day."),
        ("1884-02-30T13:00", "There is no day 30 in 1884-02: days run from 01 to 29."),
    ],
)
def test_impossible_moment_is_refused_with_the_reason(text, reason):
    with pytest.raises(DateError) as refusal:
        Moment.parse(text)

    assert refusal.value.message == reason


def test_offset_without_time_is_refused():
    with pytest.raises(DateError, match="An offset from UTC needs its time"):
        Moment(PartialDate(1884, 10, 13), None, timedelta(hours=1))


def test_stated_seconds_make_another_moment():
    assert Moment.parse("1884-10-13T13:00") != Moment.parse("1884-10-13T13:00:00")


def test_only_an_offset_makes_an_instant():
    assert Moment.parse("1884-10-13T13:00").instant is None
    assert Moment.parse("1884-10-13").instant is None
    assert Moment.parse("1884-10-13T13:00-05:00").instant == utc(1884, 10, 13, 18)


@pytest.mark.parametrize(
    ("text", "zone", "earliest", "latest"),
    [
        ("1884", "America/New_York", utc(1884, 1, 1, 5), utc(1885, 1, 1, 4, 59, 59, 999999)),
        ("1884-10-13", "America/New_York", utc(1884, 10, 13, 5), utc(1884, 10, 14, 4, 59, 59, 999999)),
        ("1884-10-13T13:00", "America/New_York", utc(1884, 10, 13, 18), utc(1884, 10, 13, 18)),
        ("1884-10-13", None, utc(1884, 10, 12, 8), utc(1884, 10, 14, 15, 59, 59, 999999)),
        ("1884-10-13T13:00", None, utc(1884, 10, 12, 21), utc(1884, 10, 14, 5)),
        ("1884-10-13T13:00-05:00", None, utc(1884, 10, 13, 18), utc(1884, 10, 13, 18)),
        # Local mean time, before there were zones.
        ("1880-01-01T12:00", "America/New_York", utc(1880, 1, 1, 16, 56, 2), utc(1880, 1, 1, 16, 56, 2)),
        # The hour that came twice, and the one that never came.
        ("2021-10-31T02:30", "Europe/Berlin", utc(2021, 10, 31, 0, 30), utc(2021, 10, 31, 1, 30)),
        ("2021-03-28T02:30", "Europe/Berlin", utc(2021, 3, 28, 0, 30), utc(2021, 3, 28, 1, 30)),
        # A day that began at one o'clock, and one that lasted 25 hours.
        ("2018-11-04", "America/Sao_Paulo", utc(2018, 11, 4, 3), utc(2018, 11, 5, 1, 59, 59, 999999)),
        ("2021-10-31", "Europe/Berlin", utc(2021, 10, 30, 22), utc(2021, 10, 31, 22, 59, 59, 999999)),
        # The ends of time.
        ("0001-01-01", "Asia/Tokyo", utc(1, 1, 1), utc(1, 1, 1, 14, 41, 0, 999999)),
        ("9999-12-31T23:00", None, utc(9999, 12, 31, 7), datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_moment_has_bounds(text, zone, earliest, latest):
    moment = Moment.parse(text)

    assert (moment.earliest(zone), moment.latest(zone)) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "zone", "resolved"),
    [
        ("1884-10-13T13:00", "America/New_York", "1884-10-13T13:00-05:00"),
        ("1880-01-01T12:00", "America/New_York", "1880-01-01T12:00-04:56:02"),
        ("2021-01-05T13:00", "Europe/London", "2021-01-05T13:00Z"),
        ("1884-10-13T13:00", None, "1884-10-13T13:00"),
        ("1884-10-13", "America/New_York", "1884-10-13"),
        ("1884-10-13T13:00+01:00", "America/New_York", "1884-10-13T13:00+01:00"),
        ("2021-10-31T02:30", "Europe/Berlin", "2021-10-31T02:30"),
        ("2021-03-28T02:30", "Europe/Berlin", "2021-03-28T02:30"),
    ],
)
def test_in_zone_resolves_an_offset_and_guesses_none(text, zone, resolved):
    assert str(Moment.parse(text).in_zone(zone)) == resolved


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2021-10-31T02:30", "twice"),
        ("2021-03-28T02:30", "never"),
        ("2021-03-28T03:00", None),
        ("2021-03-28", None),
        ("2021-03-28T02:30+01:00", None),
    ],
)
def test_clock_fault_names_times_that_came_twice_or_never(text, fault):
    assert Moment.parse(text).clock_fault(ZoneInfo("Europe/Berlin")) == fault


def test_moment_without_time_has_no_time_text():
    assert Moment.parse("1884-10").time_text == ""


def test_clock_fault_needs_a_zone():
    assert Moment.parse("2021-03-28T02:30").clock_fault(None) is None


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "Europe", "x" * 300, "a\0b"])
def test_unknown_zone_is_refused(name):
    with pytest.raises(DateError, match="is not a time zone: write one like Europe/Paris"):
        zone_named(name)


def test_moment_of_an_instant_shows_the_clock_of_the_zone():
    assert str(Moment.of(utc(2021, 1, 5, 4), "Asia/Pyongyang")) == "2021-01-05T13:00:00+09:00"
    assert str(Moment.of(utc(2021, 1, 5, 4))) == "2021-01-05T04:00:00Z"


def test_moment_of_an_instant_without_zone_is_refused():
    with pytest.raises(DateError, match="An instant needs its time zone"):
        Moment.of(datetime(2021, 1, 5))  # noqa: DTZ001


@given(st.datetimes(min_value=datetime(1800, 1, 1), timezones=st.just(UTC)), ZONES)  # noqa: DTZ001
def test_moment_of_an_instant_is_that_instant(instant, zone):
    moment = Moment.of(instant, zone)

    assert moment.instant == moment.earliest() == moment.latest() == instant
    assert Moment.parse(str(moment)) == moment


@given(
    PARTIAL.flatmap(
        lambda day: (
            st.builds(Moment, st.just(day))
            if day.day is None
            else st.builds(Moment, st.just(day), st.none() | st.times())
        )
    ),
    ZONES | st.none(),
)
def test_bounds_stand_in_order(moment, zone):
    assert moment.earliest(zone) <= moment.latest(zone)
    assert moment.earliest() <= moment.earliest(zone)
    assert moment.latest(zone) <= moment.latest()
    assert Moment.parse(str(moment)).time == moment.time


@given(DAYS, st.times(), OFFSETS)
def test_moment_with_any_offset_reads_what_it_writes(day, clock, offset):
    moment = Moment(PartialDate.of(day), clock, offset, with_seconds=True)

    assert Moment.parse(str(moment)) == moment


@given(st.text())
def test_any_text_is_a_moment_or_refused(text):
    with suppress(DateError):
        assert str(Moment.parse(text)) == text


def test_consecutive_days_meet_without_overlap():
    days = [Moment(PartialDate(2021, 10, day)) for day in range(28, 32)]

    for one, following in pairwise(days):
        assert following.earliest("Europe/Berlin") - one.latest("Europe/Berlin") == timedelta(microseconds=1)


def test_values_are_immutable_hashable_and_travel():
    moment = Moment(PartialDate(1884, 10, 13), time(13))

    assert {moment: 1}[Moment.parse("1884-10-13T13:00")] == 1
    assert pickle.loads(pickle.dumps(moment)) == moment
    with pytest.raises(AttributeError):
        moment.time = None  # type: ignore[misc]
