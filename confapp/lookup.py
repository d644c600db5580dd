"""Finding rows of the desk by what they are called: in any script, by words only begun, in the reader's order.

A model says by `__lookup__` which of its columns it is found by; the first one is also what it is sorted by. A row that
belongs to another one (a former name) says by `__lookup_of__` with which column; a row that is also found by what
another one is called (an office by its body) says by `__lookup_through__` with which. Entries follow changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

import sqlalchemy as sa
from anyascii import anyascii
from sqlalchemy.orm import Mapped, mapped_column

from confapp.db import Base, Keyed, db
from confapp.ordering import OWN_SCRIPT, sort_key
from confapp.scripts import LOOK_ALIKES, main_script
from confapp.searchable import query_terms, search_terms

LATIN = str.maketrans({letter: latin for table in LOOK_ALIKES.values() for letter, latin in table.items()})
SORTED_BY = 80
LONGEST_TERMS = 4000
MOST_TERMS = 8
BATCH = 500
ESCAPED = str.maketrans({"%": r"\%", "_": r"\_", "\\": "\\\\"})


class LookupEntry(Keyed, Base):
    """The words by which a row is found, each behind a space, and the key by which it is sorted."""

    __tablename__ = "lookup_entries"
    __table_args__ = (
        sa.UniqueConstraint("row_table", "row_id"),
        sa.Index(None, "owner_table", "owner_id"),
        {"info": {"private": True}},
    )

    row_table: Mapped[str] = mapped_column(sa.String(60))
    row_id: Mapped[int]
    owner_table: Mapped[str] = mapped_column(sa.String(60))
    owner_id: Mapped[int]
    terms: Mapped[str] = mapped_column(sa.Text)
    script: Mapped[str] = mapped_column(sa.String(40))
    sort_key: Mapped[str] = mapped_column(sa.Text().with_variant(sa.Text(collation="C"), "postgresql"))


ENTRIES: Any = LookupEntry.__table__


def init_app() -> None:
    """Watch what goes into the database; said twice, it watches once."""
    if not sa.event.contains(db.session, "after_flush", _follow):
        sa.event.listen(db.session, "after_flush", _follow)


def matches(model: Any, text: str) -> sa.ColumnElement[bool]:
    """The condition under which a row, by itself or by what belongs to it, has every word of the text.

    What has no word in it, such as a lone colon, is found nowhere.
    """
    terms = query_terms(text)[:MOST_TERMS]
    if not terms:
        return sa.false()
    columns = sa.inspect(model).columns
    ways = [(sa.inspect(model).primary_key[0], _table_of(model))]
    ways += [(columns[name], _target_of(columns[name])) for name in getattr(model, "__lookup_through__", ())]
    return sa.and_(*(sa.or_(*(key.in_(_owners(table, term)) for key, table in ways)) for term in terms))


def by_name(model: Any, language: str) -> list[sa.ColumnElement[Any]]:
    """What to sort rows by, for readers of a language, where `with_names` has joined their entries."""
    own = OWN_SCRIPT.get(language.partition("-")[0], "LATIN")
    is_foreign = sa.case((ENTRIES.c.script.in_([own, ""]), 0), else_=1)
    return [is_foreign, ENTRIES.c.sort_key, sa.inspect(model).primary_key[0]]


def with_names(query: sa.Select[Any], model: Any) -> sa.Select[Any]:
    """The query with the entry of each row beside it, for `by_name`."""
    key = sa.inspect(model).primary_key[0]
    return query.outerjoin(LookupEntry, sa.and_(LookupEntry.row_table == _table_of(model), LookupEntry.row_id == key))


def rebuild() -> int:
    """Enter the rows that have no entry yet, as after an upgrade; how many is answered."""
    count = 0
    for model in _models():
        key = sa.inspect(model).primary_key[0]
        known = sa.select(LookupEntry.row_id).where(LookupEntry.row_table == _table_of(model))
        rows = iter(db.session.scalars(sa.select(model).where(key.not_in(known))).all())
        while batch := list(islice(rows, BATCH)):
            _write(batch)
            count += len(batch)
    return count


def _owners(table: str, term: str) -> sa.Select[int]:
    return sa.select(LookupEntry.owner_id).where(LookupEntry.owner_table == table, _has(term))


def _target_of(column: Any) -> str:
    """The table that a column points to; of a kind of body, that of all bodies."""
    (key,) = column.foreign_keys
    mappers: list[Any] = list(Base.registry.mappers)
    names = {mapper.local_table.name: mapper.base_mapper.local_table.name for mapper in mappers}
    return str(names[key.column.table.name])


def _has(term: str) -> sa.ColumnElement[bool]:
    return sa.or_(
        *(LookupEntry.terms.like(f"% {spelled.translate(ESCAPED)}%", escape="\\") for spelled in _spellings(term))
    )


@lru_cache(maxsize=4096)
def _spellings(word: str) -> tuple[str, ...]:
    """A word as it is, in Latin letters, and with each letter taken for the Latin one that looks like it."""
    latin = "".join(char for char in anyascii(word).lower() if char.isalnum())
    return tuple(dict.fromkeys(filter(None, (word, latin, word.translate(LATIN).lower()))))


def _terms(texts: Iterable[str | None]) -> str:
    words = search_terms(" ".join(filter(None, texts))).split()
    spelled = dict.fromkeys(spelling for word in words for spelling in _spellings(word))
    return (" " + " ".join(spelled))[:LONGEST_TERMS]


def _sort_key(text: str) -> str:
    """The weights of the root collation, such that databases sort them as bytes do; then the text itself."""
    primary, secondary, tertiary = sort_key(text[:SORTED_BY])[1:4]
    return ".".join((_hex(weight for weight, _rank in primary), _hex(secondary), _hex(tertiary)))


def _hex(weights: Iterable[Any]) -> str:
    return "".join(f"{weight:04x}" for weight in weights)


def _models() -> tuple[Any, ...]:
    return tuple(mapper.class_ for mapper in Base.registry.mappers if "__lookup__" in vars(mapper.class_))


def _table_of(model: Any) -> str:
    """The table that names a row; of bodies, the one that all of them share."""
    return str(sa.inspect(model).base_mapper.local_table.name)


def _owner_of(row: Any) -> tuple[str, int]:
    column = getattr(type(row), "__lookup_of__", None)
    if column is None:
        return _table_of(type(row)), row.id
    return _target_of(sa.inspect(type(row)).columns[column]), getattr(row, column)


def _values(row: Any) -> dict[str, Any]:
    owner_table, owner_id = _owner_of(row)
    texts = [getattr(row, name) for name in row.__lookup__]
    name = texts[0] or ""
    return {
        "row_table": _table_of(type(row)),
        "row_id": row.id,
        "owner_table": owner_table,
        "owner_id": owner_id,
        "terms": _terms(texts),
        "script": main_script(name)[:40],
        "sort_key": _sort_key(name),
    }


def _is_found(row: Any) -> bool:
    return hasattr(type(row), "__lookup__")


def _has_news(row: Any) -> bool:
    state = sa.inspect(row)
    names = (*row.__lookup__, getattr(row, "__lookup_of__", None))
    return any(state.attrs[name].history.has_changes() for name in names if name)


def _follow(orm_session: Any, _context: Any) -> None:
    fresh = [row for row in orm_session.new if _is_found(row)]
    changed = [row for row in orm_session.dirty if _is_found(row) and _has_news(row)]
    gone = [row for row in orm_session.deleted if _is_found(row)]
    _forget([*changed, *gone], orm_session)
    _write([*fresh, *changed], orm_session)


def _write(rows: list[Any], orm_session: Any = None) -> None:
    if rows:
        (orm_session or db.session).execute(sa.insert(ENTRIES), [_values(row) for row in rows])


def _forget(rows: list[Any], orm_session: Any) -> None:
    for table, keys in _by_table(rows):
        entry = ENTRIES.c
        orm_session.execute(sa.delete(ENTRIES).where(entry.row_table == table, entry.row_id.in_(keys)))


def _by_table(rows: list[Any]) -> Iterator[tuple[str, list[int]]]:
    for table in dict.fromkeys(_table_of(type(row)) for row in rows):
        yield table, [row.id for row in rows if _table_of(type(row)) == table]
