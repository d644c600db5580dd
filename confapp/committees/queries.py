"""Committees with their members, as of any date, and their meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from confapp.committees.models import Committee, CommitteeMeeting
from confapp.committees.periods import Period
from confapp.conferences.models import Conference
from confapp.dates import Moment
from confapp.db import db
from confapp.errors import NotFound
from confapp.officials.models import Appointment, Office
from confapp.officials.queries import PUBLIC_COLUMNS, settled_as_of


@dataclass(frozen=True, slots=True)
class Membership:
    """A committee with those who sit on it, the presiding ones first; nobody outside its period of work (R28)."""

    committee: Committee
    members: list[Appointment]


def committees(conference: Conference) -> Sequence[Committee]:
    """The committees of a conference with names, rapporteurs, reports and meetings. For who may see the conference."""
    return db.session.scalars(_whole(conference).order_by(Committee.id)).all()


def committee_by_key(conference: Conference, key: str) -> Committee:
    """One of them; refused where there is none. For who may see the conference."""
    committee = db.session.scalar(_whole(conference).where(Committee.key == key))
    if committee is None:
        raise NotFound(_("There is no committee at this address."))
    return committee


def memberships(conference: Conference, *, at: Moment | None = None) -> list[Membership]:
    """All committees with all who ever were members, or may have been at that moment. For who may see the conference.

    A member whose term is not stated sits for the whole period of work; a later end hides nobody today.
    """
    seats: dict[int, list[Appointment]] = {}
    for appointment in _members(Committee.conference_id == conference.id, at):
        seats.setdefault(appointment.office.body_id, []).append(appointment)
    return [
        Membership(committee, seats.get(committee.id, []) if _sits(committee, at, conference.zone) else [])
        for committee in committees(conference)
    ]


def members(committee: Committee, *, at: Moment | None = None) -> Sequence[Appointment]:
    """Who ever was a member of one, or may have been at that moment. For who may see its conference."""
    zone = db.session.get_one(Conference, committee.conference_id).zone
    return _members(Committee.id == committee.id, at) if _sits(committee, at, zone) else []


def meetings(committee: Committee) -> Sequence[CommitteeMeeting]:
    """When it met, in its order. For who may see its conference."""
    return db.session.scalars(
        sa.select(CommitteeMeeting)
        .where(CommitteeMeeting.committee_id == committee.id)
        .order_by(CommitteeMeeting.position)
    ).all()


def _sits(committee: Committee, at: Moment | None, zone: str | None) -> bool:
    period = Period(committee.period_start, committee.period_end, zone or "UTC")
    return at is None or period.can_include(at)


def _members(condition: sa.ColumnElement[bool], at: Moment | None) -> Sequence[Appointment]:
    return db.session.scalars(
        sa.select(Appointment)
        .join(Appointment.office)
        .join(Committee, Committee.id == Office.body_id)
        .where(condition, *settled_as_of(at))
        .options(
            contains_eager(Appointment.office),
            joinedload(Appointment.official).load_only(*PUBLIC_COLUMNS, raiseload=True),
        )
        .order_by(Office.is_presiding.desc(), Office.rank, Office.id, Appointment.id)
    ).all()


def _whole(conference: Conference) -> sa.Select[Committee]:
    return (
        sa.select(Committee)
        .where(Committee.conference_id == conference.id)
        .options(
            joinedload(Committee.rapporteur).load_only(*PUBLIC_COLUMNS, raiseload=True),
            joinedload(Committee.report_document),
            selectinload(Committee.names),
            selectinload(Committee.meetings),
        )
    )
