"""The dashboard of a conference, and the steps of its life cycle."""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.conferences import course, operations
from confapp.conferences.directory import conference_by_id
from confapp.conferences.forms.conferences import CloneForm, StepForm
from confapp.conferences.models import Conference
from confapp.conferences.words import STATES
from confapp.desk import life
from confapp.desk.board import board_of
from confapp.desk.cloning import Part, clone_conference
from confapp.desk.missing import missing
from confapp.desk.standing import standing_of
from confapp.forms import done, shown
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.permissions import Permission

blueprint = Blueprint("overview", __name__, url_prefix="/conferences/<conference>")
add_section(_l("Dashboard"), "manage.overview.dashboard", Permission.CONFERENCE_SEE, order=-1)


def present() -> Conference:
    return conference_by_id(g.conference_id)


def home() -> str:
    return url_for("manage.overview.dashboard", conference=g.conference_slug)


@blueprint.get("/")
@needs(Permission.CONFERENCE_SEE)
def dashboard(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    return render_template("desk/dashboard.html", conference=known, board=board_of(known, current_user))


@blueprint.route("/convene/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def convene(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _take(life.CONVENE)


@blueprint.route("/prepare/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def prepare(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _take(life.PREPARE)


@blueprint.route("/open/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def open_it(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _take(life.OPEN)


@blueprint.route("/close/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def close(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _take(life.CLOSE)


@blueprint.route("/archive/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def archive(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _take(life.ARCHIVE)


@blueprint.route("/back/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def step_back(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    before = course.state_before(known)
    hindrance = life.hindrance(known, standing_of(known))
    form = StepForm()
    if form.carries_out(lambda: course.step_back(known, hindrance=hindrance, by=current_user)):
        return done(_("It is as it was before: %(state)s.", state=STATES[known.state][0]), home())
    return shown("desk/dashboard_back.html", form, conference=known, before=before, states=STATES, hindrance=hindrance)


@blueprint.route("/show/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def show(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known, form = present(), StepForm()
    if form.carries_out(lambda: operations.make_public(known, by=current_user)):
        return done(_("Strangers see it now. You can hide it again."), home())
    return shown("desk/dashboard_show.html", form, conference=known)


@blueprint.route("/hide/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def hide(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known, form = present(), StepForm()
    if form.carries_out(lambda: operations.make_private(known, by=current_user)):
        return done(_("Only its organizers see it now."), home())
    return shown("desk/dashboard_hide.html", form, conference=known)


@blueprint.route("/clone/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_CONVENE)
def clone(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known, form = present(), CloneForm()
    if form.carries_out(lambda: _clone(known, form)):
        address = url_for(".dashboard", conference=form.result.slug)
        return done(_("%(name)s was planned after it. Look at its dates first.", name=form.result.name), address)
    return shown("desk/dashboard_clone.html", form, conference=known)


def _take(step: life.Step) -> ResponseReturnValue:
    known, form = present(), step.form()
    if form.carries_out(lambda: step.act(known, **life.values_of(form), by=current_user)):
        return done(str(step.done), home())
    return shown(
        "desk/dashboard_step.html", form, conference=known, step=step, missing=missing(known, standing_of(known))
    )


def _clone(conference: Conference, form: CloneForm) -> Conference:
    facts = form.facts(but=tuple(f"with_{part}" for part in Part))
    parts = [part for part in Part if form[f"with_{part}"].data]
    return clone_conference(conference, **facts, parts=parts, by=current_user)
