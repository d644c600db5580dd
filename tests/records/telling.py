"""What tests of single phrases share: both languages, a reader, two titles."""

from __future__ import annotations

from confapp.records.phrases import en, ru
from confapp.records.prose import unmarked
from confapp.records.scene import Scene
from tests.records.samples import session, words

PHRASES = {"en": en, "ru": ru}
GOAL = words("Count from the sea", "Считать от моря")
FORMER = words("Count from the bridge", "Считать от моста")
PRINTED = session(from_sources=True)


def said(text: str, language: str) -> str:
    """A phrase as it is read."""
    return unmarked(text, language)[0]


def scene(language: str, material=None) -> Scene:
    """A reader to whom nobody has been named yet."""
    return Scene(material or session(), language)
