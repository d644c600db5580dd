"""Which findings an edition tells of: those on what it shows to everybody, and no word of what is kept back."""

from __future__ import annotations

from collections.abc import Callable

from confapp.agendas.models import AgendaState
from confapp.checks.findings import Finding
from confapp.checks.material import Material
from confapp.checks.places import place
from confapp.conferences.models import DocumentState
from confapp.floor.models import EntryKind
from confapp.letters.queries import ACCEPTED
from confapp.records.models import RecordState
from confapp.voting.models import Decision, Motion, Ruling, Vote

# They name two things, of which one may be kept back, or speak of plans.
ASIDE = frozenset(
    ["same-person", "same-organization", "acronym-twice", "sender-spelling", "hall-overlap", "person-overlap"]
)
WHOLE = ("conference", "occasions/", "instruments/", "rulebooks/", "sources/", "sessions#")
OF_BODIES = ("names", "name", "short_name", "founded_on", "dissolved_on")
KEPT_BACK = ("credentials", "credentials_note")


def is_shown(material: Material) -> Callable[[Finding], bool]:
    """Whether a finding is about something that everybody sees once the edition is out."""
    shown = _things(material)
    bodies = _people_and_bodies(material)

    def answer(finding: Finding) -> bool:
        thing, _mark, field = finding.place.partition("#")
        if finding.code in ASIDE or field in KEPT_BACK:
            return False
        if finding.place.startswith(WHOLE):
            return True
        if thing in bodies:
            return field.partition(".")[0].partition(":")[0] in OF_BODIES
        return any(thing == one or thing.startswith(f"{one}/printed/") for one in _ways(thing) if one in shown)

    return answer


def _ways(thing: str) -> tuple[str, ...]:
    """The thing, and what it is a part of."""
    return thing, "/".join(thing.split("/")[:2])


def _things(material: Material) -> set[str]:
    recorded = {one.session_id for one in material.records if one.state is RecordState.APPROVED}
    sessions = [one for one in material.sessions if one.id in recorded]
    moved: list[Vote | Motion | Ruling | Decision] = [*material.votes, *material.motions, *material.rulings]
    voted = [one for one in (*moved, *material.decisions) if one.session_id in recorded]
    entries = [one for one in material.entries if one.session_id in recorded and _is_told(one.kind)]
    rolls = [one for one in material.rolls if one.session_id in recorded]
    records = [one for one in material.records if one.state is RecordState.APPROVED]
    letters = [one for one in material.letters if one.is_public and one.state in ACCEPTED]
    agendas = [one for one in material.agendas if one.state is not AgendaState.DRAFT]
    documents = [
        one
        for one in material.documents
        if one.state is DocumentState.ISSUED and (one.embargo_until is None or one.embargo_until <= material.now)
    ]
    known = {one.id for one in agendas}
    items = [one for one in material.items if one.agenda_id in known]
    kept = (sessions, voted, entries, rolls, records, letters, agendas, items, documents, material.committees)
    return {place(material, one) for things in kept for one in things}


def _is_told(kind: EntryKind) -> bool:
    """Whether the record has an entry's own words; of a letter it says no more than its sender allows."""
    return kind not in {EntryKind.LETTER_PRESENTED, EntryKind.COMMUNICATION}


def _people_and_bodies(material: Material) -> set[str]:
    """Who is on the list of participants, and who calls and receives."""
    conference = material.conference
    called = {conference.convener_id, conference.host_id}
    listed = material.delegations if conference.participants_issued else []
    founded = called | {one.organization_id for one in listed}
    there = {one.id for one in listed}
    people = {one.official_id for one in material.delegates if one.delegation_id in there}
    known = [one for one in material.organizations if one.id in founded]
    organs = [one for one in material.organs if one.id in called]
    officials = [one for one in material.officials if one.id in people]
    return {place(material, one) for one in (*known, *organs, *officials, *listed)}
