"""Guests: who takes part without a delegation."""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.forms import Form
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.participation import corrections, directory, operations
from confapp.participation.forms import GuestForm, NewGuestForm
from confapp.participation.models import Guest
from confapp.participation.views.pages import NUMBER, acted
from confapp.permissions import Permission

SEE, EDIT = Permission.CONFERENCE_SEE, Permission.PARTICIPATION_EDIT

blueprint = Blueprint("guests", __name__, url_prefix="/conferences/<conference>/guests")
add_section(_l("Guests"), "manage.guests.index", SEE)


def home() -> str:
    return url_for("manage.guests.index")


def steps() -> list[tuple[str, str]]:
    return [(_("Guests"), home())]


@blueprint.get("/")
@needs(SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return render_template("participation/guests.html", list=directory.listed_guests(g.conference_id))


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    form = NewGuestForm()
    return acted(
        form,
        lambda: _invite(form),
        _("The guest is on the list."),
        home(),
        title=_("Enter a guest"),
        button=_("Enter the guest"),
        order=["official", "capacity", "is_listed"],
        steps=steps(),
    )


@blueprint.route(f"{NUMBER}edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    guest = directory.guest_at(g.conference_id, number)
    form = GuestForm(of=guest)
    return acted(
        form,
        lambda: corrections.change_guest(guest, **form.facts(), version=form.version.data, by=current_user),
        _("The changes were saved."),
        home(),
        title=_("Edit"),
        kicker=guest.official.name,
        button=_("Save"),
        steps=steps(),
    )


@blueprint.route(f"{NUMBER}remove/", methods=["GET", "POST"])
@needs(EDIT)
def remove(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    guest = directory.guest_at(g.conference_id, number)
    return acted(
        Form(),
        lambda: corrections.remove_guest(guest, by=current_user),
        _("The guest is off the list."),
        home(),
        title=_("Take %(name)s off the list?", name=guest.official.name),
        button=_("Take off the list"),
        consequence=_("The person stays known, and can be entered again."),
        steps=steps(),
        is_end=True,
    )


def _invite(form: NewGuestForm) -> Guest:
    facts = form.facts()
    conference = conference_by_id(g.conference_id)
    return operations.invite_guest(conference, facts.pop("official"), **facts, by=current_user)
