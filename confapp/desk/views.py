"""The front desk, the search over what may be seen, and suggestions for pickers."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from confapp.desk import editions, mine, overview, queries
from confapp.desk.comments import moderation
from confapp.desk.comments import public as comments
from confapp.forms.picking import PICKABLES
from confapp.manage import manage, needs
from confapp.navigation import add_section
from confapp.permissions import Permission
from confapp.tasks import source

blueprint = Blueprint("desk", __name__)
add_section(_l("Conferences"), "manage.desk.front", Permission.DESK_SEE, in_conference=False, order=-1)


@blueprint.get("/")
@needs(Permission.DESK_SEE)
def front() -> ResponseReturnValue:
    return render_template("desk/front.html", cards=queries.conference_cards())


@blueprint.get("/search/")
@needs(Permission.DESK_SEE)
def search() -> ResponseReturnValue:
    text = " ".join(request.args.get("q", "").split())[:200]
    return render_template("desk/search.html", search_text=text, groups=queries.found(text))


@blueprint.get("/pick/<key>/")
@needs(Permission.DESK_SEE)
def pick(key: str) -> ResponseReturnValue:
    return _suggestions(key, is_within=False)


@blueprint.get("/conferences/<conference>/pick/<key>/")
@needs(Permission.CONFERENCE_SEE)
def pick_within(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _suggestions(key, is_within=True)


def _suggestions(key: str, *, is_within: bool) -> ResponseReturnValue:
    known = PICKABLES.get(key)
    if known is None or (known.within is not None) != is_within:
        abort(HTTPStatus.NOT_FOUND)
    return jsonify([known.choice(row)._asdict() for row in known.found(request.args.get("q", "")[:200])])


@manage.context_processor
def name_the_place() -> dict[str, Any]:
    """The conference whose pages these are, for the frame."""
    return {"place": queries.place(g.conference_id)} if g.get("conference_id") else {}


source(mine.papers_in_all_conferences)
manage.register_blueprint(overview.blueprint)
manage.register_blueprint(blueprint)
manage.register_blueprint(editions.blueprint)
manage.register_blueprint(moderation.blueprint)

blueprints = (comments.blueprint,)
