"""Collections that are in memory from before something was added to them by its key: read anew for a record.

Operations add a ballot to a vote or a note to a motion by the key of the other, so a collection that was loaded earlier
in the same transaction does not know of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from confapp.db import db
from confapp.floor.models import LogEntry, Roll
from confapp.programme.models import Session
from confapp.voting.models import Ballot, Motion, MotionEvent, Vote

COLLECTIONS: Mapping[type, tuple[str, ...]] = {
    LogEntry: ("struck_by", "speakers"),
    Roll: ("presences",),
    Motion: ("people", "links", "changes", "events", "votes"),
    Vote: ("ballots", "printed_rolls", "candidates"),
    Ballot: ("dissents",),
}


def forget_collections(session: Session) -> None:
    """Let what the record of a session reads be read anew; whoever gathers its material loads all of it again."""
    db.session.flush()
    votes = _ids(sa.select(Vote.id).where(Vote.session_id == session.id))
    votes |= _ids(sa.select(Ballot.vote_id).where(Ballot.session_id == session.id))
    motions = _ids(sa.select(Motion.id).where(Motion.session_id == session.id))
    of_log = sa.select(MotionEvent.motion_id).join(MotionEvent.entry).where(LogEntry.session_id == session.id)
    motions |= _ids(of_log)
    for thing in list(db.session.identity_map.values()):
        names = COLLECTIONS.get(type(thing), ())
        if names and _is_read(thing, session.id, votes, motions):
            db.session.expire(thing, names)


def _ids(query: sa.Select[int]) -> set[int]:
    return set(db.session.scalars(query))


def _is_read(thing: Any, session_id: int, votes: set[int], motions: set[int]) -> bool:
    """Whether gathering loads it; what is expired as a whole (and so not in its dict) needs nothing."""
    known = sa.inspect(thing).dict
    if isinstance(thing, Vote):
        return known.get("id") in votes
    if isinstance(thing, Ballot):
        return known.get("vote_id") in votes
    if isinstance(thing, Motion):
        return known.get("id") in motions
    return bool(known.get("session_id") == session_id)
