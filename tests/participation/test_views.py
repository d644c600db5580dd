"""The pages of delegations and their delegates at the desk."""

from __future__ import annotations

import re

import pytest

from confapp.participation import directory, operations
from confapp.participation.models import CredentialsState, DelegateRole, DelegationCategory
from confapp.participation.queries import delegation_by_key
from confapp.permissions import Role
from tests.builders import a_conference, a_delegation, an_official, an_organization, day, moment

SEES = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY, Role.COMMITTEE, Role.READER}
EDITS = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY}
DECIDES = {Role.ADMINISTRATOR, Role.ORGANIZER}


@pytest.fixture
def conference(db_session):
    conference = a_conference(languages=["en"], state="convened")
    db_session.flush()
    return conference


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.ORGANIZER, conference)


@pytest.fixture
def base(conference):
    return f"/manage/conferences/{conference.slug}/delegations/"


@pytest.fixture
def delegation(conference):
    return a_delegation(conference, an_organization("France"))


def again(delegation):
    return delegation_by_key(delegation.conference, delegation.key)


def names(response) -> list[str]:
    return re.findall(r'<th scope="row">.*?<bdi>(.*?)</bdi>', response.text)


def delegates_of(delegation):
    return [(one.official.name, one.role.value) for one in again(delegation).delegates]


def test_an_empty_list_leads_on(browser, base):
    assert f'href="{base}new/"' in browser.get(base).text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=france", ["France"]),
        ("q=франс", []),
        ("q=janssen", ["France"]),
        ("category=observer", ["Hawaii"]),
        ("credentials=presented", ["France"]),
        ("withdrawn=yes", []),
        ("sort=number&direction=descending", ["Hawaii", "France"]),
    ],
)
def test_the_list_finds_narrows_and_sorts(browser, base, conference, delegation, query, found):
    operations.name_delegate(delegation, an_official("J. Janssen"))
    operations.present_credentials(delegation)
    a_delegation(conference, an_organization("Hawaii"), category=DelegationCategory.OBSERVER)
    assert names(browser.get(f"{base}?{query}")) == found


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_many(conference, db_session, app, count_queries, count):
    for _ in range(count):
        operations.name_delegate(a_delegation(conference), an_official())
    db_session.flush()
    db_session.expunge_all()
    with app.test_request_context("/?q=society"), count_queries() as asked:
        page, counts = directory.listed_delegations(conference.id)
        found = [row.organization.name for row in page.rows]
    assert (len(found), list(counts.values()), asked.count) == (count, [1] * count, 3)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_delegates_costs_the_same_for_many(conference, db_session, app, count_queries, count):
    for _ in range(count):
        operations.name_delegate(a_delegation(conference), an_official())
    db_session.flush()
    db_session.expunge_all()
    with app.test_request_context("/?q=person&sort=person"), count_queries() as asked:
        rows = [(row.official.name, row.delegation.name) for row in directory.listed_delegates(conference.id).rows]
    assert (len(rows), asked.count) == (count, 2)


@pytest.mark.parametrize("role", Role)
def test_who_sees_edits_and_decides(signed_in_as, conference, base, delegation, role):
    operations.present_credentials(delegation)
    browser, place = signed_in_as(role, conference), f"{base}{delegation.key}/"
    addresses = {
        "sees": (base, f"{base}people/", place),
        "edits": (f"{base}new/", f"{place}edit/", f"{place}withdraw/"),
    }
    addresses["decides"] = (f"{place}credentials/accept/", f"{place}credentials/reject/", f"{base}issue/")
    found = {what: {browser.get(one).status_code for one in group} for what, group in addresses.items()}
    closed = 404 if role is Role.CONVENER else 403
    allowed = {"sees": SEES, "edits": EDITS, "decides": DECIDES}
    assert found == {what: {200 if role in roles else closed} for what, roles in allowed.items()}


def test_register_with_organization_and_head_made_on_the_spot(browser, base, conference):
    data = {"organization": "new:Brazil", "category": "member", "votes": "1", "head": "new:L. Cruls"}
    assert browser.post(f"{base}new/", data=data).location == f"{base}brazil/"
    delegation = delegation_by_key(conference, "brazil")
    assert (delegates_of(delegation), delegation.is_voting) == ([("L. Cruls", "head")], True)


def test_an_observer_does_not_vote_unless_said(browser, base, conference):
    browser.post(f"{base}new/", data={"organization": "new:Hawaii", "category": "observer", "votes": "1"})
    assert delegation_by_key(conference, "hawaii").is_voting is False


def test_what_was_typed_stays_where_a_delegation_needs_its_organization(browser, base):
    response = browser.post(f"{base}new/", data={"category": "observer", "first_present": "Session 7"})
    assert (response.status_code, "needs its organization" in response.text) == (422, True)
    assert 'value="Session 7"' in response.text


def test_the_organization_of_an_invitation_is_filled_in(browser, base):
    organization = an_organization("Paraguay")
    assert "Paraguay" in browser.get(f"{base}new/?organization={organization.id}").text


def test_edit(browser, base, delegation):
    data = {"version": delegation.version, "category": "observer", "name": "French Republic", "votes": "1"}
    browser.post(f"{base}{delegation.key}/edit/", data=data)
    assert (again(delegation).name, again(delegation).is_voting) == ("French Republic", False)


