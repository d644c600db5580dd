"""Who was present, counted from a roll: what a sentence says of it and what its table shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from confapp.floor.models import PresenceStatus
from confapp.records.actors import Delegation, Presence, Roll, Speaker
from confapp.records.prose import escaped
from confapp.records.scene import Scene

Name = Delegation | Speaker


@dataclass(frozen=True, slots=True)
class Attendance:
    """A roll by delegations. Of one that nobody stood for, the delegation is named and not each of its people."""

    represented: tuple[Delegation, ...]
    delegates: int
    absent_delegations: tuple[Delegation, ...]
    absent: tuple[Speaker, ...]
    excused: tuple[Name, ...]
    unlisted: tuple[Name, ...]
    unclear: tuple[Name, ...]
    guests: tuple[Speaker, ...]
    has_quorum: bool = True


def attendance(roll: Roll) -> Attendance:
    """Count a roll."""
    represented = _delegations(roll, PresenceStatus.PRESENT)
    standing = {one.key for one in represented}
    whole = _whole_delegations(roll, PresenceStatus.ABSENT, standing)
    gone = {one.key for one in whole}
    return Attendance(
        represented=represented,
        delegates=sum(1 for one in _of(roll, PresenceStatus.PRESENT) if one.delegation and one.person),
        absent_delegations=whole,
        absent=tuple(_speaker(one) for one in _of(roll, PresenceStatus.ABSENT) if one.person and not _is_of(one, gone)),
        excused=_names(roll, PresenceStatus.EXCUSED, standing),
        unlisted=_names(roll, PresenceStatus.UNLISTED, standing),
        unclear=_names(roll, PresenceStatus.UNCLEAR, standing),
        guests=tuple(_speaker(one) for one in _of(roll, PresenceStatus.PRESENT) if one.delegation is None),
        has_quorum=roll.needed is None or (len(represented) if roll.counted is None else roll.counted) >= roll.needed,
    )


def _names(roll: Roll, status: PresenceStatus, standing: set[str]) -> tuple[Name, ...]:
    whole = _whole_delegations(roll, status, standing)
    named = {one.key for one in whole}
    return (*whole, *(_speaker(one) for one in _of(roll, status) if not _is_of(one, named)))


def _of(roll: Roll, status: PresenceStatus) -> Iterable[Presence]:
    return (one for one in roll.presences if one.status is status)


def _delegations(roll: Roll, status: PresenceStatus) -> tuple[Delegation, ...]:
    found = {one.delegation.key: one.delegation for one in _of(roll, status) if one.delegation}
    return tuple(found.values())


def _whole_delegations(roll: Roll, status: PresenceStatus, standing: set[str]) -> tuple[Delegation, ...]:
    """Delegations of which the roll says the same of everybody, and that nobody stood for."""
    others = {one.delegation.key for one in roll.presences if one.delegation and one.status is not status}
    return tuple(one for one in _delegations(roll, status) if one.key not in standing | others)


def _is_of(presence: Presence, keys: set[str]) -> bool:
    return presence.delegation is not None and presence.delegation.key in keys


def _speaker(presence: Presence) -> Speaker:
    return Speaker(presence.person, presence.delegation, presence.capacity if presence.delegation is None else None)


def by_status(roll: Roll, scene: Scene) -> list[tuple[PresenceStatus, list[str]]]:
    """The names on a roll by what it says of them: “Brazil (Dr. Luiz Cruls)”."""
    return [(status, _rows(_of(roll, status), scene)) for status in PresenceStatus]


def _rows(presences: Iterable[Presence], scene: Scene) -> list[str]:
    people: dict[str, list[str]] = {}
    for one in presences:
        name = scene.delegation(one.delegation) if one.delegation else ""
        people.setdefault(name, []).extend([escaped(one.person.name.within(scene.language)[0])] if one.person else [])
    return [_row(name, ", ".join(names)) for name, names in people.items()]


def _row(delegation: str, people: str) -> str:
    return f"{delegation} ({people})" if delegation and people else delegation or people
