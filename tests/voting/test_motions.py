"""Motions, what they bear on, and what becomes of them; rulings and appeals (R38)."""

from __future__ import annotations

import pytest

from confapp.errors import RuleViolation
from confapp.floor.models import EntryKind
from confapp.floor.operations import add_entry
from confapp.programme.operations import cancel_session
from confapp.voting.models import (
    MotionAct,
    MotionKind,
    MotionLinkKind,
    MotionRole,
    MotionState,
    VoteKind,
    VoteMethod,
    VoteResult,
)
from confapp.voting.operations import (
    appeal_ruling,
    dispose_motion,
    hold_vote,
    make_ruling,
    move_motion,
    note_motion,
    reverse_ruling,
    withdraw_motion,
)
from tests.builders import a_committee, a_conference, a_delegation, a_session, an_official

AMENDS, RENEWS = MotionLinkKind.AMENDS, MotionLinkKind.RENEWS


def a_motion(session, **facts):
    return move_motion(session, **{"kind": MotionKind.RESOLUTION, "summary": "Greenwich", **facts})


def a_vote(session, result=VoteResult.CARRIED, **facts):
    return hold_vote(session, question="?", method=VoteMethod.VOICE, result=result, **facts)


@pytest.fixture
def elsewhere(app):
    """A session of another conference that sits as well."""
    session = a_session(a_conference(state="open"))
    session.state = type(session.state).OPEN
    return session


def test_motions_are_labelled_by_their_session(session):
    assert [a_motion(session).label for _ in range(2)] == ["m04-01", "m04-02"]


def test_a_motion_keeps_who_moved_it(conference, session):
    rutherfurd, states = an_official("L. M. Rutherfurd"), a_delegation(conference)
    motion = a_motion(session, mover=rutherfurd, mover_delegation=states, mover_capacity="Delegate", text="That …")
    kept = (motion.mover, motion.mover_delegation, motion.mover_capacity, motion.state)
    assert kept == (rutherfurd, states, "Delegate", MotionState.PENDING)


def test_a_motion_keeps_who_helped(session):
    second = an_official()
    motion = a_motion(
        session,
        people=[{"role": MotionRole.SECONDED, "official": second}, {"role": MotionRole.REQUESTED, "name": "the Chair"}],
    )
    kept = [(one.position, one.role, one.official, one.name) for one in motion.people]
    assert kept == [(1, MotionRole.SECONDED, second, None), (2, MotionRole.REQUESTED, None, "the Chair")]


def test_a_motion_refuses_a_helper_who_is_nobody(session):
    with pytest.raises(RuleViolation, match="Say who it was"):
        a_motion(session, people=[{"role": MotionRole.SECONDED}])


def test_a_motion_keeps_what_it_bears_on(session):
    first = a_motion(session)
    amendment = a_motion(session, kind=MotionKind.AMENDMENT, links=[{"other": first, "kind": AMENDS}])
    assert [(link.other, link.kind) for link in amendment.links] == [(first, AMENDS)]


def test_a_motion_bears_on_another_in_several_ways(session):
    first = a_motion(session)
    links = [{"other": first, "kind": AMENDS}, {"other": first, "kind": RENEWS}]
    assert len(a_motion(session, links=links).links) == 2


def test_a_motion_refuses_the_same_link_twice(session):
    link = {"other": a_motion(session), "kind": AMENDS}
    with pytest.raises(RuleViolation, match="stands there twice"):
        a_motion(session, links=[link, link])


def test_a_motion_refuses_to_amend_one_of_another_conference(session, elsewhere):
    with pytest.raises(RuleViolation, match="another conference"):
        a_motion(session, links=[{"other": a_motion(elsewhere), "kind": AMENDS}])


def test_a_motion_refuses_a_mover_from_another_conference(session):
    with pytest.raises(RuleViolation, match="another conference"):
        a_motion(session, mover_delegation=a_delegation())


