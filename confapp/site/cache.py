"""Public pages kept as they were rendered, and answered as long as nothing public has changed.

A page is rendered once per language and revision of what it shows, compressed once, and then answered from memory
before Flask sees the request; the one thing looked up is the revision (`confapp.revisions`), so that no process ever
serves what was withdrawn. Where time alone changes what is shown, as when an embargo ends, no revision says so:
therefore a page is kept until the next embargo ends, and an hour at most.
A view says with `@public_page` that its answer is the same for every reader.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, cast
from urllib.parse import parse_qsl

import brotli
import sqlalchemy as sa
from flask import Flask, Response, make_response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.dialects import sqlite
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from confapp import clock, revisions
from confapp.conferences.queries import next_embargo
from confapp.db import db
from confapp.site.counting import SECONDS, Views

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

MARK = "X-Confapp-Page"
CAPACITY = 16 * 1024 * 1024
LARGEST = 4 * 1024 * 1024
BROTLI_QUALITY = 9
NOT_KEPT = {"content-encoding", "content-length", "etag", "set-cookie", MARK.lower(), "cache-control", "vary"}
EVERYWHERE = ""
LONGEST = timedelta(hours=1)

P = ParamSpec("P")


def public_page(
    scope: Callable[..., str] | None = None, *, counts: bool = False
) -> Callable[[Callable[P, ResponseReturnValue]], Callable[P, Response]]:
    """Mark a view whose answer depends on nothing but its address, the language and what is public.

    `scope` takes the view's arguments and names the conference that the page is about; without it the page is
    rendered anew whenever anything public changes. Reading a page that `counts` is a view of the conference's
    proceedings.
    """

    def decorate(view: Callable[P, ResponseReturnValue]) -> Callable[P, Response]:
        @wraps(view)
        def answer(*args: P.args, **kwargs: P.kwargs) -> Response:
            key = scope(**kwargs) if scope else EVERYWHERE
            # Both before anything is read, so that a change meanwhile is not missed.
            revision, until = revisions.revision(key), _kept_until()
            response = make_response(view(*args, **kwargs))
            if response.status_code == 200 and not (set(request.args) - {"lang"}):  # noqa: PLR2004
                response.headers[MARK] = f"{revision} {int(counts)} {until.isoformat()} {key}"
                response.headers["Content-Encoding"] = "identity"  # it is compressed once, when it is kept
            return response

        return answer

    return decorate


def briefly(response: Response, seconds: int) -> Response:
    """An answer that is the same for everybody, and good for some seconds without asking again."""
    response.cache_control.public = True
    response.cache_control.max_age = seconds
    response.add_etag()
    response.make_conditional(request)
    return response


@dataclass(frozen=True, slots=True)
class Page:
    """An answer, compressed in each encoding, with the headers that go with it."""

    scope: str
    revision: int
    counts: bool
    until: datetime
    headers: list[tuple[str, str]]
    etag: str
    bodies: dict[str, bytes]

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values()))

    def body(self, encoding: str) -> bytes:
        """The answer as it is sent; hardly anybody asks for it without any encoding, so that is not kept."""
        return self.bodies[encoding] if encoding in self.bodies else gzip.decompress(self.bodies["gzip"])


class PublicPages:
    """The WSGI layer that keeps and answers them; at most `CAPACITY` bytes, the longest unasked leave first."""

    def __init__(self, app: Flask) -> None:
        self.inner = app.wsgi_app
        self.languages = list(app.config["LANGUAGES"])
        self.read_revision = _revision_reader(app)
        self.views = Views(app, seconds=0 if app.testing else SECONDS)
        self.pages: OrderedDict[tuple[str, str, bool], Page] = OrderedDict()
        self.negotiated: dict[str, str] = {}
        self.hosts: set[str] = set()
        self.size = 0
        self.lock = threading.Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = self._key(environ)
        if key is None:
            return self.inner(environ, start_response)
        page = self.pages.get(key)
        known_host = environ.get("HTTP_HOST", "") in self.hosts
        is_current = page and known_host and clock.now() < page.until
        if page and is_current and self.read_revision(page.scope) == page.revision:
            with contextlib.suppress(KeyError):  # another thread may just have let it go
                self.pages.move_to_end(key)
            return self._answer(page, environ, start_response)
        return self._render(key, environ, start_response)

    def _key(self, environ: WSGIEnvironment) -> tuple[str, str, bool] | None:
        """Path, language, and whether the address itself names the language; None for what is never kept."""
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or "HTTP_RANGE" in environ:
            return None
        if not (query := environ.get("QUERY_STRING", "")):
            return environ["PATH_INFO"], self._negotiate(environ.get("HTTP_ACCEPT_LANGUAGE", "")), False
        pairs = parse_qsl(query, keep_blank_values=True)
        if len(pairs) == 1 and pairs[0][0] == "lang" and pairs[0][1] in self.languages:
            return environ["PATH_INFO"], pairs[0][1], True
        return None

    def _negotiate(self, accepted: str) -> str:
        """The language for an `Accept-Language` header, as `languages.select_locale` chooses it."""
        if accepted not in self.negotiated:
            if len(self.negotiated) > 1000:  # noqa: PLR2004  strangers choose the header, so its memory is bounded
                self.negotiated.clear()
            best = parse_accept_header(accepted, LanguageAccept).best_match(self.languages)
            self.negotiated[accepted] = best or "en"
        return self.negotiated[accepted]

    def _answer(self, page: Page, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if page.counts and environ["REQUEST_METHOD"] == "GET":
            self.views.note(page.scope, environ)
        encoding = _encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        etag = f'"{page.etag}-{encoding}"'
        headers = [*page.headers, ("ETag", etag)]
        if _matches(environ.get("HTTP_IF_NONE_MATCH", ""), etag):
            start_response("304 NOT MODIFIED", [h for h in headers if not h[0].startswith("Content-")])
            return ()
        body = page.body(encoding)
        if encoding != "identity":
            headers.append(("Content-Encoding", encoding))
        start_response("200 OK", [*headers, ("Content-Length", str(len(body)))])
        return () if environ["REQUEST_METHOD"] == "HEAD" else (body,)

    def _render(
        self, key: tuple[str, str, bool], environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Let Flask answer; keep what a view marked as public, and pass on everything else untouched."""
        said: list[Any] = []

        def listen(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], object]:
            said[:] = [status, headers, exc_info]
            return lambda _chunk: None

        chunks = self.inner({**environ, "REQUEST_METHOD": "GET"}, listen)
        status, headers, exc_info = said
        mark = next((value for name, value in headers if name == MARK), None)
        if mark is None:
            start_response(status, headers, exc_info)
            return chunks if environ["REQUEST_METHOD"] == "GET" else _drained(chunks)
        page = _page(mark, headers, b"".join(_closing(chunks)))
        if page.size <= LARGEST:
            self._keep(key, page, environ.get("HTTP_HOST", ""))
        return self._answer(page, environ, start_response)

    def forget(self) -> None:
        """Let all of them go, as where the database was exchanged for another."""
        with self.lock:
            self.pages.clear()
            self.size = 0

    def _keep(self, key: tuple[str, str, bool], page: Page, host: str) -> None:
        with self.lock:
            self.hosts.add(host)
            self.size -= former.size if (former := self.pages.pop(key, None)) else 0
            self.pages[key] = page
            self.size += page.size
            while self.size > CAPACITY:
                _, oldest = self.pages.popitem(last=False)
                self.size -= oldest.size


