"""States of editions in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.proceedings.models import EditionState

STATES: dict[EditionState, LazyString] = {
    EditionState.PUBLISHED: _l("Published"),
    EditionState.WITHDRAWN: _l("Withdrawn"),
}
TONES: dict[EditionState, str] = {EditionState.PUBLISHED: "good", EditionState.WITHDRAWN: "bad"}
