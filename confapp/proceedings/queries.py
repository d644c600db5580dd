"""Editions, for whoever may read them: those of public conferences are for everybody.

A withdrawn edition stays findable, so that whoever cited it learns why it is gone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import cast

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager, joinedload, undefer

from confapp.conferences.models import Conference
from confapp.conferences.queries import seen_by_strangers
from confapp.db import db
from confapp.errors import NotFound
from confapp.proceedings.format import Document
from confapp.proceedings.models import Edition, EditionState, SigningKey, ViewCount
from confapp.proceedings.report import Report
from confapp.records.queries import approved_records

KEPT_DOCUMENTS = 8


def edition_with_content(slug: str, number: int) -> Edition:
    """One edition with its file and its conference, withdrawn or not: for the machine's own commands."""
    edition = db.session.scalar(_with_content(slug).where(Edition.number == number))
    if edition is None:
        raise NotFound(_("The conference “%(slug)s” has no edition %(number)s.", slug=slug, number=number))
    return edition


def published_editions() -> Sequence[Edition]:
    """The newest published edition of each public conference, the latest first. For everybody."""
    newest = (
        sa.select(sa.func.max(Edition.number))
        .where(Edition.conference_id == Conference.id, Edition.state == EditionState.PUBLISHED)
        .correlate(Conference)
        .scalar_subquery()
    )
    return db.session.scalars(_of_public_conferences().where(Edition.number == newest)).all()


def latest_publications(limit: int) -> Sequence[Edition]:
    """Editions of public conferences that are not withdrawn, the latest first. For everybody."""
    return db.session.scalars(
        _of_public_conferences().where(Edition.state == EditionState.PUBLISHED).limit(limit)
    ).all()


def editions_of(conference: Conference) -> Sequence[Edition]:
    """All editions of a conference with their keys, the newest first, withdrawn ones too. For who may see it."""
    return db.session.scalars(
        sa.select(Edition)
        .where(Edition.conference_id == conference.id)
        .options(joinedload(Edition.key))
        .order_by(Edition.number.desc())
    ).all()


def public_edition(slug: str, number: int, *, with_content: bool = False) -> Edition | None:
    """One edition of a public conference, withdrawn or not, with its conference and, where asked for, its file."""
    query = _with_content(slug) if with_content else _by_slug(slug)
    return db.session.scalar(query.where(Edition.number == number, seen_by_strangers()))


def newest_edition(slug: str) -> Edition | None:
    """The newest published edition of a public conference with its conference and its file. For everybody."""
    return db.session.scalar(
        _with_content(slug)
        .where(Edition.state == EditionState.PUBLISHED, seen_by_strangers())
        .order_by(Edition.number.desc())
        .limit(1)
    )


def views_of(slug: str) -> int | None:
    """How often the proceedings of a public conference were read; None where there are none. For everybody."""
    published = sa.exists().where(Edition.conference_id == Conference.id).correlate(Conference)
    return db.session.scalar(
        sa.select(sa.func.coalesce(ViewCount.views, 0))
        .select_from(Conference)
        .outerjoin(ViewCount, ViewCount.conference_id == Conference.id)
        .where(Conference.slug == slug, seen_by_strangers(), published)
    )


def latest_edition(conference: Conference) -> Edition | None:
    """The newest edition that was not withdrawn. For who may see the conference."""
    return db.session.scalar(_numbered(conference).where(Edition.state == EditionState.PUBLISHED).limit(1))


def last_edition(conference: Conference) -> Edition | None:
    """The newest edition, withdrawn or not: the one that the next follows. For publishing."""
    return db.session.scalar(_numbered(conference).limit(1))


def edition(conference: Conference, number: int) -> Edition:
    """One edition, withdrawn or not; refused where there is none. For who may see the conference."""
    found = db.session.scalar(_numbered(conference).where(Edition.number == number))
    if found is None:
        raise NotFound(_("There is no edition %(number)s of these proceedings.", number=number))
    return found


def content_of(edition: Edition) -> bytes:
    """The exact bytes of an edition's file. For who may see the edition."""
    return _content(edition.id)


def document_of(edition: Edition) -> Document:
    """What an edition says, parsed once; nobody changes what comes back. For who may see the edition."""
    return _document(edition.digest, edition.version, edition.id)


def verify_edition(edition: Edition) -> Report:
    """Check an edition's file against its digest, its key and the edition before it. For everybody."""
    from confapp.proceedings.verify import verify_document  # noqa: PLC0415  weight: it takes 7 MB, and no page asks

    key = db.session.get_one(SigningKey, edition.key_id)
    report = verify_document(
        content_of(edition), expected_keys=[key.fingerprint], previous=edition.previous_digest, file=edition.title
    )
    if report.digest is not None and report.digest != edition.digest:
        report.add("digest", _("The digest of the file is not the one that was published."))
    return report


def signing_keys() -> Sequence[SigningKey]:
    """The keys that ever signed here, the newest first. For everybody, to compare fingerprints with."""
    return db.session.scalars(sa.select(SigningKey).order_by(SigningKey.created_at.desc(), SigningKey.id.desc())).all()


@lru_cache(maxsize=KEPT_DOCUMENTS)
def _document(_digest: str, _version: int, key: int) -> Document:
    return cast("Document", json.loads(_content(key)))


def _content(key: int) -> bytes:
    content = db.session.scalar(sa.select(Edition.content).where(Edition.id == key))
    assert content is not None
    return content


def _numbered(conference: Conference) -> sa.Select[Edition]:
    return (
        sa.select(Edition)
        .where(Edition.conference_id == conference.id)
        .options(joinedload(Edition.key), joinedload(Edition.conference))
        .order_by(Edition.number.desc())
    )


def _of_public_conferences() -> sa.Select[Edition]:
    return (
        sa.select(Edition)
        .join(Edition.conference)
        .where(seen_by_strangers())
        .options(contains_eager(Edition.conference))
        .order_by(Edition.published_at.desc(), Edition.id.desc())
    )


def _by_slug(slug: str) -> sa.Select[Edition]:
    return (
        sa.select(Edition)
        .join(Edition.conference)
        .where(Conference.slug == slug)
        .options(contains_eager(Edition.conference), joinedload(Edition.key))
    )


def _with_content(slug: str) -> sa.Select[Edition]:
    return _by_slug(slug).options(undefer(Edition.content))


def edition_language(conference: Conference) -> str | None:
    """The language in which most sessions have an approved record; the conference's own order decides a tie.

    None where there is no such record yet. For organizers.
    """
    spoken = [record.record_language for record in approved_records(conference)]
    order = [*conference.record_languages, *conference.languages, *spoken]
    return max(dict.fromkeys(spoken), key=lambda one: (spoken.count(one), -order.index(one)), default=None)
