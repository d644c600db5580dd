"""What the reader of a record knows by now, and how content is set into its sentences."""

from __future__ import annotations

import re
from collections import Counter

from confapp.records.actors import Delegation, Person, Speaker
from confapp.records.material import SessionMaterial
from confapp.records.prose import Words, bare, escaped, inside, marked, paragraphs


class Scene:
    """One drafting in one language: who was named already, and the session that it is about."""

    def __init__(self, material: SessionMaterial, language: str) -> None:
        """Nobody has been named yet."""
        self.material = material
        self.language = language
        self.named: set[str] = set()
        self.topic: str | None = None
        """The label of the motion that the paragraph speaks of."""
        self.shared = _shared_family_names(material)

    def content(self, words: Words) -> str:
        """A text of the content, on one line."""
        text, language = words.within(self.language)
        return marked(" ".join(text.split()), language)

    def name(self, words: Words) -> str:
        """A name or a term of the content inside a sentence."""
        text, language = words.within(self.language)
        return marked(escaped(text), language)

    def aside(self, words: Words) -> str:
        """A note of the content in parentheses or behind a colon."""
        text, language = words.within(self.language)
        return inside(marked(escaped(bare(text)), language))

    def title(self, words: Words) -> str:
        """A title of the content, set in italics, so that it may have any form."""
        text, language = words.within(self.language)
        return f"*{marked(escaped(bare(text)), language)}*"

    def blocks(self, words: Words) -> list[str]:
        """The paragraphs of a text of the content."""
        text, language = words.within(self.language)
        return [marked(block, language) for block in paragraphs(text)]

    def language_of(self, words: Words) -> str:
        """The language in which the reader gets a text of the content."""
        return words.within(self.language)[1]

    def person(self, person: Person) -> str:
        """A person's name: in full at the first mention, short afterwards where nobody else could be meant."""
        is_known = person.key in self.named
        self.named.add(person.key)
        if is_known and person.short is not None and (person.family is None or person.family.text not in self.shared):
            return escaped(person.short.within(self.language)[0])
        return escaped(person.name.within(self.language)[0])

    def delegation(self, delegation: Delegation) -> str:
        return self.name(delegation.name)

    def has_chair(self, speaker: Speaker) -> bool:
        """Whether it is the person in the chair, who opens and closes as such even where a delegation is named."""
        presiding = self.material.presiding
        return speaker.is_presiding or (presiding is not None and speaker.person == presiding.person)

    @staticmethod
    def is_chair(speaker: Speaker) -> bool:
        """Whether the presiding officer acts as such."""
        return speaker.is_presiding


def named_in(text: str, speaker: Speaker, language: str) -> re.Match[str] | None:
    """Where a text names a speaker by the family name, with or without what stands before it."""
    person = speaker.person
    if person is None or person.family is None:
        return None
    family = person.family.within(language)[0]
    before = sorted({re.escape(part) for part in _before(person.name.within(language)[0], family)}, key=len)
    prefix = rf"(?:(?:{'|'.join(reversed(before))})\s+)*" if before else ""
    return re.search(rf"(?<!\w){prefix}{re.escape(family)}(?![\w’'-])", text, re.IGNORECASE)


def _before(full: str, family: str) -> list[str]:
    at = full.rfind(family)
    return full[:at].split() if at > 0 else []


def _shared_family_names(material: SessionMaterial) -> set[str]:
    people = {
        (one.person.key, one.person.family.text)
        for entry in material.entries
        for one in entry.speakers
        if one.person is not None and one.person.family is not None
    }
    return {name for name, times in Counter(family for _key, family in people).items() if times > 1}
