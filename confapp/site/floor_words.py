"""What is noted and moved on the floor, in words."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.floor.models import EntryKind
from confapp.voting.models import (
    DecisionKind,
    DecisionState,
    MotionAct,
    MotionKind,
    MotionLinkKind,
    MotionRole,
    MotionState,
)

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
MOTIONS: dict[MotionKind, LazyString] = {
    MotionKind.RESOLUTION: _l("Draft resolution"),
    MotionKind.PROCEDURAL: _l("Procedural motion"),
    MotionKind.NOMINATION: _l("Nomination"),
    MotionKind.AMENDMENT: _l("Amendment"),
    MotionKind.SUBSTITUTE: _l("Substitute"),
    MotionKind.REPORT: _l("Report of a committee"),
    MotionKind.RECORD_APPROVAL: _l("Approval of records"),
    MotionKind.PRESENTATION: _l("Presentation"),
    MotionKind.REQUEST: _l("Request"),
    MotionKind.APPEAL: _l("Appeal"),
    MotionKind.RECONSIDERATION: _l("Reconsideration"),
    MotionKind.WITHDRAWAL: _l("Withdrawal"),
    MotionKind.SUSPENSION: _l("Suspension"),
    MotionKind.ADJOURNMENT: _l("Adjournment"),
    MotionKind.CLOSURE: _l("Closure of the debate"),
    MotionKind.THANKS: _l("Thanks"),
    MotionKind.OTHER: _l("Motion"),
}
STATES: dict[MotionState, LazyString] = {
    MotionState.PENDING: _l("pending"),
    MotionState.CARRIED: _l("carried"),
    MotionState.LOST: _l("lost"),
    MotionState.WITHDRAWN: _l("withdrawn"),
    MotionState.REPLACED: _l("replaced"),
    MotionState.LAPSED: _l("lapsed"),
    MotionState.OUT_OF_ORDER: _l("out of order"),
    MotionState.RECEIVED: _l("received"),
    MotionState.GRANTED: _l("granted"),
    MotionState.NOT_STATED: _l("outcome not stated"),
}
ROLES: dict[MotionRole, LazyString] = {
    MotionRole.WITH: _l("with %(names)s"),
    MotionRole.SECONDED: _l("seconded by %(names)s"),
    MotionRole.ACCEPTED: _l("accepted by %(names)s"),
    MotionRole.REQUESTED: _l("at the request of %(names)s"),
}
LINKS: dict[MotionLinkKind, LazyString] = {
    MotionLinkKind.AMENDS: _l("amends %(motion)s"),
    MotionLinkKind.SUBSTITUTES: _l("in place of %(motion)s"),
    MotionLinkKind.RENEWS: _l("renews %(motion)s"),
    MotionLinkKind.WITHDRAWS: _l("withdraws %(motion)s"),
    MotionLinkKind.DIVIDES: _l("divides %(motion)s"),
    MotionLinkKind.RECONSIDERS: _l("reconsiders %(motion)s"),
}
ACTS: dict[MotionAct, LazyString] = {
    MotionAct.MOVED: _l("moved"),
    MotionAct.RENEWED: _l("renewed"),
    MotionAct.AMENDED: _l("amended"),
    MotionAct.WITHDRAWN: _l("withdrawn"),
    MotionAct.PUT: _l("put to the vote"),
    MotionAct.RULED_ON: _l("ruled on"),
    MotionAct.DISPOSED: _l("disposed of"),
}
DECISIONS: dict[DecisionKind, LazyString] = {
    DecisionKind.RESOLUTION: _l("Resolution"),
    DecisionKind.DECISION: _l("Decision"),
    DecisionKind.ELECTION: _l("Election"),
    DecisionKind.APPOINTMENT: _l("Appointment"),
    DecisionKind.ADOPTION: _l("Adoption"),
    DecisionKind.PROCEDURE: _l("Procedure"),
}
DECISION_STATES: dict[DecisionState, LazyString] = {
    DecisionState.IN_FORCE: _l("in force"),
    DecisionState.AMENDED: _l("amended"),
    DecisionState.SUPERSEDED: _l("superseded"),
    DecisionState.RESCINDED: _l("rescinded"),
}
