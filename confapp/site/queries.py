"""What the frame of a public page needs across nouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager, joinedload

from confapp.agendas.models import Agenda
from confapp.agendas.queries import is_issued
from confapp.committees.models import Committee
from confapp.conferences.models import Conference, Document
from confapp.conferences.queries import issued_and_free, seen_by_strangers
from confapp.db import db
from confapp.floor.models import LogEntry, Presence, PresenceStatus, Roll
from confapp.letters.models import Letter
from confapp.letters.queries import is_seen
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.participation.models import Delegate, Delegation
from confapp.proceedings.models import Edition, EditionState
from confapp.programme.models import Session
from confapp.programme.queries import was_held
from confapp.records.models import SessionRecord
from confapp.records.queries import disclosed_sessions, is_disclosed
from confapp.scheduling.models import Release
from confapp.voting.counting import Totals
from confapp.voting.models import Ballot, Choice, Decision, DecisionKind, Motion, MotionEvent, Vote
from confapp.voting.queries import decisions_of_conference, motions_of_conference


def seen_conference(slug: str) -> Conference | None:
    """The conference of that slug alone, with nothing about it. For strangers; `public_conference` loads the rest."""
    return db.session.scalar(sa.select(Conference).where(Conference.slug == slug, seen_by_strangers()))


def shown_sessions(conference: Conference) -> sa.Select[int]:
    """The sessions of which strangers see what was said and done."""
    return disclosed_sessions(conference)


def is_shown(session: Session) -> bool:
    """Whether strangers see what was said and done in a session."""
    records = sa.select(SessionRecord.id).outerjoin(SessionRecord.document)
    found = records.where(SessionRecord.session_id == session.id, is_disclosed()).limit(1)
    return db.session.scalar(found) is not None


def business(conference: Conference) -> tuple[int, int]:
    """How many motions and votes strangers see of a conference."""
    shown = shown_sessions(conference)
    counts = [
        sa.select(sa.func.count()).select_from(noun).where(noun.session_id.in_(shown)).scalar_subquery()
        for noun in (Motion, Vote)
    ]
    motions, votes = db.session.execute(sa.select(*counts)).one()
    return motions, votes


def resolutions(conference: Conference) -> list[Decision]:
    """The resolutions and other decisions that were adopted as a text. For strangers who see the conference."""
    return [
        decision
        for decision in decisions_of_conference(conference, sessions=shown_sessions(conference))
        if decision.kind in {DecisionKind.RESOLUTION, DecisionKind.ADOPTION}
    ]


def totals(conference: Conference) -> dict[int, Totals]:
    """How the votes that strangers see fell, by vote and as they count now, without loading a ballot."""
    later = aliased(Ballot)
    rows = db.session.execute(
        sa.select(Ballot.vote_id, Ballot.choice, sa.func.count())
        .join(Ballot.vote)
        .where(
            Vote.conference_id == conference.id,
            Vote.session_id.in_(shown_sessions(conference)),
            ~sa.exists().where(later.supersedes_id == Ballot.id),
            Ballot.choice != Choice.CANDIDATE,
        )
        .group_by(Ballot.vote_id, Ballot.choice)
    )
    found: dict[int, dict[str, int]] = {}
    for vote_id, choice, number in rows:
        found.setdefault(vote_id, {})[choice.value] = number
    return {vote_id: Totals(**numbers) for vote_id, numbers in found.items()}


def attendance(
    delegation: Delegation, shown: sa.Select[int]
) -> list[tuple[Session, list[tuple[PresenceStatus, Delegate | None]]]]:
    """What the rolls of the shown sessions say of a delegation's members, session by session. For strangers."""
    rows = db.session.scalars(
        sa.select(Presence)
        .join(Presence.roll)
        .join(Roll.session)
        .where(Presence.delegation_id == delegation.id, Roll.session_id.in_(shown))
        .order_by(Session.position, Roll.position, Presence.position)
        .options(
            contains_eager(Presence.roll).contains_eager(Roll.session).joinedload(Session.committee),
            joinedload(Presence.delegate).joinedload(Delegate.official).load_only(*PUBLIC_COLUMNS, raiseload=True),
        )
    ).all()
    found: dict[int, tuple[Session, list[tuple[PresenceStatus, Delegate | None]]]] = {}
    for row in rows:
        session = row.roll.session
        found.setdefault(session.id, (session, []))[1].append((row.status, row.delegate))
    return list(found.values())


def motions_by(delegation: Delegation, shown: sa.Select[int]) -> Sequence[Motion]:
    """What a delegation's members moved in the shown sessions, in its order. For strangers."""
    return db.session.scalars(
        sa.select(Motion)
        .where(Motion.mover_delegation_id == delegation.id, Motion.session_id.in_(shown))
        .order_by(Motion.position)
    ).all()


def shown_motions(conference: Conference) -> list[Motion]:
    """All motions moved in the shown sessions, loaded as `motions_of_conference` does. For strangers."""
    shown = set(db.session.scalars(shown_sessions(conference)))
    return [motion for motion in motions_of_conference(conference) if motion.session_id in shown]


