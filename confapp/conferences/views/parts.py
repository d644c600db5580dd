"""Occasions, instruments of convening and sources of a conference."""

from __future__ import annotations

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences import directory, documents, operations, parts
from confapp.conferences.forms.conferences import StepForm
from confapp.conferences.forms.parts import InstrumentForm, NewSourceForm, OccasionForm, SourceForm
from confapp.conferences.views.about import blueprint, home, present
from confapp.forms import done, shown, told
from confapp.manage import needs
from confapp.organizations.forms import NameForm
from confapp.permissions import Permission


@blueprint.route("/names/new/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def add_name(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    form = NameForm()
    if form.carries_out(lambda: parts.add_title(known, **form.facts(), by=current_user)):
        return done(_("The title was added."), home(known.slug))
    return shown("conferences/name.html", form, conference=known)


@blueprint.route("/occasions/new/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def add_occasion(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    form = OccasionForm()
    if form.carries_out(lambda: operations.add_occasion(known, **form.facts(), by=current_user)):
        return done(_("The occasion was added."), home(known.slug))
    return shown("conferences/occasion.html", form, conference=known, occasion=None)


@blueprint.route("/occasions/<int:position>/edit/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def edit_occasion(conference: str, position: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    occasion = directory.occasion_at(known, position)
    form = OccasionForm(of=occasion)
    if form.carries_out(
        lambda: parts.change_occasion(occasion, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(known.slug))
    history = told(occasion, form)
    return shown("conferences/occasion.html", form, conference=known, occasion=occasion, history=history)


@blueprint.route("/occasions/<int:position>/drop/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def drop_occasion(conference: str, position: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    occasion = directory.occasion_at(known, position)
    name, form = occasion.name, StepForm()
    if form.carries_out(lambda: parts.drop_occasion(occasion, by=current_user)):
        return done(_("“%(name)s” was taken away.", name=name), home(known.slug))
    return shown("conferences/drop.html", form, conference=known, name=name)


@blueprint.route("/instruments/new/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def add_instrument(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    form = InstrumentForm()
    if form.carries_out(lambda: operations.add_instrument(known, **form.facts(), by=current_user)):
        return done(_("The instrument was added."), home(known.slug))
    return shown("conferences/instrument.html", form, conference=known, instrument=None)


@blueprint.route("/instruments/<int:position>/edit/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def edit_instrument(conference: str, position: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    instrument = directory.instrument_at(known, position)
    form = InstrumentForm(of=instrument)
    if form.carries_out(
        lambda: parts.change_instrument(instrument, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(known.slug))
    history = told(instrument, form)
    return shown("conferences/instrument.html", form, conference=known, instrument=instrument, history=history)


@blueprint.route("/instruments/<int:position>/drop/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def drop_instrument(conference: str, position: int) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    instrument = directory.instrument_at(known, position)
    name, form = instrument.title, StepForm()
    if form.carries_out(lambda: parts.drop_instrument(instrument, by=current_user)):
        return done(_("“%(name)s” was taken away.", name=name), home(known.slug))
    return shown("conferences/drop.html", form, conference=known, name=name)


@blueprint.route("/sources/new/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def add_source(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    form = NewSourceForm()
    if form.carries_out(lambda: documents.register_source(known, **form.facts(), by=current_user)):
        return done(_("The source was added."), home(known.slug))
    return shown("conferences/source.html", form, conference=known, source=None)


@blueprint.route("/sources/<key>/edit/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def edit_source(conference: str, key: str) -> ResponseReturnValue:
    known = present()
    source = directory.source_at(known, key)
    form = SourceForm(of=source)
    if form.carries_out(lambda: parts.change_source(source, **form.facts(), by=current_user)):
        return done(_("The changes were saved."), url_for(".detail", conference=conference, _anchor="sources"))
    return shown("conferences/source.html", form, conference=known, source=source, history=told(source, form))
