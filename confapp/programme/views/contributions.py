"""What is contributed to a session: addresses, reports, papers, panels, with who speaks."""

from __future__ import annotations

from flask import g
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.forms import Form, done, shown
from confapp.manage import needs
from confapp.programme import operations
from confapp.programme.directory import contribution_at
from confapp.programme.forms import ContributionForm, EditContributionForm
from confapp.programme.models import Contribution, Session
from confapp.programme.operations import SPEAKER
from confapp.programme.queries import session_by_label
from confapp.programme.views.sessions import EDIT, blueprint, home, page_of, session_at

ITEM = "/<label>/contributions/<key>/"


@blueprint.route("/<label>/contributions/new/", methods=["GET", "POST"])
@needs(EDIT)
def contribute(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), ContributionForm()
    if form.carries_out(lambda: _add(session, form)):
        return done(_("The contribution was added."), home(label))
    return shown("programme/contribution.html", form, title=_("Add a contribution"), **page_of(session))


@blueprint.route(f"{ITEM}edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit_contribution(conference: str, label: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session = session_at(label)
    contribution = contribution_at(session, key)
    form = EditContributionForm(of=contribution)
    if not form.is_submitted():
        form.speakers.process_data([one.official for one in contribution.people])
        form.session.process_data(label)
    if form.carries_out(lambda: _change(contribution, session, form)):
        return done(_("The changes were saved."), home(label))
    return shown("programme/contribution.html", form, title=_("Edit"), contribution=contribution, **page_of(session))


@blueprint.route(f"{ITEM}withdraw/", methods=["GET", "POST"])
@needs(EDIT)
def withdraw(conference: str, label: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), Form()
    contribution = contribution_at(session, key)
    if form.carries_out(lambda: operations.withdraw_contribution(contribution, by=current_user)):
        return done(_("The contribution is withdrawn."), home(label))
    return shown(
        "programme/act.html",
        form,
        title=_("Withdraw “%(title)s”?", title=contribution.title),
        consequence=_("The next release of the schedule goes without it. That cannot be taken back."),
        button=_("Withdraw it"),
        is_end=True,
        **page_of(session),
    )


def _add(session: Session, form: ContributionForm) -> Contribution:
    facts = form.facts(but=("kind",))
    people = [(official, SPEAKER, None) for official in facts.pop("speakers")]
    kind = form.kind.data or "address"
    here = conference_by_id(g.conference_id)
    return operations.add_contribution(here, session=session, people=people, kind=kind, **facts, by=current_user)


def _change(contribution: Contribution, session: Session, form: EditContributionForm) -> None:
    facts = form.facts()
    speakers, label = facts.pop("speakers"), facts.pop("session")
    operations.change_contribution(contribution, **facts, version=form.version.data, by=current_user)
    operations.seat_speakers(contribution, speakers, by=current_user)
    if label != session.label:
        other = session_by_label(conference_by_id(g.conference_id), label) if label else None
        operations.place_contribution(contribution, other, by=current_user)
