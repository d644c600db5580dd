"""Credentials of delegations: presented, accepted, rejected; also several at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from flask import g, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from confapp.forms import done, shown
from confapp.manage import needs
from confapp.participation import corrections, directory, operations
from confapp.participation.forms import CredentialsForm, DayForm
from confapp.participation.views.delegations import EDIT, blueprint, delegation_at, home, steps
from confapp.participation.views.pages import acted
from confapp.permissions import Permission

MOST_AT_ONCE = 500


class Words(NamedTuple):
    """What an act on credentials is called, what follows, and what is said once it is done."""

    title: str
    consequence: str
    message: str


@blueprint.route("/<key>/credentials/present/", methods=["GET", "POST"])
@needs(EDIT)
def present(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    consequence = _("The delegation handed them in. They wait to be accepted or rejected.")
    said = Words(_("Credentials presented"), consequence, _("It is noted that the credentials were presented."))
    return _settle(key, operations.present_credentials, said)


@blueprint.route("/<key>/credentials/accept/", methods=["GET", "POST"])
@needs(Permission.CREDENTIALS_DECIDE)
def accept(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    said = Words(_("Accept the credentials"), _("The delegation takes its seat."), _("The credentials are accepted."))
    return _settle(key, operations.accept_credentials, said)


@blueprint.route("/<key>/credentials/reject/", methods=["GET", "POST"])
@needs(Permission.CREDENTIALS_DECIDE)
def reject(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    consequence = _("The delegation may present others. Say in the note why these were rejected.")
    said = Words(_("Reject the credentials?"), consequence, _("The credentials are rejected."))
    return _settle(key, operations.reject_credentials, said, is_end=True)


@blueprint.route("/credentials/accept/", methods=["GET", "POST"])
@needs(Permission.CREDENTIALS_DECIDE)
def accept_several(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    chosen = directory.delegations_at(g.conference_id, request.values.getlist("delegation")[:MOST_AT_ONCE])
    form, back = DayForm(), url_for("manage.delegations.index")
    if not chosen:
        return done(_("Choose delegations first: each has a box before its name."), back)
    if "confirmed" in request.form and form.carries_out(
        lambda: corrections.accept_several(chosen, **form.facts(), by=current_user)
    ):
        return done(_said(*form.result), back)
    return shown("participation/accept.html", form, delegations=chosen, back=back, steps=steps())


def _settle(key: str, act: Callable[..., None], said: Words, *, is_end: bool = False) -> ResponseReturnValue:
    delegation, form = delegation_at(key), CredentialsForm()
    return acted(
        form,
        lambda: act(delegation, **form.facts(), by=current_user),
        said.message,
        home(delegation),
        title=said.title,
        kicker=delegation.name,
        button=said.title.rstrip("?"),
        consequence=said.consequence,
        steps=steps(delegation),
        is_end=is_end,
    )


def _said(accepted: int, others: int) -> str:
    first = ngettext(
        "The credentials of %(num)s delegation are accepted.",
        "The credentials of %(num)s delegations are accepted.",
        accepted,
    )
    left = ngettext("%(num)s had nothing to decide.", "%(num)s had nothing to decide.", others) if others else ""
    return f"{first} {left}".strip()
