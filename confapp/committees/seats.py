"""Seats in the bodies of one conference: who sits where, was asked, or declined, and who sits in two places at once.

For the desk: it also tells of appointments that were proposed or declined.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager, joinedload

from confapp.committees.models import Committee
from confapp.conferences.models import Conference
from confapp.dates import FIRST_INSTANT, LAST_INSTANT, Moment, Zone
from confapp.db import db
from confapp.errors import NotFound
from confapp.officials.models import Appointment, AppointmentState, Office
from confapp.officials.queries import PUBLIC_COLUMNS

PRESENT = (AppointmentState.PROPOSED, AppointmentState.ACCEPTED, AppointmentState.IN_FORCE)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another seat of somebody in the same conference."""

    title: str
    body: str


def seats(body_id: int) -> Sequence[Appointment]:
    """Everybody who was asked into a body, those who preside first."""
    return db.session.scalars(_seats(Office.body_id == body_id)).all()


def seat(body_id: int, key: int) -> Appointment:
    """One of them."""
    found = db.session.scalar(_seats(Office.body_id == body_id, Appointment.id == key))
    if found is None:
        raise NotFound(_("There is no such seat here."))
    return found


def overlaps(conference: Conference, mine: Sequence[Appointment], body_id: int) -> dict[int, list[Elsewhere]]:
    """What those who sit in a body also are in the conference at the same time, by the keys of their seats there."""
    people = {one.official_id for one in mine if one.state is not AppointmentState.DECLINED}
    others = [row for row in _rows(conference.id, people) if row[0].office.body_id != body_id]
    own = db.session.get(Committee, body_id)
    found: dict[int, list[Elsewhere]] = {}
    for one in mine:
        for other, body, committee in others:
            is_same = other.official_id == one.official_id and one.state is not AppointmentState.DECLINED
            if is_same and _can_meet(_time(one, own, conference.zone), _time(other, committee, conference.zone)):
                found.setdefault(one.id, []).append(Elsewhere(other.office.title, body))
    return found


def held_by(conference_id: int, official_id: int) -> list[Elsewhere]:
    """What somebody is in the conference, or was asked to be."""
    rows = _rows(conference_id, [official_id])
    return [Elsewhere(one.office.title, body) for one, body, _committee in rows if one.state in PRESENT]


def known_words(body_id: int) -> tuple[list[str], list[str]]:
    """The responsibilities and territories that were given in a body, to choose from while typing."""
    rows = db.session.execute(
        sa.select(Appointment.responsibility, Appointment.territory)
        .join(Appointment.office)
        .where(Office.body_id == body_id)
        .order_by(Appointment.id)
    ).all()
    return [*dict.fromkeys(row[0] for row in rows if row[0])], [*dict.fromkeys(row[1] for row in rows if row[1])]


def _seats(*where: sa.ColumnElement[bool]) -> sa.Select[Appointment]:
    return (
        sa.select(Appointment)
        .join(Appointment.office)
        .where(*where)
        .options(
            contains_eager(Appointment.office),
            joinedload(Appointment.official).load_only(*PUBLIC_COLUMNS, raiseload=True),
        )
        .order_by(Office.is_presiding.desc(), Office.rank, Office.id, Appointment.id)
    )


def _rows(conference_id: int, people: Iterable[int]) -> Sequence[tuple[Appointment, str, Committee | None]]:
    committees = Committee.__table__
    bodies = sa.table("bodies", sa.column("id"), sa.column("name"))
    of_conference = sa.or_(Office.body_id == conference_id, committees.c.conference_id == conference_id)
    rows = db.session.execute(
        sa.select(Appointment, bodies.c.name)
        .join(Appointment.office)
        .join(bodies, bodies.c.id == Office.body_id)
        .outerjoin(committees, committees.c.id == Office.body_id)
        .where(Appointment.official_id.in_(list(people)), Appointment.state != AppointmentState.DECLINED, of_conference)
        .options(contains_eager(Appointment.office))
        .order_by(Appointment.id)
    ).all()
    of_rows = sa.select(Committee).where(Committee.id.in_([row[0].office.body_id for row in rows]))
    by_key = {one.id: one for one in db.session.scalars(of_rows)}
    return [(row[0], row[1], by_key.get(row[0].office.body_id)) for row in rows]


def _time(one: Appointment, committee: Committee | None, zone: Zone) -> tuple[datetime, datetime]:
    """The longest time that a seat can mean; one without a term lasts as long as its committee."""
    start, end = one.starts_earliest, one.ends_latest
    if start is None and committee is not None and committee.period_start:
        start = Moment(committee.period_start).earliest(zone or "UTC")
    if end is None and committee is not None and committee.period_end:
        end = Moment(committee.period_end).latest(zone or "UTC")
    return start or FIRST_INSTANT, end or LAST_INSTANT


def _can_meet(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])
