"""The feed, the site map and what robots are told: what is public, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest

from confapp import clock
from confapp.conferences import operations as conferences
from confapp.db import db
from confapp.participation import operations as participation
from confapp.proceedings import operations as proceedings
from confapp.scheduling.operations import release_schedule
from confapp.site import feeds, sitemap
from tests.builders import (
    a_committee,
    a_conference,
    a_delegation,
    a_document,
    a_held_session,
    a_letter,
    a_session,
    an_agenda,
    an_official,
    an_organization,
    day,
)
from tests.plugins.application import make_app
from tests.site.editions import a_published_conference, publish
from tests.site.walking import Walk

BASE = "http://127.0.0.1:8000"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ACROSS = ["/", "/conferences/", "/proceedings/", "/organizations/", "/officials/"]
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


@pytest.fixture
def conference(app):
    return a_published_conference(zone="America/New_York")


def listed(client, address: str = "/sitemap.xml") -> list[str]:
    """The paths in a site map."""
    found = ET.fromstring(client.get(address).data).iter(f"{MAP}loc")
    return [loc.text.removeprefix(BASE) for loc in found]


def entries(client, address: str = "/feed.atom") -> list[ET.Element]:
    return ET.fromstring(client.get(address).data).findall(f"{ATOM}entry")


def titles(client, address: str = "/feed.atom") -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in entries(client, address)]


def released(conference, name: str = "v1", **facts):
    a_session(conference, label=f"day-{name}", planned_start=NOON)
    return release_schedule(conference, name=name, **facts)


def test_robots_learn_what_is_personal_and_where_the_map_is(client):
    answer = client.get("/robots.txt")
    assert (answer.content_type, answer.text) == (
        "text/plain; charset=utf-8",
        (
            "User-agent: *\nDisallow: /manage/\nDisallow: /me/\nDisallow: /sign-in/\nDisallow: /search/\n"
            f"\nSitemap: {BASE}/sitemap.xml\n"
        ),
    )


def test_map_of_nothing_lists_the_lists(client):
    assert listed(client) == ACROSS


def test_map_lists_what_strangers_find(client, conference):
    edition = publish(conference)
    delegation = a_delegation(conference, an_organization("Brazil"))
    participation.name_delegate(delegation, an_official("Luiz Cruls"))
    participation.issue_participants(conference)
    a_held_session(conference, label="1")
    a_committee(conference)
    document = a_document(conference)
    here = "/conferences/meridian-1884/"
    assert listed(client) == [
        *ACROSS,
        here,
        f"{here}committees/",
        "/proceedings/meridian-1884/",
        f"/proceedings/meridian-1884/editions/{edition.number}/",
        f"{here}sessions/",
        f"{here}sessions/1/",
        f"{here}participants/",
        f"{here}participants/{delegation.key}/",
        f"{here}documents/",
        f"{here}documents/{document.key}/",
        "/organizations/brazil/",
        "/officials/luiz-cruls/",
    ]


def test_map_says_when_an_edition_was_published(client, conference):
    edition = publish(conference)
    found = {
        url.findtext(f"{MAP}loc").removeprefix(BASE): url.findtext(f"{MAP}lastmod")
        for url in ET.fromstring(client.get("/sitemap.xml").data)
    }
    at = edition.published_at.isoformat(timespec="seconds")
    assert {path: when for path, when in found.items() if when} == {
        "/proceedings/meridian-1884/": at,
        "/proceedings/meridian-1884/editions/1/": at,
    }


def test_map_names_every_language(client, app):
    first = ET.fromstring(client.get("/sitemap.xml?lang=ru").data)[0]
    links = {link.get("hreflang"): link.get("href") for link in first.iter("{http://www.w3.org/1999/xhtml}link")}
    assert links == {tag: f"{BASE}/?lang={tag}" for tag in app.config["LANGUAGES"]} | {"x-default": f"{BASE}/"}


@pytest.mark.parametrize("hide", [None, conferences.make_private])
def test_map_leaks_no_conference_that_is_not_public(client, app, hide):
    secret = a_conference("Secret Conference", state="convened" if hide else "planned", public=hide is not None)
    if hide:
        hide(secret)
    a_held_session(secret, label="1")
    a_committee(secret)
    a_document(secret)
    a_delegation(secret, an_organization("Secret Society"))
    publish(secret)
    assert listed(client) == ACROSS


def test_map_leaks_no_part_that_is_not_public(client, conference):
    delegation = a_delegation(conference, an_organization("Brazil"))
    participation.name_delegate(delegation, an_official("Luiz Cruls"))
    a_session(conference, label="2")
    an_agenda(conference)
    a_letter(conference, sender_organization=an_organization("Sender"))
    a_document(conference, embargo_until=datetime(2999, 1, 1, tzinfo=UTC))
    assert listed(client) == [*ACROSS, "/conferences/meridian-1884/"]


def test_map_lists_what_a_release_has(client, conference):
    released(conference)
    a_session(conference, label="unreleased", planned_start=NOON)
    here = "/conferences/meridian-1884/"
    assert listed(client) == [*ACROSS, here, f"{here}schedule/", f"{here}sessions/day-v1/"]


def test_withdrawn_editions_are_in_neither(client, conference):
    proceedings.withdraw_edition(publish(conference), reason="A page was missing.")
    assert (listed(client), entries(client)) == ([*ACROSS, "/conferences/meridian-1884/"], [])


def test_large_map_is_split_under_an_index(client, conference, monkeypatch):
    everything = listed(client)
    monkeypatch.setattr(sitemap, "LARGEST", 4)
    client.application.extensions["public_pages"].forget()
    parts = listed(client)
    assert parts == ["/sitemap-1.xml", "/sitemap-2.xml"]
    assert [path for part in parts for path in listed(client, part)] == everything
    assert client.get("/sitemap-3.xml").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_map_costs_the_same_for_one_and_for_many(client, app, count_queries, number):
    for at in range(number):
        conference = a_conference(f"Conference {at}", state="open", public=True, zone="UTC", starts_on=day("1884"))
        a_held_session(conference, label="1")
        a_delegation(conference, an_organization())
        participation.issue_participants(conference)
        released(conference)
    with count_queries() as queries:
        assert client.get("/sitemap.xml").status_code == 200
    assert queries.count == 13


def test_feed_is_what_rfc_4287_asks_for(client, conference):
    publish(conference, tags=["longitude"])
    feed = ET.fromstring(client.get("/feed.atom?lang=en").data)
    assert [feed.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")] == [
        f"{BASE}/feed.atom",
        "confapp: new proceedings and schedules",
        "2026-11-21T12:00:00+00:00",
    ]
    links = {link.get("rel"): (link.get("href"), link.get("type")) for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": (f"{BASE}/feed.atom?lang=en", "application/atom+xml"),
        "alternate": (f"{BASE}/?lang=en", "text/html"),
    }


def test_entry_tells_of_an_edition(client, conference):
    edition = publish(conference, tags=["longitude"])
    (entry,) = entries(client)
    assert {child.tag.removeprefix(ATOM): child.text for child in entry if child.text} == {
        "id": entry.findtext(f"{ATOM}id"),
        "title": "Proceedings of the International Meridian Conference, edition 1",
        "published": "2026-11-21T12:00:00+00:00",
        "updated": "2026-11-21T12:00:00+00:00",
        "summary": (
            "Edition 1 of the proceedings of International Meridian Conference: to read, to cite and to verify."
            f" Digest {edition.digest}."
        ),
    }
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "The Secretariat"
    assert [link.attrib for link in entry.findall(f"{ATOM}link")] == [
        {"rel": "alternate", "type": "text/html", "href": f"{BASE}/proceedings/meridian-1884/editions/1/"},
        {
            "rel": "enclosure",
            "type": "application/pdf",
            "href": f"{BASE}/proceedings/meridian-1884/editions/1.pdf",
        },
    ]
    assert entry.find(f"{ATOM}category").get("term") == "longitude"


def test_entry_tells_of_a_released_schedule(client, conference):
    released(conference, comment="The opening is an hour later.")
    (entry,) = entries(client)
    assert (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary")) == (
        "Schedule of International Meridian Conference, release v1",
        "The opening is an hour later.",
    )


def test_newest_comes_first(client, conference, monkeypatch):
    publish(conference)  # on 21 November 2026
    for name, at in (("old", datetime(2026, 11, 20, tzinfo=UTC)), ("new", datetime(2026, 11, 22, tzinfo=UTC))):
        monkeypatch.setattr(clock, "now", lambda at=at: at)
        released(conference, name)
    assert titles(client) == [
        "Schedule of International Meridian Conference, release new",
        "Proceedings of the International Meridian Conference, edition 1",
        "Schedule of International Meridian Conference, release old",
    ]


def test_feed_ends_somewhere(client, conference, monkeypatch):
    monkeypatch.setattr(feeds, "NEWEST", 2)
    for name in ("a", "b", "c"):
        released(conference, name)
    publish(conference)
    assert len(entries(client)) == 2


def test_ids_outlive_a_renaming(client, conference):
    publish(conference)
    released(conference)
    before = [entry.findtext(f"{ATOM}id") for entry in entries(client)]
    conferences.rename_conference(conference, "Conference on the Prime Meridian")
    db.session.commit()
    assert sorted(before) == sorted(entry.findtext(f"{ATOM}id") for entry in entries(client))
    assert len(set(before)) == 2
    assert all(name.startswith("urn:uuid:") for name in before)


def test_feed_leaks_no_conference_that_is_not_public(client, conference):
    publish(conference)
    released(conference)
    conferences.make_private(conference)
    db.session.commit()
    assert entries(client) == []


def test_feed_speaks_the_readers_language(client, conference):
    publish(conference)
    feed = ET.fromstring(client.get("/feed.atom?lang=ru").data)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    assert feed.find(f"{ATOM}entry/{ATOM}link").get("href").endswith("/editions/1/?lang=ru")


def test_markup_in_a_title_stays_text(client, conference):
    conference.name = "A <b>bold</b> & \x0cold conference"
    released(conference)
    assert titles(client) == ["Schedule of A <b>bold</b> & old conference, release v1"]


@pytest.mark.parametrize("number", [1, 3])
def test_feed_costs_the_same_for_one_and_for_many(client, conference, count_queries, number):
    for at in range(number):
        released(conference, f"v{at}")
    publish(conference)
    with count_queries() as queries:
        assert client.get("/feed.atom").status_code == 200
    assert queries.count == 4


@pytest.mark.parametrize("address", ["/feed.atom", "/sitemap.xml", "/robots.txt"])
def test_they_are_kept_pages(client, conference, address):
    answer = client.get(address)
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert (answer.headers["Cache-Control"], again.status_code) == ("public, no-cache", 304)
    assert "Set-Cookie" not in answer.headers


def test_every_page_leads_to_the_feed(client, conference):
    for address in ("/", "/conferences/meridian-1884/"):
        assert (
            '<link rel="alternate" type="application/atom+xml" title="New proceedings and schedules" href="/feed.atom">'
            in client.get(address).text
        )


@pytest.fixture(scope="module")
def shelves(library, languages) -> Iterator:
    """The application on both published conferences."""
    address = library.database_url or f"sqlite:///{library.instance / 'confapp.db'}"
    app = make_app(library.instance, address, **languages)
    yield app
    with app.app_context():
        db.engine.dispose()


def test_map_lists_the_pages_that_a_stranger_comes_to(shelves):
    """Sessions' records apart, whose text stands in the editions, and what robots shall not visit."""
    client = shelves.test_client()
    walked = {page.path for page in Walk(client, BASE, "en").read}
    apart = ("/search/", "/sign-in/")
    expected = {
        path for path in walked if not path.startswith(apart) and not path.endswith("/views/") and not is_record(path)
    }
    assert set(listed(client)) == expected


def is_record(path: str) -> bool:
    return path.startswith("/proceedings/") and "/sessions/" in path
