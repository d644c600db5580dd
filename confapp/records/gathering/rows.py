"""The rows that a record's material is made of, loaded by a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from confapp.db import db
from confapp.floor.models import LogEntry
from confapp.letters.models import Letter, LetterPresentation
from confapp.participation.models import Delegate
from confapp.programme.models import Session, SessionState
from confapp.voting.models import (
    Ballot,
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
)


def motions(session: Session) -> Sequence[Motion]:
    """Every motion that the session's log mentions or that was moved in it, in full."""
    mentioned = sa.select(MotionEvent.motion_id).join(MotionEvent.entry).where(LogEntry.session_id == session.id)
    return db.session.scalars(
        sa.select(Motion)
        .where(sa.or_(Motion.session_id == session.id, Motion.id.in_(mentioned)))
        .order_by(Motion.position)
        .options(
            joinedload(Motion.mover),
            joinedload(Motion.mover_delegation),
            joinedload(Motion.committee),
            selectinload(Motion.people).options(joinedload(MotionPerson.official), joinedload(MotionPerson.delegation)),
            selectinload(Motion.links).joinedload(MotionLink.other),
            selectinload(Motion.changes).joinedload(TextChange.proposer),
            selectinload(Motion.events)
            .joinedload(MotionEvent.entry)
            .options(joinedload(LogEntry.session), joinedload(LogEntry.struck_by)),
            selectinload(Motion.votes),
        )
    ).all()


def votes(*where: sa.ColumnElement[bool]) -> Sequence[Vote]:
    """Votes in full, with every ballot that was ever counted."""
    return db.session.scalars(sa.select(Vote).where(*where).order_by(Vote.position).options(*vote_options())).all()


def vote_options() -> Sequence[ORMOption]:
    """All that a vote's table and sentence need."""
    ballots = selectinload(Vote.ballots)
    return (
        joinedload(Vote.motion),
        joinedload(Vote.entry),
        joinedload(Vote.session),
        joinedload(Vote.rulebook),
        joinedload(Vote.first_called),
        joinedload(Vote.casting_by),
        joinedload(Vote.reconsiders),
        selectinload(Vote.candidates),
        ballots.options(
            joinedload(Ballot.delegation),
            joinedload(Ballot.delegate).joinedload(Delegate.official),
            joinedload(Ballot.candidate),
            joinedload(Ballot.session),
            joinedload(Ballot.motion),
            selectinload(Ballot.dissents).joinedload(Dissent.delegate).joinedload(Delegate.official),
        ),
        selectinload(Vote.printed_rolls)
        .selectinload(PrintedRoll.rows)
        .options(joinedload(PrintedRow.delegation), joinedload(PrintedRow.delegate).joinedload(Delegate.official)),
    )


def changed_votes(session: Session) -> Sequence[Vote]:
    """Votes of any session in which a ballot was changed or entered at this one."""
    at_it = sa.select(Ballot.vote_id).where(Ballot.session_id == session.id, Ballot.reason.is_not(None))
    return votes(Vote.id.in_(at_it))


def rulings(session: Session) -> Sequence[Ruling]:
    """The rulings made in a session."""
    loaded = (joinedload(Ruling.by), joinedload(Ruling.motion), joinedload(Ruling.reversed_by))
    found = sa.select(Ruling).where(Ruling.session_id == session.id).order_by(Ruling.position).options(*loaded)
    return db.session.scalars(found).all()


def decisions(session: Session) -> Sequence[Decision]:
    """The decisions taken in a session."""
    loaded = (joinedload(Decision.motion), joinedload(Decision.vote))
    found = sa.select(Decision).where(Decision.session_id == session.id).order_by(Decision.position).options(*loaded)
    return db.session.scalars(found).all()


def presentations(session: Session) -> Sequence[LetterPresentation]:
    """Letters that came before a session, in the order of their register."""
    return db.session.scalars(
        sa.select(LetterPresentation)
        .join(LetterPresentation.letter)
        .where(LetterPresentation.session_id == session.id)
        .order_by(Letter.register_number, LetterPresentation.id)
        .options(
            joinedload(LetterPresentation.presented_by),
            joinedload(LetterPresentation.letter).options(
                joinedload(Letter.sender_official), joinedload(Letter.sender_organization)
            ),
        )
    ).all()


def whole(session: Session) -> Session:
    """The session with its conference and with whom and what it points to."""
    loaded = (
        joinedload(Session.conference),
        joinedload(Session.presiding),
        joinedload(Session.committee),
        joinedload(Session.hall),
    )
    return db.session.scalars(sa.select(Session).where(Session.id == session.id).options(*loaded)).one()


def following(session: Session) -> Session | None:
    """The next session of the same body that was not cancelled."""
    same = Session.committee_id == session.committee_id if session.committee_id else Session.committee_id.is_(None)
    return db.session.scalar(
        sa.select(Session)
        .where(
            Session.conference_id == session.conference_id,
            same,
            Session.position > session.position,
            Session.state != SessionState.CANCELLED,
        )
        .order_by(Session.position)
        .limit(1)
    )
