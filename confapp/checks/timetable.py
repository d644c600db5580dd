"""The timetable: one hall or one person at two places at once; places that do not fit the format."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from flask_babel import gettext as _

from confapp.checks.findings import Finding, Severity
from confapp.checks.material import Material, grouped
from confapp.checks.places import place
from confapp.checks.sessions import name_of
from confapp.checks.texts import Text
from confapp.conferences.models import ConferenceFormat
from confapp.programme.models import Contribution, Session, SessionState


class Slot(NamedTuple):
    """Something that takes place from one instant to another."""

    start: datetime
    end: datetime
    name: str
    key: str
    session_id: int | None
    thing: Session | Contribution


def halls(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Two sessions in one hall at the same time."""
    halls = {hall.id: hall for hall in material.halls}
    placed = [(session.hall_id, slot) for session in material.sessions if (slot := _session(session))]
    alone = [
        (one.hall_id, slot)
        for one in material.contributions
        if one.session_id is None and not one.is_withdrawn and (slot := _contribution(material, one))
    ]
    for hall_id, one, other in _clashes((*placed, *alone)):
        hall = halls.get(hall_id)
        if hall is not None:
            message = _(
                "“%(one)s” and “%(other)s” overlap in %(hall)s.", one=one.name, other=other.name, hall=hall.name
            )
            yield _finding("hall-overlap", material, one, other, message)


def people(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """One person in two sessions or contributions at the same time."""
    slots = {one.id: slot for one in material.contributions if (slot := _contribution(material, one))}
    presiding = [(one.presiding_id, slot) for one in material.sessions if (slot := _session(one))]
    speaking = [
        (one.official_id, slots[one.contribution_id])
        for one in material.contribution_people
        if one.contribution_id in slots
    ]
    for official_id, one, other in _clashes((*presiding, *speaking)):
        # Whoever presides over a session may well speak in it.
        if one.session_id != other.session_id or one.session_id is None or one.thing.__class__ is other.thing.__class__:
            message = _(
                "%(person)s is needed in two places at once: “%(one)s” and “%(other)s”.",
                person=material.person(official_id),
                one=one.name,
                other=other.name,
            )
            yield _finding("person-overlap", material, one, other, message, material.person(official_id))


def _session(session: Session) -> Slot | None:
    start, end = session.planned_start, session.planned_end
    if start is None or end is None or start >= end or session.state is SessionState.CANCELLED:
        return None
    return Slot(start, end, name_of(session), f"session:{session.label}", session.id, session)


def _contribution(material: Material, one: Contribution) -> Slot | None:
    if one.planned_start is None or not one.duration_minutes or one.is_withdrawn:
        return None
    session = material.session_by_id.get(one.session_id or 0)
    if session is not None and session.state is SessionState.CANCELLED:
        return None
    end = one.planned_start + timedelta(minutes=one.duration_minutes)
    return Slot(one.planned_start, end, one.title, f"contribution:{one.key}", one.session_id, one)


def _clashes(placed: Iterable[tuple[int | None, Slot]]) -> Iterator[tuple[int, Slot, Slot]]:
    """What overlaps with the one before it that ends last, in every place."""
    for key, pairs in grouped(((one, slot) for one, slot in placed if one is not None), lambda pair: pair[0]).items():
        latest: Slot | None = None
        seen: set[Hashable] = set()
        for _key, slot in sorted(pairs, key=lambda pair: (pair[1].start, pair[1].end, pair[1].key)):
            if slot.key not in seen and latest is not None and slot.start < latest.end:
                yield key or 0, latest, slot
            seen.add(slot.key)
            if latest is None or slot.end > latest.end:
                latest = slot


def _finding(code: str, material: Material, one: Slot, other: Slot, message: str, who: str = "") -> Finding:
    where = place(material, other.thing, f"planned_start:{one.key}{f':{who}' if who else ''}")
    evidence = (str(one.start), str(one.end), str(other.start), str(other.end))
    return Finding(code, Severity.WARNING, where, message, _("Move one of the two."), evidence)


def format_and_place(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """An online conference with halls, one in person with no place, and times without a zone."""
    conference = material.conference
    used = {session.hall_id for session in material.sessions} | {one.hall_id for one in material.contributions}
    in_use = [hall.name for hall in material.halls if hall.id in used]
    where = place(material, conference, "format")
    if conference.format is ConferenceFormat.ONLINE and in_use:
        message = _("The conference is online, and sessions are placed in %(hall)s.", hall=in_use[0])
        suggestion = _("Make it hybrid, or take the halls from the sessions.")
        yield Finding("online-with-hall", Severity.WARNING, where, message, suggestion, tuple(in_use))
    places = (conference.place, conference.venue, *in_use, *(session.place for session in material.sessions))
    if conference.format is ConferenceFormat.IN_PERSON and not any(places):
        message = _("The conference is in person, and nobody knows where.")
        yield Finding("in-person-without-place", Severity.INFO, where, message, _("Enter its place or its halls."))
    timed = [one for one in material.sessions if one.planned_start is not None]
    if not conference.zone:
        severity = Severity.WARNING if timed else Severity.INFO
        message = _("The conference has no time zone: nobody can say when its hours are.")
        suggestion = _("Choose the zone of the place, or the one that is announced.")
        yield Finding(
            "zone-missing", severity, place(material, conference, "zone"), message, suggestion, (str(bool(timed)),)
        )
