"""How a result follows from the figures by the rulebook of the vote."""

from __future__ import annotations

import pytest

from confapp.conferences.documents import adopt_rulebook
from confapp.conferences.rules_data import preset, write_rules
from confapp.db import db
from confapp.floor.models import PresenceStatus, RollState
from confapp.floor.operations import call_roll
from confapp.voting.models import Choice, VoteMethod, VoteResult
from confapp.voting.operations import hold_vote, supersede_ballot
from confapp.voting.queries import count_of, outcome_of, vote_by_label
from tests.builders import a_delegation, an_official

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN
CARRIED, LOST = VoteResult.CARRIED, VoteResult.LOST
MORE_THAN_HALF = {"more_than": "1/2"}


def loaded(vote):
    db.session.flush()
    conference, label = vote.session.conference, vote.label
    db.session.expire_all()
    return vote_by_label(conference, label)


def a_vote(session, **facts):
    defaults = {"question": "?", "method": VoteMethod.ROLL_CALL, "result": CARRIED}
    return loaded(hold_vote(session, **{**defaults, **facts}))


def ballots(states, *choices):
    return [{"delegation": one, "choice": choice} for one, choice in zip(states, choices, strict=False)]


def rules(conference, **changes):
    """Adopt the rules of 1884 with changes."""
    data = {**write_rules(preset("as-in-1884")), **changes}
    return adopt_rulebook(conference, name="Changed", rules=data)


def test_greenwich_was_carried(meridian):
    found = outcome_of(loaded(meridian.greenwich()))
    assert found.text == "21 of 22 votes for or against; more than half (12) needed: carried"


def test_greenwich_is_carried_with_salvador(meridian):
    vote = loaded(meridian.greenwich())
    salvador = next(one for one in count_of(vote).ballots if one.delegation.name == "Salvador")
    supersede_ballot(salvador, choice=YES, reason="illness", authorized="no objection")
    found = outcome_of(loaded(vote), as_now=True)
    assert found.text == "22 of 23 votes for or against; more than half (12) needed: carried"


def test_what_was_declared_agrees(session, states):
    found = outcome_of(a_vote(session, ballots=ballots(states, YES, YES, NO)))
    assert (found.result, found.differs, found.is_counted) == (CARRIED, False, True)


def test_what_was_declared_differs(session, states):
    assert outcome_of(a_vote(session, ballots=ballots(states, YES, NO, NO))).differs


def test_what_nobody_declared_differs_from_nothing(session, states):
    vote = a_vote(session, result=VoteResult.NOT_STATED, ballots=ballots(states, NO, NO, NO))
    assert (outcome_of(vote).result, outcome_of(vote).differs) == (LOST, False)


def test_a_tie_is_lost(session, states):
    found = outcome_of(a_vote(session, result=LOST, ballots=ballots(states, YES, NO, ABSTAIN)))
    assert (found.result, found.differs) == (LOST, False)


def test_the_casting_vote_of_the_chair_is_named(conference, session, states):
    rules(conference, tie="casting_vote")
    vote = a_vote(session, ballots=ballots(states, YES, NO), casting_choice=YES, casting_by=an_official())
    assert outcome_of(vote).text.endswith("carried by the casting vote of the chair")


def test_votes_of_several_weigh_as_many(session, states):
    given = ballots(states, YES, NO, NO)
    given[0]["weight"] = 3
    assert outcome_of(a_vote(session, ballots=given)).text == (
        "3 of 5 votes for or against; more than half (3) needed: carried by weight of votes"
    )


def test_a_casting_vote_agrees_with_what_was_declared(session, states):
    vote = a_vote(session, ballots=ballots(states, YES, NO), casting_choice=YES, casting_by=an_official())
    assert (outcome_of(vote).result, outcome_of(vote).differs) == (CARRIED, False)


def test_announced_totals_give_a_result_where_nobody_was_counted(session):
    vote = a_vote(
        session, printed_rolls=[{"title": "Notes"}, {"title": "Protocol", "announced_yes": 8, "announced_no": 13}]
    )
    found = outcome_of(vote)
    assert (found.result, found.is_counted, found.differs) == (LOST, False, True)


def test_without_figures_there_is_no_reckoning(session):
    found = outcome_of(a_vote(session, method=VoteMethod.VOICE))
    assert (found.reckoning, found.text, found.result) == (None, "", None)


def test_without_rules_there_is_no_reckoning(session, states):
    assert outcome_of(a_vote(session, rulebook=None, ballots=ballots(states, YES))).reckoning is None


def test_consensus_is_adopted_without_a_vote(session):
    assert outcome_of(a_vote(session, method=VoteMethod.CONSENSUS)).text == "adopted without a vote"


def test_an_objection_leaves_nothing_adopted(session):
    assert outcome_of(a_vote(session, method=VoteMethod.NO_OBJECTION, result=LOST)).text == ""


def test_of_those_entitled_all_are_counted(conference, session, states):
    rules(conference, majorities={"simple": {**MORE_THAN_HALF, "of": "entitled"}})
    a_delegation(conference)
    found = outcome_of(a_vote(session, ballots=ballots(states, YES, YES)))
    assert (found.reckoning.base, found.reckoning.needed, found.result) == (4, 3, LOST)


def test_of_those_present_the_roll_tells(conference, session, states):
    rules(conference, majorities={"simple": {**MORE_THAN_HALF, "of": "present"}})
    present = [{"status": PresenceStatus.PRESENT, "delegation": one} for one in states]
    call_roll(session, state=RollState.TAKEN, presences=present)
    found = outcome_of(a_vote(session, ballots=ballots(states, YES)))
    assert (found.reckoning.base, found.result) == (3, LOST)


def test_of_those_present_the_ballots_tell_where_there_is_no_roll(conference, session, states):
    rules(conference, majorities={"simple": {**MORE_THAN_HALF, "of": "present"}})
    found = outcome_of(a_vote(session, ballots=ballots(states, YES, Choice.NOT_VOTING, Choice.ABSENT)))
    assert found.reckoning.base == 2


@pytest.mark.parametrize(("decided_by", "result"), [("weights", LOST), ("heads", CARRIED)])
def test_weights_and_heads_can_decide_differently(conference, session, decided_by, result):
    rules(conference, unit="weighted", weighted_by=decided_by)
    states = [a_delegation(conference, votes=votes) for votes in (3, 1, 5)]
    found = outcome_of(a_vote(session, ballots=ballots(states, YES, YES, NO)))
    assert (found.result, found.reckoning.decided_by.value) == (result, decided_by)


def test_of_all_weights_those_entitled_have(conference, session):
    rules(
        conference,
        unit="weighted",
        weighted_by="weights",
        majorities={"simple": {**MORE_THAN_HALF, "of": "entitled"}},
    )
    states = [a_delegation(conference, votes=votes) for votes in (3, 1, 5)]
    assert outcome_of(a_vote(session, ballots=ballots(states, YES, YES))).reckoning.base == 9


def test_a_second_vote_that_ties_is_lost(conference, session, states):
    adopt_rulebook(conference, name="UN", preset="un-general-assembly")
    first = a_vote(session, result=VoteResult.TIED, ballots=ballots(states, YES, NO))
    tied = outcome_of(first).result
    second = a_vote(session, result=LOST, ballots=ballots(states, YES, NO), reconsiders=first)
    assert (tied, outcome_of(second).result) == (VoteResult.TIED, LOST)
