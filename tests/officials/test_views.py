"""Officials at the desk: entered, edited, appointed, and closed to who has no right."""

from __future__ import annotations

import pytest

from confapp.officials.queries import standing_appointments
from confapp.permissions import Role
from tests.builders import a_conference, an_office, an_official, an_organization


@pytest.fixture
def browser(signed_in_as):
    return signed_in_as(Role.CONVENER)


def test_index_finds_in_another_script(browser):
    an_official("Чичков")
    assert "Чичков" in browser.get("/manage/officials/?q=chich").text


def test_create_leads_to_the_person(browser):
    data = {"name": "Rutherfurd", "born_on": "30.11.1816"}
    assert browser.post("/manage/officials/new/", data=data).location == "/manage/officials/rutherfurd/"
    assert "30 November 1816" in browser.get("/manage/officials/rutherfurd/").text


def test_create_keeps_what_was_typed(browser):
    response = browser.post("/manage/officials/new/", data={"name": "", "born_on": "5/2/21"})
    assert (response.status_code, 'value="5/2/21"' in response.text) == (422, True)


def test_a_stale_edit_shows_both_and_writes_nothing(browser):
    official = an_official("Person", affiliation="Navy")
    data = {"version": "7", "affiliation": "Army"}
    response = browser.post(f"/manage/officials/{official.slug}/edit/", data=data)
    assert (response.status_code, official.affiliation) == (409, "Navy")
    assert 'value="Army"' in response.text
    assert '<blockquote dir="auto">Navy</blockquote>' in response.text


def test_appoint_and_end(browser):
    official, office = an_official("Person"), an_office(an_organization("Union"))
    address = f"/manage/officials/{official.slug}/"
    data = {"office-typed": "president union", "term_start": "1 May 1884"}
    assert browser.post(f"{address}appointments/new/", data=data).location == address
    (held,) = standing_appointments(official)
    assert held.office_id == office.id
    browser.post(f"{address}appointments/{held.id}/end/", data={"on": "1885"})
    assert str(held.term_end) == "1885"


def test_a_second_holder_is_refused_above_the_form(browser):
    office = an_office(an_organization("Union"))
    for name, status in (("First", 302), ("Second", 422)):
        official = an_official(name)
        data = {"office": str(office.id), "term_start": "1884-05-01"}
        assert browser.post(f"/manage/officials/{official.slug}/appointments/new/", data=data).status_code == status


def test_every_page_opens(browser):
    an_official("Person")
    pages = ("", "new/", "person/", "person/edit/", "person/rename/", "person/names/new/", "person/appointments/new/")
    assert {browser.get(f"/manage/officials/{page}").status_code for page in pages} == {200}


@pytest.mark.parametrize("page", ["", "new/", "person/edit/"])
def test_strangers_are_asked_to_sign_in(client, page):
    assert client.get(f"/manage/officials/{page}").location.startswith("/sign-in/")


def test_a_reader_sees_and_changes_nothing(signed_in_as):
    an_official("Person")
    reader = signed_in_as(Role.READER, a_conference())
    assert reader.get("/manage/officials/person/").status_code == 200
    assert reader.post("/manage/officials/person/edit/", data={"version": "1"}).status_code == 403
