"""The register of letters."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from confapp import languages
from confapp.letters.queries import public_letters
from confapp.site import letterbook
from confapp.site.cache import public_page
from confapp.site.conferences import of_conference
from confapp.site.frame import conference_at, page
from confapp.site.texts import said

blueprint = Blueprint("letters", __name__)


@blueprint.get("/conferences/<slug>/letters/")
@public_page(of_conference)
def index(slug: str) -> ResponseReturnValue:
    conference = conference_at(slug)
    everything = public_letters(conference)
    wanted = letterbook.Wanted.of(request.args)
    letters = letterbook.chosen(everything, wanted, languages.tag())
    return page(
        "site/letters.html",
        conference=conference,
        current="letters",
        description=_("The letters that %(name)s received.", name=said(conference, "name").text),
        letters=letterbook.entries(letters, conference),
        total=len(everything),
        wanted=wanted,
        choices=letterbook.choices(everything),
    )
