"""Paragraphs of an edition as blocks of a page: what is shown, in which words, but not yet how it is set."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from confapp.proceedings.exports.dates import written
from confapp.proceedings.exports.labels import labels
from confapp.proceedings.exports.runs import plain, runs
from confapp.proceedings.format import Paragraph

Block = dict[str, Any]
Data = Mapping[str, Any]

CHOICES = ("yes", "no", "abstain", "divided", "not_voting", "absent", "unclear")
ROLL_GROUPS = ("present", "absent", "excused", "not_listed")


def block(paragraph: Paragraph, language: str, url: str | None = None) -> Block:
    """One paragraph, with its words in the edition's language.

    Where `data` is shown as a table, the text is shown up to its first line feed only: the rest says the same. The text
    of a list may have nothing but its items.
    """
    words = labels(language)
    shown: Block = {"language": typst_language(paragraph.get("language") or language), "number": None, "url": None}
    if "redacted" in paragraph:
        facts = {"id": paragraph["id"], "reason": paragraph["reason"], "date": written(paragraph["at"][:10], language)}
        return {**shown, "kind": "gap", "text": words["blacked_out"] % facts}
    if "number" in paragraph:
        shown |= {"number": str(paragraph["number"]), "url": f"{url}#{paragraph['id']}" if url else None}
    kind, text, data = paragraph["kind"], paragraph["text"], paragraph.get("data", {})
    names = _delegations(paragraph)
    extra = _EXTRAS.get(kind, _nothing)(data, words, language)
    if extra.pop("replaces_text", False):
        text = _lead(text, extra.get("items", ()))
    if kind == "letter":
        extra["lines"] = [line for line in extra["lines"] if not plain(text).startswith(line)]
    return {**shown, "kind": kind, "runs": runs(text, names), **extra}


def _lead(text: str, items: Sequence[object]) -> str:
    lines = text.split("\n")
    return lines[0] if len(lines) > max(1, len(items)) else ""


def typst_language(tag: str) -> dict[str, str | bool | None]:
    """A language as typst names it, and which way it runs."""
    parts = tag.split("-")
    region = next((part.upper() for part in parts[1:] if len(part) == 2), None)  # noqa: PLR2004  ISO 3166 has two
    return {"lang": parts[0].lower(), "region": region, "rtl": parts[0].lower() in {"ar", "fa", "he", "ur", "yi"}}


def _delegations(paragraph: Paragraph) -> Collection[str]:
    refs = paragraph.get("refs", [])
    return {str(ref["text"]) for ref in refs if ref.get("kind") == "delegation" and ref.get("text")}


def _nothing(data: Data, words: Mapping[str, str], language: str) -> Block:  # noqa: ARG001  one shape for all kinds
    return {}


def _heading(data: Data, words: Mapping[str, str], language: str) -> Block:  # noqa: ARG001
    return {"level": 2 if data.get("level") == 2 else 1}  # noqa: PLR2004  there are two levels


def _roll(data: Data, words: Mapping[str, str], language: str) -> Block:  # noqa: ARG001
    groups = [
        {"label": words[name], "rows": [_presence(row) for row in data[name]]} for name in ROLL_GROUPS if data.get(name)
    ]
    quorum = data.get("quorum")
    sentence = words["quorum_met" if quorum.get("met") else "quorum_not_met"] % quorum if quorum else None
    return {"groups": groups, "quorum": sentence, "replaces_text": bool(groups)}


def _presence(row: Data) -> Block:
    return {"name": row["delegation"], "people": row.get("delegates", []), "note": row.get("note")}


def _vote(data: Data, words: Mapping[str, str], language: str) -> Block:
    groups = _vote_groups(data, words)
    changes = [_change(change, words, language) for change in data.get("changes", [])]
    printed = [_printed(roll, words) for roll in data.get("printed", [])]
    derivation = [data["derivation"]] if data.get("derivation") else []
    return {
        "question": runs(data.get("question", "")),
        "groups": groups,
        "lines": [*derivation, *changes, *printed],
        "replaces_text": bool(groups),
    }


def _vote_groups(data: Data, words: Mapping[str, str]) -> list[Block]:
    """Who voted how, in the order of the choices; a candidate is a choice of its own."""
    totals, rows = data.get("totals", {}), data.get("rows", [])
    chosen = [(row.get("candidate") or row["choice"], row) for row in rows]
    names = [name for name in CHOICES if name in totals or any(choice == name for choice, _ in chosen)]
    names += sorted((set(totals) | {choice for choice, _ in chosen}) - set(CHOICES))
    return [
        {
            "label": words.get(name, name) if name in CHOICES else name,
            "tone": min(names.index(name), 5) if name not in CHOICES else CHOICES.index(name),
            "count": totals.get(name, sum(choice == name for choice, _ in chosen)),
            "rows": [_voter(row, words) for choice, row in chosen if choice == name],
        }
        for name in names
        if totals.get(name) or any(choice == name for choice, _ in chosen) or name in ("yes", "no")
    ]


def _voter(row: Data, words: Mapping[str, str]) -> Block:
    dissents = [
        words["dissent"] % {**dissent, "choice": _choice(dissent["choice"], words).lower()}
        for dissent in row.get("dissents", [])
    ]
    notes = [note for note in (row.get("note"), *dissents) if note]
    return {"name": row["delegation"], "note": "; ".join(notes) or None}


def _change(change: Data, words: Mapping[str, str], language: str) -> str:
    facts = {
        "delegation": change["delegation"],
        "from": _choice(change.get("from") or "", words),
        "to": _choice(change["to"], words),
    }
    sentence = words["change" if change.get("from") else "entered"] % facts
    more = [written(change["on"], language)] if change.get("on") else []
    more += [change["reason"]] if change.get("reason") else []
    return f"{sentence} {'; '.join(more)}" if more else sentence


def _printed(roll: Data, words: Mapping[str, str]) -> str:
    totals = ", ".join(f"{_choice(name, words).lower()} {count}" for name, count in _ordered(roll.get("totals", {})))
    sentence: str = words["printed"] % {"source": roll.get("source", ""), "totals": totals or "–"}
    return f"{sentence} {roll['note']}" if roll.get("note") else sentence


def _ordered(totals: Mapping[str, int]) -> Sequence[tuple[str, int]]:
    return sorted(totals.items(), key=lambda pair: (CHOICES.index(pair[0]) if pair[0] in CHOICES else 99, pair[0]))


def _choice(name: str, words: Mapping[str, str]) -> str:
    return words.get(name, name) if name in CHOICES else name


def _letter(data: Data, words: Mapping[str, str], language: str) -> Block:  # noqa: ARG001
    sender = [data.get(name) for name in ("from", "organization", "signatory", "capacity")]
    dates = [written(data[name], language) for name in ("dated",) if data.get(name)]
    lines = [", ".join(dict.fromkeys(filter(None, sender))), *dates]
    return {"lines": [line for line in lines if line]}


def _decision(data: Data, words: Mapping[str, str], language: str) -> Block:  # noqa: ARG001
    head = " · ".join(str(data[name]) for name in ("label", "symbol", "title") if data.get(name))
    return {"lines": [head] if head else []}


def _list(data: Data, words: Mapping[str, str], language: str) -> Block:  # noqa: ARG001
    items = [runs(str(item)) for item in data.get("items", [])]
    columns = [str(column) for column in data.get("columns", [])]
    rows = [[str(cell) for cell in row] for row in data.get("rows", [])] if columns else []
    return {"items": items, "columns": columns, "rows": rows, "replaces_text": bool(items or columns)}


_EXTRAS = {
    "heading": _heading,
    "roll": _roll,
    "vote": _vote,
    "letter": _letter,
    "decision": _decision,
    "list": _list,
}
