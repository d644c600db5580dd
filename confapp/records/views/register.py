"""The list of records, a new draft, one record as it reads now, and what Markdown looks like."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.forms import done, shown, told
from confapp.manage import needs
from confapp.navigation import add_section
from confapp.permissions import Permission
from confapp.programme.queries import session_by_label
from confapp.records import desk, operations, queries, words
from confapp.records.composing import ORPHANED, orphans
from confapp.records.forms import DraftForm
from confapp.records.models import SessionRecord
from confapp.records.paragraphs import numbered
from confapp.text import clean_text, markdown_html

WRITE, APPROVE = Permission.RECORDS_WRITE, Permission.RECORDS_APPROVE
RECORD = "/<label>/<language>/"
LONGEST_PREVIEW = 200_000

blueprint = Blueprint("records", __name__, url_prefix="/conferences/<conference>/records")
add_section(_l("Records"), "manage.records.index", WRITE)


def record_at(label: str, language: str) -> SessionRecord:
    return desk.record_at(g.conference_id, label, language)


def home(record: SessionRecord) -> str:
    return url_for("manage.records.detail", label=record.session.label, language=record.record_language)


def address_of(record: SessionRecord) -> dict[str, str]:
    return {"label": record.session.label, "language": record.record_language}


def about(record: SessionRecord) -> dict[str, Any]:
    """What every page of a record shows of it."""
    return {
        "record": record,
        "at": address_of(record),
        "name": desk.session_named(record.session),
        "words": words,
        "back": home(record),
    }


@blueprint.get("/")
@needs(WRITE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return render_template(
        "records/index.html",
        list=desk.listed(g.conference_id),
        unwritten=desk.unwritten(g.conference_id),
        words=words,
        called=desk.session_named,
    )


@blueprint.route("/new/", methods=["GET", "POST"])
@needs(WRITE)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    form = DraftForm(data=_defaults())
    if form.carries_out(lambda: _draft(form)):
        return done(_("The record was drafted from the log. Read it, and add what the log does not say."), form.result)
    return shown("records/create.html", form)


@blueprint.get(RECORD)
@needs(WRITE)
def detail(conference: str, label: str, language: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record = record_at(label, language)
    paragraphs = queries.record_text(record)
    return render_template(
        "records/detail.html",
        **about(record),
        paragraphs=numbered(paragraphs),
        lost={str(one.data[ORPHANED]) for one in orphans(paragraphs)},
        revisions=queries.revisions_of(record),
        excerpt=desk.excerpt,
        markdown=markdown_html,
        history=told(record, DraftForm()),
    )


@blueprint.post("/preview/")
@needs(WRITE)
def preview(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return markdown_html(clean_text(request.form.get("text", "")[:LONGEST_PREVIEW]))


def _defaults() -> dict[str, object]:
    """The session that waits longest, in the first language of the conference's records."""
    known = conference_by_id(g.conference_id)
    waiting = [request.args.get("session", ""), *desk.unwritten(g.conference_id)]
    held = desk.held_names(g.conference_id)
    wanted = [*known.record_languages, *known.languages, "en"]
    return {
        "session": next((label for label in waiting if label in held), None),
        "language": next((tag for tag in wanted if tag in words.languages()), "en"),
    }


def _draft(form: DraftForm) -> str:
    facts = form.facts(but=("session",))
    session = session_by_label(conference_by_id(g.conference_id), str(form.session.data))
    record = operations.draft_record(session, **facts, by=current_user)
    return url_for("manage.records.detail", label=session.label, language=record.record_language)
