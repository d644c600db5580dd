"""Compile an edition of a conference's proceedings: everything public of it, and its records as they were approved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import joinedload, selectinload

from confapp.calendars import second_date
from confapp.conferences.models import Conference
from confapp.db import db
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.proceedings.format import FORMAT, Draft, Paragraph, Section, instant
from confapp.proceedings.imprint import Imprint
from confapp.proceedings.sections.agenda import agenda
from confapp.proceedings.sections.annexes import annexes
from confapp.proceedings.sections.colophon import colophon
from confapp.proceedings.sections.committees import committees
from confapp.proceedings.sections.convening import convening
from confapp.proceedings.sections.decisions import decisions
from confapp.proceedings.sections.letters import letters
from confapp.proceedings.sections.participants import participants
from confapp.proceedings.sections.records import records
from confapp.proceedings.sections.writing import Compiling
from confapp.records.queries import approved_records


def compile_edition(conference: Conference, imprint: Imprint) -> Draft:
    """The edition as a document, not sealed yet. The conference is loaded as `whole_conference` does."""
    compiling = Compiling.of(conference, imprint.language)
    with force_locale(imprint.language.replace("-", "_")):
        sections = [section for section in _sections(compiling, imprint) if section is not None]
        return {
            "format": FORMAT,
            "conference": _conference(compiling),
            "edition": _edition(conference, imprint),
            "sections": sections,
        }


def edition_title(conference: Conference, language: str) -> str:
    """What an edition is called: the conference's name, and that these are its proceedings."""
    name = Compiling.of(conference, language).plain(conference, "name")
    with force_locale(language.replace("-", "_")):
        return _("%(conference)s. Proceedings", conference=name)


def _sections(compiling: Compiling, imprint: Imprint) -> Iterator[Section | None]:
    approved = approved_records(compiling.conference)
    own = [record for record in approved if record.record_language == compiling.language]
    others = [record for record in approved if record.record_language != compiling.language]
    yield from convening(compiling)
    yield from agenda(compiling, own)
    yield from participants(compiling)
    yield from committees(compiling)
    yield from records(compiling, own)
    yield from records(compiling, others)
    yield from decisions(compiling)
    yield from letters(compiling)
    yield from annexes(compiling)
    yield from colophon(compiling, [*own, *others], imprint)


def _conference(compiling: Compiling) -> dict[str, Any]:
    one = compiling.conference
    start = one.starts_on or (one.opened.date if one.opened else None)
    facts: Mapping[str, Any] = {
        "slug": one.slug,
        "title": compiling.plain(one, "name"),
        "subtitle": compiling.plain(one, "subtitle"),
        "languages": one.languages or [compiling.names.language],
        "record_languages": one.record_languages,
        "format": one.format.value,
        "place": compiling.plain(one, "place"),
        "venue": compiling.plain(one, "venue"),
        "zone": one.zone,
        "calendar": one.calendar,
        "second_calendar": second_date(start, one.calendar, compiling.language) if start else None,
        "starts_on": str(start) if start else None,
        "ends_on": str(one.ends_on) if one.ends_on else None,
        "convened_on": str(one.convened_on) if one.convened_on else None,
        "series": one.series.name if one.series else None,
        "ordinal": one.ordinal,
        "convener": compiling.plain(one.convener, "name"),
        "host": compiling.plain(one.host, "name"),
    }
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def _edition(conference: Conference, imprint: Imprint) -> dict[str, Any]:
    facts: Mapping[str, Any] = {
        "number": imprint.number,
        "language": imprint.language,
        "title": imprint.title,
        "category": conference.category,
        "tags": conference.tags,
        "published_at": instant(imprint.published_at),
        "published_by": imprint.published_by,
        "previous": imprint.previous,
        "generator": imprint.generator,
    }
    return {name: value for name, value in facts.items() if name == "previous" or value not in (None, "", [])}


def whole_conference(conference: Conference) -> Conference:
    """The conference with all that an edition says of it outside its records."""
    loaded = (
        joinedload(Conference.series),
        joinedload(Conference.convener),
        joinedload(Conference.host),
        joinedload(Conference.convening_official).load_only(*PUBLIC_COLUMNS, raiseload=True),
        selectinload(Conference.occasions),
        selectinload(Conference.instruments),
        selectinload(Conference.rulebooks),
    )
    return db.session.scalars(sa.select(Conference).where(Conference.id == conference.id).options(*loaded)).one()


def says_the_same(draft: Draft, other: Draft) -> bool:
    """Whether two editions have the same text, the colophon aside."""
    return _text(draft) == _text(other)


def _text(document: Draft) -> list[object]:
    return [
        {**section, "paragraphs": [_unsalted(one) for one in section["paragraphs"]]}
        for section in document["sections"]
        if section["kind"] != "colophon"
    ]


def _unsalted(paragraph: Paragraph) -> dict[str, object]:
    return {name: value for name, value in paragraph.items() if name != "salt"}
