"""`/me/`: my conferences, my tasks, my data."""

from __future__ import annotations

import json

from flask import Blueprint, Response, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp import tasks
from confapp.accounts import mine, operations
from confapp.accounts.forms import EraseForm
from confapp.accounts.labels import ROLE_NAMES, ROLE_NOTES
from confapp.accounts.views.closed import close, confirmed
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.forms import forget_cookie, shown

blueprint = Blueprint("me", __name__, url_prefix="/me")
close(blueprint)


@blueprint.get("/")
def index() -> ResponseReturnValue:
    return render_template(
        "accounts/me.html",
        user=current_user,
        places=mine.places_of(current_user),
        everywhere=mine.roles_everywhere(current_user),
        tasks=tasks.tasks_of(current_user),
        role_names=ROLE_NAMES,
        role_notes=ROLE_NOTES,
    )


@blueprint.get("/data.json")
def data() -> ResponseReturnValue:
    text = json.dumps(mine.data_of(current_user), ensure_ascii=False, indent=2)
    db.session.commit()
    headers = {"Content-Disposition": 'attachment; filename="confapp-my-data.json"'}
    return Response(text + "\n", content_type="application/json", headers=headers)


@blueprint.route("/erase/", methods=["GET", "POST"])
@confirmed
def erase() -> ResponseReturnValue:
    form = EraseForm()
    if form.carries_out(lambda: _erase(form.email.data)):
        forget_cookie()
        return redirect("/")
    return shown("accounts/erase.html", form, user=current_user)


def _erase(email: str) -> None:
    if email.lower() != current_user.email:
        raise RuleViolation(_("That is not the address of your account."), field="email")
    operations.erase_user(current_user, by=current_user)
