"""English: how a vote is cast, and how many were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from confapp.records.phrases.en.words import listing
from confapp.voting.counting import Totals
from confapp.voting.models import Choice

CHOICES: Mapping[Choice, str] = {
    Choice.YES: "in favour",
    Choice.NO: "against",
    Choice.ABSTAIN: "as an abstention",
    Choice.ABSENT: "as absent",
    Choice.NOT_VOTING: "as not voting",
    Choice.DIVIDED: "as divided",
    Choice.UNCLEAR: "as unclear",
}
LISTED: Mapping[Choice, str] = {
    Choice.YES: "In favour",
    Choice.NO: "Against",
    Choice.ABSTAIN: "Abstaining",
    Choice.NOT_VOTING: "Not voting",
    Choice.DIVIDED: "Divided",
    Choice.UNCLEAR: "Unclear",
    Choice.ABSENT: "Absent",
}


def tally(totals: Totals) -> str:
    return stated(((Choice.YES, totals.yes), (Choice.NO, totals.no), (Choice.ABSTAIN, totals.abstain)))


def stated(figures: Iterable[tuple[Choice, int]]) -> str:
    return listing([f"{number or 'none'} {LISTED[choice].lower()}" for choice, number in figures])
