"""Organizations at the desk: entered, edited by two at once, undone, and closed to who has no right."""

from __future__ import annotations

import pytest

from confapp.organizations.models import Organization
from confapp.permissions import Role
from tests.builders import a_conference, an_organization


@pytest.fixture
def browser(signed_in_as):
    return signed_in_as(Role.CONVENER)


@pytest.mark.parametrize("count", [1, 3])
def test_index_costs_the_same_for_one_and_three(browser, count_queries, count):
    for number in range(count):
        an_organization(f"Society {number}")
    browser.get("/manage/organizations/")
    with count_queries() as queries:
        browser.get("/manage/organizations/")
    assert len([each for each in queries if "organizations" in each]) == 2


@pytest.mark.parametrize("query", ["sort=x", "page=-1", "page=999999999999", "kind=nobody", "direction=up", "q=%00"])
def test_index_passes_over_what_makes_no_sense(browser, query):
    an_organization("Union")
    response = browser.get(f"/manage/organizations/?{query}")
    assert response.status_code == 200


def test_look_alike_letters_are_found(browser):
    an_organization("Сhina Society")
    assert "hina Society" in browser.get("/manage/organizations/?q=china").text


def test_create_leads_to_it(browser):
    data = {"name": "Union", "organization_kind": "member", "founded_on": "Juche 110"}
    assert browser.post("/manage/organizations/new/", data=data).location == "/manage/organizations/union/"


def test_create_keeps_what_was_typed(browser):
    response = browser.post("/manage/organizations/new/", data={"seat": "Paris", "founded_on": "5/2/1921"})
    assert (response.status_code, 'value="Paris"' in response.text) == (422, True)
    assert "5 February 1921 or 2 May 1921" in response.text


def test_a_stale_edit_loses_neither(browser, db_session):
    one = an_organization("Union", seat="Paris")
    address = f"/manage/organizations/{one.slug}/edit/"
    data = {"organization_kind": "member", "version": str(one.version)}
    assert browser.post(address, data={**data, "seat": "Rome"}).status_code == 302
    response = browser.post(address, data={**data, "seat": "Bern"})
    assert (response.status_code, 'value="Bern"' in response.text, "Rome</blockquote>" in response.text) == (
        409,
        True,
        True,
    )
    taken = {**data, "seat": "Bern", "seat-theirs": "theirs", "version": str(one.version)}
    assert browser.post(address, data=taken).status_code == 302
    assert db_session.get(Organization, one.id).seat == "Rome"


def test_history_tells_before_and_after_and_brings_it_back(browser):
    one = an_organization("Union", seat="Paris")
    address = f"/manage/organizations/{one.slug}/"
    data = {"organization_kind": "member", "version": str(one.version), "seat": "Rome"}
    browser.post(f"{address}edit/", data=data)
    page = browser.get(address).text
    assert '<del dir="auto">Paris</del>' in page
    key = page.partition("?before=")[2].partition('"')[0]
    assert 'value="Paris"' in browser.get(f"{address}edit/?before={key}").text


def test_a_relation_is_made_on_the_spot(browser):
    one = an_organization("Union")
    data = {"parent": "new:Great Union"}
    browser.post(f"/manage/organizations/{one.slug}/relations/", data=data)
    assert "Great Union" in browser.get(f"/manage/organizations/{one.slug}/").text


@pytest.mark.parametrize("page", ["", "new/", "union/", "union/edit/", "union/dissolve/"])
def test_strangers_are_asked_to_sign_in(client, page):
    assert client.get(f"/manage/organizations/{page}").location.startswith("/sign-in/")


def test_a_reader_sees_and_changes_nothing(signed_in_as):
    an_organization("Union")
    reader = signed_in_as(Role.READER, a_conference())
    assert reader.get("/manage/organizations/union/").status_code == 200
    assert reader.post("/manage/organizations/union/edit/", data={"version": "1"}).status_code == 403
