"""Alphabetical order by language, the order of a roll call, and the order of protocol.

The order is that of the Unicode Collation Algorithm: accents and case part only what is otherwise equal, a space comes
before every letter. A language's own letters stand where its readers look for them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Literal, TypeVar

from anyascii import anyascii
from flask_babel import gettext as _

from confapp.collation import Letters
from confapp.errors import RuleViolation
from confapp.scripts import script_of

Item = TypeVar("Item")
SortKey = tuple[Any, ...]

# Letters that stand behind another one, in their order. All else is as everywhere.
LETTERS_BEHIND: dict[str, dict[str, tuple[str, ...]]] = {
    "az": {"c": ("ç",), "e": ("ə",), "g": ("ğ",), "h": ("x",), "o": ("ö",), "s": ("ş",), "u": ("ü",)},
    "cs": {"c": ("č",), "h": ("ch",), "r": ("ř",), "s": ("š",), "z": ("ž",)},
    "da": {"z": ("æ", "ø", "å")},
    "es": {"n": ("ñ",)},
    "et": {"s": ("š", "z", "ž"), "w": ("õ", "ä", "ö", "ü")},
    "fi": {"z": ("å", "ä", "ö")},
    "hr": {"c": ("č", "ć"), "d": ("dž", "đ"), "l": ("lj",), "n": ("nj",), "s": ("š",), "z": ("ž",)},
    "hu": {"c": ("cs",), "d": ("dz", "dzs"), "g": ("gy",), "l": ("ly",), "n": ("ny",), "o": ("ö",), "s": ("sz",),
           "t": ("ty",), "u": ("ü",), "z": ("zs",)},
    "is": {"d": ("ð",), "z": ("þ", "æ", "ö")},
    "lt": {"c": ("č",), "s": ("š",), "z": ("ž",)},
    "lv": {"c": ("č",), "g": ("ģ",), "k": ("ķ",), "l": ("ļ",), "n": ("ņ",), "s": ("š",), "z": ("ž",)},
    "nb": {"z": ("æ", "ø", "å")},
    "pl": {"a": ("ą",), "c": ("ć",), "e": ("ę",), "l": ("ł",), "n": ("ń",), "o": ("ó",), "s": ("ś",), "z": ("ź", "ż")},
    "ro": {"a": ("ă", "â"), "i": ("î",), "s": ("ș",), "t": ("ț",)},
    "sk": {"a": ("ä",), "c": ("č",), "h": ("ch",), "o": ("ô",), "s": ("š",), "z": ("ž",)},
    "sq": {"c": ("ç",), "d": ("dh",), "e": ("ë",), "g": ("gj",), "l": ("ll",), "n": ("nj",), "r": ("rr",),
           "s": ("sh",), "t": ("th",), "x": ("xh",), "z": ("zh",)},
    "sv": {"z": ("å", "ä", "ö")},
    "tr": {"c": ("ç",), "g": ("ğ",), "h": ("ı",), "o": ("ö",), "s": ("ş",), "u": ("ü",)},
}  # fmt: skip
for _same, _as in {"nn": "nb", "no": "nb", "bs": "hr", "sr": "hr", "fo": "da", "gl": "es", "eu": "es"}.items():
    LETTERS_BEHIND[_same] = LETTERS_BEHIND[_as]

# What is written in the reader's own script comes first.
OWN_SCRIPT = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg"), "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ug"), "ARABIC"),
    "el": "GREEK", "he": "HEBREW", "yi": "HEBREW", "zh": "CJK", "ja": "CJK", "ko": "HANGUL", "hi": "DEVANAGARI",
    "mr": "DEVANAGARI", "ne": "DEVANAGARI", "th": "THAI", "ka": "GEORGIAN", "hy": "ARMENIAN",
}  # fmt: skip


@cache
def _collator() -> Letters:
    return Letters()


@cache
def _behind(language: str) -> dict[str, tuple[str, int]]:
    letters = LETTERS_BEHIND.get(language, {})
    return {letter: (base, rank) for base, behind in letters.items() for rank, letter in enumerate(behind, 1)}


@cache
def _pieces(language: str) -> re.Pattern[str]:
    own = sorted(map(re.escape, _behind(language)), key=len, reverse=True)
    return re.compile("|".join([*own, "."]), re.DOTALL)


@lru_cache(maxsize=8192)
def sort_key(text: str, language: str | None = None) -> SortKey:
    """What to sort a name by, for readers of the language; equal only for equal names."""
    first = (language or "").lower().replace("_", "-").partition("-")[0]
    normal = unicodedata.normalize("NFC", " ".join(text.split()))
    return (_is_foreign(normal, first), *_levels(_read_aloud(normal) if first == "zh" else normal, first), text)


def _is_foreign(text: str, language: str) -> bool:
    script = next((script for script in map(script_of, text) if script), "")
    return bool(script) and script != OWN_SCRIPT.get(language, "LATIN")


def _read_aloud(text: str) -> str:
    return "".join(f"{anyascii(char).lower()} " if script_of(char) == "CJK" else char for char in text)


def _levels(text: str, language: str) -> tuple[SortKey, SortKey, SortKey]:
    if not _behind(language):
        return _weights(text, 0)
    # Case is left to the last resort here: what stands behind what depends on small letters.
    small = (text.replace("I", "ı").replace("İ", "i") if language in {"tr", "az"} else text).lower()
    parts = [_piece_weights(piece.group(), language) for piece in _pieces(language).finditer(small)]
    primary, secondary, tertiary = (tuple(chain.from_iterable(part[level] for part in parts)) for level in range(3))
    return primary, secondary, tertiary


def _piece_weights(piece: str, language: str) -> tuple[SortKey, SortKey, SortKey]:
    base, rank = _behind(language).get(piece, (piece, 0))
    return _weights(base, rank)


@lru_cache(maxsize=4096)
def _weights(text: str, rank: int) -> tuple[SortKey, SortKey, SortKey]:
    elements = _collator().collation_elements(unicodedata.normalize("NFD", text))
    primary, secondary, tertiary = (tuple(e[level] for e in elements if e[level]) for level in range(3))
    return tuple((weight, rank) for weight in primary), secondary, tertiary


def alphabetical(items: Iterable[Item], name: Callable[[Item], str], language: str | None) -> list[Item]:
    """The items by their names, as readers of the language expect them (R16)."""
    return sorted(items, key=lambda item: sort_key(name(item), language))


def roll_call_order(
    items: Iterable[Item], name: Callable[[Item], str], language: str | None, *, first: Item | None = None
) -> list[Item]:
    """The order in which a roll is called: alphabetical, from the one drawn by lot on and round to it (R15)."""
    order = alphabetical(items, name, language)
    if first is None:
        return order
    if first not in order:
        raise RuleViolation(_("“%(name)s” was drawn by lot but is not on the roll.", name=name(first)))
    start = order.index(first)
    return order[start:] + order[:start]


class Rank(IntEnum):
    """Whom protocol puts first."""

    HEAD_OF_STATE = 1
    HEAD_OF_GOVERNMENT = 2
    MINISTER = 3
    OTHER = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """What protocol asks of a person or a body: every rank held, and since when."""

    name: str
    ranks: Sequence[Rank] = ()
    since: date | None = None
    is_host: bool = False


def protocol_key(
    standing: Standing,
    language: str | None,
    *,
    by_office: bool = False,
    host: Literal["first", "last"] | None = None,
) -> SortKey:
    """What to sort by in order of protocol (R35).

    The highest rank counts; inside a rank stands the alphabet, or with `by_office` who took office first. `host` puts
    the host before or behind all others.
    """
    aside = {"first": -1, "last": 1}[host] if standing.is_host and host else 0
    since = (standing.since or date.max) if by_office else date.min
    return (aside, min(standing.ranks, default=Rank.OTHER), since, sort_key(standing.name, language))
