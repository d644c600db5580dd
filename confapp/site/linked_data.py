"""What a public page tells machines about its subject, in the words of schema.org (JSON-LD).

Each function shapes one subject from rows that its page has loaded anyway and answers the block for the page's head.
What a subject is called (`@id`) names no language of the interface, so that all languages tell of one thing.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from confapp import addresses, languages
from confapp.conferences.models import Conference, ConferenceFormat
from confapp.dates import Moment, PartialDate
from confapp.officials.models import Official
from confapp.organizations.models import Body, Organization
from confapp.proceedings.exports.formats import FORMATS
from confapp.proceedings.models import Edition, EditionState
from confapp.programme.models import Session
from confapp.scheduling.exports.events import session_title
from confapp.scheduling.timetable import Data
from confapp.site.imprint import file_address
from confapp.site.sittings import heading, place_of
from confapp.site.texts import said

Facts = dict[str, Any]

CONTEXT = "https://schema.org"
SCHEDULED = f"{CONTEXT}/EventScheduled"
ATTENDANCE: Mapping[ConferenceFormat, str] = {
    ConferenceFormat.IN_PERSON: f"{CONTEXT}/OfflineEventAttendanceMode",
    ConferenceFormat.ONLINE: f"{CONTEXT}/OnlineEventAttendanceMode",
    ConferenceFormat.HYBRID: f"{CONTEXT}/MixedEventAttendanceMode",
}
# A title may say `</script>`; JSON reads these escapes as the characters that they stand for.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def website(name: str) -> Markup:
    """The whole site, and how to search it."""
    query = {"@type": "PropertyValueSpecification", "valueName": "q", "valueRequired": True}
    target = {"@type": "EntryPoint", "urlTemplate": f"{addresses.absolute('/search/')}?q={{q}}"}
    return block(
        {
            "@type": "WebSite",
            "@id": addresses.absolute("/"),
            "url": addresses.absolute("/"),
            "name": name,
            "inLanguage": list(languages.available()),
            "potentialAction": {"@type": "SearchAction", "target": target, "query-input": query},
        }
    )


def conference(of: Conference, sessions: Iterable[Session], editions: Sequence[Edition]) -> Markup:
    """A conference with the sessions that strangers see and the proceedings that record it."""
    start, end = of.opened or as_moment(of.starts_on), of.closed or as_moment(of.ends_on)
    return block(
        _event(of)
        | {
            "description": (said(of, "description") or said(of, "subtitle")).text,
            "alternateName": sorted({name.name for name in of.names} - {said(of, "name").text}),
            "inLanguage": list(of.languages),
            "keywords": list(of.tags),
            **_term(start, end, of.zone),
            **_where(
                of, said(of, "venue").text or said(of, "place").text, addresses.neutral(addresses.conference(of.slug))
            ),
            "organizer": [_body(body) for body in _organizers(of)],
            "subEvent": [_sub_event(session, of) for session in sessions],
            "recordedIn": [_report(edition, of.slug) for edition in reversed(editions)],
        }
    )


def session(of: Session, whole: Conference) -> Markup:
    """A session that was held, as a part of its conference."""
    address = addresses.neutral(addresses.session(whole.slug, of.label))
    place = place_of(of, whole).text or said(whole, "venue").text or said(whole, "place").text
    facts = _sub_event(of, whole) | _where(whole, place, address)
    return block(facts | {"superEvent": _event(whole)})


def planned_session(of: Data, whole: Conference, halls: Iterable[Data]) -> Markup:
    """A session that was not held yet, as the latest release has it."""
    address = addresses.neutral(addresses.session(whole.slug, of["label"]))
    hall = next((hall["name"] for hall in halls if hall["key"] == of["hall"]), "")
    start, end = of["start"] or of["date"], of["end"]
    facts = {
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": session_title(of),
        "eventStatus": SCHEDULED,
        **_term(start and Moment.parse(start), end and Moment.parse(end), whole.zone),
        **_where(whole, of["place"] or hall or said(whole, "place").text, of["online_link"] or address),
        "superEvent": _event(whole),
    }
    return block(facts)


def edition(of: Edition, whole: Conference) -> Markup:
    """An edition of proceedings: what it is, whose it is, its digest and its files."""
    return block(
        _report(of, whole.slug)
        | {
            "reportNumber": str(of.number),
            "inLanguage": of.language,
            "publisher": {"@type": "Organization", "name": of.published_by},
            "author": {
                "@type": "Organization",
                "name": whole.name,
                "url": addresses.neutral(addresses.conference(whole.slug)),
            },
            "genre": of.category or "",
            "keywords": list(of.tags),
            "creativeWorkStatus": "Withdrawn" if of.state is EditionState.WITHDRAWN else "Published",
            "isPartOf": {"@type": "CreativeWorkSeries", "@id": addresses.neutral(addresses.proceedings(whole.slug))},
            "recordedAt": _event(whole),
            "identifier": {"@type": "PropertyValue", "propertyID": "confapp-edition/1", "value": of.digest},
            "encoding": [_file(of, whole, name) for name in ("pdf", "json")],
        }
    )


def record(label: str, title: str, of: Edition, whole: Conference) -> Markup:
    """The record of one session, as a part of an edition."""
    return block(
        {
            "@type": "Report",
            "@id": addresses.neutral(addresses.record(whole.slug, label)),
            "url": addresses.neutral(addresses.record(whole.slug, label)),
            "name": title,
            "inLanguage": of.language,
            "datePublished": of.published_at.isoformat(),
            "isPartOf": _report(of, whole.slug),
            "recordedAt": {
                "@type": "Event",
                "@id": addresses.neutral(addresses.session(whole.slug, label)),
                "name": title,
            },
        }
    )


def organization(of: Organization, shown: Collection[int]) -> Markup:
    """An organization with its names, its time and what it belongs to; `shown` are the organizations with a page."""
    return block(
        _body(of)
        | {
            "alternateName": _other_names(said(of, "name").text, [of.short_name, *(name.name for name in of.names)]),
            "description": said(of, "description").text,
            "foundingDate": str(of.founded_on or ""),
            "dissolutionDate": str(of.dissolved_on or ""),
            "location": {"@type": "Place", "name": said(of, "seat").text} if of.seat else "",
            "parentOrganization": _body(of.parent) if of.parent and of.parent_id in shown else "",
        }
    )


def official(of: Official) -> Markup:
    """A person, without anything that is not public."""
    address = addresses.neutral(addresses.official(of.slug))
    affiliation = said(of, "affiliation").text
    return block(
        {
            "@type": "Person",
            "@id": address,
            "url": address,
            "name": of.name,
            "honorificPrefix": of.honorific or "",
            "familyName": of.family_name or "",
            "givenName": of.given_name or "",
            "alternateName": _other_names(of.name, [of.native_name, *(name.name for name in of.names)]),
            "birthDate": str(of.born_on or ""),
            "deathDate": str(of.died_on or ""),
            "affiliation": {"@type": "Organization", "name": affiliation} if affiliation else "",
        }
    )


def block(facts: Facts) -> Markup:
    """A block of data for a page's head: nothing in it can end the block or become markup."""
    known = {name: value for name, value in facts.items() if value not in ("", [], None)}
    written = json.dumps({"@context": CONTEXT, **known}, ensure_ascii=False, separators=(",", ":"))
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(written.translate(ESCAPES)))  # noqa: S704


