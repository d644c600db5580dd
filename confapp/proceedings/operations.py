"""What is done with editions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from confapp.conferences.models import Conference
from confapp.db import db
from confapp.proceedings.models import ViewCount

INSERTS: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def count_views(views: Mapping[str, int]) -> None:
    """Add to how often proceedings were read, by the slugs of their conferences; one that is gone is passed over.

    Nobody did this and nothing public changes, so there is no line in the audit trail and no new revision.
    """
    insert = INSERTS[db.session.connection().dialect.name]
    for slug, number in sorted(views.items()):
        read = sa.select(Conference.id, sa.literal(number)).where(Conference.slug == slug)
        statement = insert(ViewCount).from_select(["conference_id", "views"], read)
        added = {"views": ViewCount.views + statement.excluded.views}
        db.session.execute(statement.on_conflict_do_update(index_elements=["conference_id"], set_=added))
