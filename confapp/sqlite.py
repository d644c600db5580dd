"""SQLite as confapp needs it: foreign keys, a write-ahead log, and transactions that are really begun."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from flask import Flask
from sqlalchemy.pool import ConnectionPoolEntry

from confapp.db import db

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

BUSY_TIMEOUT_MS = 15_000
CACHE_KIB = 512  # of each connection, and every thread of every worker has one; the system keeps the file besides
READ_METHODS = {"GET", "HEAD", "OPTIONS"}

# A transaction that starts as a reader and then writes is refused at once when somebody else wrote meanwhile, however
# long the busy timeout. So whoever will write says so first. Commands and jobs do write; a page that is read does not.
will_write: ContextVar[bool] = ContextVar("will_write", default=True)


def init_app(app: Flask) -> None:
    with app.app_context():
        for engine in db.engines.values():
            prepare(engine)
    app.wsgi_app = _Noting(app.wsgi_app)  # type: ignore[method-assign]


def prepare(engine: sa.Engine) -> None:
    """Set up every connection of a SQLite engine; others are left as they are."""
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _set_up)
        sa.event.listen(engine, "begin", _begin)


def _set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver's own transactions would leave out savepoints and schema changes
    cursor: Any = connection.cursor()
    for pragma in (
        "foreign_keys = ON",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        f"cache_size = -{CACHE_KIB}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if will_write.get() else "BEGIN")


@contextmanager
def reading() -> Iterator[None]:
    """What is begun in here only reads, so that it waits for nobody who writes."""
    token = will_write.set(False)
    try:
        yield
    finally:
        will_write.reset(token)


class _Noting:
    """The outermost layer: whatever answers further in, it is known whether the request is one that writes."""

    def __init__(self, inner: WSGIApplication) -> None:
        self.inner = inner

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        will_write.set(environ["REQUEST_METHOD"] not in READ_METHODS)
        return self.inner(environ, start_response)
