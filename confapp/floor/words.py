"""What the log notes and who was there, in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.floor.models import EntryKind, PresenceStatus

ENTRIES: dict[EntryKind, LazyString] = {
    EntryKind.OPENED: _l("Opened"),
    EntryKind.ROLL: _l("Roll"),
    EntryKind.CHAIR: _l("In the chair"),
    EntryKind.CEREMONY: _l("Ceremony"),
    EntryKind.ADDRESS: _l("Formal address"),
    EntryKind.FLOOR_GIVEN: _l("Floor given"),
    EntryKind.STATEMENT: _l("Statement"),
    EntryKind.DEBATE: _l("Debate"),
    EntryKind.DECLARATION: _l("Declaration"),
    EntryKind.EXPLANATION: _l("Explanation of vote"),
    EntryKind.GUEST: _l("Guest"),
    EntryKind.LETTER_PRESENTED: _l("Letter"),
    EntryKind.COMMUNICATION: _l("Communication"),
    EntryKind.REPORT: _l("Report"),
    EntryKind.DOCUMENT: _l("Document"),
    EntryKind.MOTION: _l("Motion"),
    EntryKind.AMENDMENT: _l("Amendment"),
    EntryKind.RENEWED: _l("Motion renewed"),
    EntryKind.WITHDRAWN: _l("Motion withdrawn"),
    EntryKind.VOTE: _l("Vote"),
    EntryKind.VOTE_CHANGED: _l("Vote changed"),
    EntryKind.ELECTION: _l("Election"),
    EntryKind.DECISION: _l("Decision"),
    EntryKind.APPOINTMENT: _l("Appointment"),
    EntryKind.POINT_OF_ORDER: _l("Point of order"),
    EntryKind.RULING: _l("Ruling"),
    EntryKind.ANNOUNCEMENT: _l("Announcement"),
    EntryKind.NOTICE: _l("Notice"),
    EntryKind.REQUEST: _l("Request"),
    EntryKind.DEFERRAL: _l("Deferred"),
    EntryKind.RECORD_APPROVAL: _l("Approval of records"),
    EntryKind.SIGNATURE: _l("Signature"),
    EntryKind.THANKS: _l("Thanks"),
    EntryKind.SUSPENDED: _l("Suspended"),
    EntryKind.RESUMED: _l("Resumed"),
    EntryKind.ADJOURNED: _l("Adjourned"),
    EntryKind.NOTE: _l("Note"),
}
PRESENCES: dict[PresenceStatus, LazyString] = {
    PresenceStatus.PRESENT: _l("Present"),
    PresenceStatus.ABSENT: _l("Absent"),
    PresenceStatus.EXCUSED: _l("Excused"),
}
