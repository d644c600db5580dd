"""Whom and what a conference leads to outside itself: people, organizations, their offices and appointments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from confapp.agendas.models import Agenda, AgendaItem
from confapp.committees.models import Committee
from confapp.conferences.models import Conference, Document, DocumentSignatory
from confapp.db import db
from confapp.floor.models import EntrySpeaker, LogEntry
from confapp.imports import queries
from confapp.imports.giving import Giving
from confapp.imports.nouns import organizations
from confapp.letters.models import Letter, LetterPresentation
from confapp.officials.models import Appointment, Office, Official
from confapp.organizations.models import Organ, Organization
from confapp.participation.models import Delegate, Delegation, Guest, Invitation
from confapp.programme.models import Contribution, ContributionPerson, Session
from confapp.voting.models import Ballot, Candidate, Motion, MotionPerson, Ruling, TextChange, Vote

# How each table with a reference leads to its conference: through which tables.
OWNERS: dict[Any, tuple[Any, Any]] = {
    DocumentSignatory: (DocumentSignatory.document_id, Document),
    Delegate: (Delegate.delegation_id, Delegation),
    ContributionPerson: (ContributionPerson.contribution_id, Contribution),
    AgendaItem: (AgendaItem.agenda_id, Agenda),
    LetterPresentation: (LetterPresentation.letter_id, Letter),
    LogEntry: (LogEntry.session_id, Session),
    EntrySpeaker: (EntrySpeaker.entry_id, LogEntry),
    MotionPerson: (MotionPerson.motion_id, Motion),
    TextChange: (TextChange.motion_id, Motion),
    Candidate: (Candidate.vote_id, Vote),
    Ballot: (Ballot.vote_id, Vote),
}
TO_OFFICIALS = (
    Conference.convening_official_id,
    DocumentSignatory.official_id,
    Committee.rapporteur_id,
    Invitation.official_id,
    Delegate.official_id,
    Guest.official_id,
    Session.presiding_id,
    ContributionPerson.official_id,
    AgendaItem.rapporteur_id,
    Letter.sender_official_id,
    Letter.referred_by_id,
    LetterPresentation.presented_by_id,
    EntrySpeaker.official_id,
    Motion.mover_id,
    MotionPerson.official_id,
    TextChange.proposer_id,
    Ruling.by_id,
    Vote.casting_by_id,
    Candidate.official_id,
    Ballot.cast_by_id,
)
TO_BODIES = (
    Conference.host_id,
    Conference.convener_id,
    Invitation.organization_id,
    Delegation.organization_id,
    Letter.sender_organization_id,
)


@dataclass(frozen=True, slots=True)
class People:
    """Everybody and everything outside a conference that its case has to describe."""

    organizations: list[Organization]
    officials: list[Official]
    offices: list[Office]
    appointments: list[Appointment]


def people_of(giving: Giving) -> People:
    """All that the conference refers to, all that its case file brought, and the posts of the ones at the others."""
    officials = {*_referred(giving, TO_OFFICIALS), *giving.kept["officials"]}
    bodies = {*_referred(giving, TO_BODIES), *giving.kept["organizations"], *giving.kept["organs"]}
    founded = _organizations_of(bodies)
    appointments = _appointments(giving, officials, founded)
    officials |= {id_ for one in appointments for id_ in (one.official_id, one.appointed_by_id) if id_ is not None}
    offices = _offices(giving, appointments)
    bodies |= {office.body_id for office in offices}
    bodies |= {one.appointed_by_body_id for one in appointments if one.appointed_by_body_id is not None}
    founded = organizations.above(_organizations_of(bodies))
    return People(
        list(queries.rows(Organization, Organization.id.in_(founded))),
        list(queries.rows(Official, Official.id.in_(officials))),
        offices,
        appointments,
    )


def own_bodies(giving: Giving) -> sa.Select[Any]:
    """The conference and its committees, as keepers of offices."""
    conference_id = giving.conference.id
    of_committees = sa.select(Committee.__table__.c.id).where(Committee.__table__.c.conference_id == conference_id)
    return sa.union_all(sa.select(sa.literal(conference_id)), of_committees).subquery().select()


def _referred(giving: Giving, columns: tuple[Any, ...]) -> set[int]:
    found: set[int] = set()
    for column in columns:
        of_conference = _of_conference(column.class_, giving.conference.id)
        found |= set(db.session.scalars(sa.select(column).where(of_conference, column.is_not(None))))
    return found


def _of_conference(model: Any, conference_id: int) -> sa.ColumnElement[bool]:
    if model in OWNERS:
        column, owner = OWNERS[model]
        return queries.within(column, owner, _of_conference(owner, conference_id))
    condition: sa.ColumnElement[bool] = (
        Conference.id == conference_id if model is Conference else model.conference_id == conference_id
    )
    return condition


def _organizations_of(bodies: set[int]) -> set[int]:
    """Of bodies: the organizations, and those that the organs belong to."""
    of_organs = sa.select(Organ.organization_id).where(Organ.id.in_(bodies))
    own = sa.select(Organization.id).where(Organization.id.in_(bodies))
    return set(db.session.scalars(of_organs)) | set(db.session.scalars(own))


def _appointments(giving: Giving, officials: set[int], founded: set[int]) -> list[Appointment]:
    organs = sa.select(Organ.id).where(Organ.organization_id.in_(founded))
    of_body = Appointment.office_id.in_
    own = sa.select(Office.id).where(Office.body_id.in_(own_bodies(giving)))
    theirs = sa.select(Office.id).where(sa.or_(Office.body_id.in_(founded), Office.body_id.in_(organs)))
    posts = sa.and_(
        Appointment.official_id.in_(officials),
        of_body(theirs),
        Appointment.id.not_in(queries.named_elsewhere(giving.conference, "appointments")),
    )
    known = Appointment.id.in_(giving.kept["appointments"])
    return list(queries.rows(Appointment, sa.or_(of_body(own), posts, known)))


def _offices(giving: Giving, appointments: list[Appointment]) -> list[Office]:
    used = {one.office_id for one in appointments} | set(giving.kept["offices"])
    return list(queries.rows(Office, sa.or_(Office.id.in_(used), Office.body_id.in_(own_bodies(giving)))))
