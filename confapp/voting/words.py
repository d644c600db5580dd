"""Motions, votes and decisions in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.voting.models import Choice, DecisionKind, MotionKind, MotionState, VoteMethod, VoteResult

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
DECISIONS: dict[DecisionKind, LazyString] = {
    DecisionKind.RESOLUTION: _l("Resolution"),
    DecisionKind.DECISION: _l("Decision"),
    DecisionKind.ELECTION: _l("Election"),
    DecisionKind.APPOINTMENT: _l("Appointment"),
    DecisionKind.ADOPTION: _l("Adoption"),
    DecisionKind.PROCEDURE: _l("Procedure"),
}
METHODS: dict[VoteMethod, LazyString] = {
    VoteMethod.ROLL_CALL: _l("roll call"),
    VoteMethod.SHOW_OF_HANDS: _l("show of hands"),
    VoteMethod.DIVISION: _l("division"),
    VoteMethod.VOICE: _l("by voice"),
    VoteMethod.SECRET_BALLOT: _l("secret ballot"),
    VoteMethod.NOT_RECORDED: _l("votes not recorded"),
    VoteMethod.NOT_STATED: _l("manner not stated"),
    VoteMethod.UNANIMOUS: _l("unanimously"),
    VoteMethod.WITHOUT_DIVISION: _l("without division"),
    VoteMethod.NO_OBJECTION: _l("no objection"),
    VoteMethod.CONSENSUS: _l("by consensus"),
    VoteMethod.ACCLAMATION: _l("by acclamation"),
}
RESULTS: dict[VoteResult, LazyString] = {
    VoteResult.CARRIED: _l("Carried"),
    VoteResult.LOST: _l("Lost"),
    VoteResult.TIED: _l("Tied"),
    VoteResult.VOID: _l("Void"),
    VoteResult.NO_DECISION: _l("No decision"),
    VoteResult.ELECTED: _l("Elected"),
    VoteResult.NOT_STATED: _l("Result not stated"),
}
CHOICES: dict[Choice, LazyString] = {
    Choice.YES: _l("Yes"),
    Choice.NO: _l("No"),
    Choice.ABSTAIN: _l("Abstained"),
    Choice.ABSENT: _l("Absent"),
    Choice.NOT_VOTING: _l("Did not vote"),
    Choice.DIVIDED: _l("Divided"),
    Choice.CANDIDATE: _l("For a candidate"),
    Choice.UNCLEAR: _l("Unclear"),
}
