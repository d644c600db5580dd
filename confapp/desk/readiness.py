"""What the next edition of a conference would contain, and what keeps it from being published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from confapp.checks.findings import Severity
from confapp.checks.running import Result, public_results_of
from confapp.conferences.models import Conference, ConferenceState
from confapp.proceedings.queries import last_edition
from confapp.programme.models import Session
from confapp.records.desk import held_names
from confapp.records.models import SessionRecord
from confapp.records.queries import approved_records, unrecorded_sessions
from confapp.records.words import language_name


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far the next edition has come; `obstacles` and `errors` keep it back, `warnings` are printed in it."""

    number: int
    language: str | None
    languages: dict[str, str]
    records: Sequence[SessionRecord]
    missing: Sequence[Session]
    names: dict[str, str]
    obstacles: list[str]
    errors: list[Result]
    warnings: list[Result]
    waived: list[Result]

    @property
    def is_ready(self) -> bool:
        return not self.obstacles and not self.errors and not self.missing


def readiness(conference: Conference) -> Readiness:
    """Ask what publishing will ask. For organizers."""
    records = approved_records(conference)
    spoken = [record.record_language for record in records]
    language = max(dict.fromkeys(spoken), key=spoken.count, default=None)
    results = public_results_of(conference)
    before = last_edition(conference)
    return Readiness(
        number=before.number + 1 if before else 1,
        language=language,
        languages={tag: language_name(tag) for tag in dict.fromkeys(spoken)},
        records=records,
        missing=unrecorded_sessions(conference, language) if language else [],
        names=held_names(conference.id),
        obstacles=list(_obstacles(conference, language)),
        errors=_open(results, Severity.ERROR),
        warnings=_open(results, Severity.WARNING),
        waived=[one for one in results if one.waiver is not None],
    )


def _open(results: Sequence[Result], severity: Severity) -> list[Result]:
    return [one for one in results if one.waiver is None and one.finding.severity == severity]


def _obstacles(conference: Conference, language: str | None) -> Iterator[str]:
    if conference.state is ConferenceState.PLANNED:
        yield _("The conference has not been convened yet.")
    if not conference.is_public:
        yield _("The conference is not public yet.")
    if language is None:
        yield _("No record is approved yet.")
