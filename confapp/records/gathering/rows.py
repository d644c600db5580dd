"""What the domains' own queries do not give to a record: the session's places, its letters, the session after it."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from confapp.db import db
from confapp.letters.models import Letter, LetterPresentation
from confapp.programme.models import Session, SessionState


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
