"""An official as the page shows one: names printed, offices with terms, delegations; contact data never."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from markupsafe import Markup

from confapp import addresses, languages
from confapp.conferences.models import Conference
from confapp.officials.models import Appointment, AppointmentState, InstrumentKind, Official, OfficialName
from confapp.ordering import alphabetical
from confapp.organizations.models import BodyKind
from confapp.participation.models import Delegate, Delegation, Guest
from confapp.programme.models import Contribution
from confapp.search.directory import Home
from confapp.site.asof import term
from confapp.site.bodies import NAMES, Line, Name
from confapp.site.frame import when
from confapp.site.markup import day, filled, linked, named, person
from confapp.site.texts import Said, foreign, said
from confapp.site.words import DELEGATE_ROLES, language_name, session_name

Fact = str | Markup

INSTRUMENTS: dict[InstrumentKind, LazyString] = {
    InstrumentKind.DECISION: _l("by decision"),
    InstrumentKind.LETTER: _l("by letter"),
    InstrumentKind.ELECTION: _l("by election"),
    InstrumentKind.APPOINTMENT: _l("by appointment"),
    InstrumentKind.OTHER: _l("otherwise"),
}


class Held(NamedTuple):
    """An office that somebody holds or held."""

    title: Said
    body: Markup
    details: list[Fact]
    term: Fact
    how: list[Fact]


class Seat(NamedTuple):
    """A place at a conference: in a delegation, or as a guest."""

    conference: Said
    href: str
    when: str
    delegation: Fact
    role: str
    title: Said


class Talk(NamedTuple):
    """A contribution to a session."""

    title: Said
    href: str
    meta: list[Fact]


def lines(found: Iterable[Official], delegations: Mapping[int, Sequence[Delegation]]) -> list[Line]:
    """All of them by family name, in the order of the reader's language, with the delegations they sat in."""
    ordered = alphabetical(found, lambda one: one.family_name or one.name, languages.tag())
    return [
        Line(one.styled_name, addresses.official(one.slug), foreign(one.language or ""), _brief(one, delegations))
        for one in ordered
    ]


def facts(official: Official) -> list[tuple[str, Fact]]:
    """What is public of a person besides offices; what is not known is left out."""
    found: list[tuple[str, Fact]] = [
        (_("Name in its own script"), named(official.native_name)),
        (_("Affiliation"), said(official, "affiliation").__html__()),
        (_("Born"), day(official.born_on)),
        (_("Died"), day(official.died_on)),
    ]
    return [(title, value) for title, value in found if value]


def names(found: Iterable[OfficialName]) -> list[Name]:
    """Other names, and spellings that sources print."""
    return [
        Name(
            Said(one.name, foreign(one.language or "")),
            str(NAMES[one.kind]),
            language_name(one.language) if one.language else "",
        )
        for one in found
    ]


def offices(found: Iterable[Appointment], homes: Mapping[int, Home]) -> list[Held]:
    """Offices held, the earliest first."""
    return [_held(one, homes) for one in found]


def seats(found: Iterable[Delegate]) -> list[Seat]:
    """Places in delegations, the newest conference first."""
    return [_seat(one, one.delegation.conference) for one in found]


def visits(found: Iterable[tuple[Guest, Conference]]) -> list[Seat]:
    """Conferences at which somebody was a guest."""
    return [
        Seat(
            said(conference, "name"),
            addresses.conference(conference.slug),
            when(conference),
            "",
            _("Guest"),
            said(guest, "capacity", conference),
        )
        for guest, conference in found
    ]


def talks(found: Iterable[Contribution]) -> list[Talk]:
    """Contributions to sessions that were held."""
    return [_talk(one) for one in found]


def _brief(official: Official, delegations: Mapping[int, Sequence[Delegation]]) -> list[Fact]:
    names = dict.fromkeys(said(one, "name") for one in delegations.get(official.id, ()))
    return [name.__html__() for name in (*names, said(official, "affiliation"))]


def _held(one: Appointment, homes: Mapping[int, Home]) -> Held:
    return Held(
        title=said(one.office, "title"),
        body=linked(said(one.office.body, "name"), body_address(homes.get(one.office.body_id))),
        details=[
            _("acting") if one.is_acting else "",
            said(one, "responsibility").__html__(),
            said(one, "territory").__html__(),
        ],
        term=term(one) or (_("ended, when is not known") if one.state is AppointmentState.ENDED else ""),
        how=[part for part in _how(one) if part],
    )


def _how(one: Appointment) -> list[Fact]:
    """By what and by whom somebody came into an office, why it ended, and what else is known."""
    return [
        _instrument(one),
        _appointed_by(one),
        said(one, "end_reason").__html__(),
        said(one, "note").__html__(),
    ]


def body_address(home: Home | None) -> str:
    """Where a body is found; nowhere for one that is not known."""
    if home is None:
        return ""
    if home.kind is BodyKind.CONFERENCE:
        return addresses.conference(home.slug)
    if home.kind is BodyKind.COMMITTEE:
        return addresses.committee(home.slug, home.key)
    return addresses.organization(home.slug)


def _instrument(one: Appointment) -> Fact:
    if one.instrument_text:
        return said(one, "instrument_text").__html__()
    return str(INSTRUMENTS[one.instrument]) if one.instrument else ""


def _appointed_by(one: Appointment) -> Fact:
    if one.appointed_by is not None:
        return filled(_("appointed by %(name)s"), name=person(one.appointed_by))
    if one.appointed_by_body is not None:
        return filled(_("appointed by %(name)s"), name=said(one.appointed_by_body, "name").__html__())
    return ""


def _seat(one: Delegate, conference: Conference) -> Seat:
    delegation = one.delegation
    return Seat(
        conference=said(conference, "name"),
        href=addresses.conference(conference.slug),
        when=when(conference),
        delegation=linked(said(delegation, "name", conference), addresses.delegation(conference.slug, delegation.key)),
        role=str(DELEGATE_ROLES[one.role]),
        title=said(one, "title", conference),
    )


def _talk(one: Contribution) -> Talk:
    session = one.session
    assert session is not None  # its query asks for those in sessions
    conference = session.conference
    return Talk(
        said(one, "title", conference),
        addresses.session(conference.slug, session.label),
        [said(conference, "name").__html__(), session_name(session), day(session.held_on)],
    )
