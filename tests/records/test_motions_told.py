"""Motions and decisions as they are told."""

from __future__ import annotations

import pytest

from confapp.records.actors import Speaker
from confapp.records.matters import (
    Decision,
    Motion,
    MotionHelper,
    MotionMention,
    MotionName,
    TextChange,
)
from confapp.voting.models import (
    DecisionKind,
    MotionAct,
    MotionKind,
    MotionLinkKind,
    MotionRole,
    MotionState,
)
from tests.records.samples import (
    BASEL,
    BRANDT,
    DANUBE,
    ELBE,
    HALASZ,
    NOVAK,
    ODER,
    WEISS,
    of,
    words,
)
from tests.records.telling import FORMER, GOAL, PHRASES, PRINTED, said, scene


def mention(kind=MotionKind.RESOLUTION, acts=(MotionAct.MOVED,), *, settles=False, **facts) -> MotionMention:
    facts = {"mover": of(BRANDT, ODER), **facts}
    return MotionMention(Motion(MotionName("m1", kind, GOAL), **facts), acts, settles=settles)


def told_of(one: MotionMention, material=None) -> list[str]:
    return [said(PHRASES[key].motion(one, scene(key, material)), key) for key in ("en", "ru")]


@pytest.mark.parametrize("kind", list(MotionKind))
def test_every_kind_of_motion_is_moved_by_somebody(kind):
    told = told_of(mention(kind))
    assert [one.split(")")[0] for one in told] == ["Dr. Emil Brandt (Oder", "Д-р Эмиль Брандт (Одер"]


@pytest.mark.parametrize("kind", list(MotionKind))
def test_every_kind_of_motion_can_lack_its_mover(kind):
    told = told_of(mention(kind, mover=None), PRINTED)
    assert [one.rpartition("; ")[2] for one in told] == [
        "the mover is not stated in the source.",
        "автор в источнике не указан.",
    ]


def test_committee_moves():
    body = words("Committee", "Комитет")
    assert told_of(mention(mover=None, committee=body)) == [
        "The *Committee* moved the resolution *Count from the sea*.",
        "*Комитет* вносит проект резолюции *Считать от моря*.",
    ]


def test_somebody_moves_for_a_committee():
    body = words("Committee", "Комитет")
    assert told_of(mention(committee=body)) == [
        "Dr. Emil Brandt (Oder), for the *Committee*, moved the resolution *Count from the sea*.",
        "Д-р Эмиль Брандт (Одер) (от имени: *Комитет*) вносит проект резолюции *Считать от моря*.",
    ]


def test_those_who_stand_by_a_motion():
    helpers = (
        MotionHelper(MotionRole.WITH, of(WEISS, ELBE)),
        MotionHelper(MotionRole.SECONDED, of(HALASZ, DANUBE)),
        MotionHelper(MotionRole.SECONDED, of(NOVAK, BASEL)),
        MotionHelper(MotionRole.REQUESTED, Speaker(), words("the hall", "зал")),
    )
    assert told_of(mention(helpers=helpers)) == [
        (
            "Dr. Emil Brandt (Oder), together with Captain Otto Weiss (Elbe), "
            "moved the resolution *Count from the sea*. "
            "Mrs. Ilona Halász (Danube) and Mr. Jan Novak (Upper Rhine) seconded it. The hall had asked for it."
        ),
        (
            "Д-р Эмиль Брандт (Одер) и капитан Отто Вайс (Эльба) вносят проект резолюции *Считать от моря*. "
            "Предложение поддерживают г-жа Илона Халас (Дунай) и г-н Ян Новак (Верхний Рейн). Об этом просит зал."
        ),
    ]


@pytest.mark.parametrize(
    ("kind", "in_english", "in_russian"),
    [
        (MotionLinkKind.AMENDS, " to the proposal", " к предложению"),
        (MotionLinkKind.SUBSTITUTES, " in place of the proposal", " взамен предложения"),
        (MotionLinkKind.RENEWS, ", renewing the proposal", ", возобновляя предложение"),
        (MotionLinkKind.WITHDRAWS, ", concerning the proposal", " относительно предложения"),
        (MotionLinkKind.DIVIDES, ", as a part of the proposal", " как часть предложения"),
        (MotionLinkKind.RECONSIDERS, ", concerning the proposal", " относительно предложения"),
    ],
)
def test_motion_bears_on_another(kind, in_english, in_russian):
    other = MotionName("m0", MotionKind.PROCEDURAL, FORMER)
    told = told_of(mention(links=((kind, other),)))
    assert [one.partition("sea*")[2] or one.partition("моря*")[2] for one in told] == [
        f"{in_english} *Count from the bridge*.",
        f"{in_russian} *Считать от моста*.",
    ]


