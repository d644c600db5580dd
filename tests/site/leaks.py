"""Strings that nobody translated: plain letters left on a page in a language that nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale

from confapp.ordinals import ordinal_words
from tests.plugins.catalogues import DRESSED
from tests.site.walking import Page

WORDS = re.compile(r"[A-Za-z]{2,}")
THE_SAME_EVERYWHERE = re.compile(r"https?://\S+|\b[IVXLC]+\b")
DRESSED_WORDS = re.compile(f"[{DRESSED}]{{3,}}")
# Names that are the same in every language; "section" and "report" are keys in the second conference.
NAMES = """
    confapp JSON PDF EPUB DOCX XML Akoma Ntoso BibTeX RIS CSL SHA RFC JCS iCalendar CSV ics xml json csv Atom Ed IANA
    UTC URL ISO English SB section report
"""
# Code reads the same everywhere, and what stands in <bdi> is always content: a name.
UNREAD = {"bdi", "code", "kbd", "pre", "samp", "script", "style", "title"}
ATTRIBUTES = (
    "aria-label",
    "aria-description",
    "alt",
    "title",
    "placeholder",
    "data-copied",
    "data-failed",
    "data-dark",
    "data-light",
)


def leaks(page: Page, *, known: frozenset[str] = frozenset()) -> list[str]:
    """Plain words of the page itself: content that says its language is left out."""
    own = page.tree.get("lang")
    found = [f"“{text}”" for text in _texts(page, own) if _plain(text, known)]
    vocabulary = known | set(WORDS.findall(" ".join(page.tree.xpath("//*[@lang]//text()"))))
    found += [f"{name}=“{text}”" for name, text in _attributes(page, own) if _plain(text, vocabulary)]
    return [f"{page.address}: {what}" for what in found]


def mislabelled(page: Page) -> list[str]:
    """Words of the interface inside what says that it is in another language."""
    own = page.tree.get("lang")
    found = [
        text
        for element in page.tree.iter("*")
        for text, language in _parts(element)
        if language != own and DRESSED_WORDS.search(text)
    ]
    return [f"{page.address}: “{' '.join(text.split())}”" for text in found]


def vocabulary(locale: Locale) -> frozenset[str]:
    """The words that the locale's own data bring: days, months, languages, countries, units, lists, ordinals."""
    names = (locale.months, locale.days, locale.eras, locale.languages, locale.territories, locale.day_periods)
    data = (*names, locale._data["unit_patterns"], locale.list_patterns)
    ordinals = [ordinal_words(number, locale) for number in range(1, 100)]
    words = WORDS.findall(" ".join((*_strings(data), *ordinals, *map(str.capitalize, ordinals))))
    return frozenset({"at", *words})


def _plain(text: str, known: frozenset[str] | set[str]) -> bool:
    return bool(set(WORDS.findall(THE_SAME_EVERYWHERE.sub("", text))) - set(NAMES.split()) - known)


def _texts(page: Page, own: str) -> Iterator[str]:
    for element in page.tree.body.iter("*"):
        yield from (" ".join(text.split()) for text, language in _parts(element) if language == own)


def _parts(element) -> Iterator[tuple[str, str]]:
    """The element's own text and what follows it, each with its language."""
    parent = element.getparent()
    for text, holder in ((element.text, element), (element.tail, parent)):
        if text and holder is not None and not UNREAD & {holder.tag, *(above.tag for above in holder.iterancestors())}:
            yield text, _language(holder)


def _attributes(page: Page, own: str) -> Iterator[tuple[str, str]]:
    for name in ATTRIBUTES:
        for element in page.tree.xpath(f"//*[@{name}]"):
            if _language(element) == own:
                yield name, element.get(name)
    yield "title", page.tree.findtext(".//title")
    yield from (("description", text) for text in page.tree.xpath("//meta[@name='description']/@content"))


def _language(element) -> str:
    return next(
        value for value in (node.get("lang") for node in (element, *element.iterancestors())) if value is not None
    )


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif hasattr(data, "values"):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, tuple | list):
        for value in data:
            yield from _strings(value)
