"""Sessions: the list, one session, a new one, what is planned of it, and that it is not held."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.forms import done, shown, told
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.permissions import Permission
from confapp.programme import directory, operations, words
from confapp.programme.forms import CancelForm, NewSessionForm, SessionForm
from confapp.programme.models import Session
from confapp.programme.names import session_called
from confapp.programme.queries import session_by_label

SEE, EDIT = Permission.CONFERENCE_SEE, Permission.PROGRAMME_EDIT

blueprint = Blueprint("sessions", __name__, url_prefix="/conferences/<conference>/sessions")
add_section(_l("Sessions"), "manage.sessions.index", SEE, current=("manage.halls", "manage.tracks", "manage.log"))


def session_at(label: str) -> Session:
    return session_by_label(conference_by_id(g.conference_id), label)


def name_of(session: Session) -> str:
    """Its title, or what it is called after its number."""
    committee = session.committee.name if session.committee else ""
    return session.title or session_called(session.kind, session.number, session.label, committee)


def home(label: str) -> str:
    return url_for("manage.sessions.detail", label=label)


@blueprint.get("/")
@needs(SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    page, zone = directory.listed_sessions(g.conference_id), conference_by_id(g.conference_id).zone
    return render_template("programme/index.html", list=page, words=words, name_of=name_of, zone=zone)


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    here, form = conference_by_id(g.conference_id), NewSessionForm()
    if form.carries_out(lambda: operations.plan_session(here, **form.facts(), by=current_user)):
        return done(_("The session is planned."), home(form.result.label))
    return shown("programme/create.html", form)


@blueprint.get("/<label>/")
@needs(SEE)
def detail(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session = session_at(label)
    return render_template("programme/detail.html", history=told(session, SessionForm()), **page_of(session))


@blueprint.route("/<label>/edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session = session_at(label)
    form = SessionForm(of=session)
    if form.carries_out(
        lambda: operations.change_session(session, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(label))
    return shown("programme/edit.html", form, **page_of(session))


@blueprint.route("/<label>/cancel/", methods=["GET", "POST"])
@needs(EDIT)
def cancel(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), CancelForm()
    if form.carries_out(lambda: operations.cancel_session(session, **form.facts(), by=current_user)):
        return done(_("The session is cancelled."), home(label))
    return shown(
        "programme/act.html",
        form,
        title=_("Cancel the session?"),
        consequence=_("It is not held. Its number is not given again, and that cannot be taken back."),
        button=_("Cancel it"),
        is_end=True,
        **page_of(session),
    )


def page_of(session: Session) -> dict[str, Any]:
    """What every page of a session shows."""
    zone = conference_by_id(g.conference_id).zone
    return {"session": session, "name": name_of(session), "words": words, "zone": zone}
