"""Organizations with their names, events and organs; one that is here with the same facts is shared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.canonical import canonical
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.nouns.names import NAME, told_apart
from confapp.imports.schema import Path
from confapp.organizations import operations
from confapp.organizations.models import BodyName, Organ, Organization, OrganizationEvent

ORGANIZATION = Noun(
    Organization, part_of("organizations"), apart="id parent successor names events organs", kind="organization_kind"
)
EVENT = Noun(OrganizationEvent, part_of("organizations", "events"))
ORGAN = Noun(Organ, part_of("organizations", "organs"), apart="id names", kind="organ_kind")
RELATIONS = ("parent", "successor")


def bring(case: Bringing) -> None:
    """Found what is not here yet, and set up its organs; then who stands above or follows whom."""
    shared = _shared(case)

    def found(path: Path, entry: Entry) -> None:
        organization = shared.get(entry["id"]) or _found(case, path, entry)
        case.keep("organizations", entry["id"], organization)
        organs = queries.rows(Organ, Organ.organization_id == organization.id)
        for organ, named in zip(organs, entry.get("organs", ()), strict=False):
            case.keep("organs", named["id"], organ)

    def relate(_path: Path, entry: Entry) -> None:
        relations = {key: case.row(["organizations"], entry[key]) for key in RELATIONS if key in entry}
        if relations and entry["id"] not in shared:
            operations.relate_organizations(case.row(["organizations"], entry["id"]), by=case.by, **relations)

    case.each("organizations", found)
    case.each("organizations", relate)


def _found(case: Bringing, path: Path, entry: Entry) -> Organization:
    facts = ORGANIZATION.facts(entry, case)
    organization = operations.found_organization(
        names=[NAME.facts(name, case) for name in entry.get("names", ())],
        events=[EVENT.facts(event, case) for event in entry.get("events", ())],
        by=case.by,
        **facts,
    )
    told_apart(case, organization)

    def establish(_path: Path, organ: Entry) -> None:
        names = [NAME.facts(name, case) for name in organ.get("names", ())]
        operations.establish_organ(organization, names=names, by=case.by, **ORGAN.facts(organ, case))

    case.each("organs", establish, path, entry)
    return organization


def _shared(case: Bringing) -> dict[str, Organization]:
    """What is here with exactly the same facts, its organs and relations included."""
    wanted = {entry["id"]: entry for entry in case.case.get("organizations", ())}
    same = {key: row for key, entry in wanted.items() if (row := _same(case, entry)) is not None}
    while strangers := {key for key, row in same.items() if not _is_related_alike(wanted[key], row, same)}:
        same = {key: row for key, row in same.items() if key not in strangers}
    return same


def _same(case: Bringing, entry: Entry) -> Organization | None:
    taken = {row.id for row in case.rows["organizations"].values()}
    wanted = _anonymous(entry)
    for row in queries.rows(Organization, Organization.name == entry["name"]):
        if row.id not in taken and _anonymous(_entries(Giving(), [row])[0]) == wanted:
            return row
    return None


def _anonymous(entry: Entry) -> Any:
    """The entry without what only this file calls it, in canonical form."""
    bare = {key: value for key, value in entry.items() if key not in {"id", *RELATIONS}}
    organs = [{**organ, "id": "-"} for organ in entry.get("organs", ())]
    return canonical({"organizations": [{**bare, "id": "-", "organs": organs}]})


def _is_related_alike(entry: Entry, row: Organization, same: dict[str, Organization]) -> bool:
    for key in RELATIONS:
        other = same.get(entry.get(key, ""))
        if getattr(row, f"{key}_id") != (other.id if other else None) or (key in entry and other is None):
            return False
    return True


def give(giving: Giving, organizations: Iterable[Organization]) -> list[Facts]:
    """The organizations as entries, with the names of everything in them."""
    ordered = giving.in_order("organizations", organizations)
    for row in ordered:
        giving.call("organizations", row.id, row.slug)
    return _entries(giving, ordered)


def _entries(giving: Giving, organizations: list[Organization]) -> list[Facts]:
    ids = [row.id for row in organizations]
    events = queries.parts(
        OrganizationEvent,
        OrganizationEvent.organization_id,
        OrganizationEvent.organization_id.in_(ids),
        order=OrganizationEvent.position,
    )
    organs = queries.parts(Organ, Organ.organization_id, Organ.organization_id.in_(ids))
    bodies = [*ids, *(organ.id for group in organs.values() for organ in group)]
    names = queries.parts(BodyName, BodyName.body_id, BodyName.body_id.in_(bodies), order=BodyName.position)
    return [
        {
            **ORGANIZATION.entry(row, giving),
            "id": giving.names["bodies"].get(row.id, "-"),
            **_relations(giving, row),
            "names": [NAME.entry(name, giving) for name in names[row.id]],
            "events": [EVENT.entry(event, giving) for event in events[row.id]],
            "organs": [_organ(giving, organ, names[organ.id]) for organ in organs[row.id]],
        }
        for row in organizations
    ]


def _relations(giving: Giving, row: Organization) -> Facts:
    ids = {key: getattr(row, f"{key}_id") for key in RELATIONS}
    return {key: giving.names["bodies"][other] for key, other in ids.items() if other in giving.names["bodies"]}


def _organ(giving: Giving, organ: Organ, names: list[BodyName]) -> Facts:
    return {
        **ORGAN.entry(organ, giving),
        "id": giving.call("organs", organ.id, organ.name),
        "names": [NAME.entry(name, giving) for name in names],
    }


def above(ids: set[int]) -> set[int]:
    """The organizations that these lead to, so that no reference of theirs is left without its entry."""
    known = set(ids)
    while True:
        rows = queries.rows(Organization, Organization.id.in_(known))
        more = {other for row in rows for other in (row.parent_id, row.successor_id) if other is not None} - known
        if not more:
            return known
        known |= more


def of_organs(ids: set[int]) -> set[int]:
    """The organizations of these organs."""
    return {row.organization_id for row in queries.rows(Organ, sa.and_(Organ.id.in_(ids)))}
