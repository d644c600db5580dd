"""The templates' macros for what is made in Python: dates, people, delegations, bodies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from flask import g, get_template_attribute
from markupsafe import Markup, escape

from confapp import addresses
from confapp.calendars import second_date
from confapp.conferences.models import Conference
from confapp.dates import Moment, PartialDate
from confapp.db import db
from confapp.formatting import date_of, format_all
from confapp.officials.models import Official
from confapp.participation.models import Delegation
from confapp.search.directory import seen_officials
from confapp.site.texts import Said, said

Dated = PartialDate | Moment | date | datetime


def day(value: Dated | None, conference: Conference | None = None, *, weekday: bool = False) -> Markup:
    """A date in the page's language, with the conference's second calendar beside it; nothing where it is not known."""
    if value is None:
        return Markup()
    second = second_date(date_of(value), conference.calendar) if conference is not None else None
    return Markup(get_template_attribute("macros/dates.html", "day")(value, second or "", weekday))  # noqa: S704


def clock(value: Moment | datetime | None) -> Markup:
    """The time of day, where it is known."""
    if value is None:
        return Markup()
    return Markup(get_template_attribute("macros/dates.html", "clock")(value))  # noqa: S704


def span(first: Dated | None, last: Dated | None) -> Markup:
    """From one date to another; nothing where the first is not known."""
    if first is None:
        return Markup()
    return Markup(get_template_attribute("macros/dates.html", "span")(first, last))  # noqa: S704


def person(official: Official | None, capacity: Said | str = "") -> Markup:
    """A person with honorific, in what capacity, and a link where there is a page of theirs."""
    if official is None:
        return Markup()
    href = addresses.official(official.slug) if official.id in _seen() else ""
    macro = get_template_attribute("macros/people.html", "person")
    return Markup(macro(official.styled_name, href, capacity))  # noqa: S704


def _seen() -> frozenset[int]:
    """The people who have a page for strangers, asked once for each page that names any."""
    if "seen_officials" not in g:
        g.seen_officials = frozenset(db.session.scalars(seen_officials()))
    found: frozenset[int] = g.seen_officials
    return found


def delegation(one: Delegation | None, conference: Conference) -> Markup:
    """A delegation in small capitals; it leads to its page once the list of participants is issued."""
    if one is None:
        return Markup()
    name = said(one, "name", conference)
    macro = get_template_attribute("macros/people.html", "delegation")
    return Markup(macro(name.text, delegation_address(one, conference), name.language))  # noqa: S704


def delegation_address(one: Delegation, conference: Conference) -> str:
    """Where a delegation is found; nowhere before the list of participants is issued."""
    return addresses.delegation(conference.slug, one.key) if conference.participants_issued else ""


def linked(name: Said, href: str) -> Markup:
    """A body or a thing in running text."""
    return Markup(get_template_attribute("macros/people.html", "body")(name.text, href, name.language))  # noqa: S704


def filled(sentence: str, **parts: object) -> Markup:
    """A translated sentence with markup in its places: `filled(_("published %(day)s"), day=day(…))`."""
    return escape(sentence) % parts


def listed(parts: Iterable[Markup | str]) -> Markup:
    """Pieces of markup as the language of the page lists things: "A, B and C"."""
    return Markup(format_all([str(escape(part)) for part in parts if part]))  # noqa: S704  of escaped pieces


def named(text: str | None) -> Markup:
    """A sign, symbol or name that is the same in every language."""
    return Markup("<bdi>{}</bdi>").format(text) if text else Markup()


def joined(parts: list[Markup], separator: str = ", ") -> Markup:
    """What is there of some pieces of markup, in their order."""
    return Markup(separator).join(part for part in parts if part)  # noqa: S704  callers give plain signs
