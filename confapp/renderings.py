"""Content in the reader's language where a translation is kept, and otherwise in its own."""

from __future__ import annotations

from typing import NamedTuple

from confapp.db import Translated


class Rendering(NamedTuple):
    """A text and the language it is in; None is the conference's own."""

    text: str
    language: str | None


def rendered(thing: Translated, field: str, language: str | None) -> Rendering:
    """The field's translation into the language (`pt-BR` is content with `pt`), or its original; empty where unset."""
    translations = thing.translations or {}
    for tag in (language, language.partition("-")[0]) if language else ():
        if text := translations.get(tag, {}).get(field):
            return Rendering(text, tag)
    return Rendering(getattr(thing, field) or "", thing.language)
