from __future__ import annotations

import pytest

from confapp.permissions import Role
from tests.builders import a_conference, a_letter


@pytest.fixture
def conference(db_session):
    """A conference with a letter that nobody has acknowledged."""
    made = a_conference("A Conference")
    a_letter(made)
    db_session.flush()
    return made


def test_what_waits_stands_on_my_page_and_leads_to_its_conference(signed_in_as, conference):
    page = signed_in_as(Role.SECRETARY, conference).get("/me/").text
    link = f'<a href="/manage/conferences/{conference.slug}/"><bdi>1 letter to acknowledge · A Conference</bdi></a>'
    assert link in page


@pytest.mark.parametrize("role", [Role.READER, Role.DELEGATE, Role.ADMINISTRATOR])
def test_what_others_decide_does_not_wait_for_me(signed_in_as, conference, role):
    assert "Nothing waits for you." in signed_in_as(role, conference).get("/me/").text


def test_what_is_over_waits_for_nobody(signed_in_as, db_session):
    made = a_conference("A Conference", state="archived")
    a_letter(made)
    db_session.flush()
    assert "Nothing waits for you." in signed_in_as(Role.ORGANIZER, made).get("/me/").text
