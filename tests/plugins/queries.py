"""Counting what is asked of the database, so that a list page costs the same for one row and for many."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

NOT_COUNTED = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "PRAGMA")


class Queries(list[str]):
    """The statements that were sent, in their order."""

    @property
    def count(self) -> int:
        return len(self)


@pytest.fixture
def count_queries(app):
    """A context that gathers the statements sent in it; they can be counted and looked at."""

    @contextmanager
    def counting() -> Iterator[Queries]:
        queries = Queries()

        def note(_connection, _cursor, statement, *_rest):
            if not statement.lstrip().upper().startswith(NOT_COUNTED):
                queries.append(statement)

        sa.event.listen(sa.Engine, "before_cursor_execute", note)
        try:
            yield queries
        finally:
            sa.event.remove(sa.Engine, "before_cursor_execute", note)

    return counting
