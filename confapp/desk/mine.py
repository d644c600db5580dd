"""What waits for somebody in all of their conferences, for `/me/`; each conference's own page has its list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from confapp.conferences.models import Conference, ConferenceState
from confapp.db import db
from confapp.desk.queries import conference_address
from confapp.desk.standing import standing_of
from confapp.desk.waiting import papers
from confapp.permissions import Permission, permissions_of
from confapp.tasks import Task

MOST_CONFERENCES = 20
DECIDED_BY = {
    "delegations": Permission.CREDENTIALS_DECIDE,
    "letters": Permission.LETTERS_EDIT,
    "committees": Permission.COMMITTEES_EDIT,
    "invitations": Permission.PARTICIPATION_EDIT,
    "documents": Permission.DOCUMENTS_EDIT,
}


def papers_in_all_conferences(user: Any, conference_id: int | None) -> Iterator[Task]:
    """What the user may decide, conference by conference; a statement for each."""
    if conference_id is not None:
        return
    for conference in _at_work(user):
        allowed = permissions_of(user.grants, conference.id)
        for text, part in papers(standing_of(conference)):
            if DECIDED_BY.get(part) in allowed:
                yield Task(f"{text} · {conference.name}", conference_address(conference.slug))


def _at_work(user: Any) -> list[Conference]:
    keys = {grant.conference_id for grant in user.grants if grant.conference_id is not None}
    query = sa.select(Conference).where(Conference.id.in_(keys), Conference.state != ConferenceState.ARCHIVED)
    return list(db.session.scalars(query.order_by(Conference.id.desc()).limit(MOST_CONFERENCES)))
