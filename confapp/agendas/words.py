"""States of agendas, kinds of items and changes in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.agendas.arrangement import Direction
from confapp.agendas.changes import Mark
from confapp.agendas.models import AgendaState, ItemKind

STATES: dict[AgendaState, LazyString] = {
    AgendaState.DRAFT: _l("Draft"),
    AgendaState.PROVISIONAL: _l("Provisional"),
    AgendaState.ADOPTED: _l("Adopted"),
    AgendaState.SUPERSEDED: _l("Superseded"),
}
TONES: dict[AgendaState, str] = {AgendaState.ADOPTED: "good", AgendaState.PROVISIONAL: "caution"}
KINDS: dict[ItemKind, LazyString] = {
    ItemKind.PROCEDURE: _l("procedure"),
    ItemKind.ELECTION: _l("election"),
    ItemKind.REPORT: _l("report"),
    ItemKind.DISCUSSION: _l("discussion"),
    ItemKind.DECISION: _l("decision"),
    ItemKind.LETTERS: _l("letters"),
    ItemKind.INFORMATION: _l("information"),
    ItemKind.BREAK: _l("break"),
    ItemKind.OTHER: _l("other"),
}
MARKS: dict[Mark, LazyString] = {
    Mark.NEW: _l("new"),
    Mark.MOVED: _l("moved"),
    Mark.RENUMBERED: _l("renumbered"),
    Mark.REWORDED: _l("reworded"),
    Mark.DROPPED: _l("left out"),
}
STEPS: dict[Direction, LazyString] = {
    Direction.UP: _l("Up"),
    Direction.DOWN: _l("Down"),
    Direction.INDENT: _l("Under the one above"),
    Direction.OUTDENT: _l("Out, beside its parent"),
}
