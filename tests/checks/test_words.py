"""Doubled words, look-alike letters and invisible characters, on sentences of our own."""

from __future__ import annotations

import pytest

from confapp.checks.words import doubled_words, invisible_characters, mixed_scripts, no_break_spaces


def mends(check, text) -> list[tuple[str, str]]:
    return [(one.mend.found, one.mend.meant) for one in check(None, [text])]


@pytest.mark.parametrize(
    ("text", "language", "mend"),
    [
        ("He addressed the The conference", "en", ("the The", "the")),
        ("the report of of the committee", "en", ("of of", "of")),
        ("The committee\ncommittee met", "en", ("committee\ncommittee", None)),
        ("the conference conference opened", "en", ("conference conference", "conference")),
        ("Доклад о работе в в комитете", "ru", ("в в", "в")),
        ("le rapport de de la commission", "fr", ("de de", "de")),
    ],
)
def test_a_word_that_stands_twice_is_found(said, text, language, mend):
    found = mends(doubled_words, said(text, language))
    assert found == ([mend] if mend[1] else [("committee\ncommittee", "committee")])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He had had no time, and said that that was so", "en"),
        ("The delegate of New York, York and York", "en"),
        ("Boutros Boutros-Ghali and Duran Duran came", "en"),
        ("Walla Walla, Baden Baden", "en"),
        ("a very very long session; never never again", "en"),
        ("Annex A a report", "en"),
        ("Nous nous réunissons; vous vous êtes levés", "fr"),
        ("Die, die die Sitzung besuchten", "de"),
        ("Очень очень рады, едва едва успели", "ru"),
        ("Mahi-mahi for all all-day guests", "en"),
        ("of 10 10 were present", "en"),
        ("The the-clause", "en"),
    ],
)
def test_words_that_are_doubled_on_purpose_are_not(said, text, language):
    assert mends(doubled_words, said(text, language)) == []


def test_a_doubled_word_is_found_once_in_a_text(said):
    assert mends(doubled_words, said("the the hall and the the hall")) == [("the the", "the")]


def test_a_cyrillic_letter_in_a_latin_word_is_found(said):
    (found,) = mixed_scripts(None, [said("\u0421omrade Chairman")])
    assert (found.severity, found.mend.meant, found.message) == (
        "error",
        "Comrade",
        "“\u0421omrade” looks right and is not: U+0421.",
    )


@pytest.mark.parametrize("text", ["Comrade", "Товарищ Alexander", "γ-rays and Δt", "the СССР", "5 µm", "東京 Tokyo"])
def test_words_of_one_script_are_not(said, text):
    assert mends(mixed_scripts, said(text)) == []


def test_what_a_source_prints_is_a_warning(said):
    (found,) = mixed_scripts(None, [said("\u0421omrade", is_printed=True)])
    assert found.severity == "warning"


@pytest.mark.parametrize("text", ["com\u200bmittee", "com\u00admittee", "\u200fcommittee", "committee\u0007"])
def test_invisible_characters_are_found(said, text):
    assert [one.code for one in invisible_characters(None, [said(text)])] == ["invisible-character"]


@pytest.mark.parametrize(
    "text",
    [
        "two\nlines\tand a tab",
        "نامه\u200cها",
        "हिन्\u200dदी",
        "שלום\u200f abc",
        "👩\u200d💻",
        "naïve café",
        "ภาษา\u200bไทย",
    ],
)
def test_characters_that_shape_a_script_are_not(said, text):
    assert [one.code for one in invisible_characters(None, [said(text)])] == []


def test_a_space_that_does_not_break_is_a_hint(said):
    assert [one.severity for one in no_break_spaces(None, [said("the Coordinating\u00a0Committee")])] == ["info"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La séance\u00a0: ouverte", "fr"),
        ("5\u00a0km", "en"),
        ("J.\u00a0C. Adams", "en"),
        ("в\u00a0зале", "ru"),
        ("No.\u00a05", "en"),
    ],
)
def test_a_space_that_should_not_break_is_none(said, text, language):
    assert list(no_break_spaces(None, [said(text, language)])) == []
