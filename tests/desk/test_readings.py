"""Dates as people write them."""

from __future__ import annotations

import pytest

from confapp.errors import RuleViolation
from confapp.forms.readings import read_date


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("October 1884", "1884-10"),
        ("13.10.1884", "1884-10-13"),
        ("5.2.2021", "2021-02-05"),
        ("2021-02-05", "2021-02-05"),
        ("Juche 110", "2021"),
        ("13 октября 1884 года", "1884-10-13"),
        ("Monday, 13 October 1884", "1884-10-13"),
        ("2021年2月5日", "2021-02-05"),
    ],
)
def test_dates_are_read_as_people_write_them(app, text, meant):
    assert str(read_date(text)) == meant


@pytest.mark.parametrize("text", ["5/2/2021", "1.2.84", "soon", "31.2.1884", "Tuesday, 13 October 1884"])
def test_dates_that_mean_nothing_or_too_much_are_refused(app, text):
    with pytest.raises(RuleViolation):
        read_date(text)
