"""The committees: what they were asked to do, who sat on them, when they met and reported."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.committees.models import Committee, CommitteeKind
from confapp.committees.queries import Membership, memberships
from confapp.formatting import format_date, format_moment, format_span
from confapp.officials.models import Appointment
from confapp.proceedings.format import Section
from confapp.proceedings.sections.writing import Compiling, Writer, behind, identifier, joined
from confapp.records.prose import sentences


def committees(compiling: Compiling) -> Iterator[Section | None]:
    """The section on the committees, sections that sat in parallel among them."""
    writer = Writer(compiling, "committees")
    for one in memberships(compiling.conference):
        key = identifier(one.committee.key)
        writer.heading(f"{key}.heading", compiling.name(one.committee, "name") or "", level=2)
        writer.add(key, "text", sentences(_work(compiling, one.committee)))
        _members(compiling, writer, key, one)
        for meeting in one.committee.meetings:
            day = format_moment(meeting.met, compiling.language) if meeting.met else None
            met = behind(_("Meeting %(number)s", number=meeting.position), [day, compiling.name(meeting, "place")])
            text = joined([met, compiling.content(meeting, "summary")], ": ")
            writer.add(f"{key}.meeting-{meeting.position}", "text", sentences([text]))
        writer.add(f"{key}.report", "text", sentences(_report(compiling, one.committee)))
        writer.quote(f"{key}.report.text", compiling.names.words(one.committee, "report"))
    yield writer.section("committees", _("Committees"))


def _work(compiling: Compiling, one: Committee) -> Iterator[str]:
    if one.committee_kind is not CommitteeKind.OTHER:
        yield _kinds()[one.committee_kind]
    day = format_date(one.set_up_on, compiling.language) if one.set_up_on else None
    by = compiling.name(one, "set_up_by")
    if by or day:
        yield _("Set up: %(how)s", how=joined([by, day], ", "))
    if one.mandate:
        yield _("Mandate: %(text)s", text=compiling.content(one, "mandate"))
    if one.period_start or one.period_end:
        yield _("Period of work: %(period)s", period=format_span(one.period_start, one.period_end, compiling.language))


def _members(compiling: Compiling, writer: Writer, key: str, one: Membership) -> None:
    lines = [_member(compiling, member) for member in one.members]
    refs = [{"kind": "official", "id": each.official.slug, "text": each.official.name} for each in one.members]
    if lines:
        writer.add(f"{key}.members", "list", "\n".join(lines), data={"items": lines}, refs=refs)


def _member(compiling: Compiling, one: Appointment) -> str:
    person = compiling.names.person(one.official).name.within(compiling.language)[0]
    office = compiling.plain(one.office, "title")
    return behind(joined([person, office], ", "), [one.responsibility, one.territory])


def _report(compiling: Compiling, one: Committee) -> Iterator[str]:
    dated = format_date(one.report_dated, compiling.language) if one.report_dated else None
    shown = format_moment(one.report_presented, compiling.language) if one.report_presented else None
    facts = [
        _("dated %(date)s", date=dated) if dated else None,
        _("presented %(date)s", date=shown) if shown else None,
        compiling.scene().person(compiling.names.person(one.rapporteur)) if one.rapporteur else None,
    ]
    if any(facts):
        yield _("Report: %(facts)s", facts=joined(facts, ", "))
    if one.outcome:
        yield _("Outcome: %(text)s", text=compiling.content(one, "outcome"))


def _kinds() -> dict[CommitteeKind, str]:
    return {
        CommitteeKind.PREPARATORY: _("Preparatory committee"),
        CommitteeKind.CREDENTIALS: _("Credentials committee"),
        CommitteeKind.DRAFTING: _("Drafting committee"),
        CommitteeKind.PROGRAMME: _("Programme committee"),
        CommitteeKind.NOMINATING: _("Nominating committee"),
        CommitteeKind.SECTION: _("Section of the conference"),
    }
