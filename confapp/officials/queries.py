"""Officials, offices and who holds them, as of any date.

What is public of a person leaves out e-mail, telephone and address: the queries for strangers do not load them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.orm import contains_eager, joinedload, load_only, selectinload

from confapp import clock
from confapp.dates import Moment
from confapp.db import db
from confapp.errors import NotFound
from confapp.listing import Listing, Page
from confapp.officials.models import Appointment, AppointmentState, Office, Official
from confapp.organizations.models import Body, BodyKind

SETTLED = (AppointmentState.ACCEPTED, AppointmentState.IN_FORCE, AppointmentState.ENDED)
PRIVATE = frozenset({"email", "phone", "address"})
PUBLIC_COLUMNS = tuple(
    getattr(Official, column.key) for column in sa.inspect(Official).columns if column.key not in PRIVATE
)


LISTING = Listing(
    model=Official,
    sorts={"name": None, "family": Official.family_name, "affiliation": Official.affiliation, "born": Official.born_on},
)


@dataclass(frozen=True, slots=True)
class Post:
    """An office and who holds it, in the order of their terms; nobody where it is vacant."""

    office: Office
    holders: list[Appointment] = field(default_factory=list)


def listed() -> Page:
    """The officials that the address asks for. For who may see the desk."""
    return LISTING.page()


def standing_bodies() -> sa.Select[int]:
    """Organizations and organs, which belong to no conference and are for everybody at the desk."""
    return sa.select(Body.id).where(Body.kind.in_([BodyKind.ORGANIZATION, BodyKind.ORGAN]))


def standing_appointments(official: Official) -> Sequence[Appointment]:
    """Everything that somebody was appointed or proposed to in organizations and organs, the newest first.

    Offices of a conference stand on its own pages: not everybody at the desk may see it.
    """
    return db.session.scalars(
        sa.select(Appointment)
        .join(Appointment.office)
        .where(Appointment.official_id == official.id, Office.body_id.in_(standing_bodies()))
        .options(contains_eager(Appointment.office).joinedload(Office.body))
        .order_by(Appointment.starts_earliest.desc().nulls_last(), Appointment.id.desc())
    ).all()


def standing_appointment(official: Official, key: int) -> Appointment:
    """One of them."""
    for appointment in standing_appointments(official):
        if appointment.id == key:
            return appointment
    raise NotFound(_("There is no such appointment of this person."))


def official_by_slug(slug: str) -> Official | None:
    """A person with all names and contact data. For organizers."""
    return db.session.scalar(sa.select(Official).where(Official.slug == slug).options(selectinload(Official.names)))


def officials() -> Sequence[Official]:
    """Everybody who is registered, by name. For organizers."""
    return db.session.scalars(sa.select(Official).order_by(Official.name, Official.id)).all()


def public_official(slug: str, *, among: sa.Select[int]) -> Official | None:
    """A person with all names and without contact data, if among those that strangers may see (`directory`)."""
    return db.session.scalar(
        sa.select(Official)
        .where(Official.slug == slug, Official.id.in_(among))
        .options(selectinload(Official.names))
        .options(load_only(*PUBLIC_COLUMNS, raiseload=True))
    )


def appointments_of(
    official: Official, *, bodies: sa.Select[int] | None = None, at: Moment | None = None
) -> Sequence[Appointment]:
    """What somebody was appointed to, with offices and bodies, the earliest first; as of a moment where one is given.

    `bodies` limits it to those that the reader may see; without it, it is for organizers.
    """
    query = (
        sa.select(Appointment)
        .join(Appointment.office)
        .where(Appointment.official_id == official.id, *settled_as_of(at))
        .options(
            contains_eager(Appointment.office).joinedload(Office.body),
            joinedload(Appointment.appointed_by).load_only(*PUBLIC_COLUMNS, raiseload=True),
            joinedload(Appointment.appointed_by_body),
        )
        .order_by(Appointment.starts_earliest.asc().nulls_first(), Appointment.id)
    )
    return db.session.scalars(query if bodies is None else query.where(Office.body_id.in_(bodies))).all()


def holders(office: Office, *, at: Moment | None = None) -> Sequence[Appointment]:
    """Who held an office, or may have held it at that moment, the earliest first. For who may see its body."""
    return _holders(Appointment.office_id == office.id, at)


def posts_of(body: Body, *, at: Moment | None = None) -> list[Post]:
    """The offices of a body by rank, each with its holders, as of a moment where one is given; vacant ones too.

    For who may see the body. Of a conference these are its bureau.
    """
    return posts_by_body([body.id], at=at).get(body.id, [])


def posts_by_body(bodies: Sequence[int], *, at: Moment | None = None) -> dict[int, list[Post]]:
    """The posts of several bodies, by their keys. For who may see these bodies."""
    offices = sa.select(Office).where(Office.body_id.in_(bodies)).order_by(Office.rank, Office.id)
    posts = {office.id: Post(office) for office in db.session.scalars(offices)}
    for appointment in _holders(Appointment.office_id.in_(list(posts)), at):
        posts[appointment.office_id].holders.append(appointment)
    by_body: dict[int, list[Post]] = {}
    for post in posts.values():
        by_body.setdefault(post.office.body_id, []).append(post)
    return by_body


def bureau(body: Body, *, at: Moment | None = None) -> list[Post]:
    """The officers of a conference or committee together: `posts_of` under its name in the field."""
    return posts_of(body, at=at)


def role_at(official: Official, body: Body, at: Moment) -> Sequence[Appointment]:
    """In which offices of the body somebody may have been at that moment, the highest first (R27).

    A record shows the role at the time of the act. For who may see the body.
    """
    return db.session.scalars(
        sa.select(Appointment)
        .join(Appointment.office)
        .where(
            Appointment.official_id == official.id,
            Office.body_id == body.id,
            *settled_as_of(at),
        )
        .options(contains_eager(Appointment.office))
        .order_by(Office.rank, Office.id)
    ).all()


def office_by_key(body: Body, key: str) -> Office | None:
    """A post by its key. For who may see its body."""
    return db.session.scalar(sa.select(Office).where(Office.body_id == body.id, Office.key == key))


def settled_as_of(at: Moment | None) -> list[sa.ColumnElement[bool]]:
    """The condition under which an appointment shows at all (not proposed or declined), and may cover the moment.

    A term that ended when nobody stated does not reach the present.
    """
    settled: list[sa.ColumnElement[bool]] = [Appointment.state.in_(SETTLED)]
    if at is None:
        return settled
    first, last = at.earliest("UTC"), at.latest("UTC")
    conditions = [
        *settled,
        sa.or_(Appointment.starts_earliest.is_(None), Appointment.starts_earliest <= last),
        sa.or_(Appointment.ends_latest.is_(None), Appointment.ends_latest > first),
    ]
    if last >= clock.now():
        conditions.append(sa.or_(Appointment.state != AppointmentState.ENDED, Appointment.ends_latest.is_not(None)))
    return conditions


def _holders(condition: sa.ColumnElement[bool], at: Moment | None) -> Sequence[Appointment]:
    return db.session.scalars(
        sa.select(Appointment)
        .where(condition, *settled_as_of(at))
        .options(joinedload(Appointment.official).load_only(*PUBLIC_COLUMNS, raiseload=True))
        .order_by(Appointment.starts_earliest.asc().nulls_first(), Appointment.id)
    ).all()
