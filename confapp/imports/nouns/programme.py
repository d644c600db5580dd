"""Halls, tracks, sessions as they are planned, and contributions."""

from __future__ import annotations

from functools import partial

from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.schema import Path
from confapp.programme import operations
from confapp.programme.models import Contribution, ContributionPerson, ContributionRole, Hall, Session, Track

HALL = Noun(Hall, part_of("halls"), apart="id")
TRACK = Noun(Track, part_of("tracks"), apart="id")
ON_THE_FLOOR = "opened adjourned adjournment_note state rolls log"
SESSION = Noun(Session, part_of("sessions"), apart=f"label number {ON_THE_FLOOR}")
CONTRIBUTION = Noun(Contribution, part_of("contributions"), apart="id session people withdrawn")
PERSON = Noun(ContributionPerson, part_of("contributions", "people"), apart="official role affiliation")


def bring(case: Bringing) -> None:
    """Add halls and tracks, plan the sessions, place the contributions."""
    case.each("halls", partial(_hall, case))
    case.each("tracks", partial(_track, case))
    case.each("sessions", partial(_session, case))
    case.each("contributions", partial(_contribution, case))


def _hall(case: Bringing, _path: Path, entry: Entry) -> None:
    hall = operations.add_hall(case.conference, key=entry["id"], by=case.by, **HALL.facts(entry, case))
    case.keep("halls", entry["id"], hall)


def _track(case: Bringing, _path: Path, entry: Entry) -> None:
    track = operations.add_track(case.conference, key=entry["id"], by=case.by, **TRACK.facts(entry, case))
    case.keep("tracks", entry["id"], track)


def _session(case: Bringing, _path: Path, entry: Entry) -> None:
    session = operations.plan_session(
        case.conference,
        label=entry["label"],
        number=entry.get("number"),
        by=case.by,
        **SESSION.facts(entry, case),
    )
    case.keep("sessions", entry["label"], session)


def _contribution(case: Bringing, _path: Path, entry: Entry) -> None:
    people = [
        (case.row(["officials"], one["official"]), ContributionRole(one["role"]), one.get("affiliation"))
        for one in entry.get("people", ())
    ]
    contribution = operations.add_contribution(
        case.conference,
        key=entry["id"],
        session=case.row(["sessions"], entry["session"]) if "session" in entry else None,
        people=people,
        by=case.by,
        **CONTRIBUTION.facts(entry, case),
    )
    if entry["withdrawn"]:
        operations.withdraw_contribution(contribution, by=case.by)
    case.keep("contributions", entry["id"], contribution)


def call(giving: Giving) -> tuple[list[Hall], list[Track], list[Session]]:
    """Halls, tracks and sessions in their order, with their names."""
    conference_id = giving.conference.id
    halls = queries.rows(Hall, Hall.conference_id == conference_id, order=Hall.position)
    tracks = queries.rows(Track, Track.conference_id == conference_id, order=Track.position)
    sessions = queries.rows(Session, Session.conference_id == conference_id, order=Session.position)
    for section, rows in (("halls", halls), ("tracks", tracks)):
        for row in rows:
            giving.call(section, row.id, row.key)
    for session in sessions:
        giving.call("sessions", session.id, session.label)
    return list(halls), list(tracks), list(sessions)


def give_halls(giving: Giving, rows: list[Hall]) -> list[Facts]:
    """Halls as entries."""
    return [{**HALL.entry(row, giving), "id": giving.name(["halls"], row.id)} for row in rows]


def give_tracks(giving: Giving, rows: list[Track]) -> list[Facts]:
    """Tracks as entries."""
    return [{**TRACK.entry(row, giving), "id": giving.name(["tracks"], row.id)} for row in rows]


def give_contributions(giving: Giving) -> list[Facts]:
    """Contributions as entries, those of a session in their order in it."""
    of_conference = Contribution.conference_id == giving.conference.id
    people = queries.parts(
        ContributionPerson,
        ContributionPerson.contribution_id,
        queries.within(ContributionPerson.contribution_id, Contribution, of_conference),
        order=ContributionPerson.position,
    )
    return [
        {
            **CONTRIBUTION.entry(row, giving),
            "id": giving.call("contributions", row.id, row.key),
            "session": giving.name(["sessions"], row.session_id) if row.session_id is not None else None,
            "withdrawn": row.is_withdrawn,
            "people": [
                {
                    "official": giving.name(["officials"], one.official_id),
                    "role": one.role.value,
                    "affiliation": one.affiliation,
                    **PERSON.entry(one, giving),
                }
                for one in people[row.id]
            ],
        }
        for row in queries.rows(Contribution, of_conference)
    ]
