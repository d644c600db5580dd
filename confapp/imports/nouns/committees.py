"""Committees: members with what they answer for, meetings, the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from confapp.committees import operations
from confapp.committees.models import Committee, CommitteeKind, CommitteeMeeting
from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.nouns.names import NAME
from confapp.imports.nouns.officials import appointment_entry, appointment_facts
from confapp.imports.schema import Path
from confapp.officials.models import Appointment, Office
from confapp.organizations.models import BodyName
from confapp.text import slugify

REPORT = "report report_dated report_presented report_document rapporteur"
COMMITTEE = Noun(Committee, part_of("committees"), apart=f"id kind names members meetings {REPORT}")
REPORTED = Noun(Committee, {"properties": {key: part_of("committees")["properties"][key] for key in REPORT.split()}})
MEETING = Noun(CommitteeMeeting, part_of("committees", "meetings"))


def bring(case: Bringing) -> None:
    """Establish the committees; their members come when all offices are there."""

    def establish(_path: Path, entry: Entry) -> None:
        committee = operations.establish_committee(
            case.conference,
            key=entry["id"],
            committee_kind=CommitteeKind(entry["kind"]),
            names=[NAME.facts(name, case) for name in entry.get("names", ())],
            by=case.by,
            **COMMITTEE.facts(entry, case),
        )
        case.keep("committees", entry["id"], committee)

    case.each("committees", establish)


def bring_work(case: Bringing) -> None:
    """Appoint the members, hold the meetings, take the reports."""

    def work(path: Path, entry: Entry) -> None:
        committee = case.row(["committees"], entry["id"])
        case.each("members", partial(_appoint, case, committee), path, entry)
        case.each("meetings", partial(_meet, case, committee), path, entry)
        facts = REPORTED.facts(entry, case)
        if facts:
            operations.submit_report(committee, by=case.by, **facts)

    case.each("committees", work)


def _appoint(case: Bringing, committee: Committee, _path: Path, entry: Entry) -> None:
    appointment = operations.appoint_member(
        committee,
        case.row(["officials"], entry["official"]),
        title=entry["title"],
        is_unique=entry["unique"],
        is_presiding=entry["presiding"],
        by=case.by,
        **appointment_facts(case, entry),
    )
    case.keep("appointments", entry.get("id"), appointment)


def _meet(case: Bringing, committee: Committee, _path: Path, entry: Entry) -> None:
    operations.hold_meeting(committee, by=case.by, **MEETING.facts(entry, case))


def call(giving: Giving) -> list[Committee]:
    """The committees in the order in which they were set up, with their names."""
    rows = queries.rows(Committee, Committee.conference_id == giving.conference.id)
    for row in rows:
        giving.call("committees", row.id, row.key)
    return list(rows)


def is_plain(office: Office) -> bool:
    """Whether an office of a committee is just a title that a member was appointed under."""
    is_made_by_the_way = office.key == slugify(office.title) and not office.rank and office.note is None
    return is_made_by_the_way and not office.is_abolished and not office.provenance and not office.translations


def give(
    giving: Giving, committees: Sequence[Committee], offices: Iterable[Office], appointments: Iterable[Appointment]
) -> list[Facts]:
    """Committees as entries; `offices` are their plain ones, `appointments` those to them."""
    by_id = {office.id: office for office in offices}
    ids = [row.id for row in committees]
    names = queries.parts(BodyName, BodyName.body_id, BodyName.body_id.in_(ids), order=BodyName.position)
    of_committee = CommitteeMeeting.committee_id
    meetings = queries.parts(CommitteeMeeting, of_committee, of_committee.in_(ids), order=CommitteeMeeting.position)
    members = [(by_id[one.office_id], one) for one in appointments if one.office_id in by_id]
    return [
        {
            **COMMITTEE.entry(row, giving),
            **REPORTED.entry(row, giving),
            "id": giving.names["bodies"][row.id],
            "kind": row.committee_kind.value,
            "names": [NAME.entry(name, giving) for name in names[row.id]],
            "members": [_member(giving, office, one) for office, one in members if office.body_id == row.id],
            "meetings": [MEETING.entry(meeting, giving) for meeting in meetings[row.id]],
        }
        for row in committees
    ]


def _member(giving: Giving, office: Office, appointment: Appointment) -> dict[str, Any]:
    return {
        **appointment_entry(giving, appointment),
        "official": giving.name(["officials"], appointment.official_id),
        "title": office.title,
        "unique": office.is_unique,
        "presiding": office.is_presiding,
    }
