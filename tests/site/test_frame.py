"""The frame of a public page: addresses, languages, the parts of a conference."""

from __future__ import annotations

import re

from tests.builders import a_conference, a_document, day
from tests.site.reading_pages import links, part
from tests.site.worlds import a_world

BASE = "http://127.0.0.1:8000"
PARTS = (
    "",
    "agenda/",
    "schedule/",
    "sessions/",
    "committees/",
    "participants/",
    "letters/",
    "decisions/",
    "documents/",
)


def places(text: str) -> list[str]:
    return links(text, '<nav class="places"', "</nav>")


def test_page_names_itself_and_its_other_languages(client):
    text = client.get("/conferences/?lang=ru").text
    assert re.findall(r'<link rel="canonical" href="([^"]+)">', text) == [f"{BASE}/conferences/?lang=ru"]
    alternates = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', text)
    assert ("en", f"{BASE}/conferences/?lang=en") in alternates
    assert ("x-default", f"{BASE}/conferences/") in alternates


def test_address_of_a_filtered_page_is_that_of_the_whole(client):
    a_world()
    text = client.get("/conferences/meridian/letters/?q=x&order=sender").text
    assert f'<link rel="canonical" href="{BASE}/conferences/meridian/letters/">' in text


def test_links_go_on_in_the_language_of_the_address(client):
    a_world()
    text = client.get("/conferences/meridian/?lang=ru").text
    pages = [href for href in links(text) if href.startswith("/") and not href.endswith((".ics", ".xml", ".json"))]
    assert [href for href in pages if "lang=ru" not in href] == []


def test_conference_leads_to_the_parts_that_have_something_to_show(client):
    world = a_world()
    assert places(client.get(world.url).text) == [world.url + each for each in PARTS]


def test_conference_with_nothing_to_show_leads_to_its_overview_alone(client):
    conference = a_conference("Empty", slug="empty", state="convened", public=True)
    a_document(conference, "Draft").state = "draft"
    assert places(client.get("/conferences/empty/").text) == ["/conferences/empty/"]


def test_parts_whose_contents_are_hidden_are_left_out(client):
    world = a_world(approved=False, issued=False)
    assert places(client.get(world.url).text) == [
        world.url + each for each in PARTS if each not in {"participants/", "decisions/"}
    ]


def test_present_part_is_marked(client):
    text = client.get(f"{a_world().url}letters/").text
    assert re.findall(r'<a href="([^"]+)" aria-current="page">', text[text.index('class="places"') :])[0] == (
        "/conferences/meridian/letters/"
    )


def test_head_says_where_and_when(client):
    dates = {"starts_on": day("2021-02-16"), "ends_on": day("2021-02-17"), "place": "Jeju", "calendar": "juche"}
    a_conference("Islands", slug="islands", state="closed", public=True, **dates)
    text = client.get("/conferences/islands/").text
    assert part(text, '<p class="place-facts">', "</p>") == "Jeju · 16–17 February 2021 · Juche 110"


def test_description_says_what_the_page_is_about(client):
    a_world()
    text = client.get("/conferences/meridian/sessions/").text
    assert '<meta name="description" content="The sessions of Conference of meridian: when they were held' in text
