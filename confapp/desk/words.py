"""Where a conference stands, and what is next, in words."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from confapp.conferences.models import ConferenceState

# The word of a state, and how it is tinted.
STATES = {
    ConferenceState.PLANNED: (_l("Planned"), ""),
    ConferenceState.CONVENED: (_l("Convened"), "caution"),
    ConferenceState.PREPARING: (_l("In preparation"), "caution"),
    ConferenceState.OPEN: (_l("In session"), "good"),
    ConferenceState.CLOSED: (_l("Closed"), ""),
    ConferenceState.ARCHIVED: (_l("Archived"), ""),
}


def steps_of(state: ConferenceState) -> str:
    """The next step of the life cycle, as a sentence."""
    return {
        ConferenceState.PLANNED: _("Next: convene it."),
        ConferenceState.CONVENED: _("Next: appoint its committees and begin to prepare."),
        ConferenceState.PREPARING: _("Next: invite, schedule, set the agenda; then open it."),
        ConferenceState.OPEN: _("Next: hold its sessions and keep their log; then close it."),
        ConferenceState.CLOSED: _("Next: approve the records and publish the proceedings."),
        ConferenceState.ARCHIVED: _("Nothing is left to do."),
    }[state]
