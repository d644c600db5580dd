"""Triggers that keep frozen and append-only rows as they are, whatever program writes to the database.

They are read off the tables' `info` (see `db.Base`), so that a model says in one place that it is frozen. A migration
runs the statements of its own time; a test compares what stands in a migrated database with what the models ask for.
"""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

_CERTAIN_OVERLAP = """SELECT 1 FROM appointments AS other
    WHERE NEW.holds_alone AND other.holds_alone AND other.office_id = NEW.office_id AND other.id <> NEW.id
    AND NEW.starts_latest IS NOT NULL AND other.starts_latest IS NOT NULL
    AND (NEW.ends_earliest IS NULL OR other.starts_latest < NEW.ends_earliest)
    AND (other.ends_earliest IS NULL OR NEW.starts_latest < other.ends_earliest)
    AND (NEW.ends_earliest IS NULL OR NEW.starts_latest < NEW.ends_earliest)
    AND (other.ends_earliest IS NULL OR other.starts_latest < other.ends_earliest)"""


def create_statements(metadata: sa.MetaData, dialect: str) -> list[str]:
    """Everything that sets the guards up in a database that has the tables and none of the guards."""
    make = _sqlite if dialect == "sqlite" else _postgresql
    return [*make(metadata)]


def drop_statements(metadata: sa.MetaData, dialect: str) -> list[str]:
    """Everything that takes the guards away again."""
    statements = []
    for table in _guarded(metadata):
        for name in (f"{table.name}_keep", f"{table.name}_keep_rows"):
            suffix = "" if dialect == "sqlite" else f" ON {table.name}"
            statements.append(f"DROP TRIGGER IF EXISTS {name}{suffix}")
        if dialect != "sqlite":
            statements.append(f"DROP FUNCTION IF EXISTS {table.name}_keep() CASCADE")
    if dialect == "sqlite":
        return [
            *statements,
            *(f"DROP TRIGGER IF EXISTS appointments_one_holder_{when}" for when in ("insert", "update")),
        ]
    return [*statements, "ALTER TABLE appointments DROP CONSTRAINT IF EXISTS ex_appointments_one_holder"]


def _guarded(metadata: sa.MetaData) -> Iterator[sa.Table]:
    for table in metadata.sorted_tables:
        if table.info.get("append_only") or table.info.get("frozen_when"):
            yield table


def _frozen_columns(table: sa.Table) -> list[str]:
    thawed = {*table.info.get("thawed_columns", ()), "id"}
    return [column.name for column in table.columns if column.name not in thawed]


def _message(table: sa.Table) -> str:
    return f"{table.name}: what is recorded or published is never changed; add a new row that corrects it"


def _sqlite(metadata: sa.MetaData) -> Iterator[str]:
    for table in _guarded(metadata):
        frozen = table.info.get("frozen_when", "1 = 1")
        changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _frozen_columns(table))
        refuse = f"BEGIN SELECT RAISE(ABORT, '{_message(table)}'); END"
        yield f"CREATE TRIGGER {table.name}_keep BEFORE UPDATE ON {table.name} WHEN ({frozen}) AND ({changed}) {refuse}"
        yield f"CREATE TRIGGER {table.name}_keep_rows BEFORE DELETE ON {table.name} WHEN ({frozen}) {refuse}"
    for when, event in (("insert", "INSERT"), ("update", "UPDATE")):
        yield (
            f"CREATE TRIGGER appointments_one_holder_{when} AFTER {event} ON appointments"
            f" WHEN EXISTS ({_CERTAIN_OVERLAP})"
            " BEGIN SELECT RAISE(ABORT, 'appointments: two holders of a unique office at the same time'); END"
        )


def _postgresql(metadata: sa.MetaData) -> Iterator[str]:
    for table in _guarded(metadata):
        frozen = table.info.get("frozen_when", "1 = 1")
        changed = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in _frozen_columns(table))
        yield (
            f"CREATE FUNCTION {table.name}_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF TG_OP = 'DELETE' THEN IF {frozen} THEN"
            f" RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',"
            f" MESSAGE = '{_message(table)}'; END IF; RETURN OLD; END IF; "
            f"IF ({frozen}) AND ({changed}) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', "
            f"MESSAGE = '{_message(table)}'; END IF; RETURN NEW; END $$"
        )
        yield (
            f"CREATE TRIGGER {table.name}_keep BEFORE UPDATE OR DELETE ON {table.name} "
            f"FOR EACH ROW EXECUTE FUNCTION {table.name}_keep()"
        )
    yield (
        "ALTER TABLE appointments ADD CONSTRAINT ex_appointments_one_holder EXCLUDE USING gist ("
        "int8range(office_id, office_id, '[]') WITH &&, tstzrange(starts_latest, ends_earliest) WITH &&) "
        "WHERE (holds_alone AND starts_latest IS NOT NULL AND (ends_earliest IS NULL OR starts_latest < ends_earliest))"
    )
