"""The members of a committee: appointed, accepting, declining, leaving, followed by others."""

from __future__ import annotations

from flask import g, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.committees import bureau, operations, seats
from confapp.committees.forms import MemberForm, ResponsibilityForm, SuccessorForm, offer_known
from confapp.committees.models import Committee
from confapp.committees.views.bodies import EDIT, blueprint, committee_at, home, steps
from confapp.committees.views.pages import SEAT, acted, at_once
from confapp.conferences.directory import conference_by_id
from confapp.forms import done, shown
from confapp.manage import needs
from confapp.officials import operations as officials
from confapp.officials.forms import EndForm, ReasonForm
from confapp.officials.models import Appointment

MEMBER = f"/<committee>/members/{SEAT}"
LONGEST = 300


@blueprint.route("/<committee>/members/new/", methods=["GET", "POST"])
@needs(EDIT)
def appoint(conference: str, committee: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body = committee_at(committee)
    asked = {name: request.args.get(name, "")[:LONGEST] for name in ("responsibility", "territory")}
    form = MemberForm(body_id=body.id, data={"title": _("Member"), **asked})
    if form.carries_out(lambda: _appoint(body, form)):
        return done(_told(body, form.result), home(body))
    return shown("committees/appoint.html", form, committee=body, steps=steps(body))


@blueprint.post(f"{MEMBER}accept/")
@needs(EDIT)
def accept(conference: str, committee: str, key: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body = committee_at(committee)
    one = seats.seat(body.id, key)
    return at_once(
        lambda: officials.accept_appointment(one, by=current_user),
        _("%(name)s accepted.", name=one.official.name),
        home(body),
    )


@blueprint.route(f"{MEMBER}decline/", methods=["GET", "POST"])
@needs(EDIT)
def decline(conference: str, committee: str, key: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body, form = committee_at(committee), ReasonForm()
    one = seats.seat(body.id, key)
    return acted(
        form,
        lambda: officials.decline_appointment(one, **form.facts(), by=current_user),
        _("It was noted that the appointment was declined."),
        home(body),
        title=_("%(name)s declines?", name=one.official.name),
        kicker=body.name,
        button=_("Note that it was declined"),
        consequence=_("The seat stays free; the proposal stays known at the desk."),
        steps=steps(body),
        is_end=True,
    )


@blueprint.route(f"{MEMBER}end/", methods=["GET", "POST"])
@needs(EDIT)
def end(conference: str, committee: str, key: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body, form = committee_at(committee), EndForm()
    one = seats.seat(body.id, key)
    return acted(
        form,
        lambda: operations.release_member(body, one, **form.facts(), by=current_user),
        _("The term was ended."),
        home(body),
        title=_("End the term of %(name)s?", name=one.official.name),
        kicker=body.name,
        button=_("End the term"),
        consequence=_("Until then it stays known. What the member answered for stands free afterwards."),
        steps=steps(body),
        is_end=True,
    )


@blueprint.route(f"{MEMBER}succeed/", methods=["GET", "POST"])
@needs(EDIT)
def succeed(conference: str, committee: str, key: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body, form = committee_at(committee), SuccessorForm()
    one = seats.seat(body.id, key)
    return acted(
        form,
        lambda: bureau.succeed_member(body, one, **form.facts(), by=current_user),
        _("The successor is appointed."),
        home(body),
        title=_("A successor for %(name)s", name=one.official.name),
        kicker=body.name,
        button=_("Appoint the successor"),
        consequence=_("The successor takes over the office, the responsibility and the territory."),
        steps=steps(body),
    )


@blueprint.route(f"{MEMBER}responsibility/", methods=["GET", "POST"])
@needs(EDIT)
def assign(conference: str, committee: str, key: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    body = committee_at(committee)
    one = seats.seat(body.id, key)
    form = ResponsibilityForm(of=one)
    offer_known(form, body.id)
    return acted(
        form,
        lambda: bureau.assign_responsibility(body, one, **form.facts(), version=form.version.data, by=current_user),
        _("It is noted what %(name)s answers for.", name=one.official.name),
        home(body),
        title=_("What %(name)s answers for", name=one.official.name),
        kicker=body.name,
        button=_("Save"),
        steps=steps(body),
    )


def _appoint(body: Committee, form: MemberForm) -> Appointment:
    facts = form.facts()
    return operations.appoint_member(body, facts.pop("official"), **facts, by=current_user)


def _told(body: Committee, one: Appointment) -> str:
    """Who was appointed, and what they are elsewhere in the conference at the same time."""
    one = seats.seat(body.id, one.id)
    found = seats.overlaps(conference_by_id(g.conference_id), [one], body.id).get(one.id, [])
    said = _("%(name)s was appointed.", name=one.official.name)
    if not found:
        return said
    others = ", ".join(f"{other.title} ({other.body})" for other in found)
    return said + " " + _("At the same time also: %(others)s.", others=others)
