"""The agenda in its versions; where none was issued, the order of business as the records have it."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp.agendas.queries import public_agendas
from confapp.site import business_order, queries
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
    )
