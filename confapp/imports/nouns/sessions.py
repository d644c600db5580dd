"""Sessions as they were held: opened, rolls, the log, adjourned."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from flask_babel import gettext as _

from confapp.dates import Moment
from confapp.floor import operations
from confapp.floor.models import EntryKind, EntrySpeaker, LogEntry, Presence, PresenceStatus, Roll
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.schema import Path, of_shape
from confapp.programme import operations as programme
from confapp.programme.models import Session, SessionState

PRESENCES = {status.value: status for status in PresenceStatus}
ROLL = Noun(Roll, part_of("sessions", "rolls"), apart=" ".join(PRESENCES))
ATTENDEE = Noun(
    Presence, of_shape(part_of("sessions", "rolls")["properties"]["present"]["items"], {}), printed="printed_name"
)
ELSEWHERE = "id by motion vote ruling decision letter roll strikes"
ENTRY = Noun(LogEntry, part_of("sessions", "log"), apart=ELSEWHERE, at="occurred", item="agenda_item")
SPEAKER = Noun(EntrySpeaker, of_shape(part_of("sessions", "log")["properties"]["by"]["anyOf"][0], {}))
HELD = {SessionState.OPEN, SessionState.SUSPENDED, SessionState.ADJOURNED, SessionState.CLOSED}
ENDED = {SessionState.ADJOURNED, SessionState.CLOSED}
TURNS = {EntryKind.SUSPENDED: operations.suspend_session, EntryKind.RESUMED: operations.resume_session}


def hold(case: Bringing, path: Path, entry: Entry) -> None:
    """Open a session that was held, call its rolls and keep its log."""
    session = case.row(["sessions"], entry["label"])
    state = SessionState(entry["state"])
    if state in HELD:
        operations.open_session(session, at=_moment(entry, "opened"), is_noted=False, by=case.by)
    elif state is SessionState.CANCELLED:
        programme.cancel_session(session, by=case.by)
    case.each("rolls", partial(_call, case, session), path, entry)
    case.each("log", partial(_note, case, session), path, entry)


def end(case: Bringing, path: Path, entry: Entry) -> None:
    """Adjourn or close a session that was; of another, the log must leave it in the state that it has."""
    session, state = case.row(["sessions"], entry["label"]), SessionState(entry["state"])
    if state in ENDED:
        operations.adjourn_session(
            session,
            at=_moment(entry, "adjourned"),
            note=entry.get("adjournment_note"),
            is_last=state is SessionState.CLOSED,
            is_noted=False,
            by=case.by,
        )
    elif session.state is not state:
        raise case.refusal((*path, "state"), _("by its log this session is “%(state)s”", state=session.state.value))


def _moment(entry: Entry, key: str) -> Moment | None:
    return Moment.parse(entry[key]) if key in entry else None


def _call(case: Bringing, session: Session, _path: Path, entry: Entry) -> None:
    presences: list[Any] = [
        {"status": status, **ATTENDEE.facts(row, case)}
        for key, status in PRESENCES.items()
        for row in entry.get(key, ())
    ]
    roll = operations.call_roll(session, presences=presences, by=case.by, **ROLL.facts(entry, case))
    case.keep("rolls", f"{session.label} {roll.position}", roll)


def _note(case: Bringing, session: Session, path: Path, entry: Entry) -> None:
    name = entry.get("id")
    local = name or f"{session.label}.{int(path[-1]) + 1}"
    uid = str(uuid5(NAMESPACE_URL, f"confapp:{case.file.slug}/{local}"))
    if "strikes" in entry:
        struck = case.row(["entries"], entry["strikes"])
        noted = operations.strike_entry(struck, reason=entry.get("text", ""), uid=uid, by=case.by)
    else:
        speakers: list[Any] = [SPEAKER.facts(speaker, case) for speaker in entry.get("by", ())]
        facts = ENTRY.facts(entry, case)
        noted = operations.add_entry(
            session, uid=uid, speakers=speakers, by=case.by, **facts, **_references(case, session, entry)
        )
        _turn(case, session, noted)
    case.keep("entries", name, noted)
    for key, section in (("vote", "votes"), ("ruling", "rulings"), ("decision", "decisions")):
        if key in entry:
            case.told[section, entry[key]] = noted
    case.mentions += [(mention["motion"], noted, mention["act"], path) for mention in entry.get("motion", ())]


def _turn(case: Bringing, session: Session, noted: LogEntry) -> None:
    """A session that is suspended or resumed by its log is so; the opening and the end are told by the session."""
    turn = TURNS.get(noted.kind)
    if turn is not None and session.state in {SessionState.OPEN, SessionState.SUSPENDED}:
        turn(session, at=noted.occurred, entry=noted, by=case.by)


def _references(case: Bringing, session: Session, entry: Entry) -> Any:
    found: Facts = {}
    if "roll" in entry:
        found["roll"] = case.rows["rolls"][f"{session.label} {entry['roll']}"]
    for letter in entry.get("letter", ()):
        form = letter.get("form") or _only_form(case, letter["letter"], session.label)
        found["presentation"] = case.rows["presentations"][f"{letter['letter']} {session.label} {form}"]
    return found


def _only_form(case: Bringing, letter: str, label: str) -> str:
    presented = next(one for one in case.case["letters"] if one["id"] == letter)["presented"]
    return next(str(one["form"]) for one in presented if one["session"] == label)
