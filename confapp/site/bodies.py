"""An organization as its page shows it: names over time, organs, offices and who held them, conferences, letters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from markupsafe import Markup

from confapp import addresses, languages
from confapp.conferences.models import Conference
from confapp.dates import PartialDate
from confapp.formatting import locale_of
from confapp.letters.models import Letter
from confapp.officials.models import Appointment
from confapp.officials.queries import Post
from confapp.ordering import alphabetical
from confapp.organizations.models import BodyName, NameKind, Organ, Organization, OrganizationEvent, OrganizationKind
from confapp.organizations.queries import name_on
from confapp.participation.models import Delegation
from confapp.participation.queries import by_protocol
from confapp.site.asof import term
from confapp.site.frame import when
from confapp.site.markup import day, filled, linked, person, span
from confapp.site.texts import Said, foreign, said
from confapp.site.words import LETTER_KINDS, language_name

Fact = str | Markup

KINDS: dict[OrganizationKind, LazyString] = {
    OrganizationKind.HOST: _l("Host"),
    OrganizationKind.MEMBER: _l("Member"),
    OrganizationKind.PARTNER: _l("Partner"),
    OrganizationKind.OBSERVER: _l("Observer"),
    OrganizationKind.INTERGOVERNMENTAL: _l("Intergovernmental organization"),
    OrganizationKind.OTHER: _l("Organization"),
}
NAMES: dict[NameKind, LazyString] = {
    NameKind.FORMER: _l("Former name"),
    NameKind.VARIANT: _l("Also"),
    NameKind.TRANSLATION: _l("Translation"),
    NameKind.PRINTED: _l("As printed"),
}


class Name(NamedTuple):
    """Another name, why there is one, and when it was valid."""

    name: Said
    kind: str
    note: Fact


class Chair(NamedTuple):
    """An office, what is said of it, and who held it when."""

    title: Said
    note: Fact
    holders: list[Fact]


class Bench(NamedTuple):
    """The offices of an organization or of one of its organs."""

    id: str
    name: Said
    meta: list[Fact]
    chairs: list[Chair]


class Attended(NamedTuple):
    """A conference with the delegation to it."""

    name: Said
    href: str
    when: str
    delegates: list[Markup]
    votes_href: str


class Written(NamedTuple):
    """A letter to a conference."""

    title: Said
    href: str
    meta: list[Fact]


@dataclass(frozen=True, slots=True)
class Line:
    """An organization in the list of all."""

    title: str
    href: str
    language: str
    meta: list[Fact]


def lines(found: Iterable[Organization]) -> list[Line]:
    """All of them in the order of the reader's language."""
    named = [(said(one, "name"), one) for one in found]
    ordered = alphabetical(named, lambda pair: pair[0].text, languages.tag())
    return [
        Line(name.text, addresses.organization(one.slug), name.language, _brief(one, name.text))
        for name, one in ordered
    ]


def kind(organization: Organization) -> str:
    """What kind of organization it is."""
    return str(KINDS[organization.organization_kind])


def name_then(organization: Organization, on: PartialDate | None) -> Said:
    """Its name, or the one that it certainly had on a date."""
    if on is None:
        return said(organization, "name")
    former = name_on(organization.name, organization.names, on)
    return said(organization, "name") if former == organization.name else Said(former)


def facts(
    organization: Organization, before: Sequence[Organization], shown: Collection[int]
) -> list[tuple[str, Fact | list[Fact]]]:
    """Country, seat, dates and what it belongs to; what is not known is left out. `shown` are those with a page."""
    found: list[tuple[str, Fact | list[Fact]]] = [
        (_("Short name"), said(organization, "short_name").__html__()),
        (_("Country"), _unless_named(country(organization), organization)),
        (_("Seat"), said(organization, "seat").__html__()),
        (_("Founded"), day(organization.founded_on)),
        (_("Dissolved"), day(organization.dissolved_on)),
        (_("Part of"), _linked(organization.parent, shown)),
        (_("Succeeded by"), _linked(organization.successor, shown)),
        (_("Successor of"), [_linked(one, (one.id,)) for one in before]),
    ]
    return [(title, value) for title, value in found if value]


def country(organization: Organization) -> Said:
    """Its country by name; a code of ISO 3166 in the reader's language."""
    stated = said(organization, "country")
    name = locale_of().territories.get(stated.text)
    # CLDR writes Russian without the letter that everything here is written with.
    return Said(str(name).replace("единенн", "единённ")) if name else stated


def _unless_named(fact: Said, organization: Organization) -> Markup:
    """What the name of an organization says already need not be said again."""
    return Markup() if fact.text == said(organization, "name").text else fact.__html__()


