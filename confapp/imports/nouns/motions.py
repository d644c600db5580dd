"""Motions with who helped them, what they bear on and what became of them; rulings."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import Any

from confapp.floor.models import LogEntry
from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.schema import Path, of_shape
from confapp.programme.models import Session
from confapp.voting import operations
from confapp.voting.models import (
    Motion,
    MotionAct,
    MotionEvent,
    MotionLink,
    MotionLinkKind,
    MotionPerson,
    MotionRole,
    MotionState,
    Ruling,
    TextChange,
)

ROLES = {
    "with": MotionRole.WITH,
    "seconded": MotionRole.SECONDED,
    "accepted": MotionRole.ACCEPTED,
    "requested": MotionRole.REQUESTED,
}
LINKS = {kind.value: kind for kind in MotionLinkKind}
MOTION = Noun(
    Motion,
    part_of("motions"),
    apart=f"id session state outcome changes {' '.join(ROLES)} {' '.join(LINKS)}",
    delegation="mover_delegation",
    capacity="mover_capacity",
    item="agenda_item",
)
PERSON = Noun(MotionPerson, of_shape(part_of("motions")["properties"]["with"]["anyOf"][0], {}))
CHANGE = Noun(TextChange, part_of("motions", "changes"), by="proposer")
RULING = Noun(Ruling, part_of("rulings"), apart="id session by appeal reversed_by")


def bring(case: Bringing, label: str) -> None:
    """Move the motions of a session, tell the log of them, and make its rulings."""

    def move(_path: Path, entry: Entry) -> None:
        if entry["session"] == label:
            _move(case, entry)

    def rule(_path: Path, entry: Entry) -> None:
        if entry["session"] == label:
            _rule(case, entry)

    case.each("motions", move)
    mentions, case.mentions = case.mentions, []
    for name, entry, act, path in mentions:
        with case.at(path):
            operations.note_motion(case.row(["motions"], name), entry, MotionAct(act), by=case.by)
    case.each("rulings", rule)


def _move(case: Bringing, entry: Entry) -> None:
    people: list[Any] = [
        {"role": role, **PERSON.facts(person, case)} for key, role in ROLES.items() for person in entry.get(key, ())
    ]
    links: list[Any] = [
        {"kind": kind, "other": case.row(["motions"], name)}
        for key, kind in LINKS.items()
        for name in entry.get(key, ())
    ]
    changes: list[Any] = [CHANGE.facts(change, case) for change in entry.get("changes", ())]
    motion = operations.move_motion(
        case.row(["sessions"], entry["session"]),
        label=entry["id"],
        people=people,
        links=links,
        changes=changes,
        by=case.by,
        **MOTION.facts(entry, case),
    )
    case.keep("motions", entry["id"], motion)


def _rule(case: Bringing, entry: Entry) -> None:
    ruling = operations.make_ruling(
        case.row(["sessions"], entry["session"]),
        label=entry["id"],
        by_official=case.row(["officials"], entry["by"]) if "by" in entry else None,
        entry=case.told.get(("rulings", entry["id"])),
        by=case.by,
        **RULING.facts(entry, case),
    )
    case.keep("rulings", entry["id"], ruling)


def settle(case: Bringing) -> None:
    """Appeal and reverse rulings, and say what became of each motion, when all votes are known."""
    case.each("rulings", partial(_appeal, case))
    case.each("motions", partial(_dispose, case))


def _appeal(case: Bringing, _path: Path, entry: Entry) -> None:
    ruling = case.row(["rulings"], entry["id"])
    appeal = case.row(["motions"], entry["appeal"]) if "appeal" in entry else None
    if appeal is not None:
        operations.appeal_ruling(ruling, appeal=appeal, by=case.by)
    if "reversed_by" in entry:
        operations.reverse_ruling(ruling, vote=case.row(["votes"], entry["reversed_by"]), appeal=appeal, by=case.by)


def _dispose(case: Bringing, _path: Path, entry: Entry) -> None:
    state = MotionState(entry["state"])
    if state is not MotionState.PENDING:
        motion = case.row(["motions"], entry["id"])
        operations.dispose_motion(motion, state=state, outcome=entry.get("outcome"), by=case.by)


def call(giving: Giving) -> tuple[list[Motion], list[Ruling]]:
    """Motions and rulings in their order, with their names."""
    motions = queries.rows(Motion, Motion.conference_id == giving.conference.id, order=Motion.position)
    rulings = queries.rows(Ruling, Ruling.conference_id == giving.conference.id, order=Ruling.position)
    for section, rows in (("motions", motions), ("rulings", rulings)):
        for row in rows:
            giving.call(section, row.id, row.label)
    return list(motions), list(rulings)


def give_motions(giving: Giving, motions: list[Motion]) -> list[Facts]:
    """Motions as entries."""
    of_conference = Motion.conference_id == giving.conference.id
    people = _parts(MotionPerson, MotionPerson.motion_id, of_conference, MotionPerson.position)
    links = _parts(MotionLink, MotionLink.motion_id, of_conference)
    changes = _parts(TextChange, TextChange.motion_id, of_conference, TextChange.position)
    return [
        {
            **MOTION.entry(row, giving),
            "id": giving.name(["motions"], row.id),
            "session": giving.name(["sessions"], row.session_id),
            "state": row.state.value,
            "outcome": row.outcome,
            **_people(giving, people[row.id]),
            **_links(giving, links[row.id]),
            "changes": [CHANGE.entry(change, giving) for change in changes[row.id]],
        }
        for row in motions
    ]


def _parts(model: Any, column: Any, of_conference: Any, order: Any = None) -> dict[int, list[Any]]:
    return queries.parts(model, column, queries.within(column, Motion, of_conference), order=order)


def _people(giving: Giving, people: list[MotionPerson]) -> Facts:
    return {
        key: [PERSON.entry(person, giving) for person in people if person.role is role] for key, role in ROLES.items()
    }


def _links(giving: Giving, links: list[MotionLink]) -> Facts:
    found = defaultdict(list)
    for link in links:
        found[link.kind.value].append(giving.name(["motions"], link.other_id))
    return dict(found)


def give_rulings(giving: Giving, rulings: list[Ruling]) -> list[Facts]:
    """Rulings as entries."""
    references = {
        "by": ("officials", "by_id"),
        "appeal": ("motions", "appeal_id"),
        "reversed_by": ("votes", "reversed_by_id"),
    }
    return [
        {
            **RULING.entry(row, giving),
            "id": giving.name(["rulings"], row.id),
            "session": giving.name(["sessions"], row.session_id),
            **{
                key: giving.name([section], getattr(row, column))
                for key, (section, column) in references.items()
                if getattr(row, column) is not None
            },
        }
        for row in rulings
    ]


def mentions(giving: Giving) -> dict[int, list[Facts]]:
    """What the log tells of motions, by its entries."""
    of_conference = queries.within(LogEntry.session_id, Session, Session.conference_id == giving.conference.id)
    events = queries.rows(MotionEvent, queries.within(MotionEvent.entry_id, LogEntry, of_conference))
    found: dict[int, list[Facts]] = defaultdict(list)
    for event in events:
        found[event.entry_id].append({"motion": giving.name(["motions"], event.motion_id), "act": event.act.value})
    return found
