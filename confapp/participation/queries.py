"""Delegations, delegates and guests: the list of participants, and who took part where.

Strangers see the participants of a public conference once the list is issued (`is_issued`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from confapp.conferences.models import Conference
from confapp.conferences.queries import seen_by_strangers
from confapp.db import db
from confapp.errors import NotFound
from confapp.officials.models import Official
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.ordering import alphabetical
from confapp.organizations.models import Organization
from confapp.participation.models import Delegate, DelegateRole, Delegation, DelegationCategory, Guest, Invitation
from confapp.renderings import rendered

ROLES = list(DelegateRole)
CATEGORIES = list(DelegationCategory)


@dataclass(frozen=True, slots=True)
class Group:
    """The delegations of one category in the order of the reader's language (R36)."""

    category: DelegationCategory
    delegations: list[Delegation]


@dataclass(frozen=True, slots=True)
class Participants:
    """The list of participants."""

    groups: list[Group]
    guests: list[Guest]


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many took part."""

    delegations: int
    delegates: int
    guests: int


def is_issued() -> sa.ColumnElement[bool]:
    """The condition under which strangers see the participants of a conference."""
    return sa.and_(seen_by_strangers(), Conference.participants_issued)


def public_participants(conference: Conference, language: str | None = None) -> Participants:
    """The issued list in the order of a language; empty before it was issued. For strangers who see the conference."""
    return participants(conference, language) if conference.participants_issued else Participants([], [])


def participants(conference: Conference, language: str | None = None) -> Participants:
    """The list as it stands: by category, alphabetical in the language, heads of delegation first. For organizers."""
    found = db.session.scalars(_delegations().where(Delegation.conference_id == conference.id)).all()
    ordered = alphabetical(found, lambda delegation: rendered(delegation, "name", language).text, language)
    return Participants(
        groups=[
            Group(category, [each for each in ordered if each.category is category])
            for category in CATEGORIES
            if any(each.category is category for each in found)
        ],
        guests=_guests(conference, language),
    )


def delegations(conference: Conference) -> Sequence[Delegation]:
    """All delegations with organizations and delegates, as they were registered. For organizers."""
    return db.session.scalars(
        _delegations().where(Delegation.conference_id == conference.id).order_by(Delegation.position)
    ).all()


def public_delegation(conference: Conference, key: str) -> Delegation:
    """One of the issued list with organization and delegates; refused where there is none. For strangers."""
    delegation = delegation_by_key(conference, key) if conference.participants_issued else None
    if delegation is None:
        raise NotFound(_("There is no delegation at this address, or the list is not issued yet."))
    return delegation


def delegation_by_key(conference: Conference, key: str) -> Delegation | None:
    """One, issued or not. For organizers."""
    return db.session.scalar(_delegations().where(Delegation.conference_id == conference.id, Delegation.key == key))


def by_protocol(delegates: Sequence[Delegate]) -> list[Delegate]:
    """The members of a delegation, its head first, then deputies and the others as they were named."""
    return sorted(delegates, key=lambda delegate: (ROLES.index(delegate.role), delegate.position))


def public_numbers(conference: Conference) -> Numbers | None:
    """How many take part, once the list is issued. For strangers who see the conference."""
    if not conference.participants_issued:
        return None
    of_conference = Delegation.conference_id == conference.id
    counts = (
        sa.select(sa.func.count()).select_from(Delegation).where(of_conference),
        sa.select(sa.func.count()).select_from(Delegate).join(Delegate.delegation).where(of_conference),
        sa.select(sa.func.count()).select_from(Guest).where(Guest.conference_id == conference.id, Guest.is_listed),
    )
    row = db.session.execute(sa.select(*(count.scalar_subquery() for count in counts))).one()
    return Numbers(*row)


def public_attendance(organization: Organization) -> Sequence[Delegation]:
    """The delegations of an organization on issued lists, with their delegates, the newest conference first.

    For strangers.
    """
    return db.session.scalars(
        _delegations()
        .join(Delegation.conference)
        .where(Delegation.organization_id == organization.id, is_issued())
        .options(contains_eager(Delegation.conference))
        .order_by(Conference.starts_on.desc().nulls_last(), Conference.id.desc())
    ).all()


def public_seats(official: Official) -> Sequence[Delegate]:
    """Somebody's places in delegations on issued lists, the newest conference first. For strangers."""
    return db.session.scalars(
        sa.select(Delegate)
        .join(Delegate.delegation)
        .join(Delegation.conference)
        .where(Delegate.official_id == official.id, is_issued())
        .options(
            contains_eager(Delegate.delegation).options(
                contains_eager(Delegation.conference), joinedload(Delegation.organization)
            )
        )
        .order_by(Conference.starts_on.desc().nulls_last(), Conference.id.desc(), Delegate.position)
    ).all()


def public_visits(official: Official) -> Sequence[tuple[Guest, Conference]]:
    """Where somebody was a listed guest, the newest conference first. For strangers."""
    rows = db.session.execute(
        sa.select(Guest, Conference)
        .join(Conference, Conference.id == Guest.conference_id)
        .where(Guest.official_id == official.id, Guest.is_listed, is_issued())
        .order_by(Conference.starts_on.desc().nulls_last(), Conference.id.desc())
    )
    return [(guest, conference) for guest, conference in rows]


def invitations(conference: Conference) -> Sequence[Invitation]:
    """Who was invited, and what became of it. For organizers."""
    return db.session.scalars(
        sa.select(Invitation)
        .where(Invitation.conference_id == conference.id)
        .options(joinedload(Invitation.organization), joinedload(Invitation.official))
        .order_by(Invitation.position)
    ).all()


def _delegations() -> sa.Select[Delegation]:
    return sa.select(Delegation).options(
        joinedload(Delegation.organization),
        selectinload(Delegation.delegates).joinedload(Delegate.official).load_only(*PUBLIC_COLUMNS, raiseload=True),
    )


def _guests(conference: Conference, language: str | None) -> list[Guest]:
    guests = db.session.scalars(
        sa.select(Guest)
        .where(Guest.conference_id == conference.id, Guest.is_listed)
        .options(joinedload(Guest.official).load_only(*PUBLIC_COLUMNS, raiseload=True))
    ).all()
    return alphabetical(guests, lambda guest: guest.official.family_name or guest.official.name, language)
