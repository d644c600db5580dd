"""Keep the index as new as what is public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite as sqlite_dialect

from confapp import sqlite
from confapp.conferences.queries import public_conference
from confapp.db import db
from confapp.errors import NotFound
from confapp.revisions import EVERYWHERE, PublicRevision
from confapp.search import collect, people
from confapp.search.found import Found
from confapp.search.models import SearchEntry, SearchState

INSERTS: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite_dialect.insert}
ROWS_AT_ONCE = 500


def freshen() -> list[str]:
    """Index anew what has changed for strangers since it was indexed; the scopes that had changed come back.

    A scope is a conference's slug, or "" for officials and organizations. Commits after each. What is collected is read
    before anything is locked; of two processes at once, each scope is indexed by the one that saw it later.
    """
    return [scope for scope, revision in _stale() if index(scope, revision)]


def index(scope: str, revision: int) -> bool:
    """Replace what the index has of a scope, and commit; False where somebody else was as quick."""
    with sqlite.reading():
        rows = [found.as_row(scope) for found in _found(scope)]
        db.session.commit()
    is_mine = _claim(scope, revision)
    if is_mine:
        db.session.execute(sa.delete(SearchEntry).where(SearchEntry.scope == scope))
        for start in range(0, len(rows), ROWS_AT_ONCE):
            db.session.execute(sa.insert(SearchEntry), rows[start : start + ROWS_AT_ONCE])
    db.session.commit()
    return is_mine


def _stale() -> Sequence[tuple[str, int]]:
    """The scopes whose public revision is ahead of the index, those of conferences first."""
    with sqlite.reading():
        rows = db.session.execute(
            sa.select(PublicRevision.key, PublicRevision.revision)
            .outerjoin(SearchState, SearchState.scope == PublicRevision.key)
            .where(sa.or_(SearchState.revision.is_(None), SearchState.revision < PublicRevision.revision))
            .order_by(PublicRevision.key.desc())
        ).all()
        db.session.commit()
    return [(key, revision) for key, revision in rows]


def _claim(scope: str, revision: int) -> bool:
    """Note up to which revision the scope is indexed; the row stays locked until all of it is."""
    insert = INSERTS[db.session.connection().dialect.name]
    statement = insert(SearchState).values(scope=scope, revision=revision)
    claimed = statement.on_conflict_do_update(
        index_elements=["scope"],
        set_={"revision": statement.excluded.revision},
        where=SearchState.revision < statement.excluded.revision,
    )
    return db.session.scalar(claimed.returning(SearchState.scope)) is not None


def _found(scope: str) -> Iterator[Found]:
    if scope == EVERYWHERE:
        yield from people.everybody()
        return
    try:
        conference = public_conference(scope)
    except NotFound:
        return  # it is private, or has another slug: then nothing of it can be found under this one
    yield from collect.conference(conference)
