"""A released schedule in the formats of others, held against their own schemas."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import jsonschema
import pytest
from icalendar import Calendar
from lxml import etree

from confapp.dates import Moment, PartialDate
from confapp.db import db
from confapp.errors import NotFound
from confapp.programme import operations as programme
from confapp.programme.models import Contribution, ContributionRole
from confapp.scheduling.exports.events import events
from confapp.scheduling.exports.frab import schedule_json, schedule_xml
from confapp.scheduling.exports.ics import schedule_ics
from confapp.scheduling.operations import release_schedule
from confapp.scheduling.queries import releases
from tests.builders import a_conference, a_session, an_official

SCHEMAS = Path(__file__).parents[4] / "shared" / "schemas" / "schedule"


@pytest.fixture
def conference(app):
    return a_conference(
        "Congress", slug="cc", state="convened", public=True, zone="Europe/Vienna", languages=["en"], place="Vienna"
    )


@pytest.fixture
def planned(conference):
    """A session with one talk, and one online without any."""
    hall = programme.add_hall(conference, name="Hall A", key="hall-a", capacity=60)
    track = programme.add_track(conference, name="Archives", colour="#1f4e79")
    times = {"planned_start": at("09:00"), "planned_end": at("12:00")}
    morning = a_session(conference, title="Morning", label="1", hall=hall, track=track, **times)
    people = [(an_official("Ada North", honorific="Dr."), ContributionRole.SPEAKER, "Vienna")]
    talk = {"people": people, "duration_minutes": 45, "abstract": "What lasts; what, fades.", "key": "paper"}
    programme.add_contribution(conference, title="On paper & <ink>", session=morning, planned_start=at("09:30"), **talk)
    times = {"planned_start": at("14:00"), "planned_end": at("15:30")}
    a_session(conference, number=2, label="2", online_link="https://example.org/2", **times)
    return morning


def at(hour: str):
    return Moment.parse(f"2026-05-11T{hour}:00+02:00").instant


def schema(name: str) -> Path:
    path = SCHEMAS / name
    if not path.is_file():
        pytest.skip(f"the schema {name} is not on this machine")
    return path


def released(conference, name="first"):
    return release_schedule(conference, name=name)


def entries(conference) -> list:
    return Calendar.from_ical(schedule_ics(releases(conference))).walk("VEVENT")


def test_events_are_talks_and_sessions_without_timed_ones(conference, planned):
    found = events(released(conference).timetable)
    assert [(event.title, event.subtitle, event.hall, event.track) for event in found] == [
        ("On paper & <ink>", "Morning", "Hall A", "Archives"),
        ("Second session", "", "", ""),
    ]


def test_event_keeps_its_name_from_release_to_release(conference, planned):
    first = [event.guid for event in events(released(conference).timetable)]
    planned.title = "Forenoon"
    assert [event.guid for event in events(released(conference, "second").timetable)] == first


def test_calendar_has_no_errors_and_short_lines(conference, planned):
    released(conference)
    written = schedule_ics(releases(conference))
    calendar = Calendar.from_ical(written)
    assert [error for component in calendar.walk() for error in component.errors] == []
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert (calendar["X-WR-CALNAME"], calendar["METHOD"]) == ("Congress", "PUBLISH")


def test_calendar_keeps_times_on_the_wall_of_the_conference(conference, planned):
    release = released(conference)
    talk, session = entries(conference)
    start = talk["DTSTART"]
    assert (start.params["TZID"], start.dt.isoformat()) == ("Europe/Vienna", "2026-05-11T09:30:00+02:00")
    assert talk["DTEND"].dt.isoformat() == "2026-05-11T10:15:00+02:00"
    assert (talk["SUMMARY"], talk["LOCATION"], talk["SEQUENCE"]) == ("On paper & <ink>", "Hall A, Vienna", 1)
    assert talk["DESCRIPTION"] == "Morning\n\nDr. Ada North\n\nWhat lasts; what, fades."
    assert talk["DTSTAMP"].dt == release.released_at.replace(microsecond=0)
    assert str(session["CONFERENCE"]) == "https://example.org/2"


def test_calendar_cancels_what_a_later_release_has_not(conference, planned):
    released(conference)
    programme.withdraw_contribution(db.session.query(Contribution).one())
    released(conference, "second")
    assert sorted((str(one["SUMMARY"]), str(one["STATUS"]), one["SEQUENCE"]) for one in entries(conference)) == [
        ("Morning", "CONFIRMED", 2),
        ("On paper & <ink>", "CANCELLED", 2),
        ("Second session", "CONFIRMED", 2),
    ]


def test_calendar_without_a_zone_floats_and_a_day_is_a_day(app):
    conference = a_conference("Old", slug="old", state="convened", public=True)
    a_session(conference, title="Some day", label="1", held_on=PartialDate.parse("1884-10-01"))
    released(conference)
    (entry,) = entries(conference)
    assert (entry["DTSTART"].params.get("VALUE"), entry["DTSTART"].dt.isoformat()) == ("DATE", "1884-10-01")


def test_xml_is_valid(conference, planned):
    validator = etree.XMLSchema(etree.parse(schema("schedule.xsd")))
    document = etree.fromstring(schedule_xml(released(conference)))
    validator.assertValid(document)


def test_xml_has_every_event_at_its_instant(conference, planned):
    document = etree.fromstring(schedule_xml(released(conference)))
    names = ("title", "date", "start", "duration", "room")
    found = [[each.findtext(name) for name in names] for each in document.iter("event")]
    assert found == [
        ["On paper & <ink>", "2026-05-11T09:30:00+02:00", "09:30", "00:45", "Hall A"],
        ["Second session", "2026-05-11T14:00:00+02:00", "14:00", "01:30", ""],
    ]
    assert [each.text for each in document.iter("person")] == ["Dr. Ada North"]
    assert document.findtext("conference/acronym") == "cc_conference"


def test_json_is_valid(conference, planned):
    rules = json.loads(schema("schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(schedule_json(released(conference))), rules)


def test_json_has_every_event_under_its_room(conference, planned):
    (day,) = json.loads(schedule_json(released(conference)))["schedule"]["conference"]["days"]
    assert {room: [event["title"] for event in held] for room, held in day["rooms"].items()} == {
        "Hall A": ["On paper & <ink>"],
        "": ["Second session"],
    }
    talk = day["rooms"]["Hall A"][0]
    assert (UUID(talk["guid"]).version, talk["persons"]) == (5, [{"name": "Dr. Ada North"}])
    assert (day["day_start"], day["day_end"]) == ("2026-05-11T09:30:00+02:00", "2026-05-11T15:30:00+02:00")


@pytest.mark.parametrize("written", [schedule_xml, schedule_json])
def test_nothing_is_written_where_no_instant_is_known(app, written):
    conference = a_conference("Old", slug="old", state="convened", public=True)
    a_session(conference, label="1", planned_start=datetime(1884, 10, 1, 13, tzinfo=UTC))
    release = released(conference)
    release.timetable["days"][0]["halls"][0]["sessions"][0]["start"] = "1884-10-01T13:00"
    with pytest.raises(NotFound, match="No time of this schedule is known with its zone"):
        written(release)
