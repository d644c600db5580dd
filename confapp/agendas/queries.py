"""Agendas in all their versions, as trees, and how the numbers of one version continue those of another.

Strangers see a version once it is provisional; drafts are for organizers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from confapp.agendas.models import Agenda, AgendaItem, AgendaItemDocument, AgendaState
from confapp.audit import Action, AuditEntry
from confapp.conferences.models import Conference
from confapp.conferences.queries import issued_and_free
from confapp.db import db
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.programme.models import Session

ISSUED = (AgendaState.PROVISIONAL, AgendaState.ADOPTED, AgendaState.SUPERSEDED)


@dataclass(slots=True)
class Node:
    """An item with those under it."""

    item: AgendaItem
    children: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Continuation:
    """What became of an item in the next version; a new one has no before, one that was dropped no after."""

    before: AgendaItem | None
    after: AgendaItem | None


def is_issued() -> sa.ColumnElement[bool]:
    """The condition under which strangers who see the conference see a version."""
    return Agenda.state.in_(ISSUED)


def public_agendas(conference: Conference) -> Sequence[Agenda]:
    """Every version that was issued: the conference's own first, then by session, each scope newest first.

    With sessions, items, rapporteurs and those documents that are public themselves. For strangers.
    """
    return db.session.scalars(_agendas(conference, only_public=True).where(is_issued())).all()


def agendas(conference: Conference) -> Sequence[Agenda]:
    """The same with drafts and all documents. For organizers."""
    return db.session.scalars(_agendas(conference, only_public=False)).all()


def agenda_by_key(conference: Conference, key: str) -> Agenda | None:
    """One version, issued or not. For organizers."""
    return db.session.scalar(_agendas(conference, only_public=False).where(Agenda.key == key))


def public_agenda_of(conference: Conference, session: Session | None = None) -> Agenda | None:
    """The version in force of the conference or of one session: the adopted one, else the newest. For strangers."""
    scope = Agenda.session_id.is_(None) if session is None else Agenda.session_id == session.id
    found = db.session.scalars(_agendas(conference, only_public=True).where(is_issued(), scope)).all()
    return in_force(found)


def issued_at(agendas: Sequence[Agenda]) -> dict[int, datetime]:
    """When each of some versions was last issued or adopted here. For who sees them."""
    rows = db.session.execute(
        sa.select(AuditEntry.subject_id, sa.func.max(AuditEntry.at))
        .where(
            AuditEntry.subject_table == Agenda.__tablename__,
            AuditEntry.subject_id.in_([agenda.id for agenda in agendas]),
            AuditEntry.action.in_([Action.AGENDA_ISSUED, Action.AGENDA_ADOPTED]),
        )
        .group_by(AuditEntry.subject_id)
    )
    return {row[0]: row[1] for row in rows}


def in_force(versions: Sequence[Agenda]) -> Agenda | None:
    """Of the versions of one scope, newest first, the one that was adopted last, else the newest."""
    return next((each for each in versions if each.state is AgendaState.ADOPTED), next(iter(versions), None))


def tree(agenda: Agenda) -> list[Node]:
    """The items of a loaded agenda as a tree, in their order."""
    nodes = {item.id: Node(item) for item in agenda.items}
    roots: list[Node] = []
    for node in nodes.values():
        above = nodes.get(node.item.parent_id or 0)
        (above.children if above else roots).append(node)
    return roots


def concordance(before: Agenda, after: Agenda) -> list[Continuation]:
    """How the items of a version continue those of an earlier one (R23): the new order, then what was dropped."""
    old = {item.id: item for item in before.items}
    lines = [Continuation(old.get(item.replaces_id or 0), item) for item in after.items]
    continued = {item.replaces_id for item in after.items}
    return lines + [Continuation(item, None) for item in before.items if item.id not in continued]


def _agendas(conference: Conference, *, only_public: bool) -> sa.Select[Agenda]:
    return (
        loaded(only_public=only_public)
        .outerjoin(Session, Session.id == Agenda.session_id)
        .where(Agenda.conference_id == conference.id)
        .order_by(Session.position.asc().nulls_first(), Agenda.number.desc())
    )


def loaded(*, only_public: bool) -> sa.Select[Agenda]:
    """Versions with their items and all that is said of them."""
    is_shown = AgendaItemDocument.document.has(issued_and_free()) if only_public else sa.true()
    return sa.select(Agenda).options(
        joinedload(Agenda.session).joinedload(Session.committee),
        joinedload(Agenda.adopted_in).joinedload(Session.committee),
        selectinload(Agenda.items).options(
            joinedload(AgendaItem.rapporteur).load_only(*PUBLIC_COLUMNS, raiseload=True),
            selectinload(AgendaItem.documents.and_(is_shown)).joinedload(AgendaItemDocument.document),
        ),
    )