@pytest.mark.parametrize(
    "state", [one for one in MotionState if one not in {MotionState.PENDING, MotionState.NOT_STATED}]
)
@pytest.mark.parametrize("kind", [MotionKind.REQUEST, MotionKind.RESOLUTION])
def test_motion_that_nothing_else_settles(state, kind):
    told = told_of(mention(kind, acts=(), settles=True, state=state, outcome=words("No objection")))
    assert all(one.endswith("(no objection).") for one in told)


def test_motion_of_which_nothing_became_is_not_settled():
    assert told_of(mention(acts=(), settles=True)) == ["", ""]


@pytest.mark.parametrize(
    ("act", "in_english", "in_russian"),
    [
        (
            MotionAct.RENEWED,
            "Dr. Emil Brandt (Oder) renewed the resolution *Count from the sea*.",
            "Д-р Эмиль Брандт (Одер) вновь вносит проект резолюции *Считать от моря*.",
        ),
        (
            MotionAct.WITHDRAWN,
            "Dr. Emil Brandt (Oder) withdrew the resolution *Count from the sea*.",
            "Д-р Эмиль Брандт (Одер) снимает проект резолюции *Считать от моря*.",
        ),
        (
            MotionAct.PUT,
            "The resolution *Count from the sea* was put to the vote.",
            "На голосование ставится проект резолюции *Считать от моря*.",
        ),
        (
            MotionAct.AMENDED,
            (
                "The resolution *Count from the sea* was amended. Its text was changed: *of the ocean* (accepted). "
                "Mr. Jan Novak proposed a change of its text: *at noon*."
            ),
            (
                "Вносятся изменения: проект резолюции *Считать от моря*. Текст изменяется: *of the ocean* (accepted). "
                "Г-н Ян Новак предлагает изменить текст: *at noon*."
            ),
        ),
    ],
)
def test_what_happens_to_a_motion(act, in_english, in_russian):
    changes = (
        TextChange(words("of the ocean"), None, words("accepted")),
        TextChange(words("at noon"), Speaker(NOVAK)),
    )
    assert told_of(mention(acts=(act,), changes=changes)) == [in_english, in_russian]


def test_motion_without_a_mover_is_renewed_and_withdrawn():
    gone = {"mover": None, "state": MotionState.WITHDRAWN, "outcome": words("On request")}
    assert told_of(mention(acts=(MotionAct.RENEWED, MotionAct.WITHDRAWN), **gone)) == [
        (
            "The resolution *Count from the sea* was renewed. "
            "The resolution *Count from the sea* was withdrawn (on request)."
        ),
        "Вновь вносится проект резолюции *Считать от моря*. Снимается проект резолюции *Считать от моря* (on request).",
    ]


def test_motion_withdrawn_as_soon_as_moved():
    told = told_of(mention(acts=(MotionAct.MOVED, MotionAct.WITHDRAWN)))
    assert [one.rpartition("*. ")[2] for one in told] == [
        "The resolution was withdrawn.",
        "Проект резолюции снимается.",
    ]


@pytest.mark.parametrize(
    ("kind", "in_english", "in_russian"),
    [
        (DecisionKind.RESOLUTION, "The resolution *X* was adopted", "Принимается резолюция *X*"),
        (DecisionKind.ELECTION, "The election was decided: *X*", "Принимается решение о выборах: *X*"),
        (DecisionKind.APPOINTMENT, "The appointment was decided: *X*", "Принимается решение о назначении: *X*"),
        (DecisionKind.ADOPTION, "*X* was adopted", "Принимается: *X*"),
        (DecisionKind.PROCEDURE, "The decision *X* was taken", "Принимается решение *X*"),
    ],
)
def test_decision(kind, in_english, in_russian):
    plain = Decision("d1", kind, words("X"))
    told = [said(PHRASES[one].decision(plain, scene(one)), one) for one in ("en", "ru")]
    assert told == [f"{in_english}.", f"{in_russian}."]


def test_decision_under_its_number_in_a_document():
    listed = Decision("d1", DecisionKind.RESOLUTION, words("X"), "II", manner=words("unanimous"), document=words("Act"))
    told = [said(PHRASES[one].decision(listed, scene(one)), one) for one in ("en", "ru")]
    assert told == [
        "The resolution *X* was adopted, as number II of the *Act* (unanimous).",
        "Принимается резолюция *X* (№ II, *Act*) (unanimous).",
    ]
