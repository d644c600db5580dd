"""What the desk lists of conferences, their series and documents, and its single things. For who may see the desk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import joinedload

from confapp.conferences import queries
from confapp.conferences.models import (
    Conference,
    ConveningInstrument,
    Document,
    DocumentSignatory,
    Occasion,
    Rulebook,
    Series,
    Source,
)
from confapp.conferences.words import DOCUMENT_STATES, STATES
from confapp.db import db
from confapp.errors import NotFound
from confapp.listing import Filter, Listing, Page
from confapp.permissions import Granted, Permission, permissions_of

LAST_NUMBER = re.compile(r"(?P<stem>.*?)(?P<number>[0-9]+)")
ANY_STATE = {state: word for state, (word, _tone) in STATES.items()}


def _series_words() -> Mapping[str, str]:
    return {series.slug: series.name for series in queries.all_series()}


CONFERENCES = Listing(
    model=Conference,
    sorts={"starts": Conference.starts_on, "name": None, "state": Conference.state, "place": Conference.place},
    descending=True,
    load=(joinedload(Conference.series),),
    filters=(
        Filter("state", _l("State"), ANY_STATE, on=Conference.state),
        Filter(
            "series",
            _l("Series"),
            _series_words,
            where=lambda slug: Conference.series_id.in_(sa.select(Series.id).where(Series.slug == slug)),
        ),
        Filter(
            "seen",
            _l("Seen by"),
            {"everybody": _l("everybody"), "organizers": _l("its organizers")},
            where=lambda seen: Conference.is_public.is_(seen == "everybody"),
        ),
    ),
)

DOCUMENTS = Listing(
    model=Document,
    sorts={
        "symbol": Document.symbol,
        "name": None,
        "kind": Document.kind,
        "issued": Document.issued_on,
        "state": Document.state,
    },
    filters=(
        Filter(
            "state", _l("State"), {state: word for state, (word, _tone) in DOCUMENT_STATES.items()}, on=Document.state
        ),
        Filter(
            "part",
            _l("Part"),
            {"signed": _l("signed"), "corrections": _l("corrections"), "embargo": _l("under embargo")},
            where=lambda part: _PARTS[part],
        ),
    ),
)

_PARTS: Mapping[str, sa.ColumnElement[bool]] = {
    "signed": Document.signatories.any(),
    "corrections": Document.corrects_id.is_not(None),
    "embargo": Document.embargo_until.is_not(None),
}


def listed(grants: Iterable[Granted]) -> Page:
    """The conferences that the address asks for, among those that the holder of the grants may see."""
    return CONFERENCES.page(_seen_with(list(grants)))


def listed_documents(conference_id: int) -> Page:
    """The documents of a conference that the address asks for."""
    return DOCUMENTS.page(Document.conference_id == conference_id)


def series_with_counts() -> Sequence[tuple[Series, int]]:
    """The series by name, each with the number of its conferences."""
    count = sa.func.count(Conference.id)
    rows = db.session.execute(
        sa.select(Series, count).outerjoin(Series.conferences).group_by(Series.id).order_by(Series.name, Series.id)
    )
    return [(series, number) for series, number in rows]


def series_by_slug(slug: str) -> Series:
    """One; refused where there is none."""
    series = db.session.scalar(sa.select(Series).where(Series.slug == slug))
    if series is None:
        raise NotFound(_("There is no series of conferences at this address."))
    return series


def conference_by_id(conference_id: int) -> Conference:
    """The one that the gate found, loaded as `queries.conference_by_slug` does."""
    slug = db.session.scalar(sa.select(Conference.slug).where(Conference.id == conference_id))
    conference = queries.conference_by_slug(slug or "")
    if conference is None:
        raise NotFound(_("There is no conference at this address."))
    return conference


def document_at(conference: Conference, key: str) -> Document:
    """One by its key; refused where there is none."""
    document = queries.document_by_key(conference, key)
    if document is None:
        raise NotFound(_("There is no document at this address."))
    return document


def occasion_at(conference: Conference, position: int) -> Occasion:
    """One by its place; refused where there is none."""
    found = [one for one in conference.occasions if one.position == position]
    if not found:
        raise NotFound(_("There is no such occasion."))
    return found[0]


def instrument_at(conference: Conference, position: int) -> ConveningInstrument:
    """One by its place; refused where there is none."""
    found = [one for one in conference.instruments if one.position == position]
    if not found:
        raise NotFound(_("There is no such instrument of convening."))
    return found[0]


def source_at(conference: Conference, key: str) -> Source:
    """One by its key; refused where there is none."""
    source = db.session.scalar(sa.select(Source).where(Source.conference_id == conference.id, Source.key == key))
    if source is None:
        raise NotFound(_("There is no source “%(key)s” here.", key=key[:60]))
    return source


def source_keys(conference_id: int) -> frozenset[str]:
    """The keys by which facts can cite sources. For its organizers."""
    return frozenset(db.session.scalars(sa.select(Source.key).where(Source.conference_id == conference_id)))


def rulebook_at(conference: Conference, number: int) -> Rulebook:
    """One version by its number; refused where there is none."""
    of_conference = Rulebook.conference_id == conference.id
    rulebook = db.session.scalar(sa.select(Rulebook).where(of_conference, Rulebook.number == number))
    if rulebook is None:
        raise NotFound(_("These rules have no version %(number)s.", number=number))
    return rulebook


def signatory_at(document: Document, position: int) -> DocumentSignatory:
    """One of those who signed, by their place; refused where there is none."""
    found = [one for one in document.signatories if one.position == position]
    if not found:
        raise NotFound(_("Nobody signed in this place."))
    return found[0]


def next_symbol(conference: Conference) -> str | None:
    """The symbol after the one registered last that modifies no other; of the first one, from the short name."""
    of_conference = Document.conference_id == conference.id
    own = sa.select(Document.symbol).where(of_conference, Document.symbol.is_not(None), Document.corrects_id.is_(None))
    taken = set(db.session.scalars(sa.select(Document.symbol).where(of_conference)))
    last = db.session.scalar(own.order_by(Document.id.desc()).limit(1))
    match = LAST_NUMBER.fullmatch(last or _first_stem(conference))
    if match is None:
        return None
    number = int(match["number"]) + 1
    while f"{match['stem']}{number}" in taken:
        number += 1
    return f"{match['stem']}{number}"


def _first_stem(conference: Conference) -> str:
    letters = re.sub(r"[^A-Z]", "", (conference.short_name or "").upper())
    return f"{letters}/0" if letters else ""


def _seen_with(grants: Sequence[Granted]) -> sa.ColumnElement[bool]:
    everywhere = [grant for grant in grants if grant.conference_id is None]
    if Permission.CONFERENCE_SEE in permissions_of(everywhere, None):
        return sa.true()
    keys = {grant.conference_id for grant in grants if grant.conference_id is not None}
    return Conference.id.in_([key for key in keys if Permission.CONFERENCE_SEE in permissions_of(grants, key)])
