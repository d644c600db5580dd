"""The pages of committees at the desk."""

from __future__ import annotations

import re

import pytest

from confapp.committees import directory, operations, seats
from confapp.committees.models import Committee
from confapp.committees.queries import committee_by_key
from confapp.officials.models import AppointmentState
from confapp.permissions import Role
from tests.builders import a_committee, a_conference, a_document, an_official, day, moment

SEES = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY, Role.COMMITTEE, Role.READER}
EDITS = SEES - {Role.READER}


@pytest.fixture
def conference(db_session):
    conference = a_conference(languages=["en"])
    db_session.flush()
    return conference


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.COMMITTEE, conference)


@pytest.fixture
def base(conference):
    return f"/manage/conferences/{conference.slug}/committees/"


@pytest.fixture
def committee(conference):
    return a_committee(conference, "Programme Committee", period_start=day("2021-01"), period_end=day("2021-06"))


def again(committee) -> Committee:
    return committee_by_key(committee.conference, committee.key)


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_the_list_shows_committees_with_their_members(browser, base, committee):
    operations.appoint_member(committee, an_official())
    text = text_of(browser.get(base))
    assert ["Programme Committee" in text, "Preparatory committee" in text] == [True, True]


def test_an_empty_list_leads_on(browser, base):
    assert f'href="{base}new/"' in browser.get(base).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_many(conference, db_session, app, count_queries, count):
    for _ in range(count):
        operations.appoint_member(a_committee(conference), an_official())
    db_session.flush()
    db_session.expunge_all()
    with app.test_request_context("/?q=committee"), count_queries() as asked:
        page, counts = directory.listed(conference.id)
    assert (len(page.rows), list(counts.values()), asked.count) == (count, [1] * count, 3)


@pytest.mark.parametrize("role", Role)
def test_who_sees_committees(signed_in_as, conference, base, committee, role):
    browser = signed_in_as(role, conference)
    answers = {
        browser.get(f"{base}{path}").status_code for path in ("", f"{committee.key}/", f"{committee.key}/matrix/")
    }
    assert answers == ({200} if role in SEES else {404} if role is Role.CONVENER else {403})


@pytest.mark.parametrize("role", Role)
def test_who_edits_committees(signed_in_as, conference, base, committee, role):
    browser, place = signed_in_as(role, conference), f"{base}{committee.key}/"
    paths = ("edit/", "rename/", "members/new/", "meetings/new/", "report/", "discharge/")
    answers = {browser.get(address).status_code for address in (f"{base}new/", *(f"{place}{path}" for path in paths))}
    assert answers == ({200} if role in EDITS else {404} if role is Role.CONVENER else {403})


def test_set_up(browser, base, conference):
    data = {"name": "Credentials Committee", "committee_kind": "credentials", "period_start": "5.2.2021"}
    response = browser.post(f"{base}new/", data=data)
    committee = committee_by_key(conference, "credentials-committee")
    assert (response.location, committee.period_start) == (f"{base}credentials-committee/", day("2021-02-05"))


def test_what_was_typed_stays_where_the_period_is_backwards(browser, base):
    data = {
        "name": "Drafting",
        "committee_kind": "drafting",
        "period_start": "March 2021",
        "period_end": "January 2021",
    }
    response = browser.post(f"{base}new/", data=data)
    assert (response.status_code, 'value="January 2021"' in response.text) == (422, True)
    assert "cannot end before it begins" in response.text


def test_edit(browser, base, committee):
    data = {"version": committee.version, "committee_kind": "programme", "period_start": "2021-01", "mandate": "Plan."}
    browser.post(f"{base}{committee.key}/edit/", data=data)
    assert (again(committee).mandate, again(committee).committee_kind) == ("Plan.", "programme")


def test_a_stale_edit_shows_both(browser, base, committee):
    version = committee.version
    operations.change_committee(committee, mandate="Theirs")
    data = {"version": version, "committee_kind": "preparatory", "mandate": "Mine"}
    response = browser.post(f"{base}{committee.key}/edit/", data=data)
    assert (response.status_code, "Theirs" in response.text, "Mine" in response.text) == (409, True, True)


def test_rename(browser, base, committee):
    browser.post(f"{base}{committee.key}/rename/", data={"version": committee.version, "name": "Board of Programme"})
    assert again(committee).name == "Board of Programme"


def test_appoint_somebody_made_on_the_spot(browser, base, committee):
    data = {"official": "new:Anna Petrova", "title": "Member", "responsibility": "Visas", "territory": "Asia"}
    response = browser.post(f"{base}{committee.key}/members/new/", data=data)
    (one,) = seats.seats(committee.id)
    assert (response.location, one.official.name, one.responsibility, one.territory) == (
        f"{base}{committee.key}/",
        "Anna Petrova",
        "Visas",
        "Asia",
    )


def test_a_term_outside_the_period_is_said_beside_its_field(browser, base, committee):
    data = {"official": "new:Anna Petrova", "title": "Member", "term_start": "2022"}
    response = browser.post(f"{base}{committee.key}/members/new/", data=data)
    assert (response.status_code, "outside the period of work" in response.text) == (422, True)


def test_the_matrix_leads_to_an_appointment_for_its_cell(browser, base, committee):
    page = browser.get(f"{base}{committee.key}/members/new/?responsibility=Visas&territory=Asia").text
    assert ['value="Visas"' in page, 'value="Asia"' in page] == [True, True]


