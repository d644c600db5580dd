"""Searching what is public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import sqlalchemy as sa

from confapp.conferences.models import Conference
from confapp.conferences.queries import seen_by_strangers
from confapp.db import db
from confapp.revisions import EVERYWHERE
from confapp.search import fulltext, words
from confapp.search.models import EntryKind, SearchEntry
from confapp.searchable import highlight, query_terms

PAGE_SIZE = 20
MOST_TERMS = 12
LONGEST_QUERY = 300
BEFORE, AFTER = 90, 190

type_order = list(EntryKind)
Pieces = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: title and passage in pieces, each with whether the query was found there.

    Content has its language; what has none is in that of the page.
    """

    kind: EntryKind
    url: str
    title: Pieces
    title_language: str
    place: str
    place_language: str
    number: str
    details: list[str]
    passage: Pieces
    language: str


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, how many there are, and how many of each kind."""

    query: str
    hits: list[Hit]
    total: int
    kinds: list[tuple[EntryKind, int]]
    page: int
    pages: int


def search(query: str, *, kind: EntryKind | None = None, scope: str | None = None, page: int = 1) -> Results:
    """What is public and has every word of the query (words may be begun only); anybody may see it.

    `kind` and `scope` (a conference's slug) narrow it. Only the first words of a long query count.
    """
    query = query.strip()[:LONGEST_QUERY]
    terms = query_terms(query)[:MOST_TERMS]
    if not terms:
        return Results(query, [], 0, [], 1, 0)
    found = fulltext.entries(terms).where(_is_still_seen())
    if scope is not None:
        found = found.where(SearchEntry.scope == scope)
    kinds = _counts(found)
    if kind is not None:
        found = found.where(SearchEntry.kind == kind)
    total = sum(count for one, count in kinds if kind in {None, one})
    pages = -(-total // PAGE_SIZE)
    page = min(max(page, 1), max(pages, 1))
    rank = sa.desc(found.selected_columns.rank)
    rows = db.session.execute(found.order_by(rank, SearchEntry.id).limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE))
    return Results(query, [_hit(entry, query) for entry, _rank in rows], total, kinds, page, pages)


def _is_still_seen() -> sa.ColumnElement[bool]:
    """A conference that was made private is gone at once, even before the index follows."""
    public = sa.select(Conference.slug).where(seen_by_strangers())
    return sa.or_(SearchEntry.scope == EVERYWHERE, SearchEntry.scope.in_(public))


def _counts(found: sa.Select[SearchEntry, float]) -> list[tuple[EntryKind, int]]:
    counted = found.with_only_columns(SearchEntry.kind, sa.func.count()).group_by(SearchEntry.kind)
    counts: dict[EntryKind, int] = {kind: number for kind, number in db.session.execute(counted)}  # noqa: C416  rows
    return [(kind, counts[kind]) for kind in type_order if kind in counts]


def _hit(entry: SearchEntry, query: str) -> Hit:
    facts = cast("words.Facts", entry.facts or {})
    language = entry.language or ""
    return Hit(
        kind=entry.kind,
        url=entry.url,
        title=highlight(entry.title or words.title(facts), query),
        title_language=facts.get("title_language", language) if entry.title else "",
        place=entry.place or "",
        place_language=facts.get("place_language", ""),
        number=facts.get("number", ""),
        details=words.details(facts),
        passage=passage(highlight(entry.text, query)),
        language=language,
    )


def passage(pieces: Sequence[tuple[str, bool]]) -> Pieces:
    """The part of a text around its first hit, cut at words, with an ellipsis where something was cut."""
    first = next((at for at, (_, is_hit) in enumerate(pieces) if is_hit), None)
    if first is None:
        text = "".join(piece for piece, _ in pieces)
        return [(_cut_end(text, BEFORE + AFTER), False)] if text else []
    before = "".join(piece for piece, _ in pieces[:first])
    cut: Pieces = [(_cut_start(before, BEFORE), False)] if before else []
    left = AFTER
    for piece, is_hit in pieces[first:]:
        if left <= 0:
            break
        cut.append((piece if is_hit else _cut_end(piece, left), is_hit))
        left -= len(piece)
    return cut


def _cut_start(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    _, space, rest = text[-length:].partition(" ")
    return "… " + (rest if space else text[-length:])


def _cut_end(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    head, space, _ = text[:length].rpartition(" ")
    return (head if space else text[:length]) + " …"
