"""Organizations and organs with their names over time."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import joinedload, selectinload

from confapp.dates import PartialDate
from confapp.db import db
from confapp.errors import NotFound
from confapp.listing import Filter, Listing, Page
from confapp.organizations.models import BodyName, NameKind, Organ, Organization
from confapp.organizations.words import KINDS

LISTING = Listing(
    model=Organization,
    sorts={
        "name": None,
        "kind": Organization.organization_kind,
        "country": Organization.country,
        "founded": Organization.founded_on,
    },
    filters=(
        Filter("kind", _l("Kind"), KINDS, on=Organization.organization_kind),
        Filter(
            "state",
            _l("State"),
            {"existing": _l("existing"), "dissolved": _l("dissolved")},
            where=lambda state: (
                Organization.dissolved_on.is_(None) if state == "existing" else Organization.dissolved_on.is_not(None)
            ),
        ),
    ),
)


def listed() -> Page:
    """The organizations that the address asks for. For who may see the desk."""
    return LISTING.page()


def organ_of(organization: Organization, organ_id: int) -> Organ:
    """One of its organs. For who may change the organization."""
    for organ in organization.organs:
        if organ.id == organ_id:
            return organ
    raise NotFound(_("This organization has no such organ."))


def organization_by_slug(slug: str) -> Organization | None:
    """One with names, events, organs, parent and successor. For organizers."""
    return db.session.scalar(_whole().where(Organization.slug == slug))


def public_organization(slug: str, *, among: sa.Select[int]) -> Organization | None:
    """The same, if it is among those that strangers may see (`directory`)."""
    return db.session.scalar(_whole().where(Organization.slug == slug, Organization.id.in_(among)))


def organizations() -> Sequence[Organization]:
    """All, by name. For organizers."""
    return db.session.scalars(sa.select(Organization).order_by(Organization.name, Organization.id)).all()


def organs_of(organization: Organization) -> Sequence[Organ]:
    """Its organs with their names, by name. For who may see the organization."""
    return db.session.scalars(
        sa.select(Organ)
        .where(Organ.organization_id == organization.id)
        .options(selectinload(Organ.names))
        .order_by(Organ.name, Organ.id)
    ).all()


def name_on(name: str, names: Sequence[BodyName], day: PartialDate) -> str:
    """What a body was called on a day: a former name that was certainly valid then, or the name it has now."""
    for former in names:
        if former.kind is not NameKind.FORMER or former.valid_until is None:
            continue
        begun = former.valid_from is None or former.valid_from.latest <= day.earliest
        if begun and day.latest < former.valid_until.earliest:
            return former.name
    return name


def _whole() -> sa.Select[Organization]:
    return sa.select(Organization).options(
        selectinload(Organization.names),
        selectinload(Organization.events),
        selectinload(Organization.organs).selectinload(Organ.names),
        joinedload(Organization.parent),
        joinedload(Organization.successor),
    )
