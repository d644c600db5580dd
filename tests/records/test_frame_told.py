"""The frame of a record: title, opening, roll, breaks, adjournment."""

from __future__ import annotations

import pytest

from confapp.dates import Moment, PartialDate
from confapp.floor.models import EntryKind, PresenceStatus, RollState
from confapp.programme.models import SessionKind, SessionState
from confapp.records.actors import Person, Presence, Roll
from confapp.records.attendance import attendance
from confapp.records.material import Entry, NextSession
from confapp.records.phrases import en, ru
from tests.records.samples import (
    BASEL,
    BRANDT,
    DANUBE,
    ELBE,
    HALASZ,
    KELLER,
    LEROY,
    NOVAK,
    ODER,
    PRESIDENT,
    SCHELDT,
    WEISS,
    of,
    session,
    words,
)
from tests.records.telling import PHRASES, PRINTED, said, scene


@pytest.mark.parametrize(
    ("facts", "in_english", "in_russian"),
    [
        ({"number": 21}, "Twenty-first session", "Двадцать первое заседание"),
        ({"number": None, "kind": SessionKind.CLOSING}, "Closing session", "Заключительное заседание"),
        ({"number": None, "label": "section-2-3"}, "Session section-2-3", "Заседание section-2-3"),
    ],
)
def test_title_names_the_session(facts, in_english, in_russian):
    material = session(held_on=None, **facts)
    assert (en.title(material), ru.title(material)) == (in_english, in_russian)


def test_session_of_a_committee_online_on_a_day_nobody_states():
    material = session(
        committee=words("Committee on gauges", "Комитет по постам"), is_online=True, held_on=None, place=None
    )
    told = [said(PHRASES[one].held(scene(one, material)), one) for one in ("en", "ru")]
    assert told == [
        "The second session of the *Committee on gauges* was held online. The date is not recorded.",
        "Второе заседание (*Комитет по постам*) проводится в режиме онлайн. День заседания не записан.",
    ]


def test_opening_with_a_note_instead_of_an_hour():
    material = session(opened=None, presiding=None, opening_note=words("After the dinner"), from_sources=True)
    told = [said(PHRASES[one].opening(scene(one, material), None), one) for one in ("en", "ru")]
    assert told == [
        "The hour of the opening is not stated in the source: after the dinner.",
        "Час открытия в источнике не указан: after the dinner.",
    ]


def test_opening_by_somebody_at_a_known_hour():
    by = Entry("e1", "p1", EntryKind.OPENED, speakers=(of(LEROY, SCHELDT),), text=words("He greeted the guests."))
    told = said(ru.opening(scene("ru"), by), "ru")
    assert told.startswith("В 10 часов заседание открывает г-н Поль Леруа (Шельда).")


@pytest.mark.parametrize(
    ("state", "in_english", "in_russian"),
    [
        (RollState.NOT_TAKEN, "No roll was taken.", "Перекличка не проводилась."),
        (
            RollState.NOT_PRINTED,
            "The source prints no roll of this session.",
            "Перечня присутствующих этого заседания в источнике нет.",
        ),
    ],
)
def test_roll_that_is_not_there_is_said(state, in_english, in_russian):
    roll = Roll(1, state)
    told = [said(PHRASES[one].roll(scene(one), roll, attendance(roll)), one) for one in ("en", "ru")]
    assert told == [in_english, in_russian]


def a_roll(*presences: tuple[PresenceStatus, object, Person | None], **facts) -> Roll:
    return Roll(1, RollState.TAKEN, tuple(Presence(status, where, who) for status, where, who in presences), **facts)


def test_roll_of_whole_delegations():
    roll = a_roll((PresenceStatus.PRESENT, ODER, None))
    told = [said(PHRASES[one].roll(scene(one), roll, attendance(roll)), one) for one in ("en", "ru")]
    assert told == ["One delegation was present.", "Присутствует 1 делегация."]


