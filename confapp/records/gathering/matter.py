"""What a session dealt with, loaded once and kept by the entries that tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from confapp.programme.models import Session
from confapp.records.gathering.moved import mentions
from confapp.records.gathering.names import SessionNames
from confapp.records.gathering.voted import changes_of, vote
from confapp.records.matters import MotionMention, Vote, VoteChange
from confapp.voting import queries
from confapp.voting.models import Decision, Motion, Ruling
from confapp.voting.models import Vote as VoteRow


@dataclass(frozen=True, slots=True)
class Matter:
    """Motions, votes, changed votes, rulings and decisions of a session."""

    motions: Sequence[Motion]
    mentions: Mapping[int, list[MotionMention]]
    votes: Sequence[tuple[VoteRow, Vote]]
    changes: Sequence[tuple[int | None, VoteChange]]
    """Changed votes with the motion that asked for the change."""
    rulings: Sequence[Ruling]
    decisions: Sequence[Decision]


def gathered(session: Session, names: SessionNames) -> Matter:
    """Load everything that the session dealt with."""
    found = queries.motions_of(session)
    rulings = queries.rulings_of(session)
    reversed_by = {one.reversed_by_id: one for one in rulings if one.reversed_by_id is not None}
    return Matter(
        motions=found,
        mentions=mentions(found, names, session.id),
        votes=[(row, vote(row, names, reverses=reversed_by.get(row.id))) for row in queries.votes_of(session)],
        changes=[
            change for row in queries.changes_entered_in(session) for change in changes_of(row, names, session.id)
        ],
        rulings=rulings,
        decisions=queries.decisions_of(session),
    )
