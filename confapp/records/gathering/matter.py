"""What a session dealt with, loaded once and kept by the entries that tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from confapp.conferences.models import Conference
from confapp.floor import queries as floor
from confapp.programme.models import Session
from confapp.records.gathering import rows
from confapp.records.gathering.moved import mentions
from confapp.records.gathering.names import Names
from confapp.records.gathering.voted import changes, vote
from confapp.records.matters import MotionMention, Vote, VoteChange
from confapp.voting.models import Ballot, Decision, Motion, Ruling
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


def gathered(session: Session, conference: Conference, names: Names) -> Matter:
    """Load everything that the session dealt with."""
    found = rows.motions(session)
    rulings = rows.rulings(session)
    entitled = sum(one.votes for one in floor.entitled_delegations(conference, at=names.moment))
    reversed_by = {one.reversed_by_id: one for one in rulings if one.reversed_by_id is not None}
    held = [
        (row, vote(row, names, entitled=entitled, reverses=reversed_by.get(row.id)))
        for row in rows.votes(VoteRow.session_id == session.id)
    ]
    return Matter(
        motions=found,
        mentions=mentions(found, names, session.id),
        votes=held,
        changes=_changes(session, names),
        rulings=rulings,
        decisions=rows.decisions(session),
    )


def _changes(session: Session, names: Names) -> list[tuple[int | None, VoteChange]]:
    found = []
    for row in rows.changed_votes(session):
        asked = [one.motion_id for one in sorted(row.ballots, key=lambda one: one.id) if _is_of(one, session)]
        found += list(zip(asked, changes(row, names, at=session.id), strict=True))
    return found


def _is_of(ballot: Ballot, session: Session) -> bool:
    return ballot.reason is not None and ballot.session_id == session.id
