"""How often proceedings are read, counted in passing: a number, and nothing about who read them.

Every GET of a page that counts adds one, also where the reader's browser had the page already (304): somebody came to
read. Programs that say what they are do not count, nor does what a browser fetches before anybody asked for it. The
numbers are added up in the process and written to the database every few seconds and at its end, so that a page from
warm writes nothing.
"""

from __future__ import annotations

import atexit
import os
import re
import threading
from collections import Counter
from typing import TYPE_CHECKING

import sqlalchemy as sa
import structlog
from flask import Flask

from confapp.db import db
from confapp.proceedings.operations import count_views

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

SECONDS = 5.0
PROGRAMS = re.compile(
    r"bots?\b|crawl|spider|slurp|archiver|preview|fetch|monitor|curl|wget|python|java/|go-http|httpclient|^$",
    re.IGNORECASE,
)

log = structlog.get_logger("confapp.site.counting")


class Views:
    """The views that are not in the database yet."""

    def __init__(self, app: Flask, seconds: float = SECONDS) -> None:
        """Count for this application, and write it down every so many seconds; 0 leaves the writing to `flush`."""
        self.app = app
        self.seconds = seconds
        self.counted: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.writer = 0
        self.is_over = threading.Event()

    def note(self, slug: str, environ: WSGIEnvironment) -> None:
        """Somebody reads the proceedings of this conference."""
        if not is_reader(environ):
            return
        with self.lock:
            self.counted[slug] += 1
        if self.writer != os.getpid() and self.seconds:
            self._start()

    def flush(self) -> None:
        """Write down what was counted; what cannot be written now is kept for the next time."""
        with self.lock:
            counted, self.counted = self.counted, Counter()
        if not counted:
            return
        try:
            with self.app.app_context():
                count_views(counted)
                db.session.commit()
        except sa.exc.SQLAlchemyError as error:
            log.warning("views were not written down yet", error=str(error.__class__.__name__))
            with self.lock:
                self.counted.update(counted)

    def _start(self) -> None:
        """Let a thread of this process write; workers are forked, and threads do not come along."""
        with self.lock:
            if self.writer == os.getpid():
                return
            self.writer = os.getpid()
        threading.Thread(target=self._write, name="views", daemon=True).start()
        atexit.register(self.flush)

    def _write(self) -> None:
        while not self.is_over.wait(self.seconds):
            self.flush()


def is_reader(environ: WSGIEnvironment) -> bool:
    """Whether a person asks, as far as the request says."""
    early = environ.get("HTTP_SEC_PURPOSE", "") + environ.get("HTTP_PURPOSE", "")
    return "prefetch" not in early and not PROGRAMS.search(environ.get("HTTP_USER_AGENT", ""))
