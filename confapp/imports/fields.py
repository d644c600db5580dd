"""Keys of a case and columns of a table: what one entry becomes as facts for an operation, and a row as an entry.

The schema says how each value is read; a noun adds only which key has another name as a column, and which keys its own
module looks after.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

import sqlalchemy as sa

from confapp.dates import Moment, PartialDate, as_zone
from confapp.db import Base
from confapp.imports.schema import Schema, of_shape, schema

Entry = Mapping[str, Any]
Facts = dict[str, Any]
SOURCED = {"source", "remarks"}


class Rows(Protocol):
    """Where local ids lead while a case is brought in."""

    def row(self, sections: list[str], name: str) -> Any: ...


class Given(Protocol):
    """Where rows get their local ids while a case is given out."""

    zone: str | None

    def name(self, sections: list[str], row_id: int) -> str: ...


def part_of(*keys: str) -> Schema:
    """The part of the schema that describes the entries under these keys."""
    part = schema()
    for key in keys:
        part = part["properties"][key]
        for alternative in part.get("anyOf", ())[-1:]:
            part = alternative
        if part.get("type") == "array":
            part = of_shape(part["items"], {})
    return part


class Noun:
    """One kind of entry."""

    def __init__(self, model: type[Base], part: Schema, *, apart: str = "", **renamed: str) -> None:
        self.columns = sa.inspect(model).all_orm_descriptors
        self.types = {column.key: column.columns[0].type for column in sa.inspect(model).column_attrs}
        self.names = renamed
        self.keys = {column: key for key, column in renamed.items()}
        self.parts: dict[str, Schema] = {
            key: known
            for key, known in part["properties"].items()
            if key not in {*apart.split(), *SOURCED, "translations"}
        }
        self.is_sourced = "source" in part["properties"]
        self.is_translated = "translations" in part["properties"]
        missing = {self.column(key) for key in self.parts} - {*self.columns.keys()}
        assert not missing, f"{model.__name__} has no {missing}"

    def column(self, key: str) -> str:
        """The name of a key as a column."""
        return self.names.get(key, key)

    def key(self, column: str) -> str:
        """The name of a column as a key."""
        return self.keys.get(column, column)

    def facts(self, entry: Entry, rows: Rows) -> Any:
        """The entry's own facts by the names of the columns, for an operation; what it does not say is left out."""
        facts = {
            self.column(key): self._value(part, self.column(key), entry[key], rows)
            for key, part in self.parts.items()
            if key in entry
        }
        if self.is_sourced and any(key in entry for key in SOURCED):
            facts["provenance"] = self.provenance(entry)
        if self.is_translated and "translations" in entry:
            facts["translations"] = {
                language: {self.column(key): text for key, text in texts.items()}
                for language, texts in entry["translations"].items()
            }
        return facts

    def entry(self, row: Any, given: Given) -> Facts:
        """The row's own facts by the names of the keys."""
        found = {key: self._plain(part, row, self.column(key), given) for key, part in self.parts.items()}
        if self.is_sourced:
            found |= self._cited(row.provenance or {})
        if self.is_translated:
            found["translations"] = {
                language: {self.key(column): text for column, text in texts.items()}
                for language, texts in (row.translations or {}).items()
            }
        return {key: value for key, value in found.items() if value not in (None, [], {})}

    def provenance(self, entry: Entry) -> Facts:
        """Sources and remarks as rows keep them."""
        sources = [_source(cited) for cited in entry.get("source", ())]
        remarks = [self._renamed(remark, self.column) for remark in entry.get("remarks", ())]
        return {**({"sources": sources} if sources else {}), **({"remarks": remarks} if remarks else {})}

    def _cited(self, provenance: Entry) -> Facts:
        cited = [
            " ".join(part for part in (one["source"], one.get("at")) if part) for one in provenance.get("sources", ())
        ]
        remarks = [self._renamed(remark, self.key) for remark in provenance.get("remarks", ())]
        return {"source": cited, "remarks": remarks}

    def _renamed(self, remark: Entry, name: Any) -> Facts:
        return {**remark, "field": name(remark["field"])} if "field" in remark else dict(remark)

    def _value(self, part: Schema, column: str, value: Any, rows: Rows) -> Any:
        kind = part.get("x-reads")
        if "x-refers-to" in part:
            return rows.row(part["x-refers-to"], value)
        if kind == "date":
            return PartialDate.parse(value)
        if kind in {"moment", "instant"}:
            moment = Moment.parse(value)
            return moment.instant if kind == "instant" else moment
        enumeration = getattr(self.types.get(column), "enum_class", None)
        return enumeration(value) if enumeration is not None else value

    def _plain(self, part: Schema, row: Any, column: str, given: Given) -> Any:
        if "x-refers-to" in part:
            row_id = getattr(row, f"{column}_id")
            return None if row_id is None else given.name(part["x-refers-to"], row_id)
        value = getattr(row, column)
        if isinstance(value, datetime):
            return str(Moment.of(value, as_zone(given.zone)))
        if isinstance(value, StrEnum):
            return value.value
        return str(value) if isinstance(value, PartialDate | Moment) else value


def _source(cited: str) -> Facts:
    key, _space, place = cited.partition(" ")
    return {"source": key, "at": place} if place else {"source": key}
