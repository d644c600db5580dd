"""What a conference decided, all that was moved and voted, and each vote whole."""

from __future__ import annotations

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp import addresses
from confapp.site import ballots, evidence, matters, queries, sittings
from confapp.site.cache import public_page
from confapp.site.conferences import of_conference
from confapp.site.frame import Link, conference_at, page
from confapp.site.markup import filled, named
from confapp.site.overview import contents
from confapp.site.resolutions import resolutions
from confapp.site.texts import said
from confapp.voting.queries import decisions_of_conference, vote_by_label

blueprint = Blueprint("decisions", __name__)


@blueprint.get("/conferences/<slug>/decisions/")
@public_page(of_conference)
def index(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    totals = queries.totals(conference)
    decided = decisions_of_conference(conference, sessions=queries.shown_sessions(conference))
    found = resolutions(decided, totals, conference)
    moved = matters.by_session(queries.shown_motions(conference), queries.loose_votes(conference), totals, conference)
    adopted, others = matters.parted(found)
    return page(
        "site/decisions.html",
        conference=conference,
        current="decisions",
        description=_("What %(name)s decided, moved and voted on.", name=said(conference, "name").text),
        adopted=adopted,
        others=others,
        sessions=moved,
        contents=contents(
            (
                ("adopted", _("Resolutions"), adopted),
                ("others", _("Other decisions"), others),
                *((one.anchor, one.name, True) for one in moved),
            )
        ),
    )


@blueprint.get("/conferences/<slug>/votes/<label>/")
@public_page(of_conference)
def vote(slug: str, label: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    found = vote_by_label(conference, label)
    if found is None or not queries.is_shown(found.session):
        abort(404)
    labels = list(queries.vote_labels(conference))
    links = [Link(filled(_("Vote %(label)s"), label=named(one)), addresses.vote(slug, one)) for one in labels]
    before, after = sittings.around(links, labels.index(found.label))
    return page(
        "site/vote.html",
        conference=conference,
        current="decisions",
        description=_("How the votes fell: %(question)s", question=said(found, "question", conference).text),
        face=ballots.face(found, conference),
        head=evidence.head(found, conference),
        rolls=evidence.rolls(found, conference),
        effects=evidence.effect_table(found),
        candidates=evidence.candidates(found),
        before=before,
        after=after,
    )
