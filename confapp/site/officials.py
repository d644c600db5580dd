"""Officials: all whom strangers see, and each of them, as of any date."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp import addresses
from confapp.letters.queries import public_letters_by
from confapp.officials.models import Official
from confapp.officials.queries import appointments_of, public_official
from confapp.participation.queries import public_seats, public_visits
from confapp.programme.queries import public_contributions
from confapp.search import directory
from confapp.site import bodies, linked_data, people
from confapp.site.asof import AsOf, as_of
from confapp.site.cache import public_page
from confapp.site.frame import found_or_moved, page
from confapp.site.texts import is_of_unknown_language, said
from confapp.slugs import SlugSpace

blueprint = Blueprint("officials", __name__)


@blueprint.get("/officials/")
@public_page()
def index() -> ResponseReturnValue:
    return page(
        "site/officials.html",
        description=_("Officials of conferences and organizations, delegates, guests and speakers."),
        lines=people.lines(directory.officials(), directory.delegations_by_official()),
    )


@blueprint.get("/officials/<slug>/")
@public_page()
def detail(slug: str) -> ResponseReturnValue:
    official = found_or_moved(SlugSpace.OFFICIAL, slug, _seen)
    on = as_of()
    return page(
        "site/official.html",
        description=_("%(name)s: offices, delegations and letters.", name=official.name),
        official=official,
        biography=said(official, "biography"),
        is_unmarked=is_of_unknown_language(official, "biography"),
        on=on,
        linked_data=linked_data.official(official),
        facts=people.facts(official),
        names=people.names(official.names),
        search=addresses.search(official.family_name or official.name),
        **_deeds(official, on),
    )


def _deeds(official: Official, on: AsOf) -> dict[str, Any]:
    """Offices, conferences, contributions and letters."""
    held = appointments_of(official, bodies=directory.seen_bodies(), at=on.moment)
    return {
        "offices": people.offices(held, directory.homes_of({one.office.body_id for one in held})),
        "seats": people.seats(public_seats(official)) + people.visits(public_visits(official)),
        "talks": people.talks(public_contributions(official)),
        "letters": bodies.written(public_letters_by(official)),
    }


def _seen(slug: str) -> Official | None:
    return public_official(slug, among=directory.seen_officials())
