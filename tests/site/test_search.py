"""The search page."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from confapp.db import db
from confapp.floor.operations import open_session
from confapp.officials.operations import appoint
from confapp.officials.queries import posts_of
from confapp.proceedings.queries import latest_edition
from confapp.proceedings.sealing import seal
from confapp.search.indexing import freshen
from tests.builders import a_conference, a_session, an_office, an_official, moment
from tests.proceedings import samples
from tests.site.editions import a_published_conference, publish


@pytest.fixture
def conference(app):
    conference = a_published_conference()
    publish(conference)
    db.session.commit()
    freshen()
    return conference


def test_passage_is_shown_with_its_hits_marked(client, conference):
    answer = client.get("/search/?q=RODGERS+chair")
    assert "Mr. <mark>Rodgers</mark> took the <mark>chair</mark>." in answer.text
    assert '<a href="/proceedings/meridian-1884/#s1.p2">' in answer.text
    assert "<bdi>International Meridian Conference</bdi> · paragraph 2" in answer.text


def test_words_about_a_hit_are_in_the_language_of_the_reader(client, conference):
    held = a_session(conference, number=4, held_on="1884-10-13")
    open_session(held, at=moment("1884-10-13T13:00"))
    db.session.commit()
    freshen()
    texts = [client.get(f"/search/?q={word}&lang=ru").text for word in ("fourth", "четвёртое")]
    assert ["Четвёртое заседание" in re.sub("</?mark>", "", text) for text in texts] == [True, True]
    assert '<p class="aside"><bdi lang="en">International Meridian Conference</bdi> · 13 октября 1884' in texts[0]


def test_title_and_passage_say_each_its_language(client, conference):
    draft = samples.draft(2, latest_edition(conference).digest)
    draft["sections"][0]["paragraphs"][0].update(text="Делегация прибыла.", language="ru")
    publish(conference, seal(draft, samples.KEY))
    db.session.commit()
    freshen()
    text = client.get("/search/?q=делегация&lang=ru").text
    assert re.findall('<h2[^>]*>|<p class="excerpt"[^>]*>', text) == [
        '<h2 lang="en">',
        '<p class="excerpt" dir="auto">',
    ]


def test_kinds_are_counted_and_lead_on(client, conference):
    text = client.get("/search/?q=conference").text
    kinds = re.findall(r'<a href="(/search/[^"]*)"[^>]*>([^<]*) <span class="count">([^<]*)', text)
    assert kinds == [
        ("/search/?q=conference", "Everything", "3"),
        ("/search/?q=conference&amp;kind=conference", "Conference", "1"),
        ("/search/?q=conference&amp;kind=paragraph", "Proceedings", "2"),
    ]
    narrowed = client.get("/search/?q=conference&kind=paragraph").text
    assert narrowed.count('<li class="entry">') == 2


def test_pages_lead_on(client, conference):
    for number in range(25):
        an_office(conference, f"Keeper {number}")
    for post in posts_of(conference):
        appoint(an_official(f"Longbeard {post.office.id}"), post.office)
    db.session.commit()
    freshen()
    first = client.get("/search/?q=longbeard").text
    assert (first.count('<li class="entry">'), 'href="/search/?q=longbeard&amp;page=2" rel="next"' in first) == (
        20,
        True,
    )
    assert client.get("/search/?q=longbeard&page=2").text.count('<li class="entry">') == 5
    assert client.get("/search/?q=longbeard&page=99999999999999999999").text.count('<li class="entry">') == 5


def test_search_within_a_conference_says_so(client, conference):
    other = a_conference("Other", slug="other", state="convened", public=True)
    db.session.commit()
    freshen()
    text = client.get(f"/search/?q=meridian&conference={other.slug}").text
    assert "Only in <bdi>Other</bdi>." in text
    assert "Nothing was found" in text


def test_nothing_found_is_said_with_what_was_sought(client, conference):
    text = client.get("/search/?q=<script>alert(1)</script>").text
    assert "Nothing was found for “&lt;script&gt;alert(1)&lt;/script&gt;”." in text


def test_search_without_words_says_what_there_is(client):
    assert "Type a name, a body, a place" in client.get("/search/").text


def test_language_is_kept(client, conference):
    text = client.get("/search/?q=rodgers&lang=ru").text
    assert '<a href="/proceedings/meridian-1884/?lang=ru#s1.p2">' in text


@pytest.mark.parametrize(
    "query", ["kind=nonsense", "page=abc", "page=-1", "conference=%00", "conference=../x", "q=%00", "q=%ff"]
)
def test_strange_addresses_are_answered(client, conference, query):
    assert client.get(f"/search/?q=rodgers&{query}").status_code == 200


def test_page_costs_the_same_for_one_hit_and_for_many(client, conference, count_queries):
    with count_queries() as one:
        client.get("/search/?q=rodgers")
    with count_queries() as many:
        client.get("/search/?q=conference")
    assert (one.count, many.count) == (2, 2)


def test_answer_may_be_kept_for_a_minute(client, conference):
    assert client.get("/search/?q=rodgers").headers["Cache-Control"] == "public, max-age=60"


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=60), page=st.text(max_size=5), kind=st.text(max_size=10), scope=st.text(max_size=10))
def test_nothing_that_is_asked_breaks_the_page(client, conference, query, page, kind, scope):
    asked = {"q": query, "page": page, "kind": kind, "conference": scope}
    assert client.get("/search/", query_string=asked).status_code == 200
