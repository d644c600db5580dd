"""What the desk lists of agendas, and its single things. For organizers."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import joinedload

from confapp.agendas.models import Agenda, AgendaItem
from confapp.agendas.queries import is_issued, loaded
from confapp.agendas.words import STATES
from confapp.db import db
from confapp.errors import NotFound
from confapp.listing import Filter, Listing, Page
from confapp.programme.models import Session

_PLACE = sa.select(Session.position).where(Session.id == Agenda.session_id).correlate(Agenda).scalar_subquery()
LISTING = Listing(
    model=Agenda,
    sorts={
        "scope": (
            sa.func.coalesce(
                sa.select(Session.position).where(Session.id == Agenda.session_id).correlate(Agenda).scalar_subquery(),
                0,
            ),
            Agenda.number,
        ),
        "state": Agenda.state,
        "adopted": Agenda.adopted,
    },
    filters=(Filter("state", _l("State"), STATES, on=Agenda.state),),
    load=(joinedload(Agenda.session).joinedload(Session.committee), joinedload(Agenda.adopted_in)),
)


def listed(conference_id: int, *, with_drafts: bool = True) -> tuple[Page, dict[int, int]]:
    """A page of all versions as its address asks for it, and how many items each has."""
    page = LISTING.page(Agenda.conference_id == conference_id, *(() if with_drafts else (is_issued(),)))
    counts = db.session.execute(
        sa.select(AgendaItem.agenda_id, sa.func.count())
        .where(AgendaItem.agenda_id.in_([row.id for row in page.rows]))
        .group_by(AgendaItem.agenda_id)
    )
    return page, {row[0]: row[1] for row in counts}


def desk_agenda(conference_id: int, key: str) -> Agenda:
    """One version by its key, whole, with what it replaces; refused where there is none."""
    found = db.session.scalar(
        loaded(only_public=False)
        .where(Agenda.conference_id == conference_id, Agenda.key == key)
        .options(joinedload(Agenda.replaces))
    )
    if found is None:
        raise no_agenda(key)
    return found


def no_agenda(key: str) -> NotFound:
    """What is said where there is none, or none that the reader may see."""
    return NotFound(_("There is no agenda “%(key)s”.", key=key))


def item_of(agenda: Agenda, key: str) -> AgendaItem:
    """An item of a loaded agenda; refused where there is none."""
    found = next((item for item in agenda.items if item.key == key), None)
    if found is None:
        raise NotFound(_("The agenda has no item “%(key)s”.", key=key))
    return found


def versions_beside(agenda: Agenda) -> Sequence[Agenda]:
    """All versions of the scope of an agenda, the newest first, without their items."""
    return versions_of(agenda.conference_id, agenda.session_id)


def versions_of(conference_id: int, session_id: int | None) -> Sequence[Agenda]:
    """All versions of a scope, the newest first, without their items."""
    scope = Agenda.session_id.is_(None) if session_id is None else Agenda.session_id == session_id
    return db.session.scalars(
        sa.select(Agenda).where(Agenda.conference_id == conference_id, scope).order_by(Agenda.number.desc())
    ).all()


def issued_before(agenda: Agenda) -> Agenda | None:
    """The version that a loaded one replaces, with its items, if that one was issued."""
    if agenda.replaces_id is None:
        return None
    return db.session.scalar(loaded(only_public=False).where(Agenda.id == agenda.replaces_id, is_issued()))
