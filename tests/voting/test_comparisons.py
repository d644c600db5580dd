"""What is printed beside what is counted: names twice, names missing, totals that differ (R18)."""

from __future__ import annotations

import pytest

from confapp.db import db
from confapp.participation.operations import name_delegate
from confapp.voting.comparisons import uncounted
from confapp.voting.models import Choice, VoteMethod, VoteResult
from confapp.voting.operations import hold_vote, supersede_ballot
from confapp.voting.queries import comparisons_of, count_of, vote_by_label
from tests.builders import a_delegation, an_official

YES, NO, ABSTAIN, ABSENT = Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.ABSENT


def loaded(vote):
    db.session.flush()
    conference, label = vote.session.conference, vote.label
    db.session.expire_all()
    return vote_by_label(conference, label)


def rows(states, *choices):
    return [{"delegation": one, "choice": choice} for one, choice in zip(states, choices, strict=False)]


def compared(session, *, ballots=(), **roll):
    """The comparison of a vote with one printed roll."""
    vote = hold_vote(
        session,
        question="?",
        method=VoteMethod.ROLL_CALL,
        result=VoteResult.CARRIED,
        ballots=ballots,
        printed_rolls=[{"title": "Protocol", **roll}],
    )
    return comparisons_of(loaded(vote))[0]


def test_the_protocol_has_the_netherlands_twice_and_no_russia(meridian):
    protocol, act = comparisons_of(loaded(meridian.midnight()))
    found = ([one.name for one in protocol.twice], [one.name for one in protocol.missing])
    assert (found, act.is_clean) == ((["Netherlands"], ["Russia"]), True)


def test_the_protocol_of_midnight_announces_what_is_counted(meridian):
    protocol = comparisons_of(loaded(meridian.midnight()))[0]
    assert (protocol.own_differences, protocol.differences, protocol.mismatches) == ({}, {}, ())


def test_a_later_change_makes_no_announcement_wrong(meridian):
    vote = loaded(meridian.midnight())
    turkey = next(one for one in count_of(vote).ballots if one.delegation.name == "Turkey")
    supersede_ballot(turkey, choice=NO, reason="change ordered", authorized="no objection")
    assert comparisons_of(loaded(vote))[1].is_clean


def test_greenwich_is_accepted_with_its_reason(meridian):
    vote = loaded(meridian.greenwich())
    salvador = next(one for one in count_of(vote).ballots if one.delegation.name == "Salvador")
    supersede_ballot(salvador, choice=YES, reason="absent through illness", authorized="no objection")
    assert [one.is_clean for one in comparisons_of(loaded(vote))] == [True, True]


def test_greenwich_differs_without_the_change(meridian):
    act = comparisons_of(loaded(meridian.greenwich()))[1]
    mismatch = [(one.delegation.name, one.printed, one.counted) for one in act.mismatches]
    assert (act.differences, mismatch) == ({YES: (21, 22)}, [("Salvador", YES, ABSENT)])


def test_a_total_that_its_own_names_do_not_give(session, states):
    found = compared(session, announced_yes=3, announced_no=1, rows=rows(states, YES, YES, NO))
    assert (found.own_differences, found.differences) == ({YES: (2, 3)}, {YES: (2, 3)})


def test_names_missing_from_a_roll_show_in_its_own_total_alone(session, states):
    found = compared(session, announced_yes=3, rows=rows(states, YES, YES), ballots=rows(states, YES, YES, YES))
    assert (found.own_differences, found.differences, [one.name for one in found.missing]) == (
        {YES: (2, 3)},
        {},
        ["Denmark"],
    )


def test_a_roll_without_names_misses_nobody(session, states):
    found = compared(session, announced_yes=3, ballots=rows(states, YES, YES, YES))
    assert (found.is_clean, found.missing) == (True, ())


def test_announced_totals_alone_differ_from_nothing(session):
    assert compared(session, announced_yes=3, announced_no=1).is_clean


def test_who_is_absent_is_missing_only_where_the_absent_are_listed(session, conference, states):
    away = a_delegation(conference, name="Egypt")
    counted = [*rows(states, YES, YES, ABSENT), {"delegation": away, "choice": ABSENT}]
    silent = compared(session, rows=rows(states, YES, YES), ballots=counted)
    listing = compared(session, rows=rows(states, YES, YES, ABSENT), ballots=counted)
    assert ([one.name for one in silent.missing], [one.name for one in listing.missing]) == ([], ["Egypt"])


def test_a_place_that_is_printed_otherwise(session, states):
    found = compared(session, rows=rows(states, NO, YES), ballots=rows(states, YES, YES))
    assert [(one.delegation, one.printed, one.counted) for one in found.mismatches] == [(states[0], NO, YES)]


def test_an_unclear_place_is_printed_otherwise_by_nobody(session, states):
    vote = hold_vote(
        session,
        question="?",
        method=VoteMethod.ROLL_CALL,
        result=VoteResult.NOT_STATED,
        printed_rolls=[
            {"title": "Protocol", "rows": rows(states, YES)},
            {"title": "Final Act", "rows": rows(states, NO)},
        ],
    )
    assert [one.mismatches for one in comparisons_of(loaded(vote))] == [(), ()]


def test_names_without_a_vote_and_of_nobody(session, conference, states):
    observer = a_delegation(conference, name="Hawaii", is_voting=False)
    found = compared(
        session,
        rows=[
            *rows(states, YES),
            {"delegation": observer, "choice": YES},
            {"choice": NO, "printed_name": "Atlantis"},
        ],
    )
    assert ([one.name for one in found.without_vote], [one.printed_name for one in found.of_nobody]) == (
        ["Hawaii"],
        ["Atlantis"],
    )


def test_delegates_are_compared_one_by_one(session, states):
    delegates = [name_delegate(states[0], an_official()) for _ in range(2)]
    found = compared(
        session,
        rows=[{"delegate": delegates[0], "choice": YES}],
        ballots=[{"delegate": one, "choice": YES} for one in delegates],
    )
    assert (found.twice, [one.name for one in found.missing]) == ((), ["Brazil"])


@pytest.mark.parametrize(("counted", "left"), [((YES,), ["Chile", "Denmark"]), ((YES, ABSENT, ABSTAIN), [])])
def test_who_is_not_counted_at_all(session, states, counted, left):
    vote = hold_vote(
        session,
        question="?",
        method=VoteMethod.ROLL_CALL,
        result=VoteResult.CARRIED,
        ballots=rows(states, *counted),
    )
    assert [one.name for one in uncounted(count_of(loaded(vote)), states)] == left
