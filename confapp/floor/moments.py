"""Moments of acts on the floor: when now is, and what certainly stands in the wrong order."""

from __future__ import annotations

import sqlalchemy as sa

from confapp import clock
from confapp.conferences.models import Conference
from confapp.dates import Moment
from confapp.db import db
from confapp.floor.facts import NOW, Now
from confapp.programme.models import Session


def conference_of(session: Session) -> Conference:
    """The session's conference, from memory where it is there."""
    conference = db.session.get(Conference, session.conference_id)
    assert conference is not None
    return conference


def lock_conference(conference_id: int) -> None:
    """Let one writer after the other number what belongs to the conference.

    One lock for all its logs, motions and votes, so that no two writers wait for each other; it does not keep others
    from adding what only refers to the conference.
    """
    table = sa.inspect(Conference).local_table
    db.session.execute(sa.select(table.c.id).where(table.c.id == conference_id).with_for_update(key_share=True))


def moment_of(at: Moment | Now | None, zone: str | None) -> Moment | None:
    """The moment of an act: as stated, or now on the conference's clock, or not known."""
    return Moment.of(clock.now().replace(microsecond=0), zone) if at is NOW else at


def certainly_before(one: Moment | None, other: Moment | None, zone: str | None) -> bool:
    """Whether one lies before the other whatever both mean; what is not known is never certain.

    Where nobody knows the zone, clocks of one conference still showed the same hours.
    """
    if one is None or other is None:
        return False
    clocks = zone or ("UTC" if one.offset == other.offset else None)
    return one.latest(clocks) < other.earliest(clocks)
