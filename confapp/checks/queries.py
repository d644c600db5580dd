"""What checks read, and the waivers of a conference. All of it is for its organizers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, load_only
from sqlalchemy.orm.attributes import set_committed_value

from confapp import clock
from confapp.agendas.models import Agenda, AgendaItem
from confapp.checks.loading import body_ids, official_ids, organization_ids, own
from confapp.checks.material import Material, Sister, grouped
from confapp.checks.models import Waiver
from confapp.committees.models import Committee, CommitteeMeeting
from confapp.conferences.models import Conference, ConveningInstrument, Document, Occasion, Rulebook, Series, Source
from confapp.db import db
from confapp.floor.models import EntrySpeaker, LogEntry, Presence, Roll
from confapp.letters.models import Letter, LetterPresentation
from confapp.officials.models import Appointment, Office, Official, OfficialName
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.organizations.models import BodyName, Organ, Organization, OrganizationEvent
from confapp.participation.models import Delegate, Delegation, Guest
from confapp.programme.models import Contribution, ContributionPerson, Hall, Session
from confapp.records.models import Overlay, SessionRecord
from confapp.voting.models import Ballot, Decision, Motion, PrintedRoll, PrintedRow, Ruling, TextChange, Vote

# Everything that leads to its conference by itself: the member of the material, its table, its order.
KINDS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "occasions": (Occasion, (Occasion.position,)),
    "instruments": (ConveningInstrument, (ConveningInstrument.position,)),
    "rulebooks": (Rulebook, (Rulebook.number,)),
    "sources": (Source, (Source.position,)),
    "documents": (Document, (Document.id,)),
    "committees": (Committee, (Committee.__table__.c.id,)),
    "meetings": (CommitteeMeeting, (CommitteeMeeting.committee_id, CommitteeMeeting.position)),
    "delegations": (Delegation, (Delegation.position, Delegation.id)),
    "delegates": (Delegate, (Delegate.delegation_id, Delegate.position)),
    "guests": (Guest, (Guest.position,)),
    "halls": (Hall, (Hall.position, Hall.id)),
    "sessions": (Session, (Session.position,)),
    "contributions": (Contribution, (Contribution.position, Contribution.id)),
    "contribution_people": (ContributionPerson, (ContributionPerson.contribution_id, ContributionPerson.position)),
    "letters": (Letter, (Letter.register_number,)),
    "presentations": (LetterPresentation, (LetterPresentation.id,)),
    "agendas": (Agenda, (Agenda.number, Agenda.id)),
    "items": (AgendaItem, (AgendaItem.agenda_id, AgendaItem.position)),
    "rolls": (Roll, (Roll.session_id, Roll.position)),
    "presences": (Presence, (Presence.roll_id, Presence.position)),
    "speakers": (EntrySpeaker, (EntrySpeaker.entry_id, EntrySpeaker.position)),
    "motions": (Motion, (Motion.position,)),
    "text_changes": (TextChange, (TextChange.motion_id, TextChange.position)),
    "rulings": (Ruling, (Ruling.position,)),
    "votes": (Vote, (Vote.position,)),
    "ballots": (Ballot, (Ballot.vote_id, Ballot.id)),
    "printed_rolls": (PrintedRoll, (PrintedRoll.vote_id, PrintedRoll.position)),
    "printed_rows": (PrintedRow, (PrintedRow.printed_roll_id, PrintedRow.position)),
    "decisions": (Decision, (Decision.position,)),
    "records": (SessionRecord, (SessionRecord.session_id, SessionRecord.record_language)),
    "overlays": (Overlay, (Overlay.record_id, Overlay.position)),
}


def material_of(conference: Conference) -> Material:
    """A whole conference, in as many statements as there are kinds of things, however many there are of each."""
    found = Material(conference, clock.now())
    for name, (model, order) in KINDS.items():
        setattr(found, name, _rows(sa.select(model).where(own(model, conference.id)).order_by(*order)))
    found.entries = _log(conference)
    _add_series(found)
    _add_bodies(found)
    _add_people(found)
    _join_votes(found)
    return found


def waivers_of(conference: Conference, *, withdrawn: bool = False) -> Sequence[Waiver]:
    """What is waived, with who did it, the latest last; or what was and no longer is."""
    ended = Waiver.withdrawn_at.is_not(None) if withdrawn else Waiver.withdrawn_at.is_(None)
    return db.session.scalars(
        sa.select(Waiver)
        .where(Waiver.conference_id == conference.id, ended)
        .order_by(Waiver.id)
        .options(joinedload(Waiver.by), joinedload(Waiver.withdrawn_by))
    ).all()


def _rows(statement: sa.Select[Any]) -> list[Any]:
    return list(db.session.scalars(statement))


def _log(conference: Conference) -> list[LogEntry]:
    """The entries that stand: neither struck nor striking."""
    entries = _rows(
        sa.select(LogEntry).where(own(LogEntry, conference.id)).order_by(LogEntry.session_id, LogEntry.position)
    )
    struck = {entry.strikes_id for entry in entries}
    return [entry for entry in entries if entry.id not in struck and entry.strikes_id is None]


def _add_series(found: Material) -> None:
    other = Conference.__table__.c
    rows = db.session.execute(
        sa.select(Series.gathering, other.id, Conference.name, other.ordinal)
        .join(Series, Series.id == other.series_id)
        .where(other.series_id == found.conference.series_id)
        .order_by(other.ordinal, other.id)
    ).all()
    found.gathering = rows[0].gathering if rows else None
    found.sisters = [Sister(row.name, row.ordinal) for row in rows if row.id != found.conference.id]


def _add_bodies(found: Material) -> None:
    founded, bodies = organization_ids(found.conference), body_ids(found.conference)
    found.organizations = _rows(
        sa.select(Organization).where(Organization.__table__.c.id.in_(founded)).order_by(Organization.__table__.c.id)
    )
    found.organs = _rows(sa.select(Organ).where(Organ.organization_id.in_(founded)).order_by(Organ.__table__.c.id))
    found.organization_events = _rows(
        sa.select(OrganizationEvent)
        .where(OrganizationEvent.organization_id.in_(founded))
        .order_by(OrganizationEvent.organization_id, OrganizationEvent.position)
    )
    found.body_names = _rows(
        sa.select(BodyName).where(BodyName.body_id.in_(bodies)).order_by(BodyName.body_id, BodyName.position)
    )
    found.offices = _rows(sa.select(Office).where(Office.body_id.in_(bodies)).order_by(Office.id))
    of_bodies = sa.select(Office.id).where(Office.body_id.in_(bodies))
    found.appointments = _rows(
        sa.select(Appointment).where(Appointment.office_id.in_(of_bodies)).order_by(Appointment.id)
    )


def _add_people(found: Material) -> None:
    people = official_ids(found.conference)
    found.officials = _rows(
        sa.select(Official)
        .where(Official.id.in_(people))
        .options(load_only(*PUBLIC_COLUMNS, raiseload=True))
        .order_by(Official.id)
    )
    found.official_names = _rows(
        sa.select(OfficialName)
        .where(OfficialName.official_id.in_(people))
        .order_by(OfficialName.official_id, OfficialName.position)
    )


def _join_votes(found: Material) -> None:
    """Hang ballots and printed rolls on their votes, so that the counting of votes finds them there."""
    rows = grouped(found.printed_rows, lambda row: row.printed_roll_id)
    for roll in found.printed_rolls:
        set_committed_value(roll, "rows", rows.get(roll.id, []))
    ballots = grouped(found.ballots, lambda ballot: ballot.vote_id)
    rolls = grouped(found.printed_rolls, lambda roll: roll.vote_id)
    for vote in found.votes:
        set_committed_value(vote, "ballots", ballots.get(vote.id, []))
        set_committed_value(vote, "printed_rolls", rolls.get(vote.id, []))
    presences = grouped(found.presences, lambda presence: presence.roll_id)
    for called in found.rolls:
        set_committed_value(called, "presences", presences.get(called.id, []))


def waiver_of(conference_id: int, waiver_id: int) -> Waiver | None:
    """A waiver of this conference. For its organizers."""
    return db.session.scalar(sa.select(Waiver).where(Waiver.id == waiver_id, Waiver.conference_id == conference_id))
