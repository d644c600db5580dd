"""What the desk reads while a log is written: things by their labels, and what stands behind the lines of a log."""

from __future__ import annotations

from typing import TypeVar

import sqlalchemy as sa
from flask import g
from flask_babel import gettext as _

from confapp.db import db
from confapp.errors import NotFound
from confapp.programme.models import Session
from confapp.voting.models import Ballot, Decision, Motion, MotionEvent, Ruling, Vote
from confapp.voting.queries import count_of, votes_of
from confapp.voting.tallies import announced_of
from confapp.voting.words import RESULTS

Labelled = TypeVar("Labelled", Motion, Vote, Ruling)


def by_label(model: type[Labelled], label: str | None) -> Labelled | None:
    """A motion, vote or ruling of the present conference; none without a label."""
    if not label:
        return None
    return db.session.scalar(sa.select(model).where(model.conference_id == g.conference_id, model.label == label))


def vote_called(label: str) -> Vote:
    """A vote that was chosen from a list; refused where there is none."""
    if (vote := by_label(Vote, label)) is None:
        raise NotFound(_("There is no such vote."))
    return vote


def ruling_called(label: str) -> Ruling:
    """A ruling that was chosen from a list; refused where there is none."""
    if (ruling := by_label(Ruling, label)) is None:
        raise NotFound(_("There is no such ruling."))
    return ruling


def standing_ballot(vote: Vote, delegation_id: int) -> Ballot | None:
    """The ballot of a delegation that counts now."""
    return db.session.scalar(
        sa.select(Ballot)
        .where(Ballot.vote_id == vote.id, Ballot.delegation_id == delegation_id)
        .order_by(Ballot.id.desc())
        .limit(1)
    )


def told_in(session: Session) -> dict[int, list[str]]:
    """What was moved, voted, ruled and decided, in lines, by the log entries of a session that tell of it."""
    told: dict[int, list[str]] = {}
    events = db.session.execute(
        sa.select(MotionEvent.entry_id, Motion.label, Motion.summary)
        .join(MotionEvent.motion)
        .order_by(MotionEvent.id)
        .where(Motion.conference_id == session.conference_id)
    )
    for entry_id, label, summary in events:
        told.setdefault(entry_id, []).append(f"{label}: {summary}")
    for vote in votes_of(session):
        if vote.entry_id is not None:
            told.setdefault(vote.entry_id, []).append(vote_line(vote))
    for model, text in ((Ruling, Ruling.text), (Decision, Decision.title)):
        rows = db.session.execute(
            sa.select(model.entry_id, model.label, text).where(model.session_id == session.id, model.entry_id > 0)
        )
        for noted_in, label, said in rows:
            told.setdefault(noted_in or 0, []).append(f"{label}: {said}")
    return told


def vote_line(vote: Vote) -> str:
    """A loaded vote in a line: the question, the result, what was counted and, where it differs, announced."""
    count, announced = count_of(vote), announced_of(vote.printed_rolls)
    parts = [f"{vote.label}: {vote.question}", str(RESULTS[vote.result])]
    if count.ballots:
        now = count.now
        parts.append(_("counted %(yes)s to %(no)s, %(abstain)s abstained", yes=now.yes, no=now.no, abstain=now.abstain))
    if announced is not None:
        parts.append(_("announced %(yes)s to %(no)s", yes=announced.yes, no=announced.no))
    return " · ".join(parts)
