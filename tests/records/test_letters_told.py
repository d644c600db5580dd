"""Letters and remarks as they are told."""

from __future__ import annotations

import pytest

from confapp.dates import PartialDate
from confapp.letters.models import LetterKind, PresentationForm
from confapp.records.actors import Remark
from confapp.records.matters import (
    Letter,
)
from confapp.records.phrases import en, ru
from tests.records.samples import (
    BRANDT,
    ODER,
    of,
    words,
)
from tests.records.telling import GOAL, PHRASES, said, scene


def letter(form=PresentationForm.READ, kind=LetterKind.COMMUNICATION, **facts) -> Letter:
    return Letter(7, kind, form, **facts)


@pytest.mark.parametrize("form", list(PresentationForm))
@pytest.mark.parametrize("kind", list(LetterKind))
@pytest.mark.parametrize("by", [None, of(BRANDT, ODER)])
def test_every_letter_in_every_form_has_its_number(form, kind, by):
    told = [said(PHRASES[one].letter(letter(form, kind, presented_by=by), scene(one)), one) for one in ("en", "ru")]
    assert ["No. 7 of the register" in told[0], "№ 7 по реестру" in told[1]] == [True, True]


def test_letter_with_everything_that_can_be_known():
    whole = letter(
        person=words("Sir W. Thomson", "сэр У. Томсон"),
        organization=words("Society", "Общество"),
        signatory="W. T.",
        capacity=words("Fellow", "член"),
        medium=words("telegram", "телеграмма"),
        place=words("Glasgow", "Глазго"),
        via=words("the Secretary", "секретарь"),
        written_on=PartialDate(1884, 10),
        subject=GOAL,
        disposition=words("Noted"),
        note=words("In English."),
    )
    told = [said(PHRASES[one].letter(whole, scene(one)), one) for one in ("en", "ru")]
    assert told == [
        (
            "A communication from Sir W. Thomson (telegram; signed by W. T., Fellow; Glasgow; dated October 1884; "
            "No. 7 of the register) was read: *Count from the sea*. It came through the Secretary. In English. "
            "Disposition: Noted."
        ),
        (
            "Оглашается сообщение (сэр У. Томсон; Общество; телеграмма; подпись: W. T., член; Глазго; "
            "дата: октябрь 1884 года; № 7 по реестру): *Считать от моря*. Передано через: секретарь. In English. "
            "Решение: Noted."
        ),
    ]


def test_disposition_that_says_no_more_than_the_form_is_left_out():
    told = said(en.letter(letter(disposition=words("Read")), scene("en")), "en")
    assert told == "A communication (sender not named; No. 7 of the register) was read."


@pytest.mark.parametrize("status", ["not_stated", "derived", "printed", "uncertain", "disputed", "other"])
def test_remarks_are_told_in_words(status):
    told = [PHRASES[one].remark(Remark(status, words("X")), scene(one)) for one in ("en", "ru")]
    assert all(said(one, "en").endswith(": X") for one in told)


def test_remark_without_words_is_not_told():
    assert (en.remark(Remark("derived"), scene("en")), ru.remark(Remark("derived"), scene("ru"))) == ("", "")


def test_letter_in_a_list():
    listed = letter(sender=words("J. Field", "Дж. Филд"), subject=GOAL, disposition=words("No opinion"))
    told = [said(PHRASES[one].letter_item(listed, scene(one)), one) for one in ("en", "ru")]
    assert told == [
        "No. 7, J. Field: *Count from the sea* (no opinion)",
        "№ 7, Дж. Филд: *Считать от моря* (no opinion)",
    ]


def test_spelling_in_a_source_is_noted():
    assert (en.printed_as("Columbia"), ru.printed_as("Columbia")) == ("printed: Columbia", "напечатано: Columbia")
