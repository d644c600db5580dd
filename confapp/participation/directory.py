"""What the desk lists of invitations, delegations, delegates and guests, and single ones. For organizers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import joinedload

from confapp import lookup
from confapp.conferences.models import Conference
from confapp.db import db
from confapp.errors import NotFound
from confapp.listing import Filter, Listing, Page
from confapp.officials.models import Official
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.organizations.models import Body
from confapp.participation.models import Delegate, Delegation, Guest, Invitation
from confapp.participation.queries import Numbers, delegation_by_key
from confapp.participation.words import CATEGORIES, CREDENTIALS, INVITED, ROLES

ENTRIES = lookup.ENTRIES
YES_NO = {"yes": _l("yes"), "no": _l("no")}


def _sort_key(table: str, key: Any) -> Any:
    """The key by which a row of another table is sorted."""
    return sa.select(ENTRIES.c.sort_key).where(ENTRIES.c.row_table == table, ENTRIES.c.row_id == key).scalar_subquery()


def _people(text: str) -> sa.Select[int]:
    return sa.select(Official.id).where(lookup.matches(Official, text))


def _delegations_found(text: str) -> sa.ColumnElement[bool]:
    """By their own name, their organization's, or that of one who sits for them."""
    seats = sa.select(Delegate.delegation_id).where(Delegate.official_id.in_(_people(text)))
    return sa.or_(lookup.matches(Delegation, text), Delegation.id.in_(seats))


def _delegates_found(text: str) -> sa.ColumnElement[bool]:
    delegations = sa.select(Delegation.id).where(lookup.matches(Delegation, text))
    return sa.or_(Delegate.official_id.in_(_people(text)), Delegate.delegation_id.in_(delegations))


def _invited(text: str) -> sa.ColumnElement[bool]:
    bodies = sa.select(Body.id).where(lookup.matches(Body, text))
    return sa.or_(Invitation.organization_id.in_(bodies), Invitation.official_id.in_(_people(text)))


def _has_withdrawn(value: str) -> sa.ColumnElement[bool]:
    return Delegation.withdrawn.is_not(None) if value == "yes" else Delegation.withdrawn.is_(None)


OFFICIAL = joinedload(Delegate.official).load_only(*PUBLIC_COLUMNS, raiseload=True)
DELEGATIONS = Listing(
    model=Delegation,
    sorts={"name": None, "number": Delegation.position, "category": Delegation.category},
    filters=(
        Filter("category", _l("Category"), CATEGORIES, on=Delegation.category),
        Filter("credentials", _l("Credentials"), CREDENTIALS, on=Delegation.credentials),
        Filter("withdrawn", _l("Withdrew"), YES_NO, where=_has_withdrawn),
    ),
    load=(joinedload(Delegation.organization),),
    search=_delegations_found,
)
DELEGATES = Listing(
    model=Delegate,
    sorts={"person": _sort_key("officials", Delegate.official_id), "role": Delegate.role, "title": Delegate.title},
    filters=(Filter("role", _l("Role"), ROLES, on=Delegate.role),),
    load=(OFFICIAL, joinedload(Delegate.delegation)),
    search=_delegates_found,
)
INVITATIONS = Listing(
    model=Invitation,
    sorts={"number": Invitation.position, "sent": Invitation.sent_on, "answered": Invitation.answered_on},
    filters=(Filter("state", _l("Answer"), INVITED, on=Invitation.state),),
    load=(
        joinedload(Invitation.organization),
        joinedload(Invitation.official).load_only(*PUBLIC_COLUMNS, raiseload=True),
    ),
    search=_invited,
)
GUESTS = Listing(
    model=Guest,
    sorts={"person": _sort_key("officials", Guest.official_id), "capacity": Guest.capacity, "number": Guest.position},
    filters=(Filter("listed", _l("On the list"), YES_NO, where=lambda value: Guest.is_listed.is_(value == "yes")),),
    load=(joinedload(Guest.official).load_only(*PUBLIC_COLUMNS, raiseload=True),),
    search=lambda text: Guest.official_id.in_(_people(text)),
)


def listed_delegations(conference_id: int) -> tuple[Page, dict[int, int]]:
    """A page of the delegations, and how many delegates each has."""
    page = DELEGATIONS.page(Delegation.conference_id == conference_id)
    counts = db.session.execute(
        sa.select(Delegate.delegation_id, sa.func.count())
        .where(Delegate.delegation_id.in_([row.id for row in page.rows]))
        .group_by(Delegate.delegation_id)
    )
    return page, {row[0]: row[1] for row in counts}


def listed_delegates(conference_id: int) -> Page:
    """A page of all who sit for delegations."""
    of_conference = sa.select(Delegation.id).where(Delegation.conference_id == conference_id)
    return DELEGATES.page(Delegate.delegation_id.in_(of_conference))


def listed_invitations(conference_id: int) -> Page:
    """A page of the invitations."""
    return INVITATIONS.page(Invitation.conference_id == conference_id)


def listed_guests(conference_id: int) -> Page:
    """A page of the guests, those who are not on the printed list too."""
    return GUESTS.page(Guest.conference_id == conference_id)


def delegation_at(conference: Conference, key: str) -> Delegation:
    """One with its delegates; refused where there is none."""
    found = delegation_by_key(conference, key)
    if found is None:
        raise NotFound(_("There is no delegation at this address."))
    return found


def delegations_at(conference_id: int, keys: Sequence[str]) -> Sequence[Delegation]:
    """Some by their keys."""
    return db.session.scalars(
        sa.select(Delegation)
        .where(Delegation.conference_id == conference_id, Delegation.key.in_(keys))
        .order_by(Delegation.position)
    ).all()


def delegate_at(delegation: Delegation, key: str) -> Delegate:
    """One of a delegation that was loaded with them."""
    found = next((one for one in delegation.delegates if one.key == key), None)
    if found is None:
        raise NotFound(_("The delegation has no such member."))
    return found


def invitation_at(conference_id: int, position: int) -> Invitation:
    """One by its number."""
    found = db.session.scalar(
        sa.select(Invitation)
        .where(Invitation.conference_id == conference_id, Invitation.position == position)
        .options(*INVITATIONS.load)
    )
    if found is None:
        raise NotFound(_("There is no such invitation."))
    return found


def guest_at(conference_id: int, position: int) -> Guest:
    """One by its number."""
    found = db.session.scalar(
        sa.select(Guest).where(Guest.conference_id == conference_id, Guest.position == position).options(*GUESTS.load)
    )
    if found is None:
        raise NotFound(_("There is no such guest."))
    return found


def numbers_of(conference_id: int) -> Numbers:
    """How many take part, whether or not the list is issued."""
    of_conference = Delegation.conference_id == conference_id
    counts = (
        sa.select(sa.func.count()).select_from(Delegation).where(of_conference),
        sa.select(sa.func.count()).select_from(Delegate).join(Delegate.delegation).where(of_conference),
        sa.select(sa.func.count()).select_from(Guest).where(Guest.conference_id == conference_id, Guest.is_listed),
    )
    row = db.session.execute(sa.select(*(count.scalar_subquery() for count in counts))).one()
    return Numbers(*row)
