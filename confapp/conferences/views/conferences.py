"""The list of conferences, and a new one."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp import languages
from confapp.conferences import directory
from confapp.conferences.beginning import begin_conference
from confapp.conferences.forms.conferences import ConveneForm
from confapp.conferences.words import STATES
from confapp.forms import done, shown
from confapp.manage import needs
from confapp.permissions import Permission

blueprint = Blueprint("conferences", __name__, url_prefix="/conferences")


@blueprint.get("/")
@needs(Permission.DESK_SEE)
def index() -> ResponseReturnValue:
    return render_template("conferences/index.html", list=directory.listed(current_user.grants), states=STATES)


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_CONVENE)
def create() -> ResponseReturnValue:
    form = ConveneForm(data={"languages": [languages.tag()]} if request.method == "GET" else None)
    if form.carries_out(lambda: begin_conference(**form.facts(), by=current_user)):
        slug = form.result.slug
        return done(
            _("%(name)s was entered. You organize it.", name=form.result.name),
            url_for("manage.overview.dashboard", conference=slug),
        )
    return shown("conferences/create.html", form)
