"""A session opens, is interrupted, goes on and ends; its roll is called."""

from __future__ import annotations

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.floor import operations
from confapp.floor.facts import PresenceFacts
from confapp.floor.forms import AdjournForm, OpenForm, RollForm, TurnForm, said_of_roll
from confapp.floor.models import EntryKind, LogEntry, PresenceStatus, RollState
from confapp.floor.moments import conference_of
from confapp.floor.queries import entitled_delegations
from confapp.floor.views.entries import KEEP, answered, blueprint, session_at
from confapp.floor.words import PRESENCES
from confapp.manage import needs
from confapp.participation.models import Delegation
from confapp.programme.models import Session


@blueprint.route("/open/", methods=["GET", "POST"])
@needs(KEEP)
def open_one(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), OpenForm()
    if not form.is_submitted():
        form.presiding.process_data(session.presiding)
        form.capacity.process_data(session.presiding_capacity)
        form.at.process_data(session.opened)
    return answered(
        session,
        form,
        lambda: operations.open_session(session, at=form.moment(), **form.facts(but=("is_now", "at")), by=current_user),
        _("The session is open."),
        title=_("Open the session"),
        button=_("Open it"),
    )


@blueprint.route("/suspend/", methods=["GET", "POST"])
@needs(KEEP)
def suspend(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _turned(label, operations.suspend_session, _("Suspend the session"), _("Suspend it"))


@blueprint.route("/resume/", methods=["GET", "POST"])
@needs(KEEP)
def resume(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return _turned(label, operations.resume_session, _("Resume the session"), _("Resume it"))


@blueprint.route("/adjourn/", methods=["GET", "POST"])
@needs(KEEP)
def adjourn(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), AdjournForm()
    return answered(
        session,
        form,
        lambda: operations.adjourn_session(
            session, at=form.moment(), note=form.note.data, is_last=form.is_last.data, by=current_user
        ),
        _("The session is adjourned."),
        title=_("Adjourn the session?"),
        consequence=_("It ends. The next sitting is a session of its own."),
        button=_("Adjourn it"),
        is_end=True,
    )


@blueprint.route("/roll/", methods=["GET", "POST"])
@needs(KEEP)
def roll(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), RollForm()
    delegations = entitled_delegations(conference_of(session))
    return answered(
        session,
        form,
        lambda: _call(session, form, delegations),
        _("The roll is kept."),
        template="floor/roll.html",
        title=_("Call the roll"),
        delegations=delegations,
        presences=PRESENCES,
    )


def _turned(label: str, act: Any, title: str, button: str) -> ResponseReturnValue:
    session, form = session_at(label), TurnForm()
    return answered(
        session,
        form,
        lambda: act(session, at=form.moment(), note=form.note.data, by=current_user),
        _("It is noted."),
        title=title,
        button=button,
    )


def _call(session: Session, form: RollForm, delegations: list[Delegation]) -> LogEntry:
    presences: list[PresenceFacts] = []
    if form.state.data is RollState.TAKEN:
        known = {status.value: status for status in PRESENCES}
        given = ((one, request.form.get(f"presence-{one.id}", "")) for one in delegations)
        presences = [{"delegation": one, "status": known[status]} for one, status in given if status in known]
    kept = operations.call_roll(session, **form.facts(), presences=presences, by=current_user)
    there = sum(one["status"] is PresenceStatus.PRESENT for one in presences)
    text = form.note.data or (said_of_roll(there, len(presences)) if presences else None)
    return operations.add_entry(
        session, kind=EntryKind.ROLL, text=text, occurred=form.taken.data, roll=kept, by=current_user
    )
