"""What the dashboard of a conference shows: where it stands, what is missing, what waits, comes, was found and done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from confapp import clock
from confapp.accounts.trail import TrailLine, lines_of
from confapp.checks.findings import Severity
from confapp.checks.running import Result, results_of
from confapp.committees.models import Committee
from confapp.committees.queries import committees as committees_of
from confapp.conferences.course import ORDER, SET_BY
from confapp.conferences.models import Conference, ConferenceState
from confapp.conferences.words import STATES
from confapp.desk import standing as counts
from confapp.desk.life import NEXT, Step
from confapp.desk.missing import Missing, missing
from confapp.desk.standing import Standing, standing_of
from confapp.desk.timeline import TimeLine, time_line
from confapp.desk.waiting import waiting
from confapp.desk.ways import way_to
from confapp.formatting import format_date, format_instant, format_moment
from confapp.manage import may
from confapp.permissions import Permission
from confapp.programme.queries import sessions as sessions_of

MOST_FINDINGS = 5


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of the life cycle: past, present or to come, and since when."""

    word: str
    when: str
    place: str


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that will happen, and when."""

    when: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Found:
    """How many findings are open, by how grave they are, and the first of them."""

    errors: int
    warnings: int
    hints: int
    waived: int
    first: list[Result]
    href: str

    @property
    def is_clean(self) -> bool:
        return not (self.errors or self.warnings)


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the page."""

    standing: Standing
    stages: list[Stage]
    step: Step | None
    missing: list[Missing]
    waiting: list[Missing]
    coming: list[Coming]
    found: Found | None
    acts: list[TrailLine]
    line: TimeLine | None
    parts: list[tuple[str, int, str]]


def board_of(conference: Conference, user: Any) -> Board:
    """Put the page together for who is signed in; what their roles do not show is left out."""
    standing = standing_of(conference)
    bodies = committees_of(conference)
    return Board(
        standing=standing,
        stages=_stages(conference),
        step=NEXT[conference.state],
        missing=missing(conference, standing),
        waiting=waiting(conference, standing, user),
        coming=_coming(conference, bodies),
        found=_found(conference) if may(Permission.PROCEEDINGS_DRAFT) else None,
        acts=lines_of(counts.latest_acts(conference)) if may(Permission.HISTORY_SEE) else [],
        line=time_line(conference, bodies, sessions_of(conference)),
        parts=_parts(standing),
    )


def _stages(conference: Conference) -> list[Stage]:
    now = ORDER.index(conference.state)
    return [
        Stage(str(STATES[state][0]), _since(conference, state), "past" if at < now else "now" if at == now else "later")
        for at, state in enumerate(ORDER)
    ]


def _since(conference: Conference, state: ConferenceState) -> str:
    value = getattr(conference, SET_BY[state]) if state in SET_BY else None
    if value is None:
        return ""
    return format_date(value) if state is ConferenceState.CONVENED else format_moment(value)


def _coming(conference: Conference, committees: Sequence[Committee]) -> list[Coming]:
    today, zone = clock.now().date(), conference.zone or "UTC"
    days = [
        (conference.starts_on, _("It begins"), way_to("about")),
        (conference.ends_on, _("It ends"), way_to("about")),
    ]
    days += [(one.period_end, _("%(name)s ends its work", name=one.name), way_to("committees")) for one in committees]
    dated = [(day.earliest, Coming(format_date(day), title, href)) for day, title, href in days if day]
    for session in counts.coming_sessions(conference):
        start = session.planned_start or clock.now()
        title = _("Session %(label)s", label=session.label) + (f" · {session.title}" if session.title else "")
        dated.append((start.date(), Coming(format_instant(start, zone), title, way_to("sessions"))))
    for key, until in counts.coming_embargoes(conference):
        href = url_for("manage.documents.detail", key=key)
        dated.append((until.date(), Coming(format_instant(until, zone), _("Strangers see a document"), href)))
    return [coming for day, coming in sorted(dated, key=lambda pair: pair[0]) if day >= today]


def _found(conference: Conference) -> Found:
    results = results_of(conference)
    unsettled = [one for one in results if one.waiver is None]
    kinds = [one.finding.severity for one in unsettled]
    return Found(
        errors=kinds.count(Severity.ERROR),
        warnings=kinds.count(Severity.WARNING),
        hints=kinds.count(Severity.INFO),
        waived=len(results) - len(unsettled),
        first=[one for one in unsettled if one.is_open][:MOST_FINDINGS],
        href=way_to("findings"),
    )


def _parts(standing: Standing) -> list[tuple[str, int, str]]:
    known = [
        (_("Committees"), standing.committees, "committees"),
        (_("Delegations"), standing.delegations, "delegations"),
        (_("Sessions"), standing.sessions, "sessions"),
        (_("Agendas"), standing.agendas, "agendas"),
        (_("Letters"), standing.letters, "letters"),
        (_("Editions"), standing.editions, "proceedings"),
    ]
    return [(title, number, way_to(part)) for title, number, part in known]
