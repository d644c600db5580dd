"""Elections: a majority of the valid votes, a restricted ballot, the lot (R39)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.conferences.documents import adopt_rulebook
from confapp.conferences.rules import Base, Majority, Share
from confapp.db import db
from confapp.voting.elections import NextStep, elect
from confapp.voting.models import Choice, VoteMethod, VoteResult
from confapp.voting.operations import hold_vote
from confapp.voting.queries import outcome_of, vote_by_label

TWO_THIRDS = Majority(Share(Fraction(2, 3), is_strict=False), Base.PRESENT_AND_VOTING)


def test_without_a_majority_the_two_highest_stand_again():
    found = elect({"A": 40, "B": 38, "C": 12})
    result = (found.valid, found.needed, found.elected, found.step, found.standing)
    assert result == (90, 46, (), NextStep.RESTRICTED_BALLOT, ("A", "B"))


def test_the_second_ballot_decides():
    assert elect({"A": 44, "B": 46}, ballot=2).elected == ("B",)


def test_a_majority_is_elected_at_once():
    found = elect({"A": 46, "B": 44})
    assert (found.elected, found.step) == (("A",), NextStep.NOTHING)


def test_another_majority_can_be_needed():
    found = elect({"A": 59, "B": 31}, majority=TWO_THIRDS)
    assert (found.needed, found.elected) == (60, ())


def test_a_tie_of_two_leads_to_a_second_ballot():
    found = elect({"A": 45, "B": 45})
    assert (found.step, found.standing) == (NextStep.RESTRICTED_BALLOT, ("A", "B"))


def test_a_second_tie_leads_to_the_lot():
    found = elect({"A": 45, "B": 45}, ballot=2)
    assert (found.step, found.standing) == (NextStep.LOT, ("A", "B"))


def test_a_tie_for_the_second_place_leads_to_a_special_ballot():
    found = elect({"A": 40, "B": 25, "C": 25})
    assert (found.step, found.standing) == (NextStep.SPECIAL_BALLOT, ("B", "C"))


def test_a_second_tie_for_the_second_place_leads_to_the_lot():
    assert elect({"A": 40, "B": 25, "C": 25}, ballot=2).step is NextStep.LOT


def test_several_seats_go_to_the_most_votes():
    found = elect({"A": 10, "B": 30, "C": 20}, seats=2)
    assert (found.elected, found.needed, found.step) == (("B", "C"), None, NextStep.NOTHING)


def test_a_tie_for_the_last_seat_leads_to_a_special_ballot():
    found = elect({"A": 30, "B": 20, "C": 20}, seats=2)
    assert (found.elected, found.step, found.standing) == (("A",), NextStep.SPECIAL_BALLOT, ("B", "C"))


def test_a_second_tie_for_the_last_seat_leads_to_the_lot():
    assert elect({"A": 30, "B": 20, "C": 20}, seats=2, ballot=2).step is NextStep.LOT


def test_no_votes_elect_nobody():
    found = elect({"A": 0, "B": 0})
    assert (found.elected, found.step, found.standing) == ((), NextStep.NOTHING, ())


def test_who_has_no_votes_takes_no_seat():
    assert elect({"A": 3, "B": 0}, seats=2).elected == ("A",)


@given(
    votes=st.dictionaries(st.integers(0, 20), st.integers(0, 50), max_size=8),
    seats=st.integers(1, 4),
    ballot=st.integers(1, 3),
)
def test_nobody_is_elected_over_who_has_more(votes, seats, ballot):
    found = elect(votes, seats=seats, ballot=ballot)
    least = min((votes[name] for name in found.elected), default=0)
    better = {name for name in votes if votes[name] > least}
    assert len(found.elected) <= seats
    assert not found.elected or better <= {*found.elected}


def an_election(session, **facts):
    vote = hold_vote(
        session, question="President", method=VoteMethod.SECRET_BALLOT, result=VoteResult.NOT_STATED, **facts
    )
    conference, label = session.conference, vote.label
    db.session.flush()
    db.session.expire_all()
    return outcome_of(vote_by_label(conference, label))


def candidates(**votes):
    return [{"name": name, "announced_votes": count} for name, count in votes.items()]


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        (
            {"A": 40, "B": 38, "C": 12},
            "90 valid votes; more than half (46) needed: nobody is elected; a ballot between A and B follows",
        ),
        ({"A": 1}, "1 valid vote; more than half (1) needed: A elected"),
        (
            {"A": 40, "B": 25, "C": 25},
            "90 valid votes; more than half (46) needed: nobody is elected; a special ballot between B and C follows",
        ),
        ({"A": None}, ""),
    ],
)
def test_an_election_is_told_in_a_sentence(session, votes, words):
    assert an_election(session, candidates=candidates(**votes)).text == words


def test_the_lot_is_told(session):
    found = an_election(session, candidates=candidates(A=45, B=45), round=2)
    assert found.text.endswith("nobody is elected; the lot decides between A and B")


def test_several_seats_are_told_without_a_majority(session):
    found = an_election(session, candidates=candidates(A=45, B=30, C=2), seats=2)
    assert found.text == "77 valid votes: A and B elected"


def test_an_election_needs_no_rules(session):
    assert an_election(session, candidates=candidates(A=2, B=1), rulebook=None).text.endswith("A elected")


def test_an_election_follows_the_majority_of_its_rules(conference, session):
    adopt_rulebook(conference, name="UN", preset="un-general-assembly")
    found = an_election(session, candidates=candidates(A=59, B=31), majority="two_thirds")
    assert found.text.startswith("90 valid votes; at least two thirds (60) needed: nobody is elected")


def test_ballots_for_candidates_are_counted(session, states):
    vote = hold_vote(
        session,
        question="President",
        method=VoteMethod.ROLL_CALL,
        result=VoteResult.ELECTED,
        candidates=candidates(A=9, B=0),
        ballots=[{"delegation": one, "choice": Choice.CANDIDATE, "candidate": "b"} for one in states],
    )
    label = vote.label
    db.session.flush()
    db.session.expire_all()
    found = outcome_of(vote_by_label(session.conference, label))
    assert (found.text, found.is_counted) == ("3 valid votes; more than half (2) needed: B elected", True)
