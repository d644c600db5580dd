"""What pages tell machines, checked against the rules of PRACTICE: dates, addresses, places, and no way out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from confapp.conferences.models import ConferenceFormat
from confapp.dates import Moment
from confapp.db import db
from confapp.participation import operations as participation
from confapp.scheduling.operations import release_schedule
from confapp.site.linked_data import block, iso
from tests.builders import (
    a_conference,
    a_delegation,
    a_held_session,
    a_session,
    an_official,
    an_organization,
    day,
    moment,
)
from tests.plugins.application import make_app
from tests.site.editions import a_published_conference, publish

BASE = "http://127.0.0.1:8000"
PAGE = "/conferences/meridian-1884/"
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?")


@pytest.fixture
def conference(app):
    return a_published_conference(
        zone="America/New_York", place="Washington", venue="Diplomatic Hall", starts_on=day("1884-10-01")
    )


def told(client, address: str):
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(address).text)
    return json.loads(found)


def picked(facts: dict, *names: str) -> dict:
    return {name: facts.get(name) for name in names}


def pieces(value) -> Iterator[dict]:
    """Every thing in some data, itself included."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from pieces(inner)


def faults(data) -> list[str]:
    """What is wrong with data for machines, by our own rules."""
    found = []
    for piece in pieces(data):
        found += [f"no type: {piece}"] if not piece.get("@type") else []
        for name, value in piece.items():
            if name in {"@id", "url", "contentUrl", "urlTemplate"} and not value.startswith(("https://", "http://")):
                found.append(f"no whole address: {name} {value}")
            if name.endswith("Date") or name == "datePublished":
                found += [f"no date of ISO 8601: {name} {value}"] if not DATE.fullmatch(value) else []
            if value in ("", [], None):
                found.append(f"nothing in {name}")
        if piece.get("eventAttendanceMode", "").endswith("MixedEventAttendanceMode"):
            kinds = {one["@type"] for one in piece["location"]}
            found += [f"mixed, but at {sorted(kinds)}"] if kinds != {"Place", "VirtualLocation"} else []
        found += _term(piece)
    return found


def _term(piece: dict) -> list[str]:
    start, end = (piece.get(name) for name in ("startDate", "endDate"))
    if start and end and Moment.parse(end).latest("UTC") < Moment.parse(start).earliest("UTC"):
        return [f"ends before it starts: {start} {end}"]
    return []


def test_conference_is_an_event(client, conference):
    edition = publish(conference)
    a_held_session(conference, label="1", number=1, held_on=day("1884-10"))
    facts = told(client, PAGE)
    assert picked(facts, "@context", "@type", "@id", "url", "name", "eventStatus", "startDate", "endDate") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": BASE + PAGE,
        "url": BASE + PAGE,
        "name": "International Meridian Conference",
        "eventStatus": "https://schema.org/EventScheduled",
        "startDate": "1884-10-01",
        "endDate": "1884-11-01",
    }
    assert facts["location"] == [{"@type": "Place", "name": "Diplomatic Hall", "address": "Washington"}]
    assert [picked(one, "@id", "startDate", "endDate") for one in facts["subEvent"]] == [
        {"@id": f"{BASE}{PAGE}sessions/1/", "startDate": "1884-10", "endDate": None}
    ]
    assert [one["@id"] for one in facts["recordedIn"]] == [
        f"{BASE}/proceedings/meridian-1884/editions/{edition.number}/"
    ]


def test_organizers_are_who_convened_and_who_was_host(client, app):
    host = an_organization("United States")
    a_conference("Here", slug="here", state="convened", public=True, convener=host, host=host)
    assert told(client, "/conferences/here/")["organizer"] == [
        {
            "@type": "Organization",
            "name": "United States",
            "@id": f"{BASE}/organizations/united-states/",
            "url": f"{BASE}/organizations/united-states/",
        }
    ]


