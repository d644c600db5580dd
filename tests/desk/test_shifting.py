"""Moving dates: as precise as they were, on the same clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from confapp.desk.shifting import Shift
from confapp.errors import RuleViolation
from tests.builders import day, moment

YEAR = Shift(timedelta(days=366), "Europe/Zurich")


@pytest.mark.parametrize(
    ("before", "after"),
    [("2023-10-02", "2024-10-02"), ("2023-10", "2024-10"), ("2023", "2024"), ("2024-02-29", "2025-03-01")],
)
def test_a_day_moves_as_precise_as_it_was(before, after):
    assert YEAR.day(day(before)) == day(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2023-10-02T13:00", "2024-10-02T13:00+02:00"),
        ("2023-10-27T13:00:00+02:00", "2024-10-27T13:00:00+01:00"),
        ("2023-10", "2024-10"),
    ],
)
def test_a_moment_keeps_its_time_of_day(before, after):
    assert YEAR.moment(moment(before)) == moment(after)


def test_an_instant_keeps_its_time_of_day_where_clocks_change():
    summer = datetime(2023, 10, 27, 11, tzinfo=UTC)
    assert YEAR.instant(summer) == datetime(2024, 10, 27, 12, tzinfo=UTC)


def test_what_is_not_known_stays_unknown():
    assert (YEAR.day(None), YEAR.moment(None), YEAR.instant(None)) == (None, None, None)


def test_a_shift_leads_from_one_first_day_to_the_other():
    assert Shift.between(day("2023-10-02"), day("2024-10-02"), None).by == timedelta(days=366)


def test_without_an_old_first_day_nothing_moves():
    assert Shift.between(None, day("2024-10-02"), "UTC") == Shift(timedelta(), "UTC")


def test_a_shift_needs_a_day_where_the_old_date_has_one(app):
    with pytest.raises(RuleViolation, match="Write the day") as refusal:
        Shift.between(day("2023-10-02"), day("2024"), None)
    assert refusal.value.field == "starts_on"


def test_a_shift_refuses_what_is_in_no_calendar(app):
    with pytest.raises(RuleViolation, match="too far"):
        Shift(timedelta(days=10_000)).day(day("9990-01-01"))
