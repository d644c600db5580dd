"""The full-text half of the index: FTS5 in SQLite, tsvector in PostgreSQL, both over words that are already folded.

Its structures are made by a migration: the virtual table `search_text` with its triggers, or an index of that name over
the very expression that is asked here.
"""

from __future__ import annotations

import sqlalchemy as sa

from confapp.db import db
from confapp.search.models import SearchEntry

VECTOR = (
    "(setweight(to_tsvector('simple', search_entries.title_terms), 'A')"
    " || setweight(to_tsvector('simple', search_entries.terms), 'B'))"
)
TITLE_WEIGHT, TEXT_WEIGHT = 6.0, 1.0


def matching(terms: list[str]) -> sa.Subquery:
    """Ids and ranks (greater is better) of the entries in which every term begins some word."""
    if db.engine.dialect.name == "sqlite":
        question = " AND ".join(f'"{term}"*' for term in terms)
        statement = sa.text(
            f"SELECT rowid AS id, -bm25(search_text, {TITLE_WEIGHT}, {TEXT_WEIGHT}) AS rank"  # noqa: S608  constants
            " FROM search_text WHERE search_text MATCH :question"
        )
    else:
        question = " & ".join(f"'{term}':*" for term in terms)
        statement = sa.text(
            f"SELECT id, ts_rank({VECTOR}, question)::float AS rank"  # noqa: S608  constants
            f" FROM search_entries, to_tsquery('simple', :question) AS question WHERE {VECTOR} @@ question"
        )
    columns = (sa.column("id", sa.Integer), sa.column("rank", sa.Float))
    return statement.bindparams(question=question).columns(*columns).subquery("matching")


def entries(terms: list[str]) -> sa.Select[SearchEntry, float]:
    """The entries found, to be narrowed and ordered by the caller; the second column is the rank."""
    found = matching(terms)
    return sa.select(SearchEntry, found.c.rank).join(found, found.c.id == SearchEntry.id)
