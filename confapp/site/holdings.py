"""Everything that has a page for strangers, for site maps, and what was published last, for feeds.

Each query reads one noun across all public conferences; a page costs no query of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, defer

from confapp import addresses
from confapp.agendas.models import Agenda
from confapp.agendas.queries import is_issued as is_agenda_issued
from confapp.committees.models import Committee
from confapp.conferences.models import Conference, Document
from confapp.conferences.queries import issued_and_free, seen_by_strangers
from confapp.db import db
from confapp.letters.models import Letter
from confapp.letters.queries import is_seen
from confapp.officials.models import Official
from confapp.organizations.models import Organization
from confapp.participation.models import Delegation
from confapp.participation.queries import is_issued
from confapp.proceedings.models import Edition, EditionState
from confapp.programme.models import Session
from confapp.programme.queries import was_held
from confapp.records.models import SessionRecord
from confapp.records.queries import is_disclosed
from confapp.scheduling.models import Release
from confapp.scheduling.queries import contributions_in, sessions_in
from confapp.search import directory
from confapp.voting.models import Motion, Vote


class Holding(NamedTuple):
    """A page by its path, and when it changed last where that is known."""

    path: str
    changed: datetime | None = None


def holdings() -> list[Holding]:
    """All pages that strangers find, each once, those across conferences first. For everybody."""
    found = [*_across(), *_conferences(), *_editions(), *_sessions(), *_votes(), *_participants(), *_documents()]
    found += [*_schedules(), *_people()]
    newest: dict[str, Holding] = {}
    for holding in found:
        newest.setdefault(holding.path, holding)
    return list(newest.values())


def newest_releases(limit: int) -> Sequence[tuple[Release, Conference]]:
    """Releases of public conferences' schedules without what is in them, the latest first. For everybody."""
    rows = db.session.execute(
        sa.select(Release, Conference)
        .join(Conference, Conference.id == Release.conference_id)
        .where(seen_by_strangers())
        .options(defer(Release.timetable, raiseload=True))
        .order_by(Release.released_at.desc(), Release.id.desc())
        .limit(limit)
    )
    return [(release, conference) for release, conference in rows]


def _across() -> Iterator[Holding]:
    lists = (addresses.conferences(), addresses.all_proceedings(), addresses.organizations(), addresses.officials())
    yield from map(Holding, (addresses.front(), *lists))


def _conferences() -> Iterator[Holding]:
    """Their overviews, and those of their parts that no other query tells of."""
    slugs = db.session.scalars(sa.select(Conference.slug).where(seen_by_strangers()).order_by(Conference.id))
    yield from (Holding(addresses.conference(slug)) for slug in slugs)
    disclosed = _disclosed()
    parts = (
        ("agenda", Agenda, is_agenda_issued()),
        ("agenda", Session, Session.id.in_(disclosed)),
        ("committees", Committee, sa.true()),
        ("letters", Letter, is_seen()),
        ("decisions", Motion, Motion.session_id.in_(disclosed)),
    )
    found = sa.union(
        *(
            sa.select(Conference.slug, sa.literal(part).label("part")).where(
                seen_by_strangers(), Conference.id.in_(sa.select(noun.conference_id).where(condition))
            )
            for part, noun, condition in parts
        )
    )
    for slug, part in db.session.execute(found.order_by("slug", "part")):
        yield Holding(addresses.conference(slug, f"{part}/"))


def _editions() -> Iterator[Holding]:
    """The newest text of each, then all editions that are not withdrawn."""
    rows = db.session.execute(
        sa.select(Conference.slug, Edition.number, Edition.published_at)
        .join(Edition.conference)
        .where(seen_by_strangers(), Edition.state == EditionState.PUBLISHED)
        .order_by(Conference.id, Edition.number.desc())
    )
    for slug, number, published_at in rows:
        yield Holding(addresses.proceedings(slug), published_at)
        yield Holding(addresses.edition(slug, number), published_at)


def _sessions() -> Iterator[Holding]:
    for slug, label in _keyed(Session, Session.label, was_held(), order=Session.position):
        yield Holding(addresses.conference(slug, "sessions/"))
        yield Holding(addresses.session(slug, label))


def _votes() -> Iterator[Holding]:
    for slug, label in _keyed(Vote, Vote.label, Vote.session_id.in_(_disclosed()), order=Vote.position):
        yield Holding(addresses.vote(slug, label))


def _participants() -> Iterator[Holding]:
    for slug, key in _keyed(Delegation, Delegation.key, is_issued(), order=Delegation.id):
        yield Holding(addresses.conference(slug, "participants/"))
        yield Holding(addresses.delegation(slug, key))


def _documents() -> Iterator[Holding]:
    for slug, key in _keyed(Document, Document.key, issued_and_free(), order=Document.id):
        yield Holding(addresses.conference(slug, "documents/"))
        yield Holding(addresses.document(slug, key))


def _schedules() -> Iterator[Holding]:
    """The schedules that were released last, their contributions, and their sessions that were not held yet."""
    newest = sa.select(sa.func.max(Release.id)).group_by(Release.conference_id)
    rows = db.session.execute(
        sa.select(Conference.slug, Release)
        .join(Conference, Conference.id == Release.conference_id)
        .where(seen_by_strangers(), Release.id.in_(newest))
        .order_by(Conference.id)
    )
    for slug, release in rows:
        yield Holding(addresses.conference(slug, "schedule/"), release.released_at)
        yield from (Holding(addresses.contribution(slug, one["key"])) for one in contributions_in(release))
        yield from (Holding(addresses.session(slug, one["label"])) for one in sessions_in(release))


def _people() -> Iterator[Holding]:
    organizations = sa.select(Organization.slug).where(Organization.id.in_(directory.seen_organizations()))
    officials = sa.select(Official.slug).where(Official.id.in_(directory.seen_officials()))
    for slug in db.session.scalars(organizations.order_by(Organization.id)):
        yield Holding(addresses.organization(slug))
    for slug in db.session.scalars(officials.order_by(Official.id)):
        yield Holding(addresses.official(slug))


def _disclosed() -> sa.Select[int]:
    """The sessions of all conferences whose records are approved and free of embargo."""
    return sa.select(SessionRecord.session_id).outerjoin(SessionRecord.document).where(is_disclosed())


def _keyed(
    noun: type[Session | Vote | Delegation | Document],
    key: InstrumentedAttribute[str],
    condition: sa.ColumnElement[bool],
    *,
    order: InstrumentedAttribute[int],
) -> sa.Result[str, str]:
    """The slugs of public conferences with the keys of what they have of a noun."""
    return db.session.execute(
        sa.select(Conference.slug, key)
        .join(noun, noun.conference_id == Conference.id)
        .where(seen_by_strangers(), condition)
        .order_by(Conference.id, order)
    )
