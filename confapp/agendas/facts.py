"""What operations on agendas and their items take, by the names of the columns."""

from __future__ import annotations

from confapp.agendas.models import AgendaItem, ItemKind
from confapp.facts import ContentFacts
from confapp.officials.models import Official


class ItemFacts(ContentFacts, total=False):
    """What an item has beside its number, title and place."""

    kind: ItemKind
    rapporteur: Official | None
    duration_minutes: int | None
    note: str | None
    outcome: str | None
    replaces: AgendaItem | None
