"""Add halls and tracks, plan sessions, and place contributions in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.committees.models import Committee
from confapp.conferences.belonging import refuse_foreign
from confapp.conferences.models import Conference
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import free_key, next_number, refuse_stale, write
from confapp.officials.models import Official
from confapp.programme.facts import ContributionFacts, HallFacts, SessionFacts, TrackFacts
from confapp.programme.models import (
    Contribution,
    ContributionPerson,
    ContributionRole,
    Hall,
    Session,
    SessionKind,
    SessionState,
    Track,
)
from confapp.text import slugify

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
COUNTED = frozenset({SessionKind.OPENING, SessionKind.PLENARY, SessionKind.COMMITTEE, SessionKind.CLOSING})

SPEAKER = ContributionRole.SPEAKER

Person = tuple[Official, ContributionRole, str | None]


def add_hall(
    conference: Conference, *, name: str, key: str | None = None, by: User | None = None, **facts: Unpack[HallFacts]
) -> Hall:
    """Add a place to meet in."""
    of_conference = Hall.conference_id == conference.id
    _refuse_capacity(facts)
    key = free_key(Hall.key, of_conference, key=key, wish=name, stem="hall")
    hall = Hall(conference_id=conference.id, key=key, position=next_number(Hall.position, of_conference))
    write(hall, {"name": name, **facts})
    db.session.add(hall)
    audit.record(Action.HALL_ADDED, hall, by=by)
    db.session.flush()
    return hall


def change_hall(
    hall: Hall, *, name: str, version: int | None = None, by: User | None = None, **facts: Unpack[HallFacts]
) -> None:
    """Change what is known of a hall."""
    refuse_stale(hall, version)
    _refuse_capacity(facts)
    changed = write(hall, {"name": name, **facts})
    audit.record(Action.HALL_CHANGED, hall, by=by, detail={"fields": changed})
    db.session.flush()


def add_track(
    conference: Conference, *, name: str, key: str | None = None, by: User | None = None, **facts: Unpack[TrackFacts]
) -> Track:
    """Add a thread through the programme."""
    of_conference = Track.conference_id == conference.id
    _refuse_colour(facts)
    key = free_key(Track.key, of_conference, key=key, wish=name, stem="track")
    track = Track(conference_id=conference.id, key=key, position=next_number(Track.position, of_conference))
    write(track, {"name": name, **facts})
    db.session.add(track)
    audit.record(Action.TRACK_ADDED, track, by=by)
    db.session.flush()
    return track


def change_track(
    track: Track, *, name: str, version: int | None = None, by: User | None = None, **facts: Unpack[TrackFacts]
) -> None:
    """Change the name or colour of a track."""
    refuse_stale(track, version)
    _refuse_colour(facts)
    changed = write(track, {"name": name, **facts})
    audit.record(Action.TRACK_CHANGED, track, by=by, detail={"fields": changed})
    db.session.flush()


def plan_session(
    conference: Conference,
    *,
    label: str | None = None,
    number: int | None = None,
    by: User | None = None,
    **facts: Unpack[SessionFacts],
) -> Session:
    """Plan a session behind those there are, also one of the past.

    Without a label and a number, one that is counted gets the next number of the conference (or of its committee),
    and a label from it; `number=None` with a label stays without a number.
    """
    refuse_foreign(conference.id, facts)
    _refuse_backwards(facts)
    committee = facts.get("committee")
    if number is None and label is None and facts.get("kind", SessionKind.PLENARY) in COUNTED:
        number = next_number(Session.number, *_same_count(conference.id, committee))
    if number is not None:
        _refuse_taken_number(conference.id, committee, number)
    position = next_number(Session.position, Session.conference_id == conference.id)
    label = _free_label(conference, label, number=number, position=position, facts=facts)
    session = Session(conference=conference, label=label, number=number, position=position)
    write(session, facts)
    db.session.add(session)
    audit.record(Action.SESSION_PLANNED, session, by=by)
    db.session.flush()
    return session


def change_session(
    session: Session, *, version: int | None = None, by: User | None = None, **facts: Unpack[SessionFacts]
) -> None:
    """Change what is planned; a session that was cancelled stays as it is."""
    refuse_stale(session, version)
    if session.state is SessionState.CANCELLED:
        raise RuleViolation(_("Session %(label)s was cancelled. Plan another one.", label=session.label))
    refuse_foreign(session.conference_id, facts)
    _refuse_backwards({"planned_start": session.planned_start, "planned_end": session.planned_end, **facts})
    changed = write(session, facts)
    audit.record(Action.SESSION_CHANGED, session, by=by, detail={"fields": changed})
    db.session.flush()


def cancel_session(session: Session, *, reason: str | None = None, by: User | None = None) -> None:
    """Cancel a planned session; its number and label are not used again."""
    if session.state is not SessionState.PLANNED:
        raise RuleViolation(_("Session %(label)s was opened and cannot be cancelled.", label=session.label))
    session.state = SessionState.CANCELLED
    audit.record(Action.SESSION_CANCELLED, session, by=by, detail={"reason": reason})
    db.session.flush()


def add_contribution(
    conference: Conference,
    *,
    title: str,
    key: str | None = None,
    session: Session | None = None,
    people: Sequence[Person] = (),
    by: User | None = None,
    **facts: Unpack[ContributionFacts],
) -> Contribution:
    """Add an address, report, paper or panel with its people: to a session, or not placed yet."""
    _refuse_duration(facts.get("duration_minutes"))
    refuse_foreign(conference.id, {"session": session, **facts})
    of_conference = Contribution.conference_id == conference.id
    key = free_key(Contribution.key, of_conference, key=key, wish=title, stem="contribution")
    place = Contribution.session_id == session.id if session else Contribution.session_id.is_(None)
    contribution = Contribution(
        conference_id=conference.id,
        key=key,
        session=session,
        position=next_number(Contribution.position, of_conference, place),
    )
    write(contribution, {"title": title, **facts})
    db.session.add(contribution)
    for position, (official, role, affiliation) in enumerate(people, 1):
        person = ContributionPerson(contribution=contribution, official=official, position=position)
        write(person, {"role": role, "affiliation": affiliation})
        db.session.add(person)
    audit.record(Action.CONTRIBUTION_ADDED, contribution, by=by)
    db.session.flush()
    return contribution


def change_contribution(
    contribution: Contribution,
    *,
    title: str | None = None,
    version: int | None = None,
    by: User | None = None,
    **facts: Unpack[ContributionFacts],
) -> None:
    """Change what is planned of it."""
    refuse_stale(contribution, version)
    _refuse_withdrawn(contribution)
    _refuse_duration(facts.get("duration_minutes"))
    refuse_foreign(contribution.conference_id, facts)
    changed = write(contribution, facts if title is None else {"title": title, **facts})
    audit.record(Action.CONTRIBUTION_CHANGED, contribution, by=by, detail={"fields": changed})
    db.session.flush()


def seat_speakers(contribution: Contribution, speakers: Sequence[Official], *, by: User | None = None) -> None:
    """Say who speaks, in that order; whoever was named with another part or affiliation keeps it."""
    _refuse_withdrawn(contribution)
    known = {one.official_id: (one.role, one.affiliation) for one in contribution.people}
    wanted = list(dict.fromkeys(official.id for official in speakers))
    if wanted == list(known):
        return
    db.session.execute(sa.delete(ContributionPerson).where(ContributionPerson.contribution_id == contribution.id))
    db.session.expire(contribution, ["people"])
    for position, official_id in enumerate(wanted, 1):
        role, affiliation = known.get(official_id, (SPEAKER, None))
        person = ContributionPerson(contribution_id=contribution.id, official_id=official_id, position=position)
        write(person, {"role": role, "affiliation": affiliation})
        db.session.add(person)
    audit.record(Action.CONTRIBUTION_CHANGED, contribution, by=by, detail={"fields": ["people"]})
    db.session.flush()


def place_contribution(contribution: Contribution, session: Session | None, *, by: User | None = None) -> None:
    """Put it behind the others of a session, or take it out of its session."""
    _refuse_withdrawn(contribution)
    refuse_foreign(contribution.conference_id, {"session": session})
    place = Contribution.session_id == session.id if session else Contribution.session_id.is_(None)
    position = next_number(Contribution.position, Contribution.conference_id == contribution.conference_id, place)
    contribution.session = session
    contribution.position = position
    audit.record(Action.CONTRIBUTION_CHANGED, contribution, by=by, detail={"fields": ["session"]})
    db.session.flush()


def withdraw_contribution(contribution: Contribution, *, by: User | None = None) -> None:
    """Withdraw it; the next release of the schedule goes without it."""
    _refuse_withdrawn(contribution)
    contribution.is_withdrawn = True
    audit.record(Action.CONTRIBUTION_WITHDRAWN, contribution, by=by)
    db.session.flush()


def _same_count(conference_id: int, committee: Committee | None) -> list[sa.ColumnElement[bool]]:
    """Sessions that are counted together: the conference's own, or those of one committee."""
    of_committee = Session.committee_id == committee.id if committee else Session.committee_id.is_(None)
    return [Session.conference_id == conference_id, of_committee]


