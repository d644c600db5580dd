"""Votes as they are held: complete, each delegation once, by the rules of the conference."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from confapp import clock
from confapp.conferences.documents import adopt_rulebook
from confapp.errors import RuleViolation
from confapp.floor.models import EntryKind, PresenceStatus, RollState
from confapp.floor.operations import add_entry, call_roll, suspend_session
from confapp.participation.operations import name_delegate
from confapp.programme.operations import cancel_session
from confapp.voting.models import Choice, MotionKind, VoteKind, VoteMethod, VoteResult
from confapp.voting.operations import hold_vote, move_motion, note_dissent
from confapp.voting.queries import count_of, vote_by_label
from tests.builders import a_conference, a_delegation, a_session, an_official, moment

YES, NO, ABSTAIN, UNCLEAR = Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.UNCLEAR
CARRIED, LOST = VoteResult.CARRIED, VoteResult.LOST


def a_vote(session, **facts):
    return hold_vote(
        session, **{"question": "Shall it be?", "method": VoteMethod.ROLL_CALL, "result": CARRIED, **facts}
    )


def ballots(states, *choices):
    return [{"delegation": one, "choice": choice} for one, choice in zip(states, choices, strict=False)]


def test_votes_are_labelled_by_their_session(session):
    assert [a_vote(session).label for _ in range(2)] == ["v04-01", "v04-02"]


def test_a_session_without_a_number_gives_its_label(conference):
    section = a_session(conference, label="section-2-3")
    with pytest.raises(RuleViolation, match="not open yet"):
        a_vote(section)


def test_a_label_is_taken_once_in_a_conference(session):
    a_vote(session, label="greenwich")
    with pytest.raises(RuleViolation, match="“greenwich” is taken"):
        a_vote(session, label="greenwich")


def test_a_label_stands_in_an_address(session):
    with pytest.raises(RuleViolation, match="is no label"):
        a_vote(session, label="v 1/2")


def test_the_next_label_is_a_free_one(session):
    a_vote(session, label="v04-01")
    assert a_vote(session).label == "v04-02"


def test_votes_stand_in_the_order_of_the_conference(session):
    assert [a_vote(session).position for _ in range(2)] == [1, 2]


def test_a_vote_rests_on_the_rules_in_force(conference, session):
    vote = a_vote(session)
    assert (vote.rulebook.conference_id, vote.rulebook.number, vote.rulebook.is_in_use) == (conference.id, 1, True)


def test_a_vote_rests_on_no_rules_that_came_later(conference, session):
    adopt_rulebook(conference, name="Later", preset="un-general-assembly", adopted=moment("1884-10-20"))
    assert a_vote(session, declared=moment("1884-10-13T15:00")).rulebook.number == 1


def test_a_vote_can_rest_on_none(session):
    assert a_vote(session, rulebook=None).rulebook is None


def test_a_vote_refuses_a_majority_that_the_rules_do_not_know(session):
    with pytest.raises(RuleViolation, match="no majority “two_thirds”"):
        a_vote(session, majority="two_thirds")


def test_a_vote_refuses_a_planned_session(conference):
    with pytest.raises(RuleViolation, match="not open yet"):
        a_vote(a_session(conference))


def test_a_vote_refuses_a_cancelled_session(conference):
    session = a_session(conference)
    cancel_session(session)
    with pytest.raises(RuleViolation, match="was cancelled"):
        a_vote(session)


def test_a_vote_refuses_a_suspended_session(session):
    suspend_session(session, at=None)
    with pytest.raises(RuleViolation, match="Resume it first"):
        a_vote(session)


def test_a_vote_refuses_a_motion_of_another_conference(session):
    other = a_session(a_conference(state="open"))
    other.state = session.state
    motion = move_motion(other, kind=MotionKind.RESOLUTION, summary="Elsewhere")
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        a_vote(session, motion=motion)


def test_a_vote_refuses_an_entry_of_another_session(conference, session):
    entry = add_entry(a_session(conference), kind=EntryKind.NOTE, text="elsewhere")
    with pytest.raises(RuleViolation, match="log entry belongs to another session"):
        a_vote(session, entry=entry)


def test_ballots_are_kept_as_given(session, states):
    vote = a_vote(session, ballots=ballots(states, YES, NO, Choice.NOT_VOTING))
    assert [(ballot.delegation, ballot.choice) for ballot in vote.ballots] == [
        (states[0], YES),
        (states[1], NO),
        (states[2], Choice.NOT_VOTING),
    ]


def test_a_delegation_is_counted_once(session, states):
    with pytest.raises(RuleViolation, match="“Brazil” is counted twice"):
        a_vote(session, ballots=ballots([states[0]] * 2, YES, NO))


def test_a_delegation_votes_as_one_or_one_by_one(session, states):
    delegate = name_delegate(states[0], an_official())
    both = [{"delegation": states[0], "choice": YES}, {"delegate": delegate, "choice": YES}]
    with pytest.raises(RuleViolation, match="“Brazil” is counted twice"):
        a_vote(session, ballots=both)


def test_delegates_vote_one_by_one(session, states):
    delegates = [name_delegate(states[0], an_official()) for _ in range(2)]
    vote = a_vote(session, ballots=[{"delegate": one, "choice": YES} for one in delegates])
    assert [(ballot.delegation, ballot.delegate) for ballot in vote.ballots] == [(states[0], one) for one in delegates]


def test_a_ballot_is_somebodys(session):
    with pytest.raises(RuleViolation, match="Say whose vote it is"):
        a_vote(session, ballots=[{"choice": YES}])


def test_an_observer_has_no_vote(conference, session):
    observer = a_delegation(conference, name="Hawaii", is_voting=False)
    with pytest.raises(RuleViolation, match="“Hawaii” takes part without a vote"):
        a_vote(session, ballots=ballots([observer], YES))


def test_a_delegation_to_another_conference_has_no_vote(session):
    with pytest.raises(RuleViolation, match="Only delegations to this conference"):
        a_vote(session, ballots=ballots([a_delegation()], YES))


def test_a_ballot_weighs_what_the_delegation_has(conference, session):
    vote = a_vote(session, ballots=ballots([a_delegation(conference, votes=3)], YES))
    assert vote.ballots[0].weight == 3


def test_a_ballot_weighs_nothing_less_than_nothing(session, states):
    with pytest.raises(RuleViolation, match="weighs nothing at the least"):
        a_vote(session, ballots=[{"delegation": states[0], "choice": YES, "weight": -1}])


@pytest.mark.parametrize(
    "method",
    [VoteMethod.CONSENSUS, VoteMethod.ACCLAMATION, VoteMethod.NO_OBJECTION, VoteMethod.WITHOUT_DIVISION],
)
def test_what_is_decided_without_a_vote_has_no_figures(session, method):
    with pytest.raises(RuleViolation, match="has no figures"):
        a_vote(session, method=method, printed_rolls=[{"title": "Protocol", "announced_yes": 0}])


def test_consensus_is_kept_without_figures(session):
    assert a_vote(session, method=VoteMethod.CONSENSUS).ballots == []


def test_a_unanimous_vote_may_have_figures(session, states):
    assert len(a_vote(session, method=VoteMethod.UNANIMOUS, ballots=ballots(states, YES, YES, YES)).ballots) == 3


def test_nobody_knows_a_secret_ballot(session, states):
    with pytest.raises(RuleViolation, match="Give its totals only"):
        a_vote(session, method=VoteMethod.SECRET_BALLOT, ballots=ballots(states, YES))


def test_a_secret_ballot_knows_who_was_away(session, states):
    vote = a_vote(session, method=VoteMethod.SECRET_BALLOT, ballots=ballots(states, Choice.ABSENT))
    assert vote.ballots[0].choice is Choice.ABSENT


def test_a_printed_roll_is_kept_as_it_stands(session, states):
    rows = [
        {"delegation": states[0], "choice": YES, "printed_name": "Brasil"},
        {"delegation": states[0], "choice": ABSTAIN},
        {"choice": NO, "printed_name": "Atlantis"},
    ]
    vote = a_vote(session, printed_rolls=[{"title": "Protocol", "announced_yes": 1, "rows": rows}])
    (roll,) = vote.printed_rolls
    kept = [(row.position, row.choice, row.delegation, row.printed_name) for row in roll.rows]
    assert (roll.key, roll.announced_yes, kept) == (
        "protocol",
        1,
        [(1, YES, states[0], "Brasil"), (2, ABSTAIN, states[0], None), (3, NO, None, "Atlantis")],
    )


def test_printed_rolls_have_keys_of_their_own(session):
    vote = a_vote(session, printed_rolls=[{"title": "Protocol"}, {"title": "Protocol"}])
    assert [roll.key for roll in vote.printed_rolls] == ["protocol", "protocol-2"]


def test_printed_rolls_refuse_one_key_twice(session):
    with pytest.raises(RuleViolation, match="a key of its own"):
        a_vote(session, printed_rolls=[{"title": "Protocol", "key": "p"}, {"title": "Act", "key": "p"}])


def test_an_announced_total_is_nothing_at_the_least(session):
    with pytest.raises(RuleViolation, match="nothing at the least"):
        a_vote(session, printed_rolls=[{"title": "Protocol", "announced_no": -1}])


def test_a_printed_roll_refuses_delegations_to_other_conferences(session):
    rows = [{"delegation": a_delegation(), "choice": YES}]
    with pytest.raises(RuleViolation, match="“Protocol” names a delegation to another conference"):
        a_vote(session, printed_rolls=[{"title": "Protocol", "rows": rows}])


def test_ballots_are_settled_from_the_printed_roll(session, states):
    vote = a_vote(session, printed_rolls=[{"title": "Protocol", "rows": ballots(states, YES, NO, ABSTAIN)}])
    assert [(ballot.delegation, ballot.choice) for ballot in vote.ballots] == [
        (states[0], YES),
        (states[1], NO),
        (states[2], ABSTAIN),
    ]


def test_what_rolls_contradict_is_unclear(session, states):
    rolls = [
        {"title": "Protocol", "rows": ballots(states, YES)},
        {"title": "Final Act", "rows": ballots(states, NO)},
    ]
    assert [ballot.choice for ballot in a_vote(session, printed_rolls=rolls).ballots] == [UNCLEAR]


def test_names_of_nobody_and_without_a_vote_settle_nothing(conference, session):
    observer = a_delegation(conference, is_voting=False)
    rows = [{"delegation": observer, "choice": YES}, {"choice": YES, "printed_name": "Atlantis"}]
    assert a_vote(session, printed_rolls=[{"title": "Protocol", "rows": rows}]).ballots == []


def test_delegates_settle_one_by_one(session, states):
    delegate = name_delegate(states[0], an_official())
    vote = a_vote(session, printed_rolls=[{"title": "Protocol", "rows": [{"delegate": delegate, "choice": YES}]}])
    assert [(ballot.delegation, ballot.delegate) for ballot in vote.ballots] == [(states[0], delegate)]


def test_given_ballots_win_over_printed_ones(session, states):
    roll = {"title": "Final Act", "rows": ballots(states, YES, YES, YES)}
    vote = a_vote(session, ballots=ballots(states, YES), printed_rolls=[roll])
    assert [ballot.delegation for ballot in vote.ballots] == [states[0]]


def test_the_netherlands_and_russia_are_settled_by_the_final_act(meridian):
    vote = meridian.midnight()
    chosen = {ballot.delegation_id: ballot.choice for ballot in vote.ballots}
    settled = [chosen[meridian.states[code].id] for code in ("NL", "RU")]
    assert settled == [ABSTAIN, YES]


def test_midnight_is_counted_fifteen_two_seven(meridian, db_session):
    label = meridian.midnight().label
    db_session.expire_all()
    totals = count_of(vote_by_label(meridian.conference, label)).declared
    assert (totals.yes, totals.no, totals.abstain) == (15, 2, 7)


def test_a_divided_delegation_has_its_dissents(session, states):
    delegates = [name_delegate(states[0], an_official()) for _ in range(2)]
    dissents = [{"delegate": one, "choice": choice} for one, choice in zip(delegates, (YES, NO), strict=True)]
    vote = a_vote(session, ballots=[{"delegation": states[0], "choice": Choice.DIVIDED, "dissents": dissents}])
    kept = [(one.position, one.delegate, one.choice) for one in vote.ballots[0].dissents]
    assert kept == [(1, delegates[0], YES), (2, delegates[1], NO)]


def test_a_dissent_comes_from_the_delegation(session, states):
    stranger = name_delegate(states[1], an_official())
    dissents = [{"delegate": stranger, "choice": NO}]
    with pytest.raises(RuleViolation, match="belongs to another delegation"):
        a_vote(session, ballots=[{"delegation": states[0], "choice": YES, "dissents": dissents}])


def test_a_delegate_dissents_once(session, states):
    dissent = {"delegate": name_delegate(states[0], an_official()), "choice": NO}
    with pytest.raises(RuleViolation, match="dissents once"):
        a_vote(session, ballots=[{"delegation": states[0], "choice": YES, "dissents": [dissent, dissent]}])


def test_a_dissent_is_noted_later(session, states):
    (ballot,) = a_vote(session, ballots=ballots(states, YES)[:1]).ballots
    delegate = name_delegate(states[0], an_official())
    dissent = note_dissent(ballot, delegate, NO, note="asks that it be recorded")
    assert (dissent.ballot_id, dissent.position, dissent.note) == (ballot.id, 1, "asks that it be recorded")


def test_a_dissent_is_noted_once(session, states):
    (ballot,) = a_vote(session, ballots=ballots(states, YES)[:1]).ballots
    delegate = name_delegate(states[0], an_official())
    note_dissent(ballot, delegate, NO)
    with pytest.raises(RuleViolation, match="noted already"):
        note_dissent(ballot, delegate, ABSTAIN)


def test_a_dissent_is_refused_to_a_stranger(session, states):
    (ballot,) = a_vote(session, ballots=ballots(states, YES)[:1]).ballots
    with pytest.raises(RuleViolation, match="belongs to another delegation"):
        note_dissent(ballot, name_delegate(states[1], an_official()), NO)


def test_a_casting_vote_breaks_a_tie(session, states):
    chair = an_official()
    vote = a_vote(session, ballots=ballots(states, YES, NO), casting_choice=YES, casting_by=chair)
    assert (vote.casting_choice, vote.casting_by) == (YES, chair)


def test_a_casting_vote_needs_a_tie(session, states):
    with pytest.raises(RuleViolation, match="no tie to break: 2 voted yes, 1 no"):
        a_vote(session, ballots=ballots(states, YES, YES, NO), casting_choice=NO)


def test_a_casting_vote_is_yes_or_no(session, states):
    with pytest.raises(RuleViolation, match="yes or no"):
        a_vote(session, ballots=ballots(states, YES, NO), casting_choice=ABSTAIN)


def test_a_casting_vote_is_believed_where_nobody_counted(session):
    assert a_vote(session, casting_choice=NO, result=LOST).casting_choice is NO


def test_the_lot_is_kept(session, states):
    assert a_vote(session, first_called=states[2]).first_called is states[2]


def test_a_vote_is_reconsidered_by_a_later_one(session):
    first = a_vote(session, result=LOST)
    assert a_vote(session, reconsiders=first).reconsiders is first


def test_an_election_has_candidates(session, states):
    vote = a_vote(
        session,
        result=VoteResult.ELECTED,
        candidates=[{"name": "Rodgers", "is_elected": True}, {"name": "Lewenhaupt", "key": "l"}],
        ballots=[
            {"delegation": states[0], "choice": Choice.CANDIDATE, "candidate": "rodgers"},
            {"delegation": states[1], "choice": Choice.CANDIDATE, "candidate": "l"},
            {"delegation": states[2], "choice": ABSTAIN},
        ],
    )
    found = (
        vote.kind,
        [one.key for one in vote.candidates],
        [one.candidate and one.candidate.name for one in vote.ballots],
    )
    assert found == (VoteKind.ELECTION, ["rodgers", "l"], ["Rodgers", "Lewenhaupt", None])


def test_an_election_refuses_a_vote_for_who_does_not_stand(session, states):
    with pytest.raises(RuleViolation, match="“nobody” is not a candidate"):
        a_vote(
            session,
            candidates=[{"name": "Rodgers"}],
            ballots=[{"delegation": states[0], "choice": Choice.CANDIDATE, "candidate": "nobody"}],
        )


def test_an_election_refuses_one_key_twice(session):
    with pytest.raises(RuleViolation, match="Each candidate has a key"):
        a_vote(session, candidates=[{"name": "A", "key": "a"}, {"name": "B", "key": "a"}])


def test_a_question_refuses_a_vote_for_a_candidate(session, states):
    with pytest.raises(RuleViolation, match="names the candidate, and no other vote does"):
        a_vote(session, ballots=[{"delegation": states[0], "choice": YES, "candidate": "rodgers"}])


@pytest.fixture
def checked(conference, session, states, monkeypatch):
    """Under rules that look for the quorum at each vote: one of three is there, two are needed, and it goes on now."""
    monkeypatch.setattr(clock, "now", lambda: datetime(1884, 10, 13, 21, tzinfo=UTC))
    adopt_rulebook(conference, name="UN", preset="un-general-assembly")
    call_roll(
        session,
        state=RollState.TAKEN,
        taken=moment("1884-10-13T14:00"),
        presences=[{"status": PresenceStatus.PRESENT, "delegation": states[0]}],
    )
    return session


def test_without_a_quorum_nothing_is_decided(checked):
    with pytest.raises(RuleViolation, match="1 are present, 2 are needed to decide"):
        a_vote(checked)


def test_without_a_quorum_a_vote_is_void(checked):
    assert a_vote(checked, result=VoteResult.VOID).result is VoteResult.VOID


def test_without_a_quorum_the_session_can_adjourn(checked):
    motion = move_motion(checked, kind=MotionKind.ADJOURNMENT, summary="To adjourn")
    assert a_vote(checked, motion=motion).result is CARRIED


def test_without_a_quorum_what_happened_happened(checked, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 23, tzinfo=UTC))
    assert a_vote(checked).result is CARRIED


def test_before_the_quorum_was_lost_it_was_decided(checked):
    assert a_vote(checked, declared=moment("1884-10-13T13:30")).result is CARRIED


def test_a_quorum_is_presumed_where_the_rules_presume_it(session, states):
    call_roll(session, state=RollState.TAKEN, presences=[{"status": PresenceStatus.ABSENT, "delegation": states[0]}])
    assert a_vote(session).result is CARRIED
