"""An edition as a book: what the PDF's templates set, as plain data."""

import re
from collections.abc import Mapping
from typing import Any

from confapp.proceedings.exports.blocks import Block, block, typst_language
from confapp.proceedings.exports.dates import day_of, span, written
from confapp.proceedings.exports.labels import labels
from confapp.proceedings.format import Document, Section
from confapp.proceedings.tree import digest_of

Facts = Mapping[str, Any]
DATE = re.compile(r"\b\d{1,2} [^\W\d]+ \d{4}\b")


def book(document: Document, *, url: str | None = None) -> Block:
    """The whole edition; with `url`, paragraph numbers lead to its public page."""
    conference: Facts = document["conference"]
    edition: Facts = document["edition"]
    language = str(edition["language"])
    words = labels(language)
    day = day_of(edition["published_at"])
    return {
        "title": edition["title"],
        "conference": conference["title"],
        "language": typst_language(language),
        "labels": words,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "published_by": edition.get("published_by") or conference["title"],
        "tags": [str(tag) for tag in edition.get("tags", [])],
        "front": _front(conference, language),
        "imprint": _imprint(edition, words, language),
        "sections": [_section(section, language, url) for section in document["sections"]],
        "proof": _proof(document, words, url),
    }


def _front(conference: Facts, language: str) -> list[str]:
    dates = span(conference.get("starts_on"), conference.get("ends_on"), language)
    return [line for line in (conference.get("place"), dates, conference.get("second_calendar")) if line]


def _imprint(edition: Facts, words: Mapping[str, str], language: str) -> list[str]:
    facts = {"date": written(edition["published_at"][:10], language), "name": edition.get("published_by")}
    published = words["published_by" if facts["name"] else "published"] % facts
    number = words["edition"] % {"number": edition["number"]}
    return [line for line in (edition.get("category"), number, published) if line]


def _section(section: Section, language: str, url: str | None) -> Block:
    own = section.get("language") or language
    return {
        "id": section["id"],
        "kind": section["kind"],
        "title": unbroken(section["title"]),
        "language": typst_language(own),
        "lines": _lines(section.get("facts", {}), language),
        "blocks": _without_gaps([block(paragraph, own, url) for paragraph in section["paragraphs"]]),
    }


def unbroken(title: str) -> str:
    """A title in which no line ends inside a date."""
    return DATE.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), title)


def _without_gaps(blocks: list[Block]) -> list[Block]:
    """Headings that begin right under the section's title and go down one level at a time, as PDF/UA-1 asks."""
    headings = [one for one in blocks if one["kind"] == "heading"]
    if headings and headings[0]["level"] > 1:
        for heading in headings:
            heading["level"] = 1
    return blocks


def _lines(facts: Facts, language: str) -> list[str]:
    """Date, place and presiding officer, under the title of a record."""
    date = written(facts["date"], language) if facts.get("date") else None
    first = " · ".join(str(part) for part in (date, facts.get("second_calendar"), facts.get("place")) if part)
    name = facts.get("presiding")
    presiding = labels(language)["presiding"] % {"name": name} if name else None
    return [line for line in (first, presiding) if line]


def _proof(document: Document, words: Mapping[str, str], url: str | None) -> Block:
    edition: Facts = document["edition"]
    facts = [
        (words["digest"], digest_of(document["tree"]), True),
        (words["key"], document["key"]["id"], True),
        (words["previous"], edition["previous"], True),
        (words["address"], url, False),
        (words["generator"], edition.get("generator"), False),
    ]
    return {"sentences": [words["proof"], words["how"]], "facts": [fact for fact in facts if fact[1]]}
