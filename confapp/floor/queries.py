"""What the floor knows of a session: its log, its rolls, who was there, who presided, who was what."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import joinedload, selectinload

from confapp.committees.models import Committee
from confapp.conferences.models import Conference, Rulebook
from confapp.conferences.rules import Unit
from confapp.conferences.rules_data import read_rules
from confapp.dates import Moment
from confapp.db import db
from confapp.errors import NotFound
from confapp.floor.capacity import Capacities, Capacity
from confapp.floor.models import EntrySpeaker, LogEntry, Presence, Roll
from confapp.floor.moments import conference_of
from confapp.floor.presence import Act, PresenceCounts, QuorumFound, count, find_quorum, is_entitled, roll_at
from confapp.floor.presiding import Presiding, presiding_at
from confapp.letters.models import Letter, LetterPresentation
from confapp.officials.models import Appointment, Office, Official
from confapp.officials.queries import PUBLIC_COLUMNS, SETTLED
from confapp.participation.models import Delegate, Delegation, Guest
from confapp.programme.models import Session


def log_of(session: Session) -> Sequence[LogEntry]:
    """The whole log in its order, with speakers and all that entries point to; struck entries know `struck_by`.

    For organizers and for the drafting of records; a stranger sees of it what an approved record says.
    """
    return db.session.scalars(
        sa.select(LogEntry)
        .where(LogEntry.session_id == session.id)
        .order_by(LogEntry.position)
        .options(
            joinedload(LogEntry.agenda_item),
            joinedload(LogEntry.committee),
            joinedload(LogEntry.document),
            joinedload(LogEntry.presentation).options(
                joinedload(LetterPresentation.presented_by).load_only(*PUBLIC_COLUMNS),
                joinedload(LetterPresentation.letter).options(
                    joinedload(Letter.sender_official).load_only(*PUBLIC_COLUMNS),
                    joinedload(Letter.sender_organization),
                ),
            ),
            joinedload(LogEntry.roll),
            joinedload(LogEntry.strikes),
            joinedload(LogEntry.struck_by),
            selectinload(LogEntry.speakers).options(
                joinedload(EntrySpeaker.official).load_only(*PUBLIC_COLUMNS), joinedload(EntrySpeaker.delegation)
            ),
        )
    ).all()


def entry_at(session: Session, position: int) -> LogEntry:
    """An entry of a log by its place; refused where there is none. For organizers."""
    entry = db.session.scalar(sa.select(LogEntry).filter_by(session_id=session.id, position=position))
    if entry is None:
        raise NotFound(_("There is no such entry in this log."))
    return entry


def rolls_of(session: Session) -> Sequence[Roll]:
    """The rolls of a session in their order with every name on them.

    For organizers and for the drafting of records; a stranger sees a roll in an approved record.
    """
    return db.session.scalars(
        sa.select(Roll)
        .where(Roll.session_id == session.id)
        .order_by(Roll.position)
        .options(
            selectinload(Roll.presences).options(
                joinedload(Presence.delegation),
                joinedload(Presence.delegate).joinedload(Delegate.official).load_only(*PUBLIC_COLUMNS),
                joinedload(Presence.guest).joinedload(Guest.official).load_only(*PUBLIC_COLUMNS),
            )
        )
    ).all()


def roll_of(session: Session, *, at: Moment | None = None) -> Roll | None:
    """The last roll with names, or the last one not taken after that moment; loaded as in `rolls_of`."""
    return roll_at(rolls_of(session), at, conference_of(session).zone)


def presence_counts(session: Session, *, at: Moment | None = None) -> PresenceCounts | None:
    """How many were there by the last roll; None where no roll has names. For organizers and drafting."""
    roll = roll_of(session, at=at)
    return None if roll is None else count(roll)


def entitled_delegations(conference: Conference, *, at: Moment | None = None) -> list[Delegation]:
    """The delegations that have a vote at that moment, in their order. For everybody once the list is issued."""
    found = db.session.scalars(
        sa.select(Delegation).where(Delegation.conference_id == conference.id).order_by(Delegation.position)
    )
    return [delegation for delegation in found if is_entitled(delegation, at, conference.zone)]


def quorum_of(
    session: Session, rulebook: Rulebook, *, act: Act = Act.DECIDE, at: Moment | None = None
) -> QuorumFound | None:
    """Whether the last roll shows a quorum; None where no roll has names. For organizers and the floor itself."""
    roll = roll_of(session, at=at)
    if roll is None:
        return None
    rules = read_rules(rulebook.rules)
    entitled = entitled_delegations(conference_of(session), at=at)
    delegates = _delegates_of(session.conference_id) if rules.unit is Unit.INDIVIDUAL else ()
    return find_quorum(roll, entitled, delegates, rules, act)


def capacities(conference: Conference) -> Capacities:
    """Everybody's capacities at a conference, to ask many times. What it says is as public as who is asked about."""
    committees = sa.select(Committee.id).where(Committee.conference_id == conference.id)
    appointments = db.session.scalars(
        sa.select(Appointment)
        .join(Appointment.office)
        .where(sa.or_(Office.body_id == conference.id, Office.body_id.in_(committees)), Appointment.state.in_(SETTLED))
        .order_by(Appointment.id)
        .options(
            joinedload(Appointment.office).joinedload(Office.body),
            joinedload(Appointment.official).load_only(*PUBLIC_COLUMNS),
        )
    ).all()
    guests = db.session.scalars(sa.select(Guest).where(Guest.conference_id == conference.id)).all()
    return Capacities(appointments, _delegates_of(conference.id), guests, conference.zone)


def capacity_at(official: Official, conference: Conference, moment: Moment | None) -> Capacity:
    """In what capacity somebody acted at that moment of a conference (R27)."""
    return capacities(conference).at(official.id, moment)


def presiding_of(session: Session, *, at: LogEntry | Moment | None = None) -> Presiding:
    """Who presides at an entry or a moment of a session, or at its end (R26). As public as the session's record."""
    conference = conference_of(session)
    if session.presiding_id is not None:
        db.session.get(Official, session.presiding_id)
    return presiding_at(session, log_of(session), capacities(conference), at=at, zone=conference.zone)


def _delegates_of(conference_id: int) -> Sequence[Delegate]:
    return db.session.scalars(
        sa.select(Delegate)
        .join(Delegate.delegation)
        .where(Delegation.conference_id == conference_id)
        .order_by(Delegation.position, Delegate.position)
        .options(joinedload(Delegate.delegation))
    ).all()
