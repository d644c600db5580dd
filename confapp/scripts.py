"""Writing systems: which script a letter is of, which way a language runs, which words mix look-alike letters."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Literal, NamedTuple

RIGHT_TO_LEFT_LANGUAGES = frozenset(
    [
        "ae",
        "ar",
        "arc",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "ji",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    ]
)
RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi"]
)
SCRIPT_SUBTAG = re.compile(r"[a-z]{4}")

# Scripts whose letters ZWJ and ZWNJ shape; elsewhere the two are invisible noise.
JOINING_SCRIPTS = frozenset(
    [
        "ARABIC",
        "SYRIAC",
        "MONGOLIAN",
        "NKO",
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "ORIYA",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "TIBETAN",
        "MYANMAR",
        "KHMER",
    ]
)
# Scripts without spaces between words, where a zero-width space marks them.
UNSPACED_SCRIPTS = frozenset(["THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "JAVANESE", "BALINESE"])

# Letters that look the same in print, each as the Latin letter it is taken for.
CYRILLIC_LOOK_ALIKES = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXaesijopcyxhdqw", strict=True))
GREEK_LOOK_ALIKES = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ", "ABEZHIKMNOPTYXovu", strict=True))
LOOK_ALIKES = {"CYRILLIC": CYRILLIC_LOOK_ALIKES, "GREEK": GREEK_LOOK_ALIKES}
WORD = re.compile(r"[^\W\d_]{2,}")


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """The script of a letter in the words of its Unicode name (`LATIN`, `CYRILLIC`, `CJK`); empty for what is none."""
    if not unicodedata.category(char).startswith(("L", "M")):
        return ""
    name = unicodedata.name(unicodedata.normalize("NFKC", char)[0], "")
    script = name.partition(" ")[0]
    return "" if script in {"COMBINING", "MODIFIER", "MICRO", "FEMININE", "MASCULINE", "VARIATION"} else script


def main_script(text: str) -> str:
    """The script of most letters; empty where there is no letter."""
    counted = Counter(script for script in map(script_of, text) if script)
    return counted.most_common(1)[0][0] if counted else ""


def direction(language: str | None) -> Literal["ltr", "rtl"]:
    """Which way a language tag (BCP 47) is written; an explicit script in it decides."""
    first, *rest = (language or "").lower().replace("_", "-").split("-")
    script = next((part for part in rest if SCRIPT_SUBTAG.fullmatch(part)), None)
    right_to_left = first in RIGHT_TO_LEFT_LANGUAGES if script is None else script in RIGHT_TO_LEFT_SCRIPTS
    return "rtl" if right_to_left else "ltr"


class MixedWord(NamedTuple):
    """A word in which letters of one script pass for those of another, and what it was meant to be."""

    word: str
    meant: str


def mixed_script_words(text: str) -> list[MixedWord]:
    """Words that read as one script but hold look-alike letters of another, each once, in their order."""
    found = (_unmixed(word) for word in dict.fromkeys(WORD.findall(unicodedata.normalize("NFC", text))))
    return [mixed for mixed in found if mixed]


def _unmixed(word: str) -> MixedWord | None:
    counted = Counter(map(script_of, word))
    for other, to_latin in LOOK_ALIKES.items():
        if set(counted) == {"LATIN", other}:
            from_latin = {latin: char for char, latin in to_latin.items()}
            tables = [(other, to_latin), ("LATIN", from_latin)]
            # The rarer script is the intruder, if all its letters can pass for the other's.
            for intruder, table in sorted(tables, key=lambda pair: counted[pair[0]]):
                if all(char in table for char in word if script_of(char) == intruder):
                    return MixedWord(word, "".join(table.get(char, char) for char in word))
    return None
