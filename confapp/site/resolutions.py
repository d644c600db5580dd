"""Decisions as entries of a list: what was decided, when and how, with the figures where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.site.ballots import tally_of
from confapp.site.markup import day
from confapp.site.texts import Said, said
from confapp.site.words import session_name
from confapp.voting.counting import Totals
from confapp.voting.models import Decision, DecisionKind

NUMBERED = (DecisionKind.RESOLUTION, DecisionKind.ADOPTION)


class Resolution(NamedTuple):
    """A decision as a page shows it; `href` leads to its vote, or to itself in the list."""

    label: str
    number: str
    title: Said
    text: Said
    manner: Said
    meta: list[Markup]
    href: str
    totals: dict[str, int]
    is_resolution: bool


def resolutions(
    decisions: Iterable[Decision], totals: Mapping[int, Totals], conference: Conference
) -> list[Resolution]:
    """What was decided, in its order; `totals` are those of the votes as they count now."""
    return [_resolution(decision, totals, conference) for decision in decisions]


def _resolution(decision: Decision, totals: Mapping[int, Totals], conference: Conference) -> Resolution:
    slug, vote = conference.slug, decision.vote
    decided = decision.decided or (decision.session.held_on if decision.session else None)
    session = decision.session
    where = (
        Markup('<a href="{}">{}</a>').format(addresses.session(slug, session.label), session_name(session))
        if session is not None
        else Markup()
    )
    return Resolution(
        label=decision.label,
        number=decision.number or "",
        title=said(decision, "title", conference),
        text=said(decision, "text", conference),
        manner=said(decision, "manner", conference),
        meta=[day(decided, conference), where],
        href=addresses.vote(slug, vote.label) if vote is not None else addresses.decision(slug, decision.label),
        totals=tally_of(totals.get(vote.id)) if vote is not None else {},
        is_resolution=decision.kind in NUMBERED,
    )
