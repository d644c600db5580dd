"""`confapp serve`: answer requests with gunicorn; `confapp start`: set up what is missing, then serve."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import logging
import os
import signal
from collections.abc import Callable
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.workers.gthread import ThreadWorker

from confapp.commands import say
from confapp.config import ConfigError, answer_at, shared_metrics
from confapp.errors import RuleViolation

LOOPBACK = "127.0.0.1"
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
FREE_BYTES = 128 * 1024
PYTHONS_THRESHOLDS = 700, 10, 10


class Server(BaseApplication):
    """gunicorn with settings from here instead of from its own command line and files."""

    def __init__(self, application: Flask, settings: dict[str, Any]) -> None:
        self.application = application
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        for key, value in self.settings.items():
            self.cfg.set(key, value)

    def load(self) -> Flask:
        return self.application


class Worker(ThreadWorker):
    """A worker that ends in one way: soon, and with what it has begun.

    gunicorn's own takes a lock and raises inside the handler of Ctrl-C: under load it could wait for itself for ever.
    """

    def init_process(self) -> None:
        # It gives up its last requests before the process over it gives it up, and kills it.
        self.cfg.set("graceful_timeout", 2)
        super().init_process()

    def handle_quit(self, sig: int, frame: object) -> None:
        self.handle_exit(sig, frame)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1))
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1))
def serve(host: str, port: int, workers: int, threads: int) -> None:
    """Answer requests until Ctrl-C."""
    _run(_refuse_when_not_ready, host, port, workers, threads)


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def start(port: int) -> None:
    """Bring the database up to date, load the demonstration where there is nothing yet, and serve."""
    _run(_set_up, LOOPBACK, port, 2, 8)


def _run(prepare: Callable[[], None], host: str, port: int, workers: int, threads: int) -> None:
    _spare_memory()
    # The figures' library looks for its folder when it is first imported: so this first, and the application after it.
    with shared_metrics():
        application = _application(prepare, port)
        _leave_alone_what_stays()
        Server(application, _settings(f"{host}:{port}", workers, threads)).run()


def _spare_memory() -> None:
    """Let a worker's threads share one heap, and give back what is free in it: else each keeps what it once needed."""
    with contextlib.suppress(AttributeError, OSError):
        mallopt = ctypes.CDLL(None).mallopt
        for option, value in ((M_ARENA_MAX, 1), (M_TRIM_THRESHOLD, FREE_BYTES), (M_MMAP_THRESHOLD, FREE_BYTES)):
            mallopt(option, value)


def _leave_alone_what_stays() -> None:
    """Look for garbage as often as Python does by itself, but not among what is there now: workers share that."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*PYTHONS_THRESHOLDS)


def _application(prepare: Callable[[], None], port: int) -> Flask:
    from confapp.app import create_app  # noqa: PLC0415  see _run

    try:
        if port:
            answer_at(f"http://{LOOPBACK}:{port}")
        app = create_app()
        with app.app_context():
            prepare()
    except ConfigError as error:
        raise click.ClickException(str(error)) from error
    except RuleViolation as error:
        raise click.ClickException(error.message) from error
    return app


def _refuse_when_not_ready() -> None:
    from confapp.health import what_is_missing  # noqa: PLC0415  see _run

    if problem := what_is_missing():
        raise click.ClickException(f"{problem}.")


def _set_up() -> None:
    from confapp import demonstration, migrating  # noqa: PLC0415  see _run

    migrating.flask_migrate().upgrade()
    demonstration.load()


def _settings(address: str, workers: int, threads: int) -> dict[str, Any]:
    return {
        "bind": address,
        "workers": workers,
        "threads": threads,
        "worker_class": Worker,
        "preload_app": True,
        "loglevel": "warning",
        "graceful_timeout": 4,
        "keepalive": 5,
        "control_socket_disable": True,
        "when_ready": lambda _server: say(f"confapp answers at http://{address}/ (Ctrl-C ends it)"),
        "post_fork": _begin_work,
        "worker_exit": _leave,
        "child_exit": _forget_figures,
    }


def _forget_connections(_server: object, worker: Any) -> None:
    """No two processes may talk over one connection to the database."""
    from confapp.db import db  # noqa: PLC0415  see _run

    with worker.app.application.app_context():
        for engine in db.engines.values():
            engine.dispose(close=False)


def _begin_work(server: object, worker: Any) -> None:
    """What a worker process does first: connections of its own, and what an earlier one left in the outbox."""
    from confapp import mail  # noqa: PLC0415  see _run

    _forget_connections(server, worker)
    app = worker.app.application
    with app.app_context():
        if mail.is_set_up():
            mail.start_working(app)


def _leave(_server: object, worker: Any) -> None:
    """End a worker that has had its time: Python would wait on for threads that wait for slow readers."""
    if worker.booted:
        for one in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):  # a second Ctrl-C asks for no more than the first
            signal.signal(one, signal.SIG_IGN)
        logging.shutdown()
        os._exit(0)


def _forget_figures(_server: object, worker: Any) -> None:
    from prometheus_client.multiprocess import mark_process_dead  # noqa: PLC0415  see _run

    mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]
