"""Agendas in versions, with their items."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from flask_babel import gettext as _

from confapp.agendas import operations
from confapp.agendas.models import Agenda, AgendaItem, AgendaItemDocument, AgendaState
from confapp.dates import Moment
from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.schema import Path

ADOPTION = "state adopted adopted_in adoption_note"
AGENDA = Noun(Agenda, part_of("agendas"), apart=f"id items {ADOPTION}")
ITEM = Noun(AgendaItem, part_of("agendas", "items"), apart="id items documents")


def bring(case: Bringing) -> None:
    """Draft the agendas and issue those that were; each is adopted by its session."""

    def draft(path: Path, entry: Entry) -> None:
        agenda = operations.draft_agenda(case.conference, key=entry["id"], by=case.by, **AGENDA.facts(entry, case))
        case.keep("agendas", entry["id"], agenda)
        case.each("items", partial(_add, case, agenda, None), path, entry)
        if AgendaState(entry["state"]) is not AgendaState.DRAFT:
            operations.issue_agenda(agenda, by=case.by)

    case.each("agendas", draft)


def _add(case: Bringing, agenda: Agenda, parent: AgendaItem | None, path: Path, entry: Entry) -> None:
    item = operations.add_item(
        agenda,
        key=entry["id"],
        parent=parent,
        documents=[case.row(["documents"], name) for name in entry.get("documents", ())],
        by=case.by,
        **ITEM.facts(entry, case),
    )
    case.keep("items", f"{agenda.key}/{entry['id']}", item)
    case.each("items", partial(_add, case, agenda, item), path, entry)


def adopt(case: Bringing, label: str | None) -> None:
    """Adopt the agendas that this session adopted; without a label, those of which no session is known."""

    def adopted(_path: Path, entry: Entry) -> None:
        was_adopted = "adopted" in entry or "adopted_in" in entry or entry["state"] == AgendaState.ADOPTED
        if was_adopted and entry.get("adopted_in") == label:
            operations.adopt_agenda(
                case.row(["agendas"], entry["id"]),
                at=Moment.parse(entry["adopted"]) if "adopted" in entry else None,
                session=case.row(["sessions"], label) if label is not None else None,
                note=entry.get("adoption_note"),
                by=case.by,
            )

    case.each("agendas", adopted)


def check(case: Bringing) -> None:
    """Refuse a state that does not follow: an agenda is superseded when a later version of it is adopted."""

    def same(path: Path, entry: Entry) -> None:
        if case.row(["agendas"], entry["id"]).state != entry["state"]:
            raise case.refusal(
                (*path, "state"),
                _("an agenda is superseded when a later version of it is adopted, and only then; look at the others"),
            )

    case.each("agendas", same)


def call(giving: Giving) -> tuple[list[Agenda], dict[int, list[AgendaItem]]]:
    """Agendas and their items, with their names."""
    of_conference = Agenda.conference_id == giving.conference.id
    agendas = queries.rows(Agenda, of_conference)
    items = queries.parts(
        AgendaItem,
        AgendaItem.agenda_id,
        queries.within(AgendaItem.agenda_id, Agenda, of_conference),
        order=AgendaItem.position,
    )
    for agenda in agendas:
        giving.call("agendas", agenda.id, agenda.key)
        for item in items[agenda.id]:
            giving.names["items"][item.id] = f"{giving.name(['agendas'], agenda.id)}/{item.key}"
    return list(agendas), items


def give(giving: Giving, agendas: list[Agenda], items: dict[int, list[AgendaItem]]) -> list[Facts]:
    """Agendas as entries, items within items."""
    documents = queries.parts(
        AgendaItemDocument,
        AgendaItemDocument.item_id,
        AgendaItemDocument.item_id.in_([item.id for group in items.values() for item in group]),
        order=AgendaItemDocument.position,
    )
    return [
        {
            **AGENDA.entry(row, giving),
            "id": giving.name(["agendas"], row.id),
            "state": row.state.value,
            "adopted": str(row.adopted) if row.adopted else None,
            "adopted_in": giving.name(["sessions"], row.adopted_in_id) if row.adopted_in_id is not None else None,
            "adoption_note": row.adoption_note,
            "items": _items(giving, items[row.id], documents),
        }
        for row in agendas
    ]


def _items(giving: Giving, items: list[AgendaItem], documents: dict[int, list[AgendaItemDocument]]) -> list[Facts]:
    inside: dict[int | None, list[Facts]] = defaultdict(list)
    entries: dict[int, Facts] = {}
    for item in items:
        attached = [giving.name(["documents"], one.document_id) for one in documents[item.id]]
        entries[item.id] = {**ITEM.entry(item, giving), "id": item.key, "documents": attached}
        inside[item.parent_id].append(entries[item.id])
    for item_id, entry in entries.items():
        entry["items"] = inside[item_id]
    return inside[None]
