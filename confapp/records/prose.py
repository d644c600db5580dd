"""Sentences made of the record's own words and of the content's: whose words are whose is marked while they are joined.

Phrases are plain f-strings. Content goes into them through `marked`, which wraps it in control characters that no
kept text has; `unmarked` takes them out again and says which parts are in another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

OPEN, BREAK, CLOSE = "\x0e", "\x1f", "\x0f"
MARK = re.compile(f"{OPEN}[^{BREAK}]*{BREAK}|{CLOSE}")
ENDS = frozenset(".!?…:;。！？؟۔।")
BEHIND_AN_END = frozenset(CLOSE + "*”»“")
LEAST_WORDS = 6
# Words with which a note begins that has no subject of its own, and more that are small inside a sentence.
NO_SUBJECTS = frozenset({"About", "After", "At", "Before", "By", "For", "From", "In", "Of", "On", "To", "With"})
SMALL_INSIDE = NO_SUBJECTS | {"A", "All", "An", "If", "It", "No", "Sine", "That", "The", "There", "This", "Whether"}
MARKDOWN = re.compile(r"[\\*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the content in its own language, with its translations."""

    text: str
    language: str
    translations: tuple[tuple[str, str], ...] = ()

    def within(self, language: str) -> tuple[str, str]:
        """The text in that language where there is a translation, else the text itself; with its language."""
        for key, text in self.translations:
            if key == language and text:
                return text, key
        return self.text, self.language


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text in another language than the text."""

    start: int
    end: int
    language: str


def escaped(text: str) -> str:
    """A name or a title that Markdown leaves as it is."""
    return MARKDOWN.sub(lambda match: f"\\{match[0]}", text)


def marked(text: str, language: str) -> str:
    """Content inside a sentence."""
    return f"{OPEN}{language}{BREAK}{text}{CLOSE}"


def unmarked(text: str, language: str) -> tuple[str, tuple[Part, ...]]:
    """The text without marks, and its parts in other languages than `language`, in their order."""
    plain: list[str] = []
    parts: list[Part] = []
    at = opened_at = 0
    inside = language
    for piece in re.split(f"({MARK.pattern})", text):
        if piece.startswith(OPEN):
            inside, opened_at = piece[1:-1], at
        elif piece == CLOSE:
            if inside != language and at > opened_at:
                parts.append(Part(opened_at, at, inside))
        else:
            plain.append(piece)
            at += len(piece)
    return "".join(plain), tuple(parts)


def ends_sentence(text: str) -> bool:
    """Whether the text already ends as a sentence does."""
    visible = MARK.sub("", text).rstrip("".join(BEHIND_AN_END))
    return bool(visible) and visible[-1] in ENDS


def sentence(text: str) -> str:
    """A sentence with a capital in front and one full stop behind."""
    stopped = text if ends_sentence(text) else f"{text}."
    first = stopped.index(BREAK) + 1 if stopped.startswith(OPEN) else 0
    return f"{stopped[:first]}{stopped[first : first + 1].upper()}{stopped[first + 1 :]}"


def inside(text: str) -> str:
    """A text of the content behind a colon: its first word is small where it is no name."""
    first = text.index(BREAK) + 1 if text.startswith(OPEN) else 0
    word = MARK.sub("", text).partition(" ")[0]
    is_small = word in SMALL_INSIDE
    return f"{text[:first]}{text[first : first + 1].lower()}{text[first + 1 :]}" if is_small else text


def reads_as_sentence(text: str) -> bool:
    """Whether a text of the content is a sentence of its own: it ends as one, or is long and begins as one."""
    plain = MARK.sub("", text)
    words = plain.split()
    if ends_sentence(text):
        return not plain[:1].islower()
    return len(words) >= LEAST_WORDS and plain[:1].isupper() and words[0] not in NO_SUBJECTS


def sentences(parts: Iterable[str]) -> str:
    """Sentences one after the other; empty ones are passed over."""
    return " ".join(sentence(part) for part in parts if part)


def bare(text: str) -> str:
    """A title without the full stop that its source may have put behind it."""
    stripped = text.strip()
    if not stripped.endswith(".") or stripped.endswith("..") or _abbreviated(stripped):
        return stripped
    return stripped[:-1]


def _abbreviated(text: str) -> bool:
    """Whether the last full stop belongs to an abbreviation: `p.m.`, `D. C.`, `etc.`"""
    last = text.rsplit(None, 1)[-1]
    return "." in last[:-1] or (len(last) <= 2 and last[:1].isupper())  # noqa: PLR2004  an initial


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
