"""People as a record names them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from confapp.floor.models import EntryKind
from confapp.records.actors import Person, Speaker
from confapp.records.material import Entry
from tests.records.samples import (
    BRANDT,
    ELBE,
    LEROY,
    ODER,
    PRESIDENT,
    of,
    session,
    words,
)
from tests.records.telling import said, scene

ALONE = replace(ODER, name=words("Dr. Brandt", "д-р Брандт"), is_person=True)


@pytest.mark.parametrize(
    ("speaker", "in_english", "in_russian"),
    [
        (of(BRANDT, ODER), "Dr. Emil Brandt (Oder)", "д-р Эмиль Брандт (Одер)"),
        (Speaker(None, ODER), "the delegation of Oder", "делегация Одер"),
        (Speaker(None, None, words("a guest", "гость")), "a guest", "гость"),
        (of(BRANDT, ALONE), "Dr. Emil Brandt", "д-р Эмиль Брандт"),
        (Speaker(None, ALONE), "Dr. Brandt", "д-р Брандт"),
        (Speaker(), "a speaker whom the source does not name", "оратор, не названный в источнике"),
        (PRESIDENT, "the President", "Председатель Конгресса"),
    ],
)
def test_people_stand_with_what_they_were(speaker, in_english, in_russian):
    told = [said(people(one).who(speaker, scene(one)), one) for one in ("en", "ru")]
    assert told == [in_english, in_russian]


def people(language):
    from confapp.records.phrases.en import people as in_english  # noqa: PLC0415
    from confapp.records.phrases.ru import people as in_russian  # noqa: PLC0415

    return {"en": in_english, "ru": in_russian}[language]


@pytest.mark.parametrize(
    ("presiding", "in_english", "in_russian"),
    [
        (None, "the presiding officer", "председательствующий"),
        (Speaker(LEROY), "Mr. Paul Leroy", "председательствующий"),
    ],
)
def test_chair_without_an_office(presiding, in_english, in_russian):
    material = session(presiding=presiding)
    told = [people(one).chair(scene(one, material)) for one in ("en", "ru")]
    assert told == [in_english, in_russian]


def test_two_people_of_one_family_are_named_in_full():
    other = Person("brandt-2", words("Mrs. Eva Brandt"), words("Mrs. Brandt"), words("Brandt"))
    both = (of(BRANDT, ODER), of(other, ELBE))
    material = session(entries=(Entry("e1", "p1", EntryKind.STATEMENT, speakers=both),))
    reader = scene("en", material)
    assert [reader.person(BRANDT), reader.person(BRANDT)] == ["Dr. Emil Brandt", "Dr. Emil Brandt"]
