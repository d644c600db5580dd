"""Move motions and dispose of them; rule, appeal and reverse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import write
from confapp.floor.models import LogEntry
from confapp.floor.moments import lock_conference
from confapp.officials.models import Official
from confapp.programme.models import Session
from confapp.voting import labels, motions
from confapp.voting.facts import (
    MotionFacts,
    MotionLinkFacts,
    MotionPersonFacts,
    RulingFacts,
    TextChangeFacts,
)
from confapp.voting.models import (
    Motion,
    MotionAct,
    MotionEvent,
    MotionKind,
    MotionState,
    Ruling,
    Vote,
    VoteResult,
)


def move_motion(  # noqa: PLR0913  a motion has as many sides
    session: Session,
    *,
    kind: MotionKind,
    summary: str,
    label: str | None = None,
    people: Sequence[MotionPersonFacts] = (),
    links: Sequence[MotionLinkFacts] = (),
    changes: Sequence[TextChangeFacts] = (),
    by: User | None = None,
    **facts: Unpack[MotionFacts],
) -> Motion:
    """Put a motion, proposal, amendment or request before a session; without a label it gets the next one."""
    db.session.flush()
    lock_conference(session.conference_id)
    motions.refuse_idle_session(session)
    labels.refuse_label(Motion, session.conference_id, label)
    motions.refuse_people(people)
    motions.refuse_repeated_links(links)
    others = [link["other"] for link in links]
    motions.refuse_foreign(
        session.conference_id, [*others, *facts.values(), *(person.get("delegation") for person in people)]
    )
    motion = Motion(session_id=session.id, **labels.place(Motion, session.conference_id, session, label))
    write(motion, {"kind": kind, "summary": summary, "state": MotionState.PENDING, **facts})
    motions.add_parts(motion, people, links, changes)
    db.session.add(motion)
    audit.record(Action.MOTION_MOVED, motion, by=by)
    db.session.flush()
    return motion


def note_motion(motion: Motion, entry: LogEntry, act: MotionAct, *, by: User | None = None) -> MotionEvent:
    """Note that the log entry tells of the motion; noted twice, it stands there once."""
    db.session.flush()
    owner = db.session.scalar(sa.select(Session.conference_id).where(Session.id == entry.session_id))
    if owner != motion.conference_id:
        raise RuleViolation(_("The log entry belongs to another conference."), field="entry")
    known = sa.select(MotionEvent).filter_by(motion_id=motion.id, entry_id=entry.id, act=act)
    event = db.session.scalar(known)
    if event is None:
        event = MotionEvent(motion_id=motion.id, entry_id=entry.id, act=act)
        db.session.add(event)
        audit.record(Action.MOTION_CHANGED, motion, by=by, detail={"act": act.value})
        db.session.flush()
    return event


def dispose_motion(motion: Motion, *, state: MotionState, outcome: str | None = None, by: User | None = None) -> None:
    """Say what became of a motion, once."""
    db.session.flush()
    motions.refuse_disposal(motion, state)
    write(motion, {"state": state, "outcome": outcome})
    withdrawn = state is MotionState.WITHDRAWN
    audit.record(
        Action.MOTION_WITHDRAWN if withdrawn else Action.MOTION_DISPOSED, motion, by=by, detail={"state": state.value}
    )
    db.session.flush()


def withdraw_motion(motion: Motion, *, outcome: str | None = None, by: User | None = None) -> None:
    """Take back a motion that nothing has become of yet."""
    dispose_motion(motion, state=MotionState.WITHDRAWN, outcome=outcome, by=by)


def make_ruling(  # noqa: PLR0913  a ruling has as many sides
    session: Session,
    *,
    text: str,
    label: str | None = None,
    by_official: Official | None = None,
    motion: Motion | None = None,
    entry: LogEntry | None = None,
    by: User | None = None,
    **facts: Unpack[RulingFacts],
) -> Ruling:
    """Keep a ruling of the presiding officer; it stands until a vote reverses it (R38)."""
    db.session.flush()
    lock_conference(session.conference_id)
    motions.refuse_idle_session(session)
    labels.refuse_label(Ruling, session.conference_id, label)
    motions.refuse_foreign(session.conference_id, [motion], field="motion")
    motions.refuse_foreign_entry(session, entry)
    ruling = Ruling(session_id=session.id, **labels.place(Ruling, session.conference_id, session, label))
    write(ruling, {"text": text, "by": by_official, "motion": motion, "entry": entry, **facts})
    db.session.add(ruling)
    audit.record(Action.RULING_MADE, ruling, by=by)
    db.session.flush()
    return ruling


def appeal_ruling(ruling: Ruling, *, appeal: Motion, by: User | None = None) -> None:
    """Note the appeal against a ruling; the ruling stands unless a vote on it carries."""
    motions.refuse_foreign(ruling.conference_id, [appeal], field="appeal")
    if ruling.appeal_id is not None and ruling.appeal_id != appeal.id:
        raise RuleViolation(_("There was an appeal against the ruling %(label)s already.", label=ruling.label))
    ruling.appeal = appeal
    audit.record(Action.RULING_MADE, ruling, by=by, detail={"appeal": appeal.label})
    db.session.flush()


def reverse_ruling(ruling: Ruling, *, vote: Vote, appeal: Motion | None = None, by: User | None = None) -> None:
    """Reverse a ruling by a vote that carried the appeal; without `appeal` it is the vote's motion."""
    motions.refuse_foreign(ruling.conference_id, [vote, appeal])
    if ruling.reversed_by_id is not None:
        raise RuleViolation(_("The ruling %(label)s has been reversed already.", label=ruling.label))
    if vote.result is not VoteResult.CARRIED:
        raise RuleViolation(_("The appeal was not carried: the ruling %(label)s stands.", label=ruling.label))
    ruling.reversed_by = vote
    if appeal is not None or ruling.appeal_id is None:
        ruling.appeal_id = appeal.id if appeal is not None else vote.motion_id
    audit.record(Action.RULING_MADE, ruling, by=by, detail={"reversed_by": vote.label})
    db.session.flush()
