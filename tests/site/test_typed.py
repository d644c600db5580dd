"""Dates as people type them."""

from __future__ import annotations

import pytest
from flask_babel import force_locale
from hypothesis import given
from hypothesis import strategies as st

from confapp.site.typed import typed_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1884", "1884"),
        (" 1884 ", "1884"),
        ("1884-10", "1884-10"),
        ("1884-10-13", "1884-10-13"),
        ("1884/10/3", "1884-10-03"),
        ("13.10.1884", "1884-10-13"),
        ("3/10/1884", "1884-10-03"),
        ("13 October 1884", "1884-10-13"),
        ("October 13, 1884", "1884-10-13"),
        ("Monday, 13th Oct. 1884", "1884-10-13"),
        ("october 1884", "1884-10"),
    ],
)
def test_date_is_understood(text, date):
    assert str(typed_date(text)) == date


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "1884-13-01", "31 February 1884", "13 1884", "0000", "12 13 October 1884", "5.1884", "99999"],
)
def test_what_is_no_date_is_none(text):
    assert typed_date(text) is None


def test_months_may_be_in_the_language_of_the_reader(app):
    with app.test_request_context(), force_locale("ru"):
        assert str(typed_date("13 октября 1884 года")) == "1884-10-13"
        assert str(typed_date("октябрь 1884")) == "1884-10"
        assert str(typed_date("13 October 1884")) == "1884-10-13"


@given(st.text(max_size=80))
def test_nothing_that_is_typed_breaks_it(text):
    typed_date(text)


@given(st.dates())
def test_every_day_is_understood(day):
    assert str(typed_date(day.isoformat())) == day.isoformat()
