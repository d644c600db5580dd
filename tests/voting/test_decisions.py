"""What a conference decided."""

from __future__ import annotations

import pytest

from confapp.errors import RuleViolation
from confapp.floor.operations import open_session
from confapp.voting.models import DecisionKind, DecisionState, MotionKind, MotionState, VoteMethod, VoteResult
from confapp.voting.operations import dispose_motion, hold_vote, move_motion, take_decision
from confapp.voting.queries import decisions_of, decisions_of_conference
from tests.builders import a_conference, a_document, a_session, moment


def a_vote(session, result):
    return hold_vote(session, question="?", method=VoteMethod.VOICE, result=result)


def test_a_decision_keeps_its_number_and_text(conference, session):
    decision = take_decision(
        conference,
        title="Greenwich",
        session=session,
        number="II",
        kind=DecisionKind.RESOLUTION,
        text="That the Conference proposes …",
        manner="22 Ayes, 1 No, 2 abstaining",
        decided=moment("1884-10-13"),
        document=a_document(conference),
    )
    kept = (decision.label, decision.number, decision.kind, decision.manner, decision.state)
    assert kept == ("d04-01", "II", DecisionKind.RESOLUTION, "22 Ayes, 1 No, 2 abstaining", DecisionState.IN_FORCE)


def test_a_decision_without_a_session_has_a_label(conference):
    assert take_decision(conference, title="Thanks").label == "d-01"


def test_a_decision_of_a_section_has_its_label(conference):
    section = a_session(conference, label="section-2-3")
    open_session(section, at=None)
    assert take_decision(conference, title="Thanks", session=section).label == "d-section-2-3-01"


def test_a_decision_needs_its_title(conference):
    with pytest.raises(RuleViolation, match="“title” must not be empty"):
        take_decision(conference, title="")


def test_a_decision_refuses_a_session_of_another_conference(conference):
    with pytest.raises(RuleViolation, match="another conference"):
        take_decision(conference, title="Greenwich", session=a_session(a_conference()))


@pytest.mark.parametrize("result", [VoteResult.LOST, VoteResult.TIED, VoteResult.VOID, VoteResult.NO_DECISION])
def test_a_vote_that_was_not_carried_decides_nothing(conference, session, result):
    with pytest.raises(RuleViolation, match="v04-01 carried nothing"):
        take_decision(conference, title="Greenwich", vote=a_vote(session, result))


def test_a_vote_that_was_carried_decides(conference, session):
    vote = a_vote(session, VoteResult.CARRIED)
    assert take_decision(conference, title="Greenwich", vote=vote).vote is vote


def test_a_motion_that_was_lost_decides_nothing(conference, session):
    motion = move_motion(session, kind=MotionKind.RESOLUTION, summary="A neutral meridian")
    dispose_motion(motion, state=MotionState.LOST)
    with pytest.raises(RuleViolation, match="m04-01 was not carried"):
        take_decision(conference, title="A neutral meridian", motion=motion)


def test_a_decision_takes_the_place_of_another(conference):
    first = take_decision(conference, title="One o’clock")
    second = take_decision(conference, title="Two o’clock", supersedes=first)
    assert (first.state, second.supersedes) == (DecisionState.SUPERSEDED, first)


def test_a_decision_does_not_take_the_place_of_a_past_one(conference):
    first = take_decision(conference, title="One o’clock")
    take_decision(conference, title="Two o’clock", supersedes=first)
    with pytest.raises(RuleViolation, match="d-01 does not hold any more"):
        take_decision(conference, title="Three o’clock", supersedes=first)


def test_decisions_are_read_by_session_and_conference(conference, session):
    there = take_decision(conference, title="There", session=session)
    without = take_decision(conference, title="Without a session")
    take_decision(a_conference(), title="Elsewhere")
    assert (list(decisions_of(session)), list(decisions_of_conference(conference))) == ([there], [there, without])
