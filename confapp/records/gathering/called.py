"""Rolls as a record's material has them."""

from __future__ import annotations

from collections.abc import Callable

from confapp.floor import models as rows
from confapp.floor.presence import QuorumFound
from confapp.records.actors import Presence, Roll
from confapp.records.gathering.names import Names

FindQuorum = Callable[[rows.Roll], QuorumFound | None]


def roll(row: rows.Roll, names: Names, find: FindQuorum) -> Roll:
    """A roll with its delegations in the order of the conference, guests at the end."""
    quorum = find(row) if row.state is rows.RollState.TAKEN else None
    has_rule = quorum is not None and quorum.needed > 0
    return Roll(
        number=row.position,
        state=row.state,
        presences=tuple(_presence(one, names) for one in sorted(row.presences, key=_order)),
        taken=row.taken,
        note=names.words(row, "note"),
        needed=quorum.needed if quorum and has_rule else None,
        counted=quorum.present if quorum and has_rule else None,
    )


def _order(presence: rows.Presence) -> tuple[int, int]:
    place = presence.delegation.position if presence.delegation else 1_000_000
    return place, presence.position


def _presence(row: rows.Presence, names: Names) -> Presence:
    official = row.delegate.official if row.delegate else row.guest.official if row.guest else None
    return Presence(
        status=row.status,
        delegation=names.delegation(row.delegation) if row.delegation else None,
        person=names.person(official) if official else None,
        capacity=names.words(row.guest, "capacity") if row.guest else None,
        printed_name=row.printed_name,
    )