def names(found: Iterable[BodyName]) -> list[Name]:
    """The other names in their order."""
    return [
        Name(Said(one.name, foreign(one.language or "")), str(NAMES[one.kind]), _valid(one) or _language(one))
        for one in found
    ]


def events(found: Iterable[OrganizationEvent]) -> list[dict[str, Fact]]:
    """What happened to it, as the macro `lists.timeline` wants it."""
    return [
        {
            "when": day(one.occurred_on) or _("not dated"),
            "title": said(one, "text").line,
            "note": said(one, "place").__html__(),
        }
        for one in found
    ]


def benches(organization: Organization, posts: Mapping[int, Sequence[Post]], on: PartialDate | None) -> list[Bench]:
    """The offices of the organization itself, then organ by organ."""
    own = [Bench("offices", Said(_("Offices")), [], _chairs(posts.get(organization.id, ())))]
    organs = [_organ(one, posts.get(one.id, ()), on) for one in organization.organs]
    return [bench for bench in own if bench.chairs] + organs


def attended(found: Iterable[Delegation]) -> list[Attended]:
    """The conferences to which it sent a delegation, with the delegates."""
    return [
        Attended(
            name=said(one.conference, "name"),
            href=addresses.conference(one.conference.slug),
            when=when(one.conference),
            delegates=[person(each.official) for each in by_protocol(one.delegates)],
            votes_href=addresses.delegation(one.conference.slug, one.key),
        )
        for one in found
    ]


def called(found: Iterable[Conference], organization: Organization) -> list[Attended]:
    """The conferences that it convened or was host of."""
    return [
        Attended(said(one, "name"), addresses.conference(one.slug), _part_in(one, organization), [], "")
        for one in found
    ]


def written(found: Iterable[tuple[Letter, Conference]]) -> list[Written]:
    """Letters with the conferences to which they went."""
    return [
        Written(
            title=said(letter, "subject", conference) or Said(str(LETTER_KINDS[letter.kind])),
            href=addresses.letter(conference.slug, letter.register_number),
            meta=[
                _("Letter %(number)s", number=letter.register_number),
                said(conference, "name").__html__(),
                filled(_("dated %(day)s"), day=day(letter.written_on)) if letter.written_on else "",
            ],
        )
        for letter, conference in found
    ]


def holder(one: Appointment) -> Fact:
    """Who held an office, in what manner, and when."""
    details = [
        _("acting") if one.is_acting else "",
        said(one, "responsibility").__html__(),
        said(one, "territory").__html__(),
        term(one),
    ]
    return Markup(", ").join([person(one.official), *(detail for detail in details if detail)])


def _organ(organ: Organ, posts: Sequence[Post], on: PartialDate | None) -> Bench:
    name = said(organ, "name")
    if on is not None and (former := name_on(organ.name, organ.names, on)) != organ.name:
        name = Said(former)
    existed = span(organ.founded_on, organ.dissolved_on) if organ.dissolved_on else day(organ.founded_on)
    return Bench(f"organ-{organ.id}", name, [said(organ, "territory").__html__(), existed], _chairs(posts))


def _chairs(posts: Iterable[Post]) -> list[Chair]:
    return [
        Chair(said(post.office, "title"), said(post.office, "note").__html__(), [holder(one) for one in post.holders])
        for post in posts
    ]


def _valid(one: BodyName) -> Fact:
    if one.valid_from and one.valid_until:
        return span(one.valid_from, one.valid_until)
    if one.valid_from:
        return filled(_("from %(day)s"), day=day(one.valid_from))
    return filled(_("until %(day)s"), day=day(one.valid_until)) if one.valid_until else ""


def _language(one: BodyName) -> str:
    return language_name(one.language) if one.language else ""


def _linked(organization: Organization | None, shown: Collection[int]) -> Fact:
    if organization is None:
        return ""
    href = addresses.organization(organization.slug) if organization.id in shown else ""
    return linked(said(organization, "name"), href)


def _part_in(conference: Conference, organization: Organization) -> str:
    roles = [
        _("convened it") if conference.convener_id == organization.id else "",
        _("was its host") if conference.host_id == organization.id else "",
    ]
    return " · ".join(part for part in (when(conference), *roles) if part)


def _brief(organization: Organization, name: str) -> list[Fact]:
    """What a list says of it: its kind where that tells something, and its country where the name does not."""
    is_plain = organization.organization_kind is OrganizationKind.MEMBER
    home = country(organization)
    seat = said(organization, "seat")
    return [
        "" if is_plain else kind(organization),
        "" if home.text == name else home.__html__(),
        "" if seat.text == home.text else seat.__html__(),
    ]
