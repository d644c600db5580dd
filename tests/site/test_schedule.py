"""The released schedule as a page."""

from __future__ import annotations

import gzip

import pytest

from confapp import clock
from confapp.dates import Moment, PartialDate
from confapp.db import db
from confapp.programme import operations as programme
from confapp.programme.models import ContributionRole
from confapp.scheduling.models import Release
from confapp.scheduling.operations import release_schedule
from tests.benchmarks.made_up import made_up_case
from tests.builders import a_conference, a_session, an_official
from tests.site.reading_pages import links, part, words

DAY, HALLS = "2026-05-11", ("Hall A", "Hall B")


@pytest.fixture
def conference(app):
    facts = {"zone": "Europe/Vienna", "languages": ["en"], "accent": "#1f4e79"}
    return a_conference("Congress", slug="congress", state="convened", public=True, **facts)


@pytest.fixture
def halls(conference):
    return [programme.add_hall(conference, name=name) for name in HALLS]


def at(hour: str):
    return Moment.parse(f"{DAY}T{hour}:00+02:00").instant


def plan(conference, hall, title, start, end, label):
    times = {"planned_start": at(start), "planned_end": at(end)}
    return a_session(conference, title=title, hall=hall, label=label, **times)


def talk(conference, session, title, start=None, *names, **facts):
    people = [(an_official(name), ContributionRole.SPEAKER, "Vienna") for name in names]
    return programme.add_contribution(
        conference,
        title=title,
        session=session,
        people=people,
        planned_start=at(start) if start else None,
        **facts,
    )


def page(client, part=""):
    answer = client.get(f"/conferences/congress/schedule/{part}")
    assert answer.status_code == 200
    return answer.text


def test_halls_stand_side_by_side_and_rows_follow_the_clock(client, conference, halls):
    morning = plan(conference, halls[0], "Archives", "09:00", "11:00", "1")
    plan(conference, halls[1], "Protocol", "10:00", "11:00", "2")
    talk(conference, morning, "On paper", "09:00", "Ada North", duration_minutes=30)
    talk(conference, morning, "On ink", "10:00", "Ben South", "Cid West")
    release_schedule(conference, name="first")
    text = page(client)
    assert part(text, '<table class="timetable"', "</table>") == (
        "Time Hall A Hall B 09:00 Archives until 11:00 On paper Ada North · 30 min"
        " 10:00 On ink Ben South and Cid West Protocol until 11:00"
    )


def test_names_are_kept_apart_in_either_direction(client, conference, halls):
    morning = plan(conference, halls[0], "Archives", "09:00", "11:00", "1")
    talk(conference, morning, "On ink", None, "Ben South", "ياسمين")
    release_schedule(conference, name="first")
    assert "<small><bdi>Ben South</bdi> and <bdi>ياسمين</bdi></small>" in page(client)


def test_hall_is_called_as_its_translation_into_the_language_of_the_page(client, conference):
    hall = programme.add_hall(conference, name="Great Hall", translations={"ru": {"name": "Большой зал"}})
    plan(conference, hall, "Archives", "09:00", "11:00", "1")
    release_schedule(conference, name="first")
    assert ["Большой зал" in page(client), "Большой зал" in page(client, "?lang=ru")] == [False, True]


def test_each_day_has_its_own_table_and_place(client, conference, halls):
    plan(conference, halls[0], "One", "09:00", "11:00", "1")
    later = {"planned_start": Moment.parse("2026-05-12T09:00:00+02:00").instant, "hall": halls[1]}
    a_session(conference, title="Two", label="2", **later)
    release_schedule(conference, name="first")
    text = page(client)
    assert links(text, '<nav class="days', "</nav>") == ["#day-1", "#day-2"]
    assert part(text, 'aria-labelledby="day-2"', "</section>") == "Tuesday, 12 May 2026 Hall B Time Hall B 09:00 Two"


def test_session_without_a_time_says_so(client, conference):
    a_session(conference, title="Some time", label="1", held_on=PartialDate.parse(DAY))
    release_schedule(conference, name="first")
    assert part(page(client), "<tbody", "</tbody>") == "time not fixed Some time"


def test_what_was_planned_after_the_release_is_hidden(client, conference, halls):
    session = plan(conference, halls[0], "Archives", "09:00", "11:00", "1")
    release_schedule(conference, name="first")
    plan(conference, halls[0], "A secret", "12:00", "13:00", "2")
    talk(conference, session, "Another secret", "09:00")
    session.title = "Changed in secret"
    text = page(client)
    assert ("secret" in text, "Archives" in text) == (False, True)
    assert client.get("/conferences/congress/schedule/another-secret/").status_code == 404


