"""Found, rename, relate and dissolve organizations and their organs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import InstrumentedAttribute

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.dates import PartialDate
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import next_number, refuse_stale, write
from confapp.organizations.facts import EventFacts, NameFacts, OrganFacts, OrganizationFacts, RelationFacts
from confapp.organizations.models import Body, BodyName, NameKind, Organ, Organization, OrganizationEvent
from confapp.organizations.names import add_body_names, refuse_backward_names, refuse_backwards
from confapp.slugs import SlugSpace, claim_slug, wished_slug


def found_organization(
    *,
    name: str,
    slug: str | None = None,
    names: Sequence[NameFacts] = (),
    events: Sequence[EventFacts] = (),
    by: User | None = None,
    **facts: Unpack[OrganizationFacts],
) -> Organization:
    """Enter an organization, also a historic one; without a slug it gets one from its name."""
    refuse_backward_names(names)
    _refuse_backward_life(facts.get("founded_on"), facts.get("dissolved_on"))
    organization = Organization(slug=wished_slug(SlugSpace.ORGANIZATION, slug, name=name))
    write(organization, {"name": name, **facts})
    db.session.add(organization)
    db.session.flush()
    claim_slug(SlugSpace.ORGANIZATION, organization.slug, organization.id)
    add_body_names(organization, names)
    for event in events:
        _add_event(organization, event)
    audit.record(Action.ORGANIZATION_FOUNDED, organization, by=by)
    db.session.flush()
    return organization


def rename_organization(
    organization: Organization,
    name: str,
    *,
    on: PartialDate | None = None,
    slug: str | None = None,
    version: int | None = None,
    by: User | None = None,
) -> None:
    """Give it a new name; the old one is kept as a former name until that day, and its address leads to the new one."""
    refuse_stale(organization, version)
    slug = wished_slug(SlugSpace.ORGANIZATION, slug, name=name, target_id=organization.id)
    former = rename_body(organization, name, on=on)
    organization.slug = slug
    claim_slug(SlugSpace.ORGANIZATION, slug, organization.id)
    audit.record(Action.ORGANIZATION_RENAMED, organization, by=by, detail={"former": former})
    db.session.flush()


def rename_body(body: Body, name: str, *, on: PartialDate | None) -> str:
    """Set the name of any body and keep the old one as former; the caller audits. The former name comes back."""
    former = body.name
    if former == name:
        raise RuleViolation(_("It has the name “%(name)s” already.", name=name), field="name")
    write(body, {"name": name})
    add_body_names(body, [{"name": former, "kind": NameKind.FORMER, "valid_until": on, "language": body.language}])
    return former


def change_organization(
    organization: Organization,
    *,
    version: int | None = None,
    by: User | None = None,
    **facts: Unpack[OrganizationFacts],
) -> None:
    """Correct what is known of it; a new name is `rename_organization`'s."""
    refuse_stale(organization, version)
    _refuse_backward_life(
        facts.get("founded_on", organization.founded_on), facts.get("dissolved_on", organization.dissolved_on)
    )
    changed = write(organization, facts)
    audit.record(Action.ORGANIZATION_CHANGED, organization, by=by, detail={"fields": changed})
    db.session.flush()


def add_name(body: Body, *, by: User | None = None, **facts: Unpack[NameFacts]) -> BodyName:
    """Add another name of an organization or organ: a variant, a translation, a spelling that a source prints."""
    refuse_backward_names([facts])
    add_body_names(body, [facts])
    audit.record(Action.ORGANIZATION_CHANGED, body, by=by, detail={"name": facts["name"]})
    db.session.flush()
    return db.session.scalars(
        sa.select(BodyName).where(BodyName.body_id == body.id).order_by(BodyName.position.desc()).limit(1)
    ).one()


def add_event(organization: Organization, *, by: User | None = None, **facts: Unpack[EventFacts]) -> OrganizationEvent:
    """Note an event in its life behind those that are known."""
    event = _add_event(organization, facts)
    audit.record(Action.ORGANIZATION_CHANGED, organization, by=by, detail={"event": event.kind})
    db.session.flush()
    return event


def dissolve_organization(
    organization: Organization,
    *,
    on: PartialDate,
    successor: Organization | None = None,
    by: User | None = None,
) -> None:
    """End it; it stays with everything that it did, and leads to its successor."""
    if organization.dissolved_on is not None:
        raise RuleViolation(
            _("%(name)s was dissolved in %(date)s already.", name=organization.name, date=organization.dissolved_on)
        )
    _refuse_backward_life(organization.founded_on, on)
    if successor is not None:
        _refuse_circle(organization, successor, through=Organization.successor_id)
        organization.successor = successor
    organization.dissolved_on = on
    audit.record(Action.ORGANIZATION_DISSOLVED, organization, by=by, detail={"on": str(on)})
    db.session.flush()


