"""When the index follows: after a commit that changed something public, once the work it belongs to is done.

A request is answered first; a command ends when the index is as new as what it wrote.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
import structlog
from flask import Flask, Response, current_app, g, has_app_context

from confapp.db import db
from confapp.revisions import RAISED
from confapp.search.indexing import freshen

IS_STALE = "search_is_stale"

log = structlog.get_logger("confapp.search")


def init_app(app: Flask) -> None:
    """Watch what is committed; said twice, it watches once."""
    if not sa.event.contains(db.session, "after_commit", _note):
        sa.event.listen(db.session, "after_commit", _note)
    app.after_request(_after_the_answer)
    app.teardown_appcontext(_at_the_end)


def _note(orm_session: Any) -> None:
    if orm_session.info.pop(RAISED, False) and has_app_context():
        setattr(g, IS_STALE, True)


def _after_the_answer(response: Response) -> Response:
    if g.pop(IS_STALE, False):
        app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001  it outlives the request
        response.call_on_close(lambda: _freshen(app))
    return response


def _at_the_end(_error: BaseException | None) -> None:
    if g.pop(IS_STALE, False):
        db.session.remove()  # what was looked at since the commit may hold the lock that the index needs
        _freshen(current_app._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001  as above


def _freshen(app: Flask) -> None:
    """In a context of its own; a search that is a little behind is no reason to fail what was done."""
    with app.app_context():
        try:
            freshen()
        except sa.exc.SQLAlchemyError as error:
            log.warning("the search index was not brought up to date", error=error.__class__.__name__)
