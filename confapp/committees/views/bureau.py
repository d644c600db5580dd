"""The bureau of a conference: its offices, who holds them, and who follows."""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.committees import bureau, posts, seats
from confapp.committees.forms import OfficeForm, OfficerForm, SuccessorForm
from confapp.committees.views.pages import SEAT, acted, at_once
from confapp.committees.words import TONES
from confapp.conferences.directory import conference_by_id
from confapp.forms import Form, done, shown
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.officials import operations
from confapp.officials.forms import EndForm, ReasonForm
from confapp.officials.models import Appointment, Office
from confapp.officials.words import STATES
from confapp.permissions import Permission

SEE, EDIT = Permission.CONFERENCE_SEE, Permission.CONFERENCE_EDIT
HOLDER = f"/holders/{SEAT}"

blueprint = Blueprint("bureau", __name__, url_prefix="/conferences/<conference>/bureau")
add_section(_l("Bureau"), "manage.bureau.index", SEE)


def home() -> str:
    return url_for("manage.bureau.index")


def steps() -> list[tuple[str, str]]:
    return [(_("Bureau"), home())]


@blueprint.get("/")
@needs(SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    found = posts.posts(g.conference_id)
    holders = [one for post in found for one in post.holders]
    return render_template(
        "committees/bureau.html",
        posts=found,
        overlaps=seats.overlaps(conference_by_id(g.conference_id), holders, g.conference_id),
        states=STATES,
        tones=TONES,
    )


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _appointed(None)


@blueprint.route("/<office>/appoint/", methods=["GET", "POST"])
@needs(EDIT)
def appoint(conference: str, office: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _appointed(posts.office_at(g.conference_id, office))


@blueprint.route("/<office>/edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit(conference: str, office: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    post = posts.office_at(g.conference_id, office)
    form = OfficeForm(of=post)
    return acted(
        form,
        lambda: operations.change_office(post, **form.facts(), version=form.version.data, by=current_user),
        _("The changes were saved."),
        home(),
        title=_("Edit the office"),
        kicker=post.title,
        button=_("Save"),
        steps=steps(),
    )


@blueprint.route("/<office>/abolish/", methods=["GET", "POST"])
@needs(EDIT)
def abolish(conference: str, office: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    post = posts.office_at(g.conference_id, office)
    return acted(
        Form(),
        lambda: operations.abolish_office(post, by=current_user),
        _("Nobody is appointed to “%(title)s” any more.", title=post.title),
        home(),
        title=_("Leave “%(title)s” vacant?", title=post.title),
        button=_("Leave it vacant"),
        consequence=_("The conference goes on without it. Who held it stays known. This cannot be taken back."),
        steps=steps(),
        is_end=True,
    )


@blueprint.post(f"{HOLDER}accept/")
@needs(EDIT)
def accept(conference: str, key: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    one = seats.seat(g.conference_id, key)
    message = _("%(name)s accepted.", name=one.official.name)
    return at_once(lambda: operations.accept_appointment(one, by=current_user), message, home())


@blueprint.route(f"{HOLDER}decline/", methods=["GET", "POST"])
@needs(EDIT)
def decline(conference: str, key: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    one, form = seats.seat(g.conference_id, key), ReasonForm()
    return acted(
        form,
        lambda: operations.decline_appointment(one, **form.facts(), by=current_user),
        _("It was noted that the appointment was declined."),
        home(),
        title=_("%(name)s declines?", name=one.official.name),
        kicker=one.office.title,
        button=_("Note that it was declined"),
        consequence=_("The office stays free; the proposal stays known at the desk."),
        steps=steps(),
        is_end=True,
    )


@blueprint.route(f"{HOLDER}vacate/", methods=["GET", "POST"])
@needs(EDIT)
def vacate(conference: str, key: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    one, form = seats.seat(g.conference_id, key), EndForm()
    zone = conference_by_id(g.conference_id).zone or "UTC"
    return acted(
        form,
        lambda: operations.vacate(one, **form.facts(), zone=zone, by=current_user),
        _("The term was ended."),
        home(),
        title=_("End the term of %(name)s?", name=one.official.name),
        kicker=one.office.title,
        button=_("End the term"),
        consequence=_("Until then it stays known. The office is vacant afterwards."),
        steps=steps(),
        is_end=True,
    )


@blueprint.route(f"{HOLDER}succeed/", methods=["GET", "POST"])
@needs(EDIT)
def succeed(conference: str, key: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    one, form = seats.seat(g.conference_id, key), SuccessorForm()
    place = conference_by_id(g.conference_id)
    return acted(
        form,
        lambda: bureau.succeed_officer(place, one, **form.facts(), by=current_user),
        _("The successor is appointed."),
        home(),
        title=_("A successor for %(name)s", name=one.official.name),
        kicker=one.office.title,
        button=_("Appoint the successor"),
        consequence=_("The successor holds the office from that moment on."),
        steps=steps(),
    )


def _appointed(office: Office | None) -> ResponseReturnValue:
    """Appoint to an office, or to one by its title, which may be new."""
    known = {name: getattr(office, name) for name in ("title", "is_unique", "is_presiding")} if office else {}
    form = OfficerForm(data=known)
    form.title.offer([_("President"), _("Vice-President"), _("Secretary-General"), _("Secretary")])
    if form.carries_out(lambda: _appoint(form)):
        return done(_("%(name)s was appointed.", name=form.official.said()), home())
    return shown("committees/officer.html", form, office=office, steps=steps())


def _appoint(form: OfficerForm) -> Appointment:
    facts = form.facts()
    conference = conference_by_id(g.conference_id)
    return bureau.appoint_officer(conference, facts.pop("official"), **facts, by=current_user)
