"""Convening a conference in a browser: by keyboard, without scripts, on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.test_accounts import sign_in
from tests.journeys.test_fitness import BEYOND, NARROW, RULES, WIDE

LIST = "/manage/conferences/"
HERE = "/manage/conferences/meridian-1884/"
PAGES = (
    LIST,
    f"{LIST}new/",
    "/manage/series/",
    HERE,
    f"{HERE}about/",
    f"{HERE}edit/",
    f"{HERE}instruments/1/edit/",
    f"{HERE}translate/?to=ru",
    f"{HERE}rules/",
    f"{HERE}rules/new/",
    f"{HERE}rules/preset/",
    f"{HERE}documents/",
    f"{HERE}documents/new/",
    f"{HERE}documents/final-act/",
    f"{HERE}archive/",
    f"{HERE}back/",
    f"{HERE}clone/",
)


@pytest.fixture
def convener(new_page):
    """A browser in which the convener is signed in."""

    def make(**settings):
        page = new_page(**{"viewport": WIDE, **settings})
        sign_in(page, "convener@example.org")
        return page

    return make


def station(page) -> str:
    return page.locator('.course [aria-current="step"] strong').inner_text()


def test_a_conference_is_convened_by_keyboard_alone(convener):
    page = convener()
    page.goto(LIST)
    page.keyboard.press("n")
    page.wait_for_url("**/new/")
    page.get_by_label("Title").focus()
    page.keyboard.type("Congress by Keyboard")
    page.keyboard.press("Tab")
    page.keyboard.type("unit")
    page.locator("[role=option]", has_text="United States").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_label("First day").focus()
    page.keyboard.type("5.2.2027")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/congress-by-keyboard/")
    assert (page.locator("h1").inner_text().strip(), station(page)) == ("Congress by Keyboard", "Planned")


def test_its_life_is_led_from_step_to_step_and_back(convener):
    page = convener()
    page.goto(f"{LIST}new/")
    page.get_by_label("Title").fill("Congress of Steps")
    page.get_by_role("button", name="Enter the conference").click()
    for link, reached in (
        ("Convene it", "Convened"),
        ("Begin to prepare it", "In preparation"),
        ("Open it", "In session"),
    ):
        page.get_by_role("link", name=link, exact=True).click()
        page.get_by_role("button", name=link, exact=True).click()
        assert station(page) == reached
    page.locator("details.more summary").click()
    page.get_by_role("link", name="Take the last step back").click()
    page.get_by_role("button", name="Take it back").click()
    assert station(page) == "In preparation"


def test_a_conference_is_convened_without_scripts(convener):
    page = convener(java_script_enabled=False)
    page.goto(f"{LIST}new/")
    page.get_by_label("Title").fill("Congress without Scripts")
    page.locator("[name=convener-typed]").fill("united sta")
    page.locator("[name=convener-find]").click()
    page.get_by_role("radio", name="United States").first.check()
    page.get_by_role("button", name="Enter the conference").click()
    page.goto(f"{LIST}congress-without-scripts/about/")
    assert page.locator("dd", has_text="United States").count() == 1


@pytest.mark.parametrize(("viewport", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(new_page, viewport, scheme):
    page = new_page(viewport=viewport, color_scheme=scheme)
    sign_in(page, "administrator@example.org")
    axe, found = Axe(), []
    for address in PAGES:
        page.goto(address)
        if beyond := page.evaluate(BEYOND):
            found.append(f"{address}: {beyond} pixels")
        for problem in axe.run(page, options=RULES).response["violations"]:
            where = [node["target"] for node in problem["nodes"]][:3]
            found.append(f"{address}: {problem['impact']} {problem['id']}: {problem['help']} {where}")
    assert found == []
