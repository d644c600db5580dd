"""States and instruments of appointments in words."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.officials.models import AppointmentState, InstrumentKind

STATES: dict[AppointmentState, LazyString] = {
    AppointmentState.PROPOSED: _l("Proposed"),
    AppointmentState.ACCEPTED: _l("Accepted"),
    AppointmentState.DECLINED: _l("Declined"),
    AppointmentState.IN_FORCE: _l("In office"),
    AppointmentState.ENDED: _l("Ended"),
}
INSTRUMENTS: dict[InstrumentKind, LazyString] = {
    InstrumentKind.DECISION: _l("Decision"),
    InstrumentKind.LETTER: _l("Letter"),
    InstrumentKind.ELECTION: _l("Election"),
    InstrumentKind.APPOINTMENT: _l("Appointment"),
    InstrumentKind.OTHER: _l("Other"),
}
