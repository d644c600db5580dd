"""Take decisions."""

from __future__ import annotations

from typing import Unpack

from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.models import Conference
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import write
from confapp.floor.moments import lock_conference
from confapp.voting import labels, motions
from confapp.voting.facts import DecisionFacts
from confapp.voting.models import Decision, DecisionState, MotionState, VoteResult

AGAINST = {VoteResult.LOST, VoteResult.TIED, VoteResult.VOID, VoteResult.NO_DECISION}
NOT_CARRIED = {MotionState.LOST, MotionState.WITHDRAWN, MotionState.OUT_OF_ORDER}
PAST = {DecisionState.SUPERSEDED, DecisionState.RESCINDED}


def take_decision(
    conference: Conference,
    *,
    title: str,
    label: str | None = None,
    by: User | None = None,
    **facts: Unpack[DecisionFacts],
) -> Decision:
    """Keep what the conference decided; one that it supersedes stays to be read and is marked."""
    db.session.flush()
    lock_conference(conference.id)
    labels.refuse_label(Decision, conference.id, label)
    motions.refuse_foreign(conference.id, facts.values())
    _refuse_what_was_not_carried(facts)
    session, earlier = facts.get("session"), facts.get("supersedes")
    decision = Decision(**labels.place(Decision, conference.id, session, label))
    write(decision, {"title": title, **facts})
    if earlier is not None:
        earlier.state = DecisionState.SUPERSEDED
    db.session.add(decision)
    audit.record(Action.DECISION_TAKEN, decision, by=by)
    db.session.flush()
    return decision


def _refuse_what_was_not_carried(facts: DecisionFacts) -> None:
    vote, motion, earlier = facts.get("vote"), facts.get("motion"), facts.get("supersedes")
    if vote is not None and vote.result in AGAINST:
        raise RuleViolation(_("The vote %(label)s carried nothing to decide.", label=vote.label), field="vote")
    if motion is not None and motion.state in NOT_CARRIED:
        raise RuleViolation(_("The motion %(label)s was not carried.", label=motion.label), field="motion")
    if earlier is not None and earlier.state in PAST:
        raise RuleViolation(
            _("The decision %(label)s does not hold any more.", label=earlier.label), field="supersedes"
        )
