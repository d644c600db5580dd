"""The findings that the present address asks for, and the pages on which one would mend them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app, request, url_for
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.checks.catalogue import CATALOGUE, SUBJECTS
from confapp.checks.findings import Finding, Severity, Subject
from confapp.checks.running import Result
from confapp.manage import may, needed_permission

SEVERITIES: dict[Severity, LazyString] = {
    Severity.ERROR: _l("error"),
    Severity.WARNING: _l("warning"),
    Severity.INFO: _l("hint"),
}
TONES = {Severity.ERROR: "bad", Severity.WARNING: "caution", Severity.INFO: ""}
STATES: dict[str, LazyString] = {"open": _l("open"), "waived": _l("waived")}
# Where the thing itself has a page: by the first part of the place, its endpoint and what that calls the second.
PAGES = {"organizations": ("manage.organizations.detail", "slug"), "officials": ("manage.officials.detail", "slug")}
LISTS = {
    "conference": "manage.about.detail",
    "occasions": "manage.about.detail",
    "sources": "manage.about.detail",
    "committees": "manage.committees.index",
    "appointments": "manage.committees.index",
    "delegations": "manage.delegations.index",
    "sessions": "manage.sessions.index",
    "contributions": "manage.sessions.index",
    "agendas": "manage.agendas.index",
    "letters": "manage.letters.index",
    "documents": "manage.documents.index",
    "records": "manage.records.index",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to narrow the list: its name in the address, its label, its words, and what is chosen."""

    name: str
    label: LazyString
    words: Sequence[tuple[str, Any]]
    chosen: str


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings that are asked for, of how many."""

    results: list[Result]
    total: int
    choices: list[Choice]

    @property
    def is_narrowed(self) -> bool:
        return any(choice.chosen for choice in self.choices)


def sift(results: list[Result]) -> Sifted:
    """Narrow findings by severity, subject and whether they are waived; what nobody offers is passed over."""
    choices = [
        _choice("severity", _l("Severity"), [(one.value, word) for one, word in SEVERITIES.items()]),
        _choice("subject", _l("About"), [(one.value, word) for one, word in SUBJECTS.items()]),
        _choice("state", _l("State"), list(STATES.items())),
    ]
    wanted = [choice.chosen for choice in choices]
    kept = [
        one for one in results if all(not value or value == own for value, own in zip(wanted, _own(one), strict=True))
    ]
    return Sifted(kept, len(results), choices)


def subject_of(finding: Finding) -> Subject:
    """What the finding is about."""
    return CATALOGUE[finding.code].subject


def way_to(finding: Finding) -> str:
    """The page on which the thing stands, for who may enter it; empty where there is none."""
    parts = finding.place.partition("#")[0].split("/")
    endpoint, argument = PAGES.get(parts[0], ("", ""))
    if endpoint and len(parts) == 2 and _may_enter(endpoint):  # noqa: PLR2004  the thing itself, and no part of it
        values: dict[str, Any] = {argument: parts[1]}
        return url_for(endpoint, **values)
    listed = LISTS.get(parts[0], "")
    return url_for(listed) if listed and _may_enter(listed) else ""


def _own(result: Result) -> tuple[str, str, str]:
    state = "waived" if result.waiver is not None else "open"
    return result.finding.severity.value, subject_of(result.finding).value, state


def _choice(name: str, label: LazyString, words: list[tuple[str, Any]]) -> Choice:
    asked = request.args.get(name, "")
    return Choice(name, label, words, asked if asked in dict(words) else "")


def _may_enter(endpoint: str) -> bool:
    view = current_app.view_functions.get(endpoint)
    needed = needed_permission(view) if view is not None else None
    return needed is not None and may(needed)
