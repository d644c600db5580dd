"""Writing the paragraphs of a section: named, numbered, in a language, with what they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any, cast

from flask_babel import gettext as _

from confapp.conferences.models import Conference
from confapp.db import Sourced
from confapp.proceedings.format import Paragraph, Section
from confapp.programme.models import Session
from confapp.programme.names import session_called
from confapp.records.gathering.names import InLanguage, Names
from confapp.records.material import SessionMaterial
from confapp.records.paragraphs import written
from confapp.records.phrases import Phrases, phrases_for
from confapp.records.prose import Words
from confapp.records.scene import Scene

UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST_ID = 100
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Compiling:
    """One conference being compiled in one language."""

    conference: Conference
    language: str
    names: Names
    phrases: Phrases

    @classmethod
    def of(cls, conference: Conference, language: str) -> Compiling:
        return cls(conference, language, Names(conference), phrases_for(language))

    def scene(self) -> Scene:
        """A reader to whom nobody has been named yet."""
        name = self.names.must(self.conference, "name")
        return Scene(SessionMaterial(label="", conference=name, language=self.names.language), self.language)

    def name(self, owner: InLanguage | None, field: str) -> str | None:
        """A name inside a sentence, marked with its language."""
        words = self.names.words(owner, field) if owner is not None else None
        return self.scene().name(words) if words else None

    def content(self, owner: InLanguage, field: str) -> str | None:
        """A text of the content inside a sentence, marked with its language."""
        words = self.names.words(owner, field)
        return self.scene().content(words) if words else None

    def plain(self, owner: InLanguage | None, field: str) -> str:
        """A name as data: in the edition's language where there is a translation."""
        words = self.names.words(owner, field) if owner is not None else None
        return words.within(self.language)[0] if words else ""

    def remark(self, owner: Sourced) -> str | None:
        """What a source says of something besides, where it says it."""
        said = [one.text for one in self.names.remarks(owner.provenance) if one.text]
        return self.scene().content(said[0]) if said else None


class Writer:
    """The paragraphs of one section so far."""

    def __init__(self, compiling: Compiling, section: str) -> None:
        """Nothing is written yet."""
        self.compiling = compiling
        self.section_id = identifier(section)
        self.paragraphs: list[Paragraph] = []
        self.number = 0
        self.taken: set[str] = set()

    def heading(self, key: str, text: str, *, level: int = 1) -> None:
        """A heading inside the section."""
        self._add(key, "heading", text, data={"level": level})

    def add(  # noqa: PLR0913  a paragraph has these parts
        self,
        key: str,
        kind: str,
        text: str,
        *,
        data: Mapping[str, Any] | None = None,
        refs: Iterable[Mapping[str, str]] = (),
        language: str | None = None,
        number: str | None = None,
    ) -> None:
        """A paragraph, under the section's next number where it brings none."""
        if not text.strip():
            return
        self.number += 1
        self._add(key, kind, text, data=data, refs=refs, language=language, number=number or self.number)

    def quote(self, key: str, words: Words | None) -> None:
        """A text in the words of its source, in quotation marks."""
        if words is None:
            return
        scene = self.compiling.scene()
        for at, text in enumerate(self.compiling.phrases.quotation(words, scene), start=1):
            self.add(key if at == 1 else f"{key}.{at}", "quote", text, language=scene.language_of(words))

    def section(
        self, kind: str, title: str, *, label: str | None = None, facts: Mapping[str, Any] | None = None
    ) -> Section | None:
        """The finished section; none where nothing was written."""
        if not self.paragraphs:
            return None
        section: Section = {
            "id": self.section_id,
            "kind": kind,
            "title": title[:LONGEST_TITLE],
            "language": self.compiling.language,
            "paragraphs": self.paragraphs,
        }
        if label:
            section["label"] = label
        if facts:
            section["facts"] = {name: value for name, value in facts.items() if value not in (None, "", [])}
        return section

    def _add(  # noqa: PLR0913  a paragraph has these parts
        self,
        key: str,
        kind: str,
        text: str,
        *,
        data: Mapping[str, Any] | None = None,
        refs: Iterable[Mapping[str, str]] = (),
        language: str | None = None,
        number: int | str | None = None,
    ) -> None:
        own = language or self.compiling.language
        made = written(self._free(key), kind, text, own, data=data, refs=refs)
        paragraph = cast("Paragraph", {"id": made.id, "kind": kind, "text": made.text})
        if own != self.compiling.language:
            paragraph["language"] = own
        if number is not None:
            paragraph["number"] = number
        if made.data:
            paragraph["data"] = dict(made.data)
        if made.refs:
            paragraph["refs"] = [dict(ref) for ref in made.refs]
        self.paragraphs.append(paragraph)

    def _free(self, key: str) -> str:
        name = identifier(f"{self.section_id}.{key}")
        free = next(
            one for one in chain([name], (f"{name[: LONGEST_ID - 6]}.{at}" for at in count(2))) if one not in self.taken
        )
        self.taken.add(free)
        return free


def is_numbered(session: Session) -> bool:
    """Whether its label is its number, so that “session 4” says which it is."""
    return session.committee_id is None and session.label == str(session.number)


def session_name(session: Session) -> str:
    """“Session 4”, or what it is called where its label is no number; a committee's says whose it is."""
    if is_numbered(session):
        return _("Session %(label)s", label=session.label)
    committee = session.committee.name if session.committee is not None else ""
    return session_called(session.kind, session.number, session.label, committee)


def identifier(text: str) -> str:
    """A name that the format takes."""
    return (UNFIT.sub("-", text).strip(".-_") or "x")[:LONGEST_ID]


def joined(parts: Iterable[str | None], mark: str = "; ") -> str:
    """The parts that there are."""
    return mark.join(part for part in parts if part)


def behind(text: str, parts: Iterable[str | None]) -> str:
    """A text with what is known of it in parentheses."""
    known = joined(parts)
    return f"{text} ({known})" if known else text
