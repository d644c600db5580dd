"""The schedule is released at the desk, by who may."""

from __future__ import annotations

import pytest

from confapp.permissions import Role
from tests.builders import a_conference, a_session, day


@pytest.fixture
def here(db_session):
    conference = a_conference("Congress", state="convened")
    a_session(conference, held_on=day("1884-10-02"))
    db_session.flush()
    return conference


@pytest.fixture
def schedule(here):
    return f"/manage/conferences/{here.slug}/schedule/"


def test_a_release_stands_in_the_list(signed_in_as, here, schedule):
    browser = signed_in_as(Role.ORGANIZER, here)
    assert "1 session is frozen" in browser.get(f"{schedule}release/").text
    assert browser.post(f"{schedule}release/", data={"name": "Preliminary"}).location == schedule
    assert "Preliminary" in browser.get(schedule).text


def test_a_name_is_given_once(signed_in_as, here, schedule):
    browser = signed_in_as(Role.ORGANIZER, here)
    answers = [browser.post(f"{schedule}release/", data={"name": "Final"}).status_code for _time in range(2)]
    assert answers == [302, 422]


def test_a_secretary_sees_and_does_not_release(signed_in_as, here, schedule):
    browser = signed_in_as(Role.SECRETARY, here)
    assert (browser.get(schedule).status_code, browser.get(f"{schedule}release/").status_code) == (200, 403)
