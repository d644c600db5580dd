"""Where facts come from and what is doubtful about them, as a reader may want to know it."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.db import Sourced

STATUSES: dict[str, LazyString] = {
    "not_stated": _l("not stated"),
    "derived": _l("derived"),
    "printed": _l("as printed"),
    "uncertain": _l("uncertain"),
    "disputed": _l("disputed"),
}


def source_places(thing: Sourced) -> str:
    """The places in its sources: "PG17759, L124-289"."""
    places = (thing.provenance or {}).get("sources", [])
    return "; ".join(", ".join(filter(None, (one.get("source"), one.get("at")))) for one in places)


def remarks(thing: Sourced) -> list[str]:
    """What is doubtful or was printed otherwise, each as a sentence."""
    return [_remark(one) for one in (thing.provenance or {}).get("remarks", [])]


def _remark(one: dict[str, str]) -> str:
    status = str(STATUSES.get(one.get("status", ""), ""))
    told = one.get("text") or one.get("value") or ""
    return _("%(status)s: %(text)s", status=status, text=told) if status and told else status or told
