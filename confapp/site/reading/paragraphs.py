"""Paragraphs of an edition as a page shows them: each under its id, with what its kind has beside the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup

from confapp import addresses
from confapp.proceedings.exports.dates import written
from confapp.proceedings.format import Document, Paragraph, paragraphs_of
from confapp.site.markup import filled
from confapp.site.reading.inline import Links, names_in, paragraph_html
from confapp.site.reading.rolls import RollTable, roll_table
from confapp.site.reading.votes import VoteTable, vote_table
from confapp.site.texts import Said, foreign
from confapp.text import inline_html

SECTION_LEVEL = 2
DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrigendum to a paragraph: its number, and where on the page it stands."""

    number: int
    href: str


@dataclass(slots=True)
class Shown:
    """One paragraph; of the tables at most one is there, and the text introduces it."""

    id: str
    kind: str
    number: str
    html: Markup
    language: str = ""
    foreign: str = ""
    """The tag of the text where it is not in the page's language: then words of the page in it have to say theirs."""
    level: int = SECTION_LEVEL + 1
    """Of a heading, or of the question of a vote."""
    roll: RollTable | None = None
    vote: VoteTable | None = None
    items: list[Markup] = field(default_factory=list)
    columns: list[tuple[str, str]] = field(default_factory=list)
    """Titles with the class of their cells, as the macro `tables.table` wants them."""
    rows: list[list[str]] = field(default_factory=list)
    corrected: list[Corrected] = field(default_factory=list)

    @property
    def has_table(self) -> bool:
        return bool(self.roll or self.vote or self.items or self.rows)


class Reader:
    """What all paragraphs of an edition share while they are shaped: where names lead, what was corrected."""

    def __init__(self, document: Document, links: Links, corrected: Mapping[str, list[Corrected]]) -> None:
        """Gather the names of delegations from all paragraphs, for tables that have none of their own."""
        self.links = links
        self.corrected = corrected
        self.keys = {
            str(ref["text"]): str(ref["id"])
            for paragraph in paragraphs_of(document)
            for ref in paragraph.get("refs", [])
            if ref.get("kind") == "delegation" and ref.get("text") and ref.get("id")
        }

    def delegation(self, name: str) -> str:
        """The page of a delegation by its name, where it has one."""
        return self.links.address("delegation", self.keys[name]) if name in self.keys else ""

    def section(self, paragraphs: Iterable[Paragraph], language: str) -> Iterator[Shown]:
        """The paragraphs of a section in their order; headings within it set how deep what follows stands."""
        level, has_chapters = SECTION_LEVEL, False
        for paragraph in paragraphs:
            shown = self.paragraph(paragraph, language)
            if shown.kind == "heading":
                is_chapter = paragraph.get("data", {}).get("level") != 2  # noqa: PLR2004
                has_chapters = has_chapters or is_chapter
                level = SECTION_LEVEL + (1 if is_chapter or not has_chapters else 2)
                shown.level = level
            else:
                shown.level = min(level + 1, DEEPEST)
            yield shown

    def paragraph(self, paragraph: Paragraph, language: str) -> Shown:
        """One paragraph by itself; its language is said where it is not the section's."""
        key = paragraph["id"]
        corrected = self.corrected.get(key, [])
        if paragraph.get("redacted"):
            reason = _blacked_out(paragraph, foreign(language))
            return Shown(key, "redacted", "", reason, foreign=foreign(language), corrected=corrected)
        data: Mapping[str, Any] = paragraph.get("data", {})
        own = paragraph.get("language") or language
        shown = Shown(
            id=key,
            kind=paragraph["kind"],
            number=str(paragraph.get("number", "")),
            html=Markup(),
            language=own if own != language else "",
            foreign=foreign(own),
            corrected=corrected,
        )
        if extra := EXTRAS.get(shown.kind):
            extra(shown, data, self)
        text = _introduction(paragraph["text"], shown) if shown.has_table else paragraph["text"]
        names = names_in(paragraph.get("refs", []), self.links)
        bounds = [part for part in data.get("languages", []) if part[1] <= len(text)]
        shown.html = paragraph_html(text, names, bounds)
        return shown


def _introduction(text: str, shown: Shown) -> str:
    """What stands over a table, which says the rest: the first line, where there are more lines than the list has."""
    lines = text.split("\n")
    return lines[0] if len(lines) > max(1, len(shown.items), len(shown.rows)) else ""


def _blacked_out(paragraph: Paragraph, language: str) -> Markup:
    day, reason = written(paragraph["at"][:10], ""), Said(paragraph["reason"], language)
    return filled(_("Blacked out on %(day)s: %(reason)s"), day=day, reason=reason)


def _roll(shown: Shown, data: Mapping[str, Any], reader: Reader) -> None:
    if data.get("present") or data.get("absent"):
        shown.roll = roll_table(data, shown.foreign, reader.delegation)


def _vote(shown: Shown, data: Mapping[str, Any], reader: Reader) -> None:
    href = addresses.vote(reader.links.slug, str(data["label"])) if data.get("label") else ""
    shown.vote = vote_table(data, shown.foreign, href=href, delegation=reader.delegation)


def _list(shown: Shown, data: Mapping[str, Any], reader: Reader) -> None:  # noqa: ARG001
    shown.items = [inline_html(str(item)) for item in data.get("items", [])]
    shown.columns = [(str(column), "") for column in data.get("columns", [])]
    shown.rows = [[str(cell) for cell in row] for row in data.get("rows", [])] if shown.columns else []


EXTRAS: Mapping[str, Callable[[Shown, Mapping[str, Any], Reader], None]] = {
    "roll": _roll,
    "vote": _vote,
    "list": _list,
}
