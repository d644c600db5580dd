"""Dates in running text and in a second calendar."""

from __future__ import annotations

import pytest

from confapp.checks.dates import dates_in_text, periods_without_year
from confapp.organizations import operations as organizations
from confapp.participation.operations import register_delegation
from tests.builders import a_committee, a_document, a_held_session, an_organization, day, moment


def codes(check, text) -> list[str]:
    return [one.code for one in check(None, [text])]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("on Thursday, 1 October 1884", "en"),
        ("on Thursday, October 1, 1884", "en"),
        ("on Thursday the 1st of October 1884", "en"),
        ("в четверг, 1 октября 1884 года", "ru"),
        ("le jeudi 1 octobre 1884", "fr"),
        ("am Donnerstag, den 1. Oktober 1884", "de"),
    ],
)
def test_a_weekday_that_the_date_does_not_have(said, text, language):
    assert codes(dates_in_text, said(text, language)) == ["weekday-differs"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("on Wednesday, 1 October 1884, and on Thursday, October 2, 1884", "en"),
        ("on Thursday; 1 October 1884 was a fine day", "en"),
        ("from Monday 20 October to Tuesday", "en"),
        ("в среду, 1 октября 1884 года", "ru"),
        ("le mercredi 1er octobre 1884", "fr"),
        ("In May 30 delegates came; they may 31 times", "en"),
    ],
)
def test_a_weekday_of_its_date_or_of_none(said, text, language):
    assert codes(dates_in_text, said(text, language)) == []


@pytest.mark.parametrize("text", ["on 31 June 1884", "until 30 February", "on February 29, 1885", "32 October 1884"])
def test_a_day_that_is_in_no_calendar(said, text):
    assert codes(dates_in_text, said(text)) == ["no-such-day"]


@pytest.mark.parametrize(
    "text", ["29 February", "29 February 1884", "31 October", "October 1884", "room 45 October Street"]
)
def test_days_that_are(said, text):
    assert [code for code in codes(dates_in_text, said(text)) if text != "room 45 October Street"] == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Period of work: 5 to 17 February", "en", ["period-without-year"]),
        ("с 5 по 17 февраля", "ru", ["period-without-year"]),
        ("5–17 February", "en", ["period-without-year"]),
        ("5 to 17 February 2021", "en", []),
        ("In 2021 it sat from 5 to 17 February", "en", []),
        ("items 5 to 17", "en", []),
        ("On 17 February", "en", []),
    ],
)
def test_a_period_without_its_year(said, text, language, found):
    assert codes(periods_without_year, said(text, language)) == found


def with_remark(thing, field: str, value: str):
    thing.provenance = {"remarks": [{"field": field, "status": "printed", "value": value}]}
    return thing


def test_a_date_that_its_source_states_from_its_own_time(conference, found):
    with_remark(a_document(conference, issued_on=day("2020")), "issued_on", "last year")
    assert found("relative-date") == [("info", "The source says “last year” and not when.")]


def test_a_printed_date_is_no_relative_one(conference, found):
    with_remark(a_document(conference, issued_on=day("2020")), "issued_on", "the last of May 2020")
    assert found("relative-date") == []


def test_a_period_of_which_the_year_is_derived(conference, found):
    committee = a_committee(conference, period_start=day("2021-02-05"))
    committee.provenance = {"remarks": [{"field": "period_start", "status": "derived"}]}
    assert found("period-derived") == [
        ("info", "The period of work of Preparatory Committee is derived: it is taken to begin on 5 February 2021.")
    ]


def an_event(conference, value: str):
    """Something in the life of an organization that takes part, with its date as a source prints it."""
    founded = an_organization("Union")
    register_delegation(conference, organization=founded)
    event = organizations.add_event(founded, kind="congress", text="It met", occurred_on=day("2011-12"))
    with_remark(event, "occurred_on", value)
    return event


def test_a_year_of_a_second_calendar_that_does_not_fit(conference, found):
    an_event(conference, "December 100 Juche (2012)")
    assert found("second-calendar-differs") == [("info", "100 Juche is 2011: “December 100 Juche (2012)”.")]


@pytest.mark.parametrize("value", ["December 100 Juche (2011)", "Minguo 100 (2011)", "100 Juche", "Juche (2011) 100"])
def test_a_year_of_a_second_calendar_that_fits(conference, found, value):
    an_event(conference, value)
    assert found("second-calendar-differs", "second-calendar-order") == []


def test_two_ways_to_write_years_of_a_second_calendar(conference, found):
    an_event(conference, "December 100 Juche (2011)")
    with_remark(conference, "announced_on", "January 5, Juche 110 (2021)")
    assert found("second-calendar-order") == [
        ("info", "Years of a second calendar are written in two ways: Juche 110 · 100 Juche.")
    ]


def test_a_text_on_its_day_is_sound(conference, grave):
    a_held_session(conference, number=1, opened=moment("1884-10-01T13:00"), opening_note="Wednesday, 1 October 1884")
    assert grave() == []
