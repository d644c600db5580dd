"""Invitations: who was called to take part, and what they answered."""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.participation import corrections, directory, operations, words
from confapp.participation.forms import AnswerForm, InvitationForm, NewInvitationForm
from confapp.participation.views.pages import NUMBER, acted
from confapp.permissions import Permission

EDIT = Permission.PARTICIPATION_EDIT

blueprint = Blueprint("invitations", __name__, url_prefix="/conferences/<conference>/invitations")
add_section(_l("Invitations"), "manage.invitations.index", EDIT)


def home() -> str:
    return url_for("manage.invitations.index")


def steps() -> list[tuple[str, str]]:
    return [(_("Invitations"), home())]


@blueprint.get("/")
@needs(EDIT)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    found = directory.listed_invitations(g.conference_id)
    return render_template("participation/invitations.html", list=found, words=words)


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    form = NewInvitationForm()
    return acted(
        form,
        lambda: operations.invite(conference_by_id(g.conference_id), **form.facts(), by=current_user),
        _("The invitation is noted."),
        home(),
        title=_("Invite"),
        button=_("Note the invitation"),
        consequence=_("It goes to one organization or to one person. It is noted here; nothing is sent."),
        order=["organization", "official", "sent_on", "delegates_max", "note"],
        steps=steps(),
    )


@blueprint.route(f"{NUMBER}edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    invitation = directory.invitation_at(g.conference_id, number)
    form = InvitationForm(of=invitation)
    addressee = invitation.organization or invitation.official
    return acted(
        form,
        lambda: corrections.change_invitation(invitation, **form.facts(), version=form.version.data, by=current_user),
        _("The changes were saved."),
        home(),
        title=_("Edit the invitation"),
        kicker=addressee.name if addressee else "",
        button=_("Save"),
        steps=steps(),
    )


@blueprint.route(f"{NUMBER}answer/", methods=["GET", "POST"])
@needs(EDIT)
def answer(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    invitation, form = directory.invitation_at(g.conference_id, number), AnswerForm()
    addressee = invitation.organization or invitation.official
    return acted(
        form,
        lambda: operations.answer_invitation(invitation, **form.facts(), by=current_user),
        _("The answer is noted."),
        home(),
        title=_("Note the answer"),
        kicker=addressee.name if addressee else "",
        button=_("Note it"),
        consequence=_("A later answer takes the place of an earlier one."),
        steps=steps(),
    )
