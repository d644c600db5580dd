"""Search in any script: what is indexed is found, and shown where it stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.searchable import fold, highlight, query_terms, search_terms

TEXTS = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("aé -'’ñßЁй北京会議ガก\u0301नم"))


def is_found(query: str, text: str) -> bool:
    words = search_terms(text).split(" ")
    return all(any(word.startswith(term) for word in words) for term in query_terms(query))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Côte d'Ivoire", "cote d ivoire divoire"),
        ("Vice‑President", "vice president vicepresident"),
        ("Ёлка и йод", "елка и йод"),
        ("straße ﬁn Ａ", "strasse fin a"),
        ("IOF/CONF.2/SR.1", "iof conf 2 sr 1"),
        ("北京会议", "北京 京会 会议 议"),
        ("ガギ", "ガギ ギ"),
        ("नमस्ते दुनिया", "नमस्ते दुनिया"),
        ("المُؤْتَمَر", "الموتمر"),
        ("Łódź Ørsted İstanbul", "lodz orsted istanbul"),
        ("обʼєкт об’єкт", "об єкт обєкт об єкт обєкт"),
        ("⑴ ½ ﷺ ŉa", "1 12 صلياللهعليهوسلم na"),
        ("", ""),
        ("…—!", ""),
    ],
)
def test_index_keeps_folded_words(text, terms):
    assert search_terms(text) == terms


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("cote ivoire", "Côte d’Ivoire"),
        ("CÔTE D'IVOIRE", "cote d`ivoire"),
        ("peoples", "the People's Republic"),
        ("Елка", "ёлка"),
        ("merid", "Meridians"),
        ("京会", "北京会议"),
        ("议", "北京会议"),
        ("京", "北京会议"),
        ("ガギ", "ｶﾞｷﾞ"),
        ("Cafe\u0301", "café"),
        ("Αθηνα", "Ἀθῆναι"),
        ("สวัสดี", "ขอสวัสดีครับ"),
        ("coop", "co-op"),
        ("co-op", "co-op"),
    ],
)
def test_query_finds_text(query, text):
    assert is_found(query, text)


@pytest.mark.parametrize(
    ("query", "text"), [("йод", "иод"), ("ガ", "カ"), ("北会", "北京会议"), ("ridian", "meridian")]
)
def test_query_does_not_find_another_word(query, text):
    assert not is_found(query, text)


@pytest.mark.parametrize(
    ("text", "query", "pieces"),
    [
        ("The Meridians", "meridian", [("The ", False), ("Meridians", True)]),
        ("北京会议在北京", "北京", [("北京", True), ("会议在", False), ("北京", True)]),
        ("北京会议", "京会议", [("北", False), ("京会议", True)]),
        ("北京会议在", "会", [("北京", False), ("会", True), ("议在", False)]),
        ("d’Ivoire", "ivoire", [("d’", False), ("Ivoire", True)]),
        ("people's", "peoples", [("people's", True)]),
        ("d'Ivoire", "divoire ivoire", [("d'Ivoire", True)]),
        ("Ёлка", "елка", [("Ёлка", True)]),
        ("nothing", "", [("nothing", False)]),
        ("nothing", "…", [("nothing", False)]),
        ("", "x", []),
    ],
)
def test_hits_are_shown_where_they_stand(text, query, pieces):
    assert highlight(text, query) == pieces


@given(TEXTS, TEXTS)
def test_highlighting_changes_nothing_and_agrees_with_the_index(text, query):
    pieces = highlight(text, query)

    assert "".join(piece for piece, _hit in pieces) == text
    assert all(piece for piece, _hit in pieces)
    if query_terms(query) and is_found(query, text):
        assert any(hit for _piece, hit in pieces)


@given(TEXTS)
def test_every_text_is_found_by_itself(text):
    assert is_found(text, text)


@given(TEXTS)
def test_terms_are_words_between_single_spaces(text):
    assert all(search_terms(text).split(" ")) or search_terms(text) == ""


@given(TEXTS | st.text(st.characters(exclude_categories=("Cs",), min_codepoint=0x80)))
def test_query_terms_are_nothing_but_letters_digits_and_marks(text):
    assert {unicodedata.category(char)[0] for term in query_terms(text) for char in term} <= {"L", "N", "M"}


@given(TEXTS)
def test_folding_is_final(text):
    assert fold(fold(text)) == fold(text)
