"""A new conference after the model of another one: what was set up is taken over, what happened is not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from confapp.accounts.models import User
from confapp.agendas import operations as agendas
from confapp.agendas.models import Agenda, AgendaItem
from confapp.agendas.queries import agendas as agendas_of
from confapp.agendas.queries import in_force
from confapp.committees import operations as committees
from confapp.committees.models import Committee
from confapp.committees.queries import memberships
from confapp.conferences.beginning import begin_conference
from confapp.conferences.documents import adopt_rulebook
from confapp.conferences.models import Conference
from confapp.conferences.queries import rulebook_in_force
from confapp.dates import PartialDate
from confapp.desk.shifting import Shift
from confapp.officials.models import Appointment, AppointmentState
from confapp.programme import operations as programme
from confapp.programme.models import Hall, Session, SessionState, Track
from confapp.programme.queries import halls, sessions, tracks

KEPT = (
    "short_name", "description", "convener", "host", "format", "place", "venue", "zone", "languages",
    "record_languages", "calendar", "category", "tags", "accent", "language", "series",
)  # fmt: skip


class Part(StrEnum):
    """What can be taken over."""

    COMMITTEES = "committees"
    PROGRAMME = "programme"
    AGENDA = "agenda"


@dataclass(slots=True)
class Clone:
    """What of the old conference became what of the new one."""

    old: Conference
    new: Conference
    shift: Shift
    by: User | None
    committees: dict[int, Committee]
    halls: dict[int, Hall]
    tracks: dict[int, Track]
    sessions: dict[int, Session]


def clone_conference(
    conference: Conference,
    *,
    name: str,
    starts_on: PartialDate,
    slug: str | None = None,
    parts: Collection[Part] = tuple(Part),
    by: User | None = None,
) -> Conference:
    """Plan a conference like this one, all dates moved by as much as its first day; `by` organizes it.

    Members of committees are proposed anew, sessions are planned again, the agenda is a draft without outcomes. What
    happened stays where it is: participants, letters, documents, the log, records, and the act of convening.
    """
    shift = Shift.between(conference.starts_on, starts_on, conference.zone)
    kept = {key: getattr(conference, key) for key in KEPT}
    new = begin_conference(
        name=name, slug=slug, starts_on=starts_on, ends_on=shift.day(conference.ends_on), by=by, **kept
    )
    clone = Clone(conference, new, shift, by, {}, {}, {}, {})
    _copy_rules(clone)
    if Part.COMMITTEES in parts:
        _copy_committees(clone)
    if Part.PROGRAMME in parts:
        _copy_places(clone)
        _copy_sessions(clone)
    if Part.AGENDA in parts:
        _copy_agendas(clone)
    return new


def _copy_rules(clone: Clone) -> None:
    rulebook = rulebook_in_force(clone.old)
    if rulebook is not None:
        adopt_rulebook(clone.new, name=rulebook.name, rules=rulebook.rules, preset=rulebook.preset, by=clone.by)


def _copy_committees(clone: Clone) -> None:
    for known in memberships(clone.old):
        old = known.committee
        new = committees.establish_committee(
            clone.new,
            name=old.name,
            committee_kind=old.committee_kind,
            key=old.key,
            short_name=old.short_name,
            mandate=old.mandate,
            period_start=clone.shift.day(old.period_start),
            period_end=clone.shift.day(old.period_end),
            language=old.language,
            translations=dict(old.translations),
            by=clone.by,
        )
        clone.committees[old.id] = new
        for seat in known.members:
            if _stayed(old, seat):
                _propose(clone, new, seat)


def _stayed(committee: Committee, seat: Appointment) -> bool:
    """Whether somebody sat to the end of the work: who declined, left early or stood in for another is not asked."""
    end, period_end = seat.term_end, committee.period_end
    left = end is not None and period_end is not None and end.date.latest < period_end.earliest
    return not (left or seat.is_acting or seat.state is AppointmentState.DECLINED)


def _propose(clone: Clone, committee: Committee, seat: Appointment) -> None:
    """Propose somebody for the seat that they held."""
    committees.appoint_member(
        committee,
        seat.official,
        title=seat.office.title,
        is_unique=seat.office.is_unique,
        is_presiding=seat.office.is_presiding,
        responsibility=seat.responsibility,
        territory=seat.territory,
        state=AppointmentState.PROPOSED,
        by=clone.by,
    )


def _copy_places(clone: Clone) -> None:
    for old in halls(clone.old):
        clone.halls[old.id] = programme.add_hall(
            clone.new, name=old.name, key=old.key, capacity=old.capacity, address=old.address, by=clone.by
        )
    for track in tracks(clone.old):
        clone.tracks[track.id] = programme.add_track(
            clone.new, name=track.name, key=track.key, colour=track.colour, by=clone.by
        )


def _copy_sessions(clone: Clone) -> None:
    for old in sessions(clone.old):
        if old.state is SessionState.CANCELLED:
            continue
        clone.sessions[old.id] = programme.plan_session(
            clone.new,
            label=old.label,
            number=old.number,
            kind=old.kind,
            title=old.title,
            committee=clone.committees.get(old.committee_id or 0),
            hall=clone.halls.get(old.hall_id or 0),
            track=clone.tracks.get(old.track_id or 0),
            place=old.place,
            planned_start=clone.shift.instant(old.planned_start),
            planned_end=clone.shift.instant(old.planned_end),
            held_on=None if old.planned_start else clone.shift.day(old.held_on),
            language=old.language,
            by=clone.by,
        )


def _copy_agendas(clone: Clone) -> None:
    versions = agendas_of(clone.old)
    for session_id in dict.fromkeys(agenda.session_id for agenda in versions):
        if session_id is not None and session_id not in clone.sessions:
            continue
        latest = in_force([agenda for agenda in versions if agenda.session_id == session_id])
        if latest is not None:
            _copy_agenda(clone, latest)


def _copy_agenda(clone: Clone, old: Agenda) -> None:
    session = clone.sessions.get(old.session_id or 0)
    draft = agendas.draft_agenda(clone.new, session=session, title=old.title, language=old.language, by=clone.by)
    copies: dict[int, AgendaItem] = {}
    for item in old.items:
        copies[item.id] = agendas.add_item(
            draft,
            title=item.title,
            number=item.number,
            parent=copies.get(item.parent_id or 0),
            key=item.key,
            kind=item.kind,
            duration_minutes=item.duration_minutes,
            note=item.note,
            language=item.language,
            by=clone.by,
        )
