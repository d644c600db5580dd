"""Votes as they are told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from confapp.conferences.rules import Base, Majority, Share, WeightedBy
from confapp.records.matters import (
    Candidate,
    Dissent,
    MotionName,
    Vote,
    VoteChange,
    VoteRow,
)
from confapp.voting.counting import Reckoning, Totals
from confapp.voting.models import (
    Choice,
    MotionKind,
    VoteKind,
    VoteMethod,
    VoteResult,
)
from tests.records.samples import (
    BRANDT,
    ELBE,
    ODER,
    PRESIDENT,
    words,
)
from tests.records.telling import FORMER, GOAL, PHRASES, PRINTED, said, scene


def plain(method, result, kind=MotionKind.RESOLUTION, material=None, **facts) -> list[str]:
    name = MotionName("m1", kind, GOAL) if kind else None
    vote = Vote("v1", GOAL, method, result, motion=name, **facts)
    told = []
    for one in ("en", "ru"):
        reader = scene(one, material)
        reader.topic = "m1"
        told.append(said(PHRASES[one].plain_vote(vote, reader), one))
    return told


M, R = VoteMethod, VoteResult


@pytest.mark.parametrize(
    ("method", "result", "in_english", "in_russian"),
    [
        (M.UNANIMOUS, R.CARRIED, "was adopted unanimously", "принимается единогласно"),
        (M.WITHOUT_DIVISION, R.CARRIED, "was adopted without a division", "принимается без подсчёта голосов"),
        (M.CONSENSUS, R.CARRIED, "was adopted by consensus", "принимается консенсусом"),
        (M.ACCLAMATION, R.CARRIED, "was adopted by acclamation", "принимается путём аккламации"),
        (M.VOICE, R.LOST, "was rejected by voice", "отклоняется устным голосованием"),
        (M.SHOW_OF_HANDS, R.LOST, "was rejected by show of hands", "отклоняется поднятием рук"),
        (
            M.VOICE,
            R.TIED,
            "was not decided, the votes being equal by voice",
            "не получает решения, так как голоса разделились поровну устным голосованием",
        ),
        (
            M.NOT_RECORDED,
            R.CARRIED,
            "was put to the vote and adopted; the figures are not recorded",
            "ставится на голосование и принимается; число голосов не записано",
        ),
        (
            M.VOICE,
            R.NOT_STATED,
            "was put to the vote by voice; the result is not recorded",
            "ставится на голосование; каков результат, не записано",
        ),
        (M.NO_OBJECTION, R.LOST, "was rejected", "отклоняется"),
    ],
)
def test_vote_without_figures(method, result, in_english, in_russian):
    assert plain(method, result) == [f"The resolution {in_english}.", f"Проект резолюции {in_russian}."]


def test_vote_of_which_the_manner_is_not_stated():
    assert plain(M.NOT_STATED, R.CARRIED, material=PRINTED) == [
        "The resolution was adopted. The manner of voting is not stated in the source.",
        "Проект резолюции принимается. Способ голосования в источнике не указан.",
    ]


def test_request_is_granted():
    assert plain(M.NO_OBJECTION, R.CARRIED, MotionKind.REQUEST) == [
        "There being no objection, the request was granted.",
        "Поскольку возражений нет, просьба удовлетворяется.",
    ]


def test_vote_without_a_motion_names_its_question():
    told = [said(PHRASES[one].plain_vote(Vote("v1", GOAL, M.UNANIMOUS, R.CARRIED), scene(one)), one) for one in PHRASES]
    assert told == [
        "The proposal *Count from the sea* was adopted unanimously.",
        "Предложение *Считать от моря* принимается единогласно.",
    ]


def test_what_a_source_says_of_a_vote_stands_behind_it():
    said_of_it = {"method_text": words("Put and passed"), "result_text": words("A large majority"), "note": GOAL}
    assert plain(M.NOT_RECORDED, R.CARRIED, **said_of_it)[0] == (
        "The resolution was put to the vote and adopted; the figures are not recorded. "
        "The result is given as: a large majority. Count from the sea."
    )


def counted(totals: Totals, result: VoteResult, **facts) -> list[str]:
    facts = {"method": M.ROLL_CALL, **facts}
    vote = Vote("v1", GOAL, result=result, motion=MotionName("m1", MotionKind.RESOLUTION, GOAL), totals=totals, **facts)
    return [said(PHRASES[one].vote(vote, scene(one)), one).split(". ", 1)[1] for one in ("en", "ru")]


@pytest.mark.parametrize(
    ("totals", "result", "in_english", "in_russian"),
    [
        (Totals(yes=21, no=1, abstain=2), R.CARRIED, "adopted by 21 votes to 1, with 2 abstentions",
         "принимается 21 голосом против 1 при 2 воздержавшихся"),
        (Totals(yes=1, abstain=1), R.CARRIED, "adopted by 1 vote to none, with 1 abstention",
         "принимается 1 голосом при 1 воздержавшемся, при этом никто не голосует против"),
        (Totals(yes=3, no=21), R.LOST, "rejected by 21 votes to 3", "отклоняется 21 голосом против 3"),
        (Totals(yes=4, no=4), R.TIED, "not decided, the votes being equal at 4 votes to 4",
         "не получает решения, так как голоса разделились поровну (за — 4, против — 4, воздержались — 0)"),
    ],
)  # fmt: skip
def test_vote_with_figures(totals, result, in_english, in_russian):
    assert counted(totals, result) == [f"The resolution was {in_english}.", f"Проект резолюции {in_russian}."]


def test_those_who_gave_no_vote_are_counted():
    told = counted(Totals(yes=5, absent=2, divided=1, not_voting=1, unclear=3), R.CARRIED)
    assert [one.split(". ", 1)[1] for one in told] == [
        (
            "Two delegations were absent, one delegation was divided, one delegation did not vote "
            "and on three votes the "
            "sources contradict each other."
        ),
        (
            "Отсутствуют 2 делегации; голоса 1 делегации разделяются; не участвует в голосовании 1 делегация; "
            "о 3 голосах сведения источников расходятся."
        ),
    ]


def test_casting_vote_is_named():
    told = counted(Totals(yes=4, no=4), R.CARRIED, casting_choice=Choice.YES, casting_by=PRESIDENT)
    assert told == [
        (
            "The resolution was adopted by 4 votes to 4 and by the casting vote of the presiding officer. "
            "The President gave the casting vote in favour."
        ),
        (
            "Проект резолюции принимается 4 голосами против 4 и решающим голосом председательствующего. "
            "Решающий голос «за» подаёт Председатель Конгресса."
        ),
    ]


def test_lot_and_reconsideration_are_named():
    vote = Vote("v1", GOAL, M.ROLL_CALL, R.CARRIED, totals=Totals(yes=1), first_called=ODER, reconsiders=FORMER)
    told = [said(PHRASES[one].vote(vote, scene(one)), one).split(". ")[0] for one in ("en", "ru")]
    assert told == [
        (
            "On *Count from the sea*, in reconsideration of *Count from the bridge*, a vote was taken by roll call; "
            "Oder was called first, by lot"
        ),
        (
            "По вопросу *Считать от моря*, в порядке пересмотра решения *Считать от моста*, проводится поимённое "
            "голосование; первой по жребию вызывается делегация Одер"
        ),
    ]


def test_the_same_question_is_not_asked_twice_in_one_sentence():
    vote = Vote("v1", GOAL, M.ROLL_CALL, R.CARRIED, totals=Totals(yes=1), reconsiders=GOAL)
    told = [said(PHRASES[one].vote(vote, scene(one)), one).split(". ")[0] for one in ("en", "ru")]
    assert told == [
        "On *Count from the sea*, in reconsideration of the earlier vote, a vote was taken by roll call",
        "По вопросу *Считать от моря*, в порядке пересмотра прежнего решения, проводится поимённое голосование",
    ]


def test_who_voted_for_whom_and_who_dissented_is_listed():
    rows = (
        VoteRow(ODER, Choice.CANDIDATE, candidate="A", dissents=(Dissent(BRANDT, Choice.NO),)),
        VoteRow(ELBE, Choice.ABSENT),
    )
    vote = Vote("v1", GOAL, M.ROLL_CALL, R.ELECTED, VoteKind.ELECTION, rows=rows, candidates=(Candidate("A"),))
    told = [[said(line, one) for line in PHRASES[one].vote_lines(vote, scene(one))] for one in ("en", "ru")]
    assert told == [
        ["For A: Oder.", "Absent: Elbe.", "Within the delegation of Oder: Dr. Emil Brandt, against."],
        [
            "Голоса, поданные за кандидата A: Одер.",
            "Отсутствуют: Эльба.",
            "Внутри делегации Одер: д-р Эмиль Брандт — против.",
        ],
    ]


def test_weighted_votes_are_told_by_their_weight():
    totals, weights = Totals(yes=1, no=2), Totals(yes=5, no=2)
    majority = Majority(Share(Fraction(1, 2)), Base.PRESENT_AND_VOTING)
    reckoning = Reckoning(R.CARRIED, majority, weights, 7, 4, decided_by=WeightedBy.WEIGHTS)
    rows = (VoteRow(ODER, Choice.YES, weight=5), VoteRow(ELBE, Choice.NO))
    vote = Vote("v1", GOAL, M.ROLL_CALL, R.CARRIED, totals=totals, reckoning=reckoning, rows=rows)
    told = [said(PHRASES[one].vote(vote, scene(one)), one).split(". ")[1] for one in ("en", "ru")]
    assert told == [
        "The proposal *Count from the sea* was adopted by 5 votes to 2.",
        "Предложение *Считать от моря* принимается 5 голосами против 2.",
    ]
    assert [said(line, "en") for line in PHRASES["en"].vote_lines(vote, scene("en"))][1:] == [
        "In favour: Oder (5).",
        "Against: Elbe.",
    ]


def test_an_individual_is_listed_once():
    alone = replace(ODER, is_person=True)
    vote = Vote("v1", GOAL, M.ROLL_CALL, R.CARRIED, rows=(VoteRow(alone, Choice.YES, BRANDT),))
    assert [said(line, "en") for line in PHRASES["en"].vote_lines(vote, scene("en"))] == ["In favour: Oder."]


def test_unanimous_vote_with_names():
    vote = Vote("v1", GOAL, M.UNANIMOUS, R.CARRIED, totals=Totals(yes=3))
    told = [said(PHRASES[one].vote(vote, scene(one)), one).split(". ")[0] for one in ("en", "ru")]
    assert told == [
        "On *Count from the sea* the decision was taken unanimously",
        "По вопросу *Считать от моря* решение принимается единогласно",
    ]


def test_election_that_elects_nobody():
    vote = Vote("v1", GOAL, M.SECRET_BALLOT, R.NO_DECISION, VoteKind.ELECTION, candidates=(Candidate("A", 3),))
    told = [said(PHRASES[one].vote(vote, scene(one)), one) for one in ("en", "ru")]
    assert told == [
        (
            "For *Count from the sea* a ballot was held by secret ballot. The votes fell as follows: A, 3. "
            "Nobody was elected."
        ),
        (
            "По вопросу *Считать от моря* проводится тайное голосование. Голоса распределяются так: A — 3. "
            "Никто не избран."
        ),
    ]


def test_election_of_two():
    both = (Candidate("A", is_elected=True), Candidate("B", is_elected=True))
    vote = Vote("v1", GOAL, M.ACCLAMATION, R.ELECTED, VoteKind.ELECTION, candidates=both)
    told = [said(PHRASES[one].vote(vote, scene(one)), one).split(". ")[1] for one in ("en", "ru")]
    assert told == ["A and B were elected by acclamation.", "Избранными кандидатами объявляются A и B."]


@pytest.mark.parametrize("choice", [one for one in Choice if one is not Choice.CANDIDATE])
def test_vote_can_be_changed_from_anything(choice):
    change = VoteChange("v1", GOAL, words("2"), ODER, choice, Choice.NO)
    told = [PHRASES[one].change(change, scene(one)) for one in ("en", "ru")]
    entered = choice is Choice.ABSENT
    assert [("entered" in told[0]) is entered, ("учитывается" in told[1]) is entered] == [True, True]