def relate_organizations(
    organization: Organization, *, by: User | None = None, **relations: Unpack[RelationFacts]
) -> None:
    """Put it under a parent, or name its successor; what is not given stays, None takes the relation away."""
    if parent := relations.get("parent"):
        _refuse_circle(organization, parent, through=Organization.parent_id)
    if successor := relations.get("successor"):
        _refuse_circle(organization, successor, through=Organization.successor_id)
    for relation, other in relations.items():
        setattr(organization, relation, other)
    audit.record(Action.ORGANIZATION_CHANGED, organization, by=by, detail={"fields": sorted(relations)})
    db.session.flush()


def establish_organ(
    organization: Organization,
    *,
    name: str,
    names: Sequence[NameFacts] = (),
    by: User | None = None,
    **facts: Unpack[OrganFacts],
) -> Organ:
    """Set up a standing part of an organization."""
    refuse_backward_names(names)
    _refuse_backward_life(facts.get("founded_on"), facts.get("dissolved_on"))
    founded_on, gone_on = facts.get("founded_on"), organization.dissolved_on
    if founded_on and gone_on and gone_on.latest < founded_on.earliest:
        raise RuleViolation(
            _(
                "%(name)s was dissolved in %(date)s, before this organ was set up.",
                name=organization.name,
                date=gone_on,
            ),
            field="founded_on",
        )
    organ = Organ(organization=organization)
    write(organ, {"name": name, **facts})
    db.session.add(organ)
    db.session.flush()
    add_body_names(organ, names)
    audit.record(Action.ORGAN_ESTABLISHED, organ, by=by)
    db.session.flush()
    return organ


def rename_organ(
    organ: Organ, name: str, *, on: PartialDate | None = None, version: int | None = None, by: User | None = None
) -> None:
    """Give it a new name; the old one is kept as a former name until that day."""
    refuse_stale(organ, version)
    former = rename_body(organ, name, on=on)
    audit.record(Action.ORGAN_CHANGED, organ, by=by, detail={"former": former})
    db.session.flush()


def change_organ(
    organ: Organ, *, version: int | None = None, by: User | None = None, **facts: Unpack[OrganFacts]
) -> None:
    """Correct what is known of it."""
    refuse_stale(organ, version)
    _refuse_backward_life(facts.get("founded_on", organ.founded_on), facts.get("dissolved_on", organ.dissolved_on))
    changed = write(organ, facts)
    audit.record(Action.ORGAN_CHANGED, organ, by=by, detail={"fields": changed})
    db.session.flush()


def dissolve_organ(organ: Organ, *, on: PartialDate, by: User | None = None) -> None:
    """End it; its offices and who held them stay."""
    if organ.dissolved_on is not None:
        raise RuleViolation(_("%(name)s was dissolved in %(date)s already.", name=organ.name, date=organ.dissolved_on))
    _refuse_backward_life(organ.founded_on, on)
    organ.dissolved_on = on
    audit.record(Action.ORGAN_DISSOLVED, organ, by=by, detail={"on": str(on)})
    db.session.flush()


def _add_event(organization: Organization, facts: EventFacts) -> OrganizationEvent:
    number = next_number(OrganizationEvent.position, OrganizationEvent.organization_id == organization.id)
    event = OrganizationEvent(organization=organization, position=number)
    write(event, facts)
    db.session.add(event)
    return event


def _refuse_backward_life(founded_on: PartialDate | None, dissolved_on: PartialDate | None) -> None:
    refuse_backwards(
        founded_on,
        dissolved_on,
        _("It cannot be dissolved in %(end)s, before it was founded in %(start)s.", start=founded_on, end=dissolved_on),
        field="dissolved_on",
    )


def _refuse_circle(
    organization: Organization, other: Organization, *, through: InstrumentedAttribute[int | None]
) -> None:
    """Refuse to relate it to itself or to what already leads back to it."""
    seen: set[int] = set()
    above: int | None = other.id
    while above is not None and above not in seen:
        if above == organization.id:
            raise RuleViolation(
                _(
                    "%(other)s already leads to %(name)s: an organization cannot stand above or follow itself.",
                    name=organization.name,
                    other=other.name,
                )
            )
        seen.add(above)
        above = db.session.scalar(sa.select(through).where(Organization.id == above))
