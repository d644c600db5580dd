"""Which organizations and officials strangers see at all: those that something public names.

Each answers the keys of what is seen, as a query to narrow others with. A person whom only a draft, a private
conference or an unpublished log names is nobody here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import load_only, selectinload

from confapp.agendas.models import Agenda, AgendaItem
from confapp.agendas.queries import is_issued as is_agenda_issued
from confapp.committees.models import Committee
from confapp.conferences.models import Conference, Document, DocumentSignatory
from confapp.conferences.queries import issued_and_free, seen_by_strangers
from confapp.db import db
from confapp.floor.models import EntrySpeaker, LogEntry
from confapp.letters.models import Letter, LetterPresentation
from confapp.letters.queries import is_seen
from confapp.officials.models import Appointment, Office, Official
from confapp.officials.queries import PUBLIC_COLUMNS, SETTLED
from confapp.organizations.models import BodyKind, Organ, Organization
from confapp.participation.models import Delegate, Delegation, Guest
from confapp.participation.queries import is_issued
from confapp.programme.models import Contribution, ContributionPerson, Session
from confapp.programme.queries import was_held
from confapp.records.models import SessionRecord
from confapp.records.queries import is_disclosed
from confapp.scheduling.models import Release
from confapp.voting.models import Motion, MotionPerson, Ruling

Keys = sa.Select[int]
Id = Any

# Joined with each other, the bodies' tables are asked themselves: as classes all of them would bring their common one.
CONFERENCES, ORGANIZATIONS = Conference.__table__.c, Organization.__table__.c
ORGANS, COMMITTEES = Organ.__table__.c, Committee.__table__.c


def organizations() -> Sequence[Organization]:
    """All organizations that strangers see, by their keys."""
    return db.session.scalars(
        sa.select(Organization).where(Organization.id.in_(seen_organizations())).order_by(Organization.id)
    ).all()


def officials() -> Sequence[Official]:
    """All officials whom strangers see, without contact data, by their keys."""
    return db.session.scalars(
        sa.select(Official)
        .where(Official.id.in_(seen_officials()))
        .options(load_only(*PUBLIC_COLUMNS, raiseload=True))
        .order_by(Official.id)
    ).all()


def organizations_with_names() -> Sequence[Organization]:
    """All organizations that strangers see, with the names they have or had."""
    return db.session.scalars(
        sa.select(Organization)
        .where(Organization.id.in_(seen_organizations()))
        .options(selectinload(Organization.names))
        .order_by(Organization.id)
    ).all()


def officials_with_names() -> Sequence[Official]:
    """All officials whom strangers see, with other names and without contact data."""
    return db.session.scalars(
        sa.select(Official)
        .where(Official.id.in_(seen_officials()))
        .options(load_only(*PUBLIC_COLUMNS, raiseload=True), selectinload(Official.names))
        .order_by(Official.id)
    ).all()


def delegations_by_official() -> dict[int, list[Delegation]]:
    """The delegations on issued lists in which people sat, by the people's keys, the newest conference first."""
    rows = db.session.execute(
        sa.select(Delegate.official_id, Delegation)
        .join(Delegate.delegation)
        .join(Delegation.conference)
        .where(is_issued())
        .order_by(Conference.starts_on.desc().nulls_last(), Delegation.id)
    )
    found: dict[int, list[Delegation]] = {}
    for official_id, delegation in rows:
        found.setdefault(official_id, []).append(delegation)
    return found


@dataclass(frozen=True, slots=True)
class Home:
    """Where a body is found: the slug of its organization or conference, and a committee's key in it."""

    kind: BodyKind
    slug: str
    key: str = ""


def homes_of(bodies: Iterable[int]) -> dict[int, Home]:
    """Where bodies are found, by their keys. For who may see the bodies."""
    keys, none = list(bodies), sa.literal("")
    found = (
        sa.select(CONFERENCES.id, sa.literal("conference"), CONFERENCES.slug, none),
        sa.select(ORGANIZATIONS.id, sa.literal("organization"), ORGANIZATIONS.slug, none),
        sa.select(ORGANS.id, sa.literal("organ"), ORGANIZATIONS.slug, none).where(
            ORGANS.organization_id == ORGANIZATIONS.id
        ),
        sa.select(COMMITTEES.id, sa.literal("committee"), CONFERENCES.slug, COMMITTEES.key).where(
            COMMITTEES.conference_id == CONFERENCES.id
        ),
    )
    rows = db.session.execute(sa.union_all(*(query.where(query.selected_columns[0].in_(keys)) for query in found)))
    return {key: Home(BodyKind(kind), slug, inner) for key, kind, slug, inner in rows}


def predecessors_of(organization: Organization) -> Sequence[Organization]:
    """The organizations that it is the successor of. For who may see it."""
    return db.session.scalars(
        sa.select(Organization).where(Organization.successor_id == organization.id).order_by(Organization.id)
    ).all()


def shown_around(organization: Organization) -> frozenset[int]:
    """The keys of its parent and its successor, as far as they have a page for strangers. For who may see it."""
    around = [key for key in (organization.parent_id, organization.successor_id) if key is not None]
    if not around:
        return frozenset()
    shown = sa.select(Organization.id).where(Organization.id.in_(around), Organization.id.in_(seen_organizations()))
    return frozenset(db.session.scalars(shown))


