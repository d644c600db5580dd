"""Counting: totals, bases, ties, weights, unclear places, and what the figures say in words."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.conferences.rules import Base, Chair, Majority, Share, Tie, Unit, WeightedBy
from confapp.conferences.rules_data import preset
from confapp.voting.counting import (
    Poll,
    Totals,
    base_figure,
    differences,
    effects,
    has_quorum,
    left_out,
    needed,
    quorum_number,
    reckon,
    repeated,
    settle,
    tally,
    weigh,
)
from confapp.voting.derivation import base_words, derivation, majority_words, share_words, without_figures
from confapp.voting.models import Choice, VoteResult

YES, NO, ABSTAIN, ABSENT, UNCLEAR = Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.ABSENT, Choice.UNCLEAR
CARRIED, LOST, TIED, NO_DECISION = VoteResult.CARRIED, VoteResult.LOST, VoteResult.TIED, VoteResult.NO_DECISION
SIMPLE, TWO_THIRDS = Share(Fraction(1, 2)), Share(Fraction(2, 3), is_strict=False)
A = Totals(yes=60, no=29, abstain=8, absent=15, not_voting=3)
B = Totals(yes=48, no=40, abstain=9, absent=15, not_voting=3)
ORDINARY = preset("as-in-1884")
TOTALS = st.builds(Totals, *[st.integers(0, 60)] * 6)
SHARES = st.builds(
    Share, st.fractions(min_value=Fraction(1, 2), max_value=Fraction(9, 10), max_denominator=10), st.booleans()
)
MAJORITIES = st.builds(Majority, SHARES, st.sampled_from(Base))


def rules(share: Share = SIMPLE, base: Base = Base.PRESENT_AND_VOTING, **changes):
    return replace(ORDINARY, majorities={"simple": Majority(share, base)}, **changes)


@pytest.mark.parametrize(
    ("totals", "share", "base", "figure", "least", "result"),
    [
        (A, SIMPLE, Base.PRESENT_AND_VOTING, 89, 45, CARRIED),
        (A, TWO_THIRDS, Base.PRESENT_AND_VOTING, 89, 60, CARRIED),
        (A, TWO_THIRDS, Base.VOTES_CAST, 97, 65, LOST),
        (A, SIMPLE, Base.PRESENT, 100, 51, CARRIED),
        (A, TWO_THIRDS, Base.PRESENT, 100, 67, LOST),
        (A, SIMPLE, Base.ENTITLED, 115, 58, CARRIED),
        (A, TWO_THIRDS, Base.ENTITLED, 115, 77, LOST),
        (B, SIMPLE, Base.PRESENT_AND_VOTING, 88, 45, CARRIED),
        (B, SIMPLE, Base.VOTES_CAST, 97, 49, LOST),
        (B, SIMPLE, Base.PRESENT, 100, 51, LOST),
        (B, SIMPLE, Base.ENTITLED, 115, 58, LOST),
    ],
)
def test_reference_votes_on_every_base(totals, share, base, figure, least, result):
    reckoning = reckon(Poll(totals), rules(share, base))

    assert (reckoning.base, reckoning.needed, reckoning.result) == (figure, least, result)


def test_effects_show_what_abstentions_do_on_each_base():
    assert effects(Majority(SIMPLE, Base.PRESENT_AND_VOTING), B, entitled=115, present=100) == [
        (Base.PRESENT_AND_VOTING, 88, 45, True),
        (Base.VOTES_CAST, 97, 49, False),
        (Base.PRESENT, 100, 51, False),
        (Base.ENTITLED, 115, 58, False),
    ]


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "result"),
    [
        # The roll calls of 1884, as announced.
        (21, 1, 2, CARRIED), (22, 1, 2, CARRIED), (3, 21, 0, LOST), (14, 5, 6, CARRIED), (6, 18, 1, LOST),
        (23, 0, 2, CARRIED), (15, 2, 7, CARRIED), (14, 3, 7, CARRIED), (21, 0, 3, CARRIED), (13, 9, 2, CARRIED),
        (7, 14, 0, LOST), (8, 13, 0, LOST),
        # Equal votes are lost; nobody rounds.
        (44, 44, 0, LOST), (1, 1, 90, LOST), (1, 0, 90, CARRIED), (0, 1, 0, LOST),
        # Without a vote for or against nothing is decided.
        (0, 0, 9, NO_DECISION), (0, 0, 0, NO_DECISION),
    ],
)  # fmt: skip
def test_simple_majority_of_those_voting(yes, no, abstain, result):
    assert reckon(Poll(Totals(yes, no, abstain)), ORDINARY).result == result


def test_tie_of_the_general_assembly_calls_for_a_second_vote_and_then_is_lost():
    tied = Poll(Totals(yes=44, no=44))
    assembly = preset("un-general-assembly")

    assert (reckon(tied, assembly).result, reckon(tied, assembly).second_vote_hours) == (TIED, 48)
    assert reckon(replace(tied, is_second=True), assembly).result is LOST


def test_equal_votes_short_of_two_thirds_are_no_tie():
    assert reckon(Poll(Totals(yes=44, no=44)), preset("un-general-assembly"), "two_thirds").result is LOST


@pytest.mark.parametrize(("choice", "result"), [(None, TIED), (YES, CARRIED), (NO, LOST), (ABSTAIN, TIED)])
def test_casting_vote_breaks_a_tie_and_leaves_the_totals(choice, result):
    reckoning = reckon(Poll(Totals(yes=44, no=44), casting=choice), rules(tie=Tie.CASTING_VOTE))

    assert (reckoning.result, reckoning.totals) == (result, Totals(yes=44, no=44))


@pytest.mark.parametrize("tie", list(Tie))
@pytest.mark.parametrize(("choice", "result"), [(YES, CARRIED), (NO, LOST)])
def test_a_casting_vote_that_was_given_decides_under_any_rules(tie, choice, result):
    reckoning = reckon(Poll(Totals(yes=44, no=44), casting=choice), rules(tie=tie))

    assert (reckoning.result, reckoning.casting, reckoning.second_vote_hours) == (result, choice, None)


@pytest.mark.parametrize(
    ("tie", "chair", "is_foreseen"),
    [
        (Tie.CASTING_VOTE, Chair.NEVER, True),
        (Tie.REJECTED, Chair.CASTING_ONLY, True),
        (Tie.REJECTED, Chair.WHEN_IT_DECIDES, True),
        (Tie.REJECTED, Chair.NEVER, False),
        (Tie.SECOND_VOTE, Chair.VOTES, False),
    ],
)
def test_rules_that_know_of_a_casting_vote(tie, chair, is_foreseen):
    reckoning = reckon(Poll(Totals(yes=44, no=44), casting=YES), rules(tie=tie, chair=chair))

    assert reckoning.is_casting_foreseen is is_foreseen


def test_casting_vote_breaks_no_tie_of_two_thirds():
    assert reckon(Poll(Totals(yes=44, no=44), casting=YES), rules(TWO_THIRDS)).casting is None


def test_casting_vote_counts_for_nothing_without_a_tie():
    reckoning = reckon(Poll(Totals(yes=45, no=44), casting=NO), rules(tie=Tie.CASTING_VOTE))

    assert (reckoning.result, reckoning.casting) == (CARRIED, None)


def test_equal_votes_among_abstentions_are_no_tie_where_abstentions_count():
    assert reckon(Poll(Totals(44, 44, 9)), rules(base=Base.VOTES_CAST, tie=Tie.CASTING_VOTE)).result is LOST


@pytest.mark.parametrize(("no", "abstain", "result"), [(0, 0, CARRIED), (0, 9, CARRIED), (1, 0, LOST)])
def test_unanimity_knows_no_vote_against(no, abstain, result):
    assert reckon(Poll(Totals(20, no, abstain)), ORDINARY, "unanimity").result is result


@pytest.mark.parametrize("unit", [Unit.DELEGATION, Unit.INDIVIDUAL])
def test_weights_decide_where_the_rules_say_nothing_of_them(unit):
    ballots = [(YES, 3), (YES, 1), (NO, 5)]
    poll = Poll(tally(choice for choice, _weight in ballots), weigh(ballots))
    reckoning = reckon(poll, rules(unit=unit))

    assert (reckoning.result, reckoning.decided_by, reckoning.totals.no) == (LOST, WeightedBy.WEIGHTS, 5)


@pytest.mark.parametrize(
    ("weighted_by", "decided_by", "result"),
    [
        (WeightedBy.HEADS, WeightedBy.HEADS, CARRIED),
        (WeightedBy.WEIGHTS, WeightedBy.WEIGHTS, LOST),
        (WeightedBy.BOTH, WeightedBy.WEIGHTS, LOST),
    ],
)
def test_weighted_vote_names_the_count_that_decides(weighted_by, decided_by, result):
    ballots = [(YES, 3), (YES, 1), (NO, 5)]
    poll = Poll(tally(choice for choice, _weight in ballots), weigh(ballots))
    reckoning = reckon(poll, rules(unit=Unit.WEIGHTED, weighted_by=weighted_by))

    assert (reckoning.result, reckoning.decided_by) == (result, decided_by)


@pytest.mark.parametrize(
    ("ballots", "decided_by", "result"),
    [([(YES, 5), (YES, 1), (NO, 1)], WeightedBy.BOTH, CARRIED), ([(YES, 5), (NO, 1), (NO, 1)], WeightedBy.HEADS, LOST)],
)
def test_weighted_vote_by_both_counts_needs_both(ballots, decided_by, result):
    poll = Poll(tally(choice for choice, _weight in ballots), weigh(ballots))
    reckoning = reckon(poll, rules(unit=Unit.WEIGHTED, weighted_by=WeightedBy.BOTH))

    assert (reckoning.result, reckoning.decided_by) == (result, decided_by)


@pytest.mark.parametrize(
    ("yes", "no", "unclear", "result"), [(15, 2, 1, CARRIED), (5, 5, 1, None), (5, 4, 1, None), (2, 15, 3, LOST)]
)
def test_unclear_place_leaves_a_result_only_if_it_cannot_turn_it(yes, no, unclear, result):
    assert reckon(Poll(Totals(yes=yes, no=no, unclear=unclear)), ORDINARY).result is result


def test_quorum_counts_who_abstains_or_does_not_vote():
    assembly = preset("un-general-assembly")
    totals = Totals(yes=20, no=10, abstain=20, not_voting=8, absent=57)

    assert has_quorum(assembly.quorum_to_decide, present=totals.present, entitled=115)
    assert not has_quorum(assembly.quorum_to_decide, present=57, entitled=115)
    assert reckon(Poll(totals), assembly).result is CARRIED


def test_eight_of_sixteen_are_no_quorum():
    assert not has_quorum(preset("un-general-assembly").quorum_to_decide, present=8, entitled=16)


def test_without_a_quorum_in_the_rules_nobody_need_be_present():
    assert quorum_number(ORDINARY.quorum_to_decide, 26) == 0


def test_divided_delegation_is_present_and_casts_no_vote():
    totals = tally([YES, YES, NO, Choice.DIVIDED])

    assert (totals.cast, totals.present, totals.divided) == (3, 4, 1)


def test_stated_presence_and_membership_stand_over_the_roll():
    assert base_figure(Base.PRESENT, A, present=101) == 101
    assert base_figure(Base.ENTITLED, A, entitled=116) == 116
    assert base_figure(Base.ENTITLED, A) == 115


# 20 October 1884: the roll prints the Netherlands twice and leaves Russia out; the Final Act has both.
ROLL = [("NL", YES), ("GB", YES), ("ES", NO), ("NL", ABSTAIN)]
FINAL_ACT = [("NL", ABSTAIN), ("GB", YES), ("ES", NO), ("RU", YES)]


def test_places_are_settled_by_all_rolls_that_name_them():
    assert settle([ROLL, FINAL_ACT]) == {"NL": ABSTAIN, "GB": YES, "ES": NO, "RU": YES}


def test_place_named_twice_is_unclear_and_one_left_out_has_no_choice():
    assert settle([ROLL]) == {"NL": UNCLEAR, "GB": YES, "ES": NO}


def test_rolls_that_contradict_each_other_leave_the_place_unclear():
    assert settle([[("SV", ABSENT)], [("SV", YES)]]) == {"SV": UNCLEAR}


def test_place_stays_unclear_when_a_third_roll_agrees_with_one_of_two():
    assert settle([[("SV", ABSENT)], [("SV", YES)], [("SV", YES)]]) == {"SV": UNCLEAR}


def test_nothing_printed_settles_nothing():
    assert settle([]) == {}


VOTERS = st.sampled_from("ABCDE")
PRINTED = st.lists(st.tuples(VOTERS, st.sampled_from([YES, NO, ABSTAIN])), max_size=8)


@given(st.lists(PRINTED, max_size=4))
def test_settling_does_not_depend_on_order(rolls):
    assert settle(rolls) == settle([roll[::-1] for roll in reversed(rolls)]) == settle(rolls * 2)


@given(st.lists(PRINTED, max_size=4))
def test_settled_choice_is_printed_in_every_roll_that_names_the_place(rolls):
    for voter, choice in settle(rolls).items():
        naming = [[printed for name, printed in roll if name == voter] for roll in rolls]
        shared = [each for each in (YES, NO, ABSTAIN) if all(each in row for row in naming if row)]
        assert choice is (shared[0] if len(shared) == 1 else UNCLEAR)


def test_repeated_and_left_out_places_of_a_roll_are_named():
    assert repeated(ROLL) == ["NL"]
    assert left_out(ROLL, ["GB", "NL", "RU", "ES"]) == ["RU"]


def test_counted_differs_from_announced_only_where_something_was_announced():
    counted = tally([YES] * 19 + [ABSTAIN] * 3)

    assert differences(counted, {YES: 21, NO: 0, ABSTAIN: 3}) == {YES: (19, 21)}
    assert differences(counted, {YES: 19, NO: None, ABSTAIN: None}) == {}


@given(TOTALS, MAJORITIES)
def test_one_more_yes_never_turns_carried_into_lost(totals, majority):
    rulebook = rules(majority.share, majority.base)

    if reckon(Poll(totals), rulebook).result is CARRIED:
        assert reckon(Poll(replace(totals, yes=totals.yes + 1)), rulebook).result is CARRIED


@given(TOTALS, MAJORITIES)
def test_a_vote_and_its_contrary_are_never_both_carried(totals, majority):
    rulebook = rules(Share(majority.share.fraction), majority.base)
    contrary = replace(totals, yes=totals.no, no=totals.yes)

    assert {reckon(Poll(totals), rulebook).result, reckon(Poll(contrary), rulebook).result} != {CARRIED}


@given(TOTALS, SHARES)
def test_wider_bases_are_harder(totals, share):
    reached = [effect.is_reached for effect in effects(Majority(share, Base.PRESENT), totals, entitled=400)]

    assert reached == sorted(reached, reverse=True)


@given(st.lists(st.sampled_from(list(Choice))))
def test_tally_counts_every_ballot_once(ballots):
    totals = tally(ballots)

    assert totals.present + totals.absent == sum(choice is not Choice.CANDIDATE for choice in ballots)
    assert weigh((choice, 1) for choice in ballots) == totals


@pytest.mark.parametrize(
    ("poll", "rulebook", "sentence"),
    [
        (Poll(Totals(22, 1, 2)), ORDINARY, "22 of 23 votes for or against; more than half (12) needed: carried"),
        (Poll(Totals(1, 0, 2)), ORDINARY, "1 of 1 vote for or against; more than half (1) needed: carried"),
        (Poll(Totals(0, 0, 9)), ORDINARY, "No votes for or against: no decision"),
        (Poll(A), rules(TWO_THIRDS, Base.VOTES_CAST), "60 of 97 votes cast; at least two thirds (65) needed: lost"),
        (Poll(A), rules(base=Base.PRESENT), "60 for, of 100 present; more than half (51) needed: carried"),
        (Poll(A), rules(base=Base.ENTITLED), "60 for, of 115 entitled; more than half (58) needed: carried"),
        (
            Poll(Totals(44, 44)),
            preset("un-general-assembly"),
            "44 of 88 votes for or against; more than half (45) needed: tied; a second vote within 48 hours",
        ),
        (
            Poll(Totals(44, 44)),
            rules(tie=Tie.CASTING_VOTE),
            "44 of 88 votes for or against; more than half (45) needed: tied",
        ),
        (
            Poll(Totals(44, 44), casting=YES),
            rules(tie=Tie.CASTING_VOTE),
            "44 of 88 votes for or against; more than half (45) needed: carried by the casting vote of the chair",
        ),
        (
            Poll(Totals(44, 44), casting=YES),
            ORDINARY,
            (
                "44 of 88 votes for or against; more than half (45) needed: "
                "carried by the casting vote of the chair, of which the rules say nothing"
            ),
        ),
        (
            Poll(Totals(2, 1), Totals(4, 5)),
            rules(unit=Unit.WEIGHTED, weighted_by=WeightedBy.BOTH),
            "4 of 9 votes for or against; more than half (5) needed: lost by weight of votes",
        ),
        (
            Poll(Totals(5, 4, unclear=1)),
            ORDINARY,
            "5 of 9 votes for or against; more than half (5) needed: unclear, since the sources contradict each other",
        ),
    ],
)
def test_derivation_says_how_the_result_follows(poll, rulebook, sentence):
    assert derivation(reckon(poll, rulebook)) == sentence


def test_decision_without_figures_prints_none():
    assert without_figures() == "adopted without a vote"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (SIMPLE, "more than half"),
        (TWO_THIRDS, "at least two thirds"),
        (Share(Fraction(1), is_strict=False), "all"),
        (Share(Fraction(4, 7)), "more than 4/7"),
    ],
)
def test_shares_are_put_in_words(share, words):
    assert share_words(share) == words


def test_majority_names_its_base():
    assert majority_words(Majority(SIMPLE, Base.PRESENT_AND_VOTING)) == "more than half of the votes for or against"
    assert len({base_words(base) for base in Base}) == len(Base)


def test_needed_is_the_share_of_the_base():
    assert needed(89, Majority(TWO_THIRDS, Base.PRESENT_AND_VOTING)) == 60
