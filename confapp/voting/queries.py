"""What a conference moved, voted on, was ruled and decided, loaded for whoever reads it.

All of it is for organizers and for the drafting of records. A stranger sees of a session what its approved record says:
who shows any of this to strangers passes the sessions whose records are approved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from confapp.conferences.models import Conference
from confapp.conferences.rules import Base
from confapp.db import db
from confapp.floor.models import LogEntry
from confapp.floor.presence import delegations_present
from confapp.floor.queries import entitled_delegations, roll_of
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.participation.models import Delegate, Delegation
from confapp.programme.models import Session
from confapp.voting.comparisons import Comparison, compare
from confapp.voting.elections import election, election_words
from confapp.voting.models import (
    Ballot,
    Candidate,
    Decision,
    Dissent,
    Motion,
    MotionEvent,
    MotionLink,
    MotionPerson,
    PrintedRoll,
    PrintedRow,
    Ruling,
    TextChange,
    Vote,
    VoteKind,
)
from confapp.voting.tallies import Count, Outcome, counted, is_weighted, outcome, rules_of


def _whole_vote() -> tuple[ORMOption, ...]:
    of_ballot = selectinload(Vote.ballots).options(
        joinedload(Ballot.delegation),
        joinedload(Ballot.delegate).joinedload(Delegate.official).load_only(*PUBLIC_COLUMNS),
        joinedload(Ballot.candidate),
        joinedload(Ballot.cast_by).load_only(*PUBLIC_COLUMNS),
        joinedload(Ballot.session).joinedload(Session.committee),
        joinedload(Ballot.motion),
        selectinload(Ballot.dissents)
        .joinedload(Dissent.delegate)
        .joinedload(Delegate.official)
        .load_only(*PUBLIC_COLUMNS),
    )
    of_roll = selectinload(Vote.printed_rolls).options(
        joinedload(PrintedRoll.document),
        selectinload(PrintedRoll.rows).options(
            joinedload(PrintedRow.delegation),
            joinedload(PrintedRow.delegate).joinedload(Delegate.official).load_only(*PUBLIC_COLUMNS),
        ),
    )
    return (
        joinedload(Vote.session).options(joinedload(Session.conference), joinedload(Session.committee)),
        joinedload(Vote.motion).options(
            joinedload(Motion.mover).load_only(*PUBLIC_COLUMNS), joinedload(Motion.mover_delegation)
        ),
        joinedload(Vote.entry),
        joinedload(Vote.rulebook),
        joinedload(Vote.first_called),
        joinedload(Vote.casting_by).load_only(*PUBLIC_COLUMNS),
        joinedload(Vote.reconsiders),
        of_ballot,
        of_roll,
        selectinload(Vote.candidates).joinedload(Candidate.official).load_only(*PUBLIC_COLUMNS),
    )


def vote_by_label(conference: Conference, label: str) -> Vote | None:
    """A vote with its ballots, printed rolls, candidates and all they point to."""
    return db.session.scalar(
        sa.select(Vote).where(Vote.conference_id == conference.id, Vote.label == label).options(*_whole_vote())
    )


def votes_of(session: Session) -> Sequence[Vote]:
    """The votes held in a session, in their order, loaded as `vote_by_label` does."""
    return db.session.scalars(
        sa.select(Vote).where(Vote.session_id == session.id).order_by(Vote.position).options(*_whole_vote())
    ).all()


def votes_of_conference(conference: Conference) -> Sequence[Vote]:
    """All votes of a conference, in their order, loaded as `vote_by_label` does."""
    return db.session.scalars(
        sa.select(Vote).where(Vote.conference_id == conference.id).order_by(Vote.position).options(*_whole_vote())
    ).all()


def changes_entered_in(session: Session) -> Sequence[Vote]:
    """The votes, of whatever session, of which a ballot was changed or entered late in this one."""
    entered = sa.select(Ballot.vote_id).where(Ballot.session_id == session.id)
    return db.session.scalars(
        sa.select(Vote).where(Vote.id.in_(entered)).order_by(Vote.position).options(*_whole_vote())
    ).all()


def count_of(vote: Vote) -> Count:
    """The totals of a loaded vote as they were declared and as they are now, with the changes between."""
    return counted(vote, zone=vote.session.conference.zone)


def outcome_of(vote: Vote, *, as_now: bool = False) -> Outcome:
    """How the result of a loaded vote follows from its ballots as declared (or as they are now) by its rulebook.

    It asks for those present or entitled only where the majority is a share of them.
    """
    count = count_of(vote)
    ballots = count.ballots if as_now else count.declared_ballots
    if vote.kind is VoteKind.ELECTION:
        return Outcome(None, election_words(election(vote, ballots)), vote.result, is_counted=bool(ballots))
    rules = rules_of(vote)
    base = rules.majority(vote.majority).base if rules is not None else None
    if rules is None or base not in {Base.PRESENT, Base.ENTITLED}:
        return outcome(vote, ballots)
    delegations = entitled_delegations(vote.session.conference, at=vote.declared)
    by_weight = is_weighted(rules, ballots)
    if base is Base.ENTITLED:
        return outcome(vote, ballots, entitled=_figure(delegations, is_weighted=by_weight))
    roll = roll_of(vote.session, at=vote.declared)
    there = delegations_present(roll.presences) if roll is not None else set()
    present = [delegation for delegation in delegations if delegation.id in there]
    return outcome(vote, ballots, present=_figure(present, is_weighted=by_weight) if roll is not None else None)


def _figure(delegations: Sequence[Delegation], *, is_weighted: bool) -> int:
    return sum(delegation.votes for delegation in delegations) if is_weighted else len(delegations)


def comparisons_of(vote: Vote) -> list[Comparison]:
    """Every printed roll of a loaded vote beside its ballots."""
    return compare(vote, zone=vote.session.conference.zone)


class DelegationVote(NamedTuple):
    """How a delegation voted: the ballot that counts now, and the first one where it was changed."""

    vote: Vote
    ballot: Ballot
    declared: Ballot | None


def votes_of_delegation(delegation: Delegation, *, sessions: sa.Select[int] | None = None) -> list[DelegationVote]:
    """How a delegation voted in its conference, in the order of the votes; `sessions` are those the reader may see."""
    votes = sa.select(Vote.id).where(Vote.conference_id == delegation.conference_id)
    if sessions is not None:
        votes = votes.where(Vote.session_id.in_(sessions))
    ballots = db.session.scalars(
        sa.select(Ballot)
        .join(Ballot.vote)
        .where(Ballot.delegation_id == delegation.id, Ballot.vote_id.in_(votes))
        .order_by(Vote.position, Ballot.id)
        .options(
            joinedload(Ballot.vote).options(
                joinedload(Vote.session).joinedload(Session.committee), joinedload(Vote.motion)
            ),
            joinedload(Ballot.delegate).joinedload(Delegate.official).load_only(*PUBLIC_COLUMNS),
            joinedload(Ballot.candidate),
            joinedload(Ballot.session).joinedload(Session.committee),
        )
    ).all()
    later = {ballot.supersedes_id: ballot for ballot in ballots}
    found = []
    for first in ballots:
        if first.supersedes_id is None:
            last = first
            while last.id in later:
                last = later[last.id]
            found.append(DelegationVote(first.vote, last, None if last is first else first))
    return found


def _whole_motion() -> tuple[ORMOption, ...]:
    return (
        joinedload(Motion.session).joinedload(Session.committee),
        joinedload(Motion.mover).load_only(*PUBLIC_COLUMNS),
        joinedload(Motion.mover_delegation),
        joinedload(Motion.committee),
        joinedload(Motion.agenda_item),
        selectinload(Motion.people).options(
            joinedload(MotionPerson.official).load_only(*PUBLIC_COLUMNS), joinedload(MotionPerson.delegation)
        ),
        selectinload(Motion.links).joinedload(MotionLink.other),
        selectinload(Motion.changes).joinedload(TextChange.proposer).load_only(*PUBLIC_COLUMNS),
        selectinload(Motion.events).joinedload(MotionEvent.entry),
        selectinload(Motion.votes),
    )


def motion_by_label(conference: Conference, label: str) -> Motion | None:
    """A motion with everybody and everything about it."""
    return db.session.scalar(
        sa.select(Motion).where(Motion.conference_id == conference.id, Motion.label == label).options(*_whole_motion())
    )


def motions_of(session: Session) -> Sequence[Motion]:
    """The motions moved in a session or told of in its log (renewed, put, withdrawn there), in their order."""
    told = sa.select(MotionEvent.motion_id).join(MotionEvent.entry).where(LogEntry.session_id == session.id)
    return _motions(sa.or_(Motion.session_id == session.id, Motion.id.in_(told)))


def motions_of_conference(conference: Conference) -> Sequence[Motion]:
    """All motions of a conference in their order."""
    return _motions(Motion.conference_id == conference.id)


def _motions(where: sa.ColumnElement[bool]) -> Sequence[Motion]:
    return db.session.scalars(sa.select(Motion).where(where).order_by(Motion.position).options(*_whole_motion())).all()


def rulings_of(session: Session) -> Sequence[Ruling]:
    """The rulings of a session with the appeals and votes that they met."""
    return _rulings(Ruling.session_id == session.id)


def rulings_of_conference(conference: Conference) -> Sequence[Ruling]:
    """All rulings of a conference in their order."""
    return _rulings(Ruling.conference_id == conference.id)


def _rulings(where: sa.ColumnElement[bool]) -> Sequence[Ruling]:
    return db.session.scalars(
        sa.select(Ruling)
        .where(where)
        .order_by(Ruling.position)
        .options(
            joinedload(Ruling.session).joinedload(Session.committee),
            joinedload(Ruling.by).load_only(*PUBLIC_COLUMNS),
            joinedload(Ruling.motion),
            joinedload(Ruling.entry),
            joinedload(Ruling.appeal),
            joinedload(Ruling.reversed_by),
        )
    ).all()


def decisions_of(session: Session) -> Sequence[Decision]:
    """What a session decided, in its order."""
    return _decisions(Decision.session_id == session.id)


def decisions_of_conference(conference: Conference, *, sessions: sa.Select[int] | None = None) -> Sequence[Decision]:
    """What a conference decided, in its order; `sessions` are those the reader may see."""
    mine: Any = Decision.conference_id == conference.id
    return _decisions(mine if sessions is None else sa.and_(mine, Decision.session_id.in_(sessions)))


def _decisions(where: sa.ColumnElement[bool]) -> Sequence[Decision]:
    return db.session.scalars(
        sa.select(Decision)
        .where(where)
        .order_by(Decision.position)
        .options(
            joinedload(Decision.session).joinedload(Session.committee),
            joinedload(Decision.motion),
            joinedload(Decision.vote),
            joinedload(Decision.entry),
            joinedload(Decision.document),
            joinedload(Decision.committee),
            joinedload(Decision.supersedes),
        )
    ).all()
