"""Choosing related rows by typing what they are called, in any script; without scripts, by a button that searches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import sqlalchemy as sa
from flask import g, request, url_for
from flask_babel import gettext as _
from wtforms import Field
from wtforms.validators import StopValidation

from confapp import languages, lookup
from confapp.db import Base, db
from confapp.forms.base import FIND
from confapp.searchable import fold

OFFERED = 12
TYPED = "-typed"
NEW = "new:"
LARGEST_KEY = 10
PICKABLES: dict[str, Pickable] = {}


class Choice(NamedTuple):
    """A row that can be chosen: its key, its name, and what tells it from others of that name."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Pickable:
    """What can be chosen: rows of a model that has `__lookup__`.

    `within` is the column that holds the conference, where the rows belong to one; `only` narrows further. `make`
    enters a new one by its name alone, where that is enough; it is called when the form's own act is done.
    """

    key: str
    model: type[Base]
    name: Callable[[Any], str]
    note: Callable[[Any], str | None] = lambda _row: None
    within: Any = None
    only: Callable[[], Sequence[sa.ColumnElement[bool]]] = tuple
    make: Callable[[str], Any] | None = None
    load: Sequence[Any] = ()

    def __post_init__(self) -> None:
        """Be found by its key, for suggestions while typing."""
        PICKABLES[self.key] = self

    def rows(self, keys: Sequence[int]) -> list[Any]:
        """The rows of these keys among those that may be chosen here, in the order asked for."""
        if not keys:
            return []
        key = sa.inspect(self.model).primary_key[0]
        found = {row.id: row for row in db.session.scalars(self._among().where(key.in_(keys)))}
        return [found[one] for one in dict.fromkeys(keys) if one in found]

    def found(self, text: str) -> list[Any]:
        """The first rows with every word of the text, by name."""
        among = self._among().where(lookup.matches(self.model, text))
        ordered = lookup.with_names(among, self.model).order_by(*lookup.by_name(self.model, languages.tag()))
        return list(db.session.scalars(ordered.limit(OFFERED)))

    def choice(self, row: Any) -> Choice:
        return Choice(str(row.id), self.name(row), self.note(row) or "")

    def _among(self) -> sa.Select[Any]:
        query = sa.select(self.model).where(*self.only()).options(*self.load)
        return query if self.within is None else query.where(self.within == g.conference_id)


class PickerField(Field):
    """One row (or, with `many`, several) of a `Pickable`; `data` is the row, or the list of rows."""

    def __init__(
        self, label: Any = None, *, of: Pickable, many: bool = False, required: bool = False, **kwargs: Any
    ) -> None:
        """Take what can be chosen, and how many."""
        self.of, self.many, self.required = of, many, required
        self.typed, self.new_name = "", ""
        self.chosen: list[Any] = []
        super().__init__(label, **kwargs)

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        super().process(formdata, *args, **kwargs)
        if formdata is not None and (f"{self.name}{TYPED}" in formdata or self.name in formdata):
            self._take(formdata.getlist(self.name), " ".join(formdata.get(f"{self.name}{TYPED}", "").split()))

    def process_data(self, value: Any) -> None:
        self.chosen = list(value or []) if self.many else [] if value is None else [value]
        self._settle()

    def process_formdata(self, valuelist: list[str]) -> None:
        """What was sent is read by `process`, which sees what was typed as well."""

    def pre_validate(self, form: Any) -> None:
        if self.typed and not self.new_name:
            self._choose_typed()
        if self.required and not self.chosen and not self.new_name:
            raise StopValidation(_("Choose one: type a part of the name, then choose from what is found."))

    def fact(self) -> Any:
        """The row or rows; one that is to be entered anew is made now, in the act's own transaction."""
        if self.new_name and self.of.make is not None:
            self.chosen = [*(self.chosen if self.many else ()), self.of.make(self.new_name)]
            self.new_name = ""
            self._settle()
        return self.data

    @cached_property
    def offers(self) -> list[Choice]:
        """What was found by what was typed, without what is chosen already."""
        if not self.typed:
            return []
        taken = {str(row.id) for row in self.chosen}
        return [choice for choice in map(self.of.choice, self.of.found(self.typed)) if choice.value not in taken]

    @property
    def choices(self) -> list[Choice]:
        """What is chosen."""
        return [self.of.choice(row) for row in self.chosen]

    @property
    def can_be_made(self) -> bool:
        """Whether what was typed can be entered as a new one: nothing of just that name is known."""
        known = {fold(offer.label) for offer in self.offers}
        return bool(self.typed) and self.of.make is not None and fold(self.typed) not in known

    @property
    def is_searched(self) -> bool:
        """Whether the page shows what a search found."""
        return bool(self.typed)

    @property
    def address(self) -> str:
        """Where suggestions come from while typing."""
        slug = g.get("conference_slug") if self.of.within is not None else None
        endpoint = "manage.desk.pick_within" if slug else "manage.desk.pick"
        return url_for(endpoint, key=self.of.key, **({"conference": slug} if slug else {}))

    def said(self) -> str:
        return ", ".join([*(choice.label for choice in self.choices), *filter(None, [self.new_name])])

    def said_of(self, kept: Any) -> str:
        rows = self.of.rows([kept]) if isinstance(kept, int) else []
        return ", ".join(self.of.name(row) for row in rows)

    def fact_of(self, kept: Any) -> Any:
        rows = self.of.rows([kept]) if isinstance(kept, int) else []
        return rows[0] if rows else None

    def _take(self, values: list[str], typed: str) -> None:
        keys = [int(value) for value in values if value.isascii() and value.isdecimal() and len(value) < LARGEST_KEY]
        self.chosen = self.of.rows(keys)
        names = [value.removeprefix(NEW).strip() for value in values if value.startswith(NEW)]
        self.new_name = names[0][:300] if names and self.of.make is not None else ""
        self.typed = typed[:300]
        if not self.many:
            # The last one that was chosen is meant: it stands behind the one that was there.
            self.chosen = self.chosen[-1:] if not self.new_name else []
        self._settle()

    def _choose_typed(self) -> None:
        """What was typed and not chosen from a list is taken where it can mean one row alone."""
        if {row.id for row in self.chosen} & {row.id for row in self.of.found(self.typed)}:
            return
        exact = [offer for offer in self.offers if fold(offer.label) == fold(self.typed)] or self.offers
        if len(exact) == 1:
            (row,) = self.of.rows([int(exact[0].value)])
            self.chosen = [*self.chosen, row] if self.many else [row]
            self.typed = ""
            self._settle()
        elif exact:
            raise StopValidation(_("Several are called so. Choose one of them."))
        else:
            raise StopValidation(_("Nothing is found that is called “%(text)s”.", text=self.typed))

    def _settle(self) -> None:
        self.data = list(self.chosen) if self.many else (self.chosen[-1] if self.chosen else None)


def asked_for(name: str) -> bool:
    """Whether the form was sent to search in this field."""
    return f"{name}{FIND}" in request.form
