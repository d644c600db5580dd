"""The log itself; motions, rulings, appeals and decisions in it."""

from __future__ import annotations

from flask import g, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.floor.facts import SpeakerFacts
from confapp.floor.forms import delegation_called
from confapp.floor.models import EntryKind, LogEntry
from confapp.floor.operations import add_entry
from confapp.floor.queries import log_of
from confapp.floor.views.entries import KEEP, answered, blueprint, name_of, session_at
from confapp.floor.words import ENTRIES
from confapp.manage import needs
from confapp.programme.models import Session
from confapp.programme.words import SESSION_STATES, TONES
from confapp.voting import operations
from confapp.voting.forms import AppealForm, DecisionForm, MotionForm, RulingForm
from confapp.voting.models import Motion, MotionAct, MotionKind, MotionRole
from confapp.voting.reading import by_label, ruling_called, told_in, vote_called


@blueprint.get("/")
@needs(KEEP)
def index(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session = session_at(label)
    return render_template(
        "voting/log.html",
        session=session,
        name=name_of(session),
        entries=log_of(session),
        told=told_in(session),
        words=ENTRIES,
        state=(SESSION_STATES[session.state], TONES.get(session.state, "")),
    )


@blueprint.route("/motion/", methods=["GET", "POST"])
@needs(KEEP)
def motion(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), MotionForm()
    act, message = lambda: _move(session, form), _("The motion is noted.")
    return answered(session, form, act, message, title=_("Note a motion"), button=_("Note it"))


@blueprint.route("/ruling/", methods=["GET", "POST"])
@needs(KEEP)
def ruling(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), RulingForm()
    act, message = lambda: _rule(session, form), _("The ruling is noted.")
    return answered(session, form, act, message, title=_("Note a ruling"), button=_("Note it"))


@blueprint.route("/appeal/", methods=["GET", "POST"])
@needs(KEEP)
def appeal(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), AppealForm()
    act, message = lambda: _appeal(session, form), _("The appeal is noted. A vote on it decides.")
    return answered(session, form, act, message, title=_("Note an appeal"), button=_("Note it"))


@blueprint.route("/decision/", methods=["GET", "POST"])
@needs(KEEP)
def decision(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), DecisionForm()
    act, message = lambda: _decide(session, form), _("The decision is noted.")
    return answered(session, form, act, message, title=_("Note a decision"), button=_("Note it"))


def _move(session: Session, form: MotionForm) -> Motion:
    facts = form.facts(but=("delegation", "occurred"))
    seconders, mover = facts.pop("seconders"), facts["mover"]
    delegation = delegation_called(form.delegation.data) if form.delegation.data else None
    moved = operations.move_motion(
        session,
        **facts,
        mover_delegation=delegation,
        people=[{"role": MotionRole.SECONDED, "official": one} for one in seconders],
        by=current_user,
    )
    speakers: list[SpeakerFacts] = [{"official": mover, "delegation": delegation}] if mover or delegation else []
    entry = add_entry(session, kind=EntryKind.MOTION, occurred=form.occurred.data, speakers=speakers, by=current_user)
    operations.note_motion(moved, entry, MotionAct.MOVED, by=current_user)
    return moved


def _rule(session: Session, form: RulingForm) -> LogEntry:
    who, about = form.by_official.fact(), by_label(Motion, form.motion.data)
    entry = add_entry(
        session,
        kind=EntryKind.RULING,
        occurred=form.occurred.data,
        speakers=[{"official": who}] if who else [],
        by=current_user,
    )
    operations.make_ruling(
        session, text=form.text.data or "", by_official=who, motion=about, entry=entry, by=current_user
    )
    if about is not None:
        operations.note_motion(about, entry, MotionAct.RULED_ON, by=current_user)
    return entry


def _appeal(session: Session, form: AppealForm) -> None:
    who, text = form.mover.fact(), form.summary.data or ""
    moved = operations.move_motion(session, kind=MotionKind.APPEAL, summary=text, mover=who, by=current_user)
    entry = add_entry(
        session,
        kind=EntryKind.MOTION,
        occurred=form.occurred.data,
        speakers=[{"official": who}] if who else [],
        by=current_user,
    )
    operations.note_motion(moved, entry, MotionAct.MOVED, by=current_user)
    operations.appeal_ruling(ruling_called(str(form.ruling.data)), appeal=moved, by=current_user)


def _decide(session: Session, form: DecisionForm) -> None:
    facts = form.facts(but=("motion", "vote"))
    entry = add_entry(session, kind=EntryKind.DECISION, occurred=form.decided.data, by=current_user)
    operations.take_decision(
        conference_by_id(g.conference_id),
        **facts,
        session=session,
        motion=by_label(Motion, form.motion.data),
        vote=vote_called(form.vote.data) if form.vote.data else None,
        entry=entry,
        by=current_user,
    )
