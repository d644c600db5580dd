"""Ballots: one counted vote per delegation (or delegate), given as such or settled from what the sources print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import write
from confapp.participation.models import Delegate, Delegation
from confapp.voting.counting import settle
from confapp.voting.facts import BallotFacts, CandidateFacts, ChangeFacts, DissentFacts, PrintedRollFacts
from confapp.voting.models import Ballot, Candidate, Choice, Dissent, Vote, VoteMethod

Voter = tuple[int, int | None]
"""A delegation, and the delegate where delegates vote one by one."""

FIGURELESS = {VoteMethod.WITHOUT_DIVISION, VoteMethod.NO_OBJECTION, VoteMethod.CONSENSUS, VoteMethod.ACCLAMATION}
OPEN_TO_ALL = {Choice.ABSENT, Choice.NOT_VOTING}


def delegations_of(conference_id: int) -> dict[int, Delegation]:
    """The delegations of a conference by their keys in the database."""
    found = db.session.scalars(
        sa.select(Delegation).where(Delegation.conference_id == conference_id).order_by(Delegation.position)
    )
    return {delegation.id: delegation for delegation in found}


def voter_of(ballot: BallotFacts) -> Voter:
    """Whose vote it is."""
    delegate = ballot.get("delegate")
    if delegate is not None:
        return delegate.delegation_id, delegate.id
    if "delegation" not in ballot:
        raise RuleViolation(_("Say whose vote it is: name the delegation."), field="ballots")
    return ballot["delegation"].id, None


def refuse_ballots(
    ballots: Sequence[BallotFacts],
    delegations: Mapping[int, Delegation],
    method: VoteMethod,
    candidates: Sequence[CandidateFacts],
) -> None:
    """Refuse a delegation twice, one without a vote, and names where nobody can know them."""
    if method is VoteMethod.SECRET_BALLOT and any(ballot["choice"] not in OPEN_TO_ALL for ballot in ballots):
        raise RuleViolation(_("Nobody knows who voted how in a secret ballot. Give its totals only."), field="ballots")
    keys = {candidate.get("key") for candidate in candidates}
    for ballot in ballots:
        _refuse_ballot(ballot, delegations, keys)
    voters = [voter_of(ballot) for ballot in ballots]
    _refuse_repeats(voters, delegations)


def _refuse_ballot(ballot: BallotFacts, delegations: Mapping[int, Delegation], keys: set[str | None]) -> None:
    delegation = delegations.get(voter_of(ballot)[0])
    if delegation is None:
        raise RuleViolation(_("Only delegations to this conference vote in it."), field="ballots")
    if not delegation.is_voting:
        raise RuleViolation(_("“%(name)s” takes part without a vote.", name=delegation.name), field="ballots")
    refuse_choice(ballot["choice"], ballot.get("candidate"), keys)
    if ballot.get("weight", 1) < 0:
        raise RuleViolation(_("A vote weighs nothing at the least."), field="ballots")
    refuse_dissents(delegation.id, ballot.get("dissents", ()))


def refuse_choice(choice: Choice, candidate: str | None, keys: set[str | None]) -> None:
    """Refuse a candidate without an election, and the other way about."""
    if (choice is Choice.CANDIDATE) != (candidate is not None):
        raise RuleViolation(_("A vote for a candidate names the candidate, and no other vote does."), field="ballots")
    if candidate is not None and candidate not in keys:
        raise RuleViolation(_("“%(key)s” is not a candidate in this vote.", key=candidate), field="ballots")


def refuse_dissents(delegation_id: int, dissents: Sequence[DissentFacts]) -> None:
    """Refuse delegates of another delegation, and a delegate twice."""
    delegates = [dissent["delegate"] for dissent in dissents]
    if any(delegate.delegation_id != delegation_id for delegate in delegates):
        raise RuleViolation(_("The delegate who dissents belongs to another delegation."), field="dissents")
    if len({delegate.id for delegate in delegates}) < len(delegates):
        raise RuleViolation(_("A delegate dissents once from the vote of the delegation."), field="dissents")


def _refuse_repeats(voters: Sequence[Voter], delegations: Mapping[int, Delegation]) -> None:
    as_one = {delegation for delegation, delegate in voters if delegate is None}
    one_by_one = {delegation for delegation, delegate in voters if delegate is not None}
    repeated = [delegation for (delegation, _delegate), times in Counter(voters).items() if times > 1]
    for delegation in (*repeated, *(as_one & one_by_one)):
        raise RuleViolation(
            _(
                "“%(name)s” is counted twice. Keep one vote; what a source prints twice belongs into its printed roll.",
                name=delegations[delegation].name,
            ),
            field="ballots",
        )


def settled(rolls: Sequence[PrintedRollFacts], delegations: Mapping[int, Delegation]) -> list[BallotFacts]:
    """The counted votes that the printed rolls give together; names without a vote or of nobody count for nothing."""
    delegates: dict[int, Delegate] = {}
    pairs: list[list[tuple[Voter, Choice]]] = []
    for roll in rolls:
        pairs.append([])
        for row in roll.get("rows", ()):
            delegate, delegation = row.get("delegate"), row.get("delegation")
            place = delegate.delegation_id if delegate else delegation.id if delegation else None
            if delegate is not None:
                delegates[delegate.id] = delegate
            if place is not None and place in delegations and delegations[place].is_voting:
                pairs[-1].append(((place, delegate.id if delegate else None), row["choice"]))
    return [
        {"delegation": delegations[place], "delegate": delegates[one] if one is not None else None, "choice": choice}
        for (place, one), choice in settle(pairs).items()
    ]


def build(
    ballots: Sequence[BallotFacts], delegations: Mapping[int, Delegation], candidates: Sequence[Candidate]
) -> list[Ballot]:
    """The rows of the ballots, which were checked before."""
    by_key = {candidate.key: candidate for candidate in candidates}
    return [_ballot(ballot, delegations[voter_of(ballot)[0]], by_key) for ballot in ballots]


def _ballot(facts: BallotFacts, delegation: Delegation, candidates: Mapping[str, Candidate]) -> Ballot:
    candidate, delegate = facts.get("candidate"), facts.get("delegate")
    ballot = Ballot(
        delegation=delegation,
        delegate=delegate,
        choice=facts["choice"],
        candidate=candidates[candidate] if candidate is not None else None,
        weight=facts.get("weight", 1 if delegate is not None else delegation.votes),
        cast_by=facts.get("cast_by"),
        provenance=facts.get("provenance", {}),
    )
    ballot.dissents = [dissent_row(place, dissent) for place, dissent in enumerate(facts.get("dissents", ()), 1)]
    return ballot


def dissent_row(position: int, facts: Mapping[str, Any] | DissentFacts) -> Dissent:
    """The row of a dissent."""
    dissent = Dissent(position=position)
    write(dissent, facts)
    return dissent


def candidate_named(vote: Vote, choice: Choice, key: str | None) -> Candidate | None:
    """The candidate whom a changed or late ballot names."""
    candidates = db.session.scalars(sa.select(Candidate).where(Candidate.vote_id == vote.id)).all()
    refuse_choice(choice, key, {candidate.key for candidate in candidates})
    return next((candidate for candidate in candidates if candidate.key == key), None)


def refuse_late_voter(vote: Vote, delegation: Delegation | None, delegate: Delegate | None) -> Delegation:
    """Refuse who has no vote here, or has one already; the delegation whose vote it is comes back."""
    if delegate is not None:
        delegation = db.session.get_one(Delegation, delegate.delegation_id)
    if delegation is None:
        raise RuleViolation(_("Say whose vote it is: name the delegation."), field="delegation")
    if delegation.conference_id != vote.conference_id:
        raise RuleViolation(_("Only delegations to this conference vote in it."), field="delegation")
    if not delegation.is_voting:
        raise RuleViolation(_("“%(name)s” takes part without a vote.", name=delegation.name), field="delegation")
    known = sa.select(Ballot.delegate_id).where(Ballot.vote_id == vote.id, Ballot.delegation_id == delegation.id)
    voted = set(db.session.scalars(known))
    if voted if delegate is None else voted & {None, delegate.id}:
        raise RuleViolation(_("“%(name)s” has a vote here already. Change that one.", name=delegation.name))
    return delegation


def write_change(ballot: Ballot, choice: Choice, reason: str, candidate: Candidate | None, facts: ChangeFacts) -> None:
    """Write a changed or late ballot with its reason and leave."""
    told = {name: value for name, value in facts.items() if name != "candidate" and value is not None}
    write(ballot, {"choice": choice, "reason": reason, **told})
    ballot.candidate_id = candidate.id if candidate is not None else None
    with one_vote_each():
        db.session.add(ballot)


@contextmanager
def one_vote_each() -> Iterator[None]:
    """Write ballots; where somebody else was quicker, say so in a sentence and leave the transaction as it was."""
    try:
        with db.session.begin_nested():
            yield
    except IntegrityError as error:
        raise RuleViolation(
            _("Somebody else has entered a vote for this delegation just now. Look at it before you go on.")
        ) from error
