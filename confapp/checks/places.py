"""Where a finding is: addresses of things that stay the same while the thing is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from confapp.checks.material import Material
from confapp.text import slugify

Address = Callable[[Material, Any], str]


def place(material: Material, thing: Any, field: str = "") -> str:
    """The address of a thing, and of a field of it: `votes/v04#question`."""
    address = ADDRESSES[type(thing).__name__](material, thing)
    return f"{address}#{field}" if field else address


def _organ(material: Material, organ: Any) -> str:
    founded = material.organization_by_id.get(organ.organization_id)
    return f"organizations/{founded.slug if founded else '-'}/organs/{_named(organ)}"


def _named(thing: Any) -> str:
    return slugify(thing.name) or str(thing.id)


def _office(material: Material, office: Any) -> str:
    keepers = {body.id: body for body in (*material.committees, *material.organs, *material.organizations)}
    body = keepers.get(office.body_id)
    return f"offices/{place(material, body) if body else 'conference'}/{office.key}"


def _appointment(material: Material, appointment: Any) -> str:
    official = material.official_by_id.get(appointment.official_id)
    office = material.office_by_id.get(appointment.office_id)
    same = [one.id for one in material.appointments if _seat(one) == _seat(appointment)]
    turn = f"/{same.index(appointment.id) + 1}" if same.index(appointment.id) else ""
    where = place(material, office) if office else "offices/-"
    return f"appointments/{official.slug if official else '-'}/{where.partition('/')[2]}{turn}"


def _seat(appointment: Any) -> tuple[int, int]:
    return appointment.official_id, appointment.office_id


def _delegate(material: Material, delegate: Any) -> str:
    delegation = material.delegation_by_id.get(delegate.delegation_id)
    return f"delegations/{delegation.key if delegation else '-'}/{delegate.key}"


def _within_session(kind: str) -> Address:
    def address(material: Material, thing: Any) -> str:
        session = material.session_by_id.get(thing.session_id)
        return f"sessions/{session.label if session else '-'}/{kind}/{thing.position}"

    return address


def _item(material: Material, item: Any) -> str:
    agenda = next((one for one in material.agendas if one.id == item.agenda_id), None)
    return f"agendas/{agenda.key if agenda else '-'}/{item.key}"


def _presentation(material: Material, presentation: Any) -> str:
    letter = next((one for one in material.letters if one.id == presentation.letter_id), None)
    session = material.session_by_id.get(presentation.session_id)
    return f"letters/{letter.key if letter else '-'}/presented/{session.label if session else '-'}"


def _meeting(material: Material, meeting: Any) -> str:
    committee = next((one for one in material.committees if one.id == meeting.committee_id), None)
    return f"committees/{committee.key if committee else '-'}/meetings/{meeting.position}"


def _printed(material: Material, roll: Any) -> str:
    vote = next((one for one in material.votes if one.id == roll.vote_id), None)
    return f"votes/{vote.label if vote else '-'}/printed/{roll.key}"


def _record(material: Material, record: Any) -> str:
    session = material.session_by_id.get(record.session_id)
    return f"records/{session.label if session else '-'}/{record.record_language}"


def _overlay(material: Material, overlay: Any) -> str:
    record = next((one for one in material.records if one.id == overlay.record_id), None)
    return f"{_record(material, record)}/overlays/{overlay.uid}" if record else f"records/-/{overlay.uid}"


def _change(material: Material, change: Any) -> str:
    motion = next((one for one in material.motions if one.id == change.motion_id), None)
    return f"motions/{motion.label if motion else '-'}/changes/{change.position}"


def _event(material: Material, event: Any) -> str:
    founded = material.organization_by_id.get(event.organization_id)
    return f"organizations/{founded.slug if founded else '-'}/events/{event.position}"


ADDRESSES: dict[str, Address] = {
    "Conference": lambda _m, _one: "conference",
    "Occasion": lambda _m, one: f"occasions/{one.position}",
    "ConveningInstrument": lambda _m, one: f"instruments/{one.position}",
    "Rulebook": lambda _m, one: f"rulebooks/{one.number}",
    "Source": lambda _m, one: f"sources/{one.key}",
    "Document": lambda _m, one: f"documents/{one.key}",
    "Organization": lambda _m, one: f"organizations/{one.slug}",
    "Organ": _organ,
    "OrganizationEvent": _event,
    "Official": lambda _m, one: f"officials/{one.slug}",
    "Office": _office,
    "Appointment": _appointment,
    "Committee": lambda _m, one: f"committees/{one.key}",
    "CommitteeMeeting": _meeting,
    "Delegation": lambda _m, one: f"delegations/{one.key}",
    "Delegate": _delegate,
    "Guest": lambda _m, one: f"guests/{one.position}",
    "Hall": lambda _m, one: f"halls/{one.key}",
    "Session": lambda _m, one: f"sessions/{one.label}",
    "Contribution": lambda _m, one: f"contributions/{one.key}",
    "Letter": lambda _m, one: f"letters/{one.key}",
    "LetterPresentation": _presentation,
    "Agenda": lambda _m, one: f"agendas/{one.key}",
    "AgendaItem": _item,
    "Roll": _within_session("rolls"),
    "LogEntry": _within_session("log"),
    "Motion": lambda _m, one: f"motions/{one.label}",
    "TextChange": _change,
    "Ruling": lambda _m, one: f"rulings/{one.label}",
    "Vote": lambda _m, one: f"votes/{one.label}",
    "PrintedRoll": _printed,
    "Decision": lambda _m, one: f"decisions/{one.label}",
    "SessionRecord": _record,
    "Overlay": _overlay,
}
