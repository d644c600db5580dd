"""The pages of invitations and guests at the desk."""

from __future__ import annotations

import pytest

from confapp.participation import directory, operations
from confapp.participation.models import InvitationState
from confapp.permissions import Role
from tests.builders import a_conference, an_official, an_organization, day

SEES_GUESTS = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY, Role.COMMITTEE, Role.READER}
EDITS = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY}


@pytest.fixture
def conference(db_session):
    conference = a_conference(languages=["en"])
    db_session.flush()
    return conference


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.SECRETARY, conference)


@pytest.fixture
def invitations(conference):
    return f"/manage/conferences/{conference.slug}/invitations/"


@pytest.fixture
def guests(conference):
    return f"/manage/conferences/{conference.slug}/guests/"


@pytest.fixture
def invitation(conference):
    return operations.invite(conference, organization=an_organization("Brazil"), sent_on=day("1883-12-01"))


@pytest.fixture
def guest(conference):
    return operations.invite_guest(conference, an_official("Asaph Hall"), capacity="expert")


def test_empty_lists_lead_on(browser, invitations, guests):
    assert [f'href="{base}new/"' in browser.get(base).text for base in (invitations, guests)] == [True, True]


@pytest.mark.usefixtures("invitation", "guest")
@pytest.mark.parametrize("role", Role)
def test_who_may_what(signed_in_as, conference, invitations, guests, role):
    browser, closed = signed_in_as(role, conference), 404 if role is Role.CONVENER else 403
    paths = (invitations, f"{invitations}1/answer/", f"{invitations}1/edit/", f"{guests}new/", f"{guests}1/edit/")
    assert {browser.get(one).status_code for one in paths} == {200 if role in EDITS else closed}
    assert browser.get(guests).status_code == (200 if role in SEES_GUESTS else closed)


def test_invite_an_organization_made_on_the_spot(browser, invitations, conference):
    browser.post(f"{invitations}new/", data={"organization": "new:Liberia", "sent_on": "1 December 1883"})
    found = directory.invitation_at(conference.id, 1)
    assert (found.organization.name, found.sent_on) == ("Liberia", day("1883-12-01"))


def test_an_invitation_to_nobody_is_refused(browser, invitations):
    response = browser.post(f"{invitations}new/", data={"note": "Kept"})
    assert (response.status_code, "Kept" in response.text) == (422, True)


def test_answer(browser, invitations, invitation):
    browser.post(f"{invitations}1/answer/", data={"state": "accepted", "on": "1884-01-05"})
    assert (invitation.state, invitation.answered_on) == (InvitationState.ACCEPTED, day("1884-01-05"))


def test_an_answer_before_the_invitation_is_refused(browser, invitations, invitation):
    assert browser.post(f"{invitations}1/answer/", data={"state": "accepted", "on": "1880"}).status_code == 422


def test_an_accepted_invitation_leads_to_its_delegation(browser, invitations, invitation):
    operations.answer_invitation(invitation, state=InvitationState.ACCEPTED)
    assert f"delegations/new/?organization={invitation.organization_id}" in browser.get(invitations).text


def test_edit_an_invitation(browser, invitations, invitation):
    data = {"version": invitation.version, "sent_on": "1883-12-02", "delegates_max": "3"}
    browser.post(f"{invitations}1/edit/", data=data)
    assert (invitation.sent_on, invitation.delegates_max) == (day("1883-12-02"), 3)


def test_an_invitation_is_not_sent_after_its_answer(browser, invitations, invitation):
    operations.answer_invitation(invitation, state=InvitationState.ACCEPTED, on=day("1884-01-05"))
    response = browser.post(f"{invitations}1/edit/", data={"version": invitation.version, "sent_on": "1885"})
    assert (response.status_code, invitation.sent_on) == (422, day("1883-12-01"))


def test_a_stale_edit_is_told(browser, invitations, invitation, guests, guest):
    stale = {"version": "99"}
    answers = [browser.post(f"{base}1/edit/", data=stale).status_code for base in (invitations, guests)]
    assert answers == [409, 409]


def test_enter_a_guest_made_on_the_spot(browser, guests, conference):
    browser.post(f"{guests}new/", data={"official": "new:Asaph Hall", "capacity": "expert", "is_listed": "y"})
    found = directory.guest_at(conference.id, 1)
    assert (found.official.name, found.capacity, found.is_listed) == ("Asaph Hall", "expert", True)


def test_nobody_is_a_guest_twice(browser, guests, guest):
    response = browser.post(f"{guests}new/", data={"official": str(guest.official_id), "capacity": "speaker"})
    assert (response.status_code, "on the list already" in response.text) == (422, True)


def test_edit_a_guest(browser, guests, guest):
    browser.post(f"{guests}1/edit/", data={"version": guest.version, "capacity": "speaker"})
    assert (guest.capacity, guest.is_listed) == ("speaker", False)


def test_remove_a_guest(browser, guests, guest, conference, app):
    browser.post(f"{guests}1/remove/", data={})
    with app.test_request_context("/"):
        assert directory.listed_guests(conference.id).total == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_cost_the_same_for_many(conference, db_session, app, count_queries, count):
    for _ in range(count):
        operations.invite(conference, organization=an_organization())
        operations.invite_guest(conference, an_official())
    db_session.flush()
    db_session.expunge_all()
    with app.test_request_context("/?q=society"), count_queries() as asked:
        invited = [row.organization.name for row in directory.listed_invitations(conference.id).rows]
    with app.test_request_context("/?q=person"), count_queries() as again:
        listed = [row.official.name for row in directory.listed_guests(conference.id).rows]
    assert (len(invited), asked.count, len(listed), again.count) == (count, 2, count, 2)


@pytest.mark.parametrize("query", ["q=hall", "sort=person", "sort=capacity&direction=descending", "listed=yes"])
def test_guests_are_found_and_sorted(browser, guests, guest, query):
    assert "Asaph Hall" in browser.get(f"{guests}?{query}").text


@pytest.mark.parametrize("query", ["q=brazil", "sort=sent", "sort=answered&direction=descending", "state=sent"])
def test_invitations_are_found_and_sorted(browser, invitations, invitation, query):
    assert "Brazil" in browser.get(f"{invitations}?{query}").text
