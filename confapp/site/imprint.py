"""What stands around the text of an edition: who published it and when, how to cite it, how to verify it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from markupsafe import Markup

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.proceedings.exports.citations import Citation, bibtex, citation, csl_json, ris
from confapp.proceedings.exports.formats import FORMATS
from confapp.proceedings.format import Document
from confapp.proceedings.models import Edition, EditionState
from confapp.site.markup import day, filled
from confapp.site.texts import Said, foreign, own
from confapp.site.words import language_name

FILES: Mapping[str, LazyString] = {
    "pdf": _l("PDF"),
    "json": _l("Signed file (JSON)"),
    "epub": _l("EPUB"),
    "docx": _l("Word"),
    "xml": _l("Akoma Ntoso (XML)"),
    "bib": _l("BibTeX"),
    "ris": _l("RIS"),
    "csl": _l("CSL-JSON"),
}
CITATIONS = ("bib", "ris", "csl")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an edition's page."""

    title: str
    number: int
    language: str
    kicker: str
    meta: list[Markup | str]
    tags: list[tuple[Said, str]]
    files: list[tuple[str, str, str]]

    @property
    def name(self) -> Said:
        """Its title with its language."""
        return Said(self.title, self.language)


@dataclass(frozen=True, slots=True)
class Cited:
    """How to cite it: as a reader writes it into a footnote, and for reference managers."""

    reference: Markup
    forms: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Proof:
    """How to verify it: the exact commands, and what they must print."""

    commands: list[str]
    facts: list[tuple[str, Markup | str]]


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another edition of the same proceedings."""

    title: str
    href: str
    published: Markup
    digest: str
    is_withdrawn: bool
    is_shown: bool


def head(edition: Edition, conference: Conference) -> Head:
    """Title, dates, publisher, category, tags and files of an edition."""
    return Head(
        title=edition.title,
        number=edition.number,
        language=foreign(edition.language),
        kicker=_("Proceedings · Edition %(number)s", number=edition.number),
        meta=[
            day(edition.published_at, conference),
            _("published by %(name)s", name=edition.published_by),
            own(edition.category, conference).__html__(),
            language_name(edition.language) if foreign(edition.language) else "",
        ],
        tags=[(own(tag, conference), addresses.search(tag)) for tag in edition.tags],
        files=files(edition, conference),
    )


def files(edition: Edition, conference: Conference) -> list[tuple[str, str, str]]:
    """The forms of an edition to read it in; those of its citation stand elsewhere."""
    ordered = [name for name in FILES if name in FORMATS and name not in CITATIONS]
    return [(str(FILES[name]), file_address(edition, conference, name), FORMATS[name].media_type) for name in ordered]


def file_address(edition: Edition, conference: Conference, name: str) -> str:
    """Where a form of an edition is found."""
    return addresses.edition(conference.slug, edition.number, FORMATS[name].suffix.removeprefix("."))


def cited(edition: Edition, conference: Conference, document: Document) -> Cited:
    """The citation of an edition under its permanent address."""
    url = addresses.permanent_edition(conference.slug, edition.number)
    facts = citation(document, url=url)
    texts = {"bib": bibtex(facts), "ris": ris(facts), "csl": csl_json(facts)}
    forms = [(str(FILES[name]), texts[name].strip(), file_address(edition, conference, name)) for name in CITATIONS]
    return Cited(_reference(facts, edition), forms)


def proof(edition: Edition, conference: Conference) -> Proof:
    """The commands that fetch and verify an edition, and its digest, key and place in the chain."""
    name = f"{conference.slug}-{edition.number}.json"
    url = addresses.absolute(file_address(edition, conference, "json"))
    return Proof(
        commands=[f"curl -o {name} {url}", f"confapp verify {name} --key {edition.key.fingerprint}"],
        facts=[
            (_("Digest"), fixed(edition.digest)),
            (_("Fingerprint of the key"), fixed(edition.key.fingerprint)),
            (_("Public key (Ed25519)"), fixed(edition.key.public_key)),
            (_("Digest of the edition before"), fixed(edition.previous_digest) if edition.previous_digest else ""),
            (_("Permanent address"), fixed(addresses.permanent_edition(conference.slug, edition.number))),
        ],
    )


def siblings(editions: Iterable[Edition], shown: Edition, conference: Conference) -> list[Sibling]:
    """All editions, the newest first."""
    return [
        Sibling(
            title=_("Edition %(number)s", number=edition.number),
            href=addresses.edition(conference.slug, edition.number),
            published=day(edition.published_at, conference),
            digest=edition.digest,
            is_withdrawn=edition.state is EditionState.WITHDRAWN,
            is_shown=edition.number == shown.number,
        )
        for edition in editions
    ]


def withdrawal(edition: Edition) -> Markup:
    """When an edition was withdrawn, and why."""
    reason = edition.withdrawn_reason or ""
    return filled(_("%(day)s: %(reason)s"), day=day(edition.withdrawn_at), reason=reason)


def views_link(conference: Conference) -> Markup:
    """Where the number of views stands; a script puts it into the page, which stays the same for every reader."""
    href, number = addresses.views(conference.slug), addresses.views(conference.slug, "txt")
    return Markup('<a href="{}" rel="nofollow" data-number="{}">{}</a>').format(href, number, _("Number of views"))


def comments_link(conference: Conference) -> Markup:
    """Where comments stand, with their number as that of the views; nothing where none are taken."""
    if not conference.takes_comments:
        return Markup()
    href, number = addresses.comments(conference.slug), addresses.comments(conference.slug, "txt")
    return Markup('<a href="{}" data-number="{}">{}</a>').format(href, number, _("Comments"))


def fixed(text: str) -> Markup:
    """A digest or an address, whole, in fixed width."""
    return Markup('<code class="digest" dir="ltr">{}</code>').format(text)


def _reference(facts: Citation, edition: Edition) -> Markup:
    details: dict[str, Any] = {
        "title": Markup("<cite>{}</cite>").format(Said(facts.title, foreign(edition.language))),
        "number": facts.number,
        "name": facts.publisher or "",
        "day": day(edition.published_at),
        "url": fixed(facts.url or ""),
        "digest": fixed(facts.digest),
    }
    return filled(_("%(title)s. Edition %(number)s. %(name)s, %(day)s. %(url)s. Digest %(digest)s."), **details)
