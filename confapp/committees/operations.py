"""Establish committees, appoint their members, hold their meetings and take their reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.committees.facts import CommitteeFacts, MeetingFacts, ReportFacts
from confapp.committees.models import Committee, CommitteeKind, CommitteeMeeting
from confapp.committees.periods import Period
from confapp.committees.queries import meetings, members
from confapp.conferences.belonging import refuse_foreign
from confapp.conferences.models import Conference
from confapp.dates import Moment, PartialDate
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import free_key, next_number, refuse_stale, write
from confapp.officials import operations as officials
from confapp.officials.facts import AppointmentFacts
from confapp.officials.models import Appointment, AppointmentState, Office, Official
from confapp.organizations.facts import NameFacts
from confapp.organizations.names import add_body_names, refuse_backward_names
from confapp.organizations.operations import rename_body
from confapp.text import slugify


def establish_committee(
    conference: Conference,
    *,
    name: str,
    committee_kind: CommitteeKind,
    key: str | None = None,
    names: Sequence[NameFacts] = (),
    by: User | None = None,
    **facts: Unpack[CommitteeFacts],
) -> Committee:
    """Set up a committee of the conference with its mandate and period of work (both days belong to it)."""
    refuse_backward_names(names)
    Period(facts.get("period_start"), facts.get("period_end"), conference.zone).refuse_backwards()
    key = free_key(Committee.key, Committee.conference_id == conference.id, key=key, wish=name, stem="committee")
    committee = Committee(conference=conference, conference_id=conference.id, key=key, committee_kind=committee_kind)
    write(committee, {"name": name, **facts})
    db.session.add(committee)
    db.session.flush()
    add_body_names(committee, names)
    audit.record(Action.COMMITTEE_ESTABLISHED, committee, by=by)
    db.session.flush()
    return committee


def change_committee(
    committee: Committee, *, version: int | None = None, by: User | None = None, **facts: Unpack[CommitteeFacts]
) -> None:
    """Change its mandate or period; a period that would leave a member's term or a meeting outside is refused."""
    refuse_stale(committee, version)
    start = facts.get("period_start", committee.period_start)
    end = facts.get("period_end", committee.period_end)
    _refuse_shorter(committee, Period(start, end, _zone_of(committee)))
    changed = write(committee, facts)
    audit.record(Action.COMMITTEE_CHANGED, committee, by=by, detail={"fields": changed})
    db.session.flush()


def rename_committee(
    committee: Committee,
    name: str,
    *,
    on: PartialDate | None = None,
    version: int | None = None,
    by: User | None = None,
) -> None:
    """Give it a new name; the old one is kept as a former name until that day."""
    refuse_stale(committee, version)
    former = rename_body(committee, name, on=on)
    audit.record(Action.COMMITTEE_CHANGED, committee, by=by, detail={"former": former})
    db.session.flush()


def appoint_member(
    committee: Committee,
    official: Official,
    *,
    title: str = "Member",
    is_unique: bool = False,
    is_presiding: bool = False,
    by: User | None = None,
    **facts: Unpack[AppointmentFacts],
) -> Appointment:
    """Appoint somebody to the committee for a term inside its period of work; no term means the whole period.

    The office of that title is created on first need, with the given quality.
    """
    period = _period(committee)
    period.refuse_outside(official.name, facts.get("term_start"), facts.get("term_end"))
    office = _office(committee, title) or officials.create_office(
        committee, title=title, is_unique=is_unique, is_presiding=is_presiding, by=by
    )
    appointment = officials.appoint(official, office, zone=period.zone, by=by, **facts)
    audit.record(Action.COMMITTEE_MEMBER_APPOINTED, committee, by=by, detail={"member": official.name, "title": title})
    db.session.flush()
    return appointment


def release_member(
    committee: Committee,
    appointment: Appointment,
    *,
    on: Moment,
    reason: str | None = None,
    by: User | None = None,
) -> None:
    """End a membership before the committee is discharged."""
    period = _period(committee)
    period.refuse_outside(committee.name, None, on)
    officials.vacate(appointment, on=on, reason=reason, zone=period.zone, by=by)
    audit.record(Action.COMMITTEE_MEMBER_RELEASED, committee, by=by)
    db.session.flush()


