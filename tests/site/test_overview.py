"""The overview of a conference, and its own colour."""

from __future__ import annotations

import pytest

from confapp.conferences import operations as conferences
from confapp.conferences.models import ConveningInstrument
from confapp.db import db
from confapp.officials import operations as officials
from confapp.officials.models import AppointmentState
from tests.builders import a_conference, an_office, an_official, an_organization, day, moment
from tests.site.editions import a_published_conference, publish
from tests.site.reading_pages import links, part, words
from tests.site.worlds import a_world, approve


@pytest.fixture
def meridian(app):
    usa = an_organization("United States", slug="united-states")
    return a_conference(
        "International Meridian Conference",
        slug="meridian",
        state="closed",
        public=True,
        convener=usa,
        host=usa,
        venue="Diplomatic Hall",
        place="Washington",
        languages=["en", "fr"],
        occasions=[{"name": "To fix a meridian", "meaning": "One for all", "occurs_on": day("1884-10")}],
        tags=["longitude"],
    )


def overview(client, slug="meridian") -> str:
    answer = client.get(f"/conferences/{slug}/")
    assert answer.status_code == 200
    return answer.text


def test_overview_counts_what_strangers_may_know(client):
    figures = part(overview_of(client, a_world(2)), '<ul class="figures">', "</ul>")
    assert figures == "2 delegations 3 delegates 2 sessions 4 motions 4 votes 2 letters"


def overview_of(client, world) -> str:
    return client.get(world.url).text


def test_overview_hides_participants_before_their_list_is_issued(client):
    text = overview_of(client, a_world(issued=False))
    assert part(text, '<ul class="figures">', "</ul>") == "1 session 1 motion 1 vote 1 letter"
    assert "participants/" not in text


def test_overview_hides_motions_votes_and_decisions_before_records_are_approved(client):
    world = a_world(approved=False)
    text = overview_of(client, world)
    assert part(text, '<ul class="figures">', "</ul>") == "1 delegation 1 delegate 1 session 1 letter"
    assert ("Resolved" in text, "decisions/" in text) == (False, False)
    approve(world)
    db.session.commit()
    assert "Resolved 1-1" in overview_of(client, world)


def test_overview_leads_to_the_vote_behind_each_resolution(client):
    assert "/conferences/meridian/votes/v1-1/" in links(overview_of(client, a_world()))


def test_vote_of_a_delegation_is_two_clicks_away(client):
    world = a_world()
    assert f"{world.url}participants/" in links(overview_of(client, world), "<nav", "</header>")
    assert f"{world.url}participants/realm-1/" in links(client.get(f"{world.url}participants/").text)


def test_time_line_stands_in_the_order_of_its_dates(client, meridian):
    for position, (title, on) in enumerate((("Circular", "1883-12-01"), ("Act", "1882-08"), ("Talk", None)), 1):
        facts = {"kind": "paper", "title": title, "issued_on": day(on) if on else None}
        db.session.add(ConveningInstrument(conference_id=meridian.id, position=position, **facts))
    assert part(overview(client), '<ol class="timeline">', "</ol>") == (
        "August 1882 Act paper 1 December 1883 Circular paper 1 January 1884 Convened"
        " 1 October 1884 Opened 1 November 1884 Closed not dated Talk paper"
    )


def test_time_line_ends_with_the_editions(client):
    publish(a_published_conference(slug="meridian"))
    assert part(overview(client), '<ol class="timeline">', "</ol>").endswith(
        "21 November 2026 Edition 1 of the proceedings published"
    )


def test_overview_leads_to_the_proceedings_the_pdf_and_the_proof(client):
    publish(a_published_conference(slug="meridian"))
    assert links(overview(client), '<ul class="downloads">', "</ul>") == [
        "/proceedings/meridian/",
        "/proceedings/meridian/editions/1.pdf",
        "/proceedings/meridian/editions/1/",
    ]


def test_bureau_names_holders_with_their_terms_and_what_is_vacant(client, meridian):
    term = {"term_start": moment("1884-10-01"), "term_end": moment("1884-11-01")}
    officials.appoint(an_official("Raymond Rodgers", honorific="Admiral"), an_office(meridian, "President"), **term)
    an_office(meridian, "Fourth Secretary", note="Left open for Mr. Hirsch.")
    an_office(meridian, "Doorkeeper")
    assert part(overview(client), 'aria-labelledby="bureau"', "</section>") == (
        "Bureau President Admiral Raymond Rodgers 1 October – 1 November 1884"
        " Fourth Secretary Left open for Mr. Hirsch. Doorkeeper vacant"
    )


def test_proposed_holder_of_an_office_is_not_shown(client, meridian):
    officials.appoint(an_official("A candidate"), an_office(meridian, "President"), state=AppointmentState.PROPOSED)
    assert "A candidate" not in overview(client)


def test_facts_name_convener_host_place_and_languages(client, meridian):
    facts = part(overview(client), 'aria-labelledby="facts"', "</section>")
    assert facts == (
        "Facts Convened by United States Host United States Place Diplomatic Hall, Washington"
        " Languages English and French longitude"
    )


def test_occasion_says_why_and_when(client, meridian):
    assert part(overview(client), 'aria-labelledby="about"', "</section>") == (
        "Why it was held To fix a meridian, October 1884: One for all"
    )


def test_second_calendar_stands_beside_the_dates(client):
    conference = a_conference("Now", state="closed", public=True, calendar="juche", starts_on=day("2021-01-05"))
    assert "5 January 2021 · Juche 110" in words(overview(client, conference.slug))


def test_text_is_shown_in_the_readers_language_and_marked_where_it_is_not(client, meridian):
    meridian.translations = {"ru": {"name": "Меридианная конференция"}}
    meridian.subtitle = "On a prime meridian"
    text = client.get("/conferences/meridian/?lang=ru").text
    assert "<bdi>Меридианная конференция</bdi>" in text
    assert '<bdi lang="en">On a prime meridian</bdi>' in text


def test_text_is_escaped(client, meridian):
    conferences.change_conference(meridian, description="<script>alert(1)</script>", subtitle="<b>bold</b>")
    text = overview(client)
    assert ("<script>alert" in text, "<b>bold" in text) == (False, False)


def test_accent_is_linked_and_served_where_one_was_chosen(client, meridian):
    meridian.accent = "#1f4e79"
    assert '<link rel="stylesheet" href="/conferences/meridian/accent.css">' in overview(client)
    answer = client.get("/conferences/meridian/accent.css")
    assert (answer.mimetype, "--accent: light-dark(#1f4e79," in answer.text) == ("text/css", True)
