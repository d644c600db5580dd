"""WCAG 2.2 AA: text at 4.5 to 1, the shapes of controls and pictures at 3 to 1, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKEN = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
TEXT = ["ink", "ink-soft", "accent-text", "good", "caution", "bad", "neutral"]
SURFACES = ["paper", "paper-sunk", "paper-raised"]


@pytest.fixture(scope="module")
def themes(frontend: Path) -> list[dict[str, str]]:
    found = TOKEN.findall((frontend / "css" / "tokens.css").read_text(encoding="utf-8"))
    return [{name: light for name, light, _ in found}, {name: dark for name, _, dark in found}]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_ratio_is_the_one_of_the_standard() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read(themes: list[dict[str, str]], theme: int, surface: str, text: str) -> None:
    assert ratio(themes[theme][text], themes[theme][surface]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "surface"), [("accent-ink", "accent"), ("mark-ink", "mark"), ("paper", "ink")])
def test_text_can_be_read_on_its_own_surface(themes: list[dict[str, str]], theme: int, text: str, surface: str) -> None:
    assert ratio(themes[theme][text], themes[theme][surface]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("shape", ["rule-strong", "focus", "accent"])
def test_shapes_can_be_seen(themes: list[dict[str, str]], theme: int, shape: str) -> None:
    assert [s for s in SURFACES if ratio(themes[theme][shape], themes[theme][s]) < 3] == []
