"""The table of letters, read in parts."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from pyuca import Collator

from confapp.collation import Letters

NAMES = ["Åland", "Côte d’Ivoire", "Ёлка", "中国", "日本", "한국", "ไทย", "हिन्दी", "عربي"]
ODD = ["ǆ", "a\u0323\u0307", "\U00020000", "\ufdfa", "\U00017000"]


@pytest.fixture(scope="module")
def whole():
    return Collator()


@pytest.mark.parametrize("name", [*NAMES, *ODD])
def test_weights_are_those_of_the_whole_table(whole, name):
    text = unicodedata.normalize("NFD", name)

    assert Letters().collation_elements(text) == whole.collation_elements(text)


def test_only_letters_that_were_asked_about_are_read():
    letters = Letters()

    letters.collation_elements("Rome")

    assert letters.known == set("Rome")
    assert set(letters.table.root.children) == {ord(letter) for letter in "Rome"}


def test_threads_that_ask_at_once_get_the_same(whole):
    letters = Letters()

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(letters.collation_elements, ["Washington"] * 8))

    assert found == [whole.collation_elements("Washington")] * 8