def test_accept(browser, base, committee):
    one = operations.appoint_member(committee, an_official(), state=AppointmentState.PROPOSED)
    browser.post(f"{base}{committee.key}/members/{one.id}/accept/")
    assert seats.seat(committee.id, one.id).state is not AppointmentState.PROPOSED


def test_accepting_twice_is_refused_in_a_sentence(browser, base, committee):
    one = operations.appoint_member(committee, an_official())
    response = browser.post(f"{base}{committee.key}/members/{one.id}/accept/", follow_redirects=True)
    assert "Only a proposed appointment" in response.text


def test_decline(browser, base, committee):
    one = operations.appoint_member(committee, an_official(), state=AppointmentState.PROPOSED)
    browser.post(f"{base}{committee.key}/members/{one.id}/decline/", data={"reason": "Illness"})
    assert (one.state, one.end_reason) == (AppointmentState.DECLINED, "Illness")


def test_end(browser, base, committee):
    one = operations.appoint_member(committee, an_official())
    browser.post(f"{base}{committee.key}/members/{one.id}/end/", data={"on": "2021-03-01"})
    assert (one.state, one.term_end) == (AppointmentState.ENDED, moment("2021-03-01"))


def test_succeed_hands_on_what_the_member_answered_for(browser, base, committee):
    one = operations.appoint_member(committee, an_official(), title="Chair", is_unique=True, responsibility="Visas")
    data = {"official": "new:Boris", "on": "2021-03-01"}
    browser.post(f"{base}{committee.key}/members/{one.id}/succeed/", data=data)
    successor = next(each for each in seats.seats(committee.id) if each.id != one.id)
    assert (successor.official.name, successor.responsibility, successor.predecessor_id, one.term_end) == (
        "Boris",
        "Visas",
        one.id,
        moment("2021-03-01"),
    )


def test_a_successor_outside_the_period_changes_nothing(browser, base, committee):
    one = operations.appoint_member(committee, an_official())
    data = {"official": "new:Boris", "on": "2023"}
    response = browser.post(f"{base}{committee.key}/members/{one.id}/succeed/", data=data)
    assert (response.status_code, one.term_end, len(seats.seats(committee.id))) == (422, None, 1)


def test_assign(browser, base, committee):
    one = operations.appoint_member(committee, an_official())
    data = {"version": one.version, "responsibility": "Visas", "territory": "Europe"}
    browser.post(f"{base}{committee.key}/members/{one.id}/responsibility/", data=data)
    assert (one.responsibility, one.territory) == ("Visas", "Europe")


def test_a_stale_responsibility_is_refused(browser, base, committee):
    one = operations.appoint_member(committee, an_official())
    data = {"version": one.version + 1, "responsibility": "Visas", "territory": ""}
    response = browser.post(f"{base}{committee.key}/members/{one.id}/responsibility/", data=data)
    assert response.status_code == 409


def test_a_member_of_another_committee_is_not_found(browser, base, committee, conference):
    one = operations.appoint_member(a_committee(conference, "Other"), an_official())
    assert browser.post(f"{base}{committee.key}/members/{one.id}/accept/").status_code == 404


def test_who_sits_in_two_committees_at_once_is_shown(browser, base, committee, conference):
    official = an_official()
    operations.appoint_member(a_committee(conference, "Drafting", period_start=day("2021-06")), official)
    operations.appoint_member(committee, official)
    assert "At the same time also: Member, Drafting" in text_of(browser.get(f"{base}{committee.key}/"))


def test_who_sits_in_two_committees_one_after_the_other_is_not(browser, base, committee, conference):
    official = an_official()
    operations.appoint_member(a_committee(conference, "Drafting", period_start=day("2021-07")), official)
    operations.appoint_member(committee, official)
    assert "At the same time" not in browser.get(f"{base}{committee.key}/").text


def test_a_meeting_is_noted_and_corrected(browser, base, committee):
    browser.post(f"{base}{committee.key}/meetings/new/", data={"met": "2021-03-01", "place": "Kazan"})
    data = {"version": 1, "met": "2021-03-02", "place": "Kazan"}
    browser.post(f"{base}{committee.key}/meetings/1/edit/", data=data)
    assert [(one.met, one.place) for one in again(committee).meetings] == [(moment("2021-03-02"), "Kazan")]


def test_a_meeting_outside_the_period_is_refused(browser, base, committee):
    assert browser.post(f"{base}{committee.key}/meetings/new/", data={"met": "1999"}).status_code == 422


def test_report(browser, base, committee, conference):
    document = a_document(conference, "Report of the Programme Committee")
    browser.post(f"{base}{committee.key}/report/", data={"report_document": str(document.id)})
    assert again(committee).report_document.title == "Report of the Programme Committee"


def test_an_empty_report_is_refused(browser, base, committee):
    assert browser.post(f"{base}{committee.key}/report/", data={}).status_code == 422


def test_discharge_ends_memberships(browser, base, committee):
    one = operations.appoint_member(committee, an_official())
    browser.post(f"{base}{committee.key}/discharge/", data={"on": "2021-05-31", "outcome": "Done."})
    assert (again(committee).outcome, one.state) == ("Done.", AppointmentState.ENDED)


def test_texts_come_out_escaped(browser, base, conference):
    committee = a_committee(conference, "<script>alert(1)</script>", mandate="<b>x</b>")
    operations.appoint_member(committee, an_official("<i>A</i>"), responsibility="<u>", territory="<s>")
    page = browser.get(f"{base}{committee.key}/").text
    assert [tag in page for tag in ("<script>alert", "<b>x", "<i>A", "<u>", "<s>")] == [False] * 5
