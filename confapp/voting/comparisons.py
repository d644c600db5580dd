"""What is printed of a vote, held against what is counted: names twice, names missing, totals that differ (R18)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from confapp.participation.models import Delegation
from confapp.voting.ballots import Voter
from confapp.voting.counting import Totals, differences, left_out, repeated, tally
from confapp.voting.models import Ballot, Choice, PrintedRoll, PrintedRow, Vote
from confapp.voting.printed import announced
from confapp.voting.tallies import Count, counted

# A roll names them only where it has a list of their own.
SILENT = {Choice.ABSENT, Choice.NOT_VOTING}
Differences = dict[Choice, tuple[int, int]]


class Mismatch(NamedTuple):
    """A place that is printed otherwise than it ever counted."""

    delegation: Delegation
    printed: Choice
    counted: Choice


@dataclass(frozen=True, slots=True)
class Comparison:
    """One printed roll beside the counted ballots."""

    roll: PrintedRoll
    printed: Totals
    """Its names, counted as they stand."""
    twice: tuple[Delegation, ...]
    missing: tuple[Delegation, ...]
    mismatches: tuple[Mismatch, ...]
    without_vote: tuple[Delegation, ...]
    of_nobody: tuple[PrintedRow, ...]
    own_differences: Differences
    """Its names against its own announced totals, as pairs of counted and announced."""
    differences: Differences
    """The counted ballots against its announced totals; none where these fit the count as declared or as it is now."""

    @property
    def is_clean(self) -> bool:
        return not (
            self.twice
            or self.missing
            or self.mismatches
            or self.without_vote
            or self.of_nobody
            or self.own_differences
            or self.differences
        )


def compare(vote: Vote, *, zone: str | None = None) -> list[Comparison]:
    """Hold every printed roll of a vote against its ballots; both are loaded."""
    count = counted(vote, zone=zone)
    return [_compare(roll, count) for roll in vote.printed_rolls]


def uncounted(count: Count, entitled: Iterable[Delegation]) -> list[Delegation]:
    """Who has a vote and is not counted at all, not even as absent (R18)."""
    ours = {ballot.delegation_id for ballot in count.ballots}
    return [delegation for delegation in entitled if delegation.id not in ours]


def _compare(roll: PrintedRoll, count: Count) -> Comparison:
    pairs = [(_voter(row), row.choice) for row in roll.rows if row.delegation_id is not None]
    of_whom = {_voter(row): row.delegation for row in roll.rows if row.delegation is not None}
    there = {_voter(ballot): ballot for ballot in count.declared_ballots}
    lists = {row.choice for row in roll.rows}
    expected = [voter for voter, ballot in there.items() if ballot.choice not in SILENT - lists] if roll.rows else []
    told = announced(roll)
    return Comparison(
        roll=roll,
        printed=tally(row.choice for row in roll.rows),
        twice=tuple(of_whom[voter] for voter in repeated(pairs)),
        missing=tuple(there[voter].delegation for voter in left_out(pairs, expected)),
        mismatches=tuple(_mismatches(roll, count)),
        without_vote=tuple(dict.fromkeys(one for one in of_whom.values() if not one.is_voting)),
        of_nobody=tuple(row for row in roll.rows if row.delegation_id is None),
        own_differences=differences(tally(row.choice for row in roll.rows), told) if roll.rows else {},
        differences=_differences(count, told),
    )


def _differences(count: Count, told: dict[Choice, int | None]) -> Differences:
    if not count.ballots:
        return {}
    as_declared, as_now = differences(count.declared, told), differences(count.now, told)
    return as_declared if as_now else {}


def _mismatches(roll: PrintedRoll, count: Count) -> Iterable[Mismatch]:
    counts: dict[Voter, list[Ballot]] = {}
    for ballot in (*count.declared_ballots, *(change.after for change in count.changes)):
        counts.setdefault(_voter(ballot), []).append(ballot)
    for voter, rows in _by_voter(roll).items():
        ballots = counts.get(voter, [])
        choices = {ballot.choice for ballot in ballots} | {Choice.UNCLEAR}
        if ballots and not {row.choice for row in rows} & choices and ballots[0].choice is not Choice.UNCLEAR:
            yield Mismatch(ballots[0].delegation, rows[0].choice, ballots[0].choice)


def _by_voter(roll: PrintedRoll) -> dict[Voter, list[PrintedRow]]:
    rows: dict[Voter, list[PrintedRow]] = {}
    for row in roll.rows:
        if row.delegation_id is not None:
            rows.setdefault(_voter(row), []).append(row)
    return rows


def _voter(place: Ballot | PrintedRow) -> Voter:
    return place.delegation_id or 0, place.delegate_id
