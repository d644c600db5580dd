"""Correcting the life cycle: when a conference was called, opened and closed, and a step that was taken too early."""

from __future__ import annotations

from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.models import Conference, ConferenceState
from confapp.dates import Moment, PartialDate
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import refuse_stale, write
from confapp.spans import Span

ORDER = tuple(ConferenceState)
SET_BY = {
    ConferenceState.CONVENED: "convened_on",
    ConferenceState.OPEN: "opened",
    ConferenceState.CLOSED: "closed",
}
"""What a step writes down beside the state."""


def state_before(conference: Conference) -> ConferenceState | None:
    """The state to which a step back would lead."""
    place = ORDER.index(conference.state)
    return ORDER[place - 1] if place else None


def correct_course(
    conference: Conference,
    *,
    convened_on: PartialDate | None,
    opened: Moment | None,
    closed: Moment | None,
    version: int | None = None,
    by: User | None = None,
) -> None:
    """Correct when it was called, opened and closed; a date of what has not happened yet is refused."""
    refuse_stale(conference, version)
    if conference.state is ConferenceState.ARCHIVED:
        raise RuleViolation(_("%(name)s is archived and is changed no more.", name=conference.name))
    facts = {"convened_on": convened_on, "opened": opened, "closed": closed}
    for state, name in SET_BY.items():
        if facts[name] is not None and ORDER.index(conference.state) < ORDER.index(state):
            raise RuleViolation(_("That has not happened yet. Take the step first, then correct its date."), field=name)
    if convened_on and opened and opened.date.latest < convened_on.earliest:
        raise RuleViolation(
            _("It was convened in %(date)s and cannot have been opened before that.", date=convened_on), field="opened"
        )
    Span(opened, closed)
    changed = write(conference, facts)
    audit.record(Action.CONFERENCE_CHANGED, conference, by=by, detail={"fields": changed})
    db.session.flush()


def step_back(conference: Conference, *, hindrance: str | None = None, by: User | None = None) -> None:
    """Take back the last step of the life cycle, with its date.

    The caller passes in what would be untrue afterwards (sessions were held, an edition is out), as a sentence.
    """
    before = state_before(conference)
    if before is None:
        raise RuleViolation(_("%(name)s is only planned: there is no step to take back.", name=conference.name))
    if before is ConferenceState.PLANNED and conference.is_public:
        raise RuleViolation(_("Strangers see %(name)s. Hide it from them first.", name=conference.name))
    if hindrance:
        raise RuleViolation(hindrance)
    name = SET_BY.get(conference.state)
    write(conference, {"state": before, **({name: None} if name else {})})
    audit.record(Action.CONFERENCE_CHANGED, conference, by=by, detail={"fields": ["state"]})
    db.session.flush()
