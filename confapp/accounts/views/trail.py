"""The audit trail: who did what, when."""

from __future__ import annotations

from flask import Blueprint, Response, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp import audit
from confapp.accounts import trail
from confapp.audit import Action
from confapp.db import db
from confapp.manage import manage, needs
from confapp.navigation import add_section
from confapp.permissions import Permission

blueprint = Blueprint("trail", __name__)
manage.register_blueprint(blueprint)
add_section(_l("Audit trail"), "manage.trail.index", Permission.AUDIT_SEE, in_conference=False, order=2)
add_section(_l("History"), "manage.trail.of_conference", Permission.HISTORY_SEE, order=2)


@blueprint.get("/audit/")
@needs(Permission.AUDIT_SEE)
def index() -> ResponseReturnValue:
    page = trail.page_of_all()
    asked = request.query_string.decode()
    files = [(kind, f"{url_for(f'.as_{kind.lower()}')}?{asked}") for kind in ("CSV", "JSON")]
    return render_template("accounts/trail.html", list=page, lines=trail.lines_of(page.rows), files=files)


@blueprint.get("/audit/trail.csv")
@needs(Permission.AUDIT_SEE)
def as_csv() -> ResponseReturnValue:
    return _file("csv", "text/csv; charset=utf-8", "".join(trail.as_csv(_taken_away())))


@blueprint.get("/audit/trail.json")
@needs(Permission.AUDIT_SEE)
def as_json() -> ResponseReturnValue:
    return _file("json", "application/json", "".join(trail.as_json(_taken_away())))


@blueprint.get("/conferences/<conference>/history/")
@needs(Permission.HISTORY_SEE)
def of_conference(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    page = trail.page_of_conference(g.conference_id)
    return render_template("accounts/trail.html", list=page, lines=trail.lines_of(page.rows), files=[])


def _taken_away() -> list[trail.TrailLine]:
    lines = trail.lines_of(trail.everything_asked_for())
    audit.record(Action.TRAIL_EXPORTED, current_user, by=current_user, detail={"lines": len(lines)})
    db.session.commit()
    return lines


def _file(kind: str, media_type: str, text: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="confapp-trail.{kind}"'}
    return Response(text, content_type=media_type, headers=headers)
