"""The papers of a letter: pictures of it, and its translations."""

from __future__ import annotations

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp import storage
from confapp.forms import Form, done, shown
from confapp.letters import queries, scans
from confapp.letters.forms import ScanForm, TranslationForm
from confapp.letters.views.register import EDIT, LARGEST, NUMBER, blueprint, home, letter_at
from confapp.manage import needs

SCAN = f"{NUMBER}scans/<int(min=1, max={LARGEST}):scan_id>/"


@blueprint.route(f"{NUMBER}scans/new/", methods=["GET", "POST"])
@needs(EDIT)
def add_scan(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter, form = letter_at(number), ScanForm()
    if form.carries_out(lambda: scans.add_scan(letter, form.file.keep(), by=current_user)):
        return done(_("The picture was kept."), home(letter))
    return shown("letters/scan.html", form, letter=letter)


@blueprint.get(SCAN)
@needs(EDIT)
def scan(conference: str, number: int, scan_id: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    found = queries.scan_of(letter_at(number), scan_id)
    return storage.sent(found.digest, found.name, found.media_type)


@blueprint.route(f"{SCAN}remove/", methods=["GET", "POST"])
@needs(EDIT)
def remove_scan(conference: str, number: int, scan_id: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter, form = letter_at(number), Form()
    found = queries.scan_of(letter, scan_id)
    if form.carries_out(lambda: scans.remove_scan(letter, found, by=current_user)):
        if not queries.is_still_used(form.result):
            storage.forget(form.result)
        return done(_("The picture was taken away."), home(letter))
    return shown(
        "letters/act.html",
        form,
        letter=letter,
        title=_("Take the picture “%(name)s” away?", name=found.name),
        consequence=_("The file is deleted. That cannot be taken back."),
        button=_("Take it away"),
        is_end=True,
    )


@blueprint.route(f"{NUMBER}translate/", methods=["GET", "POST"])
@needs(EDIT)
def translate(conference: str, number: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    letter = letter_at(number)
    tag = request.args.get("to", "")
    form = TranslationForm(data={"to": tag, "version": letter.version, **letter.translations.get(tag, {})})
    if form.carries_out(
        lambda: scans.translate_letter(
            letter,
            form.to.data or "",
            subject=form.subject.data,
            text=form.text.data,
            version=form.version.data,
            by=current_user,
        )
    ):
        return done(_("The translation was saved."), home(letter) + "#translations")
    return shown("letters/translate.html", form, letter=letter, back=url_for(".detail", number=number))
