"""The list of participants: officers, delegations by category and alphabet with their heads first, guests (R36)."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.dates import Moment
from confapp.formatting import format_date, format_span
from confapp.officials.models import Appointment, Official
from confapp.officials.queries import Post, posts_of
from confapp.participation.models import Delegation, DelegationCategory
from confapp.participation.queries import by_protocol, public_participants
from confapp.proceedings.format import Section
from confapp.proceedings.sections.writing import Compiling, Writer, behind, identifier, joined


def participants(compiling: Compiling) -> Iterator[Section | None]:
    """Officers, and the list where it has been issued."""
    writer = Writer(compiling, "participants")
    posts = posts_of(compiling.conference)
    if posts:
        writer.heading("officers.heading", _("Officers of the Conference"), level=2)
    for post in posts:
        lines = "\n".join(_post(compiling, post))
        refs = [{"kind": "official", "id": one.official.slug, "text": one.official.name} for one in post.holders]
        writer.add(f"officers.{identifier(post.office.key)}", "text", lines, refs=refs)
    listed = public_participants(compiling.conference, compiling.language)
    for group in listed.groups:
        writer.heading(f"{group.category.value}.heading", _categories()[group.category], level=2)
        for delegation in group.delegations:
            _delegation(compiling, writer, delegation)
    if listed.guests:
        writer.heading("guests.heading", _("Guests"), level=2)
        people = [_with_title(compiling, guest.official, compiling.name(guest, "capacity")) for guest in listed.guests]
        refs = [{"kind": "official", "id": one.official.slug, "text": one.official.name} for one in listed.guests]
        writer.add("guests", "text", "\n".join(people), refs=refs)
    yield writer.section("participants", _("List of participants"))


def _post(compiling: Compiling, post: Post) -> Iterator[str]:
    title = compiling.name(post.office, "title")
    if not post.holders:
        yield behind(_("%(office)s: not filled", office=title), [compiling.remark(post.office)])
    for one in post.holders:
        says_so = compiling.plain(post.office, "title").casefold().startswith(_("Acting").casefold())
        office = _("Acting %(office)s", office=title) if one.is_acting and not says_so else title
        person = compiling.scene().person(compiling.names.person(one.official))
        yield behind(f"{office}: {person}", [_term(compiling, one.term_start, one.term_end), *_territory(one)])


def _territory(one: Appointment) -> list[str | None]:
    return [one.responsibility, one.territory]


def _term(compiling: Compiling, start: Moment | None, end: Moment | None) -> str | None:
    if start is not None and end is not None:
        return format_span(start.date, end.date, compiling.language)
    if start is not None:
        return _("from %(date)s", date=format_date(start.date, compiling.language))
    return _("until %(date)s", date=format_date(end.date, compiling.language)) if end is not None else None


def _delegation(compiling: Compiling, writer: Writer, delegation: Delegation) -> None:
    name = compiling.name(delegation, "name") or ""
    lines = [f"**{name}**"]
    refs = [{"kind": "delegation", "id": delegation.key, "text": compiling.plain(delegation, "name")}]
    for one in by_protocol(delegation.delegates):
        term = _term(compiling, one.term_start, one.term_end)
        lines.append(behind(_with_title(compiling, one.official, compiling.name(one, "title")), [term]))
        refs.append({"kind": "official", "id": one.official.slug, "text": one.official.name})
    writer.add(identifier(delegation.key), "text", "\n".join(lines), refs=refs)


def _with_title(compiling: Compiling, official: Official, title: str | None) -> str:
    person = compiling.scene().person(compiling.names.person(official))
    return joined([person, title], ", ")


def _categories() -> dict[DelegationCategory, str]:
    return {
        DelegationCategory.MEMBER: _("Members"),
        DelegationCategory.OBSERVER: _("Observers"),
        DelegationCategory.INTERGOVERNMENTAL: _("Intergovernmental organizations"),
        DelegationCategory.NON_GOVERNMENTAL: _("Non-governmental organizations"),
        DelegationCategory.GUEST: _("Guest delegations"),
        DelegationCategory.SECRETARIAT: _("Secretariat"),
        DelegationCategory.INDIVIDUAL: _("Individual participants"),
    }
