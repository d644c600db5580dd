"""Releases of the schedule, and what a new one would freeze."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from confapp.conferences.models import Conference
from confapp.db import db
from confapp.programme.models import Contribution, ContributionPerson, Hall, Session, SessionState, Track
from confapp.scheduling.models import Release
from confapp.scheduling.timetable import Programme


def latest_release(conference: Conference) -> Release | None:
    """The release that is in force. For everybody who may see the conference."""
    return db.session.scalar(
        sa.select(Release).where(Release.conference_id == conference.id).order_by(Release.number.desc()).limit(1)
    )


def releases(conference: Conference) -> Sequence[Release]:
    """All releases, the newest first. For everybody who may see the conference; what was released stays readable."""
    return db.session.scalars(
        sa.select(Release).where(Release.conference_id == conference.id).order_by(Release.number.desc())
    ).all()


def programme_of(conference: Conference) -> Programme:
    """What is planned now, loaded whole. For its organizers: strangers read releases."""
    within = [
        joinedload(Contribution.hall),
        joinedload(Contribution.track),
        selectinload(Contribution.people).joinedload(ContributionPerson.official),
    ]
    return Programme(
        conference=conference,
        halls=db.session.scalars(
            sa.select(Hall).where(Hall.conference_id == conference.id).order_by(Hall.position)
        ).all(),
        tracks=db.session.scalars(
            sa.select(Track).where(Track.conference_id == conference.id).order_by(Track.position)
        ).all(),
        sessions=db.session.scalars(
            sa.select(Session)
            .where(Session.conference_id == conference.id, Session.state != SessionState.CANCELLED)
            .options(
                joinedload(Session.hall),
                joinedload(Session.track),
                joinedload(Session.committee),
                selectinload(Session.contributions).options(*within),
            )
            .order_by(Session.position)
            .execution_options(populate_existing=True)
        ).all(),
        contributions=db.session.scalars(
            sa.select(Contribution)
            .where(
                Contribution.conference_id == conference.id,
                Contribution.session_id.is_(None),
                Contribution.is_withdrawn.is_(False),
            )
            .options(*within)
            .order_by(Contribution.planned_start, Contribution.position)
            .execution_options(populate_existing=True)
        ).all(),
    )
