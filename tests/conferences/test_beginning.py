"""Beginning a conference: its number, its rules, its call, and who organizes it."""

from __future__ import annotations

import pytest

from confapp.accounts import operations as accounts
from confapp.accounts.queries import grant_of
from confapp.conferences import operations, queries
from confapp.conferences.beginning import begin_conference
from confapp.conferences.models import ConferenceState
from confapp.errors import RuleViolation
from confapp.permissions import Role
from tests.builders import a_conference, day


@pytest.fixture
def convener(app, db_session):
    user = accounts.create_user("convener@example.org", by=None)
    accounts.grant_role(user, Role.CONVENER, by=None)
    db_session.flush()
    return user


def test_begin_plans_by_the_title_alone(app):
    conference = begin_conference(name="Congress")
    assert (conference.slug, conference.state, conference.convened_on) == ("congress", ConferenceState.PLANNED, None)


def test_begin_takes_the_next_number_of_the_series(app):
    series = operations.create_series(name="Congresses")
    a_conference("First", series=series, ordinal=1)
    assert begin_conference(name="Second", series=series, ordinal=None).ordinal == 2


def test_begin_keeps_a_number_that_is_given(app):
    series = operations.create_series(name="Congresses")
    assert begin_conference(name="Ninth", series=series, ordinal=9).ordinal == 9


def test_begin_adopts_the_preset(app):
    rulebook = queries.rulebook_in_force(begin_conference(name="Congress", rules="roberts-rules"))
    assert (rulebook.number, rulebook.preset, rulebook.name) == (1, "roberts-rules", "Robert’s Rules of Order")


def test_begin_without_rules_adopts_none(app):
    assert queries.rulebook_in_force(begin_conference(name="Congress")) is None


@pytest.mark.parametrize("facts", [{"is_called": True}, {"convened_on": day("2020-12")}])
def test_begin_convenes_what_is_called(app, facts):
    conference = begin_conference(name="Congress", **facts)
    assert (conference.state, conference.convened_on) == (ConferenceState.CONVENED, facts.get("convened_on"))


def test_begin_keeps_records_in_the_first_language(app):
    assert begin_conference(name="Congress", languages=["ru", "en"]).record_languages == ["ru"]


def test_begin_lets_the_convener_organize(convener):
    conference = begin_conference(name="Congress", by=convener)
    assert grant_of(convener, Role.ORGANIZER, conference.id) is not None


def test_begin_leaves_administrators_without_a_further_role(app):
    administrator = accounts.create_user("administrator@example.org", by=None)
    accounts.grant_role(administrator, Role.ADMINISTRATOR, by=None)
    conference = begin_conference(name="Congress", by=administrator)
    assert grant_of(administrator, Role.ORGANIZER, conference.id) is None


def test_begin_refuses_the_address_of_another_page(app):
    with pytest.raises(RuleViolation, match="leads to another page") as refusal:
        begin_conference(name="New")
    assert refusal.value.field == "slug"
