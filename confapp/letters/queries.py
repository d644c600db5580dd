"""The register of letters, and what strangers see of it.

A letter is public once it was accepted, where its sender allows that (`is_seen`).
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from confapp.conferences.models import Conference
from confapp.conferences.queries import seen_by_strangers
from confapp.db import db
from confapp.errors import NotFound
from confapp.letters.models import Letter, LetterPresentation, LetterState
from confapp.officials.models import Official
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.organizations.models import Organization
from confapp.programme.models import Session

ACCEPTED = (LetterState.ACCEPTED, LetterState.PRESENTED, LetterState.ANNEXED)


def is_seen() -> sa.ColumnElement[bool]:
    """The condition under which strangers who see the conference see a letter."""
    return sa.and_(Letter.is_public, Letter.state.in_(ACCEPTED))


def public_letters(conference: Conference) -> Sequence[Letter]:
    """The letters by protocol, then as they were registered, with senders and presentations. For strangers."""
    return db.session.scalars(_letters(conference).where(is_seen()).order_by(Letter.rank, Letter.register_number)).all()


def public_letter(conference: Conference, number: int) -> Letter:
    """One of them by its register number; refused where there is none, or it is not shown. For strangers."""
    letter = db.session.scalar(_letters(conference).where(Letter.register_number == number, is_seen()))
    if letter is None:
        raise NotFound(_("There is no letter at this address, or its sender does not wish it shown."))
    return letter


def register(conference: Conference) -> Sequence[Letter]:
    """The whole register in its order. For organizers."""
    return db.session.scalars(_letters(conference).order_by(Letter.register_number)).all()


def letter_by_key(conference: Conference, key: str) -> Letter | None:
    """One, public or not. For organizers."""
    return db.session.scalar(_letters(conference).where(Letter.key == key))


def public_presentations(session: Session) -> Sequence[LetterPresentation]:
    """Public letters that came before a session, as they came. For strangers who see the session."""
    return db.session.scalars(
        sa.select(LetterPresentation)
        .join(LetterPresentation.letter)
        .where(LetterPresentation.session_id == session.id, is_seen())
        .options(
            contains_eager(LetterPresentation.letter).joinedload(Letter.sender_organization),
            joinedload(LetterPresentation.presented_by).load_only(*PUBLIC_COLUMNS, raiseload=True),
        )
        .order_by(LetterPresentation.id)
    ).all()


def public_letters_from(organization: Organization) -> Sequence[tuple[Letter, Conference]]:
    """What an organization wrote to conferences that strangers see, the newest first. For strangers."""
    return _written(Letter.sender_organization_id == organization.id)


def public_letters_by(official: Official) -> Sequence[tuple[Letter, Conference]]:
    """What somebody wrote to conferences that strangers see, the newest first. For strangers."""
    return _written(Letter.sender_official_id == official.id)


def public_number(conference: Conference) -> int:
    """How many letters strangers see of it."""
    return (
        db.session.scalar(
            sa.select(sa.func.count()).select_from(Letter).where(Letter.conference_id == conference.id, is_seen())
        )
        or 0
    )


def _written(condition: sa.ColumnElement[bool]) -> Sequence[tuple[Letter, Conference]]:
    rows = db.session.execute(
        sa.select(Letter, Conference)
        .join(Conference, Conference.id == Letter.conference_id)
        .where(condition, is_seen(), seen_by_strangers())
        .order_by(Conference.starts_on.desc().nulls_last(), Conference.id.desc(), Letter.register_number)
    )
    return [(letter, conference) for letter, conference in rows]


def _letters(conference: Conference) -> sa.Select[Letter]:
    presentations = selectinload(Letter.presentations)
    return (
        sa.select(Letter)
        .where(Letter.conference_id == conference.id)
        .options(
            joinedload(Letter.sender_organization),
            joinedload(Letter.sender_official).load_only(*PUBLIC_COLUMNS, raiseload=True),
            joinedload(Letter.referred_to),
            joinedload(Letter.referred_by).load_only(*PUBLIC_COLUMNS, raiseload=True),
            presentations.joinedload(LetterPresentation.session).joinedload(Session.committee),
            presentations.joinedload(LetterPresentation.presented_by).load_only(*PUBLIC_COLUMNS, raiseload=True),
        )
    )
