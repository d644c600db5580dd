from __future__ import annotations

import threading

import pytest
import sqlalchemy as sa

from confapp import sqlite


@pytest.fixture
def engine(tmp_path):
    engine = sa.create_engine(f"sqlite:///{tmp_path}/x.db")
    sqlite.prepare(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE things (id INTEGER PRIMARY KEY, other INTEGER REFERENCES things (id))")
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"), [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 1), ("busy_timeout", 15_000)]
)
def test_every_connection_is_set_up(engine, pragma, value):
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_references_hold(engine):
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO things VALUES (1, 2)")


def test_changes_of_the_schema_are_rolled_back_too(engine):
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE gone (id INTEGER)")
        connection.rollback()
    assert sa.inspect(engine).get_table_names() == ["things"]


def test_a_savepoint_is_one(engine):
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO things VALUES (1, NULL)")
        with connection.begin_nested() as savepoint:
            connection.exec_driver_sql("INSERT INTO things VALUES (2, NULL)")
            savepoint.rollback()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT id FROM things").scalars().all() == [1]


def test_two_that_read_and_then_write_wait_for_each_other(engine):
    """Each counts and adds one; had they begun as readers, one would be refused at once."""
    gate = threading.Barrier(2)
    problems = []

    def add() -> None:
        gate.wait()
        try:
            with engine.begin() as connection:
                count = connection.exec_driver_sql("SELECT count(*) FROM things").scalar()
                connection.exec_driver_sql("INSERT INTO things VALUES (?, NULL)", (count + 1,))
        except sa.exc.OperationalError as error:
            problems.append(error)

    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT id FROM things").scalars().all() == [1, 2]


def test_a_reader_does_not_wait_for_a_writer(engine):
    with engine.begin() as writer:
        writer.exec_driver_sql("INSERT INTO things VALUES (1, NULL)")
        with sqlite.reading(), engine.connect() as reader:
            assert reader.exec_driver_sql("SELECT count(*) FROM things").scalar() == 0


def test_a_page_that_is_read_begins_as_a_reader(client):
    client.get("/readyz")
    client.post("/sign-in/")
    assert sqlite.will_write.get() is True
    client.get("/readyz")
    assert sqlite.will_write.get() is False
