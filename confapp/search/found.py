"""What goes into the index: one findable thing, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from confapp.db import Translated
from confapp.search.models import EntryKind
from confapp.search.words import Facts, title_in_all_languages
from confapp.searchable import search_terms
from confapp.text import plain_text

LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """A thing with its address, title and text; `also` are further names that find it and are not shown.

    Where the title is empty, the facts say what it is called in the language of whoever reads.
    """

    kind: EntryKind
    url: str
    title: str
    text: str = ""
    place: str = ""
    language: str = ""
    also: str = ""
    facts: Facts = field(default_factory=Facts)

    def as_row(self, scope: str) -> dict[str, object]:
        """The row of the index."""
        text = self.text[:LONGEST_TEXT]
        title = self.title or title_in_all_languages(self.facts)
        return {
            "scope": scope,
            "kind": self.kind,
            "url": neutral(self.url),
            "title": self.title,
            "place": self.place or None,
            "text": text,
            "language": self.language or None,
            "facts": self.facts or None,
            "title_terms": search_terms(f"{title} {self.also}"),
            "terms": search_terms(text),
        }


def neutral(url: str) -> str:
    """An address that names no language."""
    parts = urlsplit(url)
    return parts.path + (f"#{parts.fragment}" if parts.fragment else "")


def joined(parts: Iterable[object], mark: str = " · ") -> str:
    """What is there of some facts."""
    return mark.join(str(part) for part in parts if part)


def plain(markdown: str | None) -> str:
    """What a reader of light Markdown reads."""
    return plain_text(markdown) if markdown else ""


def in_all_languages(thing: Translated, *fields: str) -> str:
    """The translations of some fields, in every language there is one."""
    translations = (thing.translations or {}).values()
    return joined((texts.get(field) for texts in translations for field in fields), " ")
