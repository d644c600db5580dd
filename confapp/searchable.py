"""One normaliser for searching in any script: what is indexed, what is asked for, and where it stands in the text.

Both sides become words without case, accents and ligatures, in which a word of several parts is also found as one
(`d'Ivoire`: `d`, `ivoire`, `divoire`); scripts without spaces between words become pairs of letters. The database only
splits at spaces: SQLite's FTS5 with `tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"`, PostgreSQL
with the `simple` configuration.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

# Letters that no decomposition reaches, and spellings that readers do not tell apart.
FOLDED_LETTERS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "ŧ": "t",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None,
        "\u200c": None, "\u200d": None,
    }
)  # fmt: skip
# Й is a letter of its own, not an и with an accent.
NO_ACCENTS = frozenset("йЙ")
# Combining classes of what only marks a letter: Hebrew and Arabic points, accents. Vowel signs of India, tone marks of
# Thai and the voicing marks of Japanese have others and stay.
POINTS, ARABIC_POINTS, ACCENTS = range(10, 27), range(27, 37), range(200, 241)

UNSPACED = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3041-\u3096\u3099\u309a\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
)
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0966-\u096f\u0971-\u0dff\u0f00-\u0fff"
    "\u1a20-\u1aad\u1b00-\u1bff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\ua8e0-\ua8f1\ua980-\ua9df\ufe20-\ufe2f"
)
JOINERS = "\\-'’‘ʼ`´\u2010\u2011\u2012\u00ad\u02bb\u05be\u05f3\u05f4·"
PART = f"(?:(?![{UNSPACED}{JOINERS}])[^\\W_]|[{MARKS}])+"
SEGMENT = re.compile(f"(?P<unspaced>[{UNSPACED}]+)|{PART}(?:[{JOINERS}]{PART})*")
PART_OF_WORD = re.compile(PART)
# A letter with the voicing marks behind it, which Japanese also writes apart from it.
LETTER = re.compile("(?s:.)[\u3099\u309a\uff9e\uff9f]*")


class Found(NamedTuple):
    """A word as it is searched, and where it stands."""

    word: str
    start: int
    end: int
    is_pair: bool = False


def fold(text: str) -> str:
    """Compatible forms as one, without case and accents; ё is е, ß is ss, the two forms of a letter are one."""
    return "".join(map(_fold_letter, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=16_384)
def _fold_letter(letter: str) -> str:
    if letter in NO_ACCENTS:
        return "й"
    lower = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", letter).casefold())
    bare = "".join(char for char in unicodedata.normalize("NFD", lower) if not _is_accent(char))
    folded = unicodedata.normalize("NFC", bare).translate(FOLDED_LETTERS)
    # A letter can stand for a phrase, or for a number in brackets; the database would part it there.
    return "".join(char for char in folded if unicodedata.category(char)[0] in "LNM" and char not in JOINERS)


def _is_accent(char: str) -> bool:
    mark = unicodedata.combining(char)
    return mark == 1 or mark in POINTS or mark in ARABIC_POINTS or mark in ACCENTS


def search_terms(text: str) -> str:
    """What the index keeps of a text: its words, parted by spaces."""
    return " ".join(found.word for found in _words(text))


def query_terms(text: str) -> list[str]:
    """What a reader asks for: a text is found if it has a word that begins with each of these."""
    terms: list[str] = []
    for segment in SEGMENT.finditer(text):
        if segment["unspaced"]:
            letters = _letters(segment)
            terms += [one.word + other.word for one, other in pairwise(letters)] or [each.word for each in letters]
        else:
            terms += [found.word for found in _parts(segment)]
    return list(dict.fromkeys(term for term in terms if term))


def highlight(text: str, query: str) -> list[tuple[str, bool]]:
    """The text as it is in pieces, each with whether the query was found there; joined, they are the text."""
    pieces: list[tuple[str, bool]] = []
    done = 0
    for start, end in _hits(text, tuple(query_terms(query))):
        if start > done:
            pieces.append((text[done:start], False))
        if end > done:
            last = pieces.pop()[0] if pieces and pieces[-1][1] else ""
            pieces.append((last + text[max(start, done) : end], True))
            done = end
    return [*pieces, (text[done:], False)] if done < len(text) else pieces


def _hits(text: str, terms: tuple[str, ...]) -> list[tuple[int, int]]:
    hits = [found for found in _words(text) if terms and found.word.startswith(terms)]
    # Of a pair that was found by its first letter alone, only that letter was asked for.
    return sorted(
        (found.start, found.start + 1 if found.is_pair and found.word not in terms else found.end) for found in hits
    )


def _words(text: str) -> Iterator[Found]:
    for segment in SEGMENT.finditer(text):
        if segment["unspaced"]:
            yield from _pairs(_letters(segment))
        else:
            parts = _parts(segment)
            yield from parts
            if len(parts) > 1:
                yield Found("".join(part.word for part in parts), segment.start(), segment.end())


def _parts(segment: re.Match[str]) -> list[Found]:
    offset = segment.start()
    parts = (
        Found(fold(part.group()), offset + part.start(), offset + part.end())
        for part in PART_OF_WORD.finditer(segment.group())
    )
    return [part for part in parts if part.word]


def _letters(segment: re.Match[str]) -> list[Found]:
    offset = segment.start()
    letters = (
        Found(_fold_letter(letter.group()), offset + letter.start(), offset + letter.end())
        for letter in LETTER.finditer(segment.group())
    )
    return [letter for letter in letters if letter.word]


def _pairs(letters: list[Found]) -> Iterator[Found]:
    for one, other in pairwise(letters):
        yield Found(one.word + other.word, one.start, other.end, is_pair=True)
    # The last letter stands alone too, so that a query of one letter finds it.
    yield from letters[-1:]
