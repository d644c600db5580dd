"""What is noted in the log, letters among it, and what is struck."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.db import db
from confapp.floor import operations
from confapp.floor.forms import EntryForm, LetterEntryForm, StrikeForm
from confapp.floor.models import EntryKind, LogEntry
from confapp.floor.queries import entry_at
from confapp.forms import Form, done, shown
from confapp.letters.operations import present_letter
from confapp.letters.queries import letter_numbered
from confapp.manage import needs
from confapp.permissions import Permission
from confapp.programme.models import Session
from confapp.programme.names import session_called
from confapp.programme.queries import session_by_label

KEEP = Permission.LOG_KEEP
LARGEST = 2**31 - 1

blueprint = Blueprint("log", __name__, url_prefix="/conferences/<conference>/sessions/<label>/log")


def session_at(label: str) -> Session:
    return session_by_label(conference_by_id(g.conference_id), label)


def name_of(session: Session) -> str:
    """Its title, or what it is called after its number."""
    committee = session.committee.name if session.committee else ""
    return session.title or session_called(session.kind, session.number, session.label, committee)


def home(session: Session) -> str:
    return url_for("manage.log.index", label=session.label) + "#end"


def answered(
    session: Session, form: Form, act: Callable[[], Any], message: str, template: str = "floor/act.html", **page: Any
) -> ResponseReturnValue:
    """The page of one act in the log, and the way back to the log once it is done."""
    if form.carries_out(act):
        return done(message, home(session))
    page = {"consequence": "", "is_end": False, **page}
    return shown(template, form, session=session, name=name_of(session), **page)


@blueprint.route("/note/", methods=["GET", "POST"])
@needs(KEEP)
def note(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), EntryForm()
    return answered(
        session,
        form,
        lambda: operations.add_entry(
            session,
            speakers=form.spoken(),
            **form.facts(but=("speakers", "delegation", "capacity")),
            by=current_user,
        ),
        _("It is noted."),
        title=_("Note what happened"),
        button=_("Note it"),
        fields=["kind", "text", "speakers", "delegation", "capacity", "occurred"],
    )


@blueprint.route("/letter/", methods=["GET", "POST"])
@needs(KEEP)
def letter(conference: str, label: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), LetterEntryForm()
    if not form.letter.words:
        return done(_("No letter is registered yet."), home(session))
    act, message = lambda: _present(session, form), _("The letter is noted.")
    return answered(session, form, act, message, title=_("A letter is presented"), button=_("Note it"))


@blueprint.route(f"/<int(min=1, max={LARGEST}):position>/strike/", methods=["GET", "POST"])
@needs(KEEP)
def strike(conference: str, label: str, position: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    session, form = session_at(label), StrikeForm()
    entry = entry_at(session, position)
    return answered(
        session,
        form,
        lambda: operations.strike_entry(entry, reason=form.reason.data or "", by=current_user),
        _("The entry is struck."),
        title=_("Strike entry %(number)s?", number=position),
        consequence=_("It stays in the log, shown struck, with your reason. Nothing is ever taken out of a log."),
        button=_("Strike it"),
        is_end=True,
    )


def _present(session: Session, form: LetterEntryForm) -> LogEntry:
    facts = form.facts(but=("text",))
    one = letter_numbered(g.conference_id, int(facts.pop("letter")))
    presentation = present_letter(one, session, **facts, by=current_user)
    db.session.flush()
    return operations.add_entry(
        session,
        kind=EntryKind.LETTER_PRESENTED,
        text=form.text.data,
        occurred=form.presented.data,
        presentation=presentation,
        by=current_user,
    )
