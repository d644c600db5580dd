"""Elections: who is elected by the votes for each name, and who stands in the next ballot (R39)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.conferences.rules import Base, Majority, Share
from confapp.formatting import format_all
from confapp.voting.derivation import share_words
from confapp.voting.models import Ballot, Candidate, Vote
from confapp.voting.tallies import rules_of

Name = TypeVar("Name", bound=Hashable)

MORE_THAN_HALF = Majority(Share(Fraction(1, 2)), Base.PRESENT_AND_VOTING)
FINALISTS = 2


class NextStep(StrEnum):
    """What follows a ballot."""

    NOTHING = "nothing"
    RESTRICTED_BALLOT = "restricted_ballot"
    """Between the two with the most votes."""
    SPECIAL_BALLOT = "special_ballot"
    """Between those who tie for the last place."""
    LOT = "lot"
    """They have tied again."""


@dataclass(frozen=True, slots=True)
class Election(Generic[Name]):
    """The result of one ballot."""

    elected: tuple[Name, ...]
    valid: int
    majority: Majority
    needed: int | None
    """None where several seats are filled: who may write several names gives more votes than one."""
    step: NextStep = NextStep.NOTHING
    standing: tuple[Name, ...] = ()
    """Between whom the next step is."""


def elect(
    votes: Mapping[Name, int], *, seats: int = 1, majority: Majority = MORE_THAN_HALF, ballot: int = 1
) -> Election[Name]:
    """Fill one seat by a majority of the valid votes, several by the most votes; `ballot` counts the attempts."""
    valid = sum(votes.values())
    needed = majority.share.of(valid) if seats == 1 else None
    elected, tied = _first({name: count for name, count in votes.items() if count >= max(needed or 1, 1)}, seats)
    again = NextStep.SPECIAL_BALLOT if ballot == 1 else NextStep.LOT
    if tied:
        return Election(elected, valid, majority, needed, again, tied)
    if elected or not valid:
        return Election(elected, valid, majority, needed)
    finalists, tied = _first({name: count for name, count in votes.items() if count}, FINALISTS)
    if tied:
        return Election((), valid, majority, needed, again, tied)
    is_even = len({votes[name] for name in finalists}) == 1
    step = NextStep.LOT if is_even and ballot > 1 else NextStep.RESTRICTED_BALLOT
    return Election((), valid, majority, needed, step, finalists)


def _first(votes: Mapping[Name, int], places: int) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Who surely has one of the places by the most votes, and who ties for the last of them."""
    ranked = sorted(votes, key=lambda name: -votes[name])
    if len(ranked) <= places:
        return tuple(ranked), ()
    last = votes[ranked[places - 1]]
    if votes[ranked[places]] < last:
        return tuple(ranked[:places]), ()
    return (
        tuple(name for name in ranked if votes[name] > last),
        tuple(name for name in ranked if votes[name] == last),
    )


def votes_for(candidates: Iterable[Candidate], ballots: Iterable[Ballot]) -> dict[Candidate, int]:
    """The votes for each candidate: by the ballots where there are any for candidates, else as announced."""
    candidates = list(candidates)
    by_key = dict.fromkeys((candidate.id for candidate in candidates), 0)
    named = [ballot for ballot in ballots if ballot.candidate_id is not None]
    for ballot in named:
        by_key[ballot.candidate_id or 0] += ballot.weight
    return {one: by_key[one.id] if named else one.announced_votes or 0 for one in candidates}


def election(vote: Vote, ballots: Iterable[Ballot]) -> Election[Candidate]:
    """The result of an election that is loaded, by the vote's rulebook where it has one."""
    rules = rules_of(vote)
    return elect(
        votes_for(vote.candidates, ballots),
        seats=vote.seats or 1,
        majority=rules.majority(vote.majority) if rules is not None else MORE_THAN_HALF,
        ballot=vote.round or 1,
    )


def election_words(found: Election[Candidate]) -> str:
    """“90 valid votes; more than half (46) needed: nobody is elected; a ballot between A and B follows”."""
    if not found.valid:
        return ""
    parts = [ngettext("%(num)s valid vote", "%(num)s valid votes", found.valid)]
    if found.needed is not None:
        parts.append(_("%(share)s (%(needed)s) needed", share=share_words(found.majority.share), needed=found.needed))
    return _("%(figures)s: %(result)s", figures="; ".join(parts), result=_result_words(found))


def _result_words(found: Election[Candidate]) -> str:
    elected = format_all([one.name for one in found.elected])
    who = _("%(names)s elected", names=elected) if found.elected else _("nobody is elected")
    names = format_all([one.name for one in found.standing])
    follows = {
        NextStep.NOTHING: "",
        NextStep.RESTRICTED_BALLOT: _("a ballot between %(names)s follows", names=names),
        NextStep.SPECIAL_BALLOT: _("a special ballot between %(names)s follows", names=names),
        NextStep.LOT: _("the lot decides between %(names)s", names=names),
    }[found.step]
    return f"{who}; {follows}" if follows else who
