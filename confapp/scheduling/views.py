"""The schedule at the desk: its releases, and a new one."""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.forms import done, shown
from confapp.manage import manage, needs
from confapp.navigation import add_section
from confapp.permissions import Permission
from confapp.scheduling import operations, queries
from confapp.scheduling.forms import ReleaseForm

blueprint = Blueprint("schedule", __name__, url_prefix="/conferences/<conference>/schedule")
add_section(_l("Schedule"), "manage.schedule.index", Permission.CONFERENCE_SEE)


@blueprint.get("/")
@needs(Permission.CONFERENCE_SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    here = conference_by_id(g.conference_id)
    return render_template("programme/releases.html", releases=queries.releases(here), zone=here.zone)


@blueprint.route("/release/", methods=["GET", "POST"])
@needs(Permission.SCHEDULE_RELEASE)
def release(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    here, form = conference_by_id(g.conference_id), ReleaseForm()
    if form.carries_out(lambda: operations.release_schedule(here, **form.facts(), by=current_user)):
        return done(_("The schedule is released."), url_for(".index"))
    return shown("programme/release.html", form, sessions=queries.programme_of(here).sessions, is_seen=here.is_public)


manage.register_blueprint(blueprint)
