"""The conference as a whole: what came before it, its dates, and whether it ever ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from flask_babel import gettext as _

from confapp.checks.agendas import OVER
from confapp.checks.findings import Finding, Severity, fault
from confapp.checks.foundings import conference_days
from confapp.checks.material import Material
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.dates import PartialDate
from confapp.formatting import format_date

GATHERINGS = {
    "conference": ("conference", "conférence", "конференц", "konferenz", "conferencia"),
    "congress": ("congress", "congrès", "конгресс", "съезд", "kongress", "congreso"),
    "assembly": ("assembly", "assemblée", "ассамбле", "versammlung", "asamblea"),
    "summit": ("summit", "sommet", "саммит", "gipfel", "cumbre"),
    "forum": ("forum", "форум"),
    "seminar": ("seminar", "séminaire", "семинар"),
}
REMIND_AFTER_DAYS = 30


def _gathering(name: str) -> str | None:
    """What a gathering calls itself, where its name says one thing."""
    found = [kind for kind, words in GATHERINGS.items() if any(word in name.lower() for word in words)]
    return found[0] if len(found) == 1 else None


def predecessors(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A conference that is counted on from something that was none."""
    conference = material.conference
    before, own = _gathering(conference.preceded_by or ""), material.gathering or _gathering(conference.name)
    if conference.ordinal and before and own in GATHERINGS and before != own:
        message = _(
            "“%(name)s” is counted on from “%(before)s”: a series counts gatherings of one kind.",
            name=conference.name,
            before=conference.preceded_by,
        )
        where, evidence = place(material, conference, "preceded_by.kind"), (conference.preceded_by or "", own or "")
        yield Finding("series-kind", fault(conference), where, message, evidence=evidence)


def order_of_dates(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Announced, convened, begun, ended: each certainly not before the one that it follows."""
    conference = material.conference
    steps = [
        ("announced_on", conference.announced_on),
        ("convened_on", conference.convened_on),
        ("starts_on", conference.starts_on),
        ("ends_on", conference.ends_on),
    ]
    for (_first, one), (field, other) in _following(steps):
        # Both may be noted in any order: a conference is announced before it is convened, or afterwards.
        if other.latest < one.earliest and field != "convened_on":
            message = _(
                "The dates of the conference stand in the wrong order: %(one)s, then %(other)s.",
                one=format_date(one),
                other=format_date(other),
            )
            where, evidence = place(material, conference, field), (str(one), str(other))
            yield Finding("dates-order", fault(conference), where, message, evidence=evidence)


def _following(
    steps: list[tuple[str, PartialDate | None]],
) -> list[tuple[tuple[str, PartialDate], tuple[str, PartialDate]]]:
    known = [(field, day) for field, day in steps if day is not None]
    return list(pairwise(known))


def unfinished(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """A conference that should be over by its dates, and was never closed."""
    conference = material.conference
    last = _last_day(material)
    if conference.state in OVER or last is None or (material.now.date() - last).days <= REMIND_AFTER_DAYS:
        return
    message = _(
        "The last day that is known of it was %(date)s, and it was never closed.",
        date=format_date(PartialDate.of(last)),
    )
    suggestion = _("Close it, or say that its end is not known.")
    where, evidence = place(material, conference, "closed"), (last.isoformat(),)
    yield Finding("conference-not-closed", Severity.INFO, where, message, suggestion, evidence)


def _last_day(material: Material) -> date | None:
    days = conference_days(material)
    ends = [committee.period_end.latest for committee in material.committees if committee.period_end]
    return max([*ends, *([days[1]] if days else [])], default=None)


def decisions_outside(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Decisions dated on another day than the session that took them."""
    for decision in material.decisions:
        session = material.session_by_id.get(decision.session_id or 0)
        held, decided = (material.day_of(session) if session else None), decision.decided
        if session is None or held is None or decided is None:
            continue
        last = session.adjourned.date.latest if session.adjourned else held.latest
        if decided.date.latest < held.earliest or max(last, held.latest) < decided.date.earliest:
            message = _(
                "“%(title)s” is dated %(decided)s, and session %(session)s was held on %(held)s.",
                title=decision.title,
                decided=format_date(decided),
                session=session.label,
                held=format_date(held),
            )
            where, evidence = place(material, decision, "decided"), (str(decided), str(held))
            yield Finding("decided-on-another-day", fault(decision), where, message, evidence=evidence)
