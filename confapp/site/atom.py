"""The feed of what is new (RFC 4287): editions that were published, and schedules that were released.

An entry's id is made of what never changes, so that neither a renaming nor another address brings it up anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5
from xml.etree import ElementTree as ET

from flask_babel import gettext as _

from confapp import __version__, addresses, clock, languages
from confapp.conferences.models import Conference
from confapp.proceedings.exports.formats import FORMATS
from confapp.proceedings.models import Edition
from confapp.scheduling.models import Release
from confapp.site.imprint import file_address
from confapp.site.texts import said
from confapp.site.xml import written

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class News:
    """Something that was made public, with its address, its files and its topics."""

    id: UUID
    title: str
    href: str
    at: datetime
    author: str
    summary: str
    files: list[tuple[str, str]] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)


def feed(entries: Sequence[News], *, path: str) -> bytes:
    """The feed at a path; its entries come with the latest first."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": languages.tag()})
    ET.SubElement(root, "id").text = addresses.absolute("/feed.atom")
    ET.SubElement(root, "title").text = _("confapp: new proceedings and schedules")
    ET.SubElement(root, "updated").text = _written(entries[0].at if entries else clock.now())
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=addresses.absolute(path))
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=addresses.absolute(addresses.front()))
    ET.SubElement(root, "generator", version=__version__).text = "confapp"
    for one in entries:
        _entry(ET.SubElement(root, "entry"), one)
    return written(root)


def of_edition(edition: Edition) -> News:
    """A new edition; its digest is what it is for ever."""
    conference = edition.conference
    pdf = addresses.absolute(file_address(edition, conference, "pdf"))
    return News(
        id=uuid5(NAMESPACE_OID, edition.digest),
        title=_("%(title)s, edition %(number)s", title=edition.title, number=edition.number),
        href=addresses.edition(conference.slug, edition.number),
        at=edition.published_at,
        author=edition.published_by,
        summary=_(
            "Edition %(number)s of the proceedings of %(name)s: to read, to cite and to verify. Digest %(digest)s.",
            number=edition.number,
            name=said(conference, "name").text,
            digest=edition.digest,
        ),
        files=[(pdf, FORMATS["pdf"].media_type)],
        topics=list(edition.tags),
    )


def of_release(release: Release, conference: Conference) -> News:
    """A released schedule; it is the conference's release of that number at that instant."""
    name = said(conference, "name").text
    return News(
        id=uuid5(NAMESPACE_OID, f"release {release.id} {release.number} {release.released_at.isoformat()}"),
        title=_("Schedule of %(name)s, release %(release)s", name=name, release=release.name),
        href=addresses.conference(conference.slug, "schedule/"),
        at=release.released_at,
        author=name,
        summary=release.comment or _("The schedule of %(name)s was released.", name=name),
    )


def _entry(entry: ET.Element, one: News) -> None:
    ET.SubElement(entry, "id").text = one.id.urn
    ET.SubElement(entry, "title").text = one.title
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=addresses.absolute(one.href))
    for href, media_type in one.files:
        ET.SubElement(entry, "link", rel="enclosure", type=media_type, href=href)
    ET.SubElement(entry, "published").text = _written(one.at)
    ET.SubElement(entry, "updated").text = _written(one.at)
    ET.SubElement(ET.SubElement(entry, "author"), "name").text = one.author
    ET.SubElement(entry, "summary", type="text").text = one.summary
    for topic in one.topics:
        ET.SubElement(entry, "category", term=topic)


def _written(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
