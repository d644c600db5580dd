"""Officials and their appointments at the desk."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.finding import thing_at
from confapp.forms import Form, done, shown, told
from confapp.manage import manage, needs
from confapp.navigation import add_section
from confapp.officials import operations, queries
from confapp.officials.forms import AppointmentForm, EndForm, NewOfficialForm, OfficialForm, ReasonForm
from confapp.officials.models import Official
from confapp.officials.words import STATES
from confapp.organizations.forms import NameForm, RenameForm
from confapp.organizations.words import NAMES
from confapp.permissions import Permission
from confapp.slugs import SlugSpace

blueprint = Blueprint("officials", __name__, url_prefix="/officials")
add_section(_l("Officials"), "manage.officials.index", Permission.OFFICIALS_SEE, in_conference=False)


def official_at(slug: str) -> Official:
    return thing_at(SlugSpace.OFFICIAL, slug, queries.official_by_slug)


def home(official: Official) -> str:
    return url_for("manage.officials.detail", slug=official.slug)


@blueprint.get("/")
@needs(Permission.OFFICIALS_SEE)
def index() -> ResponseReturnValue:
    return render_template("officials/index.html", list=queries.listed())


@blueprint.get("/<slug>/")
@needs(Permission.OFFICIALS_SEE)
def detail(slug: str) -> ResponseReturnValue:
    official = official_at(slug)
    return render_template(
        "officials/detail.html",
        official=official,
        names=NAMES,
        states=STATES,
        appointments=queries.standing_appointments(official),
        history=told(official, OfficialForm(of=official)),
    )


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(Permission.OFFICIALS_EDIT)
def create() -> ResponseReturnValue:
    form = NewOfficialForm()
    if form.carries_out(lambda: operations.register_official(**form.facts(), by=current_user)):
        return done(_("%(name)s was entered.", name=form.result.name), home(form.result))
    return shown("officials/create.html", form)


@blueprint.route("/<slug>/edit/", methods=["GET", "POST"])
@needs(Permission.OFFICIALS_EDIT)
def edit(slug: str) -> ResponseReturnValue:
    official = official_at(slug)
    form = OfficialForm(of=official)
    if form.carries_out(
        lambda: operations.change_official(official, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(official))
    return shown("officials/edit.html", form, official=official)


@blueprint.route("/<slug>/rename/", methods=["GET", "POST"])
@needs(Permission.OFFICIALS_EDIT)
def rename(slug: str) -> ResponseReturnValue:
    official = official_at(slug)
    form = RenameForm(of=official)
    if form.carries_out(
        lambda: operations.rename_official(official, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The name is %(name)s now.", name=official.name), home(official))
    return _small(form, official, _("Rename"), ["name", "on"])


@blueprint.route("/<slug>/names/new/", methods=["GET", "POST"])
@needs(Permission.OFFICIALS_EDIT)
def add_name(slug: str) -> ResponseReturnValue:
    official = official_at(slug)
    form = NameForm()
    if form.carries_out(lambda: operations.add_official_name(official, **form.facts(), by=current_user)):
        return done(_("The name was added."), home(official))
    return _small(form, official, _("Add a name"), ["name", "kind", "language", "valid_from", "valid_until"])


@blueprint.route("/<slug>/appointments/new/", methods=["GET", "POST"])
@needs(Permission.OFFICIALS_EDIT)
def appoint(slug: str) -> ResponseReturnValue:
    official = official_at(slug)
    form = AppointmentForm()
    if form.carries_out(lambda: operations.appoint(official, **form.facts(), by=current_user)):
        return done(_("%(name)s was appointed.", name=official.name), home(official))
    return shown("officials/appoint.html", form, official=official)


@blueprint.post("/<slug>/appointments/<int:key>/accept/")
@needs(Permission.OFFICIALS_EDIT)
def accept(slug: str, key: int) -> ResponseReturnValue:
    official = official_at(slug)
    appointment = queries.standing_appointment(official, key)
    form = Form()
    if form.carries_out(lambda: operations.accept_appointment(appointment, by=current_user)):
        return done(_("The appointment was accepted."), home(official))
    return _small(form, official, _("Accept"), [])


@blueprint.route("/<slug>/appointments/<int:key>/decline/", methods=["GET", "POST"])
@needs(Permission.OFFICIALS_EDIT)
def decline(slug: str, key: int) -> ResponseReturnValue:
    official = official_at(slug)
    appointment = queries.standing_appointment(official, key)
    form = ReasonForm()
    if form.carries_out(lambda: operations.decline_appointment(appointment, **form.facts(), by=current_user)):
        return done(_("It was noted that the appointment was declined."), home(official))
    return _small(form, official, _("Decline"), ["reason"])


@blueprint.route("/<slug>/appointments/<int:key>/end/", methods=["GET", "POST"])
@needs(Permission.OFFICIALS_EDIT)
def end(slug: str, key: int) -> ResponseReturnValue:
    official = official_at(slug)
    appointment = queries.standing_appointment(official, key)
    form = EndForm()
    if form.carries_out(lambda: operations.vacate(appointment, **form.facts(), by=current_user)):
        return done(_("The term was ended."), home(official))
    return _small(form, official, _("End the term"), ["on", "reason"])


def _small(form: Form, official: Official, act: str, names: list[str]) -> ResponseReturnValue:
    return shown("officials/small.html", form, official=official, act=act, field_names=names)


manage.register_blueprint(blueprint)
