"""Where in the log a vote, a ruling, a decision or a changed vote is told of, also where no entry points to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from confapp.floor.models import EntryKind
from confapp.records.gathering.matter import Matter
from confapp.records.gathering.moved import decision, ruling, unmentioned
from confapp.records.gathering.names import SessionNames
from confapp.records.material import Entry

ENDS = frozenset({EntryKind.ADJOURNED})


@dataclass
class _Told:
    """The entries so far, by uid, with those that had to be made."""

    entries: dict[str, Entry]
    made: dict[str, Entry] = field(default_factory=dict)

    def add(self, uid: str | None, made: Entry, **parts: Any) -> str:
        """Put parts at an entry; where there is none, at the one made for them."""
        where = self.entries if uid in self.entries else self.made
        if uid is None or (uid not in self.entries and uid not in self.made):
            uid = made.uid
        entry = where.get(uid, made)
        more: dict[str, Any] = {name: (*getattr(entry, name), part) for name, part in parts.items()}
        where[uid] = replace(entry, **more)
        return uid

    def in_order(self) -> list[Entry]:
        """All entries; those that were made stand before the end of the session."""
        kept = list(self.entries.values())
        at = next((at for at, one in enumerate(kept) if one.kind in ENDS), len(kept))
        return [*kept[:at], *self.made.values(), *kept[at:]]


def with_loose(entries: Sequence[Entry], matter: Matter, uids: Mapping[int, str], names: SessionNames) -> list[Entry]:
    """The entries with everything that was done at them."""
    told = _Told({one.uid: one for one in entries})
    of_motion = _last_mentions(entries)
    for row in matter.motions:
        if row.session_id == names.session.id and row.label not in of_motion:
            made = _made(EntryKind.MOTION, "m", row.label)
            of_motion[row.label] = told.add(None, made, motions=unmentioned(row, names))
    for ruled in matter.rulings:
        uid = uids.get(ruled.entry_id or 0) or of_motion.get(ruled.motion.label if ruled.motion else "")
        told.add(uid, _made(EntryKind.RULING, "r", ruled.label), rulings=ruling(ruled, names))
    of_vote: dict[int, str] = {}
    for held, vote in matter.votes:
        uid = uids.get(held.entry_id or 0) or of_motion.get(held.motion.label if held.motion else "")
        of_vote[held.id] = told.add(uid, _made(EntryKind.VOTE, "v", held.label), votes=vote)
    _add_decisions(told, matter, uids, of_motion, of_vote, names)
    _add_changes(told, matter, of_motion)
    return told.in_order()


def _add_decisions(
    told: _Told,
    matter: Matter,
    uids: Mapping[int, str],
    of_motion: Mapping[str, str],
    of_vote: Mapping[int, str],
    names: SessionNames,
) -> None:
    for taken in matter.decisions:
        uid = (
            uids.get(taken.entry_id or 0)
            or of_vote.get(taken.vote_id or 0)
            or of_motion.get(taken.motion.label if taken.motion else "")
        )
        told.add(uid, _made(EntryKind.DECISION, "d", taken.label), decisions=decision(taken, names))


def _add_changes(told: _Told, matter: Matter, of_motion: Mapping[str, str]) -> None:
    labels = {row.id: row.label for row in matter.motions}
    noted = [one.uid for one in told.entries.values() if one.kind is EntryKind.VOTE_CHANGED]
    for motion_id, change in matter.changes:
        uid = of_motion.get(labels.get(motion_id or 0, "")) or (noted[0] if noted else None)
        told.add(uid, _made(EntryKind.VOTE_CHANGED, "c", change.vote_label), changes=change)


def _made(kind: EntryKind, letter: str, label: str) -> Entry:
    return Entry(uid=f"{letter}:{label}", key=f"{letter}.{label}", kind=kind)


def _last_mentions(entries: Sequence[Entry]) -> dict[str, str]:
    return {mention.motion.name.label: one.uid for one in entries for mention in one.motions}
