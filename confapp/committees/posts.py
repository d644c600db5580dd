"""The offices of a conference with everybody who was asked into them; also vacant ones, and those left vacant."""

from __future__ import annotations

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp.committees.seats import seats
from confapp.db import db
from confapp.errors import NotFound
from confapp.officials.models import Office
from confapp.officials.queries import Post


def posts(conference_id: int) -> list[Post]:
    """By rank, each with its holders, those who were proposed or declined among them. For the desk."""
    offices = sa.select(Office).where(Office.body_id == conference_id)
    found = {
        one.id: Post(one)
        for one in db.session.scalars(offices.order_by(Office.is_presiding.desc(), Office.rank, Office.id))
    }
    for one in seats(conference_id):
        found[one.office_id].holders.append(one)
    return list(found.values())


def office_at(conference_id: int, key: str) -> Office:
    """One by its key; refused where there is none."""
    found = db.session.scalar(sa.select(Office).where(Office.body_id == conference_id, Office.key == key))
    if found is None:
        raise NotFound(_("The conference has no such office."))
    return found
