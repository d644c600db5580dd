"""Content in its own language, or in the reader's where somebody translated it."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from confapp import languages
from confapp.conferences.models import Conference


class Said(NamedTuple):
    """A text with the tag of its language; the tag is empty where it is the page's own."""

    text: str
    language: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


class Speaking(Protocol):
    """Whatever has texts in a language of its own."""

    language: str | None
    translations: dict[str, dict[str, str]]


def said(thing: Speaking, field: str, conference: Conference | None = None) -> Said:
    """A field of some content for the page's reader: translated where that exists, else as it was written."""
    page = languages.tag()
    for tag in (page, page.partition("-")[0]):
        if translated := (thing.translations or {}).get(tag, {}).get(field):
            return Said(translated)
    text = getattr(thing, field) or ""
    return Said(text, foreign(language_of(thing, conference)))


def language_of(thing: Speaking | None, conference: Conference | None = None) -> str:
    """The language that some content is written in: its own, else the conference's first; empty if nobody said."""
    if thing is not None and thing.language:
        return thing.language
    if conference is None and isinstance(thing, Conference):
        conference = thing
    if conference is None:
        return ""
    return conference.language or next(iter(conference.languages), "")


def foreign(tag: str) -> str:
    """The tag where it is not the page's language, so that a page marks only what is foreign in it."""
    return "" if tag.partition("-")[0] == languages.tag().partition("-")[0] else tag
