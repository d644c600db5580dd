"""Organizations: all that strangers see, and each of them, as of any date."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp.conferences.queries import public_conferences_of
from confapp.letters.queries import public_letters_from
from confapp.officials.queries import posts_by_body
from confapp.organizations.models import Organization
from confapp.organizations.queries import public_organization
from confapp.participation.queries import public_attendance
from confapp.search import directory
from confapp.site import bodies, linked_data
from confapp.site.asof import AsOf, as_of
from confapp.site.cache import public_page
from confapp.site.frame import found_or_moved, page
from confapp.site.texts import is_of_unknown_language, said
from confapp.slugs import SlugSpace

blueprint = Blueprint("organizations", __name__)


@blueprint.get("/organizations/")
@public_page()
def index() -> ResponseReturnValue:
    return page(
        "site/organizations.html",
        description=_("Organizations that convened conferences, sent delegations or wrote letters."),
        lines=bodies.lines(directory.organizations()),
    )


@blueprint.get("/organizations/<slug>/")
@public_page()
def detail(slug: str) -> ResponseReturnValue:
    organization = found_or_moved(SlugSpace.ORGANIZATION, slug, _seen)
    on, shown = as_of(), directory.shown_around(organization)
    name = bodies.name_then(organization, on.date)
    return page(
        "site/organization.html",
        description=_("%(name)s: its names, offices, conferences and letters.", name=name.text),
        name=name,
        kind=bodies.kind(organization),
        summary=said(organization, "description"),
        is_unmarked=is_of_unknown_language(organization, "description"),
        on=on,
        linked_data=linked_data.organization(organization, shown),
        facts=bodies.facts(organization, directory.predecessors_of(organization), shown),
        names=bodies.names(organization.names),
        events=bodies.events(organization.events),
        **_deeds(organization, on),
    )


def _deeds(organization: Organization, on: AsOf) -> dict[str, Any]:
    """Who held its offices, where it took part, what it wrote."""
    keys = [organization.id, *(organ.id for organ in organization.organs)]
    return {
        "benches": bodies.benches(organization, posts_by_body(keys, at=on.moment), on.date),
        "attended": bodies.attended(public_attendance(organization)),
        "called": bodies.called(public_conferences_of(organization), organization),
        "letters": bodies.written(public_letters_from(organization)),
    }


def _seen(slug: str) -> Organization | None:
    return public_organization(slug, among=directory.seen_organizations())
