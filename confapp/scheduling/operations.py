"""Release the schedule: freeze what the public reads of it."""

from __future__ import annotations

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit, clock
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.models import Conference, ConferenceState
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import next_number, write
from confapp.scheduling.models import Release
from confapp.scheduling.queries import programme_of
from confapp.scheduling.timetable import timetable


def release_schedule(
    conference: Conference, *, name: str, comment: str | None = None, by: User | None = None
) -> Release:
    """Freeze the schedule as it is planned now under a name; the public reads the latest release and nothing newer."""
    if conference.state is ConferenceState.PLANNED:
        raise RuleViolation(_("%(name)s is not convened yet. Convene it first.", name=conference.name))
    of_conference = Release.conference_id == conference.id
    if db.session.scalar(sa.select(Release.id).where(of_conference, Release.name == name)):
        raise RuleViolation(_("There is a release “%(name)s” already. Choose another name.", name=name), field="name")
    number, at = next_number(Release.number, of_conference), clock.now()
    frozen = timetable(programme_of(conference))
    if not frozen["days"]:
        raise RuleViolation(_("No session has a day yet, so there is nothing to release."))
    release = Release(
        conference_id=conference.id,
        number=number,
        released_at=at,
        released_by_id=by.id if by else None,
        timetable=frozen,
    )
    write(release, {"name": name, "comment": comment})
    db.session.add(release)
    audit.record(Action.SCHEDULE_RELEASED, release, by=by)
    db.session.flush()
    return release
