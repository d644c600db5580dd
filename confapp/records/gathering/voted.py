"""Votes as they were declared, and what was changed in them later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from confapp.conferences.rules_data import read_rules
from confapp.records.gathering.names import Names
from confapp.records.matters import (
    Candidate,
    Dissent,
    MotionName,
    PrintedRoll,
    PrintedRow,
    Vote,
    VoteChange,
    VoteRow,
)
from confapp.records.prose import Words
from confapp.voting import models as rows
from confapp.voting.counting import Poll, Reckoning, Totals, reckon, tally, weigh
from confapp.voting.models import Choice, VoteKind

ANNOUNCED = {
    Choice.YES: "announced_yes",
    Choice.NO: "announced_no",
    Choice.ABSTAIN: "announced_abstain",
    Choice.ABSENT: "announced_absent",
    Choice.NOT_VOTING: "announced_not_voting",
}


def vote(row: rows.Vote, names: Names, *, entitled: int, reverses: rows.Ruling | None = None) -> Vote:
    """A vote with its table as it was when the result was declared."""
    declared = declared_ballots(row)
    return Vote(
        label=row.label,
        question=names.must(row, "question"),
        method=row.method,
        result=row.result,
        kind=row.kind,
        motion=motion_name(row.motion, names) if row.motion else None,
        method_text=names.words(row, "method_text"),
        result_text=names.words(row, "result_text"),
        totals=tally(one.choice for one in declared) if declared else None,
        rows=tuple(_row(one, names) for one in declared),
        candidates=tuple(Candidate(one.name, one.announced_votes, one.is_elected) for one in row.candidates),
        reckoning=reckoning(row, declared, entitled),
        printed=tuple(_printed(one, names) for one in row.printed_rolls),
        changes=tuple(changes(row, names)),
        round=row.round,
        first_called=names.delegation(row.first_called) if row.first_called else None,
        casting_choice=row.casting_choice,
        casting_by=names.speaker(row.casting_by) if row.casting_by else None,
        reconsiders=names.must(row.reconsiders, "question") if row.reconsiders else None,
        reverses=names.must(reverses, "text") if reverses else None,
        note=names.words(row, "note"),
    )


def motion_name(row: rows.Motion, names: Names) -> MotionName:
    """A motion as others refer to it."""
    return MotionName(row.label, row.kind, names.must(row, "summary"))


def declared_ballots(row: rows.Vote) -> list[rows.Ballot]:
    """The ballots that were counted when the result was declared, in the order of the delegations."""
    first = [one for one in row.ballots if one.supersedes_id is None and one.reason is None]
    return sorted(first, key=lambda one: (one.delegation.position, one.delegate.position if one.delegate else 0))


def changes(row: rows.Vote, names: Names, *, at: int | None = None) -> Iterator[VoteChange]:
    """What was changed or entered later, with the totals before and after; `at` leaves those of one session."""
    counted: dict[int, rows.Ballot] = {one.id: one for one in declared_ballots(row)}
    for one in sorted((one for one in row.ballots if one.reason is not None), key=lambda one: one.id):
        before = tally(ballot.choice for ballot in counted.values())
        former = counted.pop(one.supersedes_id, None) if one.supersedes_id else None
        counted[one.id] = one
        after = tally(ballot.choice for ballot in counted.values())
        if at is None or one.session_id == at:
            yield _change(row, one, names, former, (before, after))


def _change(
    row: rows.Vote, ballot: rows.Ballot, names: Names, former: rows.Ballot | None, totals: tuple[Totals, Totals]
) -> VoteChange:
    return VoteChange(
        vote_label=row.label,
        question=names.must(row, "question"),
        vote_session=Words(row.session.label, names.language),
        delegation=names.delegation(ballot.delegation),
        before=former.choice if former else None,
        after=ballot.choice,
        session=Words(ballot.session.label, names.language) if ballot.session else None,
        on=ballot.entered,
        reason=names.plain(ballot.reason),
        authorized=names.plain(ballot.authorized),
        totals_before=totals[0],
        totals_after=totals[1],
    )


def reckoning(row: rows.Vote, declared: Sequence[rows.Ballot], entitled: int) -> Reckoning | None:
    """What the rules make of the ballots; nothing for an election and where there are no ballots or no rules."""
    if row.rulebook is None or not declared or row.kind is VoteKind.ELECTION:
        return None
    poll = Poll(
        heads=tally(one.choice for one in declared),
        weights=weigh((one.choice, one.weight) for one in declared),
        entitled=entitled,
        casting=row.casting_choice,
        is_second=row.reconsiders_id is not None,
    )
    return reckon(poll, read_rules(row.rulebook.rules), row.majority)


def _row(ballot: rows.Ballot, names: Names) -> VoteRow:
    dissents = tuple(
        Dissent(names.person(one.delegate.official), one.choice, names.plain(one.note)) for one in ballot.dissents
    )
    return VoteRow(
        delegation=names.delegation(ballot.delegation),
        choice=ballot.choice,
        person=names.person(ballot.delegate.official) if ballot.delegate else None,
        weight=ballot.weight,
        candidate=ballot.candidate.name if ballot.candidate else None,
        dissents=dissents,
    )


def _printed(row: rows.PrintedRoll, names: Names) -> PrintedRoll:
    announced = {choice: getattr(row, name) for choice, name in ANNOUNCED.items()}
    return PrintedRoll(
        title=names.must(row, "title"),
        announced=tuple((choice, number) for choice, number in announced.items() if number is not None),
        rows=tuple(PrintedRow(_printed_name(one, names), one.choice) for one in row.rows),
        note=names.words(row, "note"),
        of_record=row.document_id is None,
    )


def _printed_name(row: rows.PrintedRow, names: Names) -> str:
    if row.printed_name:
        return row.printed_name
    if row.delegate is not None:
        return names.person(row.delegate.official).name.text
    return row.delegation.name if row.delegation else "?"
