"""What the desk lists of sessions, halls and tracks, and its single things. For who may see the desk."""

from __future__ import annotations

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import joinedload, selectinload

from confapp.db import db
from confapp.errors import NotFound
from confapp.listing import Filter, Listing, Page
from confapp.programme.models import Contribution, ContributionPerson, Hall, Session, Track
from confapp.programme.names import SESSION_KINDS
from confapp.programme.words import SESSION_STATES

SESSIONS = Listing(
    model=Session,
    sorts={"number": Session.position, "when": (Session.planned_start, Session.held_on), "state": Session.state},
    filters=(
        Filter("state", _l("State"), SESSION_STATES, on=Session.state),
        Filter("kind", _l("Kind"), SESSION_KINDS, on=Session.kind),
    ),
    load=(joinedload(Session.hall), joinedload(Session.committee), joinedload(Session.track)),
)
HALLS = Listing(model=Hall, sorts={"place": Hall.position, "name": None, "capacity": Hall.capacity})
TRACKS = Listing(model=Track, sorts={"place": Track.position, "name": None})


def listed_sessions(conference_id: int) -> Page:
    """A page of the sessions of a conference."""
    return SESSIONS.page(Session.conference_id == conference_id)


def listed_halls(conference_id: int) -> Page:
    """A page of its halls."""
    return HALLS.page(Hall.conference_id == conference_id)


def listed_tracks(conference_id: int) -> Page:
    """A page of its tracks."""
    return TRACKS.page(Track.conference_id == conference_id)


def hall_at(conference_id: int, key: str) -> Hall:
    """One by its key; refused where there is none."""
    hall = db.session.scalar(sa.select(Hall).where(Hall.conference_id == conference_id, Hall.key == key))
    if hall is None:
        raise NotFound(_("There is no hall at this address."))
    return hall


def track_at(conference_id: int, key: str) -> Track:
    """One by its key; refused where there is none."""
    track = db.session.scalar(sa.select(Track).where(Track.conference_id == conference_id, Track.key == key))
    if track is None:
        raise NotFound(_("There is no track at this address."))
    return track


def contribution_at(session: Session, key: str) -> Contribution:
    """A contribution of a session with its people; refused where there is none."""
    found = db.session.scalar(
        sa.select(Contribution)
        .where(Contribution.session_id == session.id, Contribution.key == key, Contribution.is_withdrawn.is_(False))
        .options(
            joinedload(Contribution.hall),
            joinedload(Contribution.track),
            selectinload(Contribution.people).joinedload(ContributionPerson.official),
        )
    )
    if found is None:
        raise NotFound(_("There is no contribution at this address."))
    return found
