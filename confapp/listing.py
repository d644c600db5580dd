"""A list page: what its address says (`q`, `sort`, `direction`, filters, `page`), and the rows that answer it.

A noun's queries module describes its list once, as a `Listing`; `Listing.page()` reads the present address. What makes
no sense in an address is passed over and told in `Page.ignored`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

import sqlalchemy as sa
from flask import request
from flask_babel import gettext as _

from confapp import languages, lookup
from confapp.db import db

PER_PAGE = 50
LONGEST = 200
LARGEST_PAGE = 1_000_000
ASCENDING, DESCENDING = "ascending", "descending"
OWN = {"q", "sort", "direction", "page", "lang"}


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice that narrows a list: its name in the address, its label, and each choice with its word.

    `on` is the column compared; where a choice means more than that, `where` makes the condition of it.
    """

    name: str
    label: Any
    words: Mapping[Any, Any] | Callable[[], Mapping[Any, Any]]
    on: Any = None
    where: Callable[[Any], sa.ColumnElement[bool]] | None = None

    def choices(self) -> list[tuple[str, Any]]:
        words = self.words() if callable(self.words) else self.words
        return [(value.value if isinstance(value, StrEnum) else str(value), word) for value, word in words.items()]

    def condition(self, chosen: str) -> sa.ColumnElement[bool]:
        words = self.words() if callable(self.words) else self.words
        (value,) = [one for one in words if (one.value if isinstance(one, StrEnum) else str(one)) == chosen]
        if self.where is not None:
            return self.where(value)
        condition: sa.ColumnElement[bool] = self.on == value
        return condition


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, and the state of the list as its address says it."""

    rows: Sequence[Any]
    total: int
    number: int
    pages: int
    per_page: int
    q: str
    sort: str
    direction: str
    filters: list[Filter]
    chosen: dict[str, str]
    ignored: list[str] = field(default_factory=list)

    @property
    def first(self) -> int:
        return (self.number - 1) * self.per_page + 1 if self.rows else 0

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1 if self.rows else 0

    @property
    def is_narrowed(self) -> bool:
        return bool(self.q or self.chosen)

    def address(self, **changes: Any) -> str:
        """The address of this list with something changed; what is None is left out, and so is the page."""
        state = {"q": self.q, **self.chosen, "sort": self.sort, "direction": self.direction}
        if self.direction == ASCENDING:
            state.pop("direction")
        wanted = {**state, **changes, "lang": request.args.get("lang")}
        query = urlencode([(key, value) for key, value in wanted.items() if value])
        return f"{request.path}?{query}" if query else request.path

    def page_address(self, number: int) -> str:
        return self.address(page=number if number > 1 else None)

    def sort_address(self, key: str) -> str:
        """Sorted by it; the other way round where it is sorted by it already."""
        turned = key == self.sort and self.direction == ASCENDING
        return self.address(sort=key, direction=DESCENDING if turned else None)

    def sorted_by(self, key: str) -> str:
        """What `aria-sort` says of a column."""
        return self.direction if key == self.sort else ""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """How a noun is listed. `sorts` are columns by their names in the address, the first one at first.

    The sort that is called `name` is that of `lookup`, in the order of the reader's language; searching asks `lookup`
    too, unless `search` makes another condition of the text.
    """

    model: Any
    sorts: Mapping[str, Any]
    filters: Sequence[Filter] = ()
    load: Sequence[Any] = ()
    search: Callable[[str], sa.ColumnElement[bool]] | None = None
    descending: bool = False
    per_page: int = PER_PAGE

    def page(self, *where: sa.ColumnElement[bool]) -> Page:
        """The page that the present address asks for, of the rows that the reader may see."""
        state = _State.read(self, request.args)
        conditions = [*where, *state.conditions(self)]
        total = db.session.scalar(sa.select(sa.func.count()).select_from(self.model).where(*conditions)) or 0
        pages = max(1, -(-total // self.per_page))
        number = min(state.number, pages)
        query = sa.select(self.model).where(*conditions).options(*self.load)
        rows = db.session.scalars(
            self._ordered(query, state).limit(self.per_page).offset((number - 1) * self.per_page)
        ).all()
        return Page(
            rows=rows, total=total, number=number, pages=pages, per_page=self.per_page, q=state.q, sort=state.sort,
            direction=state.direction, filters=list(self.filters), chosen=state.chosen, ignored=state.ignored,
        )  # fmt: skip

    def _ordered(self, query: sa.Select[Any], state: _State) -> sa.Select[Any]:
        """Sorted as asked for, then by name where that is known, then by key: the same order every time."""
        order: list[Any] = []
        if state.sort != "name":
            column = self.sorts[state.sort]
            columns = column if isinstance(column, tuple) else (column,)
            order = [_turned(one, state.direction) for one in columns]
        if "name" in self.sorts:
            query = lookup.with_names(query, self.model)
            names = lookup.by_name(self.model, languages.tag())
            order += [_turned(one, state.direction) for one in names] if state.sort == "name" else names
        return query.order_by(*order, sa.inspect(self.model).primary_key[0])


@dataclass(slots=True)
class _State:
    """What an address says, as far as it makes sense."""

    q: str
    sort: str
    direction: str
    number: int
    chosen: dict[str, str]
    ignored: list[str]

    @classmethod
    def read(cls, listing: Listing, args: Mapping[str, str]) -> _State:
        ignored: list[str] = []
        first = next(iter(listing.sorts))
        sort = _one_of(args, "sort", listing.sorts, ignored) or first
        turned = DESCENDING if listing.descending and "sort" not in args else ASCENDING
        chosen = {
            each.name: value
            for each in listing.filters
            if (value := _one_of(args, each.name, [key for key, _word in each.choices()], ignored))
        }
        return cls(
            q=" ".join(args.get("q", "").replace("\0", " ").split())[:LONGEST],
            sort=sort,
            direction=_one_of(args, "direction", (ASCENDING, DESCENDING), ignored) or turned,
            number=_number(args.get("page", ""), ignored),
            chosen=chosen,
            ignored=ignored,
        )

    def conditions(self, listing: Listing) -> list[sa.ColumnElement[bool]]:
        found = [each.condition(self.chosen[each.name]) for each in listing.filters if each.name in self.chosen]
        if self.q:
            found.append(listing.search(self.q) if listing.search else lookup.matches(listing.model, self.q))
        return found


def _one_of(args: Mapping[str, str], name: str, known: Iterable[str], ignored: list[str]) -> str:
    value = args.get(name, "")
    if value in set(known):
        return value
    if value:
        ignored.append(
            _("“%(value)s” was passed over: there is no such choice for “%(name)s”.", value=value[:40], name=name)
        )
    return ""


def _number(text: str, ignored: list[str]) -> int:
    if not text:
        return 1
    if text.isascii() and text.isdecimal() and len(text) < len(str(LARGEST_PAGE)):
        return max(1, int(text))
    ignored.append(_("“%(value)s” was passed over: it is no number of a page.", value=text[:40]))
    return 1


def _turned(column: Any, direction: str) -> Any:
    """What is not known stands last, whichever way a list is sorted."""
    ordered = column.desc() if direction == DESCENDING else column.asc()
    return ordered.nulls_last()
