"""The front page and the list of conferences."""

from __future__ import annotations

import pytest

from confapp.db import db
from tests.builders import a_conference, a_delegation, day
from tests.site.editions import a_published_conference, publish
from tests.site.reading_pages import part, words


@pytest.fixture
def meridian(app):
    return a_conference(
        "International Meridian Conference",
        slug="meridian",
        state="closed",
        public=True,
        subtitle="On a prime meridian",
        place="Washington",
        starts_on=day("1884-10-01"),
        ends_on=day("1884-11-01"),
    )


def test_front_page_says_what_is_here_without_any_conference(client):
    text = words(client.get("/").text)
    assert "No conference is public yet." in text


def test_front_page_tells_what_a_conference_was_where_and_when(client, meridian):
    entry = part(client.get("/").text, '<li class="entry">', "</li>")
    assert entry == ("1 October – 1 November 1884 International Meridian Conference On a prime meridian Washington")


def test_front_page_counts_delegations_once_their_list_is_issued(client, meridian):
    a_delegation(meridian)
    assert "delegation" not in part(client.get("/").text, '<ul class="index">', "</section>")
    meridian.participants_issued = True
    db.session.commit()
    assert "1 delegation" in part(client.get("/").text, '<ul class="index">', "</section>")


def test_front_page_says_the_state_of_what_is_not_over(client):
    a_conference("Coming", state="convened", public=True)
    assert part(client.get("/").text, '<li class="entry">', "</li>") == "Convened Coming"


@pytest.mark.parametrize("facts", [{"state": "planned"}, {"state": "convened"}, {"state": "closed"}])
def test_front_page_hides_conferences_that_are_not_public(client, facts):
    a_conference("A secret", **facts)
    assert "A secret" not in client.get("/").text
    assert "A secret" not in client.get("/conferences/").text


def test_front_page_shows_the_newest_edition_of_each_conference(client):
    publish(a_published_conference())
    shelf = part(client.get("/").text, 'aria-labelledby="proceedings"', "</section>")
    assert "Edition 1 Proceedings of the International Meridian Conference published 21 November 2026" in shelf


def test_front_page_leads_to_all_conferences_when_there_are_more(client):
    for number in range(13):
        a_conference(f"Conference of {number}", state="convened", public=True)
    assert "All conferences" in client.get("/").text
    assert client.get("/conferences/").text.count('<li class="entry">') == 13


def test_front_page_costs_the_same_for_one_and_for_three(client, count_queries):
    costs = []
    for _more in range(2):
        publish(a_published_conference(f"c{len(costs)}")) if not costs else a_conference(state="closed", public=True)
        with count_queries() as queries:
            client.get("/?lang=en&fresh")
        costs.append(queries.count)
    assert costs == [5, 5]


def test_list_has_a_title_of_its_own(client, meridian):
    assert "<title>Conferences · confapp</title>" in client.get("/conferences/").text
