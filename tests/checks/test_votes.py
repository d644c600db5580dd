"""Ballots, printed rolls, changes and results (R18, R19)."""

from __future__ import annotations

import pytest

from confapp.conferences.documents import adopt_rulebook
from confapp.floor.models import PresenceStatus, RollState
from confapp.floor.operations import call_roll
from confapp.participation.operations import accept_credentials, present_credentials
from confapp.voting.models import Choice, VoteMethod, VoteResult
from confapp.voting.operations import hold_vote, supersede_ballot
from tests.builders import a_delegation, a_held_session, moment

YES, NO, ABSTAIN, ABSENT, UNCLEAR = Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.ABSENT, Choice.UNCLEAR
CODES = (
    "ballot-missing",
    "printed-name-twice",
    "printed-name-missing",
    "printed-otherwise",
    "announced-names",
    "announced-counted",
    "sources-contradict",
    "vote-changed",
    "vote-changed-unannounced",
    "result-differs",
    "absent-voted",
    "voter-not-entitled",
)
SOURCED = {"provenance": {"sources": [{"source": "S", "at": "1"}]}}


@pytest.fixture
def session(conference):
    adopt_rulebook(conference, name="Rules", preset="as-in-1884")
    return a_held_session(conference, number=1, label="1", opened=moment("2021-05-01T10:00"))


@pytest.fixture
def states(conference):
    return [a_delegation(conference, name=name) for name in ("Brazil", "Chile", "Denmark")]


@pytest.fixture
def vote(session, states):
    """Hold a roll call: choices in the order of the delegations."""

    def hold(*choices, rolls=(), result=VoteResult.CARRIED, method=VoteMethod.ROLL_CALL, **facts):
        ballots = [{"delegation": one, "choice": choice} for one, choice in zip(states, choices, strict=False)]
        return hold_vote(
            session, question="Open?", method=method, result=result, ballots=ballots, printed_rolls=rolls, **facts
        )

    return hold


def rows(states, *choices):
    return [{"delegation": one, "choice": choice} for one, choice in zip(states, choices, strict=False)]


def test_a_whole_roll_call_is_sound(vote, states, grave):
    roll = {"title": "Protocol", "announced_yes": 2, "announced_no": 1, "rows": rows(states, YES, YES, NO), **SOURCED}
    vote(YES, YES, NO, rolls=[roll])
    assert grave() == []


def test_a_delegation_that_is_not_counted_is_an_error(vote, found):
    vote(YES, YES)
    assert found("ballot-missing") == [("error", "Not counted, not even as absent: Denmark. “Open?”.")]


def test_a_show_of_hands_names_nobody(vote, found):
    vote(YES, YES, method=VoteMethod.SHOW_OF_HANDS)
    assert found(*CODES) == []


def test_a_name_twice_and_one_missing_in_a_printed_roll(vote, states, found):
    twice = [*rows(states, YES, YES), {"delegation": states[0], "choice": NO}]
    vote(YES, YES, NO, rolls=[{"title": "Protocol", "rows": twice, **SOURCED}])
    assert found(*CODES) == [
        ("warning", "Protocol prints Brazil twice: “Open?”."),
        ("warning", "Protocol does not print Denmark: “Open?”."),
    ]


def test_what_the_chair_announced_is_not_what_is_counted(vote, states, found):
    vote(YES, YES, NO, rolls=[{"title": "Announced", "announced_yes": 3, "announced_no": 0}])
    assert found(*CODES) == [
        (
            "warning",
            "Announced announces other totals than are counted: yes: 2, announced 3 · no: 1, announced 0. “Open?”.",
        )
    ]


def test_a_printed_vote_that_is_counted_otherwise(vote, states, found):
    vote(YES, YES, NO, rolls=[{"title": "Protocol", "rows": rows(states, YES, NO, NO), **SOURCED}])
    assert found("printed-otherwise") == [
        ("warning", "Protocol prints Chile under no, and its vote is counted as yes: “Open?”.")
    ]


def test_sources_that_contradict_each_other_where_nothing_decides(vote, states, found):
    one = {"title": "Protocol", "rows": rows(states, YES, YES, YES), **SOURCED}
    other = {"title": "Act", "rows": rows(states, YES, YES, NO), **SOURCED}
    vote(rolls=[one, other])
    assert found("sources-contradict") == [
        ("warning", "Sources contradict each other on Denmark (Protocol: yes · Act: no): “Open?”.")
    ]


def changed(cast, **facts):
    ballot = next(one for one in cast.ballots if one.delegation.name == "Denmark")
    supersede_ballot(ballot, choice=YES, reason="Asks for it", authorized="No objection", **facts)


def test_a_change_that_was_announced_again_is_accepted(vote, states, found):
    rolls = [
        {"title": "Protocol", "announced_yes": 2, "announced_no": 1, **SOURCED},
        {"title": "Act", "announced_yes": 3, "announced_no": 0, **SOURCED},
    ]
    changed(vote(YES, YES, NO, rolls=rolls), entered=moment("2021-05-02"))
    assert found(*CODES) == [("info", "Denmark: from no to yes (2 May 2021). Asks for it. No objection. “Open?”.")]


def test_a_change_that_nobody_announced_is_a_warning(vote, found):
    changed(vote(YES, YES, NO, rolls=[{"title": "Protocol", "announced_yes": 2, "announced_no": 1, **SOURCED}]))
    assert found(*CODES) == [
        (
            "warning",
            (
                "Denmark: from no to yes. Asks for it. No objection. The totals are 3–0–0 since, and nobody announced"
                " them: “Open?”."
            ),
        )
    ]


def test_a_change_where_nothing_was_ever_announced_is_a_hint(vote, found):
    changed(vote(YES, YES, NO))
    assert [severity for severity, _message in found(*CODES)] == ["info"]


def test_a_result_that_the_figures_do_not_give(vote, found):
    cast = vote(YES, NO, NO, result=VoteResult.LOST)
    cast.result = VoteResult.CARRIED
    assert [severity for severity, _message in found("result-differs")] == ["error"]


def test_who_votes_and_is_absent_on_the_roll(session, vote, states, found):
    statuses = (PresenceStatus.PRESENT, PresenceStatus.PRESENT, PresenceStatus.ABSENT)
    presences = [{"delegation": one, "status": status} for one, status in zip(states, statuses, strict=True)]
    call_roll(session, state=RollState.TAKEN, presences=presences)
    vote(YES, YES, NO)
    assert found("absent-voted") == [("warning", "Absent on the roll of the session, and counted: Denmark. “Open?”.")]


def test_who_is_absent_and_counted_so_is_sound(session, vote, states, grave):
    statuses = (PresenceStatus.PRESENT, PresenceStatus.PRESENT, PresenceStatus.ABSENT)
    presences = [{"delegation": one, "status": status} for one, status in zip(states, statuses, strict=True)]
    call_roll(session, state=RollState.TAKEN, presences=presences)
    vote(YES, YES, ABSENT)
    assert grave() == []


@pytest.mark.parametrize(("accepted", "names"), [(2, ["Denmark"]), (1, []), (0, [])])
def test_a_voter_without_credentials_where_most_have_them(vote, states, found, accepted, names):
    for delegation in states[:accepted]:
        present_credentials(delegation)
        accept_credentials(delegation)
    vote(YES, ABSENT, NO)
    said = [f"{name} voted and has presented no credentials." for name in names]
    assert [message for _severity, message in found("voter-without-credentials")] == said
