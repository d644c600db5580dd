"""Comments at the desk: read what came, show or refuse it, erase it, take comments or not."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp import audit
from confapp.audit import Action
from confapp.conferences.directory import conference_by_id
from confapp.db import db
from confapp.desk.comments import operations, queries
from confapp.desk.comments.forms import RefuseForm
from confapp.desk.comments.models import Comment
from confapp.desk.comments.words import STATES, TONES
from confapp.forms import Form, done, shown
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.permissions import Permission
from confapp.tasks import source

LARGEST = 2**31 - 1
ONE = f"/<int(min=1, max={LARGEST}):comment_id>/"
MODERATE = Permission.COMMENTS_MODERATE

blueprint = Blueprint("comments", __name__, url_prefix="/conferences/<conference>/comments")
add_section(_l("Comments"), "manage.comments.index", MODERATE)
source(queries.waiting)


def home() -> str:
    return url_for("manage.comments.index")


def comment_at(comment_id: int) -> Comment:
    return queries.comment_of(g.conference_id, comment_id)


@blueprint.get("/")
@needs(MODERATE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return render_template(
        "desk/comments/index.html",
        list=queries.listed(g.conference_id),
        states=STATES,
        tones=TONES,
        conference=conference_by_id(g.conference_id),
    )


@blueprint.post("/switch/")
@needs(MODERATE)
def switch(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    on = request.form.get("on") == "yes"
    here = conference_by_id(g.conference_id)
    message = _("Readers can comment from now on.") if on else _("No more comments are taken; what is shown stays.")
    return _at_once(lambda: operations.switch_comments(here, on=on, by=current_user), message)


@blueprint.post(f"{ONE}show/")
@needs(MODERATE)
def show(conference: str, comment_id: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    comment = comment_at(comment_id)
    return _at_once(lambda: operations.show_comment(comment, by=current_user), _("Everybody can read the comment."))


@blueprint.route(f"{ONE}refuse/", methods=["GET", "POST"])
@needs(MODERATE)
def refuse(conference: str, comment_id: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    comment, form = comment_at(comment_id), RefuseForm()
    if form.carries_out(lambda: operations.refuse_comment(comment, **form.facts(), by=current_user)):
        return done(_("The comment is not shown."), home())
    return _page(comment, form, title=_("Refuse the comment?"), button=_("Refuse it"))


@blueprint.route(f"{ONE}erase/", methods=["GET", "POST"])
@needs(MODERATE)
def erase(conference: str, comment_id: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    comment, form = comment_at(comment_id), Form()
    if form.carries_out(lambda: operations.erase_comment(comment, by=current_user)):
        return done(_("The comment is erased."), home())
    return _page(comment, form, title=_("Erase the comment?"), button=_("Erase it for good"))


@blueprint.post("/export/")
@needs(MODERATE)
def export(conference: str) -> ResponseReturnValue:
    rows = [_entry(comment) for comment in queries.all_comments(g.conference_id)]
    audit.record(Action.COMMENTS_EXPORTED, conference_by_id(g.conference_id), by=current_user)
    db.session.commit()
    content = json.dumps({"conference": conference, "comments": rows}, ensure_ascii=False, indent=2) + "\n"
    response = Response(content, mimetype="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="comments-{conference}.json"'
    return response


def _at_once(act: Callable[[], Any], message: str) -> ResponseReturnValue:
    form = Form()
    if form.carries_out(act):
        return done(message, home())
    return done(" ".join(map(str, form.form_errors)), home())


def _page(comment: Comment, form: Form, **page: Any) -> ResponseReturnValue:
    return shown("desk/comments/act.html", form, comment=comment, back=home(), **page)


def _entry(comment: Comment) -> dict[str, Any]:
    return {
        "id": comment.id,
        "state": comment.state.value,
        "name": comment.name,
        "language": comment.language,
        "text": comment.text,
        "sent_at": comment.sent_at.isoformat(),
        "decided_at": comment.decided_at.isoformat() if comment.decided_at else None,
        "reason": comment.reason,
    }
