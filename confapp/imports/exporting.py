"""A conference as a case: every row named, then every noun written down, in canonical form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from confapp.committees.models import Committee
from confapp.conferences.models import Conference, Rulebook
from confapp.imports import queries
from confapp.imports.canonical import Case, canonical
from confapp.imports.fields import Facts
from confapp.imports.giving import Giving
from confapp.imports.nouns import (
    agendas,
    committees,
    conferences,
    decisions,
    documents,
    letters,
    logs,
    motions,
    officials,
    organizations,
    participation,
    programme,
    records,
    votes,
)
from confapp.imports.reach import People, people_of
from confapp.imports.schema import FORMAT
from confapp.officials.models import Appointment, Office
from confapp.programme.models import Session
from confapp.records.models import Overlay, SessionRecord
from confapp.scheduling.models import Release
from confapp.voting.models import Ballot, Decision, Ruling, Vote

UNDETERMINED = "und"


def give_case(conference: Conference) -> Case:
    """The canonical case of a conference."""
    giving = Giving(conference)
    people = people_of(giving)
    case: dict[str, Any] = {"format": FORMAT, "slug": conference.slug, "language": conference.language or UNDETERMINED}
    case["sources"] = conferences.give_sources(giving)
    case |= _bodies(giving, people)
    case |= _work(giving)
    return canonical(case)


def _bodies(giving: Giving, people: People) -> Facts:
    """Those who keep offices, those who hold them, and how."""
    given: Facts = {"organizations": organizations.give(giving, people.organizations)}
    given["officials"] = officials.give_officials(giving, people.officials)
    established = committees.call(giving)
    documented = documents.call(giving)
    plain = [office for office in people.offices if _is_by_the_way(giving, office, established, people)]
    plain_ids = {office.id for office in plain}
    members = [one for one in giving.in_order("appointments", people.appointments) if one.office_id in plain_ids]
    others = [one for one in people.appointments if one.office_id not in plain_ids]
    given["offices"] = officials.give_offices(giving, [one for one in people.offices if one.id not in plain_ids])
    officials.call_appointments(giving, people.appointments, _asked_for(giving, people.appointments))
    given["appointments"] = officials.give_appointments(giving, others)
    given["committees"] = committees.give(giving, established, plain, members)
    given["documents"] = documents.give(giving, documented)
    given["conference"] = conferences.give(giving)
    return given


def _is_by_the_way(giving: Giving, office: Office, established: Sequence[Committee], people: People) -> bool:
    """Whether an office is told with a committee's members, and not on its own."""
    is_of_committee = office.body_id in {committee.id for committee in established}
    has_holders = any(one.office_id == office.id for one in people.appointments)
    return is_of_committee and has_holders and office.id not in giving.kept["offices"] and committees.is_plain(office)


def _asked_for(giving: Giving, appointments: Iterable[Appointment]) -> set[int]:
    decided = queries.rows(Decision, Decision.conference_id == giving.conference.id)
    named = [*(one.predecessor_id for one in appointments), *(one.appointment_id for one in decided)]
    return {row_id for row_id in named if row_id is not None}


def _work(giving: Giving) -> Facts:
    """What happened at the conference: first every row gets its name, then all is written down."""
    delegations, delegates, guests = participation.call(giving)
    halls, tracks, held = programme.call(giving)
    versions, items = agendas.call(giving)
    received, presentations = letters.call(giving)
    moved, ruled = motions.call(giving)
    voted, decided = votes.call(giving), decisions.call(giving)
    kept = records.call(giving)
    log = _log(giving, held, voted, kept)
    return {
        "invitations": participation.give_invitations(giving),
        "delegations": participation.give_delegations(giving, delegations, delegates),
        "guests": participation.give_guests(giving, guests),
        "halls": programme.give_halls(giving, halls),
        "tracks": programme.give_tracks(giving, tracks),
        "contributions": programme.give_contributions(giving),
        "agendas": agendas.give(giving, versions, items),
        "letters": letters.give(giving, received, presentations),
        "sessions": logs.give(giving, held, log.entries, _told(giving, voted, ruled, decided)),
        "motions": motions.give_motions(giving, moved),
        "rulings": motions.give_rulings(giving, ruled),
        "votes": votes.give(giving, voted, _numbers(giving)),
        "decisions": decisions.give(giving, decided),
        "records": records.give(giving, kept, log.anchors),
        "release": _release(giving),
    }


@dataclass(frozen=True, slots=True)
class _Logged:
    entries: logs.Log
    anchors: dict[str, int]


def _log(giving: Giving, held: list[Session], voted: list[Vote], kept: list[SessionRecord]) -> _Logged:
    """The logs, with names for the entries that ballots and editors' paragraphs point to."""
    entries = logs.call(giving)
    anchors = {entry.uid: entry.id for group in entries.values() for entry in group}
    overlays = queries.rows(Overlay, Overlay.record_id.in_([record.id for record in kept]))
    ballots = queries.rows(Ballot, Ballot.vote_id.in_([vote.id for vote in voted]), Ballot.entry_id.is_not(None))
    asked_for = {anchors[overlay.anchor] for overlay in overlays if overlay.anchor in anchors}
    asked_for |= {ballot.entry_id for ballot in ballots if ballot.entry_id is not None}
    logs.call_asked_for(giving, held, entries, asked_for)
    return _Logged(entries, anchors)


def _told(
    giving: Giving, voted: Iterable[Vote], ruled: Iterable[Ruling], decided: Iterable[Decision]
) -> dict[int, Facts]:
    """What points to each log entry."""
    found: dict[int, Facts] = defaultdict(dict)
    for section, rows in (("vote", voted), ("ruling", ruled), ("decision", decided)):
        for row in rows:
            if row.entry_id is not None:
                found[row.entry_id][section] = giving.name([f"{section}s"], row.id)
    for entry_id, mentioned in motions.mentions(giving).items():
        found[entry_id]["motion"] = mentioned
    return found


def _numbers(giving: Giving) -> dict[int, int]:
    rulebooks = queries.rows(Rulebook, Rulebook.conference_id == giving.conference.id)
    return {rulebook.id: rulebook.number for rulebook in rulebooks}


def _release(giving: Giving) -> Facts | None:
    released = queries.rows(Release, Release.conference_id == giving.conference.id, order=Release.number)
    return {"name": released[-1].name, "comment": released[-1].comment} if released else None
