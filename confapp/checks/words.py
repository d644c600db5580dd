"""What the eye misses in a text: doubled words, look-alike letters, invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.checks.excerpts import excerpt, listed
from confapp.checks.findings import Finding, Mend, Severity
from confapp.checks.material import Material
from confapp.checks.texts import Text
from confapp.scripts import mixed_script_words, script_of
from confapp.text import DIRECTION_MARKS, clean_text

DOUBLED = re.compile(r"(?<![\w’'-])([^\W\d_]+)[ \t\n\u00a0]+(\1)(?![\w’'-])", re.IGNORECASE)
# Words that never stand twice in a row, by language; others do where somebody means it (“had had”, “nous nous”).
NEVER_TWICE = {
    "en": "the a an of and or for from with this these their its our your at by to as be we",
    "fr": "le la les de des du un une et à au aux en dans pour par sur avec",
    "de": "und oder von vom für mit zu zum zur im ein eine einen",
    "es": "el la los las de del un una y en para por con",
    "ru": "и в на с по для от к о об за из при у или его",
}
EMPHATIC = frozenset(["never", "quite", "really", "little", "again", "often", "очень", "всего", "долго", "beaucoup"])
LONG_ENOUGH = 5
RIGHT_TO_LEFT = frozenset({"R", "AL"})
NO_BREAK = re.compile("[\u00a0\u202f\u2007]")
# Where typographers want one: before a unit or a sign, behind a figure, an initial or a word of one letter.
WANTED_BEFORE, WANTED_BEHIND = re.compile(r"[\d.%€$£:;!?»–—-]"), re.compile(r"(?:[\d«–—№§.]|(?<!\w)\w|(?<!\w)\w\w)$")


def doubled_words(_material: Material, texts: list[Text]) -> Iterator[Finding]:
    """“the the”; not where a language or a speaker doubles words on purpose."""
    for text in texts:
        seen = set()
        for match in DOUBLED.finditer(text.text):
            word = match[1].lower()
            if word not in seen and _is_mistake(match[1], match[2], text.language):
                seen.add(word)
                said = excerpt(text.text, match.start(), match.end())
                yield Finding(
                    "word-twice",
                    Severity.WARNING,
                    f"{text.place}:{word}",
                    _("A word stands twice: “%(text)s”.", text=said),
                    _("Write “%(word)s” once.", word=match[1]),
                    (match[0],),
                    Mend(match[0], match[1]),
                )


def _is_mistake(first: str, second: str, language: str) -> bool:
    word = first.lower()
    if word in NEVER_TWICE.get(language.lower()[:2], NEVER_TWICE["en"]).split():
        return len(word) > 1 or (first == second and first.islower())
    return len(word) >= LONG_ENOUGH and first == second and first.islower() and word not in EMPHATIC


def mixed_scripts(_material: Material, texts: list[Text]) -> Iterator[Finding]:
    """A word that reads as one script and holds letters of another."""
    for text in texts:
        for word, meant in mixed_script_words(text.text):
            strange = sorted({f"U+{ord(char):04X}" for char in set(word) - set(meant)})
            yield Finding(
                "mixed-scripts",
                text.severity,
                f"{text.place}:{'.'.join(strange)}:{meant}",
                _("“%(word)s” looks right and is not: %(letters)s.", word=word, letters=listed(strange)),
                _("Type it again: %(meant)s.", meant=meant),
                (word,),
                Mend(word, meant),
            )


def invisible_characters(_material: Material, texts: list[Text]) -> Iterator[Finding]:
    """Characters that nobody sees and every search stumbles over."""
    for text in texts:
        found = sorted(_invisible(text.text))
        if found:
            names = listed(f"U+{ord(char):04X}" for char in found)
            yield Finding(
                "invisible-character",
                Severity.WARNING,
                text.place,
                _("There are invisible characters in “%(text)s”: %(names)s.", text=text.text[:60], names=names),
                _("Type it again."),
                tuple(f"U+{ord(char):04X}" for char in found),
            )


def _invisible(text: str) -> set[str]:
    if text.isascii():
        return {char for char in text if char not in "\n\t\r" and unicodedata.category(char) == "Cc"}
    suspects = {char for char in text if unicodedata.category(char) in {"Cf", "Cc"} and char not in "\n\t\r"}
    if not suspects:
        return set()
    gone = suspects - set(clean_text(text))
    has_right_to_left = any(unicodedata.bidirectional(char) in RIGHT_TO_LEFT for char in text if script_of(char))
    return gone if has_right_to_left else gone | (suspects & DIRECTION_MARKS)


def no_break_spaces(_material: Material, texts: list[Text]) -> Iterator[Finding]:
    """Spaces that do not break, where nobody wants one."""
    for text in texts:
        if text.language.lower().startswith("fr"):
            continue
        odd = [match for match in NO_BREAK.finditer(text.text) if not _is_wanted(text.text, match.start())]
        if odd:
            said = excerpt(text.text, odd[0].start(), odd[0].end())
            yield Finding(
                "no-break-space",
                Severity.INFO,
                text.place,
                _("A space in “%(text)s” does not break.", text=said),
                _("Type a plain space."),
                (str(len(odd)),),
                Mend(odd[0][0], " "),
            )


def _is_wanted(text: str, at: int) -> bool:
    behind, before = text[max(0, at - 4) : at], text[at + 1 : at + 2]
    return bool(WANTED_BEHIND.search(behind) or WANTED_BEFORE.match(before))
