"""Terms of office: the instants that they can mean, and the refusal of two holders at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypedDict

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import contains_eager

from confapp import clock
from confapp.dates import Moment, Zone
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.officials.facts import AppointmentFacts
from confapp.officials.models import Appointment, AppointmentState, Office, Official
from confapp.spans import Span

# What the databases say when they refuse a second holder (guards.py): one names its constraint, one has a sentence.
SECOND_HOLDER = ("ex_appointments_one_holder", "two holders of a unique office")
HOLDING = frozenset({AppointmentState.ACCEPTED, AppointmentState.IN_FORCE, AppointmentState.ENDED})


class Bounds(TypedDict):
    """The earliest and latest instants that the two ends of a term can mean; an end that is not stated has none."""

    starts_earliest: datetime | None
    starts_latest: datetime | None
    ends_earliest: datetime | None
    ends_latest: datetime | None


def bounds_of(start: Moment | None, end: Moment | None, zone: Zone) -> Bounds:
    """Read a term on the clock of the zone; one that certainly ends before it starts is refused."""
    Span(start, end)
    bounds = Bounds(
        starts_earliest=start.earliest(zone) if start else None,
        starts_latest=start.latest(zone) if start else None,
        ends_earliest=end.earliest(zone) if end else None,
        ends_latest=end.latest(zone) if end else None,
    )
    first, last = bounds["starts_earliest"], bounds["ends_latest"]
    if first and last and last < first:
        raise RuleViolation(
            _("The term would end (%(end)s) before it starts (%(start)s).", start=start, end=end), field="term_end"
        )
    return bounds


def state_now(bounds: Bounds) -> AppointmentState:
    """Ended where the term certainly is over, in force otherwise."""
    over = bounds["ends_latest"]
    return AppointmentState.ENDED if over and over <= clock.now() else AppointmentState.IN_FORCE


def is_sole(office: Office, state: AppointmentState, *, is_acting: bool, end: Moment | None) -> bool:
    """Whether nobody else may certainly hold the office during the term.

    An ended term whose end nobody stated could be of any length, so it keeps nobody out.
    """
    return (
        office.is_unique
        and not is_acting
        and state in HOLDING
        and not (state is AppointmentState.ENDED and end is None)
    )


def refuse_two_holders(office: Office, bounds: Bounds, *, besides: Appointment | None = None) -> None:
    """Refuse a term that certainly overlaps another holder's of a unique office, and say who that is."""
    held = (
        sa.select(Appointment)
        .join(Appointment.official)
        .options(contains_eager(Appointment.official))
        .where(Appointment.office_id == office.id, Appointment.holds_alone)
        .order_by(Appointment.starts_latest)
    )
    for other in db.session.scalars(held):
        if other is not besides and _overlap(bounds, _certain(other)):
            raise RuleViolation(
                _(
                    "%(holder)s holds the office “%(title)s” %(term)s: it has one holder at a time."
                    " End that term first, or appoint somebody to act.",
                    holder=other.official.name,
                    title=office.title,
                    term=term_text(other.term_start, other.term_end),
                )
            )


def refuse_same_again(official: Official, office: Office, facts: AppointmentFacts) -> None:
    """Refuse to appoint somebody a second time to the same office for the same term and responsibility."""
    names = ("term_start", "term_end", "responsibility", "territory")
    said = sa.select(Appointment).where(
        Appointment.official_id == official.id,
        Appointment.office_id == office.id,
        Appointment.state != AppointmentState.DECLINED,
    )
    for other in db.session.scalars(said):
        if all(getattr(other, name) == facts.get(name) for name in names):
            raise RuleViolation(
                _("%(name)s is appointed as “%(title)s” already.", name=official.name, title=office.title)
            )


@contextmanager
def one_holder(office: Office) -> Iterator[None]:
    """Write appointments inside; where the database sees a second holder that came in between, say it in a sentence."""
    try:
        with db.session.begin_nested():
            yield
    except IntegrityError as error:
        if any(words in str(error.orig) for words in SECOND_HOLDER):
            raise RuleViolation(
                _(
                    "Somebody else was appointed to the office “%(title)s” in the same instant. Look who holds it now.",
                    title=office.title,
                )
            ) from error
        raise


def term_text(start: Moment | None, end: Moment | None) -> str:
    """A term that certainly overlaps another in words: so it has a start."""
    if end:
        return _("from %(start)s to %(end)s", start=start, end=end)
    return _("from %(start)s on", start=start)


def _certain(appointment: Appointment) -> Bounds:
    return Bounds(
        starts_earliest=appointment.starts_earliest,
        starts_latest=appointment.starts_latest,
        ends_earliest=appointment.ends_earliest,
        ends_latest=appointment.ends_latest,
    )


def _overlap(one: Bounds, other: Bounds) -> bool:
    """Whether two terms share time whatever their ends mean; the database holds the same rule (guards.py).

    An unstated start may be any, so it is certain of nothing; an unstated end is open.
    """
    return (
        _starts_before_end(one, one)
        and _starts_before_end(other, other)
        and _starts_before_end(one, other)
        and _starts_before_end(other, one)
    )


def _starts_before_end(one: Bounds, other: Bounds) -> bool:
    start, end = one["starts_latest"], other["ends_earliest"]
    return start is not None and (end is None or start < end)