def seen_conferences() -> Keys:
    """Public conferences."""
    return sa.select(Conference.id).where(seen_by_strangers())


def seen_organizations() -> Keys:
    """Who convenes, is host, sends delegations or writes letters; with parents, successors and predecessors."""
    named = _union(
        sa.select(Conference.convener_id).where(seen_by_strangers()),
        sa.select(Conference.host_id).where(seen_by_strangers()),
        sa.select(ORGANS.organization_id).where(
            ORGANS.id.in_(sa.select(Conference.convener_id).where(seen_by_strangers()))
        ),
        sa.select(Delegation.organization_id).join(Delegation.conference).where(is_issued()),
        sa.select(Letter.sender_organization_id).where(Letter.conference_id.in_(seen_conferences()), is_seen()),
    )
    around = _union(
        named,
        sa.select(Organization.parent_id).where(Organization.id.in_(named)),
        sa.select(Organization.successor_id).where(Organization.id.in_(named)),
        sa.select(Organization.id).where(Organization.successor_id.in_(named)),
    )
    return sa.select(Organization.id).where(Organization.id.in_(around))


def seen_bodies() -> Keys:
    """Everything whose offices strangers see: conferences, their committees, organizations and their organs."""
    return _union(
        seen_conferences(),
        sa.select(Committee.id).where(Committee.conference_id.in_(seen_conferences())),
        seen_organizations(),
        sa.select(Organ.id).where(Organ.organization_id.in_(seen_organizations())),
    )


def seen_officials() -> Keys:
    """Everybody whom something public names."""
    return _union(*_in_office(), *_taking_part(), *_writing(), *_on_the_floor(), _released())


def _in_office() -> Sequence[sa.Select[Id]]:
    """Holders of offices, those who appointed them, who convened, and rapporteurs."""
    held = (Appointment.state.in_(SETTLED), Office.body_id.in_(seen_bodies()))
    return (
        sa.select(Appointment.official_id).join(Appointment.office).where(*held),
        sa.select(Appointment.appointed_by_id).join(Appointment.office).where(*held),
        sa.select(Conference.convening_official_id).where(seen_by_strangers()),
        sa.select(Committee.rapporteur_id).where(Committee.conference_id.in_(seen_conferences())),
        sa.select(AgendaItem.rapporteur_id)
        .join(Agenda, Agenda.id == AgendaItem.agenda_id)
        .where(Agenda.conference_id.in_(seen_conferences()), is_agenda_issued()),
    )


def _taking_part() -> Sequence[sa.Select[Id]]:
    """Delegates and guests on issued lists, presiding officers and speakers of sessions that were held."""
    held = (Session.conference_id.in_(seen_conferences()), was_held())
    return (
        sa.select(Delegate.official_id).join(Delegate.delegation).join(Delegation.conference).where(is_issued()),
        sa.select(Guest.official_id)
        .join(Conference, Conference.id == Guest.conference_id)
        .where(Guest.is_listed, is_issued()),
        sa.select(Session.presiding_id).where(*held),
        sa.select(ContributionPerson.official_id)
        .join(ContributionPerson.contribution)
        .join(Contribution.session)
        .where(Contribution.is_withdrawn.is_(False), *held),
    )


def _writing() -> Sequence[sa.Select[Id]]:
    """Who wrote, presented or dealt with letters that are shown, and who signed documents."""
    shown = (Letter.conference_id.in_(seen_conferences()), is_seen())
    return (
        sa.select(Letter.sender_official_id).where(*shown),
        sa.select(Letter.referred_by_id).where(*shown),
        sa.select(LetterPresentation.presented_by_id).join(LetterPresentation.letter).where(*shown),
        sa.select(DocumentSignatory.official_id)
        .join(DocumentSignatory.document)
        .where(Document.conference_id.in_(seen_conferences()), issued_and_free()),
    )


def _on_the_floor() -> Sequence[sa.Select[Id]]:
    """Who spoke, moved and ruled in sessions whose records are approved."""
    disclosed = (
        sa.select(SessionRecord.session_id)
        .join(SessionRecord.session)
        .outerjoin(SessionRecord.document)
        .where(Session.conference_id.in_(seen_conferences()), is_disclosed())
    )
    return (
        sa.select(EntrySpeaker.official_id).join(EntrySpeaker.entry).where(LogEntry.session_id.in_(disclosed)),
        sa.select(Motion.mover_id).where(Motion.session_id.in_(disclosed)),
        sa.select(MotionPerson.official_id).join(MotionPerson.motion).where(Motion.session_id.in_(disclosed)),
        sa.select(Ruling.by_id).where(Ruling.session_id.in_(disclosed)),
    )


def _released() -> sa.Select[Id]:
    """The people of released schedules, which name them by their slugs at that time."""
    newest = sa.select(sa.func.max(Release.id)).where(Release.conference_id.in_(seen_conferences()))
    timetables = db.session.scalars(
        sa.select(Release.timetable).where(Release.id.in_(newest.group_by(Release.conference_id)))
    )
    slugs = sorted(set(chain.from_iterable(timetable.get("people", ()) for timetable in timetables)))
    return sa.select(Official.id).where(Official.slug.in_(slugs))


def _union(*queries: sa.Select[Id]) -> Keys:
    """All keys of several queries, once each and without what is missing."""
    found = sa.union(*queries).subquery()
    key = found.c[0]
    return sa.select(key).where(key.is_not(None))
