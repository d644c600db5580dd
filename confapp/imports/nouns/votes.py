"""Votes with what was counted, what sources print, and what was changed later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

from confapp.imports import queries
from confapp.imports.bringing import Bringing
from confapp.imports.fields import Entry, Facts, Noun, part_of
from confapp.imports.giving import Giving
from confapp.imports.schema import Path, of_shape
from confapp.voting import operations
from confapp.voting.models import Ballot, Candidate, Choice, Dissent, PrintedRoll, PrintedRow, Vote

CHOICES = {choice.value: choice for choice in Choice if choice is not Choice.CANDIDATE}
ANNOUNCED = ("yes", "no", "abstain", "absent", "not_voting")
BALLOTS = part_of("votes")["properties"]["ballots"]["properties"]
VOTE = Noun(Vote, part_of("votes"), apart="id session motion rulebook candidates ballots casting printed changes")
CANDIDATE = Noun(Candidate, part_of("votes", "candidates"), apart="id", elected="is_elected")
BALLOT = Noun(Ballot, of_shape(BALLOTS["yes"]["items"], {}), apart="dissents")
DISSENT = Noun(Dissent, of_shape(BALLOTS["yes"]["items"], {})["properties"]["dissents"]["items"])
CHANGE = Noun(Ballot, part_of("votes", "changes"), apart="delegation delegate candidate", to="choice", by="cast_by")
PRINTED = Noun(PrintedRoll, part_of("votes", "printed"), apart=f"id announced {' '.join(CHOICES)}")
ROW = Noun(PrintedRow, of_shape(part_of("votes", "printed")["properties"]["yes"]["items"], {}), printed="printed_name")


def bring(case: Bringing, label: str) -> None:
    """Hold the votes of a session; what was changed in them later comes when all is known."""

    def hold(_path: Path, entry: Entry) -> None:
        if entry["session"] == label:
            _hold(case, entry)

    case.each("votes", hold)


def _hold(case: Bringing, entry: Entry) -> None:
    candidates: list[Any] = [{"key": one["id"], **CANDIDATE.facts(one, case)} for one in entry.get("candidates", ())]
    vote = operations.hold_vote(
        case.row(["sessions"], entry["session"]),
        label=entry["id"],
        motion=case.row(["motions"], entry["motion"]) if "motion" in entry else None,
        entry=case.told.get(("votes", entry["id"])),
        ballots=list(_ballots(case, entry.get("ballots", {}))),
        printed_rolls=[_printed(case, roll) for roll in entry.get("printed", ())],
        candidates=candidates,
        rulebook=case.rows["rulebooks"].get(str(entry["rulebook"])),
        **_casting(case, entry),
        by=case.by,
        **VOTE.facts(entry, case),
    )
    case.keep("votes", entry["id"], vote)


def _ballots(case: Bringing, ballots: Entry) -> Iterator[Any]:
    for key, rows in ballots.items():
        for candidate, voters in rows.items() if key == "for" else [(None, rows)]:
            for row in voters:
                dissents = [DISSENT.facts(dissent, case) for dissent in row.get("dissents", ())]
                choice = Choice.CANDIDATE if candidate is not None else CHOICES[key]
                yield {"choice": choice, "candidate": candidate, "dissents": dissents, **BALLOT.facts(row, case)}


def _printed(case: Bringing, entry: Entry) -> Any:
    rows = [{"choice": choice, **ROW.facts(row, case)} for key, choice in CHOICES.items() for row in entry.get(key, ())]
    announced = {f"announced_{key}": number for key, number in entry.get("announced", {}).items()}
    return {"key": entry["id"], "rows": rows, **announced, **PRINTED.facts(entry, case)}


def _casting(case: Bringing, entry: Entry) -> Any:
    casting = entry.get("casting")
    if casting is None:
        return {}
    by = case.row(["officials"], casting["by"]) if "by" in casting else None
    return {"casting_choice": Choice(casting["choice"]), "casting_by": by}


def settle(case: Bringing) -> None:
    """Enter what was changed or came late, in its order."""

    def change_all(path: Path, entry: Entry) -> None:
        case.each("changes", partial(_change, case, case.row(["votes"], entry["id"])), path, entry)

    case.each("votes", change_all)


def _change(case: Bringing, vote: Vote, _path: Path, entry: Entry) -> None:
    facts = CHANGE.facts(entry, case)
    delegate = case.row(["delegates"], entry["delegate"]) if "delegate" in entry else None
    delegation: Any = case.row(["delegations"], entry["delegation"]) if "delegation" in entry else None
    ballot = queries.standing_ballot(vote, delegation, delegate)
    if "candidate" in entry:
        facts["candidate"] = entry["candidate"]
    if ballot is not None:
        operations.supersede_ballot(ballot, by=case.by, **facts)
    else:
        operations.enter_ballot(vote, delegation=delegation, delegate=delegate, by=case.by, **facts)


def call(giving: Giving) -> list[Vote]:
    """Votes in their order, with their names."""
    votes = queries.rows(Vote, Vote.conference_id == giving.conference.id, order=Vote.position)
    for vote in votes:
        giving.call("votes", vote.id, vote.label)
    return list(votes)


def give(giving: Giving, votes: list[Vote], rulebooks: dict[int, int]) -> list[Facts]:
    """Votes as entries; `rulebooks` are their numbers."""
    counted = _Counted(giving)
    return [
        {
            **VOTE.entry(row, giving),
            "id": giving.name(["votes"], row.id),
            "session": giving.name(["sessions"], row.session_id),
            "motion": giving.name(["motions"], row.motion_id) if row.motion_id is not None else None,
            "rulebook": rulebooks[row.rulebook_id] if row.rulebook_id is not None else 0,
            "casting": _casting_entry(giving, row),
            **counted.of(row),
        }
        for row in votes
    ]


def _casting_entry(giving: Giving, row: Vote) -> Facts | None:
    if row.casting_choice is None:
        return None
    by = {"by": giving.name(["officials"], row.casting_by_id)} if row.casting_by_id is not None else {}
    return {"choice": row.casting_choice.value, **by}


class _Counted:
    """Candidates, ballots and printed rolls, read once for all votes."""

    def __init__(self, giving: Giving) -> None:
        of_conference = Vote.conference_id == giving.conference.id
        self.giving = giving
        self.candidates = _parts(Candidate, Candidate.vote_id, Vote, of_conference, Candidate.position)
        self.ballots = _parts(Ballot, Ballot.vote_id, Vote, of_conference)
        in_votes = queries.within(Ballot.vote_id, Vote, of_conference)
        self.dissents = _parts(Dissent, Dissent.ballot_id, Ballot, in_votes, Dissent.position)
        self.rolls = _parts(PrintedRoll, PrintedRoll.vote_id, Vote, of_conference, PrintedRoll.position)
        printed = queries.within(PrintedRoll.vote_id, Vote, of_conference)
        self.rows = _parts(PrintedRow, PrintedRow.printed_roll_id, PrintedRoll, printed, PrintedRow.position)

    def of(self, vote: Vote) -> Facts:
        candidates, ballots = self.candidates[vote.id], self.ballots[vote.id]
        keys = {candidate.id: candidate.key for candidate in candidates}
        return {
            "candidates": [{"id": one.key, **CANDIDATE.entry(one, self.giving)} for one in candidates],
            "ballots": self._ballots([one for one in ballots if one.reason is None], keys),
            "changes": [self._change(one, keys) for one in ballots if one.reason is not None],
            "printed": [self._printed(roll) for roll in self.rolls[vote.id]],
        }

    def _ballots(self, ballots: list[Ballot], candidates: dict[int, str]) -> Facts:
        found: dict[str, Any] = defaultdict(list)
        chosen: dict[str, list[Facts]] = defaultdict(list)
        for ballot in ballots:
            row = {**self._voter(ballot), **BALLOT.entry(ballot, self.giving)}
            if ballot.delegate_id is not None:
                del row["delegation"]
            row["dissents"] = [DISSENT.entry(one, self.giving) for one in self.dissents[ballot.id]]
            if ballot.candidate_id is not None:
                chosen[candidates[ballot.candidate_id]].append(row)
            else:
                found[ballot.choice.value].append(row)
        return {**found, "for": dict(chosen)} if chosen else dict(found)

    def _voter(self, ballot: Ballot) -> Facts:
        if ballot.delegate_id is not None:
            return {"delegate": self.giving.name(["delegates"], ballot.delegate_id)}
        return {"delegation": self.giving.name(["delegations"], ballot.delegation_id)}

    def _change(self, ballot: Ballot, candidates: dict[int, str]) -> Facts:
        candidate = {"candidate": candidates[ballot.candidate_id]} if ballot.candidate_id is not None else {}
        return {**self._voter(ballot), **CHANGE.entry(ballot, self.giving), **candidate}

    def _printed(self, roll: PrintedRoll) -> Facts:
        rows: dict[str, list[Facts]] = defaultdict(list)
        for printed in self.rows[roll.id]:
            row = ROW.entry(printed, self.giving)
            if "delegate" in row:
                row.pop("delegation", None)
            rows[printed.choice.value].append(row)
        announced = {key: getattr(roll, f"announced_{key}") for key in ANNOUNCED}
        stated = {key: number for key, number in announced.items() if number is not None}
        return {**PRINTED.entry(roll, self.giving), "id": roll.key, "announced": stated, **rows}


def _parts(model: Any, column: Any, whole: Any, where: Any, order: Any = None) -> dict[int, list[Any]]:
    return queries.parts(model, column, queries.within(column, whole, where), order=order)
