"""What the rules of procedure have to say about a vote before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp.conferences.models import Rulebook
from confapp.conferences.rules import QuorumCheck, Rules, VoteChange
from confapp.conferences.rules_data import read_rules
from confapp.dates import Moment
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.floor.life import sits_now
from confapp.floor.moments import certainly_before, conference_of
from confapp.floor.queries import quorum_of
from confapp.programme.models import Session, SessionState
from confapp.voting.counting import Totals
from confapp.voting.facts import ChangeFacts
from confapp.voting.models import Choice, MotionKind, Vote, VoteResult
from confapp.voting.motions import refuse_foreign, refuse_idle_session

# Without a quorum a session can still end or wait for one.
NEED_NO_QUORUM = {MotionKind.ADJOURNMENT, MotionKind.SUSPENSION}
DECIDE_NOTHING = {VoteResult.VOID, VoteResult.NO_DECISION}


def rulebook_of_vote(session: Session, declared: Moment | None) -> Rulebook | None:
    """The newest rulebook that was not certainly adopted after the vote."""
    conference = conference_of(session)
    at = declared or session.opened or (Moment(session.held_on) if session.held_on else None)
    newest_first = sa.select(Rulebook).where(Rulebook.conference_id == conference.id).order_by(Rulebook.number.desc())
    for rulebook in db.session.scalars(newest_first):
        if not certainly_before(at, rulebook.adopted, conference.zone):
            return rulebook
    return None


def rules_of(rulebook: Rulebook | None) -> Rules | None:
    """What the rulebook says."""
    return read_rules(rulebook.rules) if rulebook is not None else None


def use(rulebook: Rulebook | None) -> None:
    """Freeze the rulebook: a vote rests on it from now on."""
    if rulebook is not None and not rulebook.is_in_use:
        rulebook.is_in_use = True


def is_documented(provenance: Mapping[str, Any] | None) -> bool:
    """Whether a source tells of the act: then it happened, whatever the rules say of it."""
    return bool((provenance or {}).get("sources"))


def refuse_vote(session: Session, facts: Mapping[str, Any], totals: Totals | None) -> None:
    """Refuse a vote of a session that does not sit, of another conference, or against the rules."""
    refuse_idle_session(session)
    if session.state is SessionState.SUSPENDED:
        raise RuleViolation(_("This session is suspended. Resume it first."))
    refuse_foreign(session.conference_id, facts.values())
    rulebook = facts["rulebook"] if "rulebook" in facts else rulebook_of_vote(session, facts.get("declared"))
    if rulebook is not None:
        read_rules(rulebook.rules).majority(facts.get("majority"))
        _refuse_lost_quorum(session, rulebook, facts)
    _refuse_casting_vote(facts.get("casting_choice"), totals)


def _refuse_lost_quorum(session: Session, rulebook: Rulebook, facts: Mapping[str, Any]) -> None:
    rules = read_rules(rulebook.rules)
    motion = facts.get("motion")
    needs_none = facts["result"] in DECIDE_NOTHING or (motion is not None and motion.kind in NEED_NO_QUORUM)
    is_history = not sits_now(session, conference_of(session).zone)
    if rules.quorum_check is not QuorumCheck.EACH_VOTE or needs_none or is_history:
        return
    found = quorum_of(session, rulebook, at=facts.get("declared"))
    if found is not None and not found.is_met:
        raise RuleViolation(
            _(
                "%(present)s are present, %(needed)s are needed to decide. Adjourn, suspend, or note the vote as void.",
                present=found.present,
                needed=found.needed,
            )
        )


def _refuse_casting_vote(choice: Choice | None, totals: Totals | None) -> None:
    if choice is None:
        return
    if choice not in {Choice.YES, Choice.NO}:
        raise RuleViolation(_("A casting vote is yes or no."), field="casting_choice")
    if totals is not None and not totals.unclear and totals.yes != totals.no:
        raise RuleViolation(
            _("There is no tie to break: %(yes)s voted yes, %(no)s no.", yes=totals.yes, no=totals.no),
            field="casting_choice",
        )


def refuse_change(vote: Vote, reason: str, facts: ChangeFacts) -> None:
    """Refuse a changed or late vote after the result was declared, unless the rules or leave allow it (R19)."""
    if not reason.strip():
        raise RuleViolation(_("Say why the vote is changed."), field="reason")
    refuse_foreign(vote.conference_id, [facts.get("session"), facts.get("motion")])
    rulebook = db.session.get(Rulebook, vote.rulebook_id) if vote.rulebook_id is not None else None
    rules = rules_of(rulebook)
    if rules is None or is_documented(facts.get("provenance")):
        return
    zone = conference_of(db.session.get_one(Session, vote.session_id)).zone
    has_leave = bool(facts.get("authorized") or facts.get("motion"))
    if rules.vote_changes is VoteChange.NEVER:
        raise RuleViolation(_("By the rules of this conference a vote once cast stays."))
    if certainly_before(facts.get("entered"), vote.declared, zone):
        return
    if rules.vote_changes is VoteChange.UNTIL_DECLARED:
        raise RuleViolation(_("By the rules of this conference no vote changes after the result has been declared."))
    if not has_leave:
        raise RuleViolation(
            _("The result has been declared. Say by whose leave the vote is changed."), field="authorized"
        )
