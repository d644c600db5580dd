"""Whether confapp lives, and whether it can answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, Flask, Response

from confapp.db import db
from confapp.resources import bundled

blueprint = Blueprint("health", __name__)


def init_app(app: Flask) -> None:
    app.register_blueprint(blueprint)


@blueprint.get("/healthz")
def live() -> Response:
    return _plain("ok")


@blueprint.get("/readyz")
def ready() -> Response:
    if problem := what_is_missing():
        response = _plain(problem)
        response.status_code = 503
        return response
    return _plain("ready")


def what_is_missing() -> str:
    """The sentence that keeps confapp from answering; empty when it can."""
    try:
        current = MigrationContext.configure(db.session.connection()).get_current_revision()
    except sa.exc.SQLAlchemyError:
        return "the database does not answer"
    newest = ScriptDirectory(str(bundled("migrations"))).get_current_head()
    return "" if current == newest else "the database has another version; run: confapp db upgrade"


def _plain(text: str) -> Response:
    response = Response(f"{text}\n", content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response
