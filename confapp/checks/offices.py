"""Offices: roles without a body, acts outside a term, two possible holders, acting holders (R26, R27)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from flask_babel import gettext as _

from confapp.checks.excerpts import listed
from confapp.checks.findings import Finding, Severity, fault, is_not_stated
from confapp.checks.material import Material, grouped
from confapp.checks.names import folded
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.dates import Moment
from confapp.db import Sourced
from confapp.officials.models import Appointment
from confapp.participation.models import Delegate
from confapp.programme.models import Session
from confapp.spans import Span


def without_body(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Somebody who answers for something and belongs to no body that is stated."""
    seated = {one.official_id for one in material.settled if not _is_bodiless(material, one)}
    for official_id, posts in grouped(material.settled, lambda one: one.official_id).items():
        if official_id in seated or not all(_is_bodiless(material, one) for one in posts):
            continue
        name = material.person(official_id)
        what = listed(one.responsibility or material.office_by_id[one.office_id].title for one in posts)
        message = _("%(person)s is responsible (%(what)s) and belongs to no stated body.", person=name, what=what)
        suggestion = _("Say of which committee or organ the office is.")
        where = place(material, posts[0], "body")
        yield Finding("role-without-body", Severity.WARNING, where, message, suggestion, (name, what))


def _is_bodiless(material: Material, appointment: Appointment) -> bool:
    """Whether the office hangs on the conference only because its source names no body."""
    office = material.office_by_id[appointment.office_id]
    return office.body_id == material.conference.id and is_not_stated(office, "body")


def acts_outside_terms(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Who acts in the capacity of an office that he or she does not hold then."""
    held: dict[tuple[int, str], list[Appointment]] = {}
    for one in material.settled:
        held.setdefault((one.official_id, folded(material.office_by_id[one.office_id].title)), []).append(one)
    for thing, where, official_id, capacity, at in _acts(material):
        posts = held.get((official_id, folded(capacity)), [])
        if posts and at is not None and not any(_covers(post, at, material.zone) for post in posts):
            message = _(
                "%(person)s acts as %(capacity)s on %(date)s, outside the term of office.",
                person=material.person(official_id),
                capacity=capacity,
                date=str(at.date),
            )
            terms = tuple(f"{post.term_start}/{post.term_end}" for post in posts)
            yield Finding("role-outside-term", fault(thing), where, message, evidence=(str(at), *terms))


def _acts(material: Material) -> Iterator[tuple[Sourced, str, int, str, Moment | None]]:
    """Everything that somebody does in a stated capacity, with its place and its time."""
    for session in material.sessions:
        if session.presiding_id and session.presiding_capacity:
            where = place(material, session, "presiding")
            yield session, where, session.presiding_id, session.presiding_capacity, _day(material, session)
    entries = {entry.id: entry for entry in material.entries}
    for speaker in material.speakers:
        entry = entries.get(speaker.entry_id)
        if entry is not None and speaker.official_id and speaker.capacity:
            session = material.session_by_id[entry.session_id]
            at = entry.occurred or _day(material, session)
            where = place(material, entry, f"speakers.{speaker.position}")
            yield entry, where, speaker.official_id, speaker.capacity, at


def _day(material: Material, session: Session) -> Moment | None:
    """The whole day of a session: who was elected in it took the chair in it."""
    day = material.day_of(session)
    return Moment(day) if day else None


def _covers(post: Appointment, at: Moment, zone: str | None) -> bool:
    """Whether the term can cover the moment; a day that is stated as the end is its last one here."""
    if post.term_end is not None and post.term_end.date.latest >= at.date.earliest and post.term_end.time is None:
        return Span(post.term_start, None).possibly_covers(at, zone)
    return Span(post.term_start, post.term_end).possibly_covers(at, zone)


def two_holders(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Two terms in a unique office that may overlap; a certain overlap is refused when it is entered."""
    alone = [one for one in material.settled if one.holds_alone]
    for posts in grouped(alone, lambda one: one.office_id).values():
        for one, other in combinations(posts[:20], 2):
            if one.official_id != other.official_id and _may_overlap(one, other, material.zone):
                names = material.person(one.official_id), material.person(other.official_id)
                message = _(
                    "%(one)s and %(other)s may have been %(title)s at the same time.",
                    one=names[0],
                    other=names[1],
                    title=material.office_by_id[one.office_id].title,
                )
                suggestion = _("Say when the first term ended and the second began.")
                terms = tuple(f"{post.term_start}/{post.term_end}" for post in (one, other))
                where = place(material, other, "term")
                yield Finding("two-holders", Severity.WARNING, where, message, suggestion, (*names, *terms))


def _may_overlap(one: Appointment, other: Appointment, zone: str | None) -> bool:
    """Whether the terms can share time; of one that begins as the other is said to end, nobody thinks so."""
    if (one.term_end and one.term_end == other.term_start) or (other.term_end and other.term_end == one.term_start):
        return False
    first, second = Span(one.term_start, one.term_end), Span(other.term_start, other.term_end)
    return first.possibly_overlaps(second, zone)


def acting(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Somebody acting in an office while its holder is on the roll of the same session."""
    holders = grouped((one for one in material.settled if not one.is_acting), lambda one: one.office_id)
    for one in (appointment for appointment in material.settled if appointment.is_acting):
        principals = holders.get(one.office_id, [])
        for session in material.sessions if principals else ():
            at = material.moment_of(session)
            if at is None or not Span(one.term_start, one.term_end).certainly_covers(at, material.zone):
                continue
            there = _present(material, session.id)
            for other in principals:
                is_holder = Span(other.term_start, other.term_end).certainly_covers(at, material.zone)
                if is_holder and other.official_id in there:
                    message = _(
                        "%(one)s acts as %(title)s in session %(session)s, and %(other)s is there.",
                        one=material.person(one.official_id),
                        other=material.person(other.official_id),
                        title=material.office_by_id[one.office_id].title,
                        session=session.label,
                    )
                    where = place(material, one, f"acting:{session.label}")
                    yield Finding("acting-beside-holder", Severity.INFO, where, message)


def _present(material: Material, session_id: int) -> set[int]:
    delegates: dict[int, Delegate] = material.delegate_by_id
    return {
        delegates[presence.delegate_id].official_id
        for roll in material.rolls_of.get(session_id, ())
        for presence in material.presences_of.get(roll.id, ())
        if presence.delegate_id in delegates and presence.status.value == "present"
    }
