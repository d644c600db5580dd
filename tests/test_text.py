"""Text: cleaned on input, spelled for addresses, marked up safely."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.text import clean_line, clean_text, inline_html, markdown_html, plain_text, slugify

ANY_TEXT = st.text(
    st.characters() | st.sampled_from("\u200b\u200c\u200d\u200e\u202a\u202c\u202e\u2066\u2069\u0301 \t\r\n\u2028بनก")
)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  Prime \t Meridian \n", "Prime Meridian"),
        ("Cafe\u0301", "Café"),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("in\u00advi\u200bsi\ufeffble\u2060", "invisible"),
        ("nul\x00 bell\x07 escape\x1b[1m", "nul bell escape[1m"),
        ("lone \ud800 surrogate, non\uffffcharacter\ufdd0", "lone surrogate, noncharacter"),
        ("tag\U000e0041", "tag"),
        # Where a script needs joiners they stay: Persian "I want", Devanagari, an emoji family.
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("ไทย\u200bแลนด์", "ไทย\u200bแลนด์"),
        ("\u200dab\u200d", "ab"),
        ("می\u200c\u200cخواهم", "می\u200cخواهم"),
        ("Me\u200cri\u200ddian\u200d", "Meridian"),
        # Marks of direction stay and are closed; an override makes a name read as another one and goes.
        ("שלום\u200f!", "שלום\u200f!"),
        ("\u2067שלום", "\u2067שלום\u2069"),
        ("\u2067שלום\u2069!", "\u2067שלום\u2069!"),
        ("a\u2069b\u202c", "ab"),
        ("\u202eevil\u202c", "evil"),
        ("", ""),
    ],
)
def test_line_is_kept_clean(text, clean):
    assert clean_line(text) == clean


def test_text_keeps_its_lines_and_one_blank_line_between_paragraphs():
    assert (
        clean_text("\n One \r\nTwo\rThree\u2028Four\n\n\n\n- a\n  - b\x00\n ") == "One\nTwo\nThree\nFour\n\n- a\n  - b"
    )


def test_text_closes_marks_of_direction_in_their_line():
    assert clean_text("\u2066a\nb\u2069") == "\u2066a\u2069\nb"


@given(ANY_TEXT)
def test_cleaning_is_final(text):
    line, lines = clean_line(text), clean_text(text)

    assert clean_line(line) == line
    assert clean_text(lines) == lines
    assert unicodedata.is_normalized("NFC", line)
    assert unicodedata.is_normalized("NFC", lines)
    line.encode()
    lines.encode()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("International Meridian Conference, 1884", "international-meridian-conference-1884"),
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("People’s Republic", "peoples-republic"),
        ("Международная конференция: объезд", "mezhdunarodnaya-konferentsiya-obezd"),
        ("北京会议", "bei-jing-hui-yi"),
        ("Ελληνική Δημοκρατία", "elliniki-dimokratia"),
        ("straße, Æon", "strasse-aeon"),
        ("Ｆｕｌｌ", "full"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_name_is_spelled_for_addresses(name, slug):
    assert slugify(name) == slug


@pytest.mark.parametrize(
    ("name", "slug"), [("one two three", "one-two"), ("onetwothreefour", "onetwoth"), ("one-two-xx", "one-two")]
)
def test_long_slug_ends_with_a_whole_word(name, slug):
    assert slugify(name, max_length=8) == slug


@given(ANY_TEXT)
def test_slug_is_safe_in_an_address_and_final(text):
    slug = slugify(text)

    assert slug == slugify(slug)
    assert len(slug) <= 100
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*one* **two**\n\nthree", "<p><em>one</em> <strong>two</strong></p>\n<p>three</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
        ("[x](https://a.example/?b=1&c=2)", '<p><a href="https://a.example/?b=1&amp;c=2" rel="noopener">x</a></p>'),
        ("[x](/conferences/a/)", '<p><a href="/conferences/a/" rel="noopener">x</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](data:text/html,1)", "<p>[x](data:text/html,1)</p>"),
        ("[x](ftp://a.example/)", '<p><a rel="noopener">x</a></p>'),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("# no heading", "<p># no heading</p>"),
        ("", ""),
    ],
)
def test_markdown_becomes_safe_html(markdown, html):
    assert str(markdown_html(markdown)) == html


def test_picture_becomes_a_link_and_loads_nothing():
    assert "<img" not in markdown_html("![x](https://a.example/x.png)")


def test_paragraph_that_begins_with_a_year_is_no_list():
    assert str(inline_html("1884. *The* <b>")) == "1884. <em>The</em> &lt;b&gt;"


@given(ANY_TEXT)
def test_any_text_becomes_html_without_other_tags(text):
    html = str(markdown_html(text))

    assert "<script" not in html
    assert "<img" not in html
    assert " on" not in [part for part in html.split("<") if part.startswith("a ")]


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("A *b*\nc\n\nd [e](https://a.example)", "A b\nc\n\nd e"),
        ("- a\n- b", "a\n\nb"),
        ("1884. d\n1885. e", "1884. d\n\n1885. e"),
        ("\\*no\\* &amp; <b>", "*no* & <b>"),
    ],
)
def test_plain_text_is_what_a_reader_reads(markdown, plain):
    assert plain_text(markdown) == plain
