"""States of sessions in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.programme.models import SessionState

SESSION_STATES: dict[SessionState, LazyString] = {
    SessionState.PLANNED: _l("Planned"),
    SessionState.OPEN: _l("In session now"),
    SessionState.SUSPENDED: _l("Suspended"),
    SessionState.ADJOURNED: _l("Adjourned"),
    SessionState.CLOSED: _l("Closed"),
    SessionState.CANCELLED: _l("Cancelled"),
}
TONES: dict[SessionState, str] = {
    SessionState.OPEN: "good",
    SessionState.SUSPENDED: "caution",
    SessionState.CANCELLED: "bad",
}
