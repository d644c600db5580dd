"""What the frame of a public page needs across nouns."""

from __future__ import annotations

import sqlalchemy as sa

from confapp.agendas.models import Agenda, AgendaState
from confapp.committees.models import Committee
from confapp.conferences.models import Conference, Document
from confapp.conferences.queries import issued_and_free, seen_by_strangers
from confapp.db import db
from confapp.letters.models import Letter, LetterState
from confapp.participation.models import Delegation
from confapp.proceedings.models import Edition, EditionState
from confapp.programme.models import Session
from confapp.records.models import RecordState, SessionRecord
from confapp.scheduling.models import Release
from confapp.voting.models import Motion

SHOWN_LETTERS = (LetterState.ACCEPTED, LetterState.PRESENTED, LetterState.ANNEXED)
SHOWN_AGENDAS = (AgendaState.PROVISIONAL, AgendaState.ADOPTED, AgendaState.SUPERSEDED)


def seen_conference(slug: str) -> Conference | None:
    """The conference of that slug alone, with nothing about it. For strangers; `public_conference` loads the rest."""
    return db.session.scalar(sa.select(Conference).where(Conference.slug == slug, seen_by_strangers()))


def parts_of(conference: Conference) -> frozenset[str]:
    """The parts of a public conference that have something to show to strangers, by their place in addresses."""
    wanted = {
        "agenda": sa.exists().where(Agenda.conference_id == conference.id, Agenda.state.in_(SHOWN_AGENDAS)),
        "schedule": sa.exists().where(Release.conference_id == conference.id),
        "sessions": sa.exists().where(Release.conference_id == conference.id),
        "records": sa.exists().where(
            SessionRecord.session_id == Session.id,
            Session.conference_id == conference.id,
            SessionRecord.state == RecordState.APPROVED,
        ),
        "committees": sa.exists().where(Committee.conference_id == conference.id),
        "participants": sa.exists().where(Delegation.conference_id == conference.id),
        "letters": sa.exists().where(
            Letter.conference_id == conference.id, Letter.is_public, Letter.state.in_(SHOWN_LETTERS)
        ),
        "decisions": sa.exists().where(
            Motion.conference_id == conference.id,
            SessionRecord.session_id == Motion.session_id,
            SessionRecord.state == RecordState.APPROVED,
        ),
        "documents": sa.exists().where(Document.conference_id == conference.id, issued_and_free()),
        "proceedings": sa.exists().where(
            Edition.conference_id == conference.id, Edition.state == EditionState.PUBLISHED
        ),
    }
    row = db.session.execute(sa.select(*(there.label(name) for name, there in wanted.items()))).one()
    found = {name for name, there in zip(wanted, row, strict=True) if there}
    if "records" in found:
        found |= {"agenda", "sessions"}
    if not conference.participants_issued:
        found.discard("participants")
    return frozenset(found)
