"""Delegations as entries of the list of participants and as heads of their own pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.floor.models import PresenceStatus
from confapp.participation.models import Delegate, Delegation, DelegationCategory, Guest
from confapp.participation.queries import Participants, by_protocol
from confapp.programme.models import Session
from confapp.site import motions
from confapp.site.floor_words import STATES
from confapp.site.markup import day, delegation_address, filled, linked, named, person, span
from confapp.site.texts import Said, said
from confapp.site.words import CATEGORIES, CREDENTIALS, DELEGATE_ROLES, session_name
from confapp.voting.models import Choice, Motion
from confapp.voting.queries import DelegationVote
from confapp.voting.words import CHOICES, RESULTS

Fact = str | Markup


class Member(NamedTuple):
    """A delegate as the list prints one."""

    name: Markup
    title: Said
    role: str
    term: Markup


class Entry(NamedTuple):
    """A delegation in the list."""

    key: str
    name: Said
    href: str
    members: list[Member]


class Group(NamedTuple):
    """The delegations of one category."""

    title: str
    entries: list[Entry]


class Head(NamedTuple):
    """What stands above the page of a delegation."""

    name: Said
    kicker: str
    facts: list[tuple[str, Fact]]


class Line(NamedTuple):
    """How a delegation voted on one question."""

    question: Said
    href: str
    session: str
    session_href: str
    when: Markup
    choice: Fact
    key: str
    result: str
    note: Fact


class Seat(NamedTuple):
    """Who sat for a delegation at a session."""

    session: str
    href: str
    present: list[Markup]
    absent: list[Markup]


def groups(participants: Participants, conference: Conference) -> list[Group]:
    """The issued list, by category; the heading of the only category would say nothing."""
    found = participants.groups
    return [
        Group(
            title=str(CATEGORIES[group.category]) if len(found) > 1 else "",
            entries=[_entry(one, conference) for one in group.delegations],
        )
        for group in found
    ]


def guests(found: Iterable[Guest], conference: Conference) -> list[tuple[Markup, Said]]:
    """Guests with the capacity in which they came."""
    return [(person(one.official), said(one, "capacity", conference)) for one in found]


def members(found: Sequence[Delegate], conference: Conference) -> list[Member]:
    """The members of a delegation, its head first."""
    return [_member(one, conference, is_alone=len(found) == 1) for one in by_protocol(found)]


def head(one: Delegation, conference: Conference) -> Head:
    """What a delegation is, with what is known of its seat."""
    organization = one.organization
    body = (
        linked(said(organization, "name"), addresses.organization(organization.slug))
        if organization is not None
        else Markup()
    )
    votes = ngettext("%(num)s vote", "%(num)s votes", one.votes) if one.is_voting else _("no vote")
    return Head(
        name=said(one, "name", conference),
        kicker=_("Delegation"),
        facts=[
            (_("Organization"), body),
            (
                _("Takes part among"),
                str(CATEGORIES[one.category]) if one.category is not DelegationCategory.MEMBER else "",
            ),
            (_("Votes"), votes if one.votes != 1 or not one.is_voting else ""),
            (_("Credentials"), _credentials(one)),
            (_("First present"), _first_present(one, conference)),
            (_("Withdrawn"), day(one.withdrawn, conference)),
        ],
    )


def votes(found: Iterable[DelegationVote], conference: Conference) -> list[Line]:
    """How it voted, question by question, in their order."""
    return [_line(one, conference) for one in found]


def tally(found: Sequence[DelegationVote]) -> dict[str, int]:
    """How often it chose what, as the macros want totals."""
    counted = Counter(one.ballot.choice.value for one in found if one.ballot.choice is not Choice.CANDIDATE)
    return {choice.value: counted[choice.value] for choice in Choice if counted[choice.value]}


def attendance(
    found: Iterable[tuple[Session, list[tuple[PresenceStatus, Delegate | None]]]], conference: Conference
) -> list[Seat]:
    """Who sat for it at each session whose roll names it."""
    return [
        Seat(
            session=session_name(session),
            href=addresses.session(conference.slug, session.label),
            present=_names(names, PresenceStatus.PRESENT),
            absent=_names(names, PresenceStatus.ABSENT),
        )
        for session, names in found
    ]


def moved(found: Iterable[Motion], conference: Conference) -> list[tuple[Said, str, str]]:
    """What its members moved, with what became of it."""
    return [
        (said(one, "summary", conference), motions.address(one, conference), str(STATES[one.state])) for one in found
    ]


def _entry(one: Delegation, conference: Conference) -> Entry:
    return Entry(
        key=one.key,
        name=said(one, "name", conference),
        href=delegation_address(one, conference),
        members=members(one.delegates, conference),
    )


def _member(one: Delegate, conference: Conference, *, is_alone: bool) -> Member:
    return Member(
        name=person(one.official),
        title=said(one, "title", conference),
        role="" if is_alone else str(DELEGATE_ROLES[one.role]),
        term=span(one.term_start, one.term_end) if one.term_start else _until(one),
    )


def _until(one: Delegate) -> Markup:
    return filled(_("until %(day)s"), day=day(one.term_end)) if one.term_end else Markup()


def _credentials(one: Delegation) -> Fact:
    word = CREDENTIALS.get(one.credentials)
    if word is None:
        return ""
    return filled("%(word)s, %(day)s", word=word, day=day(one.credentials_on)) if one.credentials_on else str(word)


def _first_present(one: Delegation, conference: Conference) -> Fact:
    if not one.first_present:
        return ""
    href = addresses.session(conference.slug, one.first_present)
    return Markup('<a class="ref" href="{}">{}</a>').format(
        href, filled(_("session %(label)s"), label=named(one.first_present))
    )


def _line(one: DelegationVote, conference: Conference) -> Line:
    vote, ballot, session = one.vote, one.ballot, one.vote.session
    return Line(
        question=said(vote, "question", conference),
        href=addresses.vote(conference.slug, vote.label),
        session=session_name(session),
        session_href=addresses.session(conference.slug, session.label),
        when=day(session.held_on, conference),
        choice=named(ballot.candidate.name) if ballot.candidate is not None else str(CHOICES[ballot.choice]),
        key=ballot.choice.value,
        result=str(RESULTS[vote.result]),
        note=_changed(one),
    )


def _changed(one: DelegationVote) -> Fact:
    """That a vote was changed or entered late, and when."""
    ballot = one.ballot
    when = day(ballot.entered or (ballot.session.held_on if ballot.session else None))
    if one.declared is not None:
        before = CHOICES[one.declared.choice]
        if when:
            return filled(_("before %(day)s: %(choice)s"), day=when, choice=before)
        return _("changed from “%(choice)s”", choice=before)
    return filled(_("entered on %(day)s"), day=when) if ballot.reason and when else ""


def _names(names: Iterable[tuple[PresenceStatus, Delegate | None]], status: PresenceStatus) -> list[Markup]:
    return [
        person(one.official) if one is not None else Markup("{}").format(_("represented"))
        for found, one in names
        if found is status
    ]
