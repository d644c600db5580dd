"""How dates are written on a page."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask_babel import force_locale

from confapp.date_texts import date_text, span_text, time_text, weekday_text
from confapp.dates import Moment, PartialDate


@pytest.mark.parametrize(
    ("stated", "text"), [("1884", "1884"), ("1884-10", "October 1884"), ("1884-10-13", "13 October 1884")]
)
def test_date_is_as_precise_as_its_source(stated: str, text: str) -> None:
    assert date_text(PartialDate.parse(stated)) == text


def test_date_of_a_moment_leaves_its_time_out() -> None:
    assert date_text(Moment.parse("1884-10-13T13:00")) == "13 October 1884"


@pytest.mark.parametrize("value", [date(2021, 1, 5), datetime(2021, 1, 5, 23, 59, tzinfo=UTC)])
def test_dates_of_the_clock_are_written_alike(value: date) -> None:
    assert date_text(value) == "5 January 2021"


def test_weekday_is_said_only_of_a_known_day() -> None:
    assert weekday_text(PartialDate.parse("1884-10-13")) == "Monday, 13 October 1884"
    assert weekday_text(PartialDate.parse("1884-10")) == "October 1884"


def test_time_is_as_the_clock_showed_it() -> None:
    assert time_text(Moment.parse("1884-10-13T13:00")) == "13:00"
    assert time_text(Moment.parse("1884-10-13T00:00")) == "00:00"
    assert time_text(Moment.parse("1884-10-13")) == ""


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("1884-10-01", "1884-10-13", "1–13 Oct 1884"),
        ("1884-10-01", "1884-11-01", "1 Oct – 1 Nov 1884"),
        ("1884-10-01", "1884-10-01", "1 October 1884"),
        ("1883-10", "1884-11-01", "October 1883 – November 1884"),
        ("1882", "1884-10-01", "1882–1884"),
        ("1884-10-01", None, "1 October 1884"),
    ],
)
def test_span_is_as_precise_as_its_coarser_end(first: str, last: str | None, text: str) -> None:
    assert plain(span_text(PartialDate.parse(first), PartialDate.parse(last) if last else None)) == plain(text)


def test_dates_follow_the_language(app) -> None:
    with app.test_request_context(), force_locale("ru"):
        assert plain(date_text(PartialDate.parse("1884-10-13"))) == "13 октября 1884 г."


def plain(text: str) -> str:
    """With ordinary spaces: languages put narrow and unbroken ones, and change their minds about which."""
    return text.translate({0x2009: " ", 0x202F: " ", 0xA0: " "})
