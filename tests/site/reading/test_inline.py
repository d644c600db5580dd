"""The text of a paragraph as markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.site.reading.inline import Links, Name, names_in, paragraph_html

BRAZIL = Name("Brazil", "/d/brazil/", is_delegation=True)
CRULS = Name("Dr. Luiz Cruls", "/officials/luiz-cruls/", is_delegation=False)


def text_of(markup: str) -> str:
    return re.sub("<[^>]*>", "", markup)


def html(text, *names, foreign=()):
    return str(paragraph_html(text, {name.text: name for name in names}, foreign))


def test_people_are_linked_at_their_first_mention():
    assert html("Dr. Luiz Cruls rose. Dr. Luiz Cruls sat down.", CRULS) == (
        '<a class="ref" href="/officials/luiz-cruls/">Dr. Luiz Cruls</a> rose. Dr. Luiz Cruls sat down.'
    )


def test_delegations_are_in_small_capitals_at_every_mention():
    assert html("Brazil. *Brazil*.", BRAZIL) == (
        '<a class="ref delegation" href="/d/brazil/">Brazil</a>. <em><span class="delegation">Brazil</span></em>.'
    )


def test_names_within_words_and_links_are_left_alone():
    assert html("Brazilian [Brazil](https://example.org)", BRAZIL) == (
        'Brazilian <a href="https://example.org" rel="noopener">Brazil</a>'
    )


def test_name_with_signs_of_markup_is_found_and_escaped():
    assert html("R&D & <Co>", Name("R&D", "", is_delegation=True)) == (
        '<span class="delegation">R&amp;D</span> &amp; &lt;Co&gt;'
    )


def test_parts_in_other_languages_are_marked():
    assert html("He read *Le méridien*.", foreign=[[9, 20, "fr"]]) == (
        'He read <em><span lang="fr">Le méridien</span></em>.'
    )


def test_part_that_overlaps_emphasis_keeps_its_text():
    assert html("*one two* three", foreign=[[5, 15, "fr"]]) == "<em>one two</em> three"


def test_lines_are_kept():
    assert html("one\ntwo  \nthree") == "one<br>two<br>three"


def test_markup_of_strangers_is_text():
    assert html("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;"


@pytest.mark.parametrize(("issued", "href"), [(True, "/conferences/m/participants/brazil/"), (False, "")])
def test_delegations_lead_somewhere_once_the_list_is_issued(app, issued, href):
    refs = [
        {"kind": "delegation", "id": "brazil", "text": "Brazil"},
        {"kind": "official", "id": "luiz-cruls", "text": "Dr. Luiz Cruls"},
        {"kind": "vote", "id": "v12"},
    ]
    names = names_in(refs, Links("m", with_delegations=issued))
    assert names == {"Brazil": Name("Brazil", href, is_delegation=True), "Dr. Luiz Cruls": CRULS}


@given(st.text(max_size=60), st.text(min_size=1, max_size=8), st.integers(0, 20), st.integers(0, 20))
def test_nothing_harmful_ever_comes_out(text, name, start, length):
    given_name = Name(name, "/a/", is_delegation=True)
    markup = html(text, given_name, foreign=[[start, start + length, "fr"]])
    tags = set(re.findall(r"</?([a-z]+)[^>]*>", markup))
    assert tags <= {"a", "em", "strong", "span", "br"}
