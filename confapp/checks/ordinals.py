"""Ordinals in running text, and series that leave a number out or use it twice (R29)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from flask_babel import gettext as _

from confapp.checks.excerpts import excerpt, listed
from confapp.checks.findings import Finding, Mend, Severity, fault
from confapp.checks.material import Material, grouped
from confapp.checks.places import place
from confapp.checks.texts import Text
from confapp.formatting import format_ordinal
from confapp.ordinals import ordinal, ordinal_words
from confapp.programme.models import Session, SessionKind

ENGLISH = re.compile(r"(?<![\w.,/:#-])([1-9][0-9]{0,3})(st|nd|rd|th)(?![\w’'])", re.IGNORECASE)
# A vowel before the last letter takes one letter behind the figure, a consonant two (2-й, 5-го).
RUSSIAN = re.compile(r"(?<![\w.,/:#-])([1-9][0-9]{0,3})-?(ый|ой|ий|ого|его|ому|ему|ая|ое)(?!\w)", re.IGNORECASE)
RUSSIAN_SHORT = {
    "ый": "й",
    "ой": "й",
    "ий": "й",
    "ого": "го",
    "его": "го",
    "ому": "му",
    "ему": "му",
    "ая": "я",
    "ое": "е",
}
FRENCH = re.compile(r"(?<![\w.,/:#-])([1-9][0-9]{0,3})(er|re|ère|ème|e)(?!\w)", re.IGNORECASE)
SERIES = frozenset({SessionKind.OPENING, SessionKind.PLENARY, SessionKind.CLOSING})
LARGEST = 120
NO_ORDINAL = re.compile(r"third world|first class|second hand", re.IGNORECASE)


def wrong_ordinals(_material: Material, texts: list[Text]) -> Iterator[Finding]:
    """`2st`, `3-ый`, `1ème`: every kind of them once in a text."""
    for text in texts:
        seen = set()
        for start, end, meant in _wrong(text):
            found = text.text[start:end]
            if found.lower() not in seen:
                seen.add(found.lower())
                yield Finding(
                    "ordinal-suffix",
                    text.severity,
                    f"{text.place}:{found.lower()}",
                    _("“%(found)s” is no ordinal: “%(text)s”.", found=found, text=excerpt(text.text, start, end)),
                    _("Write %(meant)s.", meant=meant),
                    (found,),
                    Mend(found, meant),
                )


def _wrong(text: Text) -> Iterator[tuple[int, int, str]]:
    for match in ENGLISH.finditer(text.text):
        meant = ordinal(int(match[1]), "en")
        if match[0].lower() != meant:
            yield match.start(), match.end(), meant
    spoken = text.language.lower()[:2]
    if spoken == "ru":
        for match in RUSSIAN.finditer(text.text):
            yield match.start(), match.end(), f"{match[1]}-{RUSSIAN_SHORT[match[2].lower()]}"
    if spoken == "fr":
        for match in FRENCH.finditer(text.text):
            is_first, is_of_first = match[1] == "1", match[2].lower() in {"er", "re", "ère"}
            if is_first != is_of_first:
                yield match.start(), match.end(), "1er" if is_first else f"{match[1]}e"


@cache
def _words() -> re.Pattern[str]:
    words = sorted((ordinal_words(number, "en") for number in range(1, LARGEST)), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(words)})\b", re.IGNORECASE)


@cache
def _numbers() -> dict[str, int]:
    return {ordinal_words(number, "en"): number for number in range(1, LARGEST)}


def stated_ordinal(text: str, before: str = "") -> int | None:
    """The ordinal that an English name begins with, or that stands before one of the words."""
    if NO_ORDINAL.match(text):
        return None
    shape = rf"\s+(?:\w+\s+){{0,3}}?(?:{before})\b" if before else ""
    figures = re.compile(rf"(?<!\w)([1-9][0-9]{{0,3}})(?:st|nd|rd|th){shape}", re.IGNORECASE)
    words = re.compile(_words().pattern + shape, re.IGNORECASE)
    match = figures.search(text) if before else figures.match(text)
    if match:
        return int(match[1])
    match = words.search(text) if before else words.match(text)
    return _numbers()[match[1].lower()] if match else None


def conference_ordinals(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """The ordinal against the conference's name, against the one before it, and in its series."""
    conference = material.conference
    known = conference.ordinal
    if known is not None:
        stated = stated_ordinal(conference.name)
        if stated is not None and stated != known:
            message = _(
                "“%(name)s” is counted as the %(ordinal)s.", name=conference.name, ordinal=format_ordinal(known)
            )
            where = place(material, conference, "ordinal")
            yield Finding("ordinal-differs", fault(conference), where, message, evidence=(conference.name, str(known)))
        yield from _predecessor(material, known)
    counted = sorted({one for one in (known, *(sister.ordinal for sister in material.sisters)) if one is not None})
    missing = _gaps(counted)
    if missing:
        message = _("Its series has no conference with the number %(numbers)s.", numbers=listed(missing))
        where = place(material, conference, "series")
        yield Finding("series-gap", Severity.INFO, where, message, evidence=tuple(map(str, missing)))


def _predecessor(material: Material, known: int) -> Iterator[Finding]:
    conference = material.conference
    before = stated_ordinal(conference.preceded_by or "")
    if before is not None and before + 1 != known:
        message = _(
            "It is counted as the %(ordinal)s and comes after “%(before)s”.",
            ordinal=format_ordinal(known),
            before=conference.preceded_by,
        )
        where = place(material, conference, "preceded_by")
        suggestion = _("The next in the series is the %(ordinal)s.", ordinal=format_ordinal(before + 1))
        evidence = (conference.preceded_by or "", str(known))
        yield Finding("ordinal-sequence", fault(conference), where, message, suggestion, evidence)


def session_numbers(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Numbers of sessions that are left out or given twice, and titles that say another one."""
    numbered = [one for one in material.sessions if one.number is not None and _counts(one)]
    for committee, sessions in grouped(numbered, lambda one: one.committee_id).items():
        where = f"sessions#number.{committee}" if committee else "sessions#number"
        given = Counter(one.number or 0 for one in sessions)
        missing, twice = _gaps(sorted(given)), sorted(number for number, times in given.items() if times > 1)
        if missing:
            message = _("There is no session %(numbers)s between the others.", numbers=listed(missing))
            yield Finding("session-gap", Severity.WARNING, where, message, evidence=tuple(map(str, missing)))
        if twice:
            message = _("Two sessions have the number %(numbers)s.", numbers=listed(twice))
            yield Finding("session-number-twice", Severity.WARNING, where, message, evidence=tuple(map(str, twice)))
    yield from _titles(material, numbered)


def _counts(session: Session) -> bool:
    """Whether a session is one of the series: those of the conference itself, and those of one committee."""
    return session.committee_id is None or session.kind is SessionKind.COMMITTEE


def _titles(material: Material, sessions: list[Session]) -> Iterator[Finding]:
    for session in sessions:
        stated = stated_ordinal(session.title or "", before="session|plenary|sitting")
        if stated is not None and stated != session.number:
            message = _("“%(title)s” is session number %(number)s.", title=session.title, number=session.number)
            where, evidence = place(material, session, "title"), (session.title or "", str(session.number))
            yield Finding("ordinal-differs", fault(session), where, message, evidence=evidence)


def _gaps(numbers: list[int]) -> list[int]:
    """What is missing between the least and the greatest; not more than one can read."""
    if not numbers or numbers[-1] - numbers[0] > LARGEST:
        return []
    return [number for number in range(numbers[0], numbers[-1]) if number not in numbers]
