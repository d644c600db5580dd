"""The desk in a browser: an organizer looks at the dashboard, writes in a record, looks at an edition."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.test_accounts import sign_in
from tests.journeys.test_fitness import BEYOND, RULES, WIDE

DESK = "/manage/conferences/meridian-1884/"
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def organizer(new_page):
    """A browser in which the organizer is signed in."""

    def make(**settings):
        page = new_page(**{"viewport": WIDE, **settings})
        sign_in(page, "organizer@example.org")
        return page

    return make


def test_an_organizer_comes_from_the_dashboard_to_a_record_and_an_edition(organizer):
    page = organizer()
    page.goto(DESK)
    parts = page.get_by_role("navigation", name="Parts of the desk")
    parts.get_by_role("link", name="Records", exact=True).click()
    page.get_by_role("link", name="First session").first.click()
    assert page.url.endswith("/records/1/en/")
    assert page.locator(".desk-record .para-number").first.inner_text() == "1"
    parts.get_by_role("link", name="Editions", exact=True).click()
    page.get_by_role("link", name="Edition 1", exact=True).click()
    page.get_by_role("link", name="Verify it now").click()
    assert page.get_by_text("It holds.").is_visible()


def test_markdown_is_shown_while_it_is_typed(organizer):
    page = organizer()
    page.goto(f"{DESK}records/1/en/corrigendum/")
    assert page.get_by_label("What is to be read instead").is_visible()
    page.goto(f"{DESK}records/1/en/paragraphs/new/")
    page.locator("[name=text]").fill("It was *warm*.")
    page.locator("[data-preview-text] em", has_text="warm").wait_for()


def test_markdown_is_shown_by_a_button_without_scripts(organizer):
    page = organizer(java_script_enabled=False)
    page.goto(f"{DESK}records/1/en/paragraphs/new/")
    page.locator("[name=text]").fill("It was *warm*.")
    page.get_by_role("button", name="Show", exact=True).click()
    assert page.locator("[data-preview-text] em").inner_text() == "warm"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_as_axe_wants_them_and_fit_a_phone(organizer, scheme):
    page = organizer(color_scheme=scheme)
    paths = ["", "records/", "records/new/", "records/1/en/", "records/1/en/paragraphs/new/", "records/1/en/approve/"]
    paths += ["records/1/en/corrigendum/", "records/1/en/revisions/1/", "editions/", "editions/publish/", "editions/1/"]
    paths += ["editions/1/withdraw/"]
    faults, wide = {}, []
    for path in paths:
        for size in (WIDE, PHONE):
            page.set_viewport_size(size)
            page.goto(DESK + path)
            found = Axe().run(page, options=RULES).response["violations"]
            if found:
                faults[path] = [(one["id"], one["nodes"][0]["html"][:200]) for one in found]
            wide += [(path, size["width"])] if page.evaluate(BEYOND) else []
    assert (faults, wide) == ({}, [])
