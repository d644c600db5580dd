"""The released schedule as a page, its entries, and as files for other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.errors import NotFound
from confapp.scheduling.exports.frab import schedule_json, schedule_xml
from confapp.scheduling.exports.ics import schedule_ics
from confapp.scheduling.models import Release
from confapp.scheduling.queries import latest_release, releases, sessions_in
from confapp.scheduling.timetable import Data
from confapp.site import timetable
from confapp.site.cache import public_page
from confapp.site.conferences import of_conference
from confapp.site.frame import conference_at, page
from confapp.site.texts import own, said

blueprint = Blueprint("schedule", __name__)


@blueprint.get("/conferences/<slug>/schedule/")
@public_page(of_conference)
def index(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    release = latest_release(conference)
    found = timetable.days(release.timetable, conference.calendar) if release else []
    return page(
        "site/schedule.html",
        conference=conference,
        current="schedule",
        description=_("The schedule of %(name)s, day by day.", name=said(conference, "name").text),
        release=release,
        name=own(release.name, conference) if release else "",
        comment=own(release.comment, conference) if release else "",
        days=found,
        files=_files(conference) if release else [],
    )


@blueprint.get("/conferences/<slug>/schedule/<key>/")
@public_page(of_conference)
def entry(slug: str, key: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    release = _release(conference)
    one, session = _contribution(release, key)
    return page(
        "site/schedule_entry.html",
        conference=conference,
        current="schedule",
        description=one["title"],
        entry=timetable.contribution(release.timetable, one, session),
    )


@blueprint.get("/conferences/<slug>/schedule.ics")
@public_page(of_conference)
def ics(slug: str) -> ResponseReturnValue:
    found = releases(conference_at(slug))
    return _file(found, schedule_ics, "text/calendar; charset=utf-8")


@blueprint.get("/conferences/<slug>/schedule.xml")
@public_page(of_conference)
def xml(slug: str) -> ResponseReturnValue:
    found = releases(conference_at(slug))
    return _file(found, lambda those: schedule_xml(those[0]), "application/xml; charset=utf-8")


@blueprint.get("/conferences/<slug>/schedule.json")
@public_page(of_conference)
def json(slug: str) -> ResponseReturnValue:
    found = releases(conference_at(slug))
    return _file(found, lambda those: schedule_json(those[0]), "application/json")


def _file(found: Sequence[Release], written: Callable[[Sequence[Release]], bytes], content_type: str) -> Response:
    if not found:
        raise NotFound(_("No schedule has been released yet."))
    return Response(written(found), content_type=content_type)


def _files(conference: Conference) -> list[tuple[str, str, str]]:
    kinds = (
        ("ics", _("Calendar"), "text/calendar"),
        ("xml", "XML", "application/xml"),
        ("json", "JSON", "application/json"),
    )
    slug = conference.slug
    return [(title, addresses.conference_file(slug, f"schedule.{kind}"), media) for kind, title, media in kinds]


def _release(conference: Conference) -> Release:
    release = latest_release(conference)
    if release is None:
        raise NotFound(_("No schedule has been released yet."))
    return release


def _contribution(release: Release, key: str) -> tuple[Data, Data | None]:
    """A contribution of a release with the session that it is part of."""
    for session in sessions_in(release):
        for one in session["contributions"]:
            if one["key"] == key:
                return one, session
    for day in release.timetable["days"]:
        for hall in day["halls"]:
            for one in hall["contributions"]:
                if one["key"] == key:
                    return one, None
    raise NotFound(_("There is no such entry in the schedule as it was released last."))
