"""The dashboard of a conference, and the steps of its life cycle."""

from __future__ import annotations

from datetime import timedelta

import pytest

from confapp import clock
from confapp.accounts import operations as accounts
from confapp.accounts.queries import grants_in
from confapp.committees import operations as committees
from confapp.conferences import queries
from confapp.conferences.models import ConferenceState, DocumentState
from confapp.dates import PartialDate
from confapp.desk.standing import standing_of
from confapp.desk.waiting import papers
from confapp.officials.models import AppointmentState
from confapp.participation import operations as participation
from confapp.permissions import Role
from tests.builders import (
    a_committee,
    a_conference,
    a_delegation,
    a_document,
    a_held_session,
    a_letter,
    a_session,
    an_official,
    an_organization,
    day,
)

STEPS = [
    ("planned", "convene", {"on": "May 1884"}, ConferenceState.CONVENED),
    ("convened", "prepare", {}, ConferenceState.PREPARING),
    ("preparing", "open", {"at": "1 October 1884, 13:00"}, ConferenceState.OPEN),
    ("open", "close", {"is_unknown": "y"}, ConferenceState.CLOSED),
    ("closed", "archive", {}, ConferenceState.ARCHIVED),
]
DASHBOARD_QUERIES = 18
PAGES = ["convene", "prepare", "open", "close", "archive", "back", "show", "hide"]


@pytest.fixture
def begin(signed_in_as, db_session):
    """A conference that has come so far, and the browser of its organizer."""

    def make(state: str = "planned", role: Role = Role.ORGANIZER, **facts):
        conference = a_conference("Congress", state=state, **facts)
        return conference, signed_in_as(role, conference)

    return make


def at(conference, page: str = "") -> str:
    return f"/manage/conferences/{conference.slug}/{page and page + '/'}"


def state_of(conference) -> ConferenceState:
    return queries.conference_by_slug(conference.slug).state


def panel(page: str, title: str) -> str:
    """A part of the page, from its heading to its end."""
    return page.partition(f"<h2>{title}")[2].partition("</section>")[0]


# The dashboard


@pytest.mark.parametrize("state", list(ConferenceState))
def test_it_shows_where_the_conference_stands(begin, state):
    conference, browser = begin(state.value)
    assert browser.get(at(conference)).text.count('aria-current="step"') == 1


def test_it_says_what_is_missing_and_leads_there(begin):
    conference, browser = begin(convener=None)
    missing = panel(browser.get(at(conference)).text, "Before the next step")
    assert f'<a href="{at(conference, "edit")}">Say who convenes it</a>' in missing


def test_it_says_where_nothing_is_missing(begin):
    conference, browser = begin("archived")
    assert "Before the next step" not in browser.get(at(conference)).text


def test_it_names_what_waits(begin):
    conference, browser = begin("preparing")
    a_document(conference, state=DocumentState.DRAFT)
    participation.present_credentials(a_delegation(conference))
    a_letter(conference)
    waits = panel(browser.get(at(conference)).text, "Waits for you")
    assert ("1 document to issue" in waits, "1 letter to acknowledge" in waits) == (True, True)


def test_readers_are_not_asked_to_do_anything(begin):
    conference, browser = begin("preparing", role=Role.READER)
    a_letter(conference)
    page = browser.get(at(conference)).text
    assert ("1 letter to acknowledge" in page, "Begin to prepare" in page) == (False, False)


def test_it_says_what_comes_next(begin):
    tomorrow = clock.now() + timedelta(days=1)
    conference, browser = begin(ends_on=PartialDate.of(tomorrow.date()), zone="UTC")
    a_session(conference, planned_start=tomorrow, title="Opening")
    comes = panel(browser.get(at(conference)).text, "What happens next")
    assert ("It ends" in comes, "Session 1 · Opening" in comes) == (True, True)


def test_the_end_of_an_embargo_comes(begin):
    conference, browser = begin("convened")
    a_document(conference, key="report", embargo_until=clock.now() + timedelta(days=1))
    comes = panel(browser.get(at(conference)).text, "What happens next")
    assert f'<a href="{at(conference, "documents/report")}">Strangers see a document</a>' in comes


def test_proposed_members_and_unanswered_invitations_wait(begin):
    conference, _browser = begin("preparing")
    seat = committees.appoint_member(a_committee(conference), an_official(), state=AppointmentState.PROPOSED)
    participation.invite(conference, organization=an_organization())
    assert (seat.state, [text for text, _part in papers(standing_of(conference))]) == (
        AppointmentState.PROPOSED,
        ["1 appointment to accept", "1 invitation without an answer"],
    )


def test_nothing_of_the_past_comes_next(begin):
    conference, browser = begin(starts_on=day("1884-10-01"))
    assert "Nothing is dated after today." in panel(browser.get(at(conference)).text, "What happens next")


def test_it_shows_what_was_done_last(begin):
    conference, browser = begin()
    assert "conference: planned" in panel(browser.get(at(conference)).text, "What was done last")