def init_app(app: Flask) -> None:
    """Put the kept pages in front of the application."""
    pages = PublicPages(app)
    app.extensions["public_pages"] = pages
    app.wsgi_app = pages  # type: ignore[method-assign]


def _revision_reader(app: Flask) -> Callable[[str], int]:
    """Read a revision without a request: one primary key, on a connection of the pool."""
    statement = sa.select(revisions.PublicRevision.revision).where(revisions.PublicRevision.key == sa.bindparam("key"))
    with app.app_context():
        engines = db.engines
    on_sqlite = str(statement.compile(dialect=sqlite.dialect()))

    def read(key: str) -> int:
        bind = cast("sa.Engine | sa.Connection", engines[None])
        if isinstance(bind, sa.Connection):  # of somebody whose transaction all reads belong to
            return bind.scalar(statement, {"key": key}) or 0
        if bind.dialect.name == "sqlite":
            return _read_at_once(bind, on_sqlite, key)
        with bind.connect() as connection:
            return connection.scalar(statement, {"key": key}) or 0

    return read


def _read_at_once(engine: sa.Engine, statement: str, key: str) -> int:
    """One value by the driver itself: without a transaction around it, which takes three times as long as the value."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(statement, (key,))
        row = cursor.fetchone()
        cursor.close()
        return row[0] if row else 0
    finally:
        connection.close()


def _kept_until() -> datetime:
    longest = clock.now() + LONGEST
    return min(longest, next_embargo() or longest)


def _page(mark: str, headers: list[tuple[str, str]], body: bytes) -> Page:
    revision, counts, until, scope = mark.split(" ", 3)
    kept = [(name, value) for name, value in headers if name.lower() not in NOT_KEPT]
    vary = {part.strip() for name, value in headers if name.lower() == "vary" for part in value.split(",")}
    kept.append(("Vary", ", ".join(sorted({"Accept-Encoding", *vary} - {"Cookie", ""}))))
    kept.append(("Cache-Control", "public, no-cache"))  # kept by anybody, and asked about before each use
    bodies = {
        "br": brotli.compress(body, quality=BROTLI_QUALITY),
        "gzip": gzip.compress(body, 9, mtime=0),
    }
    etag = hashlib.sha256(body).hexdigest()[:32]
    return Page(scope, int(revision), counts == "1", datetime.fromisoformat(until), kept, etag, bodies)


def _encoding(accepted: str) -> str:
    """The best encoding on offer; browsers and caches list what they take and rarely weigh it."""
    for encoding in ("br", "gzip"):
        if encoding in accepted and f"{encoding};q=0" not in accepted.replace(" ", ""):
            return encoding
    return "identity"


def _matches(if_none_match: str, etag: str) -> bool:
    return bool(if_none_match) and (if_none_match == "*" or etag in if_none_match)


def _closing(chunks: Iterable[bytes]) -> Iterable[bytes]:
    try:
        yield from chunks
    finally:
        if close := getattr(chunks, "close", None):
            close()


def _drained(chunks: Iterable[bytes]) -> Iterable[bytes]:
    """Nothing of a body that was only rendered to answer HEAD."""
    for _ in _closing(chunks):
        pass
    return ()
