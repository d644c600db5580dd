"""Sessions, contributions, halls and tracks at the desk."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.permissions import Role
from confapp.programme.models import Contribution, Hall, Session
from confapp.programme.operations import add_hall
from tests.builders import a_conference, a_session, an_official


@pytest.fixture
def here(db_session):
    conference = a_conference("Congress", zone="Asia/Tashkent")
    db_session.flush()
    return conference


@pytest.fixture
def home(here):
    return f"/manage/conferences/{here.slug}"


@pytest.fixture
def browser(signed_in_as, here):
    return signed_in_as(Role.SECRETARY, here)


def the_session(db_session):
    return db_session.scalars(sa.select(Session)).one()


@pytest.mark.parametrize("count", [1, 3])
def test_index_costs_the_same_for_one_and_three(browser, here, home, count_queries, count):
    for _number in range(count):
        a_session(here)
    browser.get(f"{home}/sessions/")
    with count_queries() as queries:
        browser.get(f"{home}/sessions/")
    assert len([each for each in queries if "FROM sessions" in each]) == 2


def test_a_new_session_takes_the_next_number(browser, here, home):
    a_session(here)
    assert browser.post(f"{home}/sessions/new/", data={"kind": "plenary"}).location == f"{home}/sessions/2/"


def test_times_are_read_on_the_clock_of_the_conference(browser, home, db_session):
    browser.post(f"{home}/sessions/new/", data={"kind": "plenary", "planned_start": "5 February 2021, 10:00"})
    assert the_session(db_session).planned_start.isoformat() == "2021-02-05T05:00:00+00:00"


def test_a_time_without_its_hour_is_refused_and_kept(browser, home):
    response = browser.post(f"{home}/sessions/new/", data={"kind": "plenary", "planned_start": "5 February 2021"})
    assert (response.status_code, 'value="5 February 2021"' in response.text) == (422, True)


def test_a_hall_is_made_on_the_spot(browser, home, db_session):
    browser.post(f"{home}/sessions/new/", data={"kind": "plenary", "hall": "new:Great Hall"})
    assert db_session.scalars(sa.select(Hall.name)).all() == ["Great Hall"]


def test_a_stale_edit_shows_both(browser, here, home):
    session = a_session(here)
    address, data = f"{home}/sessions/1/edit/", {"kind": "plenary", "version": str(session.version)}
    assert browser.post(address, data={**data, "place": "Rome"}).status_code == 302
    response = browser.post(address, data={**data, "place": "Bern"})
    assert (response.status_code, "Rome</blockquote>" in response.text) == (409, True)


def test_a_session_is_cancelled_with_its_reason(browser, here, home, db_session):
    a_session(here)
    browser.post(f"{home}/sessions/1/cancel/", data={"reason": "Snow"})
    assert the_session(db_session).state == "cancelled"


def test_a_contribution_gets_its_speakers(browser, here, home, db_session):
    a_session(here)
    one, other = an_official("A. Able"), an_official("B. Baker")
    db_session.flush()
    address = f"{home}/sessions/1/contributions"
    browser.post(f"{address}/new/", data={"title": "On time", "kind": "report", "speakers": [str(one.id)]})
    contribution = db_session.scalars(sa.select(Contribution)).one()
    data = {"title": "On time", "kind": "report", "session": "1", "version": str(contribution.version)}
    browser.post(f"{address}/on-time/edit/", data={**data, "speakers": [str(other.id), str(one.id)]})
    assert "B. Baker, A. Able" in browser.get(f"{home}/sessions/1/").text


def test_a_contribution_is_withdrawn(browser, here, home):
    a_session(here)
    browser.post(f"{home}/sessions/1/contributions/new/", data={"title": "On time", "kind": "report"})
    browser.post(f"{home}/sessions/1/contributions/on-time/withdraw/")
    assert "/on-time/" not in browser.get(f"{home}/sessions/1/").text


def test_a_hall_is_changed(browser, here, home):
    hall = add_hall(here, name="Hall")
    data = {"name": "Great Hall", "capacity": "300", "version": str(hall.version)}
    assert browser.post(f"{home}/halls/hall/edit/", data=data).location == f"{home}/halls/"
    assert "Great Hall" in browser.get(f"{home}/halls/").text


def test_a_track_keeps_a_wrong_colour_in_its_field(browser, home):
    response = browser.post(f"{home}/tracks/new/", data={"name": "Language", "colour": "red"})
    assert (response.status_code, 'value="red"' in response.text) == (422, True)


@pytest.mark.parametrize("page", ["sessions/", "sessions/new/", "sessions/1/", "halls/", "tracks/", "tracks/new/"])
def test_pages_answer(browser, here, home, page):
    a_session(here)
    assert browser.get(f"{home}/{page}").status_code == 200


def test_a_reader_sees_and_changes_nothing(signed_in_as, here, home):
    a_session(here)
    reader = signed_in_as(Role.READER, here)
    assert reader.get(f"{home}/sessions/1/").status_code == 200
    assert reader.post(f"{home}/sessions/new/", data={"kind": "plenary"}).status_code == 403


def test_strangers_are_asked_to_sign_in(client, home):
    assert client.get(f"{home}/sessions/").location.startswith("/sign-in/")
