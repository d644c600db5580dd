"""Releasing the schedule: what is frozen, and what is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from confapp.audit import AuditEntry
from confapp.dates import Moment
from confapp.errors import RuleViolation
from confapp.programme import operations as programme
from confapp.programme.facts import PersonFacts
from confapp.programme.models import ContributionRole
from confapp.scheduling import operations, queries
from confapp.scheduling.models import Release
from tests.builders import a_committee, a_conference, a_held_session, a_session, an_official, day


def at(hour: int, minute: int = 0, on: int = 4) -> datetime:
    return datetime(2026, 5, on, hour, minute, tzinfo=UTC)


@pytest.fixture
def conference(app):
    return a_conference("Geodesy", state="convened", public=True, zone="Europe/Paris")


@pytest.fixture
def session(conference):
    return a_session(conference, planned_start=at(9), planned_end=at(11))


def released(conference, name: str = "1.0"):
    return operations.release_schedule(conference, name=name)


def test_release_counts_releases(conference, session):
    released(conference)
    assert released(conference, "1.1").number == 2


def test_release_refuses_a_taken_name(conference, session):
    released(conference)
    with pytest.raises(RuleViolation, match=r"There is a release “1\.0” already"):
        released(conference)


def test_release_refuses_a_planned_conference(app):
    with pytest.raises(RuleViolation, match="is not convened yet"):
        released(a_conference())


def test_release_refuses_a_schedule_without_days(conference):
    a_session(conference)
    with pytest.raises(RuleViolation, match="nothing to release"):
        released(conference)


def test_release_leaves_a_line_in_the_trail(conference, session, db_session):
    released(conference)
    trail = sa.select(sa.func.count()).where(AuditEntry.action == "scheduling.schedule.release")
    assert db_session.scalar(trail) == 1


def test_the_database_keeps_a_release(conference, session, db_session):
    released(conference)
    with pytest.raises(sa.exc.IntegrityError, match="never changed"):
        db_session.execute(sa.update(Release).values(name="Forged"))


def test_a_release_stays_as_it_was(conference, session, db_session):
    release = released(conference)
    programme.change_session(session, title="Later thought")
    db_session.expire_all()
    assert next(queries.sessions_in(release))["title"] is None


def test_latest_release_is_the_newest(conference, session):
    released(conference)
    released(conference, "1.1")
    assert queries.latest_release(conference).name == "1.1"
    assert [each.name for each in queries.releases(conference)] == ["1.1", "1.0"]
    assert queries.release_by_name(conference, "1.0").number == 1


def test_released_session_is_the_one_of_the_latest_release(conference, session):
    released(conference)
    programme.change_session(session, title="Later thought")
    released(conference, "1.1")
    assert queries.released_session(conference, "1")["title"] == "Later thought"
    assert queries.released_session(conference, "2") is None


def test_released_session_is_none_without_a_release(conference, session):
    assert queries.released_session(conference, "1") is None


def test_a_session_is_written_whole(conference):
    a_session(
        conference,
        title="Opening",
        committee=a_committee(conference, "Section I"),
        hall=programme.add_hall(conference, name="Great Hall"),
        track=programme.add_track(conference, name="Time"),
        planned_start=at(9),
        planned_end=at(11),
        label="opening",
        online_link="https://example.org/opening",
        language="fr",
    )
    assert list(queries.sessions_in(released(conference))) == [
        {
            "label": "opening",
            "number": None,
            "kind": "plenary",
            "title": "Opening",
            "date": "2026-05-04",
            "start": "2026-05-04T11:00:00+02:00",
            "end": "2026-05-04T13:00:00+02:00",
            "hall": "great-hall",
            "track": "time",
            "committee": "Section I",
            "place": None,
            "online_link": "https://example.org/opening",
            "language": "fr",
            "contributions": [],
        }
    ]


def test_a_session_of_the_past_has_the_day_and_time_that_are_known(app):
    conference = a_conference(state="convened")
    session = a_held_session(conference, held_on=day("1884-10-01"))
    session.opened = Moment.parse("1884-10-01T12:00")
    a_held_session(conference, held_on=day("1884-10-02"))
    read = [(each["date"], each["start"], each["end"]) for each in queries.sessions_in(released(conference))]
    assert read == [("1884-10-01", "1884-10-01T12:00", None), ("1884-10-02", None, None)]


def test_the_day_is_that_of_the_zone(app):
    conference = a_conference(state="convened", zone="Asia/Tokyo")
    a_session(conference, planned_start=at(20), planned_end=at(21))
    assert released(conference).timetable["days"][0]["date"] == "2026-05-05"


def test_days_stand_in_their_order_and_are_counted(conference):
    for on in (6, 4):
        a_session(conference, planned_start=at(9, on=on))
    days = released(conference).timetable["days"]
    assert [(each["index"], each["date"]) for each in days] == [(1, "2026-05-04"), (2, "2026-05-06")]


def test_halls_of_a_day_stand_in_their_order(conference):
    west, east = (programme.add_hall(conference, name=name) for name in ("West", "East"))
    for hall in (east, west, None):
        a_session(conference, planned_start=at(9), hall=hall)
    (first,) = released(conference).timetable["days"]
    assert [each["hall"] for each in first["halls"]] == ["west", "east", None]


def test_sessions_of_a_hall_stand_by_time(conference):
    for hour in (14, 9):
        a_session(conference, planned_start=at(hour))
    assert [each["label"] for each in queries.sessions_in(released(conference))] == ["2", "1"]


def test_cancelled_sessions_and_withdrawn_contributions_are_left_out(conference, session):
    programme.cancel_session(a_session(conference, planned_start=at(9)))
    programme.withdraw_contribution(programme.add_contribution(conference, title="Withdrawn", session=session))
    programme.add_contribution(conference, title="Kept", session=session)
    release = released(conference)
    assert [each["label"] for each in queries.sessions_in(release)] == ["1"]
    assert [each["title"] for each in queries.contributions_in(release)] == ["Kept"]


def test_a_contribution_is_written_with_its_people(conference, session):
    programme.add_contribution(
        conference,
        title="On time",
        abstract="Of clocks.",
        session=session,
        duration_minutes=20,
        people=[PersonFacts(an_official("Adams", honorific="Prof."), ContributionRole.AUTHOR, "Cambridge")],
    )
    assert list(queries.contributions_in(released(conference))) == [
        {
            "key": "on-time",
            "kind": "address",
            "title": "On time",
            "abstract": "Of clocks.",
            "date": "2026-05-04",
            "start": "2026-05-04T11:00:00+02:00",
            "end": "2026-05-04T11:20:00+02:00",
            "minutes": 20,
            "hall": None,
            "track": None,
            "language": None,
            "people": [{"name": "Prof. Adams", "slug": "adams", "role": "author", "affiliation": "Cambridge"}],
        }
    ]


def test_contributions_follow_each_other_as_far_as_their_length_is_known(conference, session):
    for minutes in (20, 30, None, 10):
        programme.add_contribution(conference, title="On time", session=session, duration_minutes=minutes)
    starts = [each["start"] for each in queries.contributions_in(released(conference))]
    assert starts == [f"2026-05-04T{time}:00+02:00" for time in ("11:00", "11:20", "11:50")] + [None]


def test_a_planned_start_of_a_contribution_wins(conference, session):
    programme.add_contribution(conference, title="Late", session=session, planned_start=at(10, 30))
    assert next(queries.contributions_in(released(conference)))["start"] == "2026-05-04T12:30:00+02:00"


def test_a_contribution_without_a_session_stands_in_its_hall(conference):
    hall = programme.add_hall(conference, name="Foyer")
    programme.add_contribution(conference, title="Exhibition", hall=hall, planned_start=at(9))
    programme.add_contribution(conference, title="Undated")
    (first,) = released(conference).timetable["days"]
    read = [(each["hall"], [one["title"] for one in each["contributions"]]) for each in first["halls"]]
    assert read == [("foyer", ["Exhibition"])]


def test_people_are_listed_once(conference, session):
    people = [PersonFacts(an_official(name)) for name in ("Strachey", "Adams")]
    for _ in range(2):
        programme.add_contribution(conference, title="On time", session=session, people=people)
    assert released(conference).timetable["people"] == ["adams", "strachey"]


def test_the_head_of_a_timetable_names_the_conference(conference, session):
    timetable = released(conference).timetable
    assert (timetable["format"], timetable["conference"]["slug"], timetable["conference"]["zone"]) == (
        "confapp-timetable/1",
        "geodesy",
        "Europe/Paris",
    )


@pytest.mark.parametrize("count", [1, 3])
def test_the_programme_costs_seven_queries(conference, db_session, count_queries, count):
    for _ in range(count):
        hall, track = programme.add_hall(conference, name="Hall"), programme.add_track(conference, name="Track")
        session = a_session(conference, planned_start=at(9), hall=hall, track=track)
        for _ in range(count):
            people = [PersonFacts(an_official(email="a@example.org"))]
            programme.add_contribution(conference, title="On time", session=session, hall=hall, people=people)
            programme.add_contribution(conference, title="Loose", hall=hall, planned_start=at(9), people=people)
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.programme_of(conference)
        people = [one.official.name for each in found.contributions for one in each.people]
    assert (len(found.sessions), len(people), asked.count) == (count, count * count, 7)
