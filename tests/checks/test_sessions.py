"""Sessions and the timetable."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from confapp.conferences import operations as conferences
from confapp.conferences.models import ConferenceFormat
from confapp.floor.models import EntryKind
from confapp.floor.operations import add_entry
from confapp.programme import operations as programme
from confapp.programme.models import ContributionRole, SessionKind, Weekday
from tests.builders import a_held_session, a_session, an_official, day, moment

SOURCED = {"sources": [{"source": "S", "at": "1"}]}


def hour(hour: int, minute: int = 0, *, on: int = 11) -> datetime:
    return datetime(2026, 5, on, hour, minute, tzinfo=UTC)


def test_a_session_that_was_held_on_no_day(conference, found):
    a_held_session(conference, label="1", title="Opening")
    assert found("session-undated") == [("warning", "“Opening” was held, and nobody knows on which day.")]


@pytest.mark.parametrize("facts", [{"held_on": day("1884")}, {"opened": moment("1884-10-01T13:00")}])
def test_a_session_of_a_known_day_or_year(conference, found, facts):
    a_held_session(conference, label="1", **facts)
    assert found("session-undated", "session-unplanned") == []


def test_a_session_to_come_is_a_hint(conference, found):
    a_session(conference, label="1", title="Opening")
    assert found("session-undated", "session-unplanned") == [("info", "“Opening” has no time yet.")]


def test_a_weekday_that_is_not_of_the_date(conference, found):
    a_held_session(conference, label="1", title="Opening", held_on=day("1884-10-01"), weekday=Weekday.THURSDAY)
    assert found("weekday-differs") == [("error", "“Opening”: 1 October 1884 was a Wednesday.")]


def test_a_weekday_of_a_source_is_a_warning(conference, found):
    facts = {"held_on": day("1884-10-01"), "weekday": Weekday.THURSDAY, "provenance": SOURCED}
    a_held_session(conference, label="1", **facts)
    assert [severity for severity, _message in found("weekday-differs")] == ["warning"]


@pytest.mark.parametrize("held", ["1884-10-01", "1884-10", "1884"])
def test_a_weekday_that_is_or_can_be(conference, grave, held):
    a_held_session(conference, label="1", held_on=day(held), weekday=Weekday.WEDNESDAY)
    assert grave() == []


def test_a_session_that_ends_before_it_begins(conference, found):
    session = a_held_session(conference, label="1", title="Opening", opened=moment("1884-10-01T13:00"))
    session.adjourned = moment("1884-10-01T12:00")
    assert found("session-end") == [
        ("error", "“Opening” was opened at 1 October 1884, 13:00 and adjourned at 1 October 1884, 12:00.")
    ]


@pytest.mark.parametrize("adjourned", ["1884-10-01T13:01", "1884-10-01", "1884-10-02T01:00"])
def test_a_session_that_ends_later_or_on_the_same_day(conference, grave, adjourned):
    session = a_held_session(conference, label="1", opened=moment("1884-10-01T13:00"))
    session.adjourned = moment(adjourned)
    assert grave() == []


def test_a_session_outside_the_conference(conference, found):
    conferences.change_conference(conference, starts_on=day("1884-10-01"), ends_on=day("1884-11-01"))
    a_held_session(conference, label="1", title="Opening", held_on=day("1884-11-02"))
    assert found("session-outside") == [
        ("warning", "“Opening” is on 2 November 1884, outside the days of the conference.")
    ]


def test_sessions_of_the_first_and_last_day_and_of_the_month(conference, grave):
    conferences.change_conference(conference, starts_on=day("1884-10-01"), ends_on=day("1884-11-01"))
    for number, held in enumerate(("1884-10-01", "1884-10", "1884-11-01"), 1):
        a_held_session(conference, label=str(number), number=number, held_on=day(held))
    assert grave() == []


def test_sessions_in_another_order_than_their_numbers(conference, found):
    a_held_session(conference, label="1", number=1, title="First", held_on=day("1884-10-02"))
    a_held_session(conference, label="2", number=2, title="Second", held_on=day("1884-10-01"))
    assert found("session-order") == [("warning", "“Second” comes before “First”.")]


def opened(conference, *kinds):
    session = a_held_session(conference, label="1", title="Opening", held_on=day("1884-10-01"))
    for kind, text in kinds:
        add_entry(session, kind=kind, text=text)
    return session


def test_two_openings(conference, found):
    opened(conference, (EntryKind.OPENED, None), (EntryKind.STATEMENT, "A"), (EntryKind.OPENED, None))
    assert found("opened-twice") == [("error", "“Opening” was opened 2 times.")]


def test_an_opening_announced_again(conference, found):
    opened(
        conference, (EntryKind.OPENED, None), (EntryKind.ANNOUNCEMENT, "The opening of the conference was announced")
    )
    assert [severity for severity, _message in found("opened-again")] == ["info"]


def test_work_before_the_opening(conference, found):
    opened(conference, (EntryKind.DECISION, "So decided"), (EntryKind.OPENED, None))
    assert found("before-opening") == [
        ("warning", "“Opening” was at work before it was opened: the log has 1 of its acts before the opening.")
    ]


def test_a_ceremony_and_a_roll_before_the_opening_are_usual(conference, grave):
    kinds = [(EntryKind.CEREMONY, "Presented"), (EntryKind.ROLL, "Called"), (EntryKind.OPENED, None)]
    opened(conference, *kinds, (EntryKind.ANNOUNCEMENT, "The opening of the exhibition is at six"))
    assert grave() == []


@pytest.fixture
def hall(conference):
    return programme.add_hall(conference, name="Great Hall")


def planned(conference, label: str, start: datetime, end: datetime, **facts):
    facts = {"title": f"Session {label}", "kind": SessionKind.PARALLEL, **facts}
    return a_session(conference, label=label, planned_start=start, planned_end=end, **facts)


def test_two_sessions_in_one_hall(conference, hall, found):
    planned(conference, "1", hour(9), hour(11), hall=hall)
    planned(conference, "2", hour(10), hour(12), hall=hall)
    assert found("hall-overlap") == [("warning", "“Session 1” and “Session 2” overlap in Great Hall.")]


def test_one_after_the_other_in_one_hall(conference, hall, grave):
    planned(conference, "1", hour(9), hour(11), hall=hall)
    planned(conference, "2", hour(11), hour(12), hall=hall)
    assert grave() == []


def test_a_cancelled_session_takes_no_hall(conference, hall, grave):
    planned(conference, "1", hour(9), hour(11), hall=hall)
    programme.cancel_session(planned(conference, "2", hour(9), hour(11), hall=hall))
    assert grave() == []


def test_one_person_in_two_places(conference, found):
    person = an_official("Ada Brown")
    for label in ("1", "2"):
        session = planned(conference, label, hour(9), hour(11))
        facts = {"title": f"Paper {label}", "people": [(person, ContributionRole.SPEAKER, None)]}
        programme.add_contribution(conference, session=session, planned_start=hour(9), duration_minutes=30, **facts)
    assert found("person-overlap") == [
        ("warning", "Ada Brown is needed in two places at once: “Paper 1” and “Paper 2”.")
    ]


def test_who_presides_may_speak_and_then_go_elsewhere(conference, grave):
    person = an_official("Ada Brown")
    session = planned(conference, "1", hour(9), hour(11))
    session.presiding = person
    other = planned(conference, "2", hour(11), hour(12))
    for one, at in ((session, hour(10)), (other, hour(11))):
        facts = {"title": "Paper", "people": [(person, ContributionRole.SPEAKER, None)]}
        programme.add_contribution(conference, session=one, planned_start=at, duration_minutes=30, **facts)
    assert grave() == []


def test_an_online_conference_in_a_hall(conference, hall, found):
    planned(conference, "1", hour(9), hour(11), hall=hall)
    conferences.change_conference(conference, format=ConferenceFormat.ONLINE)
    assert found("online-with-hall") == [
        ("warning", "The conference is online, and sessions are placed in Great Hall.")
    ]


def test_an_online_conference_without_one(conference, hall, grave):
    planned(conference, "1", hour(9), hour(11))
    conferences.change_conference(conference, format=ConferenceFormat.ONLINE)
    assert grave() == []


def test_a_conference_in_person_nobody_knows_where(conference, found):
    conferences.change_conference(conference, place=None)
    assert found("in-person-without-place") == [("info", "The conference is in person, and nobody knows where.")]


@pytest.mark.parametrize(("is_timed", "severity"), [(True, "warning"), (False, "info")])
def test_hours_without_a_zone(conference, found, is_timed, severity):
    conferences.change_conference(conference, zone=None)
    if is_timed:
        planned(conference, "1", hour(9), hour(11))
    assert [one for one, _message in found("zone-missing")] == [severity]
