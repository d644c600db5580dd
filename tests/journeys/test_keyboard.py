"""Every page can be read with a keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.kinds import KINDS, MERIDIAN

# Where the focus stands and whether it can be seen: an outline, or something else that differs from its state at rest.
FOCUS = """() => {
    const here = document.activeElement;
    const box = here.getBoundingClientRect();
    const style = getComputedStyle(here);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return {
        name: here.tagName.toLowerCase() + ' ' + (here.getAttribute('href') || here.id || here.textContent.trim()),
        seen: outlined && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""
KINDS_TO_WALK = ("front", "conference", "vote", "record", "letters", "search", "islands")


def test_the_first_key_leads_past_the_head(page):
    page.goto(MERIDIAN)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("kind", KINDS_TO_WALK)
def test_the_focus_goes_through_the_page_in_its_order_and_can_be_seen(page, kind):
    page.goto(KINDS[kind])
    expected = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
            .filter(e => e.checkVisibility() && !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0).slice(0, 60)
            .map(e => e.tagName.toLowerCase() + ' ' + (e.getAttribute('href') || e.id || e.textContent.trim()))"""
    )
    walked = []
    for _ in expected:
        page.keyboard.press("Tab")
        walked.append(page.evaluate(FOCUS))
    assert [step["name"] for step in walked] == expected
    assert [step["name"] for step in walked if not step["seen"]] == []


def test_a_slash_leads_to_the_search_and_can_be_switched_off(page):
    page.goto(MERIDIAN)
    page.keyboard.press("/")
    field = page.get_by_role("search").get_by_role("searchbox").first
    expect(field).to_be_focused()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")
    page.get_by_role("button", name="Key / goes to the search").press("Enter")
    page.goto(MERIDIAN)
    page.keyboard.press("/")
    expect(field).not_to_be_focused()


def test_the_rail_follows_the_reader(page):
    page.goto("/proceedings/meridian-1884/")
    rail = page.get_by_role("navigation", name="Contents")
    link = rail.get_by_role("link", name="Fourth session")
    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_have_attribute("aria-current", "location")
    expect(rail.locator("[aria-current]")).to_have_count(1)
    page.keyboard.press("Home")
    expect(link).not_to_have_attribute("aria-current", "location")


def test_the_rail_is_folded_on_a_phone_and_opens_by_key(new_page):
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto("/proceedings/meridian-1884/")
    rail = page.get_by_role("navigation", name="Contents")
    expect(rail.get_by_role("link", name="Fourth session")).to_be_hidden()
    rail.locator("summary").press("Enter")
    rail.get_by_role("link", name="Fourth session").press("Enter")
    expect(page).to_have_url(re.compile("#s4$"))
    expect(page.locator("#s4")).to_be_in_viewport()
