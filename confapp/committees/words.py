"""Kinds of committees in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.committees.models import CommitteeKind
from confapp.officials.models import AppointmentState

KINDS: dict[CommitteeKind, LazyString] = {
    CommitteeKind.PREPARATORY: _l("Preparatory committee"),
    CommitteeKind.CREDENTIALS: _l("Credentials committee"),
    CommitteeKind.DRAFTING: _l("Drafting committee"),
    CommitteeKind.PROGRAMME: _l("Programme committee"),
    CommitteeKind.NOMINATING: _l("Nominating committee"),
    CommitteeKind.SECTION: _l("Section"),
    CommitteeKind.OTHER: _l("Committee"),
}
TONES: dict[AppointmentState, str] = {
    AppointmentState.PROPOSED: "caution",
    AppointmentState.ACCEPTED: "good",
    AppointmentState.IN_FORCE: "good",
}
