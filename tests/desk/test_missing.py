"""What a conference needs before the next step: all of it where nothing is there, and nothing where all is."""

from __future__ import annotations

import pytest

from confapp.conferences.models import ConferenceFormat, ConferenceState
from confapp.desk.missing import CALLS
from confapp.desk.standing import Standing, standing_of
from tests.builders import a_conference, an_organization, day

NOTHING = dict.fromkeys(Standing.__slots__, 0)
COMPLETE = NOTHING | dict.fromkeys(
    [
        "occasions", "instruments", "rulebooks", "committees", "delegations", "sessions", "agendas", "issued_agendas",
        "adopted_agendas", "releases", "editions",
    ],
    1,
)  # fmt: skip
BUSY = {
    "empty_committees": 2,
    "headless": 2,
    "undated": 2,
    "underway": 2,
    "to_hold": 2,
    "unpresented": 2,
    "unrecorded": 2,
    "unapproved": 2,
}
BARE = {
    "planned": [
        "Say who convenes it",
        "Say when it is held, as far as it is known",
        "Say where it is held",
        "Say by which clock it is held",
        "Note the occasion on which it is held",
        "Enter the act by which it is called",
    ],
    "convened": [
        "Enter the act by which it was called",
        "Set up the committee that prepares it",
        "Say in which languages it is held",
        "Adopt rules of procedure",
    ],
    "preparing": [
        "Adopt rules of procedure: without them no vote can be decided",
        "Register the delegations",
        "Plan its sessions",
        "Draft the agenda",
        "Let strangers see it",
    ],
    "open": ["Plan its sessions", "Adopt the agenda in a session"],
    "closed": ["Publish the proceedings"],
    "archived": [],
}
STILL_TO_DO = {
    "planned": [],
    "convened": ["Appoint the members of 2 committees"],
    "preparing": ["Name the delegates of 2 delegations", "Say when 2 sessions are held"],
    "open": [
        "Adjourn the 2 sessions that are open",
        "Hold or cancel the 2 sessions that are still planned",
        "Present the 2 letters that were accepted",
    ],
    "closed": ["Draft the records of 2 sessions", "Circulate and approve 2 records"],
    "archived": [],
}


def told(conference, **counts) -> list[str]:
    return [text for text, _part in CALLS[conference.state](conference, Standing(**counts))]


@pytest.fixture
def complete(app):
    def make(state):
        return a_conference(
            state=state,
            public=state != "planned",
            convener=an_organization(),
            starts_on=day("1884"),
            place="Berne",
            zone="Europe/Zurich",
            languages=["fr"],
        )

    return make


@pytest.mark.parametrize("state", list(ConferenceState))
def test_of_an_empty_conference_everything_is_missing(app, state):
    assert told(a_conference(state=state.value), **NOTHING) == BARE[state.value]


@pytest.mark.parametrize("state", list(ConferenceState))
def test_of_a_complete_one_nothing_is(complete, state):
    assert told(complete(state.value), **COMPLETE) == []


@pytest.mark.parametrize("state", list(ConferenceState))
def test_what_is_not_finished_is_counted(complete, state):
    assert told(complete(state.value), **COMPLETE | BUSY) == STILL_TO_DO[state.value]


def test_online_it_needs_no_place(app):
    conference = a_conference(format=ConferenceFormat.ONLINE)
    assert "Say where it is held" not in told(conference, **NOTHING)


def test_a_draft_of_the_agenda_is_to_be_issued(complete):
    assert told(complete("preparing"), **COMPLETE | {"issued_agendas": 0}) == ["Issue the provisional agenda"]


def test_a_new_conference_has_nothing(app):
    assert standing_of(a_conference()) == Standing(**NOTHING)
