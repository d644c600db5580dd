"""What the desk shows across nouns, each to who may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from flask import url_for
from flask_babel import gettext as _
from flask_login import current_user

from confapp import languages, lookup
from confapp.conferences.models import Conference, ConferenceState
from confapp.db import db
from confapp.desk.words import STATES, steps_of
from confapp.formatting import format_days
from confapp.manage import may
from confapp.officials.models import Official
from confapp.organizations.models import Organization
from confapp.permissions import Permission, has_part_in, permissions_of

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Card:
    """A conference on the front desk: what it is, how far it has come, and what is next."""

    conference: Conference
    when: str
    state: tuple[Any, str]
    next_step: str


@dataclass(frozen=True, slots=True)
class Place:
    """The conference that the frame of a page names."""

    title: str
    href: str
    state: tuple[Any, str]


@dataclass(frozen=True, slots=True)
class Group:
    """What a search found of one noun."""

    title: str
    rows: list[tuple[str, str, str]]


def conference_cards() -> list[Card]:
    """The conferences in which who is signed in has a part, those at work before those that are over."""
    rows = db.session.scalars(
        sa.select(Conference)
        .where(may_enter())
        .order_by(
            Conference.state.in_([ConferenceState.CLOSED, ConferenceState.ARCHIVED]),
            Conference.starts_on.desc().nulls_first(),
            Conference.id.desc(),
        )
    ).all()
    return [_card(conference) for conference in rows]


def may_enter() -> sa.ColumnElement[bool]:
    """The condition under which a conference exists for who is signed in."""
    if has_part_in(permissions_of([grant for grant in current_user.grants if grant.conference_id is None], None)):
        return sa.true()
    keys = {grant.conference_id for grant in current_user.grants if grant.conference_id is not None}
    entered = [key for key in keys if has_part_in(permissions_of(current_user.grants, key))]
    return Conference.id.in_(entered)


def place(conference_id: int) -> Place | None:
    """The conference of the present address, for the frame. For whoever has a part in it."""
    columns = (Conference.name, Conference.slug, Conference.state)
    row = db.session.execute(sa.select(*columns).where(Conference.id == conference_id)).first()
    return Place(row.name, conference_address(row.slug), STATES[row.state]) if row else None


def found(text: str) -> list[Group]:
    """Conferences, organizations and officials that are called so, as far as the reader may see them."""
    if not text:
        return []
    nouns: list[tuple[str, Any, Any, Sequence[Any]]] = [
        (_("Conferences"), Conference, _conference_row, [may_enter()]),
        (_("Organizations"), Organization, _organization_row, [_allowed(Permission.ORGANIZATIONS_SEE)]),
        (_("Officials"), Official, _official_row, [_allowed(Permission.OFFICIALS_SEE)]),
    ]
    groups = [Group(title, [row(one) for one in _named(model, text, where)]) for title, model, row, where in nouns]
    return [group for group in groups if group.rows]


def _named(model: Any, text: str, where: Sequence[Any]) -> Sequence[Any]:
    query = lookup.with_names(sa.select(model).where(lookup.matches(model, text), *where), model)
    return db.session.scalars(query.order_by(*lookup.by_name(model, languages.tag())).limit(MOST_FOUND)).all()


def _allowed(permission: Permission) -> Any:
    return sa.true() if may(permission) else sa.false()


def _conference_row(one: Conference) -> tuple[str, str, str]:
    return one.name, conference_address(one.slug), _when(one)


def _organization_row(one: Organization) -> tuple[str, str, str]:
    return one.name, url_for("manage.organizations.detail", slug=one.slug), one.country or ""


def _official_row(one: Official) -> tuple[str, str, str]:
    return one.styled_name, url_for("manage.officials.detail", slug=one.slug), one.affiliation or ""


def conference_address(slug: str) -> str:
    """Where the pages of a conference begin at the desk."""
    return f"{url_for('manage.desk.front')}conferences/{slug}/"


def _when(conference: Conference) -> str:
    return format_days(conference.starts_on, conference.ends_on) if conference.starts_on else ""


def _card(conference: Conference) -> Card:
    place = conference.place or ""
    when = " · ".join(filter(None, [place, _when(conference)]))
    return Card(conference, when, STATES[conference.state], str(steps_of(conference.state)))
