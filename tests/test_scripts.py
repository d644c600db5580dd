"""Writing systems: direction of a language, script of a letter, look-alike letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.scripts import direction, main_script, mixed_script_words, script_of


@pytest.mark.parametrize(
    ("language", "way"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fa_AF", "rtl"), ("ku-Arab", "rtl"), ("uz-arab-AF", "rtl"),
     ("az-Latn", "ltr"), ("ur-Latn", "ltr"), ("ru", "ltr"), (None, "ltr"), ("", "ltr")],
)  # fmt: skip
def test_language_runs_one_way(language, way):
    assert direction(language) == way


@pytest.mark.parametrize(
    ("char", "script"),
    [("a", "LATIN"), ("ж", "CYRILLIC"), ("北", "CJK"), ("ア", "KATAKANA"), ("Ａ", "LATIN"), ("1", ""), (" ", ""),
     ("\u0301", ""), ("µ", "GREEK")],
)  # fmt: skip
def test_letter_has_a_script(char, script):
    assert script_of(char) == script


def test_main_script_is_that_of_most_letters():
    assert main_script("Конференция (IMC) 1884") == "CYRILLIC"
    assert main_script("1884") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Greenwich M\u0435ridian", [("M\u0435ridian", "Meridian")]),
        ("C\u041e\u0412\u0415\u0422", [("C\u041e\u0412\u0415\u0422", "\u0421\u041e\u0412\u0415\u0422")]),
        ("\u0391thens", [("\u0391thens", "Athens")]),
        ("Δt and µm, Меридиан, Meridian, Ж2, iPhone-телефон", []),
        ("M\u0435ridian M\u0435ridian", [("M\u0435ridian", "Meridian")]),
    ],
)
def test_words_with_look_alike_letters_are_found(text, found):
    assert mixed_script_words(text) == found


@given(st.text())
def test_what_was_meant_is_not_mixed(text):
    assert [mixed_script_words(mixed.meant) for mixed in mixed_script_words(text) if mixed.word == mixed.meant] == []