def as_moment(date: PartialDate | None) -> Moment | None:
    """The date as a moment whose time nobody states."""
    return None if date is None else Moment(date)


def iso(moment: Moment | None, zone: str | None) -> str:
    """A moment as ISO 8601 writes it: as precise as it is known, without an offset that has seconds."""
    if moment is None:
        return ""
    resolved = moment.in_zone(zone)
    if resolved.offset is not None and resolved.offset.seconds % 60:
        resolved = Moment(resolved.date, resolved.time, None, resolved.with_seconds)
    return str(resolved)


def _event(of: Conference) -> Facts:
    address = addresses.neutral(addresses.conference(of.slug))
    return {
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": said(of, "name").text,
        "eventStatus": SCHEDULED,
        **_term(of.opened or as_moment(of.starts_on), None, of.zone),
    }


def _sub_event(of: Session, whole: Conference) -> Facts:
    address = addresses.neutral(addresses.session(whole.slug, of.label))
    return {
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": heading(of, whole),
        "eventStatus": SCHEDULED,
        **_term(of.opened or as_moment(of.held_on), of.adjourned, whole.zone),
    }


def _term(start: Moment | None, end: Moment | None, zone: str | None) -> Facts:
    """From when to when; an end that was certainly before the start is a fault of a source and not told."""
    is_sound = start is None or end is None or end.latest(zone) >= start.earliest(zone)
    dates = {"startDate": iso(start, zone), "endDate": iso(end, zone) if is_sound else ""}
    return {name: date for name, date in dates.items() if date}


def _where(of: Conference, place: str, online: str) -> Facts:
    """Where people meet: a place, a network address, or both."""
    locations: list[Facts] = []
    if of.format is not ConferenceFormat.ONLINE:
        address = said(of, "place").text or place
        locations += [{"@type": "Place", "name": place, "address": address}] if place else []
    if of.format is not ConferenceFormat.IN_PERSON:
        locations.append({"@type": "VirtualLocation", "url": online})
    return {"eventAttendanceMode": ATTENDANCE[of.format], "location": locations}


def _organizers(of: Conference) -> list[Body]:
    """Who convened it and who was its host, each once."""
    found = {body.id: body for body in (of.convener, of.host) if body is not None}
    return list(found.values())


def _body(of: Body) -> Facts:
    facts: Facts = {"@type": "Organization", "name": said(of, "name").text}
    if isinstance(of, Organization):
        facts |= {"@id": (address := addresses.neutral(addresses.organization(of.slug))), "url": address}
    return facts


def _report(of: Edition, slug: str) -> Facts:
    address = addresses.permanent_edition(slug, of.number)
    return {
        "@type": "Report",
        "@id": address,
        "url": address,
        "name": of.title,
        "datePublished": of.published_at.isoformat(),
    }


def _file(of: Edition, whole: Conference, name: str) -> Facts:
    address = addresses.absolute(file_address(of, whole, name))
    return {"@type": "MediaObject", "contentUrl": address, "encodingFormat": FORMATS[name].media_type}


def _other_names(name: str, others: Iterable[str | None]) -> list[str]:
    """Each once, in their order, without the one that is told already."""
    return [other for other in dict.fromkeys(others) if other and other != name]
