"""A vote in full: what each source prints of it beside what is counted, and how the result follows by the rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from markupsafe import Markup, escape

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.conferences.rules import Base, Majority
from confapp.formatting import format_all
from confapp.participation.models import Delegation
from confapp.site import motions
from confapp.site.ballots import figures
from confapp.site.course import is_free
from confapp.site.markup import day, filled, linked, listed, named, person
from confapp.site.provenance import remarks, source_places
from confapp.site.texts import Said, own, said
from confapp.site.words import session_name
from confapp.voting.comparisons import Comparison
from confapp.voting.counting import effects
from confapp.voting.derivation import base_words, majority_words
from confapp.voting.elections import election, election_words, votes_for
from confapp.voting.models import Candidate, Choice, PrintedRoll, PrintedRow, Vote, VoteKind
from confapp.voting.queries import comparisons_of, count_of, outcome_of
from confapp.voting.tallies import Outcome, rules_of
from confapp.voting.words import CHOICES

Fact = str | Markup

ANNOUNCED: dict[str, LazyString] = {
    "announced_yes": _l("ayes"),
    "announced_no": _l("noes"),
    "announced_abstain": _l("abstaining"),
    "announced_absent": _l("absent"),
    "announced_not_voting": _l("not voting"),
}


class Head(NamedTuple):
    """What stands above the page of a vote."""

    question: Said
    label: Markup
    facts: list[tuple[str, Fact]]
    derivation: list[str]
    differs: bool


class Roll(NamedTuple):
    """What one source prints of a vote."""

    title: Fact
    announced: str
    rows: list[tuple[str, int, list[Fact]]]
    findings: list[Markup]
    note: Said


class Effect(NamedTuple):
    """What the same votes would give on another base."""

    base: str
    figure: int
    needed: int
    is_reached: bool
    is_rule: bool


class CandidateLine(NamedTuple):
    """A name put to an election."""

    name: Fact
    votes: int
    is_elected: bool


def head(vote: Vote, conference: Conference) -> Head:
    """The question with when, how and by what rule it was decided."""
    session, motion, outcome = vote.session, vote.motion, outcome_of(vote)
    rules = rules_of(vote)
    where = Markup('<a class="ref" href="{}">{}</a>').format(
        addresses.session(conference.slug, session.label), session_name(session)
    )
    reconsidered = vote.reconsiders
    return Head(
        question=said(vote, "question", conference),
        label=filled(_("Vote %(label)s"), label=named(vote.label)),
        facts=[
            (_("Session"), where),
            (_("Date"), day(vote.declared or session.held_on, conference)),
            (_("On the motion"), _motion(vote, conference) if motion is not None else ""),
            (_("Reconsiders"), _vote(reconsidered, conference) if reconsidered is not None else ""),
            (_("Majority"), majority_words(rules.majority(vote.majority)) if rules is not None else ""),
            (_("Called first"), said(vote.first_called, "name", conference).__html__() if vote.first_called else ""),
            (_("Casting vote"), _casting(vote)),
            (_("Sources"), source_places(vote)),
            (_("Remarks"), remarks(vote, conference)),
        ],
        derivation=_derivation(vote, outcome),
        differs=outcome.differs,
    )


def rolls(vote: Vote, conference: Conference) -> list[Roll]:
    """Every printed roll with what does not fit in it."""
    return [_roll(one, conference) for one in comparisons_of(vote)]


def effect_table(vote: Vote) -> list[Effect]:
    """What the votes give on each base, where abstentions or absences could make a difference (R7)."""
    rules, count = rules_of(vote), count_of(vote)
    totals = count.now
    if rules is None or vote.kind is VoteKind.ELECTION or not totals.for_or_against:
        return []
    if not (totals.abstain or totals.absent or totals.not_voting):
        return []
    majority = rules.majority(vote.majority)
    entitled = totals.present + totals.absent
    return [_effect(*one, majority) for one in effects(majority, totals, entitled=entitled)]


def candidates(vote: Vote) -> list[CandidateLine]:
    """The names of an election with their votes, the most first."""
    votes = votes_for(vote.candidates, count_of(vote).ballots)
    found = sorted(votes.items(), key=lambda pair: -pair[1])
    return [CandidateLine(_candidate(one), number, one.is_elected) for one, number in found]


def _candidate(one: Candidate) -> Fact:
    return person(one.official) if one.official is not None else named(one.name)


def _effect(base: Base, figure: int, needed: int, is_reached: bool, majority: Majority) -> Effect:  # noqa: FBT001
    return Effect(base_words(base), figure, needed, is_reached, base is majority.base)


def _derivation(vote: Vote, declared: Outcome) -> list[str]:
    """How the result follows; twice where votes were changed after it was declared."""
    if vote.kind is VoteKind.ELECTION:
        return [words] if (words := election_words(election(vote, count_of(vote).ballots))) else []
    now = outcome_of(vote, as_now=True)
    if now.text == declared.text:
        return [now.text] if now.text else []
    return [_("As declared: %(words)s", words=declared.text), _("As it stands now: %(words)s", words=now.text)]


def _motion(vote: Vote, conference: Conference) -> Markup:
    assert vote.motion is not None
    name = Markup('<a class="ref" href="{}">{}</a>').format(
        motions.address(vote.motion, conference), said(vote.motion, "summary", conference)
    )
    mover = person(vote.motion.mover)
    return Markup('{} <span class="aside">{}</span>').format(name, mover) if mover else name


def _vote(vote: Vote, conference: Conference) -> Markup:
    return linked(said(vote, "question", conference), addresses.vote(conference.slug, vote.label))


def _casting(vote: Vote) -> Fact:
    if vote.casting_choice is None:
        return ""
    choice = str(CHOICES[vote.casting_choice])
    return Markup("{}: {}").format(person(vote.casting_by), choice) if vote.casting_by is not None else choice


def _roll(one: Comparison, conference: Conference) -> Roll:
    roll = one.roll
    return Roll(
        title=_title(roll, conference),
        announced=_announced(roll),
        rows=_rows(roll.rows, conference),
        findings=list(_findings(one, conference)),
        note=said(roll, "note", conference),
    )


def _title(roll: PrintedRoll, conference: Conference) -> Fact:
    name = said(roll, "title", conference)
    if roll.document is None or not is_free(roll.document):
        return name.__html__()
    return linked(name, addresses.document(conference.slug, roll.document.key))


def _announced(roll: PrintedRoll) -> str:
    told = [(getattr(roll, column), word) for column, word in ANNOUNCED.items()]
    return format_all([f"{number} {word}" for number, word in told if number is not None])


def _rows(rows: Iterable[PrintedRow], conference: Conference) -> list[tuple[str, int, list[Fact]]]:
    """The names under each choice as they are printed, repeats and gaps included."""
    found: dict[Choice, list[Fact]] = {}
    for row in rows:
        found.setdefault(row.choice, []).append(_printed(row, conference))
    return [(str(CHOICES[choice]), len(found[choice]), found[choice]) for choice in Choice if choice in found]


def _printed(row: PrintedRow, conference: Conference) -> Fact:
    known = said(row.delegation, "name", conference) if row.delegation is not None else Said("")
    printed = own(row.printed_name, conference).__html__()
    if not printed or row.printed_name == known.text:
        return known.__html__()
    return Markup("{} [{}]").format(printed, known) if known else printed


def _findings(one: Comparison, conference: Conference) -> Iterable[Markup]:
    """What does not fit, in sentences."""
    if one.twice:
        yield filled(_("Named twice: %(names)s."), names=_names(one.twice, conference))
    if one.missing:
        yield filled(_("Missing: %(names)s."), names=_names(one.missing, conference))
    for mismatch in one.mismatches:
        yield filled(
            _("%(delegation)s is printed under “%(printed)s” and counted as “%(counted)s”."),
            delegation=said(mismatch.delegation, "name", conference),
            printed=CHOICES[mismatch.printed],
            counted=CHOICES[mismatch.counted],
        )
    if one.own_differences:
        yield escape(_("The names printed give %(figures)s, not what is announced.", figures=figures(one.printed)))
    if one.differences:
        yield escape(_("The announced totals are not those of the count."))


def _names(delegations: Iterable[Delegation], conference: Conference) -> Markup:
    return listed(said(one, "name", conference).__html__() for one in delegations)
