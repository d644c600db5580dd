"""Agendas, letters and comments in a browser: by mouse, by keyboard, without scripts, on a phone."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.test_accounts import sign_in
from tests.journeys.test_fitness import BEYOND, NARROW, RULES, WIDE

DESK = "/manage/conferences/meridian-1884/"
COMMENTS = "/proceedings/meridian-1884/comments/"


@pytest.fixture
def secretary(new_page):
    """A browser in which the secretary is signed in."""

    def make(**settings):
        page = new_page(**{"viewport": WIDE, **settings})
        sign_in(page, "secretary@example.org")
        return page

    return make


def a_draft(page, *titles) -> None:
    """Begin a draft for the eighth session, with these items; one that a former test left is thrown away."""
    page.goto(f"{DESK}agendas/session-8-1/")
    if page.locator("h1", has_text="Agenda: Eighth session").count():
        page.goto(f"{DESK}agendas/session-8-1/discard/")
        page.get_by_role("button", name="Throw it away").click()
        page.get_by_text("The draft is gone.").wait_for()
    page.goto(f"{DESK}agendas/new/")
    page.get_by_label("Agenda", exact=True).select_option("8")
    page.get_by_role("button", name="Begin the draft").click()
    for title in titles:
        page.get_by_label("Title of the next item").fill(title)
        page.get_by_role("button", name="Add it").click()
        page.locator(".tree-row", has_text=title).wait_for()


def tree(page) -> list[str]:
    return [" ".join(row.split()) for row in page.locator(".tree-number, .tree-text > a").all_inner_texts()]


def read(page) -> list[str]:
    found = tree(page)
    return [f"{number} {title}" for number, title in zip(found[::2], found[1::2], strict=True)]


def test_items_are_dragged_before_and_under_each_other(secretary):
    page = secretary()
    a_draft(page, "Opening", "Reports", "Closing")
    rows = page.locator(".tree-row")
    with page.expect_navigation():
        rows.nth(2).drag_to(rows.nth(0), target_position={"x": 200, "y": 4})
    assert read(page) == ["1 Closing", "2 Opening", "3 Reports"]
    box = rows.nth(1).bounding_box()
    with page.expect_navigation():
        rows.nth(2).drag_to(rows.nth(1), target_position={"x": 200, "y": box["height"] - 4})
    assert read(page) == ["1 Closing", "2 Opening", "2.1 Reports"]
    page.get_by_role("button", name="Take the last move back").click()
    assert read(page) == ["1 Closing", "2 Opening", "3 Reports"]


def test_items_are_moved_by_keyboard_and_focus_goes_with_them(secretary):
    page = secretary()
    a_draft(page, "Opening", "Reports", "Closing")
    page.get_by_role("button", name=re.compile("^Up: 3 Closing")).focus()
    with page.expect_navigation():
        page.keyboard.press("Alt+ArrowUp")
    assert read(page) == ["1 Opening", "2 Closing", "3 Reports"]
    page.wait_for_function("(document.activeElement.getAttribute('aria-label') || '').startsWith('Up: 2 Closing')")
    with page.expect_navigation():
        page.keyboard.press("Alt+ArrowRight")
    assert read(page) == ["1 Opening", "1.1 Closing", "2 Reports"]


def test_the_tree_is_built_without_scripts(secretary):
    page = secretary(java_script_enabled=False)
    a_draft(page, "Opening", "Reports")
    page.get_by_role("button", name=re.compile("^Down: 1 Opening")).click()
    assert read(page) == ["1 Reports", "2 Opening"]
    page.get_by_role("link", name="Move 1 Reports").click()
    page.get_by_label("Where it goes").select_option(label="under 2 Opening, as the last one there")
    page.get_by_role("button", name="Move it").click()
    assert read(page) == ["1 Opening", "1.1 Reports"]


def test_a_letter_is_registered_with_a_sender_made_on_the_spot(secretary):
    page = secretary()
    page.goto(f"{DESK}letters/new/")
    number = page.get_by_label("Register number").input_value()
    page.get_by_label("From which organization").first.fill("Society of the First Meridian")
    page.get_by_role("option", name=re.compile("Enter “Society of the First Meridian”")).click()
    page.get_by_label("Received").fill("3 October 1884")
    page.get_by_label("Subject", exact=True).fill("Congratulations")
    page.get_by_role("button", name="Register it").click()
    assert page.locator("h1").inner_text().startswith("Society of the First Meridian")
    assert page.url.endswith(f"/letters/{number}/")


def test_a_stranger_comments_and_a_moderator_shows_it(secretary, new_page):
    page = secretary()
    page.goto(f"{DESK}comments/")
    if page.get_by_role("button", name="Take comments", exact=True).count():
        page.get_by_role("button", name="Take comments", exact=True).click()
    stranger = new_page(viewport=NARROW, java_script_enabled=False)
    stranger.goto(COMMENTS)
    stranger.get_by_role("textbox", name="Your comment").fill("Compared with the printed protocol, and found the same.")
    stranger.wait_for_timeout(3_500)  # nobody writes quicker than that
    stranger.get_by_role("button", name="Send the comment").click()
    assert "Thank you" in stranger.get_by_role("main").inner_text()
    assert stranger.context.cookies() == []
    page.goto(f"{DESK}comments/?state=pending")
    page.get_by_role("row", name=re.compile("Compared")).get_by_role("button", name="Show").click()
    stranger.goto(COMMENTS)
    assert "found the same" in stranger.locator(".comments").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_as_axe_wants_them_and_fit_a_phone(secretary, scheme):
    page = secretary(color_scheme=scheme)
    a_draft(page, "Opening", "Reports")
    paths = ["agendas/", "agendas/new/", "agendas/session-8-1/", "agendas/session-8-1/items/new/"]
    paths += ["agendas/session-8-1/items/item-1/move/", "agendas/session-8-1/items/item-1/edit/", "letters/"]
    paths += [
        "letters/new/",
        "letters/1/",
        "letters/1/edit/",
        "letters/1/present/",
        "letters/1/translate/",
        "comments/",
    ]
    faults, wide = {}, []
    for address in [*(DESK + path for path in paths), COMMENTS, "/conferences/meridian-1884/agenda/"]:
        page.set_viewport_size(WIDE)
        page.goto(address)
        found = Axe().run(page, options=RULES).response["violations"]
        if found:
            faults[address] = [(one["id"], one["nodes"][0]["html"][:200]) for one in found]
        page.set_viewport_size(NARROW)
        wide += [address] if page.evaluate(BEYOND) else []
    assert (faults, wide) == ({}, [])
