"""What roles are called, and what each is for, as people read it."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from confapp.permissions import Role

ROLE_NAMES: dict[Role, Any] = {
    Role.ADMINISTRATOR: _l("Administrator"),
    Role.CONVENER: _l("Convener"),
    Role.ORGANIZER: _l("Organizer"),
    Role.SECRETARY: _l("Secretary"),
    Role.COMMITTEE: _l("Committee member"),
    Role.DELEGATE: _l("Delegate"),
    Role.READER: _l("Reader"),
}
ROLE_NOTES: dict[Role, Any] = {
    Role.ADMINISTRATOR: _l("Looks after users, keys and every conference."),
    Role.CONVENER: _l("May convene conferences, and organizes those that they convene."),
    Role.ORGANIZER: _l("Does and decides everything in this conference, and says who else may."),
    Role.SECRETARY: _l("Keeps the log, the records, letters, the agenda and the programme; decides nothing."),
    Role.COMMITTEE: _l("Sees the preparation; works on committees and the programme."),
    Role.DELEGATE: _l("Sees the agenda and the documents for delegates."),
    Role.READER: _l("Sees the preparation and changes nothing."),
}