def hold_meeting(committee: Committee, *, by: User | None = None, **facts: Unpack[MeetingFacts]) -> CommitteeMeeting:
    """Note that the committee met; refused where that certainly was outside its period of work."""
    met = facts.get("met")
    _period(committee).refuse_outside(committee.name, met, None)
    position = next_number(CommitteeMeeting.position, CommitteeMeeting.committee_id == committee.id)
    meeting = CommitteeMeeting(committee=committee, position=position)
    write(meeting, facts)
    db.session.add(meeting)
    audit.record(Action.COMMITTEE_MET, committee, by=by)
    db.session.flush()
    return meeting


def change_meeting(
    committee: Committee,
    meeting: CommitteeMeeting,
    *,
    version: int | None = None,
    by: User | None = None,
    **facts: Unpack[MeetingFacts],
) -> None:
    """Correct what is known of a meeting, under the same rule."""
    refuse_stale(meeting, version)
    _period(committee).refuse_outside(committee.name, facts.get("met", meeting.met), None)
    changed = write(meeting, facts)
    detail = {"meeting": meeting.position, "fields": changed}
    audit.record(Action.COMMITTEE_CHANGED, committee, by=by, detail=detail)
    db.session.flush()


def submit_report(committee: Committee, *, by: User | None = None, **facts: Unpack[ReportFacts]) -> None:
    """Take the committee's report: its text, or the document that it is; of one of the past, at least when it came."""
    refuse_foreign(committee.conference_id, facts)
    if not any(facts.get(key) for key in ("report", "report_document", "report_dated", "report_presented")):
        raise RuleViolation(_("A report needs its text or its document."), field="report")
    if committee.report or committee.report_document_id:
        raise RuleViolation(_("%(name)s has reported already.", name=committee.name))
    write(committee, facts)
    audit.record(Action.COMMITTEE_REPORTED, committee, by=by)
    db.session.flush()


def discharge_committee(
    committee: Committee, *, on: PartialDate, outcome: str | None = None, by: User | None = None
) -> None:
    """End the committee's work on that day; memberships that were still open end with it."""
    zone, end = _zone_of(committee), Moment(on)
    Period(committee.period_start, on, zone).refuse_backwards()
    for appointment in _open_memberships(committee):
        officials.vacate(appointment, on=end, reason=_("The committee was discharged."), zone=zone, by=by)
    write(committee, {"period_end": on, **({"outcome": outcome} if outcome else {})})
    audit.record(Action.COMMITTEE_DISCHARGED, committee, by=by, detail={"on": str(on)})
    db.session.flush()


def _office(committee: Committee, title: str) -> Office | None:
    key = slugify(title)
    return db.session.scalar(
        sa.select(Office).where(Office.body_id == committee.id, sa.or_(Office.title == title, Office.key == key))
    )


def _open_memberships(committee: Committee) -> Sequence[Appointment]:
    return db.session.scalars(
        sa.select(Appointment)
        .join(Appointment.office)
        .where(
            Office.body_id == committee.id,
            Appointment.state.in_([AppointmentState.ACCEPTED, AppointmentState.IN_FORCE]),
            Appointment.term_end.is_(None),
        )
        .order_by(Appointment.id)
    ).all()


def _refuse_shorter(committee: Committee, period: Period) -> None:
    """Refuse a period that would leave a member's term or a meeting outside."""
    period.refuse_backwards()
    for seat in members(committee):
        period.refuse_outside(seat.official.name, seat.term_start, seat.term_end)
    for meeting in meetings(committee):
        period.refuse_outside(_("Meeting %(number)s", number=meeting.position), meeting.met, None)


def _period(committee: Committee) -> Period:
    return Period(committee.period_start, committee.period_end, _zone_of(committee))


def _zone_of(committee: Committee) -> str:
    return db.session.get_one(Conference, committee.conference_id).zone or "UTC"
