"""Sessions as rows of a list and as heads of their own pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from confapp import addresses
from confapp.conferences.models import Conference
from confapp.dates import Moment
from confapp.proceedings.models import Edition
from confapp.programme.models import Contribution, Session, SessionState
from confapp.programme.words import SESSION_STATES
from confapp.site.frame import Link
from confapp.site.markup import clock, day, joined, person
from confapp.site.texts import Said, own, said
from confapp.site.words import session_name

Fact = str | Markup


class Row(NamedTuple):
    """A session in a list."""

    name: str
    href: str
    when: Markup
    hours: Markup
    place: Said
    presiding: Markup
    title: Said
    state: str
    business: str


def rows(sessions: Iterable[Session], conference: Conference, votes: dict[int, int] | None = None) -> list[Row]:
    """Sessions with when and where they met and who presided; `votes` counts those that strangers may see."""
    return [row(session, conference, (votes or {}).get(session.id, 0)) for session in sessions]


def row(session: Session, conference: Conference, votes: int = 0) -> Row:
    """One of them."""
    over = session.state in {SessionState.ADJOURNED, SessionState.CLOSED}
    return Row(
        name=session_name(session),
        href=addresses.session(conference.slug, session.label),
        when=day(session.held_on or date_of(session.opened), conference),
        hours=hours(session),
        place=said(session, "place", conference),
        presiding=person(session.presiding),
        title=said(session, "title", conference),
        state="" if over else str(SESSION_STATES[session.state]),
        business=ngettext("%(num)s vote", "%(num)s votes", votes) if votes else "",
    )


def hours(session: Session) -> Markup:
    """From when to when, as far as it is known: "13:00–16:30"."""
    begins, ends = clock(session.opened), clock(session.adjourned)
    return joined([begins, ends], "–") if begins else ends


def date_of(moment: Moment | None) -> Moment | None:
    """The moment without its time of day."""
    return None if moment is None else Moment(moment.date)


def place_of(session: Session, conference: Conference) -> Said:
    """Where it met: its own place, its hall, else that of the conference."""
    if session.place:
        return said(session, "place", conference)
    return said(session.hall, "name", conference) if session.hall is not None else Said("")


class Head(NamedTuple):
    """What stands above a session's page."""

    name: str
    title: Said
    meta: list[Fact]
    facts: list[tuple[str, Fact]]
    contributions: list[tuple[Said, Markup, Markup]]


def head(session: Session, conference: Conference) -> Head:
    """When, where and under whom; and what was on its programme."""
    return Head(
        name=session_name(session),
        title=said(session, "title", conference),
        meta=[
            day(session.held_on or date_of(session.opened), conference, weekday=True),
            hours(session),
            place_of(session, conference).__html__(),
        ],
        facts=[
            (_("Presiding"), person(session.presiding, said(session, "presiding_capacity", conference))),
            (_("Opening"), said(session, "opening_note", conference).__html__()),
            (_("Adjournment"), said(session, "adjournment_note", conference).__html__()),
        ],
        contributions=[_contribution(one, conference) for one in session.contributions],
    )


def _contribution(one: Contribution, conference: Conference) -> tuple[Said, Markup, Markup]:
    start = Moment.of(one.planned_start, conference.zone) if one.planned_start else None
    people = joined([person(each.official, own(each.affiliation, conference)) for each in one.people], "; ")
    return said(one, "title", conference), clock(start), people


def neighbours(sessions: Sequence[Session], session: Session, conference: Conference) -> list[Link | None]:
    """The sessions before and after one, by their names; None at the ends."""
    links = [Link(session_name(one), addresses.session(conference.slug, one.label)) for one in sessions]
    return around(links, [one.label for one in sessions].index(session.label))


def around(links: Sequence[Link], at: int) -> list[Link | None]:
    """What comes before and after a place; None at the ends."""
    return [links[place] if 0 <= place < len(links) else None for place in (at - 1, at + 1)]


def record_address(session: Session, conference: Conference, editions: Sequence[Edition]) -> str:
    """Where the record of a session is read, once the proceedings are published."""
    return addresses.record(conference.slug, session.label) if editions else ""


def heading(session: Session, conference: Conference) -> str:
    """What the page of a session is called in titles and links."""
    title = said(session, "title", conference)
    return _("%(name)s: %(title)s", name=session_name(session), title=title.text) if title else session_name(session)
