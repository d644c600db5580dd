"""All motions and votes of a conference by session, each in a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.programme.models import Session
from confapp.site import ballots, motions
from confapp.site.markup import named
from confapp.site.resolutions import Resolution
from confapp.site.texts import Said, said
from confapp.site.words import session_name
from confapp.voting.counting import Totals
from confapp.voting.models import Motion, Vote
from confapp.voting.words import RESULTS


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote in a line: how it was taken, what came of it, its figures."""

    label: Markup
    href: str
    question: Said
    manner: str | Markup
    result: str
    figures: str


@dataclass(slots=True)
class Sitting:
    """What a session dealt with."""

    anchor: str
    name: str
    href: str
    motions: list[tuple[motions.View, list[Ballot]]] = field(default_factory=list)
    votes: list[Ballot] = field(default_factory=list)


def parted(found: Iterable[Resolution]) -> tuple[list[Resolution], list[Resolution]]:
    """Adopted texts, and all other decisions."""
    everything = list(found)
    return [one for one in everything if one.is_resolution], [one for one in everything if not one.is_resolution]


def by_session(
    moved: Sequence[Motion], loose: Sequence[Vote], totals: Mapping[int, Totals], conference: Conference
) -> list[Sitting]:
    """Motions under the session where they were moved; votes on no motion where they were held."""
    sittings: dict[int, Sitting] = {}
    sessions = [*(motion.session for motion in moved), *(vote.session for vote in loose)]
    for session in sorted(dict.fromkeys(sessions), key=lambda one: one.position):
        sittings[session.id] = _sitting(session, conference)
    for motion in moved:
        votes = [_ballot(vote, totals, conference) for vote in motion.votes]
        sittings[motion.session_id].motions.append((motions.view(motion, conference), votes))
    for vote in loose:
        sittings[vote.session_id].votes.append(_ballot(vote, totals, conference))
    return list(sittings.values())


def _sitting(session: Session, conference: Conference) -> Sitting:
    href = addresses.session(conference.slug, session.label)
    return Sitting(anchor=f"session-{session.label}", name=session_name(session), href=href)


def _ballot(vote: Vote, totals: Mapping[int, Totals], conference: Conference) -> Ballot:
    counted = totals.get(vote.id)
    return Ballot(
        label=named(vote.label),
        href=ballots.vote_address(vote, conference),
        question=said(vote, "question", conference),
        manner=ballots.method(vote, conference),
        result=str(RESULTS[vote.result]),
        figures=ballots.figures(counted) if counted is not None else "",
    )
