"""Pages that can be seen as of a date: what was asked for, and what the page says about it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request
from flask_babel import gettext as _
from markupsafe import Markup

from confapp.dates import Moment, PartialDate
from confapp.officials.models import Appointment
from confapp.site.markup import day, filled, span
from confapp.site.typed import LONGEST, typed_date

Fact = str | Markup


@dataclass(frozen=True, slots=True)
class AsOf:
    """The date that the address names with `?on=`; without one, all times are shown."""

    text: str
    date: PartialDate | None

    @property
    def moment(self) -> Moment | None:
        return Moment(self.date) if self.date else None

    @property
    def is_misread(self) -> bool:
        """Whether something was typed that is no date."""
        return bool(self.text) and self.date is None


def as_of() -> AsOf:
    """What the reader asked for."""
    text = request.args.get("on", "").strip()[:LONGEST]
    return AsOf(text, typed_date(text) if text else None)


def term(one: Appointment) -> Fact:
    """From when to when, as far as it is known."""
    if one.term_start and one.term_end:
        return span(one.term_start, one.term_end)
    if one.term_start:
        return filled(_("from %(day)s"), day=day(one.term_start))
    return filled(_("until %(day)s"), day=day(one.term_end)) if one.term_end else ""
