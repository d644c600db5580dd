"""Forms of agendas, letters and comments take any text: none breaks, and nothing comes out raw."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from confapp.agendas import operations as agendas
from confapp.permissions import Role
from confapp.programme.operations import plan_session
from tests.builders import a_letter
from tests.site.editions import a_published_conference, publish

ODD = st.sampled_from(
    ["", "0", "-1", "99999999999999999999", "\x00", "\ud800", "\u202eabc", "<script>alert(1)</script>", "{{ 7*7 }}",
     "new:", "new:<b>", "October 1884", "31.2.2021",
     "x" * 5000, "é" * 600, "👩‍👩‍👧", "%s%n", "'; DROP TABLE letters; --"]
)  # fmt: skip
TEXTS = st.one_of(ODD, st.text(max_size=60))
FORMS = {
    "letters/new/": "register_number kind sender_organization sender_official sender_name written_on received"
    " written_in subject text items enclosures rank is_public language referred_to referred_on",
    "letters/1/edit/": "version kind sender_name written_on received subject rank sender_organization-typed",
    "letters/1/present/": "session form presented presented_by note",
    "letters/1/accept/": "on",
    "letters/1/translate/": "version to subject text",
    "letters/1/annex/": "annex",
    "letters/acknowledge/": "letter confirmed on",
    "agendas/new/": "session title numbers_follow language",
    "agendas/draft/edit/": "version title language",
    "agendas/draft/items/new/": "title parent kind rapporteur duration_minutes documents note language quick",
    "agendas/draft/items/one/edit/": "version title kind rapporteur duration_minutes documents note",
    "agendas/draft/items/one/move/": "place",
    "agendas/draft/items/one/step/": "direction",
    "agendas/draft/numbers/": "follow",
    "agendas/draft/adopt/": "session at note",
    "comments/switch/": "on",
}


@pytest.fixture
def conference(app):
    conference = a_published_conference()
    publish(conference)
    conference.takes_comments = True
    plan_session(conference, label="1")
    a_letter(conference)
    draft = agendas.draft_agenda(conference, key="draft", numbers_follow=True)
    agendas.add_item(draft, title="One", key="one")
    agendas.add_item(draft, title="Two", key="two")
    return conference


def sendable(text: str) -> str:
    """What a browser can send: it writes a lone half of a pair as a sign that something is missing."""
    return text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("path", FORMS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(TEXTS, min_size=17, max_size=17))
def test_a_form_of_the_desk_answers_whatever_is_sent(path, values, browser, conference):
    sent = {name: sendable(value) for name, value in zip(FORMS[path].split(), values, strict=False)}
    response = browser.post(f"/manage/conferences/{conference.slug}/{path}", data=sent)
    assert response.status_code in {200, 302, 409, 422}
    assert "<script>alert" not in response.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(TEXTS, min_size=5, max_size=5))
def test_the_form_for_strangers_answers_whatever_is_sent(client, conference, values):
    names = ("text", "name", "language", "sealed", "website")
    sent = {name: sendable(value) for name, value in zip(names, values, strict=True)}
    response = client.post(f"/proceedings/{conference.slug}/comments/", data=sent)
    assert (response.status_code, "<script>alert" in response.text) == (422, False)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(TEXTS, min_size=8, max_size=8))
def test_lists_answer_whatever_their_address_says(browser, conference, values):
    names = ("q", "sort", "direction", "page", "state", "kind", "public", "scan")
    asked = {name: sendable(value) for name, value in zip(names, values, strict=True)}
    answers = {
        browser.get(f"/manage/conferences/{conference.slug}/{noun}/", query_string=asked).status_code
        for noun in ("letters", "agendas", "comments")
    }
    assert answers == {200}


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.ORGANIZER, conference)
