"""Halls, tracks, sessions and contributions.

Strangers see a session of a public conference once it was opened; what is only planned they read in the released
schedule.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager, joinedload, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad as LoadOption

from confapp.committees.models import Committee
from confapp.conferences.models import Conference
from confapp.conferences.queries import seen_by_strangers
from confapp.db import db
from confapp.errors import NotFound
from confapp.officials.models import Official
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.programme.models import Contribution, ContributionPerson, Hall, Session, SessionState, Track
from confapp.programme.names import session_called

HELD = (SessionState.OPEN, SessionState.SUSPENDED, SessionState.ADJOURNED, SessionState.CLOSED)


def was_held() -> sa.ColumnElement[bool]:
    """The condition under which strangers who see the conference see a session itself."""
    return Session.state.in_(HELD)


def held_sessions(conference: Conference) -> Sequence[Session]:
    """The sessions that were opened, in their order, with place and presiding officer. For strangers."""
    return db.session.scalars(
        _brief().where(Session.conference_id == conference.id, was_held()).order_by(Session.position)
    ).all()


def sessions(conference: Conference) -> Sequence[Session]:
    """All sessions, also planned and cancelled ones, in their order. For organizers."""
    return db.session.scalars(_brief().where(Session.conference_id == conference.id).order_by(Session.position)).all()


def held_session(conference: Conference, label: str) -> Session | None:
    """One that was opened, by its label, whole: with its contributions and their people. For strangers."""
    return db.session.scalar(_whole().where(Session.conference_id == conference.id, Session.label == label, was_held()))


def session_by_label(conference: Conference, label: str) -> Session:
    """One, whole, held or not; refused where there is none. For organizers."""
    session = db.session.scalar(_whole().where(Session.conference_id == conference.id, Session.label == label))
    if session is None:
        raise NotFound(_("There is no session “%(label)s”.", label=label))
    return session


def session_names(conference_id: int) -> dict[str, str]:
    """What the sessions that were not cancelled are called, by their labels, in their order. For the desk."""
    rows = db.session.execute(
        sa.select(Session.kind, Session.number, Session.label, Committee.name)
        .outerjoin(Committee, Committee.id == Session.committee_id)
        .where(Session.conference_id == conference_id, Session.state != SessionState.CANCELLED)
        .order_by(Session.position)
    )
    return {label: session_called(kind, number, label, committee or "") for kind, number, label, committee in rows}


def halls(conference: Conference) -> Sequence[Hall]:
    """The halls in their order. For who may see the schedule."""
    return db.session.scalars(sa.select(Hall).where(Hall.conference_id == conference.id).order_by(Hall.position)).all()


def tracks(conference: Conference) -> Sequence[Track]:
    """The tracks in their order. For who may see the schedule."""
    return db.session.scalars(
        sa.select(Track).where(Track.conference_id == conference.id).order_by(Track.position)
    ).all()


def unplaced_contributions(conference: Conference) -> Sequence[Contribution]:
    """Contributions that are in no session, with people, hall and track. For organizers."""
    return db.session.scalars(
        sa.select(Contribution)
        .where(
            Contribution.conference_id == conference.id,
            Contribution.session_id.is_(None),
            Contribution.is_withdrawn.is_(False),
        )
        .options(*_with_people())
        .order_by(Contribution.planned_start.asc().nulls_last(), Contribution.position)
    ).all()


def planned_sessions(conference: Conference) -> Sequence[Session]:
    """All sessions but cancelled ones, whole and read anew: what a release would freeze. For organizers."""
    return db.session.scalars(
        _whole()
        .where(Session.conference_id == conference.id, Session.state != SessionState.CANCELLED)
        .order_by(Session.position)
        .execution_options(populate_existing=True)
    ).all()


def public_contributions(official: Official) -> Sequence[Contribution]:
    """What somebody contributed to sessions that were held, the newest first. For strangers."""
    return db.session.scalars(
        sa.select(Contribution)
        .join(Contribution.session)
        .join(Session.conference)
        .join(Contribution.people)
        .where(
            ContributionPerson.official_id == official.id,
            Contribution.is_withdrawn.is_(False),
            was_held(),
            seen_by_strangers(),
        )
        .options(
            contains_eager(Contribution.session).options(
                contains_eager(Session.conference), joinedload(Session.committee)
            )
        )
        .order_by(Session.held_on.desc().nulls_last(), Contribution.id.desc())
        .distinct()
    ).all()


def _brief() -> sa.Select[Session]:
    return sa.select(Session).options(
        joinedload(Session.hall),
        joinedload(Session.track),
        joinedload(Session.committee),
        joinedload(Session.presiding).load_only(*PUBLIC_COLUMNS, raiseload=True),
    )


def _whole() -> sa.Select[Session]:
    contributions = selectinload(Session.contributions.and_(Contribution.is_withdrawn.is_(False)))
    return _brief().options(contributions.options(*_with_people()))


def _with_people() -> tuple[LoadOption, ...]:
    official = joinedload(ContributionPerson.official).load_only(*PUBLIC_COLUMNS, raiseload=True)
    return (
        joinedload(Contribution.hall),
        joinedload(Contribution.track),
        selectinload(Contribution.people).options(official),
    )
