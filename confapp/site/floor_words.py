"""What is noted and moved on the floor, in words."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.floor.words import ENTRIES
from confapp.voting.models import DecisionState, MotionAct, MotionLinkKind, MotionRole
from confapp.voting.words import DECISIONS, MOTIONS, STATES

__all__ = ["ACTS", "DECISIONS", "DECISION_STATES", "ENTRIES", "LINKS", "MOTIONS", "ROLES", "STATES"]

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
DECISION_STATES: dict[DecisionState, LazyString] = {
    DecisionState.IN_FORCE: _l("in force"),
    DecisionState.AMENDED: _l("amended"),
    DecisionState.SUPERSEDED: _l("superseded"),
    DecisionState.RESCINDED: _l("rescinded"),
}
