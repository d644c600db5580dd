"""Votes that were changed or entered late: a dated act, a new total, and the old one kept (R19)."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.conferences.documents import adopt_rulebook
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.participation.operations import name_delegate
from confapp.voting.ballots import one_vote_each
from confapp.voting.models import Ballot, Choice, VoteMethod, VoteResult
from confapp.voting.operations import enter_ballot, hold_vote, supersede_ballot
from confapp.voting.queries import changes_entered_in, count_of, vote_by_label
from tests.builders import a_conference, a_delegation, an_official, moment

YES, NO, ABSTAIN, ABSENT = Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.ABSENT


def figures(totals):
    return totals.yes, totals.no, totals.abstain


def loaded(vote):
    """The vote as a reader finds it."""
    db.session.flush()
    conference, label = vote.session.conference, vote.label
    db.session.expire_all()
    return vote_by_label(conference, label)


def ballot_of(vote, delegation):
    return next(ballot for ballot in count_of(loaded(vote)).ballots if ballot.delegation_id == delegation.id)


def enter_salvador(meridian, vote):
    return supersede_ballot(
        ballot_of(vote, meridian.states["SV"]),
        choice=YES,
        reason="absent through illness on 13 October",
        entered=moment("1884-10-14"),
        session=meridian.sessions[5],
        cast_by=an_official("Antonio Batres"),
        authorized="no objection; the President ordered the entry",
    )


def test_greenwich_was_declared_without_salvador(meridian):
    assert figures(count_of(loaded(meridian.greenwich())).declared) == (21, 1, 2)


def test_greenwich_counts_with_salvador_since_the_next_day(meridian):
    vote = meridian.greenwich()
    enter_salvador(meridian, vote)
    count = count_of(loaded(vote))
    assert (figures(count.declared), figures(count.now)) == ((21, 1, 2), (22, 1, 2))


def test_a_change_says_what_stood_before_and_what_it_gave(meridian):
    vote = meridian.greenwich()
    entered = enter_salvador(meridian, vote)
    (change,) = count_of(loaded(vote)).changes
    found = (change.before.choice, change.after, figures(change.totals), change.after.session)
    assert found == (ABSENT, entered, (22, 1, 2), meridian.sessions[5])


def test_a_change_keeps_its_reason_and_leave(meridian):
    ballot = enter_salvador(meridian, meridian.greenwich())
    kept = (ballot.reason, ballot.authorized, str(ballot.entered))
    assert kept == (
        "absent through illness on 13 October",
        "no objection; the President ordered the entry",
        "1884-10-14",
    )


def test_a_session_knows_what_was_entered_in_it(meridian):
    vote = meridian.greenwich()
    enter_salvador(meridian, vote)
    db.session.flush()
    assert [list(changes_entered_in(meridian.sessions[number])) for number in (5, 6)] == [[vote], []]


def test_turkey_changed_its_vote_on_midnight(meridian):
    vote = meridian.midnight()
    turkey = ballot_of(vote, meridian.states["TR"])
    supersede_ballot(
        turkey, choice=NO, reason="change ordered", session=meridian.sessions[8], authorized="no objection"
    )
    count = count_of(loaded(vote))
    assert (figures(count.declared), figures(count.now)) == ((15, 2, 7), (14, 3, 7))


@pytest.fixture
def vote(session, states):
    """Two for, one against."""
    choices = zip(states, (YES, YES, NO), strict=True)
    return hold_vote(
        session,
        question="Shall it be?",
        method=VoteMethod.ROLL_CALL,
        result=VoteResult.CARRIED,
        declared=moment("1884-10-13T15:00"),
        ballots=[{"delegation": one, "choice": choice} for one, choice in choices],
    )


def test_a_change_needs_leave_after_the_result(vote, states):
    with pytest.raises(RuleViolation, match="by whose leave") as refusal:
        supersede_ballot(ballot_of(vote, states[0]), choice=NO, reason="second thoughts")
    assert refusal.value.field == "authorized"


def test_a_change_before_the_result_needs_none(vote, states):
    supersede_ballot(ballot_of(vote, states[0]), choice=NO, reason="misheard", entered=moment("1884-10-13T14:59"))
    count = count_of(loaded(vote))
    assert (figures(count.declared), count.changes) == ((1, 2, 0), ())


def test_a_change_that_a_source_tells_of_is_kept(vote, states):
    source = {"sources": [{"source": "pg17759", "at": "L7971"}]}
    supersede_ballot(ballot_of(vote, states[0]), choice=NO, reason="as printed", provenance=source)
    assert figures(count_of(loaded(vote)).now) == (1, 2, 0)


def test_a_change_of_a_change_is_a_chain(vote, states):
    first = supersede_ballot(ballot_of(vote, states[0]), choice=NO, reason="one", authorized="leave")
    supersede_ballot(first, choice=ABSTAIN, reason="two", authorized="leave")
    count = count_of(loaded(vote))
    assert [figures(change.totals) for change in count.changes] == [(1, 2, 0), (1, 1, 1)]


def test_a_change_refuses_what_was_changed_already(vote, states):
    ballot = ballot_of(vote, states[0])
    supersede_ballot(ballot, choice=NO, reason="one", authorized="leave")
    with pytest.raises(RuleViolation, match="Change the one that stands for it"):
        supersede_ballot(ballot, choice=ABSTAIN, reason="two", authorized="leave")


def test_a_change_refuses_to_change_nothing(vote, states):
    with pytest.raises(RuleViolation, match="counted like that already"):
        supersede_ballot(ballot_of(vote, states[0]), choice=YES, reason="to be sure", authorized="leave")


def test_a_change_refuses_to_say_nothing(vote, states):
    with pytest.raises(RuleViolation, match="Say why"):
        supersede_ballot(ballot_of(vote, states[0]), choice=NO, reason="", authorized="leave")


def test_a_change_refuses_a_candidate_without_an_election(vote, states):
    with pytest.raises(RuleViolation, match="names the candidate"):
        supersede_ballot(ballot_of(vote, states[0]), choice=Choice.CANDIDATE, reason="so", authorized="leave")


@pytest.mark.parametrize(
    ("preset", "changes", "refusal"),
    [
        ("un-general-assembly", None, "after the result has been declared"),
        ("as-in-1884", "never", "a vote once cast stays"),
    ],
)
def test_other_rules_refuse_it_even_with_leave(conference, session, states, preset, changes, refusal):
    rules = adopt_rulebook(conference, name="New", preset=preset)
    if changes:
        rules.rules = {**rules.rules, "vote_changes": changes}
    vote = hold_vote(
        session,
        question="?",
        method=VoteMethod.ROLL_CALL,
        result=VoteResult.CARRIED,
        ballots=[{"delegation": states[0], "choice": YES}],
    )
    with pytest.raises(RuleViolation, match=refusal):
        supersede_ballot(vote.ballots[0], choice=NO, reason="second thoughts", authorized="leave")


def test_a_late_vote_is_entered_where_there_was_none(conference, vote):
    salvador = a_delegation(conference, name="Salvador")
    enter_ballot(vote, delegation=salvador, choice=YES, reason="arrived late", authorized="leave")
    count = count_of(loaded(vote))
    found = (figures(count.declared), figures(count.now), count.changes[0].before)
    assert found == ((2, 1, 0), (3, 1, 0), None)


def test_a_late_vote_refuses_who_has_one(vote, states):
    with pytest.raises(RuleViolation, match="“Brazil” has a vote here already"):
        enter_ballot(vote, delegation=states[0], choice=NO, reason="again", authorized="leave")


def test_a_late_vote_refuses_who_has_no_right_to_vote(conference, vote):
    observer = a_delegation(conference, name="Hawaii", is_voting=False)
    with pytest.raises(RuleViolation, match="without a vote"):
        enter_ballot(vote, delegation=observer, choice=YES, reason="late", authorized="leave")


def test_delegates_vote_late_one_by_one(conference, vote):
    salvador = a_delegation(conference, name="Salvador", votes=3)
    delegates = [name_delegate(salvador, an_official()) for _ in range(2)]
    late = [enter_ballot(vote, delegate=one, choice=YES, reason="late", authorized="leave") for one in delegates]
    kept = [(ballot.delegation_id, ballot.delegate_id, ballot.weight) for ballot in late]
    assert kept == [(salvador.id, delegate.id, 1) for delegate in delegates]


def test_a_delegate_votes_late_once(conference, vote):
    delegate = name_delegate(a_delegation(conference, name="Salvador"), an_official())
    enter_ballot(vote, delegate=delegate, choice=YES, reason="late", authorized="leave")
    with pytest.raises(RuleViolation, match="“Salvador” has a vote here already"):
        enter_ballot(vote, delegate=delegate, choice=NO, reason="again", authorized="leave")


def test_a_delegate_does_not_vote_beside_the_delegation(vote, states):
    delegate = name_delegate(states[0], an_official())
    with pytest.raises(RuleViolation, match="“Brazil” has a vote here already"):
        enter_ballot(vote, delegate=delegate, choice=YES, reason="late", authorized="leave")


def test_a_late_vote_is_somebodys(vote):
    with pytest.raises(RuleViolation, match="Say whose vote it is"):
        enter_ballot(vote, choice=YES, reason="late", authorized="leave")


def test_a_late_vote_refuses_a_delegation_to_another_conference(vote):
    with pytest.raises(RuleViolation, match="Only delegations to this conference"):
        enter_ballot(vote, delegation=a_delegation(a_conference()), choice=YES, reason="late", authorized="leave")


def test_who_is_second_is_told_so(vote, states):
    with pytest.raises(RuleViolation, match="Somebody else"), one_vote_each():
        db.session.add(Ballot(vote_id=vote.id, delegation_id=states[0].id, choice=NO))
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Ballot).filter_by(vote_id=vote.id)) == 3
