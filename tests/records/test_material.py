"""What a record needs to know of a session, read from the database."""

from __future__ import annotations

from confapp.floor import operations as floor
from confapp.floor.models import EntryKind, PresenceStatus, RollState
from confapp.participation.operations import invite_guest
from confapp.records.drafting import draft
from confapp.records.queries import session_material
from confapp.voting import operations as voting
from confapp.voting.models import (
    Choice,
    MotionAct,
    MotionKind,
    MotionState,
    VoteMethod,
    VoteResult,
)
from tests import builders
from tests.builders import moment
from tests.records.holding import held_session


def keys(material) -> list[str]:
    return [one.key for one in material.entries]


def text_of(material, key: str) -> str:
    return next(one.text for one in draft(material, "en") if one.id.endswith(f".{key}"))


def test_number_of_queries_does_not_grow_with_the_session(conference, delegations, held, count_queries):
    busy = held_session(conference, delegations)
    with count_queries() as first:
        session_material(held.row)
    for at in range(3):
        motion = voting.move_motion(busy.row, kind=MotionKind.PROCEDURAL, summary=f"Proposal {at}")
        entry = floor.add_entry(busy.row, kind=EntryKind.NOTE, text=f"Note {at}", uid=f"more-{at}")
        voting.note_motion(motion, entry, MotionAct.MOVED)
    with count_queries() as second:
        session_material(busy.row)
    assert (first.count, second.count) == (29, 29)


def test_struck_entry_is_left_out_with_the_one_that_strikes_it(held):
    before = keys(session_material(held.row))
    floor.strike_entry(held.note, reason="It was warm.")
    assert [one for one in before if one not in keys(session_material(held.row))] == ["p5"]


def test_what_was_added_by_its_key_in_the_same_transaction_is_seen(held, delegations):
    session_material(held.row)
    voting.supersede_ballot(held.vote.ballots[2], choice=Choice.YES, reason="A slip", authorized="The President")
    [change] = session_material(held.row).entries[3].votes[0].changes
    assert (change.before, change.after, change.totals_after.yes) == (Choice.NO, Choice.YES, 3)


def test_vote_stands_as_it_was_declared(held):
    voting.supersede_ballot(held.vote.ballots[2], choice=Choice.YES, reason="A slip", authorized="The President")
    vote = session_material(held.row).entries[3].votes[0]
    assert (vote.totals.yes, vote.totals.no, vote.reckoning.needed, vote.reckoning.base) == (2, 1, 2, 3)


def test_vote_changed_at_another_session_is_told_there(conference, delegations, held, sitting):
    facts = {"session": sitting, "authorized": "No objection", "entered": moment("1884-10-14")}
    voting.supersede_ballot(held.vote.ballots[2], choice=Choice.ABSTAIN, reason="A slip", **facts)
    assert text_of(session_material(sitting), "c.v01-01") == (
        "The vote of Japan on *One meridian for all* (first session) was accordingly changed from against "
        "to an abstention. Reason: a slip. Authority: no objection. "
        "The count is then 2 in favour, none against and 1 abstaining."
    )


def test_vote_changed_by_a_motion_is_told_with_it(conference, delegations, held, sitting):
    request = voting.move_motion(sitting, kind=MotionKind.REQUEST, summary="Count Japan in favour")
    entry = floor.add_entry(sitting, kind=EntryKind.REQUEST)
    voting.note_motion(request, entry, MotionAct.MOVED)
    facts = {"session": sitting, "motion": request}
    voting.supersede_ballot(held.vote.ballots[2], choice=Choice.YES, reason="A slip", **facts)
    [told] = session_material(sitting).entries
    assert [len(told.motions), len(told.changes)] == [1, 1]


def test_what_the_log_does_not_mention_stands_before_the_end(conference, delegations, held):
    session = held.row
    voting.take_decision(conference, title="Meet again", session=session)
    assert keys(session_material(session))[-2:] == ["d.d01-01", "p6"]


def test_motion_and_its_vote_outside_the_log_are_told_together(sitting):
    motion = voting.move_motion(sitting, kind=MotionKind.PROCEDURAL, summary="Begin at ten")
    facts = {"method": VoteMethod.UNANIMOUS, "result": VoteResult.CARRIED, "motion": motion}
    voting.hold_vote(sitting, question="Begin at ten", **facts)
    assert text_of(session_material(sitting), "m.m01-01") == (
        "It was proposed: *Begin at ten*; the mover is not recorded. The proposal was adopted unanimously."
    )


def test_outcome_is_told_where_nothing_else_says_it(sitting):
    motion = voting.move_motion(sitting, kind=MotionKind.REQUEST, summary="Open the windows")
    entry = floor.add_entry(sitting, kind=EntryKind.MOTION)
    voting.note_motion(motion, entry, MotionAct.MOVED)
    voting.dispose_motion(motion, state=MotionState.GRANTED)
    assert text_of(session_material(sitting), "p1").endswith("The request was granted.")


def test_ruling_and_the_vote_that_reversed_it(sitting, delegations):
    chair = builders.an_official("Ada North")
    ruling = voting.make_ruling(sitting, text="Out of order", by_official=chair)
    appeal = voting.move_motion(sitting, kind=MotionKind.APPEAL, summary="Against the ruling")
    facts = {"method": VoteMethod.VOICE, "result": VoteResult.CARRIED, "motion": appeal}
    vote = voting.hold_vote(sitting, question="Against the ruling", **facts)
    voting.reverse_ruling(ruling, vote=vote)
    material = session_material(sitting)
    assert (text_of(material, "m.m01-01").rpartition(". ")[2], text_of(material, "r.r01-01")) == (
        "The ruling of the presiding officer was thereby reversed.",
        "Ada North ruled: Out of order.",
    )


def test_roll_outside_the_log_is_kept(sitting):
    floor.call_roll(sitting, state=RollState.NOT_TAKEN)
    assert [one.state for one in session_material(sitting).rolls] == [RollState.NOT_TAKEN]


def test_guest_stands_at_the_end_of_the_roll(conference, delegations, sitting):
    guest = invite_guest(conference, builders.an_official("Simon Newcomb"), capacity="invited expert")
    presences = [
        {"guest": guest, "status": PresenceStatus.PRESENT},
        {"delegate": delegations[1].delegate, "status": PresenceStatus.PRESENT, "printed_name": "Mr. Jansen"},
    ]
    roll = floor.call_roll(sitting, state=RollState.TAKEN, presences=presences)
    floor.add_entry(sitting, kind=EntryKind.ROLL, roll=roll)
    [told] = [one for one in draft(session_material(sitting), "en") if one.kind == "roll"]
    assert told.data["present"] == [
        {"delegation": "France", "delegates": ["Mr. Jules Janssen"], "note": "printed: Mr. Jansen"},
        {"delegation": "Guests", "delegates": ["Simon Newcomb"]},
    ]
