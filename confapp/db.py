"""The database: one declarative base, its naming rules, and column types of the field."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import uuid4

import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from confapp.dates import Moment, PartialDate

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Json = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


class Instant(TypeDecorator[datetime]):
    """An instant in UTC; a naive one is refused, since nobody could say when it was."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PartialDateType(TypeDecorator[PartialDate]):
    """A date as precise as its source: `1884`, `1884-10` or `1884-10-13`."""

    impl = sa.String(16)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        return None if value is None else PartialDate.parse(value)


class MomentType(TypeDecorator[Moment]):
    """A partial date, a local date and time, or (with its offset) an exact instant, as its source states it."""

    impl = sa.String(40)
    cache_ok = True

    def process_bind_param(self, value: Moment | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Moment | None:
        return None if value is None else Moment.parse(value)


class Base(DeclarativeBase):
    """Every table inherits from here and names itself.

    A table's `info` may carry `append_only: True` (rows are never changed or deleted) or `frozen_when: "<SQL
    condition on OLD>"` with `thawed_columns` (columns that may still change); guards.py makes triggers of them.
    """

    metadata = sa.MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant(),
        PartialDate: PartialDateType(),
        Moment: MomentType(),
        StrEnum: sa.Enum(
            StrEnum,
            native_enum=False,
            create_constraint=True,
            length=40,
            values_callable=lambda e: [m.value for m in e],
        ),
        dict[str, Any]: Json,
        list[str]: Json,
        list[dict[str, Any]]: Json,
        dict[str, dict[str, str]]: Json,
    }


class Keyed:
    """A row with an integer key of its own."""

    id: Mapped[int] = mapped_column(primary_key=True)


class Versioned:
    """What people edit: the version tells a stale form from a fresh one."""

    version: Mapped[int] = mapped_column(default=1, server_default="1")

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


class Sourced:
    """Where the facts of a row come from.

    `provenance["sources"]` cites sources of the case: `{"source": key, "at": place}`; `provenance["remarks"]` say of
    one `field` (or, without it, of the whole row) that it is `not_stated`, `derived`, `printed` (with the spelling as
    printed in `value`), `uncertain` or `disputed`, with a `text`.
    """

    provenance: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")


class Translated:
    """Content in a language of its own (None: the conference's), with translations `{language: {field: text}}`."""

    language: Mapped[str | None] = mapped_column(sa.String(35))
    translations: Mapped[dict[str, dict[str, str]]] = mapped_column(default=dict, server_default="{}")


class Content(Keyed, Versioned, Sourced, Translated):
    """What people write about a conference: versioned, sourced, in a language."""


def new_uid() -> str:
    """A fresh identifier for what its sender names itself."""
    return str(uuid4())


db = SQLAlchemy(metadata=Base.metadata)
