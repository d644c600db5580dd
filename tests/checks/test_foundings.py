"""Beginnings of organizations, and anniversaries."""

from __future__ import annotations

import pytest

from confapp.conferences import operations as conferences
from confapp.organizations import operations as organizations
from confapp.participation.operations import register_delegation
from tests.builders import an_organization, day


@pytest.fixture
def union(conference):
    """An organization that takes part."""
    founded = an_organization("Union of Archives", founded_on=day("1961-05-01"))
    register_delegation(conference, organization=founded)
    return founded


def test_two_founding_dates(conference, union, found):
    organizations.add_event(union, kind="established", text="It was established", occurred_on=day("1963"))
    assert found("two-foundings") == [("error", "Union of Archives has two founding dates: 1 May 1961 · 1963.")]


def test_a_founding_date_and_a_day_of_formation(conference, union, found):
    event = organizations.add_event(union, kind="formation_day", text="The day was set")
    event.provenance = {
        "sources": [{"source": "S"}],
        "remarks": [{"field": "occurred_on", "status": "printed", "value": "02-05"}],
    }
    assert [severity for severity, _message in found("two-foundings")] == ["warning"]


@pytest.mark.parametrize(
    ("kind", "when"), [("established", "1961"), ("established", "1961-05"), ("reorganized", "1970")]
)
def test_dates_that_can_be_one_or_are_of_something_else(conference, union, found, kind, when):
    organizations.add_event(union, kind=kind, text="It happened", occurred_on=day(when))
    assert found("two-foundings") == []


def test_dissolved_before_it_was_founded(conference, union, found):
    union.dissolved_on = day("1960")
    assert found("dissolved-before-founded") == [
        ("error", "Union of Archives was dissolved (1960) before it was founded (1 May 1961).")
    ]


def test_takes_part_before_it_was_founded(conference, union, found):
    conferences.change_conference(conference, starts_on=day("1960-10-01"), ends_on=day("1960-10-05"))
    assert found("attended-before-founding") == [
        ("warning", "Union of Archives takes part and was founded only later (1 May 1961).")
    ]


def test_takes_part_after_it_was_dissolved(conference, union, found):
    union.dissolved_on = day("1965")
    conferences.change_conference(conference, starts_on=day("1970"))
    assert found("attended-after-dissolution") == [
        ("warning", "Union of Archives takes part and was dissolved before (1965).")
    ]


@pytest.mark.parametrize("starts", ["1961", "1961-05", "2021-05-01"])
def test_takes_part_in_the_year_of_its_founding(conference, union, grave, starts):
    conferences.change_conference(conference, starts_on=day(starts))
    assert grave() == []


def occasion(conference, number: int, base: str = "1961", **facts):
    conferences.add_occasion(
        conference,
        name=f"Anniversary {number}",
        anniversary=number,
        base_event="Founding",
        base_date=day(base),
        **facts,
    )


def test_an_anniversary_of_another_year(conference, found):
    conferences.change_conference(conference, starts_on=day("2021-05-01"), ends_on=day("2021-05-03"))
    occasion(conference, 61)
    assert found("anniversary-differs") == [
        ("error", "The 61st anniversary of 1961 falls in 2022, and the conference is of 2021: “Anniversary 61”.")
    ]


def test_the_60th_anniversary_of_1961_is_in_2021(conference, found):
    conferences.change_conference(conference, starts_on=day("2021-05-01"), ends_on=day("2021-05-03"))
    occasion(conference, 60)
    assert found("anniversary-differs", "anniversary-day") == []


def test_an_anniversary_later_in_the_year_is_a_hint(conference, found):
    conferences.change_conference(conference, announced_on=day("2021-01-05"))
    occasion(conference, 10, "2011-12")
    assert found("anniversary-differs", "anniversary-day") == [
        ("info", "The 10th anniversary (December 2021) and the dates of the conference are apart: “Anniversary 10”.")
    ]


def test_an_anniversary_without_a_conference_in_time(conference, grave):
    occasion(conference, 60)
    assert grave() == []


def test_a_leap_day_has_anniversaries(conference, grave):
    conferences.change_conference(conference, starts_on=day("2021-02-28"), ends_on=day("2021-02-28"))
    occasion(conference, 1, "2020-02-29")
    assert grave() == []


@pytest.mark.parametrize(
    ("description", "codes"),
    [
        ("Held on the 61st anniversary of the Union of Archives", ["anniversary-differs"]),
        ("Held on the sixty-first anniversary of the Union of Archives", ["anniversary-differs"]),
        ("Held on the 60th anniversary of the Union of Archives", []),
        ("Since 1971, the 10th anniversary of the Union of Archives, it meets", []),
        ("On the 25th anniversary of its journal", []),
    ],
)
def test_an_anniversary_in_a_text(conference, union, found, description, codes):
    facts = {"starts_on": day("2021-05-01"), "ends_on": day("2021-05-03"), "description": description}
    conferences.change_conference(conference, **facts)
    assert ["anniversary-differs" for _one in found("anniversary-differs")] == codes
