"""Agendas: adopted with nothing on them, decided before, left without an outcome (R23, R24)."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.agendas.models import Agenda, AgendaState, ItemKind
from confapp.checks.findings import Finding, Severity, fault
from confapp.checks.material import Material
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.conferences.models import ConferenceState
from confapp.floor.models import LogEntry
from confapp.voting.models import Decision, DecisionKind

ADOPTED = frozenset({AgendaState.ADOPTED, AgendaState.SUPERSEDED})
OVER = frozenset({ConferenceState.CLOSED, ConferenceState.ARCHIVED})
SUBSTANTIVE = frozenset({DecisionKind.RESOLUTION, DecisionKind.DECISION})
NO_OUTCOME_NEEDED = frozenset({ItemKind.BREAK, ItemKind.INFORMATION})


def empty_agendas(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """An agenda that was adopted or published and has no items."""
    for agenda in material.agendas:
        if agenda.state is not AgendaState.DRAFT and not material.items_of.get(agenda.id):
            name = agenda.title or _("The agenda")
            message = (
                _("%(name)s was adopted, and nothing is on it.", name=name)
                if agenda.state in ADOPTED
                else _("%(name)s is published, and nothing is on it.", name=name)
            )
            suggestion = _("Add its items, or note that the source does not list them.")
            where = place(material, agenda, "items")
            yield Finding("agenda-empty", fault(agenda), where, message, suggestion, (agenda.state.value,))


def outcomes(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Items of an adopted agenda of which nobody said what became of them, once it is over."""
    if material.conference.state not in OVER:
        return
    told = {entry.agenda_item_id for entry in material.entries} | {one.agenda_item_id for one in material.motions}
    for agenda in material.agendas:
        if agenda.state is not AgendaState.ADOPTED:
            continue
        items = material.items_of.get(agenda.id, [])
        parents = {item.parent_id for item in items}
        for item in items:
            is_open = not item.outcome and item.id not in told and item.id not in parents
            if is_open and item.kind not in NO_OUTCOME_NEEDED:
                message = _("Item %(number)s, “%(title)s”, has no outcome.", number=item.number, title=item.title)
                suggestion = _("Say what became of it.")
                yield Finding(
                    "item-without-outcome", Severity.INFO, place(material, item, "outcome"), message, suggestion
                )


def early_decisions(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """What the conference decided before it had adopted its agenda."""
    for agenda in material.agendas:
        if agenda.session_id is not None or agenda.adopted_in_id is None or agenda.replaces_id is not None:
            continue
        adopted = next((one for one in material.decisions if one.agenda_id == agenda.id), None)
        for decision in material.decisions:
            is_of_conference = (
                decision.kind in SUBSTANTIVE and decision.committee_id is None and decision is not adopted
            )
            if is_of_conference and _is_before(material, decision, agenda, adopted):
                message = _("“%(title)s” was decided before the agenda was adopted.", title=decision.title)
                where = place(material, decision, "decided")
                evidence = (decision.label, agenda.key)
                yield Finding("decided-before-agenda", Severity.WARNING, where, message, evidence=evidence)


def _is_before(material: Material, decision: Decision, agenda: Agenda, adopted: Decision | None) -> bool:
    here = material.session_by_id.get(decision.session_id or 0)
    there = material.session_by_id.get(agenda.adopted_in_id or 0)
    if here is None or there is None or here.id != there.id:
        return here is not None and there is not None and here.position < there.position
    mine, theirs = _entry(material, decision), _entry(material, adopted) if adopted else None
    return mine is not None and theirs is not None and mine.position < theirs.position


def _entry(material: Material, decision: Decision) -> LogEntry | None:
    return next((entry for entry in material.entries if entry.id == decision.entry_id), None)
