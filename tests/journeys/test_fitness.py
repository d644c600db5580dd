"""Every kind of page fits a narrow window, and axe finds nothing in it."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.kinds import KINDS

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
LOOKS = {
    "wide and light": {"viewport": WIDE, "color_scheme": "light"},
    "wide and dark": {"viewport": WIDE, "color_scheme": "dark"},
    "narrow and light": {"viewport": NARROW, "color_scheme": "light"},
    "narrow and dark": {"viewport": NARROW, "color_scheme": "dark"},
}
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
# What runs out of the window at its end or before its beginning, scrolling boxes aside.
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(new_page, look):
    page = new_page(**LOOKS[look])
    axe = Axe()
    found = []
    for kind, path in KINDS.items():
        page.goto(path)
        for problem in axe.run(page, options=RULES).response["violations"]:
            where = [node["target"] for node in problem["nodes"]][:3]
            found.append(f"{kind}: {problem['impact']} {problem['id']}: {problem['help']} {where}")
    assert found == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_page_scrolls_sideways(new_page, language):
    page = new_page(viewport=NARROW)
    wide = []
    for kind, path in KINDS.items():
        page.goto(f"{path}{'&' if '?' in path else '?'}lang={language}")
        if beyond := page.evaluate(OVERFLOW):
            wide.append(f"{kind}: {beyond} pixels")
    assert wide == []


def test_text_can_be_spaced_out(new_page):
    """WCAG 1.4.12: nothing is cut off with more space between lines, words and letters, at four times the size."""
    page = new_page(viewport=NARROW)
    cut = []
    for kind, path in KINDS.items():
        page.goto(path)
        page.evaluate(
            """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(
                '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
                + 'p { margin-block-end: 2em !important }'); document.adoptedStyleSheets = [sheet]; }"""
        )
        if beyond := page.evaluate(OVERFLOW):
            cut.append(f"{kind}: {beyond} pixels")
    assert cut == []