def business_log(conference: Conference) -> list[tuple[LogEntry, Motion | None]]:
    """What the shown sessions took up, in its order, with the first motion told of at each entry. For strangers."""
    strikes = aliased(LogEntry)
    entries = db.session.scalars(
        sa.select(LogEntry)
        .join(LogEntry.session)
        .where(
            LogEntry.session_id.in_(shown_sessions(conference)),
            LogEntry.strikes_id.is_(None),
            ~sa.exists().where(strikes.strikes_id == LogEntry.id),
        )
        .order_by(Session.position, LogEntry.position)
        .options(contains_eager(LogEntry.session).joinedload(Session.committee))
    ).all()
    events = db.session.scalars(
        sa.select(MotionEvent)
        .join(MotionEvent.motion)
        .where(Motion.conference_id == conference.id)
        .order_by(MotionEvent.id.desc())
        .options(contains_eager(MotionEvent.motion))
    )
    motions = {event.entry_id: event.motion for event in events}
    return [(entry, motions.get(entry.id)) for entry in entries]


def loose_votes(conference: Conference) -> Sequence[Vote]:
    """Votes of the shown sessions on no motion, without their ballots. For strangers."""
    return db.session.scalars(
        sa.select(Vote)
        .where(
            Vote.conference_id == conference.id,
            Vote.motion_id.is_(None),
            Vote.session_id.in_(shown_sessions(conference)),
        )
        .order_by(Vote.position)
        .options(joinedload(Vote.session).joinedload(Session.committee))
    ).all()


def vote_labels(conference: Conference) -> Sequence[str]:
    """The labels of all votes that strangers see, in their order."""
    return db.session.scalars(
        sa.select(Vote.label)
        .where(Vote.conference_id == conference.id, Vote.session_id.in_(shown_sessions(conference)))
        .order_by(Vote.position)
    ).all()


def votes_by_session(conference: Conference) -> dict[int, int]:
    """How many votes strangers see of each session."""
    rows = db.session.execute(
        sa.select(Vote.session_id, sa.func.count())
        .where(Vote.session_id.in_(shown_sessions(conference)))
        .group_by(Vote.session_id)
    )
    return {session_id: number for session_id, number in rows}  # noqa: C416  a row is no tuple to the type checker


@dataclass(frozen=True, slots=True)
class Size:
    """How large a conference is, in numbers that strangers may know."""

    delegations: int
    sessions: int


def sizes(conferences: Iterable[Conference]) -> dict[int, Size]:
    """The delegations on issued lists and the sessions held, by conference. For strangers who see the conferences."""
    delegations = (
        sa.select(sa.func.count())
        .select_from(Delegation)
        .where(Delegation.conference_id == Conference.id, Conference.participants_issued)
        .correlate(Conference)
    )
    sessions = (
        sa.select(sa.func.count())
        .select_from(Session)
        .where(Session.conference_id == Conference.id, was_held())
        .correlate(Conference)
    )
    ids = [conference.id for conference in conferences]
    rows = db.session.execute(
        sa.select(Conference.id, delegations.scalar_subquery(), sessions.scalar_subquery()).where(
            Conference.id.in_(ids)
        )
    )
    return {key: Size(*counts) for key, *counts in rows}


def newest_editions(limit: int) -> Sequence[Edition]:
    """The newest published edition of each conference, the latest first. For everybody."""
    newest = (
        sa.select(sa.func.max(Edition.number))
        .where(Edition.conference_id == Conference.id, Edition.state == EditionState.PUBLISHED)
        .correlate(Conference)
        .scalar_subquery()
    )
    return db.session.scalars(
        sa.select(Edition)
        .join(Edition.conference)
        .where(seen_by_strangers(), Edition.number == newest)
        .options(contains_eager(Edition.conference))
        .order_by(Edition.published_at.desc(), Edition.id.desc())
        .limit(limit)
    ).all()


def editions(conference: Conference) -> Sequence[Edition]:
    """Its published editions, the first one first. For strangers who see the conference."""
    return db.session.scalars(
        sa.select(Edition)
        .where(Edition.conference_id == conference.id, Edition.state == EditionState.PUBLISHED)
        .order_by(Edition.number)
    ).all()


def parts_of(conference: Conference) -> frozenset[str]:
    """The parts of a public conference that have something to show to strangers, by their place in addresses."""
    wanted = {
        "agenda": sa.exists().where(Agenda.conference_id == conference.id, is_issued()),
        "schedule": sa.exists().where(Release.conference_id == conference.id),
        "sessions": sa.exists().where(Session.conference_id == conference.id, was_held()),
        "records": shown_sessions(conference).exists(),
        "committees": sa.exists().where(Committee.conference_id == conference.id),
        "participants": sa.exists().where(Delegation.conference_id == conference.id),
        "letters": sa.exists().where(Letter.conference_id == conference.id, is_seen()),
        "decisions": sa.exists().where(Motion.session_id.in_(shown_sessions(conference))),
        "documents": sa.exists().where(Document.conference_id == conference.id, issued_and_free()),
        "proceedings": sa.exists().where(
            Edition.conference_id == conference.id, Edition.state == EditionState.PUBLISHED
        ),
    }
    row = db.session.execute(sa.select(*(there.label(name) for name, there in wanted.items()))).one()
    found = {name for name, there in zip(wanted, row, strict=True) if there}
    if "records" in found:
        found.add("agenda")  # without a printed one, the order of business that the logs give
    if not conference.participants_issued:
        found.discard("participants")
    return frozenset(found)
