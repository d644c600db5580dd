"""Ordinals: figures and words, and what "2st" may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.ordinals import OrdinalError, ordinal, ordinal_words, parse_ordinal


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
     (22, "22nd"), (23, "23rd"), (101, "101st"), (111, "111th"), (112, "112th"), (113, "113th"), (121, "121st")],
)  # fmt: skip
def test_english_figures(number, text):
    assert ordinal(number, "en") == text


@pytest.mark.parametrize(
    ("language", "gender", "case", "text"),
    [
        ("ru", "n", "nominative", "2-е"), ("ru", "m", "nominative", "2-й"), ("ru", "f", "nominative", "2-я"),
        ("ru", "n", "genitive", "2-го"), ("ru", "n", "dative", "2-му"), ("ru", "f", "accusative", "2-ю"),
        ("ru", "n", "instrumental", "2-м"), ("ru", "n", "prepositional", "2-м"), ("fr", "m", "nominative", "2e"),
        ("de", "n", "nominative", "2."), ("es", "m", "nominative", "2.º"), ("es", "f", "nominative", "2.ª"),
        ("zh-Hans", "n", "nominative", "第2"), ("ar", "n", "nominative", "2"),
    ],
)  # fmt: skip
def test_figures_of_other_languages(language, gender, case, text):
    assert ordinal(2, language, gender=gender, case=case) == text


def test_french_first_has_its_own_form():
    assert [ordinal(1, "fr", gender="m"), ordinal(1, "fr", gender="f")] == ["1er", "1re"]


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "first"), (2, "second"), (3, "third"), (5, "fifth"), (8, "eighth"), (9, "ninth"), (12, "twelfth"),
     (20, "twentieth"), (21, "twenty-first"), (40, "fortieth"), (51, "fifty-first"), (100, "one hundredth"),
     (112, "one hundred and twelfth"), (999, "nine hundred and ninety-ninth"), (1000, "1000th"), (0, "0th")],
)  # fmt: skip
def test_english_words(number, text):
    assert ordinal_words(number, "en") == text


@pytest.mark.parametrize(
    ("number", "gender", "case", "text"),
    [
        (1, "n", "nominative", "первое"), (1, "f", "accusative", "первую"), (2, "m", "nominative", "второй"),
        (3, "n", "nominative", "третье"), (3, "n", "genitive", "третьего"), (3, "m", "nominative", "третий"),
        (3, "n", "prepositional", "третьем"), (4, "m", "nominative", "четвёртый"), (6, "m", "nominative", "шестой"),
        (8, "n", "prepositional", "восьмом"), (11, "n", "nominative", "одиннадцатое"),
        (40, "m", "nominative", "сороковой"), (43, "n", "genitive", "сорок третьего"),
        (100, "n", "nominative", "сотое"), (121, "m", "nominative", "сто двадцать первый"),
        (340, "n", "nominative", "триста сороковое"), (1000, "n", "nominative", "1000-е"),
    ],
)  # fmt: skip
def test_russian_words(number, gender, case, text):
    assert ordinal_words(number, "ru", gender=gender, case=case) == text


def test_words_of_other_languages_are_figures():
    assert ordinal_words(2, "de") == "2."


@pytest.mark.parametrize(
    ("text", "number"), [("2nd", 2), ("112TH", 112), (" 3 rd", 3), ("Second", 2), ("twenty first", 21), ("Twelfth", 12)]
)
def test_ordinals_are_read(text, number):
    assert parse_ordinal(text) == number


@pytest.mark.parametrize(
    ("text", "meant"), [("2st", "2nd"), ("11st", "11th"), ("112nd", "112th"), ("3th", "3rd"), ("7", "7th")]
)
def test_wrong_ending_is_refused_with_the_right_one(text, meant):
    with pytest.raises(OrdinalError) as refusal:
        parse_ordinal(text)

    assert (refusal.value.suggestion, refusal.value.message) == (meant, f"“{text}” is not an ordinal: write {meant}.")


@pytest.mark.parametrize("text", ["", "0", "0th", "second session", "٢nd", "²nd", "-1st", "1234567th", "two"])
def test_what_is_no_ordinal_is_refused(text):
    with pytest.raises(OrdinalError) as refusal:
        parse_ordinal(text)

    assert refusal.value.suggestion is None


@given(st.integers(1, 999))
def test_ordinals_are_read_as_they_are_written(number):
    assert parse_ordinal(ordinal(number)) == parse_ordinal(ordinal_words(number)) == number
