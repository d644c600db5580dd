"""The revisions make exactly the database that the models describe, and can be walked in both directions."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import flask_migrate
import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from confapp import guards
from confapp.db import Base, db
from confapp.resources import bundled
from tests.plugins.application import make_app

SCRIPTS = ScriptDirectory(str(bundled("migrations")))
REVISIONS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]


@pytest.fixture
def empty(new_database, tmp_path, request):
    """An application on a database of its own."""
    name = "".join(letter for letter in request.node.name.lower() if letter.isalnum())
    app = make_app(tmp_path, new_database(name[:50]))
    with app.app_context():
        yield app
        db.session.remove()
        for engine in db.engines.values():
            engine.dispose()


def set_up_by_hand(dialect: str) -> set[str]:
    """What the database says of its triggers, functions and exclusion constraints."""
    if dialect == "sqlite":
        query = "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = """SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
                WHERE l.lanname = 'plpgsql'
            UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'x'"""
    with db.engine.connect() as connection:
        return {re.sub(r"\s+", " ", row) for row in connection.execute(sa.text(query)).scalars()}


def test_each_file_is_named_by_its_date_and_what_it_does():
    names = [Path(script.path).name for script in SCRIPTS.walk_revisions()]
    assert [name for name in names if not re.fullmatch(r"\d{8}_\d{4}_[0-9a-f]{12}_[a-z0-9_]+\.py", name)] == []


def test_there_is_one_line_of_revisions():
    assert len(SCRIPTS.get_heads()) == 1


def test_models_ask_for_nothing_that_the_revisions_do_not_make(application):
    with application.app_context():
        flask_migrate.check()


def test_every_revision_goes_up_and_down(empty):
    for revision in REVISIONS:
        flask_migrate.upgrade(revision=revision)
        flask_migrate.downgrade(revision="-1")
        flask_migrate.upgrade(revision=revision)
    flask_migrate.downgrade(revision="base")
    assert sa.inspect(db.engine).get_table_names() == ["alembic_version"]
    assert set_up_by_hand(db.engine.dialect.name) == set()


def test_guards_are_those_that_the_models_ask_for(empty):
    flask_migrate.upgrade()
    dialect = db.engine.dialect.name
    found = set_up_by_hand(dialect)
    with db.engine.begin() as connection:
        for statement in guards.drop_statements(Base.metadata, dialect):
            connection.exec_driver_sql(statement)
        for statement in guards.create_statements(Base.metadata, dialect):
            connection.exec_driver_sql(statement)
    assert found == set_up_by_hand(dialect)


def test_every_table_constraint_and_index_has_a_name(application):
    unnamed = [
        f"{table.name}: {constraint}"
        for table in Base.metadata.sorted_tables
        for constraint in [*table.constraints, *table.indexes]
        if not constraint.name
    ]
    assert unnamed == []


def test_every_check_of_the_models_is_in_the_database(application):
    with application.app_context():
        inspector = sa.inspect(db.engine)
        missing = {
            f"{table.name}.{constraint.name}"
            for table in Base.metadata.sorted_tables
            for constraint in table.constraints
            if isinstance(constraint, sa.CheckConstraint)
        } - {
            f"{table.name}.{found['name']}"
            for table in Base.metadata.sorted_tables
            for found in inspector.get_check_constraints(table.name)
        }
    assert missing == set()


def test_no_table_is_forgotten_when_the_application_starts():
    program = """
import pkgutil, importlib, confapp, confapp.models
from confapp.db import Base
known = set(Base.metadata.tables)
for module in pkgutil.walk_packages(confapp.__path__, "confapp."):
    if module.name != "confapp.__main__":
        importlib.import_module(module.name)
print(sorted(set(Base.metadata.tables) - known))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")
