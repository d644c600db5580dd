"""Sessions as entries: rolls, and the log with everything that points to its entries."""

from __future__ import annotations

from collections import defaultdict

from confapp.floor.models import EntrySpeaker, LogEntry, Presence, Roll
from confapp.imports import queries
from confapp.imports.fields import Facts
from confapp.imports.giving import UNNAMED, Giving
from confapp.imports.nouns.programme import SESSION
from confapp.imports.nouns.sessions import ATTENDEE, ENTRY, PRESENCES, ROLL, SPEAKER
from confapp.letters.models import LetterPresentation
from confapp.programme.models import Session

Log = dict[int, list[LogEntry]]


def call(giving: Giving) -> Log:
    """The log of each session, with the names that the case file gave."""
    of_conference = queries.within(LogEntry.session_id, Session, Session.conference_id == giving.conference.id)
    logs = queries.parts(LogEntry, LogEntry.session_id, of_conference, order=LogEntry.position)
    for entry in (entry for entries in logs.values() for entry in entries):
        kept = giving.kept["entries"].get(entry.id)
        if kept is not None and not kept.key.startswith(UNNAMED):
            giving.call("entries", entry.id, kept.key)
    return logs


def call_asked_for(giving: Giving, sessions: list[Session], logs: Log, asked_for: set[int]) -> None:
    """Name the entries that something refers to."""
    struck = {entry.strikes_id for entries in logs.values() for entry in entries if entry.strikes_id is not None}
    for session in sessions:
        for entry in logs[session.id]:
            if entry.id in asked_for | struck and entry.id not in giving.names["entries"]:
                giving.call("entries", entry.id, f"{session.label}.{entry.position}")


def give(giving: Giving, sessions: list[Session], logs: Log, told: dict[int, Facts]) -> list[Facts]:
    """Sessions as entries; `told` is what points to each entry of the log."""
    of_conference = queries.within(Roll.session_id, Session, Session.conference_id == giving.conference.id)
    rolls = queries.parts(Roll, Roll.session_id, of_conference, order=Roll.position)
    presences = queries.parts(
        Presence, Presence.roll_id, queries.within(Presence.roll_id, Roll, of_conference), order=Presence.position
    )
    numbers = {roll.id: roll.position for group in rolls.values() for roll in group}
    log = _Log(giving, told, numbers)
    return [
        {
            **SESSION.entry(row, giving),
            "label": giving.name(["sessions"], row.id),
            "number": row.number,
            "opened": str(row.opened) if row.opened else None,
            "adjourned": str(row.adjourned) if row.adjourned else None,
            "adjournment_note": row.adjournment_note,
            "state": row.state.value,
            "rolls": [_roll(giving, roll, presences[roll.id]) for roll in rolls[row.id]],
            "log": [log.entry(entry) for entry in logs[row.id]],
        }
        for row in sessions
    ]


def _roll(giving: Giving, roll: Roll, presences: list[Presence]) -> Facts:
    found = ROLL.entry(roll, giving)
    listed: dict[str, list[Facts]] = defaultdict(list)
    for presence in presences:
        row = ATTENDEE.entry(presence, giving)
        if "delegate" in row:
            row.pop("delegation", None)
        listed[presence.status.value].append(row)
    return {**found, **{key: listed[key] for key in PRESENCES}}


class _Log:
    """What entries of a log need beside themselves, read once for all."""

    def __init__(self, giving: Giving, told: dict[int, Facts], rolls: dict[int, int]) -> None:
        self.giving = giving
        self.told = told
        self.rolls = rolls
        of_conference = Session.conference_id == giving.conference.id
        of_sessions = queries.within(LogEntry.session_id, Session, of_conference)
        self.speakers = queries.parts(
            EntrySpeaker,
            EntrySpeaker.entry_id,
            queries.within(EntrySpeaker.entry_id, LogEntry, of_sessions),
            order=EntrySpeaker.position,
        )
        presented = queries.rows(
            LetterPresentation, queries.within(LetterPresentation.session_id, Session, of_conference)
        )
        self.presented = {one.id: one for one in presented}
        self.forms: dict[tuple[int, int], int] = defaultdict(int)
        for one in presented:
            self.forms[one.letter_id, one.session_id] += 1

    def entry(self, row: LogEntry) -> Facts:
        found = {**ENTRY.entry(row, self.giving), **self.told.get(row.id, {})}
        if row.id in self.giving.names["entries"]:
            found["id"] = self.giving.name(["entries"], row.id)
        if row.strikes_id is not None:
            found["strikes"] = self.giving.name(["entries"], row.strikes_id)
        if row.roll_id is not None:
            found["roll"] = self.rolls[row.roll_id]
        if row.presentation_id is not None:
            found["letter"] = [self._letter(self.presented[row.presentation_id])]
        return {**found, "by": [SPEAKER.entry(speaker, self.giving) for speaker in self.speakers[row.id]]}

    def _letter(self, presented: LetterPresentation) -> Facts:
        letter = {"letter": self.giving.name(["letters"], presented.letter_id)}
        if self.forms[presented.letter_id, presented.session_id] > 1:
            letter["form"] = presented.form.value
        return letter