def test_roll_with_everything_that_can_be_said():
    roll = a_roll(
        (PresenceStatus.PRESENT, ODER, BRANDT),
        (PresenceStatus.ABSENT, BASEL, KELLER),
        (PresenceStatus.ABSENT, DANUBE, HALASZ),
        (PresenceStatus.EXCUSED, ODER, WEISS),
        (PresenceStatus.UNLISTED, ODER, NOVAK),
        (PresenceStatus.UNCLEAR, ELBE, None),
        needed=2,
    )
    seen = attendance(roll)
    told = [said(PHRASES[one].roll(scene(one), roll, seen), one) for one in ("en", "ru")]
    assert told == [
        (
            "One delegation was represented by one delegate. Upper Rhine and Danube were not represented. "
            "Captain Otto Weiss (Oder) had sent excuses. The roll does not mention Mr. Jan Novak (Oder). "
            "Of Elbe the sources say different things."
        ),
        (
            "Присутствует 1 делегат от 1 делегации. Не представлены делегации: Верхний Рейн и Дунай. "
            "Об отсутствии предупреждает капитан Отто Вайс (Одер). Перечень присутствующих не упоминает: "
            "г-н Ян Новак (Одер). Сведения источников расходятся: Эльба."
        ),
    ]


def test_lines_of_a_roll_say_whether_there_was_a_quorum():
    roll = a_roll((PresenceStatus.PRESENT, ODER, BRANDT), needed=2)
    told = [PHRASES[one].roll_lines(scene(one), roll, attendance(roll))[0] for one in ("en", "ru")]
    assert told == ["The quorum of two was not met.", "Кворум (2) отсутствует."]


def test_many_absent_delegates_are_counted():
    people = [Person(str(at), words(f"Mr. A{at}")) for at in range(7)]
    roll = a_roll((PresenceStatus.PRESENT, ODER, BRANDT), *((PresenceStatus.ABSENT, ODER, one) for one in people))
    told = [said(PHRASES[one].roll(scene(one), roll, attendance(roll)), one) for one in ("en", "ru")]
    assert [one.split(". ")[1] for one in told] == ["Seven delegates were absent.", "Отсутствуют 7 делегатов."]


def test_suspension_at_somebodys_request():
    entry = Entry("e1", "p1", EntryKind.SUSPENDED, speakers=(of(BRANDT, ODER),), text=words("For the tables"))
    told = [said(PHRASES[one].suspended(scene(one), entry), one) for one in ("en", "ru")]
    assert told == [
        "The session was suspended at the request of Dr. Emil Brandt (Oder): for the tables.",
        "Заседание прерывается: for the tables. Об этом просит д-р Эмиль Брандт (Одер).",
    ]


def test_session_closed_by_the_chair_with_one_note_said_once():
    material = session(state=SessionState.CLOSED, adjournment_note=words("Sine die"), adjourned=None)
    entry = Entry("e1", "p1", EntryKind.ADJOURNED, speakers=(PRESIDENT,), text=words("sine die."))
    told = [said(PHRASES[one].closing(scene(one, material), entry), one) for one in ("en", "ru")]
    assert told == [
        "The session was closed by the President: sine die. The hour is not recorded.",
        "Председатель Конгресса закрывает заседание: sine die. Час закрытия не записан.",
    ]


def test_next_session_of_which_only_the_month_is_known():
    material = session(following=NextSession("3", 3, Moment.parse("1921-07")))
    told = said(en.closing(scene("en", material), None), "en")
    assert told.endswith("The next session was held in July 1921.")


def test_chair_opens_and_closes_as_such_whatever_delegation_is_named():
    chair = of(KELLER, BASEL)
    opened = Entry("e1", "p1", EntryKind.OPENED, speakers=(chair,))
    closed = Entry("e2", "p2", EntryKind.ADJOURNED, speakers=(chair,))
    told = (said(en.opening(scene("en"), opened), "en"), said(en.closing(scene("en"), closed), "en"))
    assert told == (
        "It was opened at 10 a.m., with Mr. Anton Keller (Upper Rhine; President) in the chair.",
        (
            "The session was adjourned at 5.20 p.m. by the President. "
            "The next session was held on Thursday, 16 June 1921, at 10 a.m."
        ),
    )


@pytest.mark.parametrize("held_on", [None, PartialDate(1921, 6, 15)])
def test_day_is_told_of_what_was_on_another_one(held_on):
    material = session(from_sources=True, held_on=held_on)
    entry = Entry("e1", "p1", EntryKind.ANNOUNCEMENT, occurred=Moment.parse("1921-06-14"))
    told = [PHRASES[one].hour_of(entry, scene(one, material)) for one in ("en", "ru")]
    assert told == ["this was on 14 June 1921", "это происходит 14 июня 1921 года"]


def test_hour_is_not_told_of_an_entry_on_a_day_without_one():
    entry = Entry("e1", "p1", EntryKind.ANNOUNCEMENT, occurred=Moment.parse("1921-06-14"))
    told = [PHRASES[one].hour_of(entry, scene(one, PRINTED)) for one in ("en", "ru")]
    assert told == ["", ""]
