"""The pages of editions and signing keys at the desk."""

from __future__ import annotations

import re

import pytest

from confapp.checks.findings import Finding, Severity
from confapp.checks.running import Result
from confapp.permissions import Role
from confapp.proceedings import queries
from confapp.proceedings.models import EditionState
from confapp.records import operations as records
from confapp.records.models import ApprovalManner
from tests.builders import moment

MAY = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY}
PUBLISH = {Role.ADMINISTRATOR, Role.ORGANIZER}


@pytest.fixture
def base(conference, db_session):
    db_session.flush()
    return f"/manage/conferences/{conference.slug}/editions/"


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.ORGANIZER, conference)


@pytest.fixture
def approved(held, db_session):
    record = records.draft_record(held.row, language="en")
    records.approve_record(record, manner=ApprovalManner.IN_SOURCE, at=moment("1884-10-20"))
    db_session.flush()
    return record


@pytest.fixture
def no_findings(monkeypatch):
    """A conference without a fault: what the checks find has its own tests."""
    monkeypatch.setattr("confapp.desk.readiness.public_results_of", lambda _conference: [])
    monkeypatch.setattr("confapp.desk.editions.gate_of", lambda _conference, _language: ([], []))


@pytest.fixture
def published(browser, base, approved, no_findings):
    return browser.post(f"{base}publish/", data={"language": "en"}).location


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


@pytest.mark.parametrize("role", Role)
def test_who_may_see_editions(signed_in_as, conference, base, role):
    expected = 200 if role in MAY else 404 if role is Role.CONVENER else 403
    assert signed_in_as(role, conference).get(base).status_code == expected


@pytest.mark.parametrize("role", Role)
def test_who_may_publish(signed_in_as, conference, base, approved, role):
    expected = 200 if role in PUBLISH else 404 if role is Role.CONVENER else 403
    assert signed_in_as(role, conference).get(f"{base}publish/").status_code == expected


def test_what_keeps_an_edition_back_is_listed(browser, base, held):
    assert "No record is approved yet." in text_of(browser.get(base))


def test_publishing_without_an_approved_record_leads_back(browser, base, held):
    assert browser.get(f"{base}publish/").location == base


def test_an_edition_is_published_and_shows_its_digest(browser, base, published, conference):
    edition = queries.edition(conference, 1)
    page = text_of(browser.get(published))
    assert (published, edition.digest in page, edition.key.fingerprint in page) == (f"{base}1/", True, True)


def test_an_edition_is_verified(browser, published):
    assert "It holds." in text_of(browser.get(f"{published}verify/"))


def test_what_has_not_changed_is_not_published_again(browser, base, published):
    answer = browser.post(f"{base}publish/", data={"language": "en"})
    assert (answer.status_code, "Nothing has changed since edition 1." in answer.text) == (422, True)


def test_an_edition_is_withdrawn_with_a_reason(browser, published, conference):
    assert browser.post(f"{published}withdraw/", data={"reason": ""}).status_code == 422
    assert browser.post(f"{published}withdraw/", data={"reason": "A name was wrong."}).location == published
    assert queries.edition(conference, 1).state is EditionState.WITHDRAWN
    assert "A name was wrong." in text_of(browser.get(published))


def test_an_error_keeps_an_edition_back_and_leads_to_its_waiver(browser, base, approved, monkeypatch):
    error = Finding("votes.totals", Severity.ERROR, "votes/1", "The totals differ.")
    monkeypatch.setattr("confapp.desk.readiness.public_results_of", lambda _conference: [Result(error, None)])
    page = browser.get(base).text
    assert ("The totals differ." in page, f"/findings/{error.digest}/waive/" in page) == (True, True)
    assert f"{base}publish/" not in page


@pytest.mark.parametrize("number", [1, 2**31 - 1])
def test_an_edition_that_is_not_there_is_not_found(browser, base, number):
    assert browser.get(f"{base}{number}/").status_code == 404


def test_an_administrator_rotates_the_key(signed_in_as, published, conference):
    browser = signed_in_as(Role.ADMINISTRATOR)
    (before,) = queries.signing_keys()
    assert before.fingerprint in browser.get("/manage/keys/").text
    browser.post("/manage/keys/rotate/")
    after, former = queries.signing_keys()
    assert (former.fingerprint, former.retired_at is None, after.retired_at) == (before.fingerprint, False, None)


def test_an_organizer_sees_no_keys(browser, conference):
    assert browser.get("/manage/keys/").status_code == 403
