"""Conferences, their documents and rulebooks, for strangers and for organizers.

A stranger sees a conference once it is convened and set public: `seen_by_strangers` says so, here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import joinedload, selectinload

from confapp import clock
from confapp.conferences.models import (
    Conference,
    ConferenceState,
    Document,
    DocumentSignatory,
    DocumentState,
    Rulebook,
    Series,
    Source,
)
from confapp.db import db
from confapp.errors import NotFound
from confapp.facts import next_number
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.organizations.models import Organization


def seen_by_strangers() -> sa.ColumnElement[bool]:
    """The condition under which a conference is public at all; each of its parts has a further one."""
    return sa.and_(Conference.is_public, Conference.state != ConferenceState.PLANNED)


def issued_and_free() -> sa.ColumnElement[bool]:
    """The condition under which a document of a public conference is public: issued, and past its embargo (R34)."""
    return sa.and_(
        Document.state == DocumentState.ISSUED,
        sa.or_(Document.embargo_until.is_(None), Document.embargo_until <= clock.now()),
    )


def next_embargo() -> datetime | None:
    """When the next embargo on a document of any conference ends. Tells nothing of it; for whoever keeps pages."""
    return db.session.scalar(sa.select(sa.func.min(Document.embargo_until)).where(Document.embargo_until > clock.now()))


def public_conferences() -> Sequence[Conference]:
    """The conferences that strangers see, the newest first, with their series."""
    return db.session.scalars(
        sa.select(Conference)
        .where(seen_by_strangers())
        .options(joinedload(Conference.series))
        .order_by(Conference.starts_on.desc().nulls_last(), Conference.convened_on.desc().nulls_last(), Conference.id)
    ).all()


def public_conference(slug: str) -> Conference:
    """One that strangers see, by its present slug: with names, occasions, instruments, convener, host and series."""
    conference = db.session.scalar(_overview().where(Conference.slug == slug, seen_by_strangers()))
    if conference is None:
        raise NotFound(_("There is no conference at this address, or it is not public."))
    return conference


def public_conferences_of(organization: Organization) -> Sequence[Conference]:
    """The conferences that an organization convened or was host of, the newest first. For strangers."""
    return db.session.scalars(
        sa.select(Conference)
        .where(
            seen_by_strangers(),
            sa.or_(Conference.convener_id == organization.id, Conference.host_id == organization.id),
        )
        .order_by(Conference.starts_on.desc().nulls_last(), Conference.id.desc())
    ).all()


def conferences() -> Sequence[Conference]:
    """All there are, also planned and private ones, the newest first. For organizers, filtered by their rights."""
    return db.session.scalars(
        sa.select(Conference)
        .options(joinedload(Conference.series))
        .order_by(Conference.starts_on.desc().nulls_last(), Conference.id.desc())
    ).all()


def conference_by_slug(slug: str) -> Conference | None:
    """One, public or not, as `public_conference` loads it. For its organizers."""
    return db.session.scalar(_overview().where(Conference.slug == slug))


def all_series() -> Sequence[Series]:
    """The series by name. For conveners."""
    return db.session.scalars(sa.select(Series).order_by(Series.name, Series.id)).all()


def public_series(slug: str) -> tuple[Series, Sequence[Conference]]:
    """A series and those of its conferences that strangers see, in their order; refused where there is none."""
    members = db.session.scalars(
        sa.select(Conference)
        .join(Conference.series)
        .where(Series.slug == slug, seen_by_strangers())
        .options(joinedload(Conference.series))
        .order_by(Conference.ordinal.asc().nulls_last(), Conference.starts_on)
    ).all()
    if not members or members[0].series is None:
        raise NotFound(_("There is no series of conferences at this address."))
    return members[0].series, members


def next_ordinal(series: Series) -> int:
    """The number that the next conference of a series would have (R29). For conveners."""
    return next_number(Conference.ordinal, Conference.series_id == series.id)


def public_documents(conference: Conference) -> Sequence[Document]:
    """What was issued and is under no embargo, by symbol, with signatories. For strangers who see the conference."""
    return db.session.scalars(
        _documents(conference).where(issued_and_free()).order_by(Document.symbol.asc().nulls_last(), Document.id)
    ).all()


def public_document(conference: Conference, key: str) -> Document:
    """One of them, by its key; refused where there is none, which a document under embargo does not reveal."""
    document = db.session.scalar(_documents(conference).where(Document.key == key, issued_and_free()))
    if document is None:
        raise NotFound(_("There is no document at this address, or it is not public."))
    return document


def documents(conference: Conference) -> Sequence[Document]:
    """All documents, also drafts and withdrawn ones, as they were registered. For organizers."""
    return db.session.scalars(_documents(conference).order_by(Document.id)).all()


def document_by_key(conference: Conference, key: str) -> Document | None:
    """One, public or not. For organizers."""
    return db.session.scalar(_documents(conference).where(Document.key == key))


def rulebook_in_force(conference: Conference) -> Rulebook | None:
    """The rules of procedure adopted last. For who may see the conference."""
    return db.session.scalar(
        sa.select(Rulebook).where(Rulebook.conference_id == conference.id).order_by(Rulebook.number.desc()).limit(1)
    )


def sources(conference: Conference) -> Sequence[Source]:
    """What its facts were taken from, in their order. For who may see the conference."""
    return db.session.scalars(
        sa.select(Source).where(Source.conference_id == conference.id).order_by(Source.position)
    ).all()


def rulebooks(conference: Conference) -> Sequence[Rulebook]:
    """All versions of its rules of procedure, the newest first. For its organizers."""
    return db.session.scalars(
        sa.select(Rulebook).where(Rulebook.conference_id == conference.id).order_by(Rulebook.number.desc())
    ).all()


def _overview() -> sa.Select[Conference]:
    return sa.select(Conference).options(
        joinedload(Conference.series),
        joinedload(Conference.convener),
        joinedload(Conference.host),
        joinedload(Conference.convening_official).load_only(*PUBLIC_COLUMNS, raiseload=True),
        selectinload(Conference.names),
        selectinload(Conference.occasions),
        selectinload(Conference.instruments),
    )


def _documents(conference: Conference) -> sa.Select[Document]:
    signatories = selectinload(Document.signatories).joinedload(DocumentSignatory.official)
    return (
        sa.select(Document)
        .where(Document.conference_id == conference.id)
        .options(joinedload(Document.corrects), signatories.load_only(*PUBLIC_COLUMNS, raiseload=True))
    )
