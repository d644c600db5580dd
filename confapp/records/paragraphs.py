"""Paragraphs of a record: drafted, overlaid, numbered, frozen as plain JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from confapp.records.prose import unmarked

UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST_ID = 100
UNNUMBERED = frozenset({"heading"})
OPENING, CLOSING = "opening", "closing"
"""Names of what a record begins and ends with; an editor's paragraph may stand beside them."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `entries` are the uids of the log entries that it tells of.

    `text` is plain text with light Markdown, `data` what its kind has besides (the edition format describes it). Where
    parts of the text are in another language, `data["languages"]` lists them as `[start, end, language]`.
    """

    id: str
    kind: str
    text: str
    language: str
    entries: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    refs: tuple[Mapping[str, str], ...] = ()

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> Paragraph:
        """Read what `as_json` has given; the number in the margin is no part of a paragraph."""
        return cls(
            members["id"],
            members["kind"],
            members["text"],
            members["language"],
            tuple(members.get("entries", ())),
            members.get("data", {}),
            tuple(members.get("refs", ())),
        )

    def as_json(self) -> dict[str, Any]:
        """What is kept of it; empty members are left out."""
        members: dict[str, Any] = {
            "id": self.id,
            "kind": self.kind,
            "text": self.text,
            "language": self.language,
            "entries": list(self.entries),
            "data": dict(self.data),
            "refs": [dict(ref) for ref in self.refs],
        }
        return {name: value for name, value in members.items() if value or name in {"id", "kind", "text", "language"}}


def paragraph_id(label: str, key: str, suffix: str = "") -> str:
    """The name of a paragraph in the edition: `s3.p12`, `s3.p12.vote`."""
    return UNFIT.sub("-", ".".join(part for part in (f"s{label}", key, suffix) if part))[:LONGEST_ID]


def written(  # noqa: PLR0913  a paragraph has these parts
    paragraph: str,
    kind: str,
    text: str,
    language: str,
    *,
    entries: Iterable[str] = (),
    data: Mapping[str, Any] | None = None,
    refs: Iterable[Mapping[str, str]] = (),
) -> Paragraph:
    """A paragraph from a text with marks: its parts in other languages go into the data."""
    plain, parts = unmarked(text, language)
    facts = dict(data or {})
    if parts:
        facts["languages"] = [[part.start, part.end, part.language] for part in parts]
    return Paragraph(paragraph, kind, plain, language, tuple(entries), facts, _once(refs))


def numbered(paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
    """The paragraphs as they are frozen, with the numbers that the margin shows; headings have none."""
    frozen: list[dict[str, Any]] = []
    number = 0
    for paragraph in paragraphs:
        members = paragraph.as_json()
        if paragraph.kind not in UNNUMBERED:
            number += 1
            members["number"] = number
        frozen.append(members)
    return frozen


def _once(refs: Iterable[Mapping[str, str]]) -> tuple[Mapping[str, str], ...]:
    found: dict[tuple[str, ...], Mapping[str, str]] = {}
    for ref in refs:
        # The same source may be cited at several places.
        place = (ref.get("text", ""),) if ref["kind"] == "source" else ()
        found.setdefault((ref["kind"], ref["id"], *place), ref)
    return tuple(found.values())
