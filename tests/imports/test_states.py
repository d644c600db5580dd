"""How far a conference has come, where the case does not say."""

from __future__ import annotations

import pytest

from confapp.conferences.models import ConferenceState
from confapp.imports.exporting import give_case
from confapp.imports.loading import load_bytes
from confapp.imports.operations import import_case
from confapp.imports.publishing import publish_case

HEAD = "format: confapp-case/2\nslug: s\nlanguage: en\nconference: {name: A conference, starts_on: '1787-05-25'%s}\n"
SAT = "sessions: [{label: '1', held_on: '1787-05-25', log: [{kind: note, text: It sat.}]}]\n"
PLANNED = "sessions: [{label: '1'}, {label: '2', state: cancelled}]\n"

pytestmark = pytest.mark.usefixtures("app")


def brought(text: str, dates: str = ""):
    return import_case(load_bytes((HEAD % dates + text).encode()))[0]


@pytest.mark.parametrize(
    ("dates", "sessions", "state"),
    [
        ("", "", ConferenceState.PLANNED),
        ("", PLANNED, ConferenceState.PLANNED),
        ("", SAT, ConferenceState.OPEN),
        (", convened_on: '1787'", PLANNED, ConferenceState.CONVENED),
        (", convened_on: '1787'", SAT, ConferenceState.OPEN),
        (", opened: '1787-05-25'", "", ConferenceState.OPEN),
        (", closed: '1787-09-17'", SAT, ConferenceState.CLOSED),
        (", state: convened", SAT, ConferenceState.CONVENED),
    ],
)
def test_it_follows_from_dates_and_sessions(dates, sessions, state):
    assert brought(sessions, dates).state is state


def test_what_follows_is_not_exported():
    assert "state" not in give_case(brought(SAT))["conference"]


@pytest.mark.parametrize("sessions", ["", PLANNED])
def test_a_planned_conference_is_convened_when_it_is_published(sessions):
    conference = brought(sessions)
    publish_case(conference)
    assert (conference.state, conference.convened_on, conference.is_public) == (ConferenceState.CONVENED, None, True)


def test_a_conference_of_which_only_sessions_are_known_is_published():
    assert publish_case(brought(SAT)).number == 1
