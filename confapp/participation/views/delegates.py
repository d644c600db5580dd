"""The members of a delegation: named, corrected, replaced, gone."""

from __future__ import annotations

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.manage import needs
from confapp.participation import directory, operations
from confapp.participation.forms import AtForm, DelegateForm, NewDelegateForm, ReplaceForm
from confapp.participation.models import Delegate, DelegateRole, Delegation
from confapp.participation.views.delegations import EDIT, blueprint, delegation_at, home, steps
from confapp.participation.views.pages import acted

DELEGATE = "/<key>/delegates/<delegate>/"


@blueprint.route("/<key>/delegates/new/", methods=["GET", "POST"])
@needs(EDIT)
def name_delegate(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    delegation = delegation_at(key)
    is_first = not delegation.delegates
    form = NewDelegateForm(data={"role": DelegateRole.HEAD if is_first else DelegateRole.DELEGATE})
    return acted(
        form,
        lambda: _name(delegation, form),
        _("The delegate is named."),
        home(delegation),
        title=_("Name a delegate"),
        kicker=delegation.name,
        button=_("Name the delegate"),
        order=["official", "role", "title", "term_start", "term_end"],
        steps=steps(delegation),
    )


@blueprint.route(f"{DELEGATE}edit/", methods=["GET", "POST"])
@needs(EDIT)
def change_delegate(conference: str, key: str, delegate: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    delegation = delegation_at(key)
    one = directory.delegate_at(delegation, delegate)
    form = DelegateForm(of=one)
    return acted(
        form,
        lambda: operations.change_delegate(one, **form.facts(), version=form.version.data, by=current_user),
        _("The changes were saved."),
        home(delegation),
        title=_("Edit %(name)s", name=one.official.name),
        kicker=delegation.name,
        button=_("Save"),
        steps=steps(delegation),
    )


@blueprint.route(f"{DELEGATE}replace/", methods=["GET", "POST"])
@needs(EDIT)
def replace(conference: str, key: str, delegate: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    delegation, form = delegation_at(key), ReplaceForm()
    one = directory.delegate_at(delegation, delegate)
    return acted(
        form,
        lambda: _replace(one, form),
        _("The delegate is replaced."),
        home(delegation),
        title=_("Replace %(name)s", name=one.official.name),
        kicker=delegation.name,
        button=_("Replace"),
        consequence=_("The one who follows takes over the role. Who was there before stays known, until that moment."),
        steps=steps(delegation),
    )


@blueprint.route(f"{DELEGATE}withdraw/", methods=["GET", "POST"])
@needs(EDIT)
def withdraw_delegate(conference: str, key: str, delegate: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    delegation, form = delegation_at(key), AtForm()
    one = directory.delegate_at(delegation, delegate)
    return acted(
        form,
        lambda: operations.withdraw_delegate(one, **form.facts(), by=current_user),
        _("It is noted that %(name)s left.", name=one.official.name),
        home(delegation),
        title=_("%(name)s leaves the delegation?", name=one.official.name),
        kicker=delegation.name,
        button=_("Note that the delegate left"),
        consequence=_("Nobody follows. Taken back by emptying the end of the term on the delegate's own form."),
        steps=steps(delegation),
        is_end=True,
    )


def _name(delegation: Delegation, form: NewDelegateForm) -> Delegate:
    facts = form.facts()
    return operations.name_delegate(delegation, facts.pop("official"), **facts, by=current_user)


def _replace(one: Delegate, form: ReplaceForm) -> Delegate:
    facts = form.facts()
    return operations.replace_delegate(one, facts.pop("official"), **facts, by=current_user)
