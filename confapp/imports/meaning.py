"""What a case says that no schema can forbid: votes logged in another session, changes of votes that nobody cast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext as _

from confapp.dates import Moment
from confapp.imports.problems import Lines, Problem
from confapp.imports.schema import Path, each, schema

Entry = Mapping[str, Any]
Found = Iterator[tuple[Path, str]]
PRESENCES = ("present", "absent", "excused", "unlisted", "unclear")


def problems_of(case: Entry, lines: Lines) -> Iterator[Problem]:
    """What is wrong with a case that is spelled out and whose references lead somewhere."""
    for check in (_instants, _committees, _rolls, _logs, _ballots, _changes, _delegates, _records):
        for path, reason in check(case):
            yield Problem(lines.of(path), reason)


def _instants(case: Entry) -> Found:
    zone = case["conference"].get("zone")
    for part, value, path in each(schema(), case):
        if part.get("x-reads") != "instant" or Moment.parse(value).instant is not None:
            continue
        if zone is None:
            yield path, _("this needs its offset from UTC, or the conference its “zone”")
        else:
            yield path, _("the clocks of %(zone)s showed this time twice or never; add its offset from UTC", zone=zone)


def _committees(case: Entry) -> Found:
    """Members of one title hold one office, which presides or does not."""
    for path, committee in _numbered(case, "committees"):
        offices: dict[str, tuple[bool, bool]] = {}
        for place, member in enumerate(committee.get("members", ())):
            quality = (member["unique"], member["presiding"])
            if offices.setdefault(member["title"], quality) != quality:
                yield (*path, "members", place), _("members of one title are all “presiding” and “unique”, or none is")


def _rolls(case: Entry) -> Found:
    for path, session in _numbered(case, "sessions"):
        for place, roll in enumerate(session.get("rolls", ())):
            seen: set[tuple[str, str]] = set()
            for status in PRESENCES:
                rows = enumerate(roll.get(status, ()))
                yield from _twice(rows, (*path, "rolls", place, status), seen, ("delegate", "delegation", "guest"))


def _twice(rows: Iterator[tuple[int, Entry]], path: Path, seen: set[tuple[str, str]], keys: tuple[str, ...]) -> Found:
    for place, row in rows:
        who = next(((key, row[key]) for key in keys if key in row), None)
        if who is None:
            yield (*path, place), _("say who this is")
        elif who in seen:
            yield (*path, place), _("“%(name)s” stands here a second time", name=who[1])
        else:
            seen.add(who)


def _logs(case: Entry) -> Found:
    """What a log entry names must be of its own session."""
    sessions = {
        (section, entry["id"]): entry.get("session")
        for section in ("votes", "rulings", "decisions")
        for entry in case.get(section, ())
    }
    presented = {
        (letter["id"], one["session"], form)
        for letter in case.get("letters", ())
        for one in letter.get("presented", ())
        for form in (one["form"], None)
    }
    for path, session in _numbered(case, "sessions"):
        called: set[int] = set()
        own: set[str] = set()
        for place, entry in enumerate(session.get("log", ())):
            at = (*path, "log", place)
            yield from _foreign(entry, session["label"], at, sessions)
            for letter in entry.get("letter", ()):
                if (letter["letter"], session["label"], letter.get("form")) not in presented:
                    yield (*at, "letter"), _("this letter is not “presented” in this session, or not in this form")
            yield from _roll_of(entry, len(session.get("rolls", ())), at, called)
            yield from _striking(entry, own, at)
            own.add(entry.get("id", ""))


def _striking(entry: Entry, own: set[str], at: Path) -> Found:
    if "strikes" not in entry:
        return
    if entry["strikes"] not in own:
        yield (*at, "strikes"), _("an entry strikes an earlier one of its own session")
    elif entry["kind"] != "note" or set(entry) - {"id", "kind", "text", "strikes"} or "text" not in entry:
        yield at, _("an entry that strikes another is a note and says why; it says nothing else")


def _foreign(entry: Entry, label: str, at: Path, sessions: Mapping[tuple[str, str], str | None]) -> Found:
    for key in ("vote", "ruling", "decision"):
        other = sessions.get((f"{key}s", entry.get(key, "")))
        if other not in (None, label):
            yield (*at, key), _("“%(name)s” is of session %(label)s", name=entry[key], label=other)


def _roll_of(entry: Entry, count: int, at: Path, called: set[int]) -> Found:
    number = entry.get("roll")
    if number is None:
        return
    if number > count or number in called:
        yield (*at, "roll"), _("the session has no roll %(number)s that is not called elsewhere", number=number)
    called.add(number)


def _ballots(case: Entry) -> Found:
    for path, vote in _numbered(case, "votes"):
        candidates = {candidate["id"] for candidate in vote.get("candidates", ())}
        seen: set[tuple[str, str]] = set()
        for choice, rows in vote.get("ballots", {}).items():
            lists = rows.items() if choice == "for" else [(None, rows)]
            for candidate, voters in lists:
                at = (*path, "ballots", choice, *([candidate] if candidate else []))
                if candidate and candidate not in candidates:
                    yield at, _("the vote has no candidate “%(name)s”", name=candidate)
                yield from _twice(enumerate(voters), at, seen, ("delegate", "delegation"))


def _changes(case: Entry) -> Found:
    for path, vote in _numbered(case, "votes"):
        rows = [row for rows in _lists(vote.get("ballots", {})) for row in rows]
        voters = {(row.get("delegation"), row.get("delegate")) for row in rows}
        candidates = {candidate["id"] for candidate in vote.get("candidates", ())}
        for place, change in enumerate(vote.get("changes", ())):
            at = (*path, "changes", place)
            if (change.get("delegation"), change.get("delegate")) not in voters:
                yield (
                    at,
                    _("a vote is changed that is not among the “ballots”; who was absent is listed there as absent"),
                )
            if (change["to"] == "candidate") != ("candidate" in change) or change.get("candidate", "") not in {
                "",
                *candidates,
            }:
                yield at, _("“to: candidate” goes with the id of a candidate of this vote, and nothing else does")


def _lists(ballots: Entry) -> Iterator[list[Entry]]:
    for choice, rows in ballots.items():
        yield from rows.values() if choice == "for" else [rows]


def _delegates(case: Entry) -> Found:
    for path, delegation in _numbered(case, "delegations"):
        own = {delegate["id"] for delegate in delegation.get("delegates", ())}
        for place, delegate in enumerate(delegation.get("delegates", ())):
            if delegate.get("replaces", "") not in {"", *own}:
                yield (
                    (*path, "delegates", place, "replaces"),
                    _("a delegate takes the place of one of the same delegation"),
                )


def _records(case: Entry) -> Found:
    logged = {
        entry["id"]: session["label"]
        for session in case.get("sessions", ())
        for entry in session.get("log", ())
        if "id" in entry
    }
    seen: set[tuple[str, str]] = set()
    for path, record in _numbered(case, "records"):
        if (which := (record["session"], record["language"])) in seen:
            yield path, _("this session has a record in this language already")
        seen.add(which)
        for place, paragraph in enumerate(record.get("overlay", ())):
            if logged.get(paragraph.get("anchor", ""), record["session"]) != record["session"]:
                yield (*path, "overlay", place, "anchor"), _("this log entry is of another session")


def _numbered(case: Entry, section: str) -> Iterator[tuple[Path, Entry]]:
    for place, entry in enumerate(case.get(section, ())):
        yield (section, place), entry
