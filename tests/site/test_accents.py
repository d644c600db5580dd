"""A conference's own colour: whatever was chosen, it can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.site.accents import DARK_PAPER, LIGHT_PAPER, Colour, contrast, stylesheet

SET = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
COLOURS = st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True)


def ratio(one: str, other: str) -> float:
    return contrast(Colour.parse(one), Colour.parse(other))


def test_contrast_is_the_one_of_the_standard():
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_colour_that_can_be_read_is_kept_as_it_is():
    assert SET.search(stylesheet("#1F4E79")).groups()[:2] == ("accent", "#1f4e79")


@given(COLOURS)
def test_every_colour_can_be_read_in_both_themes(accent):
    colours = {name: pair for name, *pair in SET.findall(stylesheet(accent))}
    for theme, paper in enumerate((LIGHT_PAPER, DARK_PAPER)):
        assert ratio(colours["accent-text"][theme], paper) >= 4.5
        assert ratio(colours["accent"][theme], colours["accent-ink"][theme]) >= 4.5


def test_stylesheet_sets_nothing_else():
    assert [name for name, *_pair in SET.findall(stylesheet("#ff0000"))] == ["accent", "accent-text", "accent-ink"]
