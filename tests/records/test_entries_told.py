"""What the log notes, kind by kind."""

from __future__ import annotations

import pytest

from confapp.dates import Moment, PartialDate
from confapp.floor.models import EntryKind, SpeakerRole
from confapp.records.actors import Person, Speaker
from confapp.records.material import Entry
from confapp.records.matters import (
    Document,
)
from confapp.records.phrases import en, ru
from tests.records.samples import (
    BASEL,
    BRANDT,
    ELBE,
    KELLER,
    LEROY,
    NOVAK,
    ODER,
    PRESIDENT,
    WEISS,
    of,
    words,
)
from tests.records.telling import PHRASES, PRINTED, said, scene


@pytest.mark.parametrize("kind", [one for one in EntryKind if one not in {EntryKind.NOTE, EntryKind.ROLL}])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_kind_of_entry_names_its_speaker(kind, language):
    entry = Entry("e1", "p1", kind, speakers=(of(BRANDT, ODER),), text=words("on the tables"))
    told = said(PHRASES[language].lead(entry, scene(language)), language)
    named = kind in {EntryKind.APPOINTMENT, EntryKind.DOCUMENT}  # they name others
    assert ("Brandt" in told or "Брандт" in told) is not named


@pytest.mark.parametrize("kind", list(EntryKind))
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_kind_of_entry_is_told_without_a_speaker(kind, language):
    entry = Entry("e1", "p1", kind, text=words("The tables were long and nobody read them.", "Таблицы были длинны."))
    told = said(PHRASES[language].lead(entry, scene(language)), language)
    assert told.rstrip().endswith(("them.", "длинны."))


def test_several_speakers_of_one_delegation_stand_together():
    entry = Entry("e1", "p1", EntryKind.STATEMENT, speakers=(of(KELLER, BASEL), of(NOVAK, BASEL)))
    told = [said(PHRASES[one].lead(entry, scene(one)), one) for one in ("en", "ru")]
    assert told == [
        "Mr. Anton Keller and Mr. Jan Novak (Upper Rhine) took the floor.",
        "Г-н Антон Келлер и г-н Ян Новак (Верхний Рейн) берут слово.",
    ]


def test_three_groups_of_speakers():
    speakers = (of(KELLER, BASEL), of(NOVAK, BASEL), of(BRANDT, ODER), of(WEISS, ELBE))
    entry = Entry("e1", "p1", EntryKind.DEBATE, speakers=speakers)
    told = [said(PHRASES[one].lead(entry, scene(one)), one) for one in ("en", "ru")]
    assert told == [
        (
            "Mr. Anton Keller and Mr. Jan Novak (Upper Rhine); Dr. Emil Brandt (Oder); and Captain Otto Weiss (Elbe) "
            "took part in the debate."
        ),
        (
            "Г-н Антон Келлер и г-н Ян Новак (Верхний Рейн), д-р Эмиль Брандт (Одер), "
            "а также капитан Отто Вайс (Эльба) "
            "участвуют в прениях."
        ),
    ]


def test_text_that_names_its_speaker_needs_no_introduction():
    entry = Entry("e1", "p1", EntryKind.STATEMENT, speakers=(of(BRANDT, ODER),), text=words("Brandt read the Act"))
    assert said(en.lead(entry, scene("en")), "en") == "Dr. Emil Brandt (Oder) read the Act."


def test_possessive_names_nobody():
    entry = Entry("e1", "p1", EntryKind.STATEMENT, speakers=(of(BRANDT, ODER),), text=words("Brandt’s tables"))
    assert said(en.lead(entry, scene("en")), "en") == "Dr. Emil Brandt (Oder) took the floor: Brandt’s tables."


def test_text_that_names_the_office_of_its_speaker():
    speaker = Speaker(LEROY, capacity=words("Secretary"))
    entry = Entry("e1", "p1", EntryKind.STATEMENT, speakers=(speaker,), text=words("The Secretary read the list."))
    assert said(en.lead(entry, scene("en")), "en") == "The Secretary read the list."


@pytest.mark.parametrize(
    ("speakers", "in_english", "in_russian"),
    [
        (
            (PRESIDENT,),
            "The President appointed Captain Otto Weiss (Elbe) to the *Committee*.",
            "Председатель Конгресса назначает (*Комитет*): капитан Отто Вайс (Эльба).",
        ),
        (
            (),
            "Captain Otto Weiss (Elbe) was appointed to the *Committee*.",
            "Назначается (*Комитет*): капитан Отто Вайс (Эльба).",
        ),
    ],
)
def test_appointment(speakers, in_english, in_russian):
    named = Speaker(WEISS, ELBE, role=SpeakerRole.INVOLVED)
    entry = Entry(
        "e1", "p1", EntryKind.APPOINTMENT, speakers=(*speakers, named), committee=words("Committee", "Комитет")
    )
    assert [said(PHRASES[one].lead(entry, scene(one)), one) for one in ("en", "ru")] == [in_english, in_russian]


@pytest.mark.parametrize("speakers", [(), (of(BRANDT, ODER),)])
def test_document_with_its_symbol_and_day(speakers):
    paper = Document("a", words("Tables", "Таблицы"), "C/1", issued_on=PartialDate(1921, 6, 1))
    entry = Entry("e1", "p1", EntryKind.DOCUMENT, speakers=speakers, document=paper)
    told = [said(PHRASES[one].lead(entry, scene(one)), one) for one in ("en", "ru")]
    assert all(one.count("C/1, 1") == 1 for one in told)


def test_hour_is_told_where_a_source_states_it():
    entry = Entry("e1", "p1", EntryKind.CEREMONY, occurred=Moment.parse("1921-06-14T12:00"))
    told = [PHRASES[one].hour_of(entry, scene(one, PRINTED)) for one in ("en", "ru")]
    assert (told, en.hour_of(entry, scene("en"))) == (["this was at noon", "это происходит в полдень"], "")


def test_item_that_comes_up():
    assert (en.item_opened("2", "*Gauges*"), en.item_opened("", "*Gauges*")) == (
        "item 2 of the agenda, *Gauges*, was taken up",
        "*Gauges* was taken up",
    )


def test_item_without_a_number():
    assert (en.item("", "Gauges"), ru.item("", "Посты"), ru.item_opened("", "Посты")) == (
        "Gauges",
        "Посты",
        "рассматривается вопрос: Посты",
    )


def test_document_of_which_only_the_title_is_known():
    entry = Entry("e1", "p1", EntryKind.DOCUMENT, document=Document("a", words("Tables", "Таблицы")))
    told = [said(PHRASES[one].lead(entry, scene(one)), one) for one in ("en", "ru")]
    assert told == ["The document *Tables* was before the session.", "Заседанию представляется документ *Таблицы*."]


def test_speaker_without_a_family_name_is_always_introduced():
    plain = Speaker(Person("x", words("Cassandra")))
    entry = Entry("e1", "p1", EntryKind.STATEMENT, speakers=(plain,), text=words("Cassandra spoke."))
    assert said(en.lead(entry, scene("en")), "en") == "Cassandra took the floor. Cassandra spoke."
