"""Votes as the macro `vote.vote` shows them: the question, what came of it, totals, who voted how, what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from flask_babel import gettext as _
from markupsafe import Markup, escape

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.participation.models import Delegation
from confapp.site.markup import day, delegation_address, filled, joined, named
from confapp.site.texts import Said, own, said
from confapp.voting.counting import Totals
from confapp.voting.models import Ballot, Vote
from confapp.voting.queries import count_of
from confapp.voting.tallies import Change, Count, announced_of
from confapp.voting.words import CHOICES, METHODS, RESULTS

# What a total always shows, and what it shows where there is any.
ALWAYS, WHERE_ANY = ("yes", "no"), ("abstain", "absent", "not_voting", "divided", "unclear")
Fact = str | Markup


@dataclass(frozen=True, slots=True)
class Face:
    """A vote as the macro wants it."""

    id: str
    label: Markup
    question: Said
    language: str
    question_href: str
    method: Fact
    result: Fact
    totals: dict[str, int]
    rows: dict[str, list[tuple[Said, str, Fact]]]
    announced: dict[str, int] = field(default_factory=dict)
    changes: list[Fact] = field(default_factory=list)
    notes: list[Fact] = field(default_factory=list)


def face(vote: Vote, conference: Conference, *, href: str = "") -> Face:
    """A loaded vote as it counts now, with what changed since it was declared."""
    count = count_of(vote)
    question, note = said(vote, "question", conference), said(vote, "note", conference)
    announced = announced_of(vote.printed_rolls)
    totals = count.now if count.ballots else announced
    differ = announced is not None and count.ballots and announced not in _readings(count, announced)
    return Face(
        id=f"vote-{vote.label}",
        label=filled(_("Vote %(label)s"), label=named(vote.label)),
        question=question,
        language="",
        question_href=href,
        method=method(vote, conference),
        result=result(vote, conference),
        totals=tally_of(totals),
        rows=rows(count.ballots, conference),
        announced=tally_of(announced) if differ else {},
        changes=[change(one, conference) for one in count.changes],
        notes=[note.line] if note else [],
    )


def tally_of(totals: Totals | None) -> dict[str, int]:
    """Totals by choice as the macros want them; nothing where there are no figures."""
    if totals is None:
        return {}
    shown = {key: getattr(totals, key) for key in (*ALWAYS, *WHERE_ANY)}
    return {key: number for key, number in shown.items() if number or key in ALWAYS}


def method(vote: Vote, conference: Conference) -> Fact:
    """How it was taken: as its source says, else in our words."""
    return said(vote, "method_text", conference).__html__() or str(METHODS[vote.method])


def result(vote: Vote, conference: Conference) -> Fact:
    """What was declared, with its source's own words."""
    if told := said(vote, "result_text", conference):
        return filled(_("%(result)s: %(words)s"), result=RESULTS[vote.result], words=told)
    return str(RESULTS[vote.result])


def rows(ballots: Iterable[Ballot], conference: Conference) -> dict[str, list[tuple[Said, str, Fact]]]:
    """Who chose what, in the order of the delegations; elections have rows of their own."""
    found: dict[str, list[tuple[Said, str, Fact]]] = {}
    for ballot in sorted(ballots, key=lambda one: (one.delegation.position, one.id)):
        name = said(ballot.delegation, "name", conference)
        href = delegation_address(ballot.delegation, conference)
        found.setdefault(ballot.choice.value, []).append((name, href, _remark(ballot)))
    return found


def change(one: Change, conference: Conference) -> Markup:
    """A changed or late ballot as a dated sentence with the totals that it gave."""
    after = one.after
    facts = {
        "delegation": said(after.delegation, "name", conference),
        "choice": CHOICES[after.choice],
        "before": CHOICES[one.before.choice] if one.before else "",
        "reason": own(after.reason, conference),
        "totals": figures(one.totals),
    }
    if one.before is None:
        sentence = filled(_("%(delegation)s was entered as “%(choice)s”: %(reason)s (%(totals)s)"), **facts)
    else:
        sentence = filled(
            _("%(delegation)s changed from “%(before)s” to “%(choice)s”: %(reason)s (%(totals)s)"), **facts
        )
    when = day(after.entered or (after.session.held_on if after.session else None))
    return Markup("{}: {}").format(when, sentence) if when else sentence


def figures(totals: Totals) -> str:
    """Yes, no and abstentions as records write them: "21–1–2"."""
    return f"{totals.yes}–{totals.no}–{totals.abstain}"


def vote_address(vote: Vote, conference: Conference) -> str:
    """Where a vote is told of in full."""
    return addresses.vote(conference.slug, vote.label)


def voted(one: Delegation, vote: Vote) -> Ballot | None:
    """The counted ballot of a delegation in a loaded vote."""
    return next((ballot for ballot in count_of(vote).ballots if ballot.delegation_id == one.id), None)


def _remark(ballot: Ballot) -> Markup:
    """What stands beside a name: the delegate, where delegates vote one by one; a weight; dissents."""
    parts = [named(ballot.delegate.official.name)] if ballot.delegate is not None else []
    if ballot.weight != 1:
        parts.append(escape(_("%(votes)s votes", votes=ballot.weight)))
    parts += [
        Markup("<bdi>{}</bdi>: {}").format(one.delegate.official.name, CHOICES[one.choice]) for one in ballot.dissents
    ]
    return joined(parts, "; ")


def _readings(count: Count, announced: Totals) -> set[Totals]:
    """The totals that an announcement agrees with: as declared or as now, in what it announces."""
    told = (announced.yes, announced.no, announced.abstain)
    return {announced} if told in {(one.yes, one.no, one.abstain) for one in (count.declared, count.now)} else set()
