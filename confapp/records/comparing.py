"""Two versions of a text, word by word, and of a record, paragraph by paragraph: plain values in, plain values out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from diff_match_patch import diff_match_patch

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
FIRST_CODE, SURROGATES, AFTER_SURROGATES = 0x100, 0xD800, 0xE000
SECONDS = 1.0
KEPT, ADDED, REMOVED = "kept", "added", "removed"
OPERATIONS = {0: KEPT, 1: ADDED, -1: REMOVED}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both versions, or in one of them."""

    operation: str
    text: str


@dataclass(frozen=True, slots=True)
class ComparedParagraph:
    """A paragraph of either version or of both, with its numbers there."""

    id: str
    before: int | None
    after: int | None
    pieces: list[Piece]

    @property
    def is_changed(self) -> bool:
        return any(piece.operation != KEPT for piece in self.pieces)


def compare_words(before: str, after: str) -> list[Piece]:
    """What became of a text; whole words are kept, added or removed."""
    codes: dict[str, str] = {}
    differ = diff_match_patch()
    differ.Diff_Timeout = SECONDS
    found = differ.diff_main(_coded(before, codes), _coded(after, codes), False)
    differ.diff_cleanupSemantic(found)
    words = {code: word for word, code in codes.items()}
    return [Piece(OPERATIONS[kind], "".join(words[one] for one in text)) for kind, text in found if text]


def compare_paragraphs(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> list[ComparedParagraph]:
    """A record as it stood and as it stands; a paragraph is the same one as long as it has its name."""
    earlier = {one["id"]: one for one in before}
    later = {one["id"] for one in after}
    found: list[ComparedParagraph] = []
    waiting = list(before)
    for one in after:
        if one["id"] in earlier:
            while waiting and waiting[0]["id"] != one["id"] and waiting[0]["id"] not in later:
                found.append(_compared(waiting.pop(0), None))
        found.append(_compared(earlier.get(one["id"]), one))
        waiting = [left for left in waiting if left["id"] != one["id"]]
    return [*found, *(_compared(one, None) for one in waiting if one["id"] not in later)]


def _compared(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> ComparedParagraph:
    known = after or before or {}
    pieces = compare_words(before["text"] if before else "", after["text"] if after else "")
    numbers = (before.get("number") if before else None, after.get("number") if after else None)
    return ComparedParagraph(known["id"], *numbers, pieces)


def _coded(text: str, codes: dict[str, str]) -> str:
    """A character for each word, so that the comparison of characters compares words."""
    for word in WORDS.findall(text):
        if word not in codes:
            code = FIRST_CODE + len(codes)
            codes[word] = chr(code if code < SURROGATES else code - SURROGATES + AFTER_SURROGATES)
    return "".join(codes[word] for word in WORDS.findall(text))
