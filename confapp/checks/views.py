"""Findings at the desk: what is inconsistent, the way to it, and the waivers."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, abort, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.checks import operations, queries, sifting
from confapp.checks.forms import WaiveForm, WithdrawForm
from confapp.checks.models import Waiver
from confapp.checks.running import Result, results_of
from confapp.conferences.directory import conference_by_id
from confapp.forms import done, shown
from confapp.manage import manage, needs
from confapp.navigation import add_section
from confapp.permissions import Permission

LARGEST = 2**31 - 1
SEE = Permission.RECORDS_WRITE

blueprint = Blueprint("checks", __name__, url_prefix="/conferences/<conference>/findings")
add_section(_l("Findings"), "manage.checks.index", SEE)


def result_at(digest: str) -> Result:
    """A finding that stands now, by its digest."""
    found = (one for one in results_of(conference_by_id(g.conference_id)) if one.finding.digest == digest)
    return next(found, None) or abort(HTTPStatus.NOT_FOUND)


def waiver_at(waiver_id: int) -> Waiver:
    return queries.waiver_of(g.conference_id, waiver_id) or abort(HTTPStatus.NOT_FOUND)


@blueprint.get("/")
@needs(SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = conference_by_id(g.conference_id)
    return render_template(
        "checks/index.html",
        sifted=sifting.sift(results_of(known)),
        withdrawn=queries.waivers_of(known, withdrawn=True),
        sifting=sifting,
    )


@blueprint.route("/<digest>/waive/", methods=["GET", "POST"])
@needs(Permission.FINDINGS_WAIVE)
def waive(conference: str, digest: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    result = result_at(digest)
    known, form = conference_by_id(g.conference_id), WaiveForm()
    if form.carries_out(lambda: operations.waive_finding(known, result.finding, **form.facts(), by=current_user)):
        return done(_("It is waived, for as long as it stays as it is."), url_for(".index"))
    return shown("checks/waive.html", form, finding=result.finding)


@blueprint.route(f"/waivers/<int(min=1, max={LARGEST}):waiver_id>/withdraw/", methods=["GET", "POST"])
@needs(Permission.FINDINGS_WAIVE)
def withdraw(conference: str, waiver_id: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    waiver, form = waiver_at(waiver_id), WithdrawForm()
    if form.carries_out(lambda: operations.withdraw_waiver(waiver, by=current_user)):
        return done(_("The waiver was withdrawn."), url_for(".index"))
    return shown("checks/withdraw.html", form, waiver=waiver)


manage.register_blueprint(blueprint)
