"""Officials, their offices and appointments; who is here with exactly the same facts is shared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.canonical import canonical
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import UNNAMED, Giving
from confapp.imports.nouns.names import PERSON_NAME, told_apart
from confapp.imports.schema import Path
from confapp.officials import operations
from confapp.officials.models import Appointment, Office, Official, OfficialName
from confapp.organizations.models import Body

OFFICIAL = Noun(Official, part_of("officials"), apart="id names")
OFFICE = Noun(
    Office,
    part_of("offices"),
    apart="id body abolished",
    unique="is_unique",
    presiding="is_presiding",
)
APPOINTMENT = Noun(Appointment, part_of("appointments"), apart="id official office predecessor", acting="is_acting")


def bring_officials(case: Bringing) -> None:
    """Register who is not here yet."""

    def register(_path: Path, entry: Entry) -> None:
        official = _same_official(case, entry)
        if official is None:
            names = [PERSON_NAME.facts(name, case) for name in entry.get("names", ())]
            official = operations.register_official(names=names, by=case.by, **OFFICIAL.facts(entry, case))
            told_apart(case, official)
        case.keep("officials", entry["id"], official)

    case.each("officials", register)


def _same_official(case: Bringing, entry: Entry) -> Official | None:
    taken = {row.id for row in case.rows["officials"].values()}
    for row in queries.rows(Official, Official.name == entry["name"]):
        if row.id not in taken and _anonymous("officials", _officials(Giving(), [row])[0]) == _anonymous(
            "officials", entry
        ):
            return row
    return None


def _anonymous(section: str, entry: Entry) -> Any:
    return canonical({section: [{key: value for key, value in entry.items() if key != "id"}]})


def bring_offices(case: Bringing) -> None:
    """Create the offices of the conference, its committees, and the organizations and organs that it names."""

    def create(_path: Path, entry: Entry) -> None:
        body = case.row(["bodies"], entry.get("body", "conference"))
        case.keep("offices", entry["id"], _same_office(body, entry, case) or _created(case, body, entry))

    case.each("offices", create)


def _created(case: Bringing, body: Body, entry: Entry) -> Office:
    keys = {office.key for office in queries.rows(Office, Office.body_id == body.id)}
    key = None if entry["id"] in keys else entry["id"]
    office = operations.create_office(body, key=key, by=case.by, **OFFICE.facts(entry, case))
    if entry["abolished"]:
        operations.abolish_office(office, by=case.by)
    return office


def _same_office(body: Body, entry: Entry, case: Bringing) -> Office | None:
    taken = {row.id for row in case.rows["offices"].values()}
    bare = {key: value for key, value in entry.items() if key != "body"}
    for office in queries.rows(Office, Office.body_id == body.id):
        if office.id not in taken and _anonymous("offices", _office(Giving(), office)) == _anonymous("offices", bare):
            return office
    return None


def bring_appointments(case: Bringing) -> None:
    """Appoint; an appointment that is here with the same facts is shared with the office."""

    def appoint(_path: Path, entry: Entry) -> None:
        official, office = case.row(["officials"], entry["official"]), case.row(["offices"], entry["office"])
        facts = appointment_facts(case, entry)
        appointment = _same_appointment(case, official, office, facts)
        if appointment is None:
            zone = case.conference.zone or "UTC"
            appointment = operations.appoint(official, office, zone=zone, by=case.by, **facts)
        case.keep("appointments", entry.get("id"), appointment)

    case.each("appointments", appoint)


def appointment_facts(case: Bringing, entry: Entry) -> Any:
    """The facts of an appointment; without a state of its own, the operation sees whether the term is over."""
    facts = APPOINTMENT.facts(entry, case)
    if entry["state"] == ("ended" if "term_end" in entry else "in_force"):
        del facts["state"]
    if "predecessor" in entry:
        facts["predecessor"] = case.row(["appointments"], entry["predecessor"])
    return facts


def _same_appointment(case: Bringing, official: Official, office: Office, facts: Facts) -> Appointment | None:
    taken = {row.id for row in case.rows["appointments"].values()}
    for row in queries.rows(Appointment, Appointment.official_id == official.id, Appointment.office_id == office.id):
        if row.id not in taken and all(_alike(row, key, facts) for key in COMPARED):
            return row
    return None


COMPARED = ("provenance", "translations", "predecessor", *map(APPOINTMENT.column, APPOINTMENT.parts))


def _alike(row: Appointment, key: str, facts: Facts) -> bool:
    if key == "state" and key not in facts:
        return True
    wanted, kept = facts.get(key), getattr(row, f"{key}_id") if hasattr(row, f"{key}_id") else getattr(row, key)
    return bool((kept or None) == (getattr(wanted, "id", wanted) or None))


def give_officials(giving: Giving, officials: Iterable[Official]) -> list[Facts]:
    """People as entries, in the order of the case file."""
    ordered = giving.in_order("officials", officials)
    for row in ordered:
        giving.call("officials", row.id, row.slug)
    return _officials(giving, ordered)


def _officials(giving: Giving, officials: list[Official]) -> list[Facts]:
    ids = [row.id for row in officials]
    names = queries.parts(
        OfficialName, OfficialName.official_id, OfficialName.official_id.in_(ids), order=OfficialName.position
    )
    return [
        {
            **OFFICIAL.entry(row, giving),
            "id": giving.names["officials"].get(row.id, "-"),
            "names": [PERSON_NAME.entry(name, giving) for name in names[row.id]],
        }
        for row in officials
    ]


def give_offices(giving: Giving, offices: Iterable[Office]) -> list[Facts]:
    """Offices as entries."""
    ordered = giving.in_order("offices", offices)
    return [{**_office(giving, row), "id": giving.call("offices", row.id, row.key)} for row in ordered]


def _office(giving: Giving, row: Office) -> Facts:
    body = giving.names["bodies"].get(row.body_id, "conference")
    return {
        **OFFICE.entry(row, giving),
        **({"body": body} if body != "conference" else {}),
        "abolished": row.is_abolished,
    }


def give_appointments(giving: Giving, appointments: Iterable[Appointment]) -> list[Facts]:
    """Appointments as entries."""
    return [
        {
            **appointment_entry(giving, row),
            "official": giving.name(["officials"], row.official_id),
            "office": giving.name(["offices"], row.office_id),
        }
        for row in giving.in_order("appointments", appointments)
    ]


def appointment_entry(giving: Giving, row: Appointment) -> Facts:
    """What an appointment says beside who and where; it has an id where the case file or something else named it."""
    entry = APPOINTMENT.entry(row, giving)
    if row.predecessor_id is not None:
        entry["predecessor"] = giving.name(["appointments"], row.predecessor_id)
    name = giving.names["appointments"].get(row.id)
    return {**entry, "id": name} if name is not None else entry


def call_appointments(giving: Giving, appointments: Iterable[Appointment], asked_for: set[int]) -> None:
    """Name the appointments that the case file named or that something refers to."""
    for row in appointments:
        kept = giving.kept["appointments"].get(row.id)
        if row.id in asked_for or (kept is not None and not kept.key.startswith(UNNAMED)):
            giving.call("appointments", row.id, f"appointment-{row.id}")
