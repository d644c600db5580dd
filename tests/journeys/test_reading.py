"""Reading the proceedings: permalinks, languages, search, print."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

PROCEEDINGS = "/proceedings/meridian-1884/"
TOOLS = (".site-tools", ".site-head nav", ".skip", ".rail", ".no-print", ".places", ".site-foot", "button")


def main(page):
    return page.get_by_role("main")


@pytest.mark.parametrize("path", [PROCEEDINGS, f"{PROCEEDINGS}sessions/4/"])
def test_the_address_of_a_paragraph_opens_at_it(page, path):
    page.goto(path)
    number = main(page).locator("[id='s4.p7'] a, [id^='s4.p7.'] a.para-number").first
    address = number.evaluate("link => link.href")
    page.goto("about:blank")
    page.goto(address)
    paragraph = page.locator("[id='" + urlsplit(address).fragment + "']")
    expect(paragraph).to_be_in_viewport()
    assert 0 <= paragraph.bounding_box()["y"] < 200
    assert page.evaluate("document.querySelector(':target').id") == urlsplit(address).fragment


def test_the_number_of_a_paragraph_copies_its_address(new_page):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{PROCEEDINGS}sessions/4/")
    number = main(page).locator("a.para-number").nth(3)
    number.click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_another_language_keeps_the_page_and_stays_while_reading_on(page):
    page.goto("/conferences/meridian-1884/letters/?order=sender")
    page.get_by_role("navigation", name="Language").get_by_role("link", name="Русский").click()
    query = parse_qs(urlsplit(page.url).query)
    assert (urlsplit(page.url).path, query) == (
        "/conferences/meridian-1884/letters/",
        {"order": ["sender"], "lang": ["ru"]},
    )
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.get_by_role("heading", level=1)).to_have_text("Письма")
    page.get_by_role("link", name="Заседания").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sessions")


def test_the_language_of_the_browser_is_taken_where_the_address_names_none(new_page):
    page = new_page(locale="ru-RU")
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Greenwich", "Greenwich"),
        ("Greenwitch meridian", None),
        ("바다", "섬과 바다"),
        ("المنارة", "المنارة"),
        ("Rutherfurd", "Rutherfurd"),
        ("остров", "Островной"),
    ],
)
@pytest.mark.parametrize("java_script", [True, False])
def test_searching(new_page, words, found, java_script):
    page = new_page(java_script_enabled=java_script, viewport={"width": 1280, "height": 900})
    page.goto("/conferences/meridian-1884/?lang=en")
    field = page.get_by_role("search").first.get_by_role("searchbox")
    field.fill(words)
    field.press("Enter")
    assert parse_qs(urlsplit(page.url).query) == {"q": [words], "lang": ["en"]}
    expect(page.get_by_role("searchbox").first).to_have_value(words)
    if found:
        expect(main(page).get_by_role("link").filter(has_text=found).first).to_be_visible()
        expect(main(page).locator("mark").first).to_be_visible()


def test_what_was_found_leads_to_its_paragraph(page):
    page.goto("/search/?q=longitude")
    hit = main(page).locator("a[href*='/proceedings/'][href*='#']").first
    place = urlsplit(hit.get_attribute("href")).fragment
    hit.click()
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
    expect(page.locator(f"[id='{place}']")).to_contain_text(re.compile("longitude", re.IGNORECASE))


def test_paper_shows_the_text_and_none_of_the_tools(page):
    page.goto(f"{PROCEEDINGS}sessions/4/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for tools in TOOLS:
        for element in page.locator(tools).all():
            expect(element).to_be_hidden()
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }


def test_dark_is_kept_from_page_to_page(new_page):
    page = new_page(color_scheme="light")
    page.goto("/")
    light = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    page.goto("/conferences/")
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") != light
    expect(page.get_by_role("button", name="Light")).to_be_visible()
