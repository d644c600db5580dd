"""The documents of a conference under their symbols."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from confapp import addresses
from confapp.conferences.models import Conference, Document
from confapp.conferences.queries import public_document, public_documents
from confapp.site import queries
from confapp.site.cache import public_page
from confapp.site.conferences import of_conference
from confapp.site.course import is_free
from confapp.site.frame import conference_at, page
from confapp.site.markup import day, joined, linked, named, person
from confapp.site.provenance import remarks, source_places
from confapp.site.resolutions import resolutions
from confapp.site.texts import Said, own, said
from confapp.voting.queries import decisions_of_conference

blueprint = Blueprint("documents", __name__)

Fact = str | Markup


class Entry(NamedTuple):
    """A document in the list."""

    key: str
    symbol: Markup
    title: Said
    href: str
    kind: Said
    when: Markup
    author: Said


@blueprint.get("/conferences/<slug>/documents/")
@public_page(of_conference)
def index(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    return page(
        "site/documents.html",
        conference=conference,
        current="documents",
        description=_("The documents of %(name)s.", name=said(conference, "name").text),
        documents=entries(public_documents(conference), conference),
    )


@blueprint.get("/conferences/<slug>/documents/<key>/")
@public_page(of_conference)
def detail(slug: str, key: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    document = public_document(conference, key)
    shown = queries.shown_sessions(conference)
    decided = [one for one in decisions_of_conference(conference, sessions=shown) if one.document_id == document.id]
    return page(
        "site/document.html",
        conference=conference,
        current="documents",
        description=said(document, "title", conference).text,
        title=said(document, "title", conference),
        kicker=named(document.symbol) or said(document, "kind", conference),
        text=said(document, "text", conference),
        facts=facts(document, conference),
        resolutions=resolutions(decided, queries.totals(conference), conference),
    )


def entries(found: Iterable[Document], conference: Conference) -> list[Entry]:
    """Documents as a list shows them."""
    return [
        Entry(
            key=one.key,
            symbol=named(one.symbol),
            title=said(one, "title", conference),
            href=addresses.document(conference.slug, one.key),
            kind=said(one, "kind", conference),
            when=day(one.issued_on, conference),
            author=said(one, "author", conference),
        )
        for one in found
    ]


def facts(document: Document, conference: Conference) -> list[tuple[str, Fact | list[Markup]]]:
    """What is known of a document beside its text."""
    return [
        (_("Kind"), said(document, "kind", conference).__html__()),
        (_("Symbol"), named(document.symbol)),
        (_("Annex"), named(document.annex)),
        (_("Issued"), day(document.issued_on, conference)),
        (_("Author"), said(document, "author", conference).__html__()),
        (_("Signed by"), [person(one.official, own(one.capacity, conference)) for one in document.signatories]),
        (_("Corrects"), _corrected(document, conference)),
        (_("Address"), _outside(document.url)),
        (_("Remarks"), remarks(document, conference)),
        (_("Source"), source_places(document)),
    ]


def _corrected(document: Document, conference: Conference) -> Markup:
    former = document.corrects
    if former is None or not is_free(former):
        return Markup()
    name = linked(said(former, "title", conference), addresses.document(conference.slug, former.key))
    return joined([named(former.symbol), name], " ")


def _outside(url: str | None) -> Markup:
    """A link that leads out, if it leads to a page at all."""
    if not url or not url.startswith(("https://", "http://")):
        return Markup()
    return Markup('<a href="{}" rel="noopener">{}</a>').format(url, url)
