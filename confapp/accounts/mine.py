"""What is one's own: the conferences that one has a part in, and all that is kept about oneself. For the user alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from confapp import audit, clock
from confapp.accounts import factors, queries, visits
from confapp.accounts.models import User
from confapp.addresses import conference
from confapp.audit import Action, AuditEntry
from confapp.db import db
from confapp.permissions import Permission, Role, permissions_of

MOST_ACTS = 10_000


@dataclass
class Place:
    """A conference and the roles that the user has in it."""

    conference: queries.ConferenceName
    roles: list[Role] = field(default_factory=list)
    is_seen: bool = False
    """Whether the user sees its preparation, and not only what is for delegates."""

    @property
    def href(self) -> str:
        return f"/manage/conferences/{self.conference.slug}/" if self.is_seen else conference(self.conference.slug)


def places_of(user: User) -> list[Place]:
    """The conferences of the user, by their names."""
    names = queries.conference_names({one.conference_id for one in user.grants if one.conference_id})
    places = {one.id: Place(one) for one in names}
    for grant in user.grants:
        if grant.conference_id in places:
            places[grant.conference_id].roles.append(grant.role)
    for place in places.values():
        place.roles.sort(key=list(Role).index)
        place.is_seen = Permission.CONFERENCE_SEE in permissions_of(user.grants, place.conference.id)
    return list(places.values())


def roles_everywhere(user: User) -> list[Role]:
    """The roles that are about no single conference."""
    return sorted((grant.role for grant in user.grants if grant.conference_id is None), key=list(Role).index)


def data_of(user: User) -> dict[str, Any]:
    """All that is kept about the user as a user, for them to take with them; secrets stay where they are."""
    data = {
        "made_at": _said(clock.now()),
        "account": {
            "email": user.email,
            "name": user.name,
            "language": user.language,
            "created_at": _said(user.created_at),
            "signed_in_at": _said(user.signed_in_at),
            "has_password": user.password_hash is not None,
            "has_app": factors.is_asked_for(user),
        },
        "roles": [{"role": one.role.value, "conference": None} for one in user.grants if one.conference_id is None]
        + [{"role": role.value, "conference": one.conference.slug} for one in places_of(user) for role in one.roles],
        "passkeys": [{"name": one.name, "created_at": _said(one.created_at)} for one in factors.passkeys_of(user)],
        "visits": [
            {"device": one.device, "started_at": _said(one.started_at), "seen_at": _said(one.seen_at)}
            for one in visits.open_visits(user)
        ],
        "acts": [_act(entry) for entry in _acts_of(user)],
    }
    audit.record(Action.DATA_EXPORTED, user, by=user)
    return data


def _acts_of(user: User) -> list[AuditEntry]:
    query = sa.select(AuditEntry).where(AuditEntry.by_id == user.id).order_by(AuditEntry.id.desc()).limit(MOST_ACTS)
    return list(db.session.scalars(query))


def _act(entry: AuditEntry) -> dict[str, Any]:
    about = f"{entry.subject_table}:{entry.subject_id}"
    return {"at": _said(entry.at), "action": entry.action, "about": about, "detail": entry.detail}


def _said(instant: Any) -> str | None:
    return instant.isoformat(timespec="seconds") if instant else None
