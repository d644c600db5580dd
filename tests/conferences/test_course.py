"""Correcting when a conference was called, opened and closed, and taking back a step."""

from __future__ import annotations

import pytest

from confapp.conferences import course
from confapp.conferences.models import ConferenceState
from confapp.errors import RuleViolation, StaleEdit
from confapp.history import history_of
from tests.builders import a_conference, day, moment

BACK = [
    ("convened", ConferenceState.PLANNED),
    ("preparing", ConferenceState.CONVENED),
    ("open", ConferenceState.PREPARING),
    ("closed", ConferenceState.OPEN),
    ("archived", ConferenceState.CLOSED),
]


def dates(conference):
    return conference.convened_on, conference.opened, conference.closed


def test_correct_course_writes_the_dates(app):
    conference = a_conference(state="closed")
    wanted = (day("1883-12-01"), moment("1884-10-01T13:00"), moment("1884-11-01"))
    course.correct_course(conference, convened_on=wanted[0], opened=wanted[1], closed=wanted[2])
    assert dates(conference) == wanted


def test_correct_course_refuses_a_date_of_what_has_not_happened(app):
    conference = a_conference(state="convened")
    with pytest.raises(RuleViolation, match="has not happened yet") as refusal:
        course.correct_course(conference, convened_on=None, opened=moment("1884-10-01"), closed=None)
    assert refusal.value.field == "opened"


def test_correct_course_refuses_an_opening_before_the_call(app):
    conference = a_conference(state="open")
    with pytest.raises(RuleViolation, match="cannot have been opened before"):
        course.correct_course(conference, convened_on=day("1885"), opened=moment("1884-10-01"), closed=None)


def test_correct_course_refuses_an_end_before_the_start(app):
    conference = a_conference(state="closed")
    with pytest.raises(RuleViolation, match="the end stands before the start"):
        course.correct_course(conference, convened_on=None, opened=moment("1884-10-02"), closed=moment("1884-10-01"))


def test_correct_course_refuses_a_stale_edit(app):
    conference = a_conference(state="convened")
    with pytest.raises(StaleEdit):
        course.correct_course(conference, convened_on=None, opened=None, closed=None, version=conference.version + 1)


def test_correct_course_leaves_an_archived_conference_alone(app):
    conference = a_conference(state="archived")
    with pytest.raises(RuleViolation, match="is archived"):
        course.correct_course(conference, convened_on=None, opened=None, closed=None)


@pytest.mark.parametrize(("state", "before"), BACK)
def test_step_back_leads_to_the_state_before(app, state, before):
    conference = a_conference(state=state)
    course.step_back(conference)
    assert conference.state is before


def test_step_back_takes_the_date_along(app):
    conference = a_conference(state="closed")
    course.step_back(conference)
    assert dates(conference) == (day("1884-01-01"), moment("1884-10-01"), None)


def test_step_back_refuses_where_no_step_was_taken(app):
    with pytest.raises(RuleViolation, match="no step to take back"):
        course.step_back(a_conference())


def test_step_back_refuses_to_plan_what_strangers_see(app):
    with pytest.raises(RuleViolation, match="Hide it from them first"):
        course.step_back(a_conference(state="convened", public=True))


def test_step_back_refuses_for_the_reason_that_is_passed_in(app):
    with pytest.raises(RuleViolation, match="A session was held"):
        course.step_back(a_conference(state="open"), hindrance="A session was held.")


def test_the_history_tells_each_step_once(app, db_session):
    conference = a_conference(state="preparing", public=True)
    steps = [line for act in reversed(history_of(conference)) for line in act.lines]
    assert [(line.field, line.before, line.after) for line in steps] == [
        ("state", "planned", "convened"),
        ("state", "convened", "preparing"),
        ("is_public", False, True),
    ]
