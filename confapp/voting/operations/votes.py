"""Hold votes; change ballots and enter late ones; note dissents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import next_number, write
from confapp.floor.models import LogEntry
from confapp.floor.moments import lock_conference
from confapp.participation.models import Delegate, Delegation
from confapp.programme.models import Session
from confapp.voting import ballots as counted
from confapp.voting import labels, motions, procedure
from confapp.voting.facts import BallotFacts, CandidateFacts, ChangeFacts, PrintedRollFacts, VoteFacts
from confapp.voting.models import Ballot, Choice, Dissent, Motion, Vote, VoteMethod, VoteResult
from confapp.voting.sheets import Sheet


def hold_vote(  # noqa: PLR0913  a vote has as many sides
    session: Session,
    *,
    question: str,
    method: VoteMethod,
    result: VoteResult,
    label: str | None = None,
    motion: Motion | None = None,
    entry: LogEntry | None = None,
    ballots: Sequence[BallotFacts] = (),
    printed_rolls: Sequence[PrintedRollFacts] = (),
    candidates: Sequence[CandidateFacts] = (),
    by: User | None = None,
    **facts: Unpack[VoteFacts],
) -> Vote:
    """Keep a vote with its declared result.

    The ballots are complete as they are given, as they stood when the result was declared (what changed later is
    `supersede_ballot`'s). Without any they are settled from the printed rolls: a place that these contradict is
    counted as unclear.
    """
    db.session.flush()
    lock_conference(session.conference_id)
    sheet = Sheet.of(session, ballots, printed_rolls, candidates)
    procedure.refuse_vote(session, {"motion": motion, "result": result, **facts}, sheet.totals())
    motions.refuse_foreign_entry(session, entry)
    labels.refuse_label(Vote, session.conference_id, label)
    sheet.refuse(method)
    facts.setdefault("rulebook", procedure.rulebook_of_vote(session, facts.get("declared")))
    facts.setdefault("kind", sheet.kind)
    vote = Vote(session_id=session.id, **labels.place(Vote, session.conference_id, session, label))
    write(vote, {"question": question, "method": method, "result": result, **facts})
    vote.motion, vote.entry = motion, entry
    sheet.fill(vote)
    procedure.use(vote.rulebook)
    db.session.add(vote)
    audit.record(Action.VOTE_CLOSED, vote, by=by, detail={"result": result.value})
    db.session.flush()
    return vote


def supersede_ballot(
    ballot: Ballot,
    *,
    choice: Choice,
    reason: str,
    by: User | None = None,
    **facts: Unpack[ChangeFacts],
) -> Ballot:
    """Change a counted vote: the new ballot stands for it and says why, the old one is kept (R19)."""
    db.session.flush()
    vote = db.session.get_one(Vote, ballot.vote_id)
    if db.session.scalar(sa.select(Ballot.id).where(Ballot.supersedes_id == ballot.id)):
        raise RuleViolation(_("This vote has been changed already. Change the one that stands for it."))
    candidate = counted.candidate_named(vote, choice, facts.get("candidate"))
    if ballot.choice is choice and ballot.candidate_id == (candidate.id if candidate else None):
        raise RuleViolation(_("The vote is counted like that already."), field="choice")
    procedure.refuse_change(vote, reason, facts)
    later = Ballot(
        vote_id=vote.id,
        delegation_id=ballot.delegation_id,
        delegate_id=ballot.delegate_id,
        supersedes_id=ballot.id,
        weight=ballot.weight,
    )
    counted.write_change(later, choice, reason, candidate, facts)
    audit.record(Action.BALLOT_SUPERSEDED, later, by=by, detail={"from": ballot.choice.value, "to": choice.value})
    db.session.flush()
    return later


def enter_ballot(
    vote: Vote,
    *,
    choice: Choice,
    reason: str,
    delegation: Delegation | None = None,
    delegate: Delegate | None = None,
    by: User | None = None,
    **facts: Unpack[ChangeFacts],
) -> Ballot:
    """Enter a vote that was not counted at all when the result was declared (R19).

    It is that of a delegation, or of a delegate where delegates vote one by one.
    """
    db.session.flush()
    voter = counted.refuse_late_voter(vote, delegation, delegate)
    candidate = counted.candidate_named(vote, choice, facts.get("candidate"))
    procedure.refuse_change(vote, reason, facts)
    late = Ballot(vote_id=vote.id, delegation_id=voter.id, weight=voter.votes if delegate is None else 1)
    late.delegate_id = delegate.id if delegate is not None else None
    counted.write_change(late, choice, reason, candidate, facts)
    audit.record(Action.BALLOT_CAST, late, by=by, detail={"to": choice.value})
    db.session.flush()
    return late


def note_dissent(
    ballot: Ballot,
    delegate: Delegate,
    choice: Choice,
    *,
    note: str | None = None,
    provenance: dict[str, Any] | None = None,
    by: User | None = None,
) -> Dissent:
    """Note how one delegate voted inside a delegation whose vote was divided or went the other way."""
    db.session.flush()
    counted.refuse_dissents(ballot.delegation_id, [{"delegate": delegate, "choice": choice}])
    if db.session.scalar(sa.select(Dissent.id).filter_by(ballot_id=ballot.id, delegate_id=delegate.id)):
        raise RuleViolation(_("This delegate’s dissent is noted already."), field="delegate")
    place = next_number(Dissent.position, Dissent.ballot_id == ballot.id)
    facts = {"delegate": delegate, "choice": choice, "note": note, "provenance": provenance or {}}
    dissent = counted.dissent_row(place, facts)
    dissent.ballot_id = ballot.id
    db.session.add(dissent)
    audit.record(Action.BALLOT_CAST, ballot, by=by, detail={"dissent": choice.value})
    db.session.flush()
    return dissent
