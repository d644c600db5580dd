"""Second calendars: what stands beside a Gregorian date, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.calendars import CALENDARS, dual_date, printed_years, second_date
from confapp.dates import PartialDate


@pytest.mark.parametrize(
    ("day", "calendar", "text"),
    [
        ("2021-01-05", "juche", "Juche 110"),
        ("2011-12", "juche", "Juche 100"),
        ("2020", "juche", "Juche 109"),
        ("1912", "juche", "Juche 1"),
        ("1911-12-31", "juche", None),
        ("1884-10-13", "juche", None),
        ("2021", "minguo", "Minguo 110"),
        ("1911", "minguo", None),
        ("2021", "buddhist", "2564 BE"),
        ("1941-01-01", "buddhist", "2484 BE"),
        ("1940-12-31", "buddhist", "2483 BE"),
        ("1940-03-31", "buddhist", "2482 BE"),
        ("1940", "buddhist", "2482 BE – 2483 BE"),
        ("1884", "buddhist", None),
        ("2021-01-05", "hijri", "21 Jumada al-Ula 1442 AH"),
        ("2021", "hijri", "1442 AH – 1443 AH"),
        ("2021-01", "hijri", "1442 AH"),
        ("1884-10-13", "hijri", None),
        ("1884", "hijri", None),
        ("2021-01-05", "japanese", "Reiwa 3"),
        ("2019-04-30", "japanese", "Heisei 31"),
        ("2019-05-01", "japanese", "Reiwa 1"),
        ("1989", "japanese", "Shōwa 64 – Heisei 1"),
        ("1912-07-29", "japanese", "Meiji 45"),
        ("1884-10-13", "japanese", "Meiji 17"),
        ("1872", "japanese", None),
        ("2021", None, None),
        ("2021", "mayan", None),
    ],
)
def test_second_date_is_shown_where_it_is_known(day, calendar, text):
    assert second_date(PartialDate.parse(day), calendar) == text


@pytest.mark.parametrize(
    ("day", "calendar", "text"),
    [
        ("2021-01-05", "juche", "5 January 2021 · Juche 110"),
        ("2011-12", "juche", "December 2011 · Juche 100"),
        ("2020", "juche", "2020 · Juche 109"),
        ("1884-10-13", "juche", "13 October 1884"),
        ("1884-10-13", None, "13 October 1884"),
    ],
)
def test_second_date_stands_behind_the_first(day, calendar, text):
    assert dual_date(PartialDate.parse(day), calendar) == text


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("January 5, Juche 110 (2021)", [("juche", 110)]),
        ("December 100 Juche (2011)", [("juche", 100)]),
        ("5 января 110 года", []),
        ("Чучхе 110 и 109 Чучхе", [("juche", 110), ("juche", 109)]),
        ("民國110年", [("minguo", 110)]),
        ("1884", []),
    ],
)
def test_printed_years_are_read_in_either_order(text, years):
    assert printed_years(text) == years


def test_printed_year_knows_its_gregorian_year():
    assert printed_years("Juche 110")[0].gregorian == 2021


def test_calendars_have_names():
    assert str(CALENDARS["juche"].name) == "Juche calendar"


@given(st.dates(), st.sampled_from(sorted(CALENDARS)))
def test_every_day_has_a_second_date_or_none(day, calendar):
    assert second_date(PartialDate.of(day), calendar, "ru") != ""
    assert second_date(PartialDate(day.year), calendar) != ""
