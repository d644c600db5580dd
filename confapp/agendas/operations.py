"""Draft agendas, issue them, adopt them, and conclude their items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import selectinload

from confapp import audit
from confapp.accounts.models import User
from confapp.agendas.arrangement import follow_up, refuse_too_deep
from confapp.agendas.facts import ItemFacts
from confapp.agendas.models import Agenda, AgendaItem, AgendaItemDocument, AgendaState
from confapp.audit import Action
from confapp.conferences.belonging import refuse_foreign
from confapp.conferences.models import Conference, Document
from confapp.dates import Moment
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import ContentFacts, free_key, next_number, refuse_stale, write
from confapp.programme.models import Session, SessionState

KEPT_IN_REVISION = ("key", "position", "number", "title", "kind", "duration_minutes", "note", "language")


def draft_agenda(
    conference: Conference,
    *,
    session: Session | None = None,
    key: str | None = None,
    title: str | None = None,
    replaces: Agenda | None = None,
    numbers_follow: bool = False,
    by: User | None = None,
    **facts: Unpack[ContentFacts],
) -> Agenda:
    """Begin an agenda of the conference or of one session: the next version of that scope, without items yet."""
    _refuse_other_scope(conference, session, replaces)
    number = next_number(Agenda.number, *_scope(conference.id, session.id if session else None))
    wish = f"session-{session.label}-{number}" if session else f"conference-{number}"
    key = free_key(Agenda.key, Agenda.conference_id == conference.id, key=key, wish=wish, stem="agenda")
    agenda = Agenda(conference_id=conference.id, session=session, key=key, number=number, replaces=replaces)
    write(agenda, {"state": AgendaState.DRAFT, "title": title, "numbers_follow": numbers_follow, **facts})
    db.session.add(agenda)
    audit.record(Action.AGENDA_DRAFTED, agenda, by=by)
    db.session.flush()
    return agenda


def revise_agenda(agenda: Agenda, *, by: User | None = None) -> Agenda:
    """Draft the next version with all its items; each points to the one that it continues (the concordance)."""
    conference = db.session.get_one(Conference, agenda.conference_id)
    session = db.session.get(Session, agenda.session_id) if agenda.session_id else None
    items = _items(agenda)
    revision = draft_agenda(
        conference, session=session, title=agenda.title, replaces=agenda, numbers_follow=agenda.numbers_follow, by=by
    )
    copies: dict[int, AgendaItem] = {}
    for item in items:
        kept = {name: getattr(item, name) for name in KEPT_IN_REVISION}
        copy = AgendaItem(agenda=revision, replaces=item, rapporteur=item.rapporteur, **kept)
        copy.parent = copies.get(item.parent_id or 0)
        copy.translations, copy.provenance = dict(item.translations), dict(item.provenance)
        copies[item.id] = copy
        db.session.add(copy)
        _attach(copy, [attached.document for attached in item.documents])
    db.session.flush()
    return revision


def change_agenda(
    agenda: Agenda,
    *,
    title: str | None,
    version: int | None = None,
    by: User | None = None,
    **facts: Unpack[ContentFacts],
) -> None:
    """Change what stands over the items of a draft."""
    refuse_stale(agenda, version)
    _refuse_unless_draft(agenda)
    changed = write(agenda, {"title": title, **facts})
    audit.record(Action.AGENDA_CHANGED, agenda, by=by, detail={"fields": changed})
    db.session.flush()


def discard_agenda(agenda: Agenda, *, by: User | None = None) -> None:
    """Throw a draft away that nobody has seen; what it would have replaced stays as it is."""
    _refuse_unless_draft(agenda)
    conference = db.session.get_one(Conference, agenda.conference_id)
    audit.record(Action.AGENDA_DISCARDED, conference, by=by, detail={"key": agenda.key})
    of_agenda = AgendaItem.agenda_id == agenda.id
    attached = AgendaItemDocument.item_id.in_(sa.select(AgendaItem.id).where(of_agenda))
    db.session.execute(sa.delete(AgendaItemDocument).where(attached))
    db.session.execute(sa.update(AgendaItem).where(of_agenda).values(parent_id=None))
    db.session.execute(sa.delete(AgendaItem).where(of_agenda))
    db.session.delete(agenda)
    db.session.flush()


def add_item(
    agenda: Agenda,
    *,
    title: str,
    number: str | None = None,
    parent: AgendaItem | None = None,
    key: str | None = None,
    documents: Sequence[Document] = (),
    by: User | None = None,
    **facts: Unpack[ItemFacts],
) -> AgendaItem:
    """Add a matter behind the others; a number once used in this version is not used again."""
    _refuse_unless_draft(agenda)
    of_agenda = AgendaItem.agenda_id == agenda.id
    if parent is not None and parent.agenda_id != agenda.id:
        raise RuleViolation(_("That item stands on another agenda."), field="parent")
    refuse_too_deep(agenda, parent)
    _refuse_duration(facts.get("duration_minutes"))
    refuse_foreign(agenda.conference_id, {f"documents {each.key}": each for each in documents})
    number = _free_number(agenda, number, parent)
    key = free_key(AgendaItem.key, of_agenda, key=key, wish=f"item-{number}", stem="item")
    item = AgendaItem(agenda=agenda, parent=parent, key=key, position=next_number(AgendaItem.position, of_agenda))
    write(item, {"number": number, "title": title, **facts})
    db.session.add(item)
    _attach(item, documents)
    audit.record(Action.AGENDA_ITEM_ADDED, item, by=by)
    db.session.flush()
    follow_up(agenda)
    return item


def change_item(
    item: AgendaItem,
    *,
    title: str | None = None,
    number: str | None = None,
    documents: Sequence[Document] | None = None,
    version: int | None = None,
    by: User | None = None,
    **facts: Unpack[ItemFacts],
) -> None:
    """Change an item of a draft; where documents are named, they take the place of those that it had."""
    refuse_stale(item, version)
    agenda = db.session.get_one(Agenda, item.agenda_id)
    _refuse_unless_draft(agenda)
    _refuse_duration(facts.get("duration_minutes"))
    refuse_foreign(agenda.conference_id, {f"documents {each.key}": each for each in documents or ()})
    if number is not None and number != item.number:
        number = _free_number(agenda, number, None)
    named = {name: value for name, value in (("title", title), ("number", number)) if value is not None}
    changed = write(item, {**named, **facts})
    if documents is not None:
        _replace_documents(item, documents)
    audit.record(Action.AGENDA_ITEM_CHANGED, item, by=by, detail={"fields": changed})
    db.session.flush()


def drop_item(item: AgendaItem, *, by: User | None = None) -> None:
    """Take an item with nothing under it out of a draft; its number can be used again, nobody cited it yet."""
    agenda = db.session.get_one(Agenda, item.agenda_id)
    _refuse_unless_draft(agenda)
    if db.session.scalar(sa.select(AgendaItem.id).where(AgendaItem.parent_id == item.id).limit(1)):
        raise RuleViolation(_("Item %(number)s has others under it. Take those out first.", number=item.number))
    audit.record(Action.AGENDA_ITEM_CHANGED, agenda, by=by, detail={"dropped": item.number})
    db.session.execute(sa.delete(AgendaItemDocument).where(AgendaItemDocument.item_id == item.id))
    db.session.execute(sa.delete(AgendaItem).where(AgendaItem.id == item.id))
    db.session.expire(agenda, ["items"])
    follow_up(agenda)


def issue_agenda(agenda: Agenda, *, by: User | None = None) -> None:
    """Issue a draft as the provisional agenda: the public sees it, and its numbers can be cited from now on."""
    _refuse_unless_draft(agenda)
    has_items = db.session.scalar(sa.select(AgendaItem.id).where(AgendaItem.agenda_id == agenda.id).limit(1))
    if not has_items and not _are_items_unstated(agenda):
        raise RuleViolation(_("An agenda without items says nothing. Add some first."))
    agenda.state = AgendaState.PROVISIONAL
    audit.record(Action.AGENDA_ISSUED, agenda, by=by)
    db.session.flush()


def adopt_agenda(
    agenda: Agenda,
    *,
    at: Moment | None = None,
    session: Session | None = None,
    note: str | None = None,
    by: User | None = None,
) -> None:
    """Adopt a provisional agenda, by a session where one is named; what it replaces is superseded and stays citable."""
    if agenda.state is not AgendaState.PROVISIONAL:
        raise RuleViolation(_("Only a provisional agenda is adopted. Issue it first."))
    _refuse_wrong_session(agenda, session)
    _refuse_overtaken(agenda)
    earlier = sa.select(Agenda).where(
        *_scope(agenda.conference_id, agenda.session_id),
        Agenda.id != agenda.id,
        Agenda.state.in_([AgendaState.ADOPTED, AgendaState.PROVISIONAL]),
        Agenda.number < agenda.number,
    )
    for former in db.session.scalars(earlier).all():
        former.state = AgendaState.SUPERSEDED
    agenda.adopted_in = session
    write(agenda, {"state": AgendaState.ADOPTED, "adopted": at, "adoption_note": note})
    audit.record(Action.AGENDA_ADOPTED, agenda, by=by)
    db.session.flush()


def conclude_item(item: AgendaItem, *, outcome: str, by: User | None = None) -> None:
    """Note what became of an item; refused while its agenda is a draft that nobody met under."""
    if db.session.get_one(Agenda, item.agenda_id).state is AgendaState.DRAFT:
        raise RuleViolation(_("Its agenda is a draft. Issue it first."))
    write(item, {"outcome": outcome})
    audit.record(Action.AGENDA_ITEM_CONCLUDED, item, by=by)
    db.session.flush()


def _are_items_unstated(agenda: Agenda) -> bool:
    """Whether it is known that a source speaks of this agenda without saying what stood on it."""
    remarks = agenda.provenance.get("remarks", ())
    return any(one.get("field") == "items" and one.get("status") == "not_stated" for one in remarks)


def _scope(conference_id: int, session_id: int | None) -> list[sa.ColumnElement[bool]]:
    of_session = Agenda.session_id.is_(None) if session_id is None else Agenda.session_id == session_id
    return [Agenda.conference_id == conference_id, of_session]


def _items(agenda: Agenda) -> Sequence[AgendaItem]:
    return db.session.scalars(
        sa.select(AgendaItem)
        .where(AgendaItem.agenda_id == agenda.id)
        .options(
            selectinload(AgendaItem.rapporteur),
            selectinload(AgendaItem.documents).selectinload(AgendaItemDocument.document),
        )
        .order_by(AgendaItem.position)
    ).all()


def _attach(item: AgendaItem, documents: Sequence[Document]) -> None:
    for position, document in enumerate(documents, 1):
        item.documents.append(AgendaItemDocument(document=document, position=position))


def _replace_documents(item: AgendaItem, documents: Sequence[Document]) -> None:
    db.session.execute(sa.delete(AgendaItemDocument).where(AgendaItemDocument.item_id == item.id))
    db.session.expire(item, ["documents"])
    for position, document in enumerate(documents, 1):
        db.session.add(AgendaItemDocument(item_id=item.id, document=document, position=position))


def _free_number(agenda: Agenda, number: str | None, parent: AgendaItem | None) -> str:
    """The wished number, refused where another item has it; or the next one under its parent."""
    taken = set(db.session.scalars(sa.select(AgendaItem.number).where(AgendaItem.agenda_id == agenda.id)))
    if number is not None:
        if number in taken:
            raise RuleViolation(_("There is an item %(number)s already.", number=number), field="number")
        return number
    stem, last = (f"{parent.number}." if parent else ""), 1
    while f"{stem}{last}" in taken:
        last += 1
    return f"{stem}{last}"


def _refuse_unless_draft(agenda: Agenda) -> None:
    if agenda.state is not AgendaState.DRAFT:
        raise RuleViolation(_("This version was issued and stays as it is. Draft a new version of it."))


def _refuse_other_scope(conference: Conference, session: Session | None, replaces: Agenda | None) -> None:
    refuse_foreign(conference.id, {"session": session, "replaces": replaces})
    if replaces is not None and replaces.session_id != (session.id if session else None):
        raise RuleViolation(_("A version replaces one of the same scope."), field="replaces")


def _refuse_duration(minutes: int | None) -> None:
    if minutes is not None and minutes < 1:
        raise RuleViolation(_("A duration has at least one minute."), field="duration_minutes")


def _refuse_overtaken(agenda: Agenda) -> None:
    later = sa.select(Agenda.number).where(
        *_scope(agenda.conference_id, agenda.session_id),
        Agenda.number > agenda.number,
        Agenda.state == AgendaState.ADOPTED,
    )
    if (number := db.session.scalar(later)) is not None:
        raise RuleViolation(_("Version %(number)s was adopted already, which is later.", number=number))


def _refuse_wrong_session(agenda: Agenda, session: Session | None) -> None:
    refuse_foreign(agenda.conference_id, {"session": session})
    if session is not None and session.state is SessionState.CANCELLED:
        raise RuleViolation(_("Session %(label)s was cancelled.", label=session.label), field="session")
