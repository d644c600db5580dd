"""Committees: the list, one of them, a new one, what is known of it, and its end."""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.committees import directory, operations, queries, seats
from confapp.committees.forms import CommitteeForm, DischargeForm, NewCommitteeForm
from confapp.committees.matrix import matrix_of
from confapp.committees.models import Committee
from confapp.committees.views.pages import acted
from confapp.committees.words import KINDS, TONES
from confapp.conferences.directory import conference_by_id
from confapp.forms import done, shown, told
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.officials.words import STATES
from confapp.organizations.forms import RenameForm
from confapp.permissions import Permission

SEE, EDIT = Permission.CONFERENCE_SEE, Permission.COMMITTEES_EDIT

blueprint = Blueprint("committees", __name__, url_prefix="/conferences/<conference>/committees")
add_section(_l("Committees"), "manage.committees.index", SEE)


def committee_at(committee: str) -> Committee:
    return queries.committee_by_key(conference_by_id(g.conference_id), committee)


def home(committee: Committee) -> str:
    return url_for("manage.committees.detail", committee=committee.key)


def steps(committee: Committee | None = None) -> list[tuple[str, str]]:
    """The way down to a committee."""
    found = [(_("Committees"), url_for("manage.committees.index"))]
    return [*found, (committee.name, home(committee))] if committee else found


@blueprint.get("/")
@needs(SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    found, counts = directory.listed(g.conference_id)
    return render_template("committees/index.html", list=found, counts=counts, kinds=KINDS)


@blueprint.get("/<committee>/")
@needs(SEE)
def detail(conference: str, committee: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body = committee_at(committee)
    members = seats.seats(body.id)
    return render_template(
        "committees/detail.html",
        committee=body,
        members=members,
        overlaps=seats.overlaps(conference_by_id(g.conference_id), members, body.id),
        matrix=matrix_of(members),
        kinds=KINDS,
        states=STATES,
        tones=TONES,
        history=told(body, CommitteeForm(of=body)),
    )


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    form, place = NewCommitteeForm(), conference_by_id(g.conference_id)
    if form.carries_out(lambda: operations.establish_committee(place, **form.facts(), by=current_user)):
        return done(_("%(name)s is set up. Appoint its members next.", name=form.result.name), home(form.result))
    return shown("committees/create.html", form)


@blueprint.route("/<committee>/edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit(conference: str, committee: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body = committee_at(committee)
    form = CommitteeForm(of=body)
    if form.carries_out(
        lambda: operations.change_committee(body, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(body))
    return shown("committees/edit.html", form, committee=body, steps=steps(body))


@blueprint.route("/<committee>/rename/", methods=["GET", "POST"])
@needs(EDIT)
def rename(conference: str, committee: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body = committee_at(committee)
    form = RenameForm(of=body)
    return acted(
        form,
        lambda: operations.rename_committee(body, **form.facts(), version=form.version.data, by=current_user),
        _("The committee has its new name."),
        home(body),
        title=_("Rename"),
        kicker=body.name,
        button=_("Rename it"),
        consequence=_("The present name is kept as a former one."),
        steps=steps(body),
    )


@blueprint.route("/<committee>/discharge/", methods=["GET", "POST"])
@needs(EDIT)
def discharge(conference: str, committee: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body = committee_at(committee)
    form = DischargeForm(data={"on": body.period_end, "outcome": body.outcome})
    return acted(
        form,
        lambda: operations.discharge_committee(body, **form.facts(), by=current_user),
        _("%(name)s is discharged.", name=body.name),
        home(body),
        title=_("Discharge %(name)s?", name=body.name),
        button=_("Discharge it"),
        consequence=_("Its work ends with that day, and with it the memberships that are still open."),
        steps=steps(body),
        is_end=True,
    )


@blueprint.get("/<committee>/matrix/")
@needs(SEE)
def matrix(conference: str, committee: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body = committee_at(committee)
    found = matrix_of(seats.seats(body.id))
    return render_template("committees/matrix.html", committee=body, matrix=found, steps=steps(body))
