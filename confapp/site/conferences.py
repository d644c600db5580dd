"""The overview of a conference, and its own colour."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp.committees.queries import memberships
from confapp.conferences.models import Conference
from confapp.conferences.queries import public_conference, rulebook_in_force, sources
from confapp.letters.queries import public_number
from confapp.officials.queries import posts_of
from confapp.participation.queries import public_numbers
from confapp.programme.queries import held_sessions
from confapp.site import accents, linked_data, overview, queries, sittings
from confapp.site.cache import public_page
from confapp.site.frame import conference_at, found_or_moved, page
from confapp.site.resolutions import resolutions
from confapp.site.texts import Said
from confapp.slugs import SlugSpace
from confapp.text import plain_text

blueprint = Blueprint("conferences", __name__)

A_DAY = 24 * 3600


def of_conference(slug: str, **_rest: object) -> str:
    """The scope of pages that show one conference."""
    return slug


@blueprint.get("/conferences/<slug>/")
@public_page(of_conference)
def detail(slug: str) -> ResponseReturnValue:
    conference = found_or_moved(SlugSpace.CONFERENCE, slug, public_conference)
    parts = _parts(conference)
    return page(
        "site/overview.html",
        conference=conference,
        current="overview",
        description=plain_text((parts["head"].subtitle or parts["head"].summary).text)[:200],
        contents=_contents(parts),
        **parts,
    )


def _contents(parts: dict[str, Any]) -> list[dict[str, Said | str]]:
    head = parts["head"]
    return overview.contents(
        (
            ("about", _("Why it was held"), head.summary or parts["occasions"]),
            ("decided", _("What it decided"), parts["resolutions"]),
            ("sessions", _("Sessions"), parts["sessions"]),
            ("time", _("How it came about"), parts["events"]),
            ("bureau", _("Bureau"), parts["posts"]),
            ("committees", _("Committees"), parts["committees"]),
            ("facts", _("Facts"), parts["facts"] or head.topics),
            ("sources", _("Sources"), parts["sources"]),
        )
    )


def _parts(conference: Conference) -> dict[str, Any]:
    sessions, editions = held_sessions(conference), queries.editions(conference)
    there = queries.parts_of(conference)
    counts = (len(sessions), queries.business(conference), public_number(conference))
    adopted = queries.resolutions(conference)
    return {
        "linked_data": linked_data.conference(conference, sessions, editions),
        "head": overview.head(conference),
        "reading": overview.reading(conference, editions[-1] if editions else None, there),
        "figures": overview.figures(conference, public_numbers(conference), *counts),
        "occasions": overview.occasions(conference),
        "resolutions": resolutions(adopted, queries.totals(conference), conference),
        "sessions": sittings.rows(sessions, conference, queries.votes_by_session(conference)),
        "events": overview.timeline(conference, editions),
        "posts": overview.posts(posts_of(conference), conference),
        "committees": overview.committees(memberships(conference), conference),
        "facts": overview.facts(conference, rulebook_in_force(conference)),
        "sources": overview.references(sources(conference), conference),
    }


@blueprint.get("/conferences/<slug>/accent.css")
def accent(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    if not conference.accent:
        abort(404)
    response = Response(accents.stylesheet(conference.accent), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = f"public, max-age={A_DAY}"
    return response
