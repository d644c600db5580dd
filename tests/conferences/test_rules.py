"""Rulebooks as data: thresholds and quorums in whole numbers, presets, refusals that name the place."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.conferences.rules import (
    Base,
    Chair,
    Majority,
    Quorum,
    RollOrder,
    Rules,
    RulesError,
    Share,
    Tie,
    Unit,
    VoteChange,
    WeightedBy,
)
from confapp.conferences.rules_data import PRESETS, preset, read_rules, write_rules

SIMPLE = Share(Fraction(1, 2))
TWO_THIRDS = Share(Fraction(2, 3), is_strict=False)
THREE_QUARTERS = Share(Fraction(3, 4), is_strict=False)
LEAST = {"unit": "delegation", "majorities": {"simple": {"more_than": "1/2", "of": "present"}}, "ordinary": "simple"}

FRACTIONS = st.fractions(min_value=Fraction(1, 100), max_value=Fraction(99, 100), max_denominator=100)
SHARES = st.builds(Share, FRACTIONS, st.booleans())
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True)


@st.composite
def rulebooks(draw) -> Rules:
    majorities = draw(
        st.dictionaries(NAMES, st.builds(Majority, SHARES, st.sampled_from(Base)), min_size=1, max_size=4)
    )
    quorums = st.none() | st.builds(Quorum, share=SHARES) | st.builds(Quorum, number=st.integers(1, 500))
    unit, tie = draw(st.sampled_from(Unit)), draw(st.sampled_from(Tie))
    return Rules(
        unit=unit,
        majorities=majorities,
        ordinary=draw(st.sampled_from(sorted(majorities))),
        quorum_to_open=draw(quorums),
        quorum_to_decide=draw(quorums),
        tie=tie,
        second_vote_hours=draw(st.integers(1, 96)) if tie is Tie.SECOND_VOTE else None,
        weighted_by=draw(st.sampled_from(WeightedBy)) if unit is Unit.WEIGHTED else None,
        agenda_additions=draw(st.none() | st.sampled_from(sorted(majorities))),
        correction_days=draw(st.none() | st.integers(0, 60)),
        roll_language=draw(st.sampled_from([None, "en", "zh-Hant"])),
    )


@pytest.mark.parametrize(
    ("base", "least"), [(7, 4), (9, 5), (10, 6), (39, 20), (89, 45), (1000, 501), (115, 58), (100, 51), (97, 49)]
)
def test_simple_majority_is_more_than_half(base, least):
    assert SIMPLE.of(base) == least


@pytest.mark.parametrize(
    ("base", "least"), [(9, 6), (10, 7), (29, 20), (30, 20), (89, 60), (97, 65), (100, 67), (115, 77)]
)
def test_two_thirds_are_reached_exactly(base, least):
    assert TWO_THIRDS.of(base) == least


@pytest.mark.parametrize(("base", "least"), [(7, 6), (10, 8)])
def test_three_quarters_are_reached_exactly(base, least):
    assert THREE_QUARTERS.of(base) == least


@pytest.mark.parametrize(("members", "opens", "decides"), [(115, 39, 58), (116, 39, 59), (16, 6, 9), (39, 13, 20)])
def test_quorum_to_open_is_not_quorum_to_decide(members, opens, decides):
    rules = preset("un-general-assembly")

    assert (rules.quorum_to_open.of(members), rules.quorum_to_decide.of(members)) == (opens, decides)


def test_quorum_can_be_a_number():
    assert Quorum(number=9).of(16) == 9


@given(SHARES, st.integers(0, 10_000))
def test_share_is_the_least_number_that_is_enough(share, whole):
    def is_enough(number: int) -> bool:
        part = share.fraction * whole
        return number > part if share.is_strict else number >= part

    assert is_enough(share.of(whole))
    assert not is_enough(share.of(whole) - 1)


@given(rulebooks())
def test_rules_read_what_they_write(rules):
    assert read_rules(json.loads(json.dumps(write_rules(rules), sort_keys=True))) == rules


@pytest.mark.parametrize("key", sorted(PRESETS))
def test_preset_is_written_out_in_full(key):
    assert read_rules(write_rules(preset(key))) == preset(key)


def test_unknown_preset_is_refused():
    with pytest.raises(RulesError, match="There is no preset “calvinball”, only: as-in-1884, "):
        preset("calvinball")


def test_preset_of_1884_counts_nations_and_lets_votes_be_entered_later():
    rules = preset("as-in-1884")

    assert rules.unit is Unit.DELEGATION
    assert rules.majority() == Majority(SIMPLE, Base.PRESENT_AND_VOTING)
    assert (rules.quorum_to_open, rules.quorum_to_decide) == (None, None)
    assert (rules.vote_changes, rules.roll_order) == (VoteChange.BY_LEAVE, RollOrder.ALPHABETICAL)


def test_preset_of_the_general_assembly_votes_a_second_time_within_48_hours():
    rules = preset("un-general-assembly")

    assert (rules.tie, rules.second_vote_hours) == (Tie.SECOND_VOTE, 48)
    assert rules.majority("two_thirds") == Majority(TWO_THIRDS, Base.PRESENT_AND_VOTING)
    assert rules.roll_order is RollOrder.BY_LOT


def test_preset_of_roberts_rules_counts_persons():
    rules = preset("roberts-rules")

    assert (rules.unit, rules.tie, rules.chair) == (Unit.INDIVIDUAL, Tie.REJECTED, Chair.WHEN_IT_DECIDES)
    assert rules.majority().share.of(1000) == 501


def test_rules_have_defaults():
    rules = read_rules(LEAST)

    assert (rules.tie, rules.quorum_to_decide, rules.correction_days) == (Tie.REJECTED, None, None)


def test_unknown_majority_is_refused_with_those_there_are():
    with pytest.raises(RulesError, match="These rules know no majority “half”, only: simple, two_thirds"):
        preset("un-general-assembly").majority("half")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"unit": None}, "at “unit”: choose one of: delegation, individual, weighted."),
        ({"unit": "nation"}, "at “unit”: choose one of: delegation, individual, weighted."),
        ({"quorums": 3}, "at “rules”: “quorums” is unknown; known are agenda_additions, chair, "),
        ({"majorities": None}, "at “majorities”: names with their values are needed here."),
        ({"majorities": {}}, "at “majorities”: names with their values are needed here."),
        ({"majorities": {"Simple!": {}}}, "at “majorities”: a name is written in small letters"),
        ({"majorities": {"a": {"of": "present"}}}, "at “majorities.a”: say either “more_than” or “at_least”"),
        (
            {"majorities": {"a": {"more_than": "1/2", "at_least": "1/2", "of": "present"}}},
            "at “majorities.a”: say either “more_than” or “at_least”",
        ),
        ({"majorities": {"a": {"more_than": 0.5, "of": "present"}}}, "at “majorities.a.more_than”: write a fraction"),
        ({"majorities": {"a": {"more_than": "1/1", "of": "present"}}}, "at “majorities.a.more_than”: write a fraction"),
        ({"majorities": {"a": {"at_least": "3/2", "of": "present"}}}, "at “majorities.a.at_least”: write a fraction"),
        ({"majorities": {"a": {"at_least": "1/0", "of": "present"}}}, "at “majorities.a.at_least”: write a fraction"),
        ({"majorities": {"a": {"more_than": "1/2"}}}, "at “majorities.a.of”: choose one of: present_and_voting, "),
        ({"ordinary": "two_thirds"}, "at “ordinary”: name one of the majorities: simple."),
        ({"agenda_additions": "two_thirds"}, "at “agenda_additions”: name one of the majorities: simple."),
        ({"quorum_to_open": {"number": 0}}, "at “quorum_to_open.number”: write a whole number from 1 on."),
        ({"quorum_to_open": {"number": True}}, "at “quorum_to_open.number”: write a whole number from 1 on."),
        ({"quorum_to_open": {"number": 9, "at_least": "1/3"}}, "at “quorum_to_open”: “number” is unknown"),
        ({"quorum_to_open": {"number": None}}, "at “quorum_to_open”: “number” is unknown"),
        ({"quorum_to_open": "1/3"}, "at “quorum_to_open”: names with their values are needed here."),
        ({"tie": "second_vote"}, "at “second_vote_hours”: state it where a tie leads to a second vote"),
        ({"second_vote_hours": 48}, "at “second_vote_hours”: state it where a tie leads to a second vote"),
        ({"unit": "weighted"}, "at “weighted_by”: state it where votes have weights"),
        ({"roll_language": "English, please"}, "at “roll_language”: write a language tag like en."),
        ({"correction_days": -1}, "at “correction_days”: write a whole number from 0 on."),
        ({"correction_days": "7"}, "at “correction_days”: write a whole number from 0 on."),
        ({"proxies": "two per holder"}, "at “proxies”: choose one of: none."),
    ],
)
def test_what_is_no_rulebook_is_refused_with_its_place(change, reason):
    with pytest.raises(RulesError) as refusal:
        read_rules({**LEAST, **change})

    assert refusal.value.message.startswith(f"Rules, {reason}")


@pytest.mark.parametrize("data", [None, [], "as-in-1884", {}, {1: 2}])
def test_what_has_no_names_is_refused(data):
    with pytest.raises(RulesError, match="names with their values are needed here"):
        read_rules(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.dictionaries(st.sampled_from(sorted(write_rules(preset("as-in-1884")))), inner)
            | st.lists(inner, max_size=2)
        ),
        max_leaves=8,
    )
)
def test_any_data_is_a_rulebook_or_refused(data):
    with pytest.raises(RulesError):
        read_rules(data)
