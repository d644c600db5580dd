"""Halls and tracks: what sessions are held in, and the threads through them."""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from confapp.conferences.directory import conference_by_id
from confapp.forms import done, shown, told
from confapp.manage import needs
from confapp.programme import directory, operations
from confapp.programme.forms import HallForm, TrackForm
from confapp.programme.views.sessions import EDIT, SEE

halls = Blueprint("halls", __name__, url_prefix="/conferences/<conference>/halls")
tracks = Blueprint("tracks", __name__, url_prefix="/conferences/<conference>/tracks")


@halls.get("/")
@needs(SEE)
def index(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return render_template("programme/halls.html", list=directory.listed_halls(g.conference_id))


@halls.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    here, form = conference_by_id(g.conference_id), HallForm()
    if form.carries_out(lambda: operations.add_hall(here, **form.facts(), by=current_user)):
        return done(_("The hall was added."), url_for(".index"))
    return shown("programme/place.html", form, title=_("Add a hall"), section=_("Halls"))


@halls.route("/<key>/edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    hall = directory.hall_at(g.conference_id, key)
    form = HallForm(of=hall)
    if form.carries_out(
        lambda: operations.change_hall(hall, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), url_for(".index"))
    history = told(hall, HallForm())
    return shown("programme/place.html", form, title=hall.name, section=_("Halls"), history=history)


@tracks.get("/")
@needs(SEE)
def index_tracks(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    return render_template("programme/tracks.html", list=directory.listed_tracks(g.conference_id))


@tracks.route("/new/", methods=["GET", "POST"])
@needs(EDIT)
def create_track(conference: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    here, form = conference_by_id(g.conference_id), TrackForm()
    if form.carries_out(lambda: operations.add_track(here, **form.facts(), by=current_user)):
        return done(_("The track was added."), url_for(".index_tracks"))
    return shown("programme/place.html", form, title=_("Add a track"), section=_("Tracks"))


@tracks.route("/<key>/edit/", methods=["GET", "POST"])
@needs(EDIT)
def edit_track(conference: str, key: str) -> ResponseReturnValue:  # noqa: ARG001  the gate read it
    track = directory.track_at(g.conference_id, key)
    form = TrackForm(of=track)
    if form.carries_out(
        lambda: operations.change_track(track, **form.facts(), version=form.version.data, by=current_user)
    ):
        return done(_("The changes were saved."), url_for(".index_tracks"))
    history = told(track, TrackForm())
    return shown("programme/place.html", form, title=track.name, section=_("Tracks"), history=history)
