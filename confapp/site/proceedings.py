"""Proceedings: all of them, the text of an edition, a session's record in it, and how often they were read."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.conferences.models import Conference
from confapp.formatting import format_number
from confapp.proceedings import queries
from confapp.proceedings.models import Edition, EditionState
from confapp.site import cards, imprint, linked_data
from confapp.site.cache import briefly, public_page
from confapp.site.conferences import of_conference
from confapp.site.frame import conference_at, page
from confapp.site.reading import corrections
from confapp.site.reading import edition as texts
from confapp.site.reading.inline import Links
from confapp.site.reading.queries import corrigenda_to

blueprint = Blueprint("proceedings", __name__)

LARGEST = 2**31 - 1
VIEWS_SECONDS = 60


@blueprint.get("/proceedings/")
@public_page()
def index() -> ResponseReturnValue:
    return page(
        "site/proceedings/index.html",
        description=_("The proceedings of conferences: to read, to cite and to verify."),
        editions=cards.editions(queries.published_editions()),
    )


@blueprint.get("/proceedings/<slug>/")
@public_page(of_conference, counts=True)
def newest(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    edition = queries.latest_edition(conference)
    if edition is None:
        return _without_edition(conference)
    return _edition(edition, conference)


@blueprint.get(f"/proceedings/<slug>/editions/<int(min=1, max={LARGEST}):number>/")
@public_page(of_conference, counts=True)
def numbered(slug: str, number: int) -> ResponseReturnValue:
    conference = conference_at(slug)
    return _edition(queries.edition(conference, number), conference, is_numbered=True)


@blueprint.get("/proceedings/<slug>/sessions/<label>/")
@public_page(of_conference, counts=True)
def session(slug: str, label: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    edition = queries.latest_edition(conference) or abort(404)
    document = queries.document_of(edition)
    corrigenda = corrigenda_to(conference)
    records, before, after = texts.records_of(
        document, label, _links(conference), corrections.corrected_by(corrigenda, document)
    )
    return page(
        "site/proceedings/session.html",
        conference=conference,
        current="proceedings",
        description=_("%(title)s, %(edition)s.", title=(records or abort(404))[0].title, edition=edition.title),
        page_kind="article",
        linked_data=linked_data.record(label, records[0].title, edition, conference),
        head=imprint.head(edition, conference),
        parts=records,
        before=before,
        after=after,
        corrections=[one for one in corrections.later(corrigenda, document, slug) if one.session == label],
    )


@blueprint.get("/proceedings/<slug>/views/")
def views(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    number = queries.views_of(conference.slug)
    answer = page(
        "site/proceedings/views.html",
        conference=conference,
        current="proceedings",
        views=_views(abort(404) if number is None else number),
    )
    return briefly(Response(answer), VIEWS_SECONDS)


@blueprint.get("/proceedings/<slug>/views.txt")
def views_alone(slug: str) -> ResponseReturnValue:
    number = queries.views_of(slug)
    answer = _views(abort(404) if number is None else number)
    return briefly(Response(answer, mimetype="text/plain"), VIEWS_SECONDS)


def _edition(edition: Edition, conference: Conference, *, is_numbered: bool = False) -> str:
    document = queries.document_of(edition)
    corrigenda = corrigenda_to(conference)
    parts = texts.parts_of(document, _links(conference), corrections.corrected_by(corrigenda, document))
    return page(
        "site/proceedings/edition.html",
        conference=conference,
        current="proceedings",
        description=_("The proceedings of %(name)s, to read, to cite and to verify.", name=conference.name),
        is_numbered=is_numbered,
        parts=parts,
        contents=texts.contents(parts, after=_after()),
        corrections=corrections.later(corrigenda, document, conference.slug),
        **_around(edition, conference),
    )


def _around(edition: Edition, conference: Conference) -> dict[str, Any]:
    """What stands around the text."""
    editions = queries.editions_of(conference)
    is_withdrawn = edition.state is EditionState.WITHDRAWN
    return {
        "page_kind": "article",
        "linked_data": linked_data.edition(edition, conference),
        "is_withdrawn": is_withdrawn,
        "withdrawal": imprint.withdrawal(edition) if is_withdrawn else "",
        "is_superseded": any(one.number > edition.number and one.state is EditionState.PUBLISHED for one in editions),
        "views_link": imprint.views_link(conference),
        "comments_link": imprint.comments_link(conference),
        "head": imprint.head(edition, conference),
        "cited": imprint.cited(edition, conference, queries.document_of(edition)),
        "proof": imprint.proof(edition, conference),
        "siblings": imprint.siblings(editions, edition, conference),
    }


def _after() -> list[texts.Entry]:
    return [
        texts.Entry(_("Cite this"), "#cite"),
        texts.Entry(_("How to verify this edition"), "#verify"),
        texts.Entry(_("Editions"), "#editions"),
    ]


def _without_edition(conference: Conference) -> str:
    """All editions were withdrawn; where there never was one, there is nothing."""
    withdrawn = queries.last_edition(conference) or abort(404)
    return page(
        "site/proceedings/withdrawn.html",
        conference=conference,
        current="proceedings",
        edition=withdrawn,
        withdrawal=imprint.withdrawal(withdrawn),
        siblings=imprint.siblings(queries.editions_of(conference), withdrawn, conference),
    )


def _links(conference: Conference) -> Links:
    return Links(conference.slug, with_delegations=conference.participants_issued)


def _views(number: int) -> str:
    return ngettext("%(number)s view", "%(number)s views", number, number=format_number(number))
