"""Every page of a conference: it answers, it costs the same for one row and for three, it refuses what is not there."""

from __future__ import annotations

from confapp.conferences import operations as conferences
from tests.builders import a_conference
from tests.site.worlds import a_world

# Each page with what it asks of the database when nobody asked for it yet.
PAGES = {
    "": 26,
    "agenda/": 11,
    "schedule/": 5,
    "schedule/talk-1/": 5,
    "sessions/": 8,
    "sessions/1/": 30,
    "sessions/later-1/": 6,
    "committees/": 10,
    "participants/": 9,
    "participants/realm-1/": 11,
    "letters/": 8,
    "decisions/": 16,
    "votes/v1-1/": 14,
    "documents/": 6,
    "documents/paper-1/": 10,
}
FILES = ("schedule.ics", "schedule.xml", "schedule.json")
PARTS = (*PAGES, *FILES)
LISTS = (
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
NOTHING = (
    "sessions/99/",
    "participants/nobody/",
    "votes/none/",
    "documents/none/",
    "schedule/none/",
    "nothing/",
    "accent.css",
)


def answers(client, url: str, parts) -> dict[str, int]:
    return {part: client.get(url + part).status_code for part in parts}


def test_every_page_and_file_answers(client):
    assert answers(client, a_world(2).url, PARTS) == dict.fromkeys(PARTS, 200)


def test_every_page_costs_the_same_for_one_and_for_three(client, count_queries):
    costs = {}
    for url in (a_world(1, slug="one").url, a_world(3, slug="three").url):
        for part in PAGES:
            with count_queries() as queries:
                assert client.get(url + part).status_code == 200
            costs.setdefault(part, []).append(queries.count)
    assert costs == {part: [cost, cost] for part, cost in PAGES.items()}


def test_nothing_of_a_private_conference_is_found(client):
    world = a_world()
    conferences.make_private(world.conference)
    assert answers(client, world.url, PARTS) == dict.fromkeys(PARTS, 404)


def test_nothing_of_a_planned_conference_is_found(client):
    world = a_world()
    world.conference.state = "planned"
    assert answers(client, world.url, PARTS) == dict.fromkeys(PARTS, 404)


def test_nothing_of_an_unknown_conference_is_found(client):
    assert answers(client, "/conferences/nothing/", PARTS) == dict.fromkeys(PARTS, 404)


def test_every_page_and_file_only_answers_get(client):
    url = a_world().url
    assert {part: client.post(url + part).status_code for part in PARTS} == dict.fromkeys(PARTS, 405)


def test_former_addresses_lead_to_the_present_ones(client):
    world = a_world(slug="former")
    conferences.rename_conference(world.conference, "Renamed", slug="present")
    led = {part: client.get(f"/conferences/former/{part}?lang=ru") for part in PARTS}
    assert {part: (answer.status_code, answer.headers["Location"]) for part, answer in led.items()} == {
        part: (308, f"/conferences/present/{part}?lang=ru") for part in PARTS
    }


def test_former_address_of_what_is_not_public_leads_nowhere(client):
    conference = a_conference(slug="former", state="convened")
    conferences.rename_conference(conference, "Renamed", slug="present")
    assert client.get("/conferences/former/").status_code == 404


def test_slug_that_is_part_of_its_address_is_replaced_alone(client):
    conference = a_conference("c", slug="c", state="convened", public=True)
    conferences.rename_conference(conference, "Other", slug="conferences-of-old")
    assert client.get("/conferences/c/sessions/").headers["Location"] == "/conferences/conferences-of-old/sessions/"


def test_what_is_not_there_is_not_found(client):
    assert answers(client, a_world().url, NOTHING) == dict.fromkeys(NOTHING, 404)


def test_page_that_is_not_found_shows_a_way_on(client):
    answer = client.get("/conferences/nothing/")
    assert ('action="/search/"' in answer.text, 'href="/conferences/"' in answer.text) == (True, True)


def test_pages_with_nothing_to_show_answer(client):
    conference = a_conference("Empty", state="convened", public=True)
    assert answers(client, f"/conferences/{conference.slug}/", LISTS) == dict.fromkeys(LISTS, 200)


def test_no_answer_depends_on_who_asks(client):
    url = a_world().url
    headers = [client.get(url + part).headers for part in PARTS]
    assert {("Set-Cookie" in each, "Cookie" in each.get("Vary", "")) for each in headers} == {(False, False)}
