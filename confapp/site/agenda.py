"""The agenda in its versions, as PDF and as a calendar; where none was issued, the order of business of the records."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp import addresses
from confapp.agendas.models import Agenda
from confapp.agendas.queries import public_agendas
from confapp.conferences.models import Conference
from confapp.errors import NotFound
from confapp.scheduling.queries import latest_release
from confapp.site import agenda_files, business_order, queries
from confapp.site.cache import public_page
from confapp.site.conferences import of_conference
from confapp.site.frame import conference_at, page
from confapp.site.overview import contents
from confapp.site.texts import said

blueprint = Blueprint("agenda", __name__)


@blueprint.get("/conferences/<slug>/agenda/")
@public_page(of_conference)
def index(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    agendas = public_agendas(conference)
    sittings = business_order.order(queries.business_log(conference), agendas, conference)
    parts = business_order.parts(business_order.scopes(agendas, conference), sittings)
    return page(
        "site/agenda.html",
        conference=conference,
        current="agenda",
        description=_("The agenda of %(name)s.", name=said(conference, "name").text),
        parts=parts,
        is_printed=bool(agendas),
        from_records=bool(sittings),
        contents=contents((one.anchor, one.title, True) for one in parts),
        files=_files(conference) if agendas else [],
    )


@blueprint.get("/conferences/<slug>/agenda.pdf")
@public_page(of_conference)
def pdf(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    scopes = business_order.scopes(_agendas(conference), conference)
    path = agenda_files.agenda_pdf(_("Agenda"), scopes, conference)
    return _file(path.read_bytes(), "application/pdf", f"{conference.slug}-agenda.pdf")


@blueprint.get("/conferences/<slug>/agenda.ics")
@public_page(of_conference)
def ics(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    content = agenda_files.agenda_ics(_agendas(conference), latest_release(conference), conference)
    return _file(content, "text/calendar; charset=utf-8", f"{conference.slug}-agenda.ics")


def _agendas(conference: Conference) -> Sequence[Agenda]:
    found = public_agendas(conference)
    if not found:
        raise NotFound(_("No agenda has been issued yet."))
    return found


def _files(conference: Conference) -> list[tuple[str, str, str]]:
    kinds = (("agenda.pdf", "PDF", "application/pdf"), ("agenda.ics", _("Calendar"), "text/calendar"))
    return [(title, addresses.agenda_file(conference.slug, name), media) for name, title, media in kinds]


def _file(content: bytes, content_type: str, name: str) -> Response:
    response = Response(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