def test_a_motion_refuses_a_committee_of_another_conference(session):
    with pytest.raises(RuleViolation, match="another conference"):
        a_motion(session, committee=a_committee())


def test_a_motion_keeps_the_changes_of_its_text(session):
    changes = [{"text": "insert “mean” before “midnight”", "outcome": "accepted by the mover"}, {"text": "strike “or”"}]
    motion = a_motion(session, changes=changes)
    assert [(one.position, one.outcome) for one in motion.changes] == [(1, "accepted by the mover"), (2, None)]


def test_a_motion_needs_its_summary(session):
    with pytest.raises(RuleViolation, match="“summary” must not be empty"):
        a_motion(session, summary=" ")


def test_a_motion_needs_a_session_that_sits(conference):
    with pytest.raises(RuleViolation, match="not open yet"):
        a_motion(a_session(conference))


def test_a_motion_refuses_a_cancelled_session(conference):
    session = a_session(conference)
    cancel_session(session)
    with pytest.raises(RuleViolation, match="was cancelled"):
        a_motion(session)


def test_a_label_is_taken_once(session):
    a_motion(session, label="m1")
    with pytest.raises(RuleViolation, match="“m1” is taken"):
        a_motion(session, label="m1")


def test_a_label_may_be_taken_elsewhere(session, elsewhere):
    assert [a_motion(one, label="m1").label for one in (session, elsewhere)] == ["m1", "m1"]


def test_the_log_tells_of_a_motion(session):
    motion = a_motion(session)
    entry = add_entry(session, kind=EntryKind.MOTION, text="moved")
    event = note_motion(motion, entry, MotionAct.MOVED)
    assert (event.motion_id, event.entry_id, event.act) == (motion.id, entry.id, MotionAct.MOVED)


def test_the_log_tells_of_it_once(session):
    motion, entry = a_motion(session), add_entry(session, kind=EntryKind.MOTION)
    assert note_motion(motion, entry, MotionAct.MOVED) is note_motion(motion, entry, MotionAct.MOVED)


def test_the_log_of_another_conference_tells_nothing(session, elsewhere):
    entry = add_entry(elsewhere, kind=EntryKind.MOTION)
    with pytest.raises(RuleViolation, match="another conference"):
        note_motion(a_motion(session), entry, MotionAct.MOVED)


def test_dispose_says_what_became_of_it(session):
    motion = a_motion(session)
    dispose_motion(motion, state=MotionState.CARRIED, outcome="carried 22–1–2")
    assert (motion.state, motion.outcome) == (MotionState.CARRIED, "carried 22–1–2")


def test_dispose_refuses_to_say_nothing(session):
    with pytest.raises(RuleViolation, match="Say what became"):
        dispose_motion(a_motion(session), state=MotionState.PENDING)


def test_dispose_refuses_a_second_time(session):
    motion = a_motion(session)
    dispose_motion(motion, state=MotionState.LOST)
    with pytest.raises(RuleViolation, match="Move to reconsider it"):
        dispose_motion(motion, state=MotionState.CARRIED)


@pytest.mark.parametrize(
    ("state", "result"),
    [(MotionState.CARRIED, VoteResult.LOST), (MotionState.LOST, VoteResult.CARRIED)],
)
def test_dispose_refuses_what_all_votes_contradict(session, state, result):
    motion = a_motion(session)
    a_vote(session, result, motion=motion)
    with pytest.raises(RuleViolation, match="declared otherwise"):
        dispose_motion(motion, state=state)


def test_dispose_follows_one_of_several_votes(session):
    motion = a_motion(session)
    a_vote(session, VoteResult.LOST, motion=motion)
    a_vote(session, VoteResult.CARRIED, motion=motion)
    dispose_motion(motion, state=MotionState.CARRIED)
    assert motion.state is MotionState.CARRIED