def _free_label(
    conference: Conference, label: str | None, *, number: int | None, position: int, facts: SessionFacts
) -> str:
    if label is not None and (slugify(label, max_length=60) or "?") != label:
        raise RuleViolation(
            _(
                "“%(label)s” cannot stand in an address: use small letters a to z, digits and hyphens.",
                label=label[:60],
            ),
            field="label",
        )
    taken = Session.conference_id == conference.id, Session.label == label
    if label is not None and db.session.scalar(sa.select(Session.id).where(*taken)):
        raise RuleViolation(_("There is a session “%(label)s” already.", label=label), field="label")
    if label is not None:
        return label
    committee = facts.get("committee")
    wish = f"{committee.key}-{number or position}" if committee else str(number or facts.get("title") or position)
    return free_key(
        Session.label, Session.conference_id == conference.id, key=None, wish=wish[:50], stem=f"session-{position}"
    )


def _refuse_taken_number(conference_id: int, committee: Committee | None, number: int) -> None:
    if number < 1:
        raise RuleViolation(_("Sessions are counted from 1."), field="number")
    taken = sa.select(Session.label).where(Session.number == number, *_same_count(conference_id, committee))
    if (label := db.session.scalar(taken)) is not None:
        raise RuleViolation(
            _("Number %(number)s is the number of session “%(label)s”.", number=number, label=label), field="number"
        )


def _refuse_backwards(facts: SessionFacts) -> None:
    start, end = facts.get("planned_start"), facts.get("planned_end")
    if start and end and end <= start:
        raise RuleViolation(_("The session would end before it starts."), field="planned_end")


def _refuse_duration(minutes: int | None) -> None:
    if minutes is not None and minutes < 1:
        raise RuleViolation(_("A duration has at least one minute."), field="duration_minutes")


def _refuse_withdrawn(contribution: Contribution) -> None:
    if contribution.is_withdrawn:
        raise RuleViolation(_("“%(title)s” was withdrawn.", title=contribution.title))


def _refuse_capacity(facts: HallFacts) -> None:
    if (facts.get("capacity") or 0) < 0:
        raise RuleViolation(_("A hall cannot have fewer than no seats."), field="capacity")


def _refuse_colour(facts: TrackFacts) -> None:
    if (colour := facts.get("colour")) and not COLOUR.fullmatch(colour):
        raise RuleViolation(_("Write a colour like #1f4e79."), field="colour")