def test_a_stale_edit_shows_both(browser, base, delegation):
    version = delegation.version
    operations.change_delegation(delegation, name="Theirs")
    data = {"version": version, "category": "member", "name": "Mine", "votes": "1", "is_voting": "y"}
    response = browser.post(f"{base}{delegation.key}/edit/", data=data)
    assert (response.status_code, "Theirs" in response.text, "Mine" in response.text) == (409, True, True)


def test_name_a_delegate(browser, base, delegation):
    data = {"official": "new:Lefaivre", "role": "head", "title": "Minister Plenipotentiary"}
    browser.post(f"{base}{delegation.key}/delegates/new/", data=data)
    assert delegates_of(delegation) == [("Lefaivre", "head")]


def test_a_second_head_is_refused_beside_its_field(browser, base, delegation):
    operations.name_delegate(delegation, an_official(), role=DelegateRole.HEAD)
    data = {"official": "new:Janssen", "role": "head"}
    response = browser.post(f"{base}{delegation.key}/delegates/new/", data=data)
    assert (response.status_code, "has a head already" in response.text) == (422, True)


def test_edit_a_delegate(browser, base, delegation):
    one = operations.name_delegate(delegation, an_official("Janssen"))
    data = {"version": one.version, "role": "alternate", "title": "Director"}
    browser.post(f"{base}{delegation.key}/delegates/janssen/edit/", data=data)
    assert (one.role, one.title) == (DelegateRole.ALTERNATE, "Director")


def test_replace_a_delegate(browser, base, delegation):
    one = operations.name_delegate(delegation, an_official("Janssen"), role=DelegateRole.HEAD)
    data = {"official": "new:Lefaivre", "at": "1884-10-13"}
    browser.post(f"{base}{delegation.key}/delegates/janssen/replace/", data=data)
    assert delegates_of(delegation) == [("Janssen", "head"), ("Lefaivre", "head")]
    assert one.term_end == moment("1884-10-13")


def test_a_delegate_leaves_and_comes_back(browser, base, delegation):
    one = operations.name_delegate(delegation, an_official("Janssen"))
    place = f"{base}{delegation.key}/delegates/janssen/"
    browser.post(f"{place}withdraw/", data={"at": "1884-10-13"})
    assert one.term_end == moment("1884-10-13")
    browser.post(f"{place}edit/", data={"version": one.version, "role": "delegate", "term_end": ""})
    assert one.term_end is None


def test_a_delegation_withdraws_and_is_taken_back(browser, base, delegation):
    browser.post(f"{base}{delegation.key}/withdraw/", data={"at": "1884-10-20"})
    assert again(delegation).withdrawn == moment("1884-10-20")
    browser.post(f"{base}{delegation.key}/readmit/")
    assert again(delegation).withdrawn is None


def test_what_did_not_withdraw_is_not_taken_back(browser, base, delegation):
    assert "has not withdrawn" in browser.post(f"{base}{delegation.key}/readmit/", follow_redirects=True).text


def test_credentials_are_presented_and_accepted(browser, base, delegation):
    browser.post(f"{base}{delegation.key}/credentials/present/", data={"on": "1884-10-01", "note": "Full powers"})
    browser.post(f"{base}{delegation.key}/credentials/accept/", data={"on": "1884-10-02"})
    found = again(delegation)
    assert (found.credentials, found.credentials_on, found.credentials_note) == (
        CredentialsState.ACCEPTED,
        day("1884-10-02"),
        "Full powers",
    )


def test_credentials_that_were_not_presented_are_not_rejected(browser, base, delegation):
    assert browser.post(f"{base}{delegation.key}/credentials/reject/", data={}).status_code == 422


def test_several_credentials_are_accepted_at_once(browser, base, conference, delegation):
    other = a_delegation(conference, an_organization("Hawaii"))
    operations.present_credentials(delegation)
    chosen = {"delegation": [delegation.key, other.key]}
    assert "France" in browser.post(f"{base}credentials/accept/", data=chosen).text
    browser.post(f"{base}credentials/accept/", data={**chosen, "confirmed": "1"})
    assert (again(delegation).credentials, again(other).credentials) == (
        CredentialsState.ACCEPTED,
        CredentialsState.NONE,
    )


def test_none_chosen_is_said(browser, base):
    assert "Choose delegations first" in browser.post(f"{base}credentials/accept/", follow_redirects=True).text


def test_the_list_is_issued(browser, base, conference, delegation):
    browser.post(f"{base}issue/", data={})
    assert conference.participants_issued


def test_an_empty_list_is_not_issued(browser, base, conference):
    response = browser.post(f"{base}issue/", data={})
    assert (response.status_code, conference.participants_issued) == (422, False)


def test_what_is_not_there_is_not_found(browser, base, delegation):
    addresses = (f"{base}nowhere/", f"{base}{delegation.key}/delegates/nobody/edit/")
    assert [browser.get(address).status_code for address in addresses] == [404, 404]


def test_texts_come_out_escaped(browser, base, conference):
    delegation = a_delegation(conference, an_organization("<i>A</i>"), first_present="<b>1</b>")
    operations.name_delegate(delegation, an_official("<u>B</u>"), title="<s>C</s>")
    pages = "".join(browser.get(one).text for one in (base, f"{base}people/", f"{base}{delegation.key}/"))
    assert [tag in pages for tag in ("<i>A", "<b>1", "<u>B", "<s>C")] == [False] * 4
