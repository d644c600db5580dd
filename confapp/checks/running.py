"""All checks over one conference, and which of their findings are waived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from flask_babel import force_locale

from confapp.checks import (
    agendas,
    committees,
    conference,
    dates,
    documents,
    foundings,
    letters,
    names,
    offices,
    ordinals,
    participation,
    printed,
    queries,
    records,
    sessions,
    timetable,
    votes,
    words,
)
from confapp.checks.findings import Finding, Severity
from confapp.checks.material import Material
from confapp.checks.models import Waiver
from confapp.checks.showing import is_shown
from confapp.checks.texts import Text, texts_of
from confapp.conferences.models import Conference
from confapp.proceedings import gate

Check = Callable[[Material, list[Text]], Iterable[Finding]]
# In the order in which a conference is read.
CHECKS: tuple[Check, ...] = (
    conference.predecessors,
    conference.order_of_dates,
    conference.unfinished,
    ordinals.conference_ordinals,
    foundings.founding_dates,
    foundings.attended_before_founding,
    foundings.anniversaries,
    dates.relative_dates,
    dates.derived_years,
    dates.second_calendars,
    names.printed_spellings,
    names.unknown_spellings,
    names.many_names,
    names.same_people,
    names.same_bodies,
    offices.without_body,
    offices.acts_outside_terms,
    offices.two_holders,
    offices.acting,
    committees.chairs,
    committees.responsibilities,
    committees.coverage,
    committees.periods,
    participation.heads,
    participation.credentials,
    participation.on_two_lists,
    timetable.format_and_place,
    timetable.halls,
    timetable.people,
    sessions.undated,
    sessions.weekdays,
    sessions.ends,
    sessions.outside,
    sessions.in_order,
    sessions.openings,
    sessions.presided,
    ordinals.session_numbers,
    participation.rolls,
    agendas.empty_agendas,
    agendas.early_decisions,
    agendas.outcomes,
    letters.without_sender,
    letters.presented_early,
    letters.presented_outside,
    letters.forgotten,
    names.senders,
    votes.counted_ballots,
    printed.printed_rolls,
    votes.changed_votes,
    votes.declared_results,
    votes.quorum_evidence,
    conference.decisions_outside,
    documents.symbols,
    documents.symbol_gaps,
    documents.publication_dates,
    records.languages,
    records.translations,
    records.unrecorded,
    ordinals.wrong_ordinals,
    words.doubled_words,
    words.mixed_scripts,
    words.invisible_characters,
    words.no_break_spaces,
    dates.dates_in_text,
    dates.periods_without_year,
)
WEIGHT = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Result:
    """A finding, and the waiver that lets it pass where there is one."""

    finding: Finding
    waiver: Waiver | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at it: a fault that is not waived."""
        return self.waiver is None and self.finding.severity is not Severity.INFO


def check(material: Material) -> list[Finding]:
    """What all checks find, the gravest first, then in the order of the checks."""
    texts = texts_of(material)
    found = [finding for one in CHECKS for finding in one(material, texts)]
    once = {(finding.code, finding.place): finding for finding in reversed(found)}
    found = [finding for finding in found if once[finding.code, finding.place] is finding]
    return sorted(found, key=lambda finding: WEIGHT[finding.severity])


def findings_of(conference: Conference) -> list[Finding]:
    """What is found in a conference. For its organizers."""
    return check(queries.material_of(conference))


def results_of(conference: Conference) -> list[Result]:
    """What is found, each with its waiver: one that was given for something else no longer holds. For organizers."""
    return _with_waivers(conference, findings_of(conference))


def public_results_of(conference: Conference) -> list[Result]:
    """Those of them that are about what an edition shows: they keep it from being published, or stand in it."""
    material = queries.material_of(conference)
    return _with_waivers(conference, list(filter(is_shown(material), check(material))))


def gate_of(conference: Conference, language: str | None = None) -> tuple[Sequence[Finding], list[gate.Waiver]]:
    """What publishing wants to know: findings and the waivers that hold for them, in the language of the edition."""
    with force_locale(language.replace("-", "_")) if language else nullcontext():
        results = public_results_of(conference)
    waivers = [_passed(one.finding, one.waiver) for one in results if one.waiver is not None]
    return [one.finding for one in results], waivers


def _with_waivers(conference: Conference, findings: list[Finding]) -> list[Result]:
    given = {waiver.digest: waiver for waiver in queries.waivers_of(conference)}
    return [Result(finding, given.get(finding.digest)) for finding in findings]


def _passed(finding: Finding, waiver: Waiver) -> gate.Waiver:
    by = (waiver.by.name or waiver.by.email) if waiver.by else ""
    return gate.Waiver(finding.code, finding.place, waiver.reason, message=finding.message, by=by)
