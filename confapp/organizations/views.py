"""Organizations at the desk."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.finding import thing_at
from confapp.forms import done, shown, told
from confapp.manage import manage, needs
from confapp.navigation import add_section
from confapp.organizations import operations, queries
from confapp.organizations.forms import (
    DissolveForm,
    DissolveOrganForm,
    EventForm,
    NameForm,
    NewOrganForm,
    NewOrganizationForm,
    OrganForm,
    OrganizationForm,
    RelationsForm,
    RenameForm,
)
from confapp.organizations.models import Organization
from confapp.organizations.words import KINDS, NAMES
from confapp.permissions import Permission
from confapp.slugs import SlugSpace

blueprint = Blueprint("organizations", __name__, url_prefix="/organizations")
add_section(_l("Organizations"), "manage.organizations.index", Permission.ORGANIZATIONS_SEE, in_conference=False)


def organization_at(slug: str) -> Organization:
    return thing_at(SlugSpace.ORGANIZATION, slug, queries.organization_by_slug)


def home(organization: Organization) -> str:
    return url_for("manage.organizations.detail", slug=organization.slug)


@blueprint.get("/")
@needs(Permission.ORGANIZATIONS_SEE)
def index() -> ResponseReturnValue:
    return render_template("organizations/index.html", list=queries.listed(), kinds=KINDS)


@blueprint.get("/<slug>/")
@needs(Permission.ORGANIZATIONS_SEE)
def detail(slug: str) -> ResponseReturnValue:
    organization = organization_at(slug)
    form = OrganizationForm(of=organization)
    return render_template(
        "organizations/detail.html",
        organization=organization,
        kinds=KINDS,
        names=NAMES,
        history=told(organization, form),
    )


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def create() -> ResponseReturnValue:
    form = NewOrganizationForm()
    if form.carries_out(lambda: operations.found_organization(**form.facts(), by=current_user)):
        return done(_("%(name)s was entered.", name=form.result.name), home(form.result))
    return shown("organizations/create.html", form)


@blueprint.route("/<slug>/edit/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def edit(slug: str) -> ResponseReturnValue:
    organization = organization_at(slug)
    form = OrganizationForm(of=organization)
    if form.carries_out(
        lambda: operations.change_organization(organization, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(organization))
    return shown("organizations/edit.html", form, organization=organization)


@blueprint.route("/<slug>/rename/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def rename(slug: str) -> ResponseReturnValue:
    organization = organization_at(slug)
    form = RenameForm(of=organization)
    if form.carries_out(
        lambda: operations.rename_organization(organization, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("It is called %(name)s now.", name=organization.name), home(organization))
    return shown("organizations/rename.html", form, organization=organization)


@blueprint.route("/<slug>/names/new/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def add_name(slug: str) -> ResponseReturnValue:
    organization = organization_at(slug)
    form = NameForm()
    if form.carries_out(lambda: operations.add_name(organization, **form.facts(), by=current_user)):
        return done(_("The name was added."), home(organization))
    return shown("organizations/name.html", form, organization=organization)


@blueprint.route("/<slug>/events/new/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def add_event(slug: str) -> ResponseReturnValue:
    organization = organization_at(slug)
    form = EventForm()
    if form.carries_out(lambda: operations.add_event(organization, **form.facts(), by=current_user)):
        return done(_("The event was noted."), home(organization))
    return shown("organizations/event.html", form, organization=organization)


@blueprint.route("/<slug>/relations/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def relate(slug: str) -> ResponseReturnValue:
    organization = organization_at(slug)
    form = RelationsForm(of=organization)
    if form.carries_out(lambda: operations.relate_organizations(organization, **form.facts(), by=current_user)):
        return done(_("The changes were saved."), home(organization))
    return shown("organizations/relations.html", form, organization=organization)


@blueprint.route("/<slug>/dissolve/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def dissolve(slug: str) -> ResponseReturnValue:
    organization = organization_at(slug)
    form = DissolveForm()
    if form.carries_out(lambda: operations.dissolve_organization(organization, **form.facts(), by=current_user)):
        return done(_("%(name)s is dissolved.", name=organization.name), home(organization))
    return shown("organizations/dissolve.html", form, organization=organization)


@blueprint.route("/<slug>/organs/new/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def create_organ(slug: str) -> ResponseReturnValue:
    organization = organization_at(slug)
    form = NewOrganForm()
    if form.carries_out(lambda: operations.establish_organ(organization, **form.facts(), by=current_user)):
        return done(_("%(name)s was entered.", name=form.result.name), home(organization))
    return shown("organizations/organ_create.html", form, organization=organization)


@blueprint.route("/<slug>/organs/<int:organ_id>/edit/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def edit_organ(slug: str, organ_id: int) -> ResponseReturnValue:
    organization = organization_at(slug)
    organ = queries.organ_of(organization, organ_id)
    form = OrganForm(of=organ)
    if form.carries_out(
        lambda: operations.change_organ(organ, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(organization))
    return shown("organizations/organ.html", form, organization=organization, organ=organ, history=told(organ, form))


@blueprint.route("/<slug>/organs/<int:organ_id>/rename/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def rename_organ(slug: str, organ_id: int) -> ResponseReturnValue:
    organization = organization_at(slug)
    organ = queries.organ_of(organization, organ_id)
    form = RenameForm(of=organ)
    if form.carries_out(
        lambda: operations.rename_organ(organ, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("It is called %(name)s now.", name=organ.name), home(organization))
    return shown("organizations/rename.html", form, organization=organization, organ=organ)


@blueprint.route("/<slug>/organs/<int:organ_id>/dissolve/", methods=["GET", "POST"])
@needs(Permission.ORGANIZATIONS_EDIT)
def dissolve_organ(slug: str, organ_id: int) -> ResponseReturnValue:
    organization = organization_at(slug)
    organ = queries.organ_of(organization, organ_id)
    form = DissolveOrganForm()
    if form.carries_out(lambda: operations.dissolve_organ(organ, **form.facts(), by=current_user)):
        return done(_("%(name)s is dissolved.", name=organ.name), home(organization))
    return shown("organizations/dissolve.html", form, organization=organization, organ=organ)


manage.register_blueprint(blueprint)
