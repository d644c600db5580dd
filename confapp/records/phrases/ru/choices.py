"""Russian: how a vote is cast, and how many were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from confapp.voting.counting import Totals
from confapp.voting.models import Choice

CHOICES: Mapping[Choice, str] = {
    Choice.YES: "«за»",
    Choice.NO: "«против»",
    Choice.ABSTAIN: "«воздержание»",
    Choice.ABSENT: "«отсутствие»",
    Choice.NOT_VOTING: "«неучастие»",
    Choice.DIVIDED: "«разделён»",
    Choice.UNCLEAR: "«неясно»",
}
LISTED: Mapping[Choice, str] = {
    Choice.YES: "За",
    Choice.NO: "Против",
    Choice.ABSTAIN: "Воздержались",
    Choice.NOT_VOTING: "Не участвовали",
    Choice.DIVIDED: "Голоса разделились",
    Choice.UNCLEAR: "Неясно",
    Choice.ABSENT: "Отсутствуют",
}


def tally(totals: Totals) -> str:
    return stated(((Choice.YES, totals.yes), (Choice.NO, totals.no), (Choice.ABSTAIN, totals.abstain)))


def stated(told: Iterable[tuple[Choice, int]]) -> str:
    return ", ".join(f"{LISTED[choice].lower()} — {number}" for choice, number in told)
