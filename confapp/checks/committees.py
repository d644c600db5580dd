"""Committees: without a chair, with members who answer for nothing, beyond their period of work."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.checks.excerpts import listed
from confapp.checks.findings import Finding, Severity
from confapp.checks.material import Material
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.committees.models import Committee, CommitteeKind
from confapp.dates import PartialDate
from confapp.formatting import format_date
from confapp.officials.models import Appointment, AppointmentState


def _members(material: Material, committee: Committee) -> list[Appointment]:
    offices = {office.id for office in material.offices if office.body_id == committee.id}
    return [one for one in material.settled if one.office_id in offices]


def chairs(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Committees over which nobody presides; one without anybody at all is told of instead."""
    for committee in material.committees:
        members = _members(material, committee)
        if not members:
            message = _("%(name)s has no members.", name=committee.name)
            yield Finding("committee-without-members", Severity.INFO, place(material, committee, "members"), message)
            continue
        presiding = [one for one in members if material.office_by_id[one.office_id].is_presiding]
        if not presiding and committee.committee_kind is not CommitteeKind.SECTION:
            message = _("%(name)s has no chair.", name=committee.name)
            suggestion = _("Appoint one of its members to the chair.")
            # A committee that has reported did without one.
            is_done = committee.rapporteur_id is not None or bool(committee.report)
            severity = Severity.INFO if is_done else Severity.WARNING
            yield Finding("committee-without-chair", severity, place(material, committee, "chair"), message, suggestion)


def responsibilities(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Members without a responsibility beside others who have one, and responsibilities that nobody has now."""
    for committee in material.committees:
        members = _members(material, committee)
        if any(one.responsibility for one in members):
            having = {one.official_id for one in members if one.responsibility}
            chairs_ = {one.official_id for one in members if material.office_by_id[one.office_id].is_presiding}
            idle = {one.official_id: None for one in members if one.official_id not in having | chairs_}
            for official_id in idle:
                name = material.person(official_id)
                message = _("%(person)s has no responsibility in %(name)s.", person=name, name=committee.name)
                where = place(material, committee, f"members:{name}")
                yield Finding("member-without-responsibility", Severity.INFO, where, message, evidence=(name,))
        yield from _unowned(material, committee, members)


def _unowned(material: Material, committee: Committee, members: list[Appointment]) -> Iterator[Finding]:
    """What somebody was asked to do and declined or laid down, and nobody does now."""
    offices = {office.id for office in material.offices if office.body_id == committee.id}
    all_ = [one for one in material.appointments if one.office_id in offices and one.responsibility]
    owned = {one.responsibility for one in members if one.state is not AppointmentState.ENDED}
    given = {
        one.responsibility: one for one in all_ if one.state in {AppointmentState.DECLINED, AppointmentState.ENDED}
    }
    is_over = committee.period_end is not None and committee.period_end.latest < material.now.date()
    for responsibility in () if is_over else given.keys() - owned:
        message = _("Nobody answers for “%(what)s” in %(name)s now.", what=responsibility, name=committee.name)
        where = place(material, committee, f"responsibility:{responsibility}")
        yield Finding("responsibility-without-member", Severity.INFO, where, message)


def coverage(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Territories of a committee in which a responsibility that is shared by territory has nobody."""
    for committee in material.committees:
        placed = [one for one in _members(material, committee) if one.responsibility and one.territory]
        territories = dict.fromkeys(one.territory for one in placed)
        for responsibility in dict.fromkeys(one.responsibility for one in placed):
            covered = {one.territory for one in placed if one.responsibility == responsibility}
            missing = [one for one in territories if one not in covered]
            if missing and len(covered) > 1:
                message = _("Nobody answers for “%(what)s” in %(where)s.", what=responsibility, where=listed(missing))
                where = place(material, committee, f"coverage:{responsibility}")
                evidence = tuple(map(str, missing))
                yield Finding("territory-unowned", Severity.INFO, where, message, evidence=evidence)


def periods(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Preparations that go on after the conference has begun, and meetings outside the period of work."""
    begun = _opening(material)
    for committee in material.committees:
        last = committee.period_end
        is_preparing = committee.committee_kind is CommitteeKind.PREPARATORY
        if is_preparing and last is not None and begun is not None and begun.latest < last.earliest:
            message = _(
                "%(name)s prepares the conference until %(date)s, when it has begun.",
                name=committee.name,
                date=format_date(last),
            )
            where, evidence = place(material, committee, "period_end"), (str(last), str(begun))
            yield Finding("period-after-opening", Severity.WARNING, where, message, evidence=evidence)
    yield from _meetings(material)


def _opening(material: Material) -> PartialDate | None:
    """When the conference began, as far as anybody knows."""
    conference = material.conference
    days = [day for session in material.sessions if (day := material.day_of(session)) is not None]
    opened = conference.opened.date if conference.opened else None
    return conference.starts_on or opened or min(days, key=lambda day: day.latest, default=None)


def _meetings(material: Material) -> Iterator[Finding]:
    by_id = {committee.id: committee for committee in material.committees}
    for meeting in material.meetings:
        committee = by_id[meeting.committee_id]
        day, first, last = (meeting.met.date if meeting.met else None), committee.period_start, committee.period_end
        is_early = day is not None and first is not None and day.latest < first.earliest
        if day is not None and (is_early or (last is not None and last.latest < day.earliest)):
            message = _(
                "%(name)s met on %(date)s, outside its period of work.", name=committee.name, date=format_date(day)
            )
            where, evidence = place(material, meeting, "met"), (str(day), str(first), str(last))
            yield Finding("meeting-outside", Severity.WARNING, where, message, evidence=evidence)
