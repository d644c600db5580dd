"""A vote in an edition, as the macro `vote.vote` shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup

from confapp.proceedings.exports.dates import written
from confapp.site.ballots import CHOICES, METHODS, RESULTS
from confapp.text import inline_html

Data = Mapping[str, Any]
Address = Callable[[str], str]

ORDER = ("yes", "no", "abstain", "divided", "not_voting", "absent", "unclear")


@dataclass(frozen=True, slots=True)
class VoteTable:
    """The question, what came of it, the totals, who voted how, and what was changed or printed otherwise."""

    label: str
    question: Markup
    question_href: str
    method: str
    result: str
    totals: dict[str, int]
    rows: dict[str, list[tuple[str, str, str]]]
    changes: list[str] = field(default_factory=list)
    notes: list[Markup | str] = field(default_factory=list)
    id: str = ""
    language: str = ""


def vote_table(data: Data, *, href: str, delegation: Address) -> VoteTable:
    """The vote of a paragraph; `href` is its own page, `delegation` finds the page of a delegation by its name."""
    totals = {str(key): int(number) for key, number in data.get("totals", {}).items()}
    rows = _rows(data.get("rows", []), delegation)
    shown = [key for key in ORDER if key in totals or key in rows]
    shown += [key for key in {**totals, **rows} if key not in ORDER]
    return VoteTable(
        label=_("Vote %(label)s", label=data["label"]) if data.get("label") else "",
        question=inline_html(str(data.get("question", ""))),
        question_href=href,
        method=_word(METHODS, data.get("method")),
        result=_word(RESULTS, data.get("result")),
        totals={key: totals.get(key, len(rows.get(key, []))) for key in shown},
        rows=rows,
        changes=[_change(change) for change in data.get("changes", [])],
        notes=list(_notes(data, totals)),
    )


def _rows(rows: list[Data], delegation: Address) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows:
        name = str(row.get("delegation", ""))
        choice = str(row.get("candidate") or row.get("choice", ""))
        found.setdefault(choice, []).append((name, delegation(name), "; ".join(_remarks(row))))
    return found


def _remarks(row: Data) -> Iterator[str]:
    if row.get("note"):
        yield str(row["note"])
    if (weight := row.get("weight", 1)) != 1:
        yield _("%(weight)s votes", weight=weight)
    for dissent in row.get("dissents", []):
        yield f"{dissent.get('delegate', '')}: {_choice(dissent.get('choice')).lower()}"


def _change(change: Data) -> str:
    facts = {"delegation": change.get("delegation", ""), "to": _choice(change.get("to"))}
    if change.get("from"):
        sentence = _(
            "%(delegation)s changed its vote from “%(before)s” to “%(to)s”.", before=_choice(change["from"]), **facts
        )
    else:
        sentence = _("%(delegation)s was entered later: “%(to)s”.", **facts)
    more = "; ".join(filter(None, (_written(change.get("on")), change.get("reason"))))
    return f"{sentence} {more}" if more else sentence


def _notes(data: Data, totals: Mapping[str, int]) -> Iterator[Markup | str]:
    """How the result follows, and what sources print where it differs from the count."""
    if data.get("derivation"):
        yield inline_html(str(data["derivation"]))
    for roll in data.get("printed", []):
        announced: dict[str, int] = roll.get("totals", {})
        differs = any(totals.get(key, 0) != number for key, number in announced.items())
        if differs:
            figures = ", ".join(f"{_choice(key).lower()} {announced[key]}" for key in ORDER if key in announced)
            yield _("As printed in %(source)s: %(totals)s.", source=roll.get("source", ""), totals=figures)
        if roll.get("note"):
            yield str(roll["note"])


def _written(text: str | None) -> str:
    return written(text, "") if text else ""


def _choice(code: Any) -> str:
    return _word(CHOICES, code)


def _word(words: Mapping[Any, Any], code: Any) -> str:
    """A code in words; one that is not known here, as it stands."""
    return str(words.get(code, code or ""))
