"""Series of conferences at the desk."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences import directory, operations, parts
from confapp.conferences.forms.parts import SeriesForm
from confapp.forms import done, shown, told
from confapp.manage import needs
from confapp.permissions import Permission

blueprint = Blueprint("series", __name__, url_prefix="/series")


@blueprint.get("/")
@needs(Permission.CONFERENCE_CONVENE)
def index() -> ResponseReturnValue:
    return render_template("conferences/series.html", rows=directory.series_with_counts())


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_CONVENE)
def create() -> ResponseReturnValue:
    form = SeriesForm()
    if form.carries_out(lambda: operations.create_series(**form.facts(), by=current_user)):
        return done(_("%(name)s was entered.", name=form.result.name), url_for(".index"))
    return shown("conferences/series_edit.html", form, series=None)


@blueprint.route("/<slug>/edit/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_CONVENE)
def edit(slug: str) -> ResponseReturnValue:
    series = directory.series_by_slug(slug)
    form = SeriesForm(of=series)
    if form.carries_out(
        lambda: parts.change_series(series, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), url_for(".index"))
    return shown("conferences/series_edit.html", form, series=series, history=told(series, form))
