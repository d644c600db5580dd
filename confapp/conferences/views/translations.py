"""Translations of a conference, its occasions and instruments, and its documents."""

from __future__ import annotations

from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences import directory
from confapp.conferences.forms.conferences import ConferenceForm
from confapp.conferences.forms.documents import DocumentForm
from confapp.conferences.forms.parts import InstrumentForm, OccasionForm
from confapp.conferences.forms.translations import form_for
from confapp.conferences.translating import TRANSLATED, Translatable, translate
from confapp.conferences.views import documents
from confapp.conferences.views.about import blueprint, home, present
from confapp.forms import done, shown
from confapp.manage import needs
from confapp.permissions import Permission


@blueprint.route("/translate/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def translate_it(conference: str) -> ResponseReturnValue:
    known = present()
    return _page(known, {**_labels(ConferenceForm), "name": _("Title")}, home(conference))


@blueprint.route("/occasions/<int:position>/translate/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def translate_occasion(conference: str, position: int) -> ResponseReturnValue:
    return _page(directory.occasion_at(present(), position), _labels(OccasionForm), home(conference))


@blueprint.route("/instruments/<int:position>/translate/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def translate_instrument(conference: str, position: int) -> ResponseReturnValue:
    return _page(directory.instrument_at(present(), position), _labels(InstrumentForm), home(conference))


@documents.blueprint.route("/<key>/translate/", methods=["GET", "POST"])
@needs(Permission.DOCUMENTS_EDIT)
def translate_document(conference: str, key: str) -> ResponseReturnValue:
    document = directory.document_at(present(), key)
    return _page(document, _labels(DocumentForm), url_for("manage.documents.detail", conference=conference, key=key))


def _labels(form: Any) -> dict[str, str]:
    return {name: str(field.label.text) for name, field in form()._fields.items()}


def _page(thing: Translatable, labels: dict[str, str], back: str) -> ResponseReturnValue:
    fields = TRANSLATED[type(thing)]
    tag = request.args.get("to", "")
    values = {"to": tag, "version": thing.version, **thing.translations.get(tag, {})}
    form = form_for(type(thing), {name: labels[name] for name in fields})(data=values)
    if form.carries_out(
        lambda: translate(
            thing,
            form.to.data or "",
            {name: form[name].data for name in fields},
            version=form.version.data,
            by=current_user,
        )
    ):
        return done(_("The translation was saved."), f"{back}#translations")
    if form.form_errors:  # it was stale: sent once more beside what is kept by now, it is meant
        form.version.process(None, thing.version)
    return shown("conferences/translate.html", form, thing=thing, names=fields, back=back)
