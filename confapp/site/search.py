"""The search over everything public."""

from __future__ import annotations

import re

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp import addresses
from confapp.search import queries as index
from confapp.search.models import EntryKind
from confapp.site import queries, searching
from confapp.site.cache import briefly
from confapp.site.frame import page
from confapp.site.texts import said

blueprint = Blueprint("search", __name__)

SECONDS = 60
SLUG = re.compile(r"[a-z0-9-]{1,120}")


@blueprint.get("/search/")
def search() -> ResponseReturnValue:
    query, kind, scope = request.args.get("q", ""), _kind(), _scope()
    wanted = request.args.get("page", 1, type=int)
    found = index.search(query, kind=kind, scope=scope or None, page=wanted)
    conference = queries.seen_conference(scope) if scope else None
    answer = page(
        "site/search.html",
        description=_("Search everything that conferences made public: people, bodies, words, in any script."),
        search_text=found.query,
        found=found,
        results=searching.results(found.hits),
        filters=searching.filters(found, kind, scope),
        within=said(conference, "name") if conference else None,
        everywhere=addresses.search(found.query, kind=kind or ""),
        scope=scope,
        address=lambda number: addresses.search(found.query, kind=kind or "", conference=scope, page=number),
    )
    return briefly(Response(answer), SECONDS)


def _kind() -> EntryKind | None:
    """The kind to narrow it to; one that there is not narrows nothing."""
    asked = request.args.get("kind", "")
    return EntryKind(asked) if asked in set(EntryKind) else None


def _scope() -> str:
    """The conference to narrow it to, by its slug."""
    asked = request.args.get("conference", "")
    return asked if SLUG.fullmatch(asked) else ""
