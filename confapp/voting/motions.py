"""Motions with who moved them, what they bear on, and what may become of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp.db import Base, db
from confapp.errors import RuleViolation
from confapp.facts import write
from confapp.floor.models import LogEntry
from confapp.programme.models import Session, SessionState
from confapp.voting.facts import MotionLinkFacts, MotionPersonFacts, TextChangeFacts
from confapp.voting.models import (
    Motion,
    MotionLink,
    MotionPerson,
    MotionState,
    TextChange,
    Vote,
    VoteKind,
    VoteResult,
)

Part = TypeVar("Part", bound=Base)

DECIDED = {VoteResult.CARRIED, VoteResult.LOST, VoteResult.TIED, VoteResult.VOID, VoteResult.NO_DECISION}


def refuse_idle_session(session: Session) -> None:
    """Refuse what only a session that sits, or has sat, can do."""
    if session.state is SessionState.PLANNED:
        raise RuleViolation(_("This session is not open yet. Open it first."))
    if session.state is SessionState.CANCELLED:
        raise RuleViolation(_("This session was cancelled."))


def refuse_foreign(conference_id: int, things: Iterable[Any], *, field: str | None = None) -> None:
    """Refuse what belongs to another conference; what knows no conference of its own is passed over."""
    for thing in things:
        if thing is not None and getattr(thing, "conference_id", conference_id) != conference_id:
            raise RuleViolation(_("This belongs to another conference."), field=field)


def refuse_foreign_entry(session: Session, entry: LogEntry | None) -> None:
    """Refuse a log entry of another session."""
    if entry is not None and entry.session_id != session.id:
        raise RuleViolation(_("The log entry belongs to another session."), field="entry")


def refuse_people(people: Sequence[MotionPersonFacts]) -> None:
    """Refuse who is nobody."""
    for person in people:
        if not (person.get("official") or person.get("delegation") or person.get("name")):
            raise RuleViolation(_("Say who it was: a person, a delegation, or the name as stated."), field="people")


def refuse_repeated_links(links: Sequence[MotionLinkFacts]) -> None:
    """Refuse the same bearing on the same motion twice."""
    pairs = [(link["other"].id, link["kind"]) for link in links]
    if len(set(pairs)) < len(pairs):
        raise RuleViolation(_("The same link to another motion stands there twice."), field="links")


def add_parts(
    motion: Motion,
    people: Sequence[MotionPersonFacts],
    links: Sequence[MotionLinkFacts],
    changes: Sequence[TextChangeFacts],
) -> None:
    """Hang the parts on a new motion."""
    motion.people = [_written(MotionPerson(position=place), person) for place, person in enumerate(people, 1)]
    motion.links = [MotionLink(other=link["other"], kind=link["kind"]) for link in links]
    motion.changes = [_written(TextChange(position=place), change) for place, change in enumerate(changes, 1)]


def refuse_disposal(motion: Motion, state: MotionState) -> None:
    """Refuse to dispose of a motion twice, or against all its votes."""
    if state is MotionState.PENDING:
        raise RuleViolation(_("Say what became of the motion."), field="state")
    if motion.state is not MotionState.PENDING:
        raise RuleViolation(
            _("The motion %(label)s was disposed of already. Move to reconsider it.", label=motion.label)
        )
    questions = sa.select(Vote.result).where(Vote.motion_id == motion.id, Vote.kind == VoteKind.QUESTION)
    results = set(db.session.scalars(questions)) & DECIDED
    contradicted = (state is MotionState.CARRIED and results and VoteResult.CARRIED not in results) or (
        state is MotionState.LOST and results == {VoteResult.CARRIED}
    )
    if contradicted:
        raise RuleViolation(
            _("The votes on the motion %(label)s were declared otherwise.", label=motion.label), field="state"
        )


def _written(part: Part, facts: Any) -> Part:
    write(part, facts)
    return part
