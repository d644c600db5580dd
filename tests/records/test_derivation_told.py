"""From what the result of a vote follows, as it is told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from confapp.conferences.rules import Base, Majority, Share, WeightedBy
from confapp.dates import Moment
from confapp.records.matters import (
    PrintedRoll,
    Vote,
    VoteChange,
    VoteRow,
)
from confapp.voting.counting import Reckoning, Totals
from confapp.voting.models import (
    Choice,
    VoteMethod,
    VoteResult,
)
from tests.records.samples import (
    BRANDT,
    ODER,
    words,
)
from tests.records.telling import GOAL, PHRASES, said, scene

M, R = VoteMethod, VoteResult
SHARE = Share(Fraction(1, 2))


def derived(result, *, declared=VoteResult.CARRIED, share=SHARE, base=Base.PRESENT_AND_VOTING, by=None) -> list[str]:
    reckoning = Reckoning(result, Majority(share, base), Totals(yes=7, no=5), 12, 7, decided_by=by)
    vote = Vote("v1", GOAL, M.ROLL_CALL, declared, totals=Totals(yes=7, no=5), reckoning=reckoning)
    return [PHRASES[one].derivation(vote) for one in ("en", "ru")]


@pytest.mark.parametrize(
    ("share", "in_english", "in_russian"),
    [
        (Share(Fraction(1, 2)), "more than half", "более половины"),
        (Share(Fraction(2, 3), is_strict=False), "at least two thirds", "не менее двух третей"),
        (Share(Fraction(3, 7)), "more than 3/7", "более 3/7"),
        (Share(Fraction(1), is_strict=False), "all", "единогласие из"),
    ],
)
def test_share_that_was_needed(share, in_english, in_russian):
    assert derived(R.CARRIED, share=share) == [
        f"{in_english} of the votes for or against were needed, that is, 7 of 12",
        f"требуется {in_russian} голосов «за» и «против», то есть 7 из 12",
    ]


@pytest.mark.parametrize("base", list(Base))
@pytest.mark.parametrize("by", [None, *WeightedBy])
def test_every_base_and_weight_has_words(base, by):
    told = derived(R.CARRIED, base=base, by=by)
    assert [one.endswith(("7 of 12", "7 из 12")) for one in told] == [True, True]


@pytest.mark.parametrize(
    ("result", "in_english", "in_russian"),
    [
        (None, "; the places that are unclear could turn the result", "; неясные голоса могут изменить результат"),
        (
            R.LOST,
            ", so that the result declared does not follow from the votes",
            ", так что объявленный результат из поданных голосов не следует",
        ),
    ],
)
def test_result_that_does_not_simply_follow(result, in_english, in_russian):
    told = derived(result)
    assert [told[0].partition("7 of 12")[2], told[1].partition("7 из 12")[2]] == [in_english, in_russian]


@pytest.mark.parametrize(
    ("is_foreseen", "in_english", "in_russian"),
    [
        (True, "", ""),
        (False, ", of which the rules say nothing", ", о котором в правилах ничего не сказано"),
    ],
)
def test_casting_vote_that_decided(is_foreseen, in_english, in_russian):
    majority = Majority(SHARE, Base.PRESENT_AND_VOTING)
    facts = {"casting": Choice.YES, "is_casting_foreseen": is_foreseen}
    reckoning = Reckoning(R.CARRIED, majority, Totals(yes=6, no=6), 12, 7, **facts)
    vote = Vote("v1", GOAL, M.ROLL_CALL, R.CARRIED, totals=Totals(yes=6, no=6), reckoning=reckoning)
    assert [PHRASES[one].derivation(vote) for one in ("en", "ru")] == [
        (
            "more than half of the votes for or against were needed, that is, 7 of 12; "
            f"the votes being equal, the casting vote decided{in_english}"
        ),
        (
            "требуется более половины голосов «за» и «против», то есть 7 из 12; "
            f"голоса разделились поровну, и решает голос председательствующего{in_russian}"
        ),
    ]


def test_vote_that_decided_nothing():
    assert derived(R.NO_DECISION, declared=R.NO_DECISION) == [
        "no vote was cast for or against, so that nothing was decided",
        "голосов «за» и «против» не подано, и решение не принято",
    ]


def test_announced_figures_are_said_to_be_so():
    roll = PrintedRoll(words("Record"), ((Choice.YES, 8), (Choice.NO, 13)))
    vote = Vote("v1", GOAL, M.ROLL_CALL, R.LOST, printed=(roll,))
    told = [said(PHRASES[one].vote(vote, scene(one)), one).split(". ", 1)[1] for one in ("en", "ru")]
    assert told == [
        "The proposal *Count from the sea* was rejected by 13 votes to 8, as announced.",
        "Предложение *Считать от моря* отклоняется 13 голосами против 8, как объявлено.",
    ]


def test_names_without_figures_are_listed_alone():
    vote = Vote("v1", GOAL, M.ROLL_CALL, R.CARRIED, rows=(VoteRow(ODER, Choice.CANDIDATE, BRANDT),))
    told = [said(PHRASES[one].vote(vote, scene(one)), one).split(". ", 1)[1] for one in ("en", "ru")]
    assert told == ["The proposal *Count from the sea* was adopted.", "Предложение *Считать от моря* принимается."]


def test_delegate_stands_behind_the_delegation_in_a_list():
    vote = Vote("v1", GOAL, M.ROLL_CALL, R.CARRIED, rows=(VoteRow(ODER, Choice.YES, BRANDT),))
    told = [said("".join(PHRASES[one].vote_lines(vote, scene(one))), one) for one in ("en", "ru")]
    assert told == ["In favour: Oder (Dr. Emil Brandt).", "За: Одер (д-р Эмиль Брандт)."]


def test_vote_entered_later_is_said_with_its_session_and_day():
    fourth, fifth = words("fourth session", "четвёртое заседание"), words("fifth session", "пятое заседание")
    change = VoteChange("v1", GOAL, fourth, ODER, None, Choice.YES, fifth, Moment.parse("1884-10-14"))
    told = [said(PHRASES[one].change(change, scene(one), is_later=True), one) for one in ("en", "ru")]
    assert told == [
        "The vote of Oder was later entered in favour (fifth session, 14 October 1884).",
        "Делегация Одер: голос позднее учитывается как «за» (пятое заседание, 14 октября 1884 года).",
    ]
