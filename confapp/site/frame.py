"""The frame of a public page: the site's head, the conference that the page belongs to, and the page's addresses.

`page()` renders a template that extends public.html with everything that the frame asks for. `conference_at()` finds
the conference of an address, leads from a former slug to the present one, and hides what is not public.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

from babel.core import get_global
from flask import has_request_context, render_template, request
from flask_babel import gettext as _
from markupsafe import Markup
from werkzeug.routing import RequestRedirect

from confapp import addresses, languages
from confapp.calendars import second_date
from confapp.conferences.models import Conference
from confapp.errors import NotFound
from confapp.formatting import format_days
from confapp.site import queries
from confapp.site.texts import said
from confapp.slugs import SlugSpace, current_slug

Found = TypeVar("Found")


class Link(NamedTuple):
    """An entry of a navigation."""

    title: str
    href: str
    current: bool = False


class Place(NamedTuple):
    """The conference whose page this is, as its head shows it."""

    title: str
    href: str
    language: str
    facts: Markup


def page(
    template: str, *, conference: Conference | None = None, current: str = "", description: str = "", **values: Any
) -> str:
    """Render a public page in its frame; `current` names the part of the conference as its address does (`agenda`)."""
    return render_template(template, **(_of_conference(conference, current) | _of_page(description) | values))


def conference_at(slug: str) -> Conference:
    """The public conference of this slug; a former slug leads to the present one, all else is not found."""
    return found_or_moved(SlugSpace.CONFERENCE, slug, queries.seen_conference)


def found_or_moved(space: SlugSpace, slug: str, find: Callable[[str], Found | None]) -> Found:
    """What `find` knows under the slug in the present address; whoever comes by a former slug is led to the new one.

    `find` answers None, or refuses with NotFound, where there is nothing for strangers.
    """
    if (thing := _found(find, slug)) is not None:
        return thing
    name = current_slug(space, slug)
    if name is None or name == slug or _found(find, name) is None:
        raise NotFound(_("It may have moved. The front page and the search know more."))
    raise RequestRedirect(_renamed(slug, name))


def _found(find: Callable[[str], Found | None], slug: str) -> Found | None:
    try:
        return find(slug)
    except NotFound:
        return None


def _renamed(slug: str, name: str) -> str:
    """The present address with the slug in it, which is its second part, replaced."""
    parts = request.path.split("/")
    parts[parts.index(slug, 2)] = name
    query = request.query_string.decode()
    return quote("/".join(parts)) + (f"?{query}" if query else "")


def site_context() -> dict[str, Any]:
    """What every page's head shows, errors included."""
    here = request.path if has_request_context() else ""
    parts = (
        (_("Conferences"), addresses.conferences()),
        (_("Proceedings"), addresses.all_proceedings()),
        (_("Organizations"), addresses.organizations()),
        (_("Officials"), addresses.officials()),
    )
    return {
        "addresses": addresses,
        "feed_url": addresses.feed(),
        "front_url": addresses.front(),
        "kept_language": kept_language(),
        "site_nav": [Link(title, href, here.startswith(href.partition("?")[0])) for title, href in parts],
    }


def kept_language() -> str:
    """The language that the present address names, so that links and forms go on in it; empty where negotiated."""
    language = request.args.get("lang", "") if has_request_context() else ""
    return language if language in languages.available() else ""


def facts_line(conference: Conference) -> Markup:
    """Where and when, in a line: "Washington · 1 October – 1 November 1884"."""
    return Markup(" · ").join(filter(None, (said(conference, "place").__html__(), when(conference))))


def when(conference: Conference) -> str:
    """The days of a conference, with the second calendar where it has one."""
    first, last = conference.starts_on, conference.ends_on
    if first is None and conference.opened is not None:
        first, last = conference.opened.date, conference.closed.date if conference.closed is not None else None
    if first is None:
        return ""
    text = format_days(first, last)
    second = second_date(first, conference.calendar)
    return f"{text} · {second}" if second else text


def _of_page(description: str) -> dict[str, Any]:
    """Canonical address and the same page in other languages; without a language the address is negotiated."""
    query = f"?lang={language}" if (language := kept_language()) else ""
    alternates = [(tag, addresses.absolute(f"{request.path}?lang={tag}")) for tag in languages.available()]
    return {
        "description": description,
        "canonical": addresses.absolute(request.path + query),
        "locale": _locale(),
        "alternates": [*alternates, ("x-default", addresses.absolute(request.path))],
    }


def _locale() -> str:
    """The page's language with its most likely territory, as Open Graph wants it: `ru_RU`."""
    tag = languages.tag().replace("-", "_")
    language, *rest = get_global("likely_subtags").get(tag, tag).split("_")
    return "_".join([language, *rest[-1:]])


def _of_conference(conference: Conference | None, current: str) -> dict[str, Any]:
    if conference is None:
        return {}
    title = said(conference, "name")
    return {
        "conference": conference,
        "place": Place(title.text, addresses.conference(conference.slug), title.language, facts_line(conference)),
        "nav": navigation(conference, current),
        "accent_url": addresses.accent(conference.slug) if conference.accent else "",
    }


def navigation(conference: Conference, current: str) -> list[Link]:
    """The parts of a conference that have something to show, in their order."""
    there = queries.parts_of(conference)
    titles = {
        "agenda": _("Agenda"),
        "schedule": _("Schedule"),
        "sessions": _("Sessions"),
        "committees": _("Committees"),
        "participants": _("Participants"),
        "letters": _("Letters"),
        "decisions": _("Decisions"),
        "documents": _("Documents"),
    }
    slug = conference.slug
    links = [Link(_("Overview"), addresses.conference(slug), current == "overview")]
    links += [
        Link(title, addresses.conference(slug, f"{part}/"), current == part)
        for part, title in titles.items()
        if part in there
    ]
    if "proceedings" in there:
        links.append(Link(_("Proceedings"), addresses.proceedings(slug), current == "proceedings"))
    return links
