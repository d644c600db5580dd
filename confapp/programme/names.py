"""What a session is called where it has no title: after its number, its kind and the committee that holds it."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.formatting import format_ordinal_words
from confapp.programme.models import SessionKind

SESSION_KINDS: dict[SessionKind, LazyString] = {
    SessionKind.OPENING: _l("Opening session"),
    SessionKind.PLENARY: _l("Session"),
    SessionKind.COMMITTEE: _l("Committee session"),
    SessionKind.PARALLEL: _l("Parallel session"),
    SessionKind.CEREMONY: _l("Ceremony"),
    SessionKind.CLOSING: _l("Closing session"),
    SessionKind.OTHER: _l("Session"),
}


def session_called(kind: SessionKind, number: int | None, label: str, committee: str = "") -> str:
    """Its name in the language of the page: "Fourth session", "Section II: second session", "Ceremony wreath"."""
    if number is None:
        name = _("%(kind)s %(label)s", kind=SESSION_KINDS[kind], label=label)
    else:
        name = _("%(ordinal)s session", ordinal=format_ordinal_words(number))
    if not committee:
        return name[:1].upper() + name[1:]
    return _("%(committee)s: %(name)s", committee=committee, name=name)
