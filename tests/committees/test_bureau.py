"""The bureau of a conference at the desk."""

from __future__ import annotations

import pytest

from confapp.committees import bureau, posts, seats
from confapp.officials.models import AppointmentState
from confapp.permissions import Role
from tests.builders import a_conference, an_official, moment

SEES = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY, Role.COMMITTEE, Role.READER}
EDITS = {Role.ADMINISTRATOR, Role.ORGANIZER}


@pytest.fixture
def conference(db_session):
    conference = a_conference(languages=["en"])
    db_session.flush()
    return conference


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.ORGANIZER, conference)


@pytest.fixture
def base(conference):
    return f"/manage/conferences/{conference.slug}/bureau/"


@pytest.fixture
def president(conference):
    return bureau.appoint_officer(conference, an_official("C. R. P. Rodgers"), title="President", is_presiding=True)


def standing(conference):
    return [
        (post.office.title, [(one.official.name, one.state.value) for one in post.holders])
        for post in posts.posts(conference.id)
    ]


def test_an_empty_bureau_leads_on(browser, base):
    assert f'href="{base}new/"' in browser.get(base).text


def test_appoint_creates_the_office_and_the_person(browser, base, conference):
    data = {"official": "new:C. R. P. Rodgers", "title": "President", "is_unique": "y", "is_presiding": "y"}
    assert browser.post(f"{base}new/", data=data).location == base
    assert standing(conference) == [("President", [("C. R. P. Rodgers", "in_force")])]


def test_several_secretaries_share_an_office(browser, base, conference):
    for name in ("Cruls", "Janssen"):
        browser.post(f"{base}new/", data={"official": f"new:{name}", "title": "Secretary"})
    assert standing(conference) == [("Secretary", [("Cruls", "in_force"), ("Janssen", "in_force")])]


def test_a_second_holder_is_refused_by_name(browser, base, president):
    data = {"official": "new:Another", "title": "President", "term_start": "2021"}
    bureau_term = browser.post(f"{base}holders/{president.id}/vacate/", data={"on": "2020"})
    assert bureau_term.location == base
    assert browser.post(f"{base}president/appoint/", data=data).location == base
    again = browser.post(f"{base}president/appoint/", data={**data, "official": "new:Third"})
    assert (again.status_code, "Another holds the office" in again.text) == (422, True)


def test_the_page_shows_the_holders(browser, base, president):
    page = browser.get(base).text
    assert ["President" in page, "C. R. P. Rodgers" in page] == [True, True]


def test_accept(browser, base, conference):
    one = bureau.appoint_officer(conference, an_official(), title="President", state=AppointmentState.PROPOSED)
    browser.post(f"{base}holders/{one.id}/accept/")
    assert one.state is AppointmentState.IN_FORCE


def test_decline(browser, base, conference):
    one = bureau.appoint_officer(conference, an_official(), title="President", state=AppointmentState.PROPOSED)
    browser.post(f"{base}holders/{one.id}/decline/", data={"reason": ""})
    assert one.state is AppointmentState.DECLINED


def test_succeed(browser, base, conference, president):
    browser.post(f"{base}holders/{president.id}/succeed/", data={"official": "new:Boris", "on": "2021-03-01"})
    assert standing(conference) == [("President", [("C. R. P. Rodgers", "ended"), ("Boris", "in_force")])]


def test_a_successor_starts_where_the_term_ends(conference, president):
    one = bureau.succeed_officer(conference, president, an_official(), on=moment("2021-03-01"))
    assert (one.term_start, one.predecessor_id, president.term_end) == (
        moment("2021-03-01"),
        president.id,
        moment("2021-03-01"),
    )


def test_edit_an_office(browser, base, conference, president):
    office = posts.office_at(conference.id, "president")
    data = {"version": office.version, "title": "Chairman", "rank": "1", "is_unique": "y", "is_presiding": "y"}
    browser.post(f"{base}president/edit/", data=data)
    assert posts.office_at(conference.id, "president").title == "Chairman"


def test_a_stale_edit_shows_both(browser, base, conference, president):
    office = posts.office_at(conference.id, "president")
    data = {"version": office.version + 1, "title": "Mine", "rank": "1", "is_unique": "y", "is_presiding": "y"}
    assert browser.post(f"{base}president/edit/", data=data).status_code == 409


def test_an_office_that_is_held_is_not_left_vacant(browser, base, president):
    response = browser.post(f"{base}president/abolish/", data={})
    assert (response.status_code, "End that term first" in response.text) == (422, True)


def test_leave_an_office_vacant(browser, base, conference, president):
    browser.post(f"{base}holders/{president.id}/vacate/", data={"on": "2021-03-01"})
    browser.post(f"{base}president/abolish/", data={})
    assert posts.office_at(conference.id, "president").is_abolished


def test_offices_of_another_conference_are_not_found(browser, base, db_session):
    other = a_conference()
    one = bureau.appoint_officer(other, an_official(), title="President")
    addresses = (f"{base}president/edit/", f"{base}holders/{one.id}/vacate/")
    assert [browser.get(address).status_code for address in addresses] == [404, 404]


@pytest.mark.parametrize("role", Role)
def test_who_sees_and_edits_the_bureau(signed_in_as, conference, base, president, role):
    browser = signed_in_as(role, conference)
    seen, edited = browser.get(base).status_code, browser.get(f"{base}new/").status_code
    closed = 404 if role is Role.CONVENER else 403
    assert (seen, edited) == (200 if role in SEES else closed, 200 if role in EDITS else closed)


@pytest.mark.parametrize("count", [1, 3])
def test_the_bureau_costs_the_same_for_many(conference, db_session, count_queries, count):
    for _ in range(count):
        bureau.appoint_officer(conference, an_official(), title="Secretary", is_unique=False)
    db_session.flush()
    db_session.expunge_all()
    with count_queries() as asked:
        (post,) = posts.posts(conference.id)
    assert (len(post.holders), asked.count) == (count, 2)


def test_what_somebody_is_already_is_known(conference, president):
    assert seats.held_by(conference.id, president.official_id) == [seats.Elsewhere("President", conference.name)]
