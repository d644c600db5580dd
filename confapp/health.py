"""Whether confapp lives, and whether it can answer."""

from __future__ import annotations

import sqlalchemy as sa
from flask import Blueprint, Flask, Response

from confapp.db import db
from confapp.migrating import newest_revision

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
        connection = db.session.connection()
        is_new = not sa.inspect(connection).has_table("alembic_version")
        current = None if is_new else connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    except sa.exc.SQLAlchemyError as error:
        if "database is locked" in str(error):
            return "somebody else is writing to the database; try again when they are done"
        return "the database does not answer"
    return "" if current == newest_revision() else "the database has another version; run: confapp db upgrade"


def _plain(text: str) -> Response:
    response = Response(f"{text}\n", content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response
