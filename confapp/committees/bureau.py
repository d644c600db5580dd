"""The bureau of a conference: its offices and who is appointed to them; and how one holder follows another."""

from __future__ import annotations

from typing import Unpack

import sqlalchemy as sa

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.committees.models import Committee
from confapp.committees.operations import appoint_member, release_member
from confapp.conferences.models import Conference
from confapp.dates import Moment
from confapp.db import db
from confapp.facts import next_number, refuse_stale, write
from confapp.officials import operations as officials
from confapp.officials.facts import AppointmentFacts
from confapp.officials.models import Appointment, Office, Official
from confapp.text import slugify


def appoint_officer(
    conference: Conference,
    official: Official,
    *,
    title: str,
    is_unique: bool = True,
    is_presiding: bool = False,
    by: User | None = None,
    **facts: Unpack[AppointmentFacts],
) -> Appointment:
    """Appoint somebody to an office of the conference, which is created on first need, with the given quality."""
    of_conference = Office.body_id == conference.id
    office = db.session.scalar(
        sa.select(Office).where(of_conference, sa.or_(Office.title == title, Office.key == slugify(title)))
    ) or officials.create_office(
        conference,
        title=title,
        is_unique=is_unique,
        is_presiding=is_presiding,
        rank=next_number(Office.rank, of_conference),
        by=by,
    )
    return officials.appoint(official, office, zone=conference.zone or "UTC", by=by, **facts)


def succeed_officer(
    conference: Conference,
    appointment: Appointment,
    official: Official,
    *,
    on: Moment,
    reason: str | None = None,
    by: User | None = None,
) -> Appointment:
    """End a term and let somebody follow in the same office from that moment on, for what the term still had."""
    facts, office = _handed_on(appointment, on), db.session.get_one(Office, appointment.office_id)
    zone = conference.zone or "UTC"
    officials.vacate(appointment, on=on, reason=reason, zone=zone, by=by)
    return officials.appoint(official, office, zone=zone, by=by, **facts)


def succeed_member(
    committee: Committee,
    appointment: Appointment,
    official: Official,
    *,
    on: Moment,
    reason: str | None = None,
    by: User | None = None,
) -> Appointment:
    """End a membership and let somebody follow with the same responsibility and territory."""
    facts, office = _handed_on(appointment, on), db.session.get_one(Office, appointment.office_id)
    release_member(committee, appointment, on=on, reason=reason, by=by)
    return appoint_member(committee, official, title=office.title, by=by, **facts)


def assign_responsibility(
    committee: Committee,
    appointment: Appointment,
    *,
    responsibility: str | None,
    territory: str | None,
    version: int | None = None,
    by: User | None = None,
) -> None:
    """Say for what, and where, a member answers."""
    refuse_stale(appointment, version)
    changed = write(appointment, {"responsibility": responsibility, "territory": territory})
    detail = {"fields": changed, "responsibility": responsibility, "territory": territory}
    audit.record(Action.COMMITTEE_RESPONSIBILITY_ASSIGNED, committee, by=by, detail=detail)
    db.session.flush()


def _handed_on(appointment: Appointment, on: Moment) -> AppointmentFacts:
    return {
        "term_start": on,
        "term_end": appointment.term_end,
        "responsibility": appointment.responsibility,
        "territory": appointment.territory,
        "predecessor": appointment,
    }
