"""Where facts come from and what is doubtful about them, as a reader may want to know it."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from markupsafe import Markup, escape

from confapp.conferences.models import Conference
from confapp.db import Sourced
from confapp.proceedings.fields import FIELDS
from confapp.site.markup import filled, joined, named
from confapp.site.texts import own

STATUSES: dict[str, LazyString] = {
    "not_stated": _l("not stated"),
    "derived": _l("derived"),
    "printed": _l("as printed"),
    "uncertain": _l("uncertain"),
    "disputed": _l("disputed"),
}


def source_places(thing: Sourced) -> Markup:
    """The places in its sources: "PG17759, L124-289"."""
    places = (thing.provenance or {}).get("sources", [])
    return joined([joined([named(one.get("source")), named(one.get("at"))]) for one in places], "; ")


def remarks(thing: Sourced, conference: Conference) -> Markup:
    """What is doubtful or was printed otherwise."""
    return joined([_remark(one, conference) for one in (thing.provenance or {}).get("remarks", [])], "; ")


def _remark(one: dict[str, str], conference: Conference) -> Markup:
    status = escape(str(STATUSES.get(one.get("status", ""), "")))
    if told := own(one.get("text") or one.get("value"), conference).__html__():
        return filled(_("%(status)s: %(text)s"), status=status, text=told) if status else told
    about = FIELDS.get(one.get("field", ""))
    return filled(_("%(field)s: %(status)s"), field=about, status=status) if about else Markup()
