"""Votes, motions, rulings and decisions as their readers load them."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.floor.models import EntryKind
from confapp.floor.operations import add_entry, open_session
from confapp.participation.operations import name_delegate
from confapp.programme.models import Session
from confapp.voting.models import Choice, MotionAct, MotionKind, MotionLinkKind, MotionRole, VoteMethod, VoteResult
from confapp.voting.operations import (
    hold_vote,
    make_ruling,
    move_motion,
    note_motion,
    supersede_ballot,
    take_decision,
)
from confapp.voting.queries import (
    comparisons_of,
    count_of,
    decisions_of_conference,
    motion_by_label,
    motions_of,
    motions_of_conference,
    outcome_of,
    rulings_of,
    rulings_of_conference,
    vote_by_label,
    votes_of,
    votes_of_conference,
    votes_of_delegation,
)
from tests.builders import a_conference, a_document, a_session, an_official

YES, NO, ABSENT = Choice.YES, Choice.NO, Choice.ABSENT


def a_full_vote(session, states):
    """One with a motion, ballots with a dissent and a change, a printed roll and a candidate."""
    delegate = name_delegate(states[0], an_official())
    dissent = {"delegate": delegate, "choice": NO}
    motion = move_motion(session, kind=MotionKind.RESOLUTION, summary="?", mover=an_official())
    vote = hold_vote(
        session,
        question="?",
        method=VoteMethod.ROLL_CALL,
        result=VoteResult.CARRIED,
        motion=motion,
        ballots=[
            {"delegation": states[0], "choice": YES, "dissents": [dissent], "cast_by": an_official()},
            {"delegation": states[1], "choice": ABSENT},
        ],
        printed_rolls=[
            {
                "title": "Protocol",
                "document": a_document(session.conference),
                "rows": [{"delegation": states[0], "choice": YES}, {"delegate": delegate, "choice": YES}],
            }
        ],
        candidates=[{"name": "A", "official": an_official()}],
        casting_by=an_official(),
        first_called=states[2],
    )
    supersede_ballot(vote.ballots[1], choice=YES, reason="late", authorized="leave", session=session)
    return vote


def read(vote):
    """Everything that a page or a record reads of a vote."""
    ballots = [
        (one.delegation.name, one.cast_by and one.cast_by.name, [d.delegate.official.name for d in one.dissents])
        for one in vote.ballots
    ]
    rolls = [(roll.document.title, [row.delegation.name for row in roll.rows]) for roll in vote.printed_rolls]
    changes = [(change.before.choice, change.after.session.label) for change in count_of(vote).changes]
    people = (vote.motion.mover.name, vote.casting_by.name, vote.first_called.name, vote.candidates[0].official.name)
    return ballots, rolls, changes, people, comparisons_of(vote), outcome_of(vote)


@pytest.fixture
def forget(db_session):
    """Read from the database as if for the first time."""

    def forgetting(*kept):
        db_session.flush()
        db_session.expire_all()
        assert [thing.id for thing in kept]

    return forgetting


@pytest.mark.parametrize("votes", [1, 3])
def test_votes_are_loaded_whole_in_six_steps(session, states, votes, forget, count_queries):
    for _ in range(votes):
        a_full_vote(session, states)
    forget(session)
    with count_queries() as queries:
        assert len([read(vote) for vote in votes_of(session)]) == votes
    assert queries.count == 6


def test_a_vote_is_found_by_its_label(conference, session, states):
    vote = a_full_vote(session, states)
    found = [vote_by_label(conference, "v04-01"), vote_by_label(a_conference(), "v04-01")]
    assert found == [vote, None]


def test_votes_stand_in_the_order_of_the_conference(conference, session):
    def vote(one):
        return hold_vote(one, question="?", method=VoteMethod.VOICE, result=VoteResult.CARRIED)

    other = a_session(conference, label="5")
    open_session(other, at=None)
    votes = [vote(session), vote(other), vote(session)]
    assert (list(votes_of_conference(conference)), list(votes_of(session))) == (votes, [votes[0], votes[2]])


def test_how_brazil_voted(conference, session, states):
    brazil, chile, _ = states
    vote = a_full_vote(session, states)
    found = [
        [(one.vote, one.ballot.choice, one.declared and one.declared.choice) for one in votes_of_delegation(state)]
        for state in (brazil, chile)
    ]
    assert found == [[(vote, YES, None)], [(vote, YES, ABSENT)]]


def test_how_a_delegation_voted_in_the_sessions_that_may_be_seen(session, states):
    a_full_vote(session, states)
    seen = [votes_of_delegation(states[0], sessions=sa.select(Session.id).where(where)) for where in (SEEN, UNSEEN)]
    assert [len(votes) for votes in seen] == [1, 0]


SEEN, UNSEEN = Session.label == "4", Session.label == "5"


@pytest.mark.parametrize("votes", [1, 3])
def test_how_a_delegation_voted_is_one_question(session, states, votes, forget, count_queries):
    for _ in range(votes):
        a_full_vote(session, states)
    forget(states[0])
    assert states[0].conference_id
    with count_queries() as queries:
        assert [one.vote.session.label + one.vote.motion.label for one in votes_of_delegation(states[0])]
    assert queries.count == 1


def a_full_motion(session, other):
    motion = move_motion(
        session,
        kind=MotionKind.AMENDMENT,
        summary="?",
        mover=an_official(),
        people=[{"role": MotionRole.SECONDED, "official": an_official()}],
        links=[{"other": other, "kind": MotionLinkKind.AMENDS}],
        changes=[{"text": "insert “mean”", "proposer": an_official()}],
    )
    note_motion(motion, add_entry(session, kind=EntryKind.AMENDMENT), MotionAct.MOVED)
    hold_vote(session, question="?", method=VoteMethod.VOICE, result=VoteResult.CARRIED, motion=motion)
    return motion


@pytest.mark.parametrize("motions", [1, 3])
def test_motions_are_loaded_whole_in_six_steps(session, motions, forget, count_queries):
    first = move_motion(session, kind=MotionKind.RESOLUTION, summary="Greenwich")
    for _ in range(motions):
        a_full_motion(session, first)
    forget(session)
    with count_queries() as queries:
        found = [
            (
                motion.mover.name,
                motion.people[0].official.name,
                motion.links[0].other.label,
                motion.changes[0].proposer.name,
                motion.events[0].entry.position,
                motion.votes[0].label,
            )
            for motion in motions_of(session)[1:]
        ]
    assert (len(found), queries.count) == (motions, 6)


def test_a_motion_is_found_by_its_label(conference, session):
    motion = move_motion(session, kind=MotionKind.RESOLUTION, summary="Greenwich")
    assert [motion_by_label(conference, "m04-01"), motion_by_label(conference, "m04-02")] == [motion, None]


def test_a_session_tells_of_motions_that_came_up_again(conference, session):
    motion = move_motion(session, kind=MotionKind.RESOLUTION, summary="Greenwich")
    move_motion(session, kind=MotionKind.RESOLUTION, summary="Left aside")
    later = a_session(conference, label="5")
    open_session(later, at=None)
    for act in (MotionAct.RENEWED, MotionAct.PUT):
        note_motion(motion, add_entry(later, kind=EntryKind.RENEWED), act)
    assert (list(motions_of(later)), len(motions_of_conference(conference))) == ([motion], 2)


@pytest.mark.parametrize("rulings", [1, 3])
def test_rulings_are_one_question(conference, session, rulings, forget, count_queries):
    for _ in range(rulings):
        motion = move_motion(session, kind=MotionKind.RESOLUTION, summary="?")
        make_ruling(session, text="Out of order", by_official=an_official(), motion=motion)
    forget(session, conference)
    with count_queries() as queries:
        found = [(one.by.name, one.motion.label, one.reversed_by) for one in rulings_of(session)]
    assert (len(found), queries.count, len(rulings_of_conference(conference))) == (rulings, 1, rulings)


@pytest.mark.parametrize("decisions", [1, 3])
def test_decisions_are_one_question(conference, session, decisions, forget, count_queries):
    for _ in range(decisions):
        vote = hold_vote(session, question="?", method=VoteMethod.VOICE, result=VoteResult.CARRIED)
        take_decision(conference, title="Greenwich", session=session, vote=vote, document=a_document(conference))
    forget(conference)
    with count_queries() as queries:
        found = [
            (one.session.label, one.vote.label, one.document.title, one.supersedes)
            for one in decisions_of_conference(conference)
        ]
    assert (len(found), queries.count) == (decisions, 1)


def test_decisions_of_the_sessions_that_may_be_seen(conference, session):
    decision = take_decision(conference, title="Greenwich", session=session)
    take_decision(conference, title="Without a session")
    found = [decisions_of_conference(conference, sessions=sa.select(Session.id).where(one)) for one in (SEEN, UNSEEN)]
    assert [list(one) for one in found] == [[decision], []]
