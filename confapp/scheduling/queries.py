"""Releases of the schedule, what is in them, and what a new one would freeze."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from confapp.conferences.models import Conference
from confapp.db import db
from confapp.programme import queries as programme
from confapp.scheduling.models import Release
from confapp.scheduling.timetable import Data, Programme


def latest_release(conference: Conference) -> Release | None:
    """The release that is in force. For everybody who may see the conference."""
    return db.session.scalar(_releases(conference).limit(1))


def releases(conference: Conference) -> Sequence[Release]:
    """All releases, the newest first: what was released stays readable. For everybody who may see the conference."""
    return db.session.scalars(_releases(conference)).all()


def release_by_name(conference: Conference, name: str) -> Release | None:
    """One release. For everybody who may see the conference."""
    return db.session.scalar(_releases(conference).where(Release.name == name))


def released_session(conference: Conference, label: str) -> Data | None:
    """A session as the latest release has it. For strangers, of what was not held yet."""
    release = latest_release(conference)
    return None if release is None else next((each for each in sessions_in(release) if each["label"] == label), None)


def sessions_in(release: Release) -> Iterator[Data]:
    """The sessions of a release, day by day and hall by hall."""
    for day in release.timetable["days"]:
        for hall in day["halls"]:
            yield from hall["sessions"]


def contributions_in(release: Release) -> Iterator[Data]:
    """The contributions of a release, in sessions and without."""
    for day in release.timetable["days"]:
        for hall in day["halls"]:
            for session in hall["sessions"]:
                yield from session["contributions"]
            yield from hall["contributions"]


def loose_contributions_in(release: Release) -> Iterator[Data]:
    """The contributions of a release that are in no session."""
    for day in release.timetable["days"]:
        for hall in day["halls"]:
            yield from hall["contributions"]


def programme_of(conference: Conference) -> Programme:
    """What is planned now, loaded whole. For organizers: strangers read releases."""
    return Programme(
        conference=conference,
        halls=programme.halls(conference),
        tracks=programme.tracks(conference),
        sessions=programme.planned_sessions(conference),
        contributions=programme.unplaced_contributions(conference),
    )


def _releases(conference: Conference) -> sa.Select[Release]:
    return sa.select(Release).where(Release.conference_id == conference.id).order_by(Release.number.desc())
