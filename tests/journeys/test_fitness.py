"""Every kind of page fits a narrow window, and axe finds nothing in it."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.kinds import KINDS

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
# The whole text of the larger edition takes axe as long as all other pages together, so once is enough.
LARGE = {"proceedings", "edition"}
# Where the two remaining looks could have something of their own: a rail, a form, a table, an error.
SAMPLE = {"conference", "record", "vote", "search", "sign-in", "missing"}
LOOKS = {
    "wide and light": (WIDE, "light", set(KINDS) - {"edition"}),
    "narrow and dark": (NARROW, "dark", set(KINDS) - LARGE),
    "wide and dark": (WIDE, "dark", SAMPLE),
    "narrow and light": (NARROW, "light", SAMPLE),
}
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""


def in_language(path: str, language: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(new_page, look):
    viewport, scheme, kinds = LOOKS[look]
    page = new_page(viewport=viewport, color_scheme=scheme)
    axe = Axe()
    found = []
    for kind in sorted(kinds):
        page.goto(KINDS[kind])
        for problem in axe.run(page, options=RULES).response["violations"]:
            where = [node["target"] for node in problem["nodes"]][:3]
            found.append(f"{kind}: {problem['impact']} {problem['id']}: {problem['help']} {where}")
    assert found == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_page_scrolls_sideways(new_page, language):
    page = new_page(viewport=NARROW)
    wide = []
    for kind, path in KINDS.items():
        page.goto(in_language(path, language))
        if beyond := page.evaluate(BEYOND):
            wide.append(f"{kind}: {beyond} pixels")
        # WCAG 1.4.12: with more space between lines, words and letters.
        page.evaluate(SPACED)
        if beyond := page.evaluate(BEYOND):
            wide.append(f"{kind}: {beyond} pixels when spaced out")
    assert wide == []
