"""Votes as they were declared, and what was changed in them later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from confapp.voting import models as rows
from confapp.voting import queries
from confapp.voting.counting import Totals
from confapp.voting.printed import announced
from confapp.voting.tallies import Change, Count, totals_of


def vote(row: rows.Vote, names: Names, *, reverses: rows.Ruling | None = None, as_now: bool = False) -> Vote:
    """A vote as it was when its result was declared, or with everything that was changed and entered later."""
    count = queries.count_of(row)
    ballots = in_order(count.ballots if as_now else count.declared_ballots)
    return Vote(
        label=row.label,
        question=names.must(row, "question"),
        method=row.method,
        result=row.result,
        kind=row.kind,
        motion=motion_name(row.motion, names) if row.motion else None,
        method_text=names.words(row, "method_text"),
        result_text=names.words(row, "result_text"),
        totals=totals_of(ballots) if ballots else None,
        rows=tuple(_row(one, names) for one in ballots),
        candidates=tuple(Candidate(one.name, one.announced_votes, one.is_elected) for one in row.candidates),
        reckoning=queries.outcome_of(row, as_now=as_now).reckoning,
        printed=tuple(_printed(one, names) for one in row.printed_rolls),
        changes=tuple(changes(row, count, names)),
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


def in_order(ballots: Iterable[rows.Ballot]) -> list[rows.Ballot]:
    """Ballots in the order of the delegations."""
    return sorted(ballots, key=lambda one: (one.delegation.position, one.delegate.position if one.delegate else 0))


def changes(row: rows.Vote, count: Count, names: Names) -> Iterator[VoteChange]:
    """What was changed or entered later, with the totals before and after."""
    before = count.declared
    for change in count.changes:
        yield _change(row, change, names, before)
        before = change.totals


def changes_of(row: rows.Vote, names: Names, session_id: int) -> Iterator[tuple[int | None, VoteChange]]:
    """What was changed at one session, with the motion that asked for it."""
    count = queries.count_of(row)
    for change, told in zip(count.changes, changes(row, count, names), strict=True):
        if change.after.session_id == session_id:
            yield change.after.motion_id, told


def _change(row: rows.Vote, change: Change, names: Names, before: Totals) -> VoteChange:
    ballot = change.after
    return VoteChange(
        vote_label=row.label,
        question=names.must(row, "question"),
        vote_session=names.session_words(row.session),
        delegation=names.delegation(ballot.delegation),
        before=change.before.choice if change.before else None,
        after=ballot.choice,
        session=names.session_words(ballot.session) if ballot.session else None,
        on=ballot.entered,
        reason=names.plain(ballot.reason),
        authorized=names.plain(ballot.authorized),
        totals_before=before,
        totals_after=change.totals,
    )


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
    return PrintedRoll(
        title=names.must(row, "title"),
        announced=tuple((choice, number) for choice, number in announced(row).items() if number is not None),
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
