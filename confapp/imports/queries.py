"""What an export reads: the rows of one conference, table by table. Only for those who may see all of a conference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from confapp.conferences.models import Conference
from confapp.db import Base, db
from confapp.imports.models import CaseEntry, CaseImport
from confapp.participation.models import Delegate, Delegation
from confapp.slugs import Slug, SlugSpace
from confapp.voting.models import Ballot, Vote

Row = TypeVar("Row", bound=Base)
Key = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]


def conference_by_slug(slug: str) -> Conference | None:
    """The conference that has, or once had, this slug; for the command line, which may see every one."""
    target = sa.select(Slug.target_id).where(Slug.space == SlugSpace.CONFERENCE, Slug.name == slug)
    return db.session.scalar(sa.select(Conference).where(Conference.id.in_(target)))


def import_of(conference: Conference) -> CaseImport | None:
    """What is known of the case file that brought the conference."""
    return db.session.scalar(sa.select(CaseImport).where(CaseImport.conference_id == conference.id))


def local_names(conference: Conference) -> Sequence[CaseEntry]:
    """The local ids that the case file had for rows without a key of their own, in their order."""
    found = sa.select(CaseEntry).where(CaseEntry.conference_id == conference.id)
    return db.session.scalars(found.order_by(CaseEntry.section, CaseEntry.position)).all()


def named_elsewhere(conference: Conference, section: str) -> set[int]:
    """Rows of a section that came with another conference's case file and not with this one's."""
    of_others = sa.select(CaseEntry.target_id).where(
        CaseEntry.section == section, CaseEntry.conference_id != conference.id
    )
    own = sa.select(CaseEntry.target_id).where(CaseEntry.section == section, CaseEntry.conference_id == conference.id)
    return set(db.session.scalars(of_others)) - set(db.session.scalars(own))


def rows(model: type[Row], *where: sa.ColumnElement[bool], order: Any = None) -> Sequence[Row]:
    """The rows of a table in their order, or in that in which they were made."""
    key = sa.inspect(model).primary_key[0]
    ordered = sa.select(model).where(*where).order_by(*([order] if order is not None else []), key)
    return db.session.scalars(ordered).all()


def parts(model: type[Row], of: Key, *where: sa.ColumnElement[bool], order: Any = None) -> dict[int, list[Row]]:
    """The rows of a table by what they are parts of; `where` names the wholes."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows(model, *where, order=order):
        found[getattr(row, of.key)].append(row)
    return found


def within(column: Key, model: type[Base], *where: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """That a row is part of a row of another table."""
    key = sa.inspect(model).primary_key[0]
    return column.in_(sa.select(key).where(*where))


def standing_ballot(vote: Vote, delegation: Delegation | None, delegate: Delegate | None) -> Ballot | None:
    """The ballot of a delegation (or of one delegate) that no later one stands for."""
    whose = Ballot.delegation_id == (delegate.delegation_id if delegate else delegation.id if delegation else None)
    by = Ballot.delegate_id.is_(None) if delegate is None else Ballot.delegate_id == delegate.id
    later = sa.select(Ballot.supersedes_id).where(Ballot.vote_id == vote.id, Ballot.supersedes_id.is_not(None))
    return db.session.scalar(sa.select(Ballot).where(Ballot.vote_id == vote.id, whose, by, Ballot.id.not_in(later)))