def test_dispose_is_not_bound_by_the_rounds_of_an_election(session):
    motion = a_motion(session, kind=MotionKind.NOMINATION, summary="That a President be elected")
    a_vote(session, VoteResult.TIED, kind=VoteKind.ELECTION, candidates=[{"name": "A"}], motion=motion)
    dispose_motion(motion, state=MotionState.CARRIED)
    assert motion.state is MotionState.CARRIED


def test_withdraw_takes_it_back(session):
    motion = a_motion(session)
    withdraw_motion(motion, outcome="by its mover")
    assert (motion.state, motion.outcome) == (MotionState.WITHDRAWN, "by its mover")


def test_withdraw_refuses_what_was_carried(session):
    motion = a_motion(session)
    dispose_motion(motion, state=MotionState.CARRIED)
    with pytest.raises(RuleViolation, match="disposed of already"):
        withdraw_motion(motion)


@pytest.fixture
def ruling(session):
    return make_ruling(session, text="The decimal-system motion is out of order", by_official=an_official())


def test_a_ruling_has_its_label_and_stands(ruling):
    assert (ruling.label, ruling.reversed_by_id) == ("r04-01", None)


def test_a_ruling_keeps_what_it_is_about(session):
    motion, entry = a_motion(session), add_entry(session, kind=EntryKind.RULING)
    ruling = make_ruling(session, text="It is in order", motion=motion, entry=entry)
    assert (ruling.motion, ruling.entry) == (motion, entry)


def test_a_ruling_needs_a_session_that_sits(conference):
    with pytest.raises(RuleViolation, match="not open yet"):
        make_ruling(a_session(conference), text="No")


def test_a_ruling_refuses_a_motion_of_another_conference(session, elsewhere):
    with pytest.raises(RuleViolation, match="another conference"):
        make_ruling(session, text="No", motion=a_motion(elsewhere))


def test_a_ruling_refuses_an_entry_of_another_session(conference, session):
    with pytest.raises(RuleViolation, match="another session"):
        make_ruling(session, text="No", entry=add_entry(a_session(conference), kind=EntryKind.NOTE))


def test_an_appeal_that_carries_reverses_the_ruling(session, ruling):
    appeal = a_motion(session, kind=MotionKind.APPEAL)
    vote = a_vote(session, motion=appeal)
    reverse_ruling(ruling, vote=vote)
    assert (ruling.reversed_by, ruling.appeal_id) == (vote, appeal.id)


def test_an_appeal_that_is_lost_leaves_it_standing(session, ruling):
    appeal = a_motion(session, kind=MotionKind.APPEAL)
    appeal_ruling(ruling, appeal=appeal)
    with pytest.raises(RuleViolation, match="r04-01 stands"):
        reverse_ruling(ruling, vote=a_vote(session, VoteResult.LOST, motion=appeal))
    assert (ruling.appeal, ruling.reversed_by_id) == (appeal, None)


def test_an_appeal_that_was_noted_stays_noted(session, ruling):
    appeal = a_motion(session, kind=MotionKind.APPEAL)
    appeal_ruling(ruling, appeal=appeal)
    reverse_ruling(ruling, vote=a_vote(session))
    assert ruling.appeal_id == appeal.id


def test_a_ruling_is_appealed_once(session, ruling):
    appeal_ruling(ruling, appeal=a_motion(session))
    with pytest.raises(RuleViolation, match="an appeal against the ruling r04-01 already"):
        appeal_ruling(ruling, appeal=a_motion(session))


def test_a_ruling_is_reversed_once(session, ruling):
    reverse_ruling(ruling, vote=a_vote(session))
    with pytest.raises(RuleViolation, match="reversed already"):
        reverse_ruling(ruling, vote=a_vote(session))


def test_a_ruling_is_not_reversed_by_another_conference(ruling, elsewhere):
    with pytest.raises(RuleViolation, match="another conference"):
        reverse_ruling(ruling, vote=a_vote(elsewhere))
