"""What a reader sees when something is refused, missing or broken."""

from __future__ import annotations

from http import HTTPStatus

import structlog
from flask import Flask, Response, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import escape
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from confapp.db import db
from confapp.errors import NotFound, RuleViolation

log = structlog.get_logger("confapp.refusals")


def init_app(app: Flask) -> None:
    app.before_request(_refuse_nul)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(RuleViolation, _rule)
    app.register_error_handler(IntegrityError, _collided)
    app.register_error_handler(StaleDataError, _collided)
    app.register_error_handler(Exception, _broken)


def _refuse_nul() -> None:
    """No name has the character NUL, and one of the databases takes the very question for a mistake."""
    if "\0" in request.path:
        abort(HTTPStatus.NOT_FOUND)


def _sentences(code: int) -> tuple[str, str]:
    """A title and what to do, in the reader's language."""
    known = {
        400: (_("That could not be understood"), _("Go back, look at what was sent, and try again.")),
        401: (_("Please sign in"), _("This page is for people who have signed in.")),
        403: (_("This is not open to you"), _("Ask an organizer for access if you need it.")),
        404: (_("There is nothing at this address"), _("It may have moved. The front page and the search know more.")),
        405: (_("That cannot be done here"), _("Go back and use the buttons of the page.")),
        409: (_("That cannot be done now"), _("Nothing was changed.")),
        410: (_("This was withdrawn"), _("It was public once and is no longer.")),
        413: (_("That is too large"), _("Send a smaller file. Nothing was kept.")),
        429: (_("That was tried too often"), _("Wait a minute and try again.")),
        503: (_("confapp is not ready yet"), _("Try again in a minute.")),
    }
    return known.get(code, (_("Something went wrong"), _("Nothing was changed. Try again, and tell us if it stays.")))


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None or (error.code or 500) < HTTPStatus.BAD_REQUEST:
        return error
    return _answer(error.code or 500, headers=dict(error.get_headers()))


def _rule(error: RuleViolation) -> ResponseReturnValue:
    db.session.rollback()
    return _answer(404 if isinstance(error, NotFound) else 409, message=error.message, field=error.field)


def _collided(error: Exception) -> ResponseReturnValue:
    """Two did the same thing in the same instant, each before the other's was written: one of them hears of it here."""
    db.session.rollback()
    log.warning("two acts collided", path=request.path, method=request.method, exc_info=error)
    return _answer(
        409, message=_("Somebody else changed the same thing in the same instant. Look at it, and try again.")
    )


def _broken(error: Exception) -> ResponseReturnValue:
    db.session.rollback()
    log.error("a request failed", path=request.path, method=request.method, exc_info=error)
    return _answer(500)


def _answer(
    code: int, *, message: str = "", field: str | None = None, headers: dict[str, str] | None = None
) -> ResponseReturnValue:
    title, advice = _sentences(code)
    kept = {k: v for k, v in (headers or {}).items() if k not in {"Content-Type", "Content-Length"}}
    if request.path.startswith("/api/"):
        problem = {"status": code, "title": title, "detail": message or advice, "field": field}
        response = jsonify({k: v for k, v in problem.items() if v is not None})
        response.content_type = "application/problem+json"
    else:
        response = Response(_page(code, title, message or advice), content_type="text/html; charset=utf-8")
    response.headers.extend(kept)
    response.headers.setdefault("Cache-Control", "no-store")
    response.status_code = code
    return response


def _page(code: int, title: str, message: str) -> str:
    """The site's own page; when that is what fails, a bare one."""
    try:
        return render_template("error.html", code=code, title=title, message=message)
    except Exception as error:  # noqa: BLE001  whatever went wrong, its reader still gets a sentence
        log.warning("the error page could not be shown", error=repr(error))
        return f"<!doctype html><title>{escape(title)}</title><h1>{escape(title)}</h1><p>{escape(message)}</p>"
