"""Which organizations and officials strangers may see, and their pages: those of what is public, and nobody else.

It stands behind all the nouns through which somebody becomes public: bodies, participants, letters, agendas, releases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import aliased, load_only

from confapp.agendas.models import Agenda, AgendaItem
from confapp.agendas.queries import is_issued as is_issued_agenda
from confapp.committees.models import Committee
from confapp.conferences.models import Conference, Document, DocumentSignatory
from confapp.conferences.queries import issued_and_free, seen_by_strangers
from confapp.dates import Moment
from confapp.db import db
from confapp.errors import NotFound
from confapp.letters.models import Letter, LetterPresentation
from confapp.letters.queries import is_seen as is_seen_letter
from confapp.officials import queries as officials
from confapp.officials.models import Appointment, Office, Official
from confapp.officials.queries import Post, settled_as_of
from confapp.organizations import queries as organizations
from confapp.organizations.models import Body, Organ, Organization
from confapp.participation import queries as participation
from confapp.participation.models import Delegate, Delegation, Guest
from confapp.programme.models import Contribution, ContributionPerson, Session
from confapp.programme.queries import public_contributions, was_held
from confapp.scheduling.models import Release
from confapp.slugs import Slug, SlugSpace


@dataclass(frozen=True, slots=True)
class OrganizationPage:
    """An organization as strangers see it, its posts and those of its organs as of a moment."""

    organization: Organization
    parent: Organization | None
    successor: Organization | None
    posts: dict[int, list[Post]]
    """By the key of the organization or of an organ."""
    attendance: Sequence[Delegation]


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """A person as strangers see it, with appointments as of a moment."""

    official: Official
    appointments: Sequence[Appointment]
    seats: Sequence[Delegate]
    visits: Sequence[tuple[Guest, Conference]]
    contributions: Sequence[Contribution]


def organization_page(slug: str, *, at: Moment | None = None) -> OrganizationPage:
    """All that strangers see of an organization; refused for one that nothing public names."""
    organization = organizations.public_organization(slug, among=seen_organizations())
    if organization is None:
        raise NotFound(_("There is no organization at this address, or nothing about it is public."))
    related = [body.id for body in (organization.parent, organization.successor) if body]
    seen = set(db.session.scalars(seen_organizations().where(Organization.id.in_(related)))) if related else set()
    bodies = [organization.id, *(organ.id for organ in organization.organs)]
    return OrganizationPage(
        organization=organization,
        parent=organization.parent if organization.parent_id in seen else None,
        successor=organization.successor if organization.successor_id in seen else None,
        posts=officials.posts_by_body(bodies, at=at),
        attendance=participation.public_attendance(organization),
    )


def official_page(slug: str, *, at: Moment | None = None) -> OfficialPage:
    """All that strangers see of a person; refused for one whom nothing public names."""
    official = officials.public_official(slug, among=seen_officials())
    if official is None:
        raise NotFound(_("There is nobody at this address, or nothing about them is public."))
    return OfficialPage(
        official=official,
        appointments=officials.appointments_of(official, bodies=seen_bodies(), at=at),
        seats=participation.public_seats(official),
        visits=participation.public_visits(official),
        contributions=public_contributions(official),
    )


def public_organizations() -> Sequence[Organization]:
    """All organizations that strangers may see, by name."""
    seen = sa.select(Organization).where(Organization.id.in_(seen_organizations()))
    return db.session.scalars(seen.order_by(Organization.name, Organization.id)).all()


def public_officials() -> Sequence[Official]:
    """All persons whom strangers may see, by name and without contact data."""
    seen = sa.select(Official).where(Official.id.in_(seen_officials()))
    return db.session.scalars(
        seen.options(load_only(*officials.PUBLIC_COLUMNS, raiseload=True)).order_by(Official.name, Official.id)
    ).all()


def seen_bodies() -> sa.Select[int]:
    """Keys of the bodies that strangers may see: conferences, their committees, organizations and their organs."""
    return sa.select(Body.id).where(
        sa.or_(
            Body.id.in_(_conferences()),
            Body.id.in_(sa.select(Committee.id).where(Committee.conference_id.in_(_conferences()))),
            Body.id.in_(seen_organizations()),
            Body.id.in_(sa.select(Organ.id).where(Organ.organization_id.in_(seen_organizations()))),
        )
    )


def seen_organizations() -> sa.Select[int]:
    """Keys of those that convene, host, take part in or write to a public conference; their parents and successors."""
    conveners = sa.select(Conference.convener_id).where(seen_by_strangers())
    named = [
        conveners,
        sa.select(Organ.organization_id).where(Organ.id.in_(conveners)),
        sa.select(Conference.host_id).where(seen_by_strangers()),
        sa.select(Delegation.organization_id).join(Delegation.conference).where(participation.is_issued()),
        sa.select(Letter.sender_organization_id).where(Letter.conference_id.in_(_conferences()), is_seen_letter()),
    ]
    direct = sa.union(*named).subquery()
    kin = aliased(Organization)
    of_kin = kin.id.in_(sa.select(direct))
    return sa.select(Organization.id).where(
        sa.or_(
            Organization.id.in_(sa.select(direct)),
            Organization.id.in_(sa.select(kin.parent_id).where(of_kin)),
            Organization.id.in_(sa.select(kin.successor_id).where(of_kin)),
        )
    )


def seen_officials() -> sa.Select[int]:
    """Keys of persons with a post in a public body or a part in something public of a conference.

    Whoever stands in the latest released schedule is read from it: the programme may be further by now.
    """
    return sa.select(Official.id).where(sa.or_(*(Official.id.in_(query) for query in _named_officials())))


def _named_officials() -> list[sa.Select[int] | sa.Select[int | None]]:
    conference = _conferences()
    item = sa.select(AgendaItem.rapporteur_id).join(AgendaItem.agenda)
    contribution = sa.select(ContributionPerson.official_id).join(ContributionPerson.contribution)
    presentation = sa.select(LetterPresentation.presented_by_id).join(LetterPresentation.letter)
    signatory = sa.select(DocumentSignatory.official_id).join(DocumentSignatory.document)
    return [
        sa.select(Appointment.official_id)
        .join(Appointment.office)
        .where(Office.body_id.in_(seen_bodies()), *settled_as_of(None)),
        sa.select(Conference.convening_official_id).where(seen_by_strangers()),
        sa.select(Committee.rapporteur_id).where(Committee.conference_id.in_(conference)),
        signatory.where(Document.conference_id.in_(conference), issued_and_free()),
        sa.select(Delegate.official_id)
        .join(Delegate.delegation)
        .join(Delegation.conference)
        .where(participation.is_issued()),
        sa.select(Guest.official_id)
        .join(Conference, Conference.id == Guest.conference_id)
        .where(Guest.is_listed, participation.is_issued()),
        sa.select(Session.presiding_id).where(Session.conference_id.in_(conference), was_held()),
        contribution.join(Contribution.session).where(
            Session.conference_id.in_(conference), was_held(), Contribution.is_withdrawn.is_(False)
        ),
        sa.select(Letter.sender_official_id).where(Letter.conference_id.in_(conference), is_seen_letter()),
        presentation.where(Letter.conference_id.in_(conference), is_seen_letter()),
        item.where(Agenda.conference_id.in_(conference), is_issued_agenda()),
        sa.select(Slug.target_id).where(Slug.space == SlugSpace.OFFICIAL, Slug.name.in_(_released_slugs())),
    ]


def _conferences() -> sa.Select[int]:
    return sa.select(Conference.id).where(seen_by_strangers())


def _released_slugs() -> set[str]:
    """Who stands in the latest release of a public conference, under the slug of that time."""
    latest = sa.select(sa.func.max(Release.number)).where(Release.conference_id == Conference.id).scalar_subquery()
    people = (
        sa.select(Release.timetable["people"])
        .join(Conference, Conference.id == Release.conference_id)
        .where(seen_by_strangers(), Release.number == latest.correlate(Conference))
    )
    return {slug for slugs in db.session.scalars(people) for slug in slugs or ()}
