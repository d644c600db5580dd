"""Content for the page's reader: translated where a translation is kept, and marked where it is in another language."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from confapp import languages
from confapp.conferences.models import Conference
from confapp.db import Translated
from confapp.renderings import rendered
from confapp.text import inline_html, markdown_html


class Said(NamedTuple):
    """A text with the tag of its language; the tag is empty where it is the page's own."""

    text: str
    language: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.text)

    def __html__(self) -> Markup:
        """The text as a page shows it within a line, with its language where it is foreign."""
        if not self.text:
            return Markup()
        if not self.language:
            return Markup("<bdi>{}</bdi>").format(self.text)
        return Markup('<bdi lang="{}">{}</bdi>').format(self.language, self.text)

    @property
    def paragraphs(self) -> Markup:
        """Light Markdown as paragraphs."""
        return self._marked(markdown_html(self.text), "div")

    @property
    def line(self) -> Markup:
        """Light Markdown of one paragraph, without a block around it."""
        return self._marked(inline_html(self.text), "span")

    def _marked(self, html: Markup, tag: str) -> Markup:
        if not self.text or not self.language:
            return html
        return Markup('<{} lang="{}" dir="auto">{}</{}>').format(Markup(tag), self.language, html, Markup(tag))  # noqa: S704


def said(thing: Translated, field: str, conference: Conference | None = None) -> Said:
    """A field of some content; what says no language of its own is in the first one of its conference."""
    rendering = rendered(thing, field, languages.tag())
    own = conference or (thing if isinstance(thing, Conference) else None)
    tag = rendering.language or (language_of(own) if own is not None else "")
    return Said(rendering.text, foreign(tag))


def is_of_unknown_language(thing: Translated, field: str) -> bool:
    """Whether nobody said which language a text is in: then a page must not read it as its own."""
    return rendered(thing, field, languages.tag()).language is None


def own(text: str | None, conference: Conference) -> Said:
    """A text that is kept without a language of its own: it is in the first one of its conference."""
    return Said(text or "", foreign(language_of(conference)))


def language_of(conference: Conference) -> str:
    """The language that a conference's own texts are in; empty if nobody said."""
    return conference.language or next(iter(conference.languages or ()), "")


def foreign(tag: str) -> str:
    """The tag where it is not the page's language, so that a page marks only what is foreign in it."""
    return "" if tag.partition("-")[0] == languages.tag().partition("-")[0] else tag
