"""Ordinals in figures and in words, and what somebody may have meant by "2st"."""

from __future__ import annotations

import re
from typing import Literal

from flask_babel import gettext as _

from confapp.errors import RuleViolation

Gender = Literal["m", "f", "n"]
Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]

LARGEST_IN_WORDS = 999
HUNDRED, TEN, TWENTY = 100, 10, 20
TEENS = range(11, 14)

EN_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def _row(words: str) -> list[str]:
    return words.split()


EN_CARDINALS = _row(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
EN_TENS = ["", "", *_row("twenty thirty forty fifty sixty seventy eighty ninety")]
EN_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip

RU_UNITS = _row(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать"
    " пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
RU_TENS = ["", "", *_row("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")]
RU_HUNDREDS = ["", *_row("сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")]
RU_STEMS = {
    1: "перв", 2: "втор", 4: "четвёрт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят", 10: "десят",
    **{number: RU_UNITS[number].removesuffix("ь") for number in range(11, 20)},
    20: "двадцат", 30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят", 70: "семидесят",
    80: "восьмидесят", 90: "девяност", 100: "сот", 200: "двухсот", 300: "трёхсот", 400: "четырёхсот", 500: "пятисот",
    600: "шестисот", 700: "семисот", 800: "восьмисот", 900: "девятисот",
}  # fmt: skip
RU_STRESSED = {2, 6, 7, 8, 40}
RU_ENDINGS: dict[Case, dict[Gender, str]] = {
    "nominative": {"m": "ый", "f": "ая", "n": "ое"},
    "genitive": {"m": "ого", "f": "ой", "n": "ого"},
    "dative": {"m": "ому", "f": "ой", "n": "ому"},
    "accusative": {"m": "ый", "f": "ую", "n": "ое"},
    "instrumental": {"m": "ым", "f": "ой", "n": "ым"},
    "prepositional": {"m": "ом", "f": "ой", "n": "ом"},
}
# The third is declined like nothing else here: третий, третья, третьего.
RU_THIRD = {"ый": "ий", "ая": "ья", "ое": "ье", "ого": "ьего", "ой": "ьей", "ому": "ьему", "ую": "ью", "ым": "ьим",
            "ом": "ьем"}  # fmt: skip
RU_SHORT = {"ый": "й", "ая": "я", "ое": "е", "ого": "го", "ой": "й", "ому": "му", "ую": "ю", "ым": "м", "ом": "м"}

WITH_STOP = frozenset(_row("de da nb nn no fi et is cs sk pl hu sl hr sr bs lv tr eu"))
FIGURES = re.compile(r"([1-9][0-9]{0,5})\s*([a-z]{2})", re.IGNORECASE)


class OrdinalError(RuleViolation, ValueError):
    """What was written is no ordinal; `suggestion` is what may have been meant, or None."""

    def __init__(self, message: str, suggestion: str | None = None) -> None:
        """Keep the suggestion beside the message, which names it."""
        super().__init__(message)
        self.suggestion = suggestion


def _language(locale: object) -> str:
    return re.split("[-_]", str(locale).lower())[0]


def ordinal(number: int, locale: object = "en", *, gender: Gender = "n", case: Case = "nominative") -> str:
    """In figures: 1st, 112th; 1-е, 2-го; 1re, 2e; 1. — gender and case where the language asks for them."""
    match _language(locale):
        case "en":
            return f"{number}{_english_suffix(number)}"
        case "ru":
            return f"{number}-{RU_SHORT[RU_ENDINGS[case][gender]]}"
        case "fr":
            return f"{number}{'e' if number > 1 else 're' if gender == 'f' else 'er'}"
        case "es" | "it" | "pt":
            return f"{number}.{'ª' if gender == 'f' else 'º'}"
        case "zh" | "ja":
            return f"第{number}"
        case language:
            return f"{number}." if language in WITH_STOP else str(number)


def ordinal_words(number: int, locale: object = "en", *, gender: Gender = "n", case: Case = "nominative") -> str:
    """In words, English and Russian up to 999; figures elsewhere."""
    if 0 < number <= LARGEST_IN_WORDS:
        match _language(locale):
            case "en":
                return _english_words(number)
            case "ru":
                return _russian_words(number, RU_ENDINGS[case][gender])
    return ordinal(number, locale, gender=gender, case=case)


def _english_suffix(number: int) -> str:
    return "th" if number % HUNDRED in TEENS else EN_SUFFIXES.get(number % TEN, "th")


def _english_words(number: int) -> str:
    hundreds, rest = divmod(number, HUNDRED)
    if not rest:
        return f"{EN_CARDINALS[hundreds]} hundredth"
    before = f"{EN_CARDINALS[hundreds]} hundred and " if hundreds else ""
    if rest >= TWENTY and rest % TEN:
        return f"{before}{EN_TENS[rest // TEN]}-{_english_ordinal(EN_CARDINALS[rest % TEN])}"
    return before + _english_ordinal(EN_CARDINALS[rest] if rest < TWENTY else EN_TENS[rest // TEN])


def _english_ordinal(cardinal: str) -> str:
    if cardinal in EN_IRREGULAR:
        return EN_IRREGULAR[cardinal]
    return f"{cardinal.removesuffix('y')}ieth" if cardinal.endswith("y") else f"{cardinal}th"


def _russian_words(number: int, ending: str) -> str:
    parts = [number // HUNDRED * HUNDRED]
    rest = number % HUNDRED
    parts += [rest] if rest < TWENTY else [rest // TEN * TEN, rest % TEN]
    *before, last = [part for part in parts if part]
    return " ".join([*map(_russian_cardinal, before), _russian_ordinal(last, ending)])


def _russian_cardinal(number: int) -> str:
    return RU_HUNDREDS[number // HUNDRED] if number >= HUNDRED else RU_TENS[number // TEN]


def _russian_ordinal(number: int, ending: str) -> str:
    if number == 3:  # noqa: PLR2004 -- the third itself
        return "трет" + RU_THIRD[ending]
    return RU_STEMS[number] + ("ой" if number in RU_STRESSED and ending == "ый" else ending)


def parse_ordinal(text: str) -> int:
    """Read an English ordinal, in figures or in words; a wrong ending is refused with the right one (R29)."""
    written = " ".join(text.split()).lower()
    match = FIGURES.fullmatch(written)
    if match:
        number = int(match[1])
        meant = ordinal(number)
        if match[2] != _english_suffix(number):
            raise OrdinalError(_("“%(text)s” is not an ordinal: write %(meant)s.", text=text, meant=meant), meant)
        return number
    if written.isascii() and written.isdigit() and len(written) <= 6 and int(written):  # noqa: PLR2004
        meant = ordinal(int(written))
        raise OrdinalError(_("“%(text)s” is not an ordinal: write %(meant)s.", text=text, meant=meant), meant)
    for number in range(1, LARGEST_IN_WORDS + 1):
        if written.replace("-", " ") == _english_words(number).replace("-", " "):
            return number
    raise OrdinalError(_("“%(text)s” is not an ordinal: write 1st, 2nd, 3rd, or first, second, third.", text=text[:40]))
