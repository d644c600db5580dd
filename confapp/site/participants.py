"""The list of participants, and each delegation with its members and how it voted."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp import languages
from confapp.participation.queries import public_delegation, public_participants
from confapp.site import delegations, queries
from confapp.site.cache import public_page
from confapp.site.conferences import of_conference
from confapp.site.frame import conference_at, page
from confapp.site.texts import said
from confapp.voting.queries import votes_of_delegation

blueprint = Blueprint("participants", __name__)


@blueprint.get("/conferences/<slug>/participants/")
@public_page(of_conference)
def index(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    participants = public_participants(conference, languages.tag())
    return page(
        "site/participants.html",
        conference=conference,
        current="participants",
        description=_("Who took part in %(name)s, by delegation.", name=said(conference, "name").text),
        groups=delegations.groups(participants, conference),
        guests=delegations.guests(participants.guests, conference),
    )


@blueprint.get("/conferences/<slug>/participants/<key>/")
@public_page(of_conference)
def detail(slug: str, key: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    delegation = public_delegation(conference, key)
    shown = queries.shown_sessions(conference)
    voted = votes_of_delegation(delegation, sessions=shown)
    name = said(delegation, "name", conference)
    return page(
        "site/delegation.html",
        conference=conference,
        current="participants",
        description=_(
            "%(delegation)s at %(conference)s: its delegates and how it voted.",
            delegation=name.text,
            conference=said(conference, "name").text,
        ),
        head=delegations.head(delegation, conference),
        members=delegations.members(delegation.delegates, conference),
        votes=delegations.votes(voted, conference),
        tally=delegations.tally(voted),
        attendance=delegations.attendance(queries.attendance(delegation, shown), conference),
        motions=delegations.moved(queries.motions_by(delegation, shown), conference),
    )
