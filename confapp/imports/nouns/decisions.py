"""Decisions with what they rest on."""

from __future__ import annotations

from functools import partial

from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.schema import Path
from confapp.voting import operations
from confapp.voting.models import Decision

DECISION = Noun(Decision, part_of("decisions"), apart="id")


def bring(case: Bringing) -> None:
    """Take the decisions, when all votes and motions are settled."""
    case.each("decisions", partial(_take, case))


def _take(case: Bringing, _path: Path, entry: Entry) -> None:
    facts = {**DECISION.facts(entry, case), "entry": case.told.get(("decisions", entry["id"]))}
    decision = operations.take_decision(case.conference, label=entry["id"], by=case.by, **facts)
    case.keep("decisions", entry["id"], decision)


def call(giving: Giving) -> list[Decision]:
    """Decisions in their order, with their names."""
    decisions = queries.rows(Decision, Decision.conference_id == giving.conference.id, order=Decision.position)
    for decision in decisions:
        giving.call("decisions", decision.id, decision.label)
    return list(decisions)


def give(giving: Giving, decisions: list[Decision]) -> list[Facts]:
    """Decisions as entries."""
    return [{**DECISION.entry(row, giving), "id": giving.name(["decisions"], row.id)} for row in decisions]