def test_the_time_line_has_a_table_behind_it(begin):
    conference, browser = begin(starts_on=day("2021-02-05"), ends_on=day("2021-02-17"))
    line = panel(browser.get(at(conference)).text, "Time line")
    assert ('<svg role="img"' in line, "<td>5–17 February 2021</td>" in line) == (True, True)


def test_findings_are_counted(begin):
    conference, browser = begin("open")
    a_held_session(conference)
    assert "warning" in panel(browser.get(at(conference)).text, "Findings")


@pytest.mark.parametrize("count", [1, 3])
def test_the_dashboard_costs_the_same_for_few_and_for_many(begin, count_queries, db_session, count):
    conference, browser = begin("preparing", role=Role.READER)
    for number in range(count):
        committee = a_committee(conference, f"Committee {number}", period_start=day("1884"))
        committees.appoint_member(committee, an_official())
        a_session(conference, held_on=day("1884-10-01"))
        a_delegation(conference)
        a_letter(conference)
    address = at(conference)
    db_session.expire_all()
    with count_queries() as asked:
        browser.get(address)
    assert asked.count == DASHBOARD_QUERIES


def test_delegates_do_not_see_it(begin):
    conference, browser = begin(role=Role.DELEGATE)
    assert browser.get(at(conference)).status_code == 403


# The steps


@pytest.mark.parametrize(("state", "step", "form", "reached"), STEPS)
def test_a_step_is_taken(begin, state, step, form, reached):
    conference, browser = begin(state)
    answer = browser.post(at(conference, step), data=form)
    assert (answer.headers["Location"], state_of(conference)) == (at(conference), reached)


def test_steps_write_down_when(begin):
    conference, browser = begin("preparing")
    browser.post(at(conference, "open"), data={"at": "1 October 1884, 13:00"})
    browser.post(at(conference, "close"), data={"is_unknown": "y"})
    found = queries.conference_by_slug(conference.slug)
    assert (str(found.opened), found.closed) == ("1884-10-01T13:00", None)


def test_a_step_out_of_its_order_is_refused(begin):
    conference, browser = begin("planned")
    answer = browser.post(at(conference, "open"), data={})
    assert (answer.status_code, state_of(conference)) == (422, ConferenceState.PLANNED)


def test_a_step_shows_what_is_better_done_before(begin):
    conference, browser = begin("preparing")
    assert "Register the delegations" in browser.get(at(conference, "open")).text


def test_a_step_keeps_what_was_typed(begin):
    conference, browser = begin("preparing")
    assert 'value="some day"' in browser.post(at(conference, "open"), data={"at": "some day"}).text


def test_a_step_is_taken_back(begin):
    conference, browser = begin("open")
    browser.post(at(conference, "back"))
    found = queries.conference_by_slug(conference.slug)
    assert (found.state, found.opened) == (ConferenceState.PREPARING, None)


def test_a_step_is_not_taken_back_once_sessions_were_held(begin):
    conference, browser = begin("open")
    a_held_session(conference)
    answer = browser.post(at(conference, "back"))
    assert (answer.status_code, state_of(conference)) == (422, ConferenceState.OPEN)


def test_strangers_see_it_and_no_longer(begin, client):
    conference, browser = begin("convened")
    browser.post(at(conference, "show"))
    seen = client.get(f"/conferences/{conference.slug}/").status_code
    browser.post(at(conference, "hide"))
    assert (seen, client.get(f"/conferences/{conference.slug}/").status_code) == (200, 404)


def test_what_is_only_planned_is_not_shown(begin):
    conference, browser = begin("planned")
    assert browser.post(at(conference, "show")).status_code == 422


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", [Role.SECRETARY, Role.READER, Role.COMMITTEE])
def test_only_organizers_decide_the_course(begin, role, page):
    conference, browser = begin(role=role)
    assert browser.post(at(conference, page)).status_code == 403


# Another one after it


@pytest.fixture
def convener(begin, app):
    """An organizer who may also convene."""
    conference, browser = begin("closed", starts_on=day("2023-10-02"))
    accounts.grant_role(grants_in(conference.id)[0].user, Role.CONVENER, by=None)
    return conference, browser


def test_another_one_is_planned_after_it(convener):
    conference, browser = convener
    a_committee(conference)
    form = {"name": "Next Congress", "starts_on": "7 October 2024", "with_committees": "y"}
    answer = browser.post(at(conference, "clone"), data=form)
    assert answer.headers["Location"] == "/manage/conferences/next-congress/"
    assert "Preparatory Committee" not in browser.get(answer.headers["Location"]).text
    assert queries.conference_by_slug("next-congress").starts_on == day("2024-10-07")


def test_a_clone_without_a_day_is_refused_beside_its_field(convener):
    conference, browser = convener
    answer = browser.post(at(conference, "clone"), data={"name": "Next Congress", "starts_on": "2024"})
    assert (answer.status_code, 'id="starts_on-error"' in answer.text) == (422, True)


def test_who_may_not_convene_plans_nothing_after_it(begin):
    conference, browser = begin("closed")
    assert browser.get(at(conference, "clone")).status_code == 403
