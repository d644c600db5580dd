"""The front page, and the list of all conferences."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp.conferences.queries import public_conferences
from confapp.site import cards, linked_data, queries
from confapp.site.cache import public_page
from confapp.site.frame import page

blueprint = Blueprint("front", __name__)

NEWEST = 12


@blueprint.get("/")
@public_page()
def index() -> ResponseReturnValue:
    conferences = public_conferences()
    shown = conferences[:NEWEST]
    return page(
        "site/front.html",
        description=_("Conferences from their convening to their verified proceedings, open to everybody."),
        linked_data=linked_data.website("confapp"),
        cards=cards.conferences(shown, queries.sizes(shown)),
        more=len(conferences) > NEWEST,
        editions=cards.editions(queries.newest_editions(NEWEST)),
    )


@blueprint.get("/conferences/")
@public_page()
def conferences() -> ResponseReturnValue:
    everything = public_conferences()
    return page(
        "site/conferences.html",
        description=_("All conferences that are open to the public, the newest first."),
        cards=cards.conferences(everything, queries.sizes(everything)),
    )
