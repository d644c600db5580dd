"""Where the rows of a conference stand: the conditions under which a table's rows are its own."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from confapp.agendas.models import Agenda, AgendaItem
from confapp.committees.models import Committee, CommitteeMeeting
from confapp.conferences.models import Conference
from confapp.floor.models import EntrySpeaker, LogEntry, Presence, Roll
from confapp.letters.models import Letter, LetterPresentation
from confapp.officials.models import Appointment, Office
from confapp.organizations.models import Organ
from confapp.participation.models import Delegate, Delegation, Guest, Invitation
from confapp.programme.models import Contribution, ContributionPerson, Session
from confapp.records.models import Overlay, SessionRecord
from confapp.voting.models import Ballot, Candidate, Motion, PrintedRoll, PrintedRow, Ruling, TextChange, Vote

# How each table without a conference of its own leads to one: through which column, to which table.
OWNERS: dict[Any, tuple[Any, Any]] = {
    CommitteeMeeting: (CommitteeMeeting.committee_id, Committee),
    Delegate: (Delegate.delegation_id, Delegation),
    ContributionPerson: (ContributionPerson.contribution_id, Contribution),
    AgendaItem: (AgendaItem.agenda_id, Agenda),
    LetterPresentation: (LetterPresentation.letter_id, Letter),
    Roll: (Roll.session_id, Session),
    Presence: (Presence.roll_id, Roll),
    LogEntry: (LogEntry.session_id, Session),
    EntrySpeaker: (EntrySpeaker.entry_id, LogEntry),
    TextChange: (TextChange.motion_id, Motion),
    Candidate: (Candidate.vote_id, Vote),
    Ballot: (Ballot.vote_id, Vote),
    PrintedRoll: (PrintedRoll.vote_id, Vote),
    PrintedRow: (PrintedRow.printed_roll_id, PrintedRoll),
    SessionRecord: (SessionRecord.session_id, Session),
    Overlay: (Overlay.record_id, SessionRecord),
}
TO_OFFICIALS = (
    Committee.rapporteur_id,
    Invitation.official_id,
    Delegate.official_id,
    Guest.official_id,
    Session.presiding_id,
    ContributionPerson.official_id,
    AgendaItem.rapporteur_id,
    Letter.sender_official_id,
    LetterPresentation.presented_by_id,
    EntrySpeaker.official_id,
    Motion.mover_id,
    Ruling.by_id,
    Candidate.official_id,
)
TO_ORGANIZATIONS = (Delegation.organization_id, Letter.sender_organization_id, Invitation.organization_id)


def own(model: Any, conference_id: int) -> sa.ColumnElement[bool]:
    """The condition under which a row of the table is the conference's."""
    if model in OWNERS:
        column, owner = OWNERS[model]
        found: sa.ColumnElement[bool] = column.in_(sa.select(_id(owner)).where(own(owner, conference_id)))
        return found
    condition: sa.ColumnElement[bool] = model.__table__.c.conference_id == conference_id
    return condition


def organization_ids(conference: Conference) -> sa.Select[Any]:
    """Organizations that it names, and those of which an organ convened it."""
    named = [sa.select(column).where(own(column.class_, conference.id)) for column in TO_ORGANIZATIONS]
    stated = [sa.select(sa.literal(id_)) for id_ in (conference.host_id, conference.convener_id) if id_ is not None]
    of_organ = sa.select(Organ.__table__.c.organization_id).where(Organ.__table__.c.id == conference.convener_id)
    return _union(*named, *stated, of_organ)


def body_ids(conference: Conference) -> sa.Select[Any]:
    """Bodies whose offices and names belong to the matter: itself, its committees, organizations and their organs."""
    founded = organization_ids(conference)
    committees = sa.select(_id(Committee)).where(own(Committee, conference.id))
    organs = sa.select(_id(Organ)).where(Organ.__table__.c.organization_id.in_(founded))
    return _union(sa.select(sa.literal(conference.id)), committees, founded, organs)


def official_ids(conference: Conference) -> sa.Select[Any]:
    """Everybody whom the conference names, and who holds an office of one of its bodies."""
    named = [sa.select(column).where(own(column.class_, conference.id)) for column in TO_OFFICIALS]
    offices = sa.select(Office.id).where(Office.body_id.in_(body_ids(conference)))
    held = sa.select(Appointment.official_id).where(Appointment.office_id.in_(offices))
    return _union(*named, held)


def _id(model: Any) -> sa.Column[int]:
    column: sa.Column[int] = model.__table__.c.id
    return column


def _union(*parts: sa.Select[Any]) -> sa.Select[Any]:
    united = sa.union(*parts).subquery()
    return sa.select(united.c[0]).where(united.c[0].is_not(None))
