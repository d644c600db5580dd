"""What the desk reads of records: the list, one record with its places, its paragraphs' earlier versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import joinedload, selectinload

from confapp.committees.models import Committee
from confapp.db import db
from confapp.errors import NotFound
from confapp.listing import Filter, Listing, Page
from confapp.participation.models import Delegation
from confapp.programme.models import Session
from confapp.programme.names import session_called
from confapp.programme.queries import HELD
from confapp.records.drafting import draft
from confapp.records.models import Corrigendum, Overlay, RecordRevision, SessionRecord
from confapp.records.queries import session_material
from confapp.records.words import STATES, languages
from confapp.voting.models import Vote, VoteResult

EXCERPT = 80
LONGEST_NUMBER = 10


def _position() -> sa.ScalarSelect[int]:
    return sa.select(Session.position).where(Session.id == SessionRecord.session_id).scalar_subquery()


def _search(text: str) -> sa.ColumnElement[bool]:
    """Sessions by their number, label or title."""
    like = f"%{text.casefold()}%"
    number = Session.number == int(text) if text.isascii() and text.isdecimal() and len(text) < LONGEST_NUMBER else None
    named = sa.or_(sa.func.lower(Session.label).like(like), sa.func.lower(Session.title).like(like))
    condition = named if number is None else sa.or_(named, number)
    return SessionRecord.session_id.in_(sa.select(Session.id).where(condition))


LISTING = Listing(
    model=SessionRecord,
    sorts={
        "session": (_position(), SessionRecord.record_language),
        "state": SessionRecord.state,
        "language": (SessionRecord.record_language, _position()),
    },
    filters=(
        Filter("state", _l("State"), STATES, on=SessionRecord.state),
        Filter("language", _l("Language"), languages, on=SessionRecord.record_language),
    ),
    load=(joinedload(SessionRecord.session).joinedload(Session.committee),),
    search=_search,
)


def listed(conference_id: int) -> Page:
    """A page of the records as its address asks for it. For organizers."""
    of_conference = sa.select(Session.id).where(Session.conference_id == conference_id)
    return LISTING.page(SessionRecord.session_id.in_(of_conference))


def record_at(conference_id: int, label: str, language: str) -> SessionRecord:
    """One with its session, overlay and corrigenda; refused where there is none. For organizers."""
    found = db.session.scalar(
        sa.select(SessionRecord)
        .join(SessionRecord.session)
        .where(
            Session.conference_id == conference_id, Session.label == label, SessionRecord.record_language == language
        )
        .options(
            joinedload(SessionRecord.session).joinedload(Session.committee),
            joinedload(SessionRecord.approved_in).joinedload(Session.committee),
            joinedload(SessionRecord.approval_vote),
            selectinload(SessionRecord.overlays),
            selectinload(SessionRecord.corrigenda).joinedload(Corrigendum.requested_by),
        )
    )
    if found is None:
        raise NotFound(_("This session has no record in this language."))
    return found


def overlay_at(record: SessionRecord, uid: str) -> Overlay:
    """An editor's paragraph; refused where there is none. For organizers."""
    found = db.session.scalar(sa.select(Overlay).where(Overlay.record_id == record.id, Overlay.uid == uid))
    if found is None:
        raise NotFound(_("This record has no editor’s paragraph at this address."))
    return found


def revision_at(record: SessionRecord, number: int) -> RecordRevision:
    """How a record stood at some time; refused where it was not kept. For organizers."""
    found = db.session.scalar(
        sa.select(RecordRevision).where(RecordRevision.record_id == record.id, RecordRevision.number == number)
    )
    if found is None:
        raise NotFound(_("This record has no revision %(number)s.", number=number))
    return found


def session_named(session: Session) -> str:
    """What a session is called; its committee is loaded."""
    return session_called(
        session.kind, session.number, session.label, session.committee.name if session.committee else ""
    )


def unwritten(conference_id: int) -> dict[str, str]:
    """The held sessions that have no record in any language, by their labels, in their order. For organizers."""
    return {label: name for label, (name, has_record) in _held(conference_id).items() if not has_record}


def held_names(conference_id: int) -> dict[str, str]:
    """What the held sessions are called, by their labels. For organizers."""
    return {label: name for label, (name, _has) in _held(conference_id).items()}


def _held(conference_id: int) -> dict[str, tuple[str, bool]]:
    has_record = sa.exists().where(SessionRecord.session_id == Session.id)
    rows = db.session.execute(
        sa.select(Session.kind, Session.number, Session.label, Committee.name, has_record)
        .outerjoin(Committee, Committee.id == Session.committee_id)
        .where(Session.conference_id == conference_id, Session.state.in_(HELD))
        .order_by(Session.position)
    )
    return {
        label: (session_called(kind, number, label, committee or ""), has)
        for kind, number, label, committee, has in rows
    }


def later_sessions(session: Session) -> dict[str, str]:
    """The held sessions that can approve a session's record, by their labels. For organizers."""
    later = set(
        db.session.scalars(
            sa.select(Session.label).where(
                Session.conference_id == session.conference_id, Session.position > session.position
            )
        )
    )
    return {label: name for label, name in held_names(session.conference_id).items() if label in later}


def carried_votes(conference_id: int) -> Mapping[str, str]:
    """Votes that carried something, by their labels. For organizers."""
    rows = db.session.execute(
        sa.select(Vote.label, Vote.question, Session.label)
        .join(Session, Session.id == Vote.session_id)
        .where(Session.conference_id == conference_id, Vote.result == VoteResult.CARRIED)
        .order_by(Session.position, Vote.position)
    )
    return {label: f"{session} · {label} · {excerpt(question or '')}" for label, question, session in rows}


def vote_at(conference_id: int, label: str) -> Vote | None:
    """A vote by its label. For organizers."""
    return db.session.scalar(
        sa.select(Vote)
        .join(Session, Session.id == Vote.session_id)
        .where(Session.conference_id == conference_id, Vote.label == label)
    )


def delegation_names(conference_id: int) -> dict[int, str]:
    """The delegations by their keys in the database. For organizers."""
    rows = db.session.execute(
        sa.select(Delegation.id, Delegation.name)
        .where(Delegation.conference_id == conference_id)
        .order_by(Delegation.position, Delegation.id)
    )
    return {row.id: row.name for row in rows}


def places_in(record: SessionRecord, present: str | None = None) -> dict[str, str]:
    """Where an editor's paragraph can stand: the entries that the record tells of, by their uids. For organizers.

    `present` is where one stands already, which is offered also where its entry is told of no more.
    """
    material = session_material(db.session.get_one(Session, record.session_id))
    uids = {uid for one in draft(material, record.record_language) for uid in one.entries}
    places: dict[str, str] = {}
    for paragraph in draft(material, record.record_language, apart=uids):
        for uid in paragraph.entries:
            places.setdefault(uid, excerpt(paragraph.text))
    if present and present not in places:
        places[present] = _("(its entry is told of no more)")
    return places


def excerpt(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT].rstrip()} …"


def numbers_of(paragraphs: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """The paragraphs that have a number, by their names: "12. The President…". For organizers."""
    return {str(one["id"]): f"{one['number']}. {excerpt(str(one['text']))}" for one in paragraphs if one.get("number")}
