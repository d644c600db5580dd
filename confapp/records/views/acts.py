"""The steps of a record's life: circulate, correct, approve, issue a corrigendum."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import g, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.db import db
from confapp.floor.facts import NOW
from confapp.forms import Form, done, shown
from confapp.manage import needs
from confapp.participation.models import Delegation
from confapp.programme.queries import session_by_label
from confapp.records import desk, keeping, operations
from confapp.records.facts import Correction
from confapp.records.forms import ApprovalForm, CorrectionForm, CorrigendumForm, MomentForm
from confapp.records.models import ApprovalManner, SessionRecord
from confapp.records.views.overlays import preview_of
from confapp.records.views.register import APPROVE, RECORD, WRITE, about, blueprint, home, record_at


def _act(record: SessionRecord, form: Form, act: Callable[[], Any], message: str, **page: Any) -> ResponseReturnValue:
    """The page of one step: what follows from it, its fields, and the way on once it is done."""
    back = home(record)
    looked = preview_of(form) if "text" in form else None
    if looked is None and form.carries_out(act):
        return done(message, back)
    return shown("records/act.html", form, **about(record), preview=looked, **page)


@blueprint.route(f"{RECORD}circulate/", methods=["GET", "POST"])
@needs(WRITE)
def circulate(conference: str, label: str, language: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record, form = record_at(label, language), MomentForm()
    return _act(
        record,
        form,
        lambda: operations.circulate_record(record, on=form.on.data or NOW, by=current_user),
        _("It is noted that the record was sent round."),
        title=_("Circulate the record"),
        consequence=_(
            "The record is sent round for corrections. How it reads now is kept as a revision; nothing is sent by "
            "confapp itself."
        ),
        button=_("Circulate it"),
    )


@blueprint.route(f"{RECORD}correct/", methods=["GET", "POST"])
@needs(WRITE)
def correct(conference: str, label: str, language: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record = record_at(label, language)
    g.record_places = desk.places_in(record)
    form = CorrectionForm(data={"anchor": request.args.get("anchor")})
    return _act(
        record,
        form,
        lambda: _correct(record, form),
        _("The correction stands in the record."),
        title=_("Correct the record"),
        consequence=_("The record takes the correction up, and how it then reads is kept as a revision."),
        button=_("Take it up"),
    )


@blueprint.route(f"{RECORD}approve/", methods=["GET", "POST"])
@needs(APPROVE)
def approve(conference: str, label: str, language: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record = record_at(label, language)
    g.record_later = desk.later_sessions(record.session)
    form = ApprovalForm(
        data={
            "manner": ApprovalManner.SESSION if g.record_later else ApprovalManner.CORRESPONDENCE,
            "in_session": next(iter(g.record_later), None),
        }
    )
    return _act(
        record,
        form,
        lambda: _approve(record, form),
        _("The record is approved."),
        title=_("Approve the record"),
        consequence=_("Its text never changes again, and everybody can read it. Later mistakes get a corrigendum."),
        button=_("Approve it"),
        is_end=True,
    )


@blueprint.route(f"{RECORD}corrigendum/", methods=["GET", "POST"])
@needs(APPROVE)
def corrigendum(conference: str, label: str, language: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record = record_at(label, language)
    g.record_paragraphs = desk.numbers_of(record.paragraphs or ())
    wanted = request.args.get("paragraph", "")
    now = keeping.present_text(record, wanted) if wanted in g.record_paragraphs else None
    form = CorrigendumForm(data={"paragraph": wanted, "new_text": now})
    return _act(
        record,
        form,
        lambda: _issue(record, form),
        _("The corrigendum was issued."),
        title=_("Issue a corrigendum"),
        consequence=_("The record stays as it was approved; readers see the corrigendum beside the paragraph."),
        button=_("Issue it"),
    )


def _delegation(key: int | None) -> Delegation | None:
    return db.session.get(Delegation, key) if key else None


def _correct(record: SessionRecord, form: CorrectionForm) -> None:
    facts = form.facts(but=("requested_by", "on"))
    correction = Correction(**facts, requested_by=_delegation(form.requested_by.data))
    operations.correct_record(record, corrections=[correction], on=form.on.data or NOW, by=current_user)


def _approve(record: SessionRecord, form: ApprovalForm) -> None:
    label, vote = form.in_session.data, form.vote.data
    session = session_by_label(conference_by_id(g.conference_id), label) if label else None
    operations.approve_record(
        record,
        manner=form.facts()["manner"],
        at=form.at.data or (session.opened if session else None) or NOW,
        in_session=session,
        vote=desk.vote_at(g.conference_id, vote) if vote else None,
        note=form.note.data,
        by=current_user,
    )


def _issue(record: SessionRecord, form: CorrigendumForm) -> None:
    facts = form.facts(but=("requested_by", "issued"))
    asked = _delegation(form.requested_by.data)
    operations.issue_corrigendum(record, **facts, issued=form.issued.data or NOW, requested_by=asked, by=current_user)
