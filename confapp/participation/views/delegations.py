"""Delegations: the list, one of them, a new one, what is known of it; and the list of participants."""

from __future__ import annotations

from flask import Blueprint, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.forms import Form, done, shown, told
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.organizations.forms import ORGANIZATIONS
from confapp.participation import corrections, directory, operations, words
from confapp.participation.forms import AtForm, DelegationForm, NewDelegationForm
from confapp.participation.models import DelegateRole, Delegation
from confapp.participation.queries import by_protocol
from confapp.participation.views.pages import acted
from confapp.permissions import Permission

SEE, EDIT = Permission.CONFERENCE_SEE, Permission.PARTICIPATION_EDIT
LONGEST_NUMBER = 9

blueprint = Blueprint("delegations", __name__, url_prefix="/conferences/<conference>/delegations")
add_section(_l("Delegations"), "manage.delegations.index", SEE)


def delegation_at(key: str) -> Delegation:
    return directory.delegation_at(conference_by_id(g.conference_id), key)


def home(delegation: Delegation) -> str:
    return url_for("manage.delegations.detail", key=delegation.key)


def steps(delegation: Delegation | None = None) -> list[tuple[str, str]]:
    """The way down to a delegation."""
    found = [(_("Delegations"), url_for("manage.delegations.index"))]
    return [*found, (delegation.name, home(delegation))] if delegation else found


@blueprint.get("/")
@needs(SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    found, counts = directory.listed_delegations(g.conference_id)
    is_issued = conference_by_id(g.conference_id).participants_issued
    return render_template("participation/index.html", list=found, counts=counts, words=words, is_issued=is_issued)


@blueprint.get("/people/")
@needs(SEE)
def people(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    found = directory.listed_delegates(g.conference_id)
    return render_template("participation/people.html", list=found, words=words, steps=steps())


@blueprint.get("/<key>/")
@needs(SEE)
def detail(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    delegation = delegation_at(key)
    return render_template(
        "participation/detail.html",
        delegation=delegation,
        delegates=by_protocol(delegation.delegates),
        names={one.id: one.official.name for one in delegation.delegates},
        words=words,
        history=told(delegation, DelegationForm(of=delegation)),
    )


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    asked = request.args.get("organization", "")
    keys = [int(asked)] if asked.isascii() and asked.isdecimal() and len(asked) <= LONGEST_NUMBER else []
    form = NewDelegationForm(data={"organization": next(iter(ORGANIZATIONS.rows(keys)), None)})
    if form.carries_out(lambda: _register(form)):
        return done(_("%(name)s is registered. Name its delegates next.", name=form.result.name), home(form.result))
    return shown("participation/create.html", form, steps=steps())


@blueprint.route("/<key>/edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    delegation = delegation_at(key)
    form = DelegationForm(of=delegation)
    return acted(
        form,
        lambda: operations.change_delegation(delegation, **form.facts(), version=form.version.data, by=current_user),
        _("The changes were saved."),
        home(delegation),
        title=_("Edit"),
        kicker=delegation.name,
        button=_("Save"),
        steps=steps(delegation),
    )


@blueprint.route("/<key>/withdraw/", methods=["GET", "POST"])
@needs(EDIT)
def withdraw(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    delegation, form = delegation_at(key), AtForm()
    return acted(
        form,
        lambda: operations.withdraw_delegation(delegation, **form.facts(), by=current_user),
        _("It is noted that %(name)s withdrew.", name=delegation.name),
        home(delegation),
        title=_("%(name)s withdraws?", name=delegation.name),
        button=_("Note that it withdrew"),
        consequence=_("It is not called any more from then on. What it did until then stays. That can be taken back."),
        steps=steps(delegation),
        is_end=True,
    )


@blueprint.post("/<key>/readmit/")
@needs(EDIT)
def readmit(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    delegation, form = delegation_at(key), Form()
    if form.carries_out(lambda: corrections.readmit_delegation(delegation, by=current_user)):
        return done(_("Taken back: the delegation takes part."), home(delegation))
    return done(" ".join(map(str, form.form_errors)), home(delegation))


@blueprint.route("/issue/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def issue(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    form, place, numbers = Form(), conference_by_id(g.conference_id), directory.numbers_of(g.conference_id)
    if form.carries_out(lambda: operations.issue_participants(place, by=current_user)):
        return done(_("The list of participants is issued."), url_for("manage.delegations.index"))
    return shown("participation/issue.html", form, numbers=numbers, steps=steps())


def _register(form: NewDelegationForm) -> Delegation:
    """Register the delegation, and name its head where that is known."""
    facts = form.facts()
    head = facts.pop("head")
    delegation = operations.register_delegation(conference_by_id(g.conference_id), **facts, by=current_user)
    if head is not None:
        operations.name_delegate(delegation, head, role=DelegateRole.HEAD, by=current_user)
    return delegation
