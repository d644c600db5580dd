"""Whatever is sent to a form of accounts, the answer is a page, a word, or the way on."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from confapp.permissions import Role
from tests.builders import a_conference

FIELDS = ("email", "name", "password", "again", "code", "role", "conference", "language", "next", "q", "area", "page")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80) | st.sampled_from(
    ["", "1", "-1", "99999999999999999999", "organizer", "everywhere", "a@b.example", "//x", "\0", "=1+1", "<script>"]
)
FORMS = (
    "/sign-in/",
    "/sign-in/forgotten/",
    "/sign-in/passkey/",
    "/account/person/",
    "/account/confirm/",
    "/account/password/",
    "/account/authenticator/",
    "/account/passkeys/",
    "/me/erase/",
    "/manage/users/new/",
    "/manage/users/1/roles/",
    "/manage/audit/",
    "/manage/users/",
    "{conference}rights/",
    "{conference}history/",
)


@pytest.fixture
def admin(signed_in_as, db_session):
    return signed_in_as(Role.ADMINISTRATOR)


@pytest.fixture
def conference(db_session):
    made = a_conference()
    db_session.flush()
    return f"/manage/conferences/{made.slug}/"


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.dictionaries(st.sampled_from(FIELDS), TEXTS, max_size=6))
def test_no_input_breaks_a_form(admin, conference, form, sent):
    address = form.format(conference=conference)
    for answer in (admin.post(address, data=sent), admin.get(address, query_string=sent)):
        assert answer.status_code in {200, 302, 404, 405, 422}
        assert "<script>" not in answer.text