@pytest.mark.parametrize(
    ("meeting", "mode", "places"),
    [
        (ConferenceFormat.IN_PERSON, "Offline", ["Place"]),
        (ConferenceFormat.ONLINE, "Online", ["VirtualLocation"]),
        (ConferenceFormat.HYBRID, "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_where_people_meet_follows_the_format(client, app, meeting, mode, places):
    secret = "https://meet.example.org/secret"
    conference = a_conference(
        slug="here", state="convened", public=True, format=meeting, place="Seoul", online_link=secret
    )
    a_held_session(conference, label="1", online_link=secret)
    for address in ("/conferences/here/", "/conferences/here/sessions/1/"):
        facts = told(client, address)
        assert facts["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
        assert [one["@type"] for one in facts["location"]] == places
        assert secret not in json.dumps(facts)


def test_session_is_part_of_its_conference(client, conference):
    session = a_held_session(conference, label="1", number=1)
    session.opened, session.adjourned = moment("1884-10-01T12:00"), moment("1884-10-01T13:00")
    facts = told(client, f"{PAGE}sessions/1/")
    assert picked(facts, "@type", "startDate", "endDate") == {
        "@type": "Event",
        "startDate": "1884-10-01T12:00-05:00",
        "endDate": "1884-10-01T13:00-05:00",
    }
    assert picked(facts["superEvent"], "@type", "@id") == {"@type": "Event", "@id": BASE + PAGE}


def test_planned_session_is_told_as_it_was_released(client, conference):
    start, end = datetime(2026, 10, 1, 16, tzinfo=UTC), datetime(2026, 10, 1, 17, tzinfo=UTC)
    session = a_session(conference, label="2", title="Released", planned_start=start, planned_end=end)
    release_schedule(conference, name="v1")
    session.title = "Only drafted"
    facts = told(client, f"{PAGE}sessions/2/")
    assert picked(facts, "name", "startDate", "endDate") == {
        "name": "Released",
        "startDate": "2026-10-01T12:00:00-04:00",
        "endDate": "2026-10-01T13:00:00-04:00",
    }


def test_edition_is_a_report(client, conference):
    edition = publish(conference, tags=["longitude"])
    facts = told(client, "/proceedings/meridian-1884/")
    here = f"{BASE}/proceedings/meridian-1884/editions/1"
    assert picked(facts, "@type", "@id", "reportNumber", "datePublished", "inLanguage", "keywords") == {
        "@type": "Report",
        "@id": f"{here}/",
        "reportNumber": "1",
        "datePublished": "2026-11-21T12:00:00+00:00",
        "inLanguage": "en",
        "keywords": ["longitude"],
    }
    assert facts["publisher"]["name"] == "The Secretariat"
    assert facts["recordedAt"]["@id"] == BASE + PAGE
    assert facts["isPartOf"]["@id"] == f"{BASE}/proceedings/meridian-1884/"
    assert facts["identifier"]["value"] == edition.digest
    assert [(one["contentUrl"], one["encodingFormat"]) for one in facts["encoding"]] == [
        (f"{here}.pdf", "application/pdf"),
        (f"{here}.json", "application/json"),
    ]


def test_record_is_part_of_an_edition(client, conference):
    publish(conference)
    facts = told(client, "/proceedings/meridian-1884/sessions/1/")
    assert (facts["name"], facts["isPartOf"]["@id"], facts["recordedAt"]["@id"]) == (
        "Record of session 1",
        f"{BASE}/proceedings/meridian-1884/editions/1/",
        f"{BASE}{PAGE}sessions/1/",
    )


def test_organization_has_its_names_and_dates(client, conference):
    union = an_organization("Union of Observatories")
    brazil = an_organization("Brazil", short_name="BR", founded_on=day("1822-09"), parent=union)
    a_delegation(conference, brazil)
    participation.issue_participants(conference)
    assert picked(told(client, "/organizations/brazil/"), "@type", "foundingDate", "alternateName") == {
        "@type": "Organization",
        "foundingDate": "1822-09",
        "alternateName": ["BR"],
    }
    assert told(client, "/organizations/brazil/")["parentOrganization"]["name"] == "Union of Observatories"


def test_person_has_nothing_private(client, conference):
    cruls = an_official(
        "Luiz Cruls",
        native_name="Louis Ferdinand Cruls",
        affiliation="Observatory of Rio",
        born_on=day("1848"),
        email="cruls@example.org",
        phone="+55 1",
        address="Rua 1",
    )
    participation.name_delegate(a_delegation(conference, an_organization("Brazil")), cruls)
    participation.issue_participants(conference)
    assert told(client, "/officials/luiz-cruls/") == {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": f"{BASE}/officials/luiz-cruls/",
        "url": f"{BASE}/officials/luiz-cruls/",
        "name": "Luiz Cruls",
        "alternateName": ["Louis Ferdinand Cruls"],
        "birthDate": "1848",
        "affiliation": {"@type": "Organization", "name": "Observatory of Rio"},
    }


def test_front_page_says_how_to_search(client):
    facts = told(client, "/?lang=ru")
    assert (facts["@type"], facts["url"], facts["potentialAction"]["target"]["urlTemplate"]) == (
        "WebSite",
        f"{BASE}/",
        f"{BASE}/search/?q={{q}}",
    )


def test_a_subject_has_one_name_in_all_languages(client, conference):
    assert {told(client, f"{PAGE}{query}")["@id"] for query in ("", "?lang=en", "?lang=ru")} == {BASE + PAGE}


def test_nothing_in_a_title_ends_the_block(client, app):
    name = "</script><script>alert(1)</script> & \u2028 <!--"
    conference = a_conference("Name", slug="here", state="convened", public=True)
    conference.name = name
    page = client.get("/conferences/here/").text
    assert "<script>alert" not in page
    assert told(client, "/conferences/here/")["name"] == name


def test_block_leaves_out_what_is_not_known():
    assert block({"@type": "Event", "name": "", "location": [], "url": None}) == (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event"}</script>'
    )


@pytest.mark.parametrize(
    ("stated", "zone", "written"),
    [
        ("1884", "America/New_York", "1884"),
        ("1884-10-13", None, "1884-10-13"),
        ("1884-10-13T13:00", None, "1884-10-13T13:00"),
        ("1884-10-13T13:00", "America/New_York", "1884-10-13T13:00-05:00"),
        ("1880-10-13T13:00", "America/New_York", "1880-10-13T13:00"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(stated, zone, written):
    assert iso(moment(stated), zone) == written


def test_an_end_before_the_start_is_not_told(client, conference):
    session = a_held_session(conference, label="1")
    session.opened, session.adjourned = moment("1884-10-02"), moment("1884-10-01")
    facts = told(client, f"{PAGE}sessions/1/")
    assert picked(facts, "startDate", "endDate") == {"startDate": "1884-10-02", "endDate": None}


@pytest.mark.parametrize("kind", [("website", "/"), ("article", "/proceedings/meridian-1884/")])
def test_pages_can_be_shared(client, conference, kind):
    publish(conference)
    expected, address = kind
    text = client.get(f"{address}?lang=ru").text
    shared = dict(re.findall(r'<meta property="og:([^"]+)" content="([^"]*)">', text))
    assert picked(shared, "type", "url", "locale", "site_name") == {
        "type": expected,
        "url": f"{BASE}{address}?lang=ru",
        "locale": "ru_RU",
        "site_name": "confapp",
    }
    assert shared["description"] in text
    assert shared["title"]


@pytest.fixture(scope="module")
def shelves(library, languages) -> Iterator:
    """The application on both published conferences."""
    address = library.database_url or f"sqlite:///{library.instance / 'confapp.db'}"
    app = make_app(library.instance, address, **languages)
    yield app
    with app.app_context():
        db.engine.dispose()


def test_both_conferences_tell_nothing_wrong(shelves):
    client = shelves.test_client()
    addresses = re.findall(r"<loc>([^<]+)</loc>", client.get("/sitemap.xml").text)
    wrong, kinds = [], set()
    for address in addresses:
        for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(address).text):
            data = json.loads(found)
            kinds.add(data["@type"])
            wrong += [f"{address}: {fault}" for fault in faults(data)]
    assert (wrong, kinds) == ([], {"Event", "Organization", "Person", "Report", "WebSite"})
