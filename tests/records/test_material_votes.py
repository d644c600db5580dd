"""Motions, votes and names in full, read from the database."""

from __future__ import annotations

from confapp import clock
from confapp.conferences.documents import adopt_rulebook
from confapp.db import db
from confapp.floor import operations as floor
from confapp.floor.models import EntryKind, LogEntry, PresenceStatus, RollState
from confapp.records.drafting import draft
from confapp.records.queries import session_material
from confapp.voting import operations as voting
from confapp.voting.models import (
    Choice,
    MotionAct,
    MotionKind,
    MotionLinkKind,
    MotionRole,
    VoteMethod,
    VoteResult,
)
from tests import builders


def test_everything_around_a_motion_is_read(conference, delegations, sitting):
    mover, other = delegations[0], delegations[1]
    former = voting.move_motion(sitting, kind=MotionKind.PROCEDURAL, summary="Begin at nine")
    motion = voting.move_motion(
        sitting,
        kind=MotionKind.AMENDMENT,
        summary="Begin at ten",
        text="The session begins at ten.",
        mover=mover.delegate.official,
        mover_delegation=mover.row,
        committee=builders.a_committee(conference, "Committee on hours"),
        people=[{"role": MotionRole.SECONDED, "official": other.delegate.official, "delegation": other.row}],
        links=[{"other": former, "kind": MotionLinkKind.AMENDS}],
        changes=[{"text": "half past nine", "proposer": other.delegate.official, "outcome": "accepted"}],
    )
    entry = floor.add_entry(sitting, kind=EntryKind.AMENDMENT)
    voting.note_motion(motion, entry, MotionAct.MOVED)
    voting.note_motion(motion, entry, MotionAct.AMENDED)
    told = [one.text for one in draft(session_material(sitting), "en") if ".p1" in one.id]
    assert told == [
        (
            "Mr. Luiz Cruls (Brazil), for the *Committee on hours*, moved the amendment *Begin at ten* "
            "to the proposal *Begin at nine*. Mr. Jules Janssen (France) seconded it. "
            "Mr. Janssen (France) proposed a change of its text: *half past nine* (accepted)."
        ),
        "“The session begins at ten.”",
    ]


def test_printed_rolls_ballots_and_dissents_are_read(conference, delegations, sitting):
    brazil, france, japan = delegations
    rows = [
        {"delegation": brazil.row, "choice": Choice.YES, "printed_name": "Brasil"},
        {"delegation": france.row, "choice": Choice.NO},
        {"delegate": japan.delegate, "choice": Choice.NO},
        {"choice": Choice.NO},
    ]
    act = builders.a_document(conference, "Final Act")
    rolls = [
        {"title": "Protocol", "announced_yes": 1, "announced_no": 3, "rows": rows},
        {"title": "Final Act", "document": act},
    ]
    dissents = [{"delegate": france.delegate, "choice": Choice.YES, "note": "alone"}]
    ballots = [
        {"delegation": brazil.row, "choice": Choice.YES, "weight": 2},
        {"delegation": france.row, "choice": Choice.NO, "dissents": dissents},
        {"delegate": japan.delegate, "choice": Choice.NO},
    ]
    facts = {"method": VoteMethod.ROLL_CALL, "result": VoteResult.LOST, "casting_by": brazil.delegate.official}
    voting.hold_vote(sitting, question="Begin at ten?", ballots=ballots, printed_rolls=rolls, **facts)
    [vote] = session_material(sitting).entries[0].votes
    assert (
        [one.name for one in vote.printed[0].rows],
        [one.of_record for one in vote.printed],
        vote.printed[0].announced,
        [(one.weight, len(one.dissents), one.person is not None) for one in vote.rows],
    ) == (
        ["Brasil", "France", "Mr. Dairoku Kikuchi", "?"],
        [True, False],
        ((Choice.YES, 1), (Choice.NO, 3)),
        [(2, 0, False), (1, 1, False), (1, 0, True)],
    )


def test_ballot_for_a_candidate_is_read(delegations, sitting):
    facts = {"method": VoteMethod.ROLL_CALL, "result": VoteResult.ELECTED, "seats": 1, "round": 1}
    ballots = [{"delegation": delegations[0].row, "choice": Choice.CANDIDATE, "candidate": "ada"}]
    candidates = [{"key": "ada", "name": "Ada North", "announced_votes": 1, "is_elected": True}]
    voting.hold_vote(sitting, question="President", ballots=ballots, candidates=candidates, **facts)
    [vote] = session_material(sitting).entries[0].votes
    assert (vote.rows[0].candidate, vote.reckoning) == ("Ada North", None)


def test_quorum_is_looked_for_where_the_rules_have_one(conference, delegations, sitting):
    adopt_rulebook(conference, name="Rules of the Assembly", preset="un-general-assembly")
    here, gone = PresenceStatus.PRESENT, PresenceStatus.ABSENT
    presences = [{"delegation": one.row, "status": gone if at else here} for at, one in enumerate(delegations)]
    floor.call_roll(sitting, state=RollState.TAKEN, presences=presences)
    floor.call_roll(sitting, state=RollState.NOT_TAKEN)
    assert [(one.counted, one.needed) for one in session_material(sitting).rolls] == [(1, 1), (None, None)]


def test_names_of_a_person_in_another_language(sitting):
    official = builders.an_official(
        "Jules Janssen",
        honorific="Mr.",
        family_name="Janssen",
        translations={"ru": {"name": "Жюль Жансен", "honorific": "г-н", "family_name": "Жансен"}, "fr": {"name": "J."}},
    )
    floor.add_entry(sitting, kind=EntryKind.STATEMENT, speakers=[{"official": official}])
    person = session_material(sitting).entries[0].speakers[0].person
    assert [words.within(tag)[0] for words in (person.name, person.short, person.family) for tag in ("ru", "fr")] == [
        "г-н Жюль Жансен",
        "J.",
        "г-н Жансен",
        "J.",
        "Жансен",
        "Janssen",
    ]


def test_correction_takes_the_place_of_what_it_strikes(sitting):
    wrong = floor.add_entry(sitting, kind=EntryKind.NOTE, text="It rained.")
    floor.add_entry(sitting, kind=EntryKind.NOTE, text="People left.")
    db.session.add(
        LogEntry(
            session_id=sitting.id,
            position=3,
            kind=EntryKind.STATEMENT,
            text="It snowed.",
            recorded_at=clock.now(),
            strikes_id=wrong.id,
        )
    )
    assert [one.text.text for one in session_material(sitting).entries] == ["It snowed.", "People left."]
