"""Comparisons of texts by words, and of records by paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.records.comparing import compare_paragraphs, compare_words


def read(pieces) -> str:
    marks = {"added": "+{}+", "removed": "-{}-", "kept": "{}"}
    return "".join(marks[piece.operation].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("One two", "One two", "One two"),
        ("The hall was cold.", "The hall was warm.", "The hall was -cold-+warm+."),
        ("", "New", "+New+"),
        ("Old", "", "-Old-"),
        ("Это старый текст", "Это новый текст", "Это -старый-+новый+ текст"),
    ],
)
def test_words_are_compared_whole(before, after, told):
    assert read(compare_words(before, after)) == told


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_texts_can_be_read_out_of_the_comparison(before, after):
    pieces = compare_words(before, after)
    earlier = "".join(one.text for one in pieces if one.operation != "added")
    later = "".join(one.text for one in pieces if one.operation != "removed")
    assert (earlier, later) == (before, after)


def paragraphs(**texts):
    return [{"id": name, "text": text, "number": at} for at, (name, text) in enumerate(texts.items(), start=1)]


def test_paragraphs_are_compared_by_their_names_in_order():
    compared = compare_paragraphs(paragraphs(a="A", b="B", c="C"), paragraphs(a="A", x="X", c="D"))
    assert [(one.id, one.before, one.after, read(one.pieces)) for one in compared] == [
        ("a", 1, 1, "A"),
        ("x", None, 2, "+X+"),
        ("b", 2, None, "-B-"),
        ("c", 3, 3, "-C-+D+"),
    ]
