"""States of comments in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.desk.comments.models import CommentState

STATES: dict[CommentState, LazyString] = {
    CommentState.PENDING: _l("Waits"),
    CommentState.SHOWN: _l("Shown"),
    CommentState.REFUSED: _l("Refused"),
    CommentState.ERASED: _l("Erased"),
}
TONES: dict[CommentState, str] = {
    CommentState.PENDING: "caution",
    CommentState.SHOWN: "good",
    CommentState.REFUSED: "bad",
}