def test_schedule_says_which_release_it_is(client, conference, halls):
    plan(conference, halls[0], "Archives", "09:00", "11:00", "1")
    release_schedule(conference, name="Second draft", comment="Halls were swapped.")
    text = words(page(client))
    assert "Release “ Second draft ”" in text
    assert "Halls were swapped." in text


def test_schedule_that_was_never_released_shows_nothing(client, conference, halls):
    plan(conference, halls[0], "Archives", "09:00", "11:00", "1")
    text = words(page(client))
    assert ("Archives" in text, "No schedule has been released yet." in text) == (False, True)
    assert client.get("/conferences/congress/schedule.ics").status_code == 404


def test_entry_tells_who_speaks_when_and_where(client, conference, halls):
    session = plan(conference, halls[0], "Archives", "09:00", "11:00", "1")
    talk(conference, session, "On paper", "09:00", "Ada North", duration_minutes=30, abstract="What *lasts*.")
    release_schedule(conference, name="first")
    text = page(client, "on-paper/")
    assert part(text, "<main", "</main>") == (
        "address On paper When Monday, 11 May 2026, 09:00 – 09:30 Where Hall A Part of Archives"
        " People Ada North, Vienna What lasts. The whole schedule"
    )
    assert "/officials/ada-north/" in links(text)


def test_entry_of_no_session_is_shown(client, conference, halls):
    talk(conference, None, "A walk", "18:00", hall=halls[1])
    release_schedule(conference, name="first")
    assert "A walk When Monday, 11 May 2026, 18:00 Where Hall B" in part(page(client, "a-walk/"), "<main", "</main>")


def test_text_of_others_is_escaped(client, conference, halls):
    plan(conference, halls[0], "<script>alert(1)</script>", "09:00", "11:00", "1")
    release_schedule(conference, name="first")
    assert "<script>alert" not in page(client)


def large_timetable() -> dict:
    """4 days, 10 halls, 400 contributions with speakers and abstracts, as in the benchmark."""
    case = made_up_case()
    names = {one["id"]: one["name"] for one in case["officials"]}
    halls = [{"key": one["id"], "name": one["name"], "capacity": 60, "address": None} for one in case["halls"]]
    parts = {one["label"]: [] for one in case["sessions"]}
    for one in case["contributions"]:
        start = Moment.parse(one["planned_start"])
        people = [{"name": names[key], "slug": key, "role": "speaker", "affiliation": None} for key in one["people"]]
        facts = {
            "kind": "paper",
            "abstract": "Words. " * 100,
            "minutes": 30,
            "hall": None,
            "track": None,
            "language": None,
        }
        when = {"date": str(start.date), "start": str(start), "end": None}
        parts[one["session"]].append({"key": one["id"], "title": one["title"], "people": people, **facts, **when})
    days: dict[str, dict] = {}
    for one in case["sessions"]:
        start = Moment.parse(one["planned_start"])
        facts = {"number": None, "track": None, "committee": None, "place": None, "online_link": None, "language": None}
        session = {"label": one["label"], "kind": one["kind"], "title": one["title"], "hall": one["hall"], **facts}
        session |= {"date": str(start.date), "start": str(start), "end": None, "contributions": parts[one["label"]]}
        day = days.setdefault(str(start.date), {"date": str(start.date), "index": len(days) + 1, "halls": []})
        day["halls"].append({"hall": one["hall"], "sessions": [session], "contributions": []})
    conference = {
        "slug": "congress",
        "name": "Congress",
        "place": "Vienna",
        "zone": "Europe/Vienna",
        "languages": ["en"],
    }
    return {"conference": conference, "halls": halls, "tracks": [], "people": [], "days": list(days.values())}


def test_schedule_of_four_hundred_entries_stays_light(client, conference):
    facts = {"released_at": clock.now(), "timetable": large_timetable()}
    db.session.add(Release(conference_id=conference.id, number=1, name="first", **facts))
    text = page(client)
    assert text.count("<small>") == 400
    assert len(gzip.compress(text.encode())) < 40_000


@pytest.mark.parametrize(("zone", "times"), [(None, 1), ("Europe/Vienna", 0)])
def test_schedule_without_a_time_zone_says_so(client, conference, halls, zone, times):
    conference.zone = zone
    plan(conference, halls[0], "Opening", "09:00", "10:00", "1")
    release_schedule(conference, name="1")
    db.session.commit()
    assert page(client).count("No time zone is stated; times stand as the source gives them.") == times
