"""The editors' paragraphs of a record: set, change, compare what they said before, take out."""

from __future__ import annotations

from flask import g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from markupsafe import Markup

from confapp.forms import Form, done, shown
from confapp.history import history_of
from confapp.manage import needs
from confapp.records import desk, operations
from confapp.records.comparing import compare_words
from confapp.records.forms import OverlayForm
from confapp.records.models import OverlayPlace
from confapp.records.views.register import RECORD, WRITE, about, blueprint, record_at
from confapp.text import markdown_html

OVERLAY = f"{RECORD}paragraphs/<uid>/"


def preview_of(form: Form) -> Markup | None:
    """How the text looks, where somebody asked for that instead of saving it."""
    return markdown_html(str(form["text"].data or "")) if "preview" in request.form else None


@blueprint.route(f"{RECORD}paragraphs/new/", methods=["GET", "POST"])
@needs(WRITE)
def add(conference: str, label: str, language: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record = record_at(label, language)
    g.record_places = desk.places_in(record)
    asked = request.args.get("place")
    place = OverlayPlace(asked) if asked in set(OverlayPlace) else OverlayPlace.AFTER
    form = OverlayForm(data={"anchor": request.args.get("anchor"), "place": place})
    looked = preview_of(form)
    if looked is None and form.carries_out(
        lambda: operations.overlay_paragraph(record, **form.facts(), by=current_user)
    ):
        return done(_("The paragraph stands in the record; a new draft keeps it."), about(record)["back"])
    return shown("records/overlay.html", form, **about(record), preview=looked)


@blueprint.route(OVERLAY, methods=["GET", "POST"])
@needs(WRITE)
def edit(conference: str, label: str, language: str, uid: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record = record_at(label, language)
    overlay = desk.overlay_at(record, uid)
    g.record_places = desk.places_in(record, overlay.anchor)
    form = OverlayForm(of=overlay)
    looked = preview_of(form)
    if looked is None and form.carries_out(
        lambda: operations.change_overlay(overlay, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The paragraph was changed."), about(record)["back"])
    return shown("records/overlay.html", form, **about(record), preview=looked, overlay=overlay)


@blueprint.get(f"{OVERLAY}versions/")
@needs(WRITE)
def versions(conference: str, label: str, language: str, uid: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record = record_at(label, language)
    overlay = desk.overlay_at(record, uid)
    changes = [
        (change, compare_words(line.before or "", line.after or ""))
        for change in history_of(overlay)
        for line in change.lines
        if line.field == "text"
    ]
    return render_template(
        "records/versions.html",
        **about(record),
        overlay=overlay,
        changes=changes,
        edit=url_for(".edit", label=label, language=language, uid=uid),
    )


@blueprint.route(f"{OVERLAY}remove/", methods=["GET", "POST"])
@needs(WRITE)
def remove(conference: str, label: str, language: str, uid: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    record, form = record_at(label, language), Form()
    overlay = desk.overlay_at(record, uid)
    if form.carries_out(lambda: operations.remove_overlay(overlay, by=current_user)):
        return done(_("The paragraph was taken out."), about(record)["back"])
    return shown(
        "records/act.html",
        form,
        **about(record),
        title=_("Take this paragraph out?"),
        consequence=_("The record reads without it. What it said stays in the history of the record."),
        button=_("Take it out"),
        quoted=markdown_html(overlay.text),
        is_end=True,
    )
