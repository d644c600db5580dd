"""What the tables of a record hold, in the form that the edition format gives to each kind of paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from anyascii import anyascii

from confapp.dates import Moment
from confapp.floor.models import PresenceStatus
from confapp.records.actors import Presence, Roll
from confapp.records.figures import announced_totals, figures
from confapp.records.matters import Candidate, Decision, Letter, PrintedRoll, Vote, VoteChange, VoteRow
from confapp.records.phrases import Phrases
from confapp.records.prose import Words
from confapp.records.scene import Scene
from confapp.voting.counting import Totals

LISTS: Mapping[PresenceStatus, str] = {
    PresenceStatus.PRESENT: "present",
    PresenceStatus.ABSENT: "absent",
    PresenceStatus.EXCUSED: "excused",
    PresenceStatus.UNLISTED: "not_listed",
    PresenceStatus.UNCLEAR: "unclear",
}
ALWAYS = ("yes", "no", "abstain")


def roll_data(roll: Roll, scene: Scene, phrases: Phrases, *, met: bool | None) -> dict[str, Any]:
    """The roll by delegations, guests at its end."""
    data: dict[str, Any] = {"present": [], "absent": []}
    for status, name in LISTS.items():
        rows = _roll_rows([one for one in roll.presences if one.status is status], scene, phrases)
        if rows or name in data:
            data[name] = rows
    if roll.needed:
        delegations = {one.delegation.key for one in roll.presences if one.delegation and _stood(one)}
        present = len(delegations) if roll.counted is None else roll.counted
        data["quorum"] = {"present": present, "needed": roll.needed, "met": bool(met)}
    return data


def _stood(presence: Presence) -> bool:
    return presence.status is PresenceStatus.PRESENT


def _roll_rows(presences: Iterable[Presence], scene: Scene, phrases: Phrases) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for one in presences:
        name = text(one.delegation.name, scene) if one.delegation else phrases.GUESTS
        row = rows.setdefault(one.delegation.key if one.delegation else "", {"delegation": name, "delegates": []})
        if one.person is not None:
            row["delegates"].append(text(one.person.name, scene))
        if one.printed_name:
            note = phrases.printed_as(one.printed_name)
            row["note"] = f"{row['note']}; {note}" if "note" in row else note
    return list(rows.values())


def vote_data(vote: Vote, scene: Scene, derivation: str) -> dict[str, Any]:
    """The table of a vote; members without content are left out."""
    counted = figures(vote)
    members: dict[str, Any] = {
        "question": text(vote.question, scene),
        "label": vote.label,
        "method": vote.method.value,
        "result": vote.result.value,
        "derivation": derivation,
        "totals": _candidates(vote.candidates) or (totals_data(counted.totals) if counted else {}),
        "rows": [_row(one, scene) for one in vote.rows],
        "changes": [change_data(one, scene) for one in vote.changes],
        "printed": [_printed(one, scene) for one in vote.printed],
    }
    return {name: value for name, value in members.items() if value}


def totals_data(totals: Totals) -> dict[str, int]:
    """Totals by choice: for, against and abstaining always, the rest where there is any."""
    values = {name: getattr(totals, name) for name in Totals.__slots__}
    return {name: number for name, number in values.items() if number or name in ALWAYS}


def _candidates(candidates: Iterable[Candidate]) -> dict[str, int]:
    return {candidate_name(one.name): one.votes for one in candidates if one.votes is not None}


def candidate_name(name: str) -> str:
    """A candidate's name as the name of a member, for which the format has printable ASCII only."""
    return name if name.isascii() and name.isprintable() else anyascii(name)


def _row(row: VoteRow, scene: Scene) -> dict[str, Any]:
    members: dict[str, Any] = {"delegation": text(row.delegation.name, scene), "choice": row.choice.value}
    if row.candidate:
        members["candidate"] = candidate_name(row.candidate)
    if row.weight != 1:
        members["weight"] = row.weight
    if row.person is not None:
        members["note"] = text(row.person.name, scene)
    if row.dissents:
        members["dissents"] = [
            {"delegate": text(one.person.name, scene), "choice": one.choice.value} for one in row.dissents
        ]
    return members


def change_data(change: VoteChange, scene: Scene) -> dict[str, Any]:
    """A vote changed or entered later."""
    members: dict[str, Any] = {
        "delegation": text(change.delegation.name, scene),
        "from": change.before.value if change.before else None,
        "to": change.after.value,
    }
    if change.on is not None:
        members["on"] = moment(change.on)
    if change.reason is not None:
        members["reason"] = text(change.reason, scene)
    return members


def _printed(roll: PrintedRoll, scene: Scene) -> dict[str, Any]:
    members: dict[str, Any] = {"source": text(roll.title, scene)}
    if roll.announced:
        announced = announced_totals(roll)
        stated = {choice.value for choice, _number in roll.announced}
        members["totals"] = {name: getattr(announced, name) for name in Totals.__slots__ if name in stated}
    if roll.rows:
        members["rows"] = [{"delegation": one.name, "choice": one.choice.value} for one in roll.rows]
    if roll.note is not None:
        members["note"] = text(roll.note, scene)
    return members


def letter_data(letter: Letter, scene: Scene) -> dict[str, Any]:
    """What a letter's head says."""
    members = {
        "from": text(letter.sender, scene) if letter.sender else "",
        "organization": text(letter.organization, scene) if letter.organization else "",
        "signatory": letter.signatory or "",
        "capacity": text(letter.capacity, scene) if letter.capacity else "",
        "dated": str(letter.written_on) if letter.written_on else "",
        "received": moment(letter.received) if letter.received else "",
        "number": str(letter.number),
        "form": letter.form.value,
    }
    return {name: value for name, value in members.items() if value or name == "from"}


def decision_data(decision: Decision, scene: Scene) -> dict[str, Any]:
    """What a decision is cited by."""
    members = {"label": decision.number or "", "title": text(decision.title, scene)}
    return {name: value for name, value in members.items() if value}


def moment(value: Moment) -> str:
    """A moment as data: without an offset, which the conference's zone gives."""
    return str(value.date) if value.time is None else f"{value.date}T{value.time:%H:%M}"


def text(words: Words, scene: Scene) -> str:
    """A text of the content as the reader gets it."""
    return words.within(scene.language)[0]
