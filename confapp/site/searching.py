"""What a search found, as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from markupsafe import Markup, escape

from confapp import addresses
from confapp.formatting import format_number
from confapp.search.models import EntryKind
from confapp.search.queries import Hit, Pieces, Results
from confapp.site.markup import joined, named
from confapp.site.texts import Said, foreign

KINDS: dict[EntryKind, LazyString] = {
    EntryKind.CONFERENCE: _l("Conference"),
    EntryKind.PARAGRAPH: _l("Proceedings"),
    EntryKind.SESSION: _l("Session"),
    EntryKind.DECISION: _l("Decision"),
    EntryKind.LETTER: _l("Letter"),
    EntryKind.DOCUMENT: _l("Document"),
    EntryKind.COMMITTEE: _l("Committee"),
    EntryKind.OFFICIAL: _l("Person"),
    EntryKind.ORGANIZATION: _l("Organization"),
}


class Result(NamedTuple):
    """One thing found, as the macro `lists.result` wants it."""

    title: Markup
    title_language: str
    href: str
    kind: str
    place: Markup
    language: str
    passage: Pieces


class Filter(NamedTuple):
    """A kind of thing to narrow a search to, with how many there are."""

    title: str
    number: str
    href: str
    current: bool


def results(found: Sequence[Hit]) -> list[Result]:
    """The hits of a page; titles are marked where the query was found in them."""
    return [
        Result(
            title=marked(hit.title),
            title_language=foreign(hit.title_language) if hit.title_language else "",
            href=addresses.in_language(hit.url),
            kind=str(KINDS[hit.kind]),
            place=_place(hit),
            language=foreign(hit.language),
            passage=hit.passage,
        )
        for hit in found
    ]


def filters(found: Results, kind: EntryKind | None, scope: str) -> list[Filter]:
    """All kinds together, then each that was found."""
    everything = sum(number for _kind, number in found.kinds)
    counted = [(None, everything), *found.kinds]
    return [
        Filter(
            title=str(KINDS[one]) if one else _("Everything"),
            number=format_number(number),
            href=addresses.search(found.query, kind=one or "", conference=scope),
            current=one is kind,
        )
        for one, number in counted
    ]


def _place(hit: Hit) -> Markup:
    """The conference, and where in it: "International Meridian Conference · paragraph 31"."""
    conference = Said(hit.place, foreign(hit.place_language)).__html__()
    return joined([conference, named(hit.number), *map(escape, hit.details)], " · ")


def marked(pieces: Pieces) -> Markup:
    """A text with its hits marked."""
    return Markup().join(Markup("<mark>{}</mark>").format(text) if is_hit else escape(text) for text, is_hit in pieces)
