"""Register officials, create offices, and appoint officials to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit, clock
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.dates import Moment, PartialDate, Zone
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import free_key, next_number, refuse_stale, write
from confapp.officials.facts import AppointmentFacts, OfficeFacts, OfficialFacts
from confapp.officials.models import Appointment, AppointmentState, Office, Official, OfficialName
from confapp.officials.terms import (
    Bounds,
    bounds_of,
    is_sole,
    one_holder,
    refuse_same_again,
    refuse_two_holders,
    state_now,
)
from confapp.organizations.facts import NameFacts
from confapp.organizations.models import Body, NameKind
from confapp.organizations.names import named, refuse_backward_names, refuse_backwards
from confapp.slugs import SlugSpace, claim_slug, wished_slug


def register_official(
    *,
    name: str,
    slug: str | None = None,
    names: Sequence[NameFacts] = (),
    by: User | None = None,
    **facts: Unpack[OfficialFacts],
) -> Official:
    """Enter a person; without a slug there is one from the name."""
    refuse_backward_names(names)
    _refuse_backward_life(facts.get("born_on"), facts.get("died_on"))
    official = Official(slug=wished_slug(SlugSpace.OFFICIAL, slug, name=name))
    write(official, {"name": name, **facts})
    db.session.add(official)
    db.session.flush()
    claim_slug(SlugSpace.OFFICIAL, official.slug, official.id)
    _add_names(official, names)
    audit.record(Action.OFFICIAL_REGISTERED, official, by=by)
    db.session.flush()
    return official


def rename_official(
    official: Official,
    name: str,
    *,
    on: PartialDate | None = None,
    slug: str | None = None,
    version: int | None = None,
    by: User | None = None,
) -> None:
    """Give a person a new name; the old one is kept as former until that day, and its address leads to the new one."""
    refuse_stale(official, version)
    former = official.name
    if former == name:
        raise RuleViolation(_("That is the name already: %(name)s.", name=name), field="name")
    slug = wished_slug(SlugSpace.OFFICIAL, slug, name=name, target_id=official.id)
    write(official, {"name": name, "slug": slug})
    _add_names(official, [{"name": former, "kind": NameKind.FORMER, "valid_until": on, "language": official.language}])
    claim_slug(SlugSpace.OFFICIAL, slug, official.id)
    audit.record(Action.OFFICIAL_RENAMED, official, by=by, detail={"former": former})
    db.session.flush()


def change_official(
    official: Official, *, version: int | None = None, by: User | None = None, **facts: Unpack[OfficialFacts]
) -> None:
    """Correct what is known of a person; the trail names the fields and keeps nothing of what is not public."""
    refuse_stale(official, version)
    _refuse_backward_life(facts.get("born_on", official.born_on), facts.get("died_on", official.died_on))
    changed = write(official, facts)
    audit.record(Action.OFFICIAL_CHANGED, official, by=by, detail={"fields": changed})
    db.session.flush()


def add_official_name(official: Official, *, by: User | None = None, **facts: Unpack[NameFacts]) -> None:
    """Add another name of a person: a variant, another script, a spelling that a source prints."""
    refuse_backward_names([facts])
    _add_names(official, [facts])
    audit.record(Action.OFFICIAL_CHANGED, official, by=by, detail={"fields": ["names"]})
    db.session.flush()


def create_office(
    body: Body, *, title: str, key: str | None = None, by: User | None = None, **facts: Unpack[OfficeFacts]
) -> Office:
    """Create a post of a body; a unique one unless said otherwise."""
    key = free_key(Office.key, Office.body_id == body.id, key=key, wish=title, stem="office")
    office = Office(body=body, key=key)
    write(office, {"title": title, "is_unique": True, **facts})
    db.session.add(office)
    audit.record(Action.OFFICE_CREATED, office, by=by)
    db.session.flush()
    return office


def change_office(
    office: Office,
    *,
    title: str | None = None,
    version: int | None = None,
    by: User | None = None,
    **facts: Unpack[OfficeFacts],
) -> None:
    """Correct a post. Whether it is unique can only change while nobody was appointed to it."""
    refuse_stale(office, version)
    is_unique = facts.get("is_unique", office.is_unique)
    if is_unique != office.is_unique and db.session.scalar(
        sa.select(Appointment.id).where(Appointment.office_id == office.id).limit(1)
    ):
        raise RuleViolation(
            _("“%(title)s” has had holders. Create another office instead.", title=office.title), field="is_unique"
        )
    changed = write(office, facts if title is None else {"title": title, **facts})
    audit.record(Action.OFFICE_CHANGED, office, by=by, detail={"fields": changed})
    db.session.flush()


def abolish_office(office: Office, *, by: User | None = None) -> None:
    """End a post, or leave it vacant for good; whoever held it stays known."""
    if office.is_abolished:
        raise RuleViolation(_("“%(title)s” is abolished already.", title=office.title))
    holder = db.session.scalar(
        sa.select(Official.name)
        .join(Appointment, Appointment.official_id == Official.id)
        .where(
            Appointment.office_id == office.id,
            Appointment.term_end.is_(None),
            Appointment.state.in_([AppointmentState.ACCEPTED, AppointmentState.IN_FORCE]),
        )
        .limit(1)
    )
    if holder:
        raise RuleViolation(
            _("%(holder)s holds the office “%(title)s”. End that term first.", holder=holder, title=office.title)
        )
    office.is_abolished = True
    audit.record(Action.OFFICE_ABOLISHED, office, by=by)
    db.session.flush()


def appoint(
    official: Official, office: Office, *, zone: Zone = "UTC", by: User | None = None, **facts: Unpack[AppointmentFacts]
) -> Appointment:
    """Put an official into an office for a term, also a past one; half-open, so that a successor may start at its end.

    Without a state it is in force, or ended where the term certainly is over. Times without an offset are the zone's.
    """
    start, end = facts.get("term_start"), facts.get("term_end")
    bounds = bounds_of(start, end, zone)
    state = facts.get("state") or state_now(bounds)
    alone = is_sole(office, state, is_acting=facts.get("is_acting", False), end=end)
    if office.is_abolished and state is not AppointmentState.ENDED:
        raise RuleViolation(_("The office “%(title)s” was abolished or left vacant.", title=office.title))
    refuse_same_again(official, office, facts)
    if alone:
        refuse_two_holders(office, bounds)
    with one_holder(office):
        appointment = Appointment(official=official, office=office, holds_alone=alone, **bounds)
        write(appointment, {**facts, "state": state})
        db.session.add(appointment)
    audit.record(Action.APPOINTED, appointment, by=by)
    db.session.flush()
    return appointment


def accept_appointment(appointment: Appointment, *, by: User | None = None) -> None:
    """The proposed person accepts: the appointment is in force from the start of its term, or at once."""
    _refuse_unless_proposed(appointment)
    office = db.session.get_one(Office, appointment.office_id)
    begins = appointment.starts_earliest
    state = AppointmentState.ACCEPTED if begins and begins > clock.now() else AppointmentState.IN_FORCE
    alone = is_sole(office, state, is_acting=appointment.is_acting, end=appointment.term_end)
    if alone:
        refuse_two_holders(office, _stored_bounds(appointment), besides=appointment)
    with one_holder(office):
        appointment.state = state
        appointment.holds_alone = alone
    audit.record(Action.APPOINTMENT_ACCEPTED, appointment, by=by)
    db.session.flush()


def decline_appointment(appointment: Appointment, *, reason: str | None = None, by: User | None = None) -> None:
    """The proposed person declines."""
    _refuse_unless_proposed(appointment)
    write(appointment, {"state": AppointmentState.DECLINED, "end_reason": reason})
    audit.record(Action.APPOINTMENT_DECLINED, appointment, by=by)
    db.session.flush()


def vacate(
    appointment: Appointment,
    *,
    on: Moment,
    reason: str | None = None,
    zone: Zone = "UTC",
    by: User | None = None,
) -> None:
    """End a term; the office is free from that moment on, and who held it until then stays known."""
    if appointment.state not in {AppointmentState.ACCEPTED, AppointmentState.IN_FORCE}:
        raise RuleViolation(_("This appointment is not in force, so there is no term to end."))
    bounds = bounds_of(appointment.term_start, on, zone)
    if appointment.holds_alone:
        office = db.session.get_one(Office, appointment.office_id)
        refuse_two_holders(office, {**_stored_bounds(appointment), **bounds}, besides=appointment)
    write(appointment, {"state": AppointmentState.ENDED, "term_end": on, "end_reason": reason})
    appointment.ends_earliest, appointment.ends_latest = bounds["ends_earliest"], bounds["ends_latest"]
    audit.record(Action.OFFICE_VACATED, appointment, by=by, detail={"on": str(on)})
    db.session.flush()


def _refuse_unless_proposed(appointment: Appointment) -> None:
    if appointment.state is not AppointmentState.PROPOSED:
        raise RuleViolation(_("Only a proposed appointment can be accepted or declined; this one was settled."))


def _stored_bounds(appointment: Appointment) -> Bounds:
    return Bounds(
        starts_earliest=appointment.starts_earliest,
        starts_latest=appointment.starts_latest,
        ends_earliest=appointment.ends_earliest,
        ends_latest=appointment.ends_latest,
    )


def _add_names(official: Official, names: Sequence[NameFacts]) -> None:
    number = next_number(OfficialName.position, OfficialName.official_id == official.id)
    for position, facts in enumerate(names, number):
        db.session.add(named(OfficialName(official=official, position=position), facts))


def _refuse_backward_life(born_on: PartialDate | None, died_on: PartialDate | None) -> None:
    refuse_backwards(born_on, died_on, _("Nobody dies before being born: look at both dates."), field="died_on")
