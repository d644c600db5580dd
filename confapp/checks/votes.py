"""Counted ballots, and what was declared (R18, R19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from confapp.checks.choices import CHOICES
from confapp.checks.excerpts import listed
from confapp.checks.findings import Finding, Severity, fault
from confapp.checks.material import Material
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.conferences.rules import Unit
from confapp.floor.presence import delegations_present, is_entitled, roll_at
from confapp.formatting import format_date
from confapp.participation.models import Delegation
from confapp.voting.comparisons import uncounted
from confapp.voting.models import Ballot, Choice, Vote, VoteKind, VoteMethod
from confapp.voting.printed import announced
from confapp.voting.tallies import Change, counted, outcome, rules_of

THERE = frozenset({Choice.YES, Choice.NO, Choice.ABSTAIN})


def counted_ballots(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Who has a vote and is not counted in a roll call, and who is counted and could not vote."""
    for vote in material.votes:
        count = counted(vote, zone=material.zone)
        entitled = _entitled(material, vote)
        rules = rules_of(vote)
        by_persons = rules is not None and rules.unit is Unit.INDIVIDUAL
        if vote.method is VoteMethod.ROLL_CALL and count.ballots and not by_persons:
            missing = [one.name for one in uncounted(count, entitled)]
            if missing:
                message = _(
                    "Not counted, not even as absent: %(names)s. “%(vote)s”.",
                    names=listed(missing),
                    vote=vote.question,
                )
                suggestion = _("Enter each name once: yes, no, abstaining, absent or not voting.")
                where = place(material, vote, "ballots")
                yield Finding("ballot-missing", Severity.ERROR, where, message, suggestion, tuple(missing))
        yield from _unentitled(material, vote, count.ballots, entitled)
        yield from _absent(material, vote, count.declared_ballots)


def _entitled(material: Material, vote: Vote) -> list[Delegation]:
    at = vote.declared or material.moment_of(vote.session)
    return [one for one in material.delegations if is_entitled(one, at, material.zone)]


def _unentitled(
    material: Material, vote: Vote, ballots: Iterable[Ballot], entitled: list[Delegation]
) -> Iterator[Finding]:
    known = {one.id for one in entitled}
    names = sorted({one.delegation.name for one in ballots if one.delegation_id not in known and one.choice in THERE})
    if names:
        message = _("%(names)s voted without the right to: “%(vote)s”.", names=listed(names), vote=vote.question)
        suggestion = _("Look at the credentials, or at the right to vote.")
        where = place(material, vote, "ballots")
        yield Finding("voter-not-entitled", fault(vote), where, message, suggestion, tuple(names))


def _absent(material: Material, vote: Vote, ballots: Iterable[Ballot]) -> Iterator[Finding]:
    """Who voted and is absent on the roll of the same session."""
    roll = roll_at(material.rolls_of.get(vote.session_id, ()), vote.declared, material.zone)
    if roll is None:
        return
    named = {one.delegation_id for one in roll.presences if one.delegation_id is not None}
    absent = {one.delegation_id for one in roll.presences if one.status.value in {"absent", "excused"}}
    away = (named & absent) - delegations_present(roll.presences)
    names = sorted(
        {one.delegation.name for one in ballots if one.delegation_id in away and one.choice in THERE and not one.reason}
    )
    if names:
        message = _(
            "Absent on the roll of the session, and counted: %(names)s. “%(vote)s”.",
            names=listed(names),
            vote=vote.question,
        )
        where = place(material, vote, "ballots")
        yield Finding("absent-voted", Severity.WARNING, where, message, evidence=tuple(names))


def changed_votes(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Votes changed or entered late: accepted with their reason; without new totals announced, a warning."""
    for vote in material.votes:
        for turn, change in enumerate(counted(vote, zone=material.zone).changes, 1):
            yield _changed(material, vote, change, turn)


def _changed(material: Material, vote: Vote, change: Change, turn: int) -> Finding:
    after, before = change.after, change.before
    told = {
        "name": after.delegation.name,
        "before": CHOICES[before.choice] if before else _("no vote"),
        "after": CHOICES[after.choice],
        "on": f" ({format_date(after.entered)})" if after.entered else "",
        "why": ". ".join(text.rstrip(".") for text in (after.reason, after.authorized) if text),
        "vote": vote.question,
    }
    where = place(material, vote, f"changes.{turn}")
    evidence = (after.choice.value, after.reason or "", str(after.entered or ""))
    totals = change.totals
    figures = f"{totals.yes}–{totals.no}–{totals.abstain}"
    if _is_announced(vote, change):
        message = _("%(name)s: from %(before)s to %(after)s%(on)s. %(why)s. “%(vote)s”.", **told)
        return Finding("vote-changed", Severity.INFO, where, message, evidence=evidence)
    message = _(
        "%(name)s: from %(before)s to %(after)s%(on)s. %(why)s. The totals are %(figures)s since, and nobody announced"
        " them: “%(vote)s”.",
        **told,
        figures=figures,
    )
    suggestion = _("Announce the new totals beside the old ones.")
    return Finding("vote-changed-unannounced", Severity.WARNING, where, message, suggestion, (*evidence, figures))


def _is_announced(vote: Vote, change: Change) -> bool:
    """Whether a source gives the totals as they are since; where nothing was announced at all, nothing is missing."""
    told = [announced(roll) for roll in vote.printed_rolls]
    told = [one for one in told if any(number is not None for number in one.values())]
    now = change.totals
    wanted = {Choice.YES: now.yes, Choice.NO: now.no, Choice.ABSTAIN: now.abstain}
    fits = (all((one[choice] or 0) == number for choice, number in wanted.items()) for one in told)
    return not told or any(fits)


def declared_results(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A result that the figures do not give by the rules of the vote."""
    for vote in material.votes:
        count = counted(vote, zone=material.zone)
        if vote.kind is VoteKind.ELECTION or not (count.declared_ballots or vote.printed_rolls):
            continue
        found = outcome(vote, count.declared_ballots, entitled=len(_entitled(material, vote)), present=None)
        if found.differs:
            message = _(
                "Something else was declared than the figures give: “%(vote)s”. %(why)s",
                vote=vote.question,
                why=found.text,
            )
            evidence = (vote.result.value, found.result.value if found.result else "")
            yield Finding("result-differs", fault(vote), place(material, vote, "result"), message, evidence=evidence)


def quorum_evidence(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Sessions that voted and have no roll that shows a quorum."""
    for session in material.sessions:
        votes = [one for one in material.votes if one.session_id == session.id and rules_of(one) is not None]
        needing = [one for one in votes if (rules := rules_of(one)) is not None and rules.quorum_to_decide is not None]
        if needing and not material.rolls_of.get(session.id):
            message = ngettext(
                "Session %(label)s took a vote, and no roll shows that there was a quorum.",
                "Session %(label)s took %(num)s votes, and no roll shows that there was a quorum.",
                len(needing),
                label=session.label,
            )
            where = place(material, session, "rolls")
            yield Finding(
                "quorum-unproved", Severity.INFO, where, message, evidence=tuple(one.label for one in needing)
            )
