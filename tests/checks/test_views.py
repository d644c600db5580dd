"""Findings at the desk."""

from __future__ import annotations

import re

import pytest

from confapp.checks import queries
from confapp.checks.operations import waive_finding
from confapp.checks.running import results_of
from confapp.conferences.queries import conference_by_slug
from confapp.db import db
from confapp.permissions import Role
from tests.builders import a_conference, a_held_session, moment

MAY_SEE = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY}
MAY_WAIVE = {Role.ADMINISTRATOR, Role.ORGANIZER}


@pytest.fixture
def faulty(conference):
    a_held_session(conference, label="1", title="The 2st session <b>", opened=moment("2021-05-01T10:00"))
    db.session.flush()
    return conference


@pytest.fixture
def base(faulty):
    return f"/manage/conferences/{faulty.slug}/findings/"


@pytest.fixture
def finding(faulty):
    return next(one.finding for one in results_of(faulty) if one.finding.code == "ordinal-suffix")


@pytest.fixture
def browser(signed_in_as, faulty):
    return signed_in_as(Role.ORGANIZER, faulty)


def rows(answer) -> list[str]:
    found = re.findall(r'<th scope="row"><span dir="auto">(.*?)</span>', answer.get_data(as_text=True))
    return [one.replace("&lt;", "<").replace("&gt;", ">") for one in found]


def waived(faulty) -> list[str]:
    return [one.reason for one in queries.waivers_of(conference_by_slug(faulty.slug))]


def test_the_page_lists_what_is_found(browser, base, finding):
    assert rows(browser.get(base))[0] == finding.message


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("severity=error", True),
        ("severity=info", False),
        ("subject=text", True),
        ("subject=letters", False),
        ("state=open", True),
        ("state=waived", False),
        ("severity=nonsense", True),
    ],
)
def test_the_list_is_narrowed(browser, base, finding, query, is_there):
    assert (finding.message in rows(browser.get(f"{base}?{query}"))) is is_there


def test_waive(browser, base, faulty, finding):
    answer = browser.post(f"{base}{finding.digest}/waive/", data={"reason": "So it is printed"})
    assert (answer.status_code, answer.location, waived(faulty)) == (302, base, ["So it is printed"])


def test_waive_without_a_reason(browser, base, faulty, finding):
    answer = browser.post(f"{base}{finding.digest}/waive/", data={"reason": " "})
    assert (answer.status_code, waived(faulty)) == (422, [])


def test_the_form_says_what_is_waived(browser, base, finding):
    page = browser.get(f"{base}{finding.digest}/waive/").get_data(as_text=True)
    assert finding.message.replace("<", "&lt;").replace(">", "&gt;") in page


def test_a_finding_that_is_gone(browser, base):
    assert browser.get(f"{base}{'0' * 64}/waive/").status_code == 404


def test_withdraw(browser, base, faulty, finding):
    waiver = waive_finding(faulty, finding, reason="So it is printed")
    answer = browser.post(f"{base}waivers/{waiver.id}/withdraw/")
    assert (answer.status_code, waived(faulty)) == (302, [])


def test_a_waiver_of_another_conference(browser, signed_in_as, base, faulty, finding):
    waiver = waive_finding(faulty, finding, reason="So it is printed")
    other = a_conference()
    stranger = signed_in_as(Role.ORGANIZER, other)
    address = f"/manage/conferences/{other.slug}/findings/waivers/{waiver.id}/withdraw/"
    assert (stranger.post(address).status_code, waived(faulty)) == (404, ["So it is printed"])


@pytest.mark.parametrize("role", list(Role))
def test_who_may_see_and_who_may_waive(signed_in_as, faulty, base, finding, role):
    someone = signed_in_as(role, faulty)
    seen = someone.get(base).status_code == 200
    sent = someone.post(f"{base}{finding.digest}/waive/", data={"reason": "So"}).status_code == 302
    assert (seen, sent, bool(waived(faulty))) == (role in MAY_SEE, role in MAY_WAIVE, role in MAY_WAIVE)


def test_strangers_sign_in_first(client, base):
    assert "/sign-in/" in client.get(base).location
