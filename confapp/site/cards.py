"""Conferences and editions as entries of a list (the macro `lists.index`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from confapp import addresses
from confapp.conferences.models import Conference, ConferenceState
from confapp.proceedings.models import Edition
from confapp.site.frame import when
from confapp.site.markup import day, filled
from confapp.site.queries import Size
from confapp.site.texts import Said, foreign, said
from confapp.site.words import CONFERENCE_STATES

Fact = str | Markup


@dataclass(frozen=True, slots=True)
class Card:
    """An entry of a list, as its macro wants it."""

    title: str
    href: str
    language: str
    kicker: str
    text: Said
    meta: list[Fact]


def conferences(found: Iterable[Conference], sizes: Mapping[int, Size]) -> list[Card]:
    """Conferences with what they are, where and when."""
    return [_conference(conference, sizes[conference.id]) for conference in found]


def editions(found: Iterable[Edition]) -> list[Card]:
    """Newest editions with when they were published."""
    return [_edition(edition) for edition in found]


def _conference(conference: Conference, size: Size) -> Card:
    title = said(conference, "name")
    return Card(
        title=title.text,
        href=addresses.conference(conference.slug),
        language=title.language,
        kicker=when(conference) or str(CONFERENCE_STATES[conference.state]),
        text=said(conference, "subtitle"),
        meta=[said(conference, "place").__html__(), *_numbers(size), _state(conference) if when(conference) else ""],
    )


def _numbers(size: Size) -> list[Fact]:
    return [
        ngettext("%(num)s delegation", "%(num)s delegations", size.delegations) if size.delegations else "",
        ngettext("%(num)s session", "%(num)s sessions", size.sessions) if size.sessions else "",
    ]


def _state(conference: Conference) -> str:
    """Said while it tells something: that a conference of 1884 is closed goes without saying."""
    over = conference.state in {ConferenceState.CLOSED, ConferenceState.ARCHIVED}
    return "" if over else str(CONFERENCE_STATES[conference.state])


def _edition(edition: Edition) -> Card:
    slug = edition.conference.slug
    return Card(
        title=edition.title,
        href=addresses.proceedings(slug),
        language=foreign(edition.language),
        kicker=_("Edition %(number)s", number=edition.number),
        text=Said(""),
        meta=[
            filled(_("published %(day)s"), day=day(edition.published_at)),
            Markup('<a href="{}">{}</a>').format(addresses.edition(slug, edition.number, "pdf"), _("PDF")),
            Markup('<a href="{}">{}</a>').format(addresses.edition(slug, edition.number), _("Signature and digest")),
        ],
    )
