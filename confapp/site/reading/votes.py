"""A vote in an edition, as the macro `vote.vote` shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup, escape

from confapp.proceedings.exports.dates import written
from confapp.site.markup import filled, joined, named
from confapp.site.texts import Said
from confapp.voting.words import CHOICES, METHODS, RESULTS

Data = Mapping[str, Any]
Address = Callable[[str], str]

ORDER = ("yes", "no", "abstain", "divided", "not_voting", "absent", "unclear")


@dataclass(frozen=True, slots=True)
class VoteTable:
    """The question, what came of it, the totals, who voted how, and what was changed or printed otherwise."""

    label: Markup
    question: Markup
    question_href: str
    method: str
    result: str
    totals: dict[str, int]
    rows: dict[str, list[tuple[Said, str, Markup]]]
    changes: list[Markup] = field(default_factory=list)
    notes: list[Markup] = field(default_factory=list)
    id: str = ""
    language: str = ""


def vote_table(data: Data, language: str, *, href: str, delegation: Address) -> VoteTable:
    """The vote of a paragraph; `language` is that of its texts where it is not the page's, `href` its own page.

    `delegation` finds the page of a delegation by its name.
    """
    totals = {str(key): int(number) for key, number in data.get("totals", {}).items()}
    rows = _rows(data.get("rows", []), language, delegation)
    shown = [key for key in ORDER if key in totals or key in rows]
    shown += [key for key in {**totals, **rows} if key not in ORDER]
    return VoteTable(
        label=filled(_("Vote %(label)s"), label=named(str(data["label"]))) if data.get("label") else Markup(),
        question=Said(str(data.get("question", "")), language).line,
        question_href=href,
        method=_word(METHODS, data.get("method")),
        result=_word(RESULTS, data.get("result")),
        totals={key: totals.get(key, len(rows.get(key, []))) for key in shown},
        rows=rows,
        changes=[_change(change, language) for change in data.get("changes", [])],
        notes=list(_notes(data, language, totals)),
    )


def _rows(rows: list[Data], language: str, delegation: Address) -> dict[str, list[tuple[Said, str, Markup]]]:
    found: dict[str, list[tuple[Said, str, Markup]]] = {}
    for row in rows:
        name = str(row.get("delegation", ""))
        choice = str(row.get("candidate") or row.get("choice", ""))
        found.setdefault(choice, []).append(
            (Said(name, language), delegation(name), joined(list(_remarks(row, language)), "; "))
        )
    return found


def _remarks(row: Data, language: str) -> Iterator[Markup]:
    if row.get("note"):
        yield Said(str(row["note"]), language).__html__()
    if (weight := row.get("weight", 1)) != 1:
        yield escape(_("%(weight)s votes", weight=weight))
    for dissent in row.get("dissents", []):
        yield Markup("{}: {}").format(
            Said(str(dissent.get("delegate", "")), language), _choice(dissent.get("choice")).lower()
        )


def _change(change: Data, language: str) -> Markup:
    facts = {"delegation": Said(str(change.get("delegation", "")), language), "to": _choice(change.get("to"))}
    if change.get("from"):
        sentence = filled(
            _("%(delegation)s changed its vote from “%(before)s” to “%(to)s”."), before=_choice(change["from"]), **facts
        )
    else:
        sentence = filled(_("%(delegation)s was entered later: “%(to)s”."), **facts)
    reason = Said(str(change.get("reason") or ""), language).__html__()
    return joined([sentence, joined([escape(_written(change.get("on"))), reason], "; ")], " ")


def _notes(data: Data, language: str, totals: Mapping[str, int]) -> Iterator[Markup]:
    """How the result follows, and what sources print where it differs from the count."""
    if data.get("derivation"):
        yield Said(str(data["derivation"]), language).line
    for roll in data.get("printed", []):
        announced: dict[str, int] = roll.get("totals", {})
        differs = any(totals.get(key, 0) != number for key, number in announced.items())
        if differs:
            figures = ", ".join(f"{_choice(key).lower()} {announced[key]}" for key in ORDER if key in announced)
            source = Said(str(roll.get("source", "")), language)
            yield filled(_("As printed in %(source)s: %(totals)s."), source=source, totals=figures)
        if roll.get("note"):
            yield Said(str(roll["note"]), language).__html__()


def _written(text: str | None) -> str:
    return written(text, "") if text else ""


def _choice(code: Any) -> str:
    return _word(CHOICES, code)


def _word(words: Mapping[Any, Any], code: Any) -> str:
    """A code in words; one that is not known here, as it stands."""
    return str(words.get(code, code or ""))
