"""One session's rows as the material of its record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from confapp.conferences.models import Conference, ConferenceFormat
from confapp.dates import Moment
from confapp.floor import queries as floor
from confapp.floor.models import EntryKind, LogEntry
from confapp.floor.models import Roll as RollRow
from confapp.floor.presence import Act, QuorumFound, find_quorum
from confapp.programme.models import Session
from confapp.records.actors import Roll
from confapp.records.gathering import rows
from confapp.records.gathering.called import FindQuorum, roll
from confapp.records.gathering.fresh import forget_collections
from confapp.records.gathering.loose import with_loose
from confapp.records.gathering.matter import Matter, gathered
from confapp.records.gathering.moved import document, item, letter
from confapp.records.gathering.names import SessionNames, language_of
from confapp.records.material import Entry, NextSession, SessionMaterial
from confapp.records.matters import Letter
from confapp.records.prose import Words
from confapp.voting.procedure import rulebook_of_vote, rules_of


def gather(session: Session) -> SessionMaterial:
    """Read everything about a session; the number of queries does not depend on how much there is."""
    forget_collections(session)
    session = rows.whole(session)
    conference = session.conference
    names = SessionNames(conference, session, floor.capacities(conference))
    log = floor.log_of(session)
    find = _quorum_finder(session, conference)
    rolls = {one.id: roll(one, names, find) for one in floor.rolls_of(session)}
    matter = gathered(session, names)
    told = in_order(log)
    entries = [_entry(one, names, matter, rolls) for one in told]
    in_log = {one.roll_id for one in told}
    reported, others = _letters(session, told, names)
    entries = [replace(one, letters=reported.get(one.uid, ())) for one in entries]
    plain = _frame(session, conference, names)
    return replace(
        plain,
        entries=tuple(with_loose(entries, matter, {one.id: one.uid for one in told}, names)),
        rolls=tuple(one for key, one in rolls.items() if key not in in_log),
        letters=others,
        from_sources=bool(plain.sources) or any(one.provenance and one.provenance.get("sources") for one in told),
    )


def _letters(
    session: Session, told: Sequence[LogEntry], names: SessionNames
) -> tuple[Mapping[str, tuple[Letter, ...]], tuple[Letter, ...]]:
    """Letters without an entry of their own: by the report of the committee that they were referred to, and others."""
    shown = {one.presentation_id for one in told}
    loose = [one for one in rows.presentations(session) if one.id not in shown]
    reports = {one.committee_id: one.uid for one in told if one.kind is EntryKind.REPORT and one.committee_id}
    of_report: dict[str, tuple[Letter, ...]] = {}
    for one in loose:
        uid = reports.get(one.letter.referred_to_id or 0)
        if uid is not None:
            of_report[uid] = (*of_report.get(uid, ()), letter(one, names))
    others = tuple(letter(one, names) for one in loose if one.letter.referred_to_id not in reports)
    return of_report, others


def in_order(log: Sequence[LogEntry]) -> list[LogEntry]:
    """What the log says in the end: without what was struck, and with a correction in the place of what it strikes."""
    places = {one.id: one.position for one in log}
    said = [one for one in log if one.struck_by is None and not (one.strikes_id and one.kind is EntryKind.NOTE)]
    return sorted(said, key=lambda one: (places.get(one.strikes_id or one.id, one.position), one.position))


def _entry(row: LogEntry, names: SessionNames, matter: Matter, rolls: Mapping[int, Roll]) -> Entry:
    return Entry(
        uid=row.uid,
        key=f"p{row.position}",
        kind=row.kind,
        turn=row.position,
        occurred=row.occurred,
        text=names.words(row, "text"),
        speakers=tuple(
            names.speaker(one.official, one.delegation, one.capacity, one.role, row.occurred) for one in row.speakers
        ),
        item=item(row.agenda_item, names) if row.agenda_item else None,
        committee=names.words(row.committee, "name") if row.committee else None,
        document=document(row.document, names) if row.document else None,
        letter=letter(row.presentation, names) if row.presentation else None,
        roll=rolls.get(row.roll_id) if row.roll_id else None,
        motions=tuple(matter.mentions.get(row.id, ())),
        remarks=names.remarks(row.provenance),
        sources=names.sources(row.provenance),
    )


def _frame(session: Session, conference: Conference, names: SessionNames) -> SessionMaterial:
    return SessionMaterial(
        label=session.label,
        conference=names.must(conference, "name"),
        language=language_of(conference),
        kind=session.kind,
        state=session.state,
        number=session.number,
        title=names.words(session, "title"),
        committee=names.words(session.committee, "name") if session.committee else None,
        held_on=session.held_on or (session.opened.date if session.opened else None),
        place=_place(session, conference, names),
        is_online=conference.format is ConferenceFormat.ONLINE,
        opened=session.opened,
        adjourned=session.adjourned,
        opening_note=names.words(session, "opening_note"),
        adjournment_note=names.words(session, "adjournment_note"),
        presiding=names.presiding(session.committee_id),
        following=_following(session),
        remarks=names.remarks(session.provenance),
        sources=names.sources(session.provenance),
    )


def _place(session: Session, conference: Conference, names: SessionNames) -> Words | None:
    if session.place:
        return names.words(session, "place")
    return names.words(session.hall, "name") if session.hall else names.words(conference, "venue")


def _following(session: Session) -> NextSession | None:
    found = rows.following(session)
    if found is None:
        return None
    held = found.opened or (Moment(found.held_on) if found.held_on else None)
    return NextSession(found.label, found.number, held)


def _quorum_finder(session: Session, conference: Conference) -> FindQuorum:
    rules = rules_of(rulebook_of_vote(session, None))
    if rules is None or rules.quorum_to_open is None:
        return lambda _roll: None
    entitled = floor.entitled_delegations(conference)

    def find(row: RollRow) -> QuorumFound:
        return find_quorum(row, entitled, (), rules, Act.OPEN)

    return find
