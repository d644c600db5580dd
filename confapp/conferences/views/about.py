"""What is known of a conference: looked at, edited, renamed, its course corrected."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from confapp.calendars import CALENDARS
from confapp.conferences import course, directory, operations, queries
from confapp.conferences.forms.conferences import ConferenceForm, CourseForm, RenameForm
from confapp.conferences.models import Conference
from confapp.conferences.words import FORMATS, STATES
from confapp.forms import CheckField, EnumField, done, shown, told
from confapp.forms.lists import language_names
from confapp.forms.telling import Told
from confapp.manage import needs
from confapp.organizations.words import NAMES
from confapp.permissions import Permission

blueprint = Blueprint("about", __name__, url_prefix="/conferences/<conference>")


def present() -> Conference:
    """The conference of the address."""
    return directory.conference_by_id(g.conference_id)


def home(slug: str) -> str:
    return url_for("manage.about.detail", conference=slug)


@blueprint.get("/about/")
@needs(Permission.CONFERENCE_SEE)
def detail(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    return render_template(
        "conferences/detail.html",
        conference=known,
        formats=FORMATS,
        states=STATES,
        names=NAMES,
        calendars=CALENDARS,
        language_names=language_names,
        sources=queries.sources(known),
        origin=ConferenceForm(of=known).provenance.said(),
        history=_history(known),
    )


@blueprint.route("/edit/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def edit(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    form = ConferenceForm(of=known)
    if form.carries_out(
        lambda: operations.change_conference(known, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(known.slug))
    return shown("conferences/edit.html", form, conference=known)


@blueprint.route("/rename/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def rename(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    form = RenameForm(of=known)
    if not form.is_submitted():
        form.slug.process(None, None)
    if form.carries_out(
        lambda: operations.rename_conference(known, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("It is called %(name)s now.", name=known.name), home(known.slug))
    return shown("conferences/rename.html", form, conference=known)


@blueprint.route("/course/", methods=["GET", "POST"])
@needs(Permission.CONFERENCE_EDIT)
def correct(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    known = present()
    form = CourseForm(of=known)
    if form.carries_out(
        lambda: course.correct_course(known, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), home(known.slug))
    return shown("conferences/course.html", form, conference=known)


class _Told(ConferenceForm):
    """The words in which the history tells also what other pages change."""

    state = EnumField(_l("State"), words={state: word for state, (word, _tone) in STATES.items()})
    is_public = CheckField(_l("Public"))
    participants_issued = CheckField(_l("List of participants issued"))
    convened_on = CourseForm.convened_on
    opened = CourseForm.opened
    closed = CourseForm.closed


def _history(conference: Conference) -> list[Told]:
    """Its acts; only what the form of this conference has can be filled in again."""
    labels = {str(field.label.text) for field in ConferenceForm(of=conference)}
    acts = told(conference, _Told(of=conference))
    return [act if any(line.label in labels for line in act.lines) else replace(act, key=None) for act in acts]
