"""The register of letters, and what strangers see of it.

A letter is public once it was accepted, where its sender allows that (`is_seen`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import contains_eager, defer, joinedload, selectinload

from confapp import lookup
from confapp.conferences.models import Conference
from confapp.conferences.queries import seen_by_strangers
from confapp.db import db
from confapp.errors import NotFound
from confapp.facts import next_number
from confapp.letters.models import Letter, LetterPresentation, LetterScan, LetterState
from confapp.letters.words import KINDS, STATES
from confapp.listing import Filter, Listing, Page
from confapp.officials.models import Official
from confapp.officials.queries import PUBLIC_COLUMNS
from confapp.organizations.models import Body, Organization
from confapp.programme.models import Session
from confapp.programme.names import session_called

LONGEST_NUMBER = 10
ACCEPTED = (LetterState.ACCEPTED, LetterState.PRESENTED, LetterState.ANNEXED)


def is_seen() -> sa.ColumnElement[bool]:
    """The condition under which strangers who see the conference see a letter."""
    return sa.and_(Letter.is_public, Letter.state.in_(ACCEPTED))


def public_letters(conference: Conference) -> Sequence[Letter]:
    """The letters by protocol, then as they were registered, with senders and presentations. For strangers."""
    return db.session.scalars(_letters(conference).where(is_seen()).order_by(Letter.rank, Letter.register_number)).all()


def public_letter(conference: Conference, number: int) -> Letter:
    """One of them by its register number; refused where there is none, or it is not shown. For strangers."""
    letter = db.session.scalar(_letters(conference).where(Letter.register_number == number, is_seen()))
    if letter is None:
        raise NotFound(_("There is no letter at this address, or its sender does not wish it shown."))
    return letter


def register(conference: Conference) -> Sequence[Letter]:
    """The whole register in its order. For organizers."""
    return db.session.scalars(_letters(conference).order_by(Letter.register_number)).all()


def letter_by_key(conference: Conference, key: str) -> Letter | None:
    """One, public or not. For organizers."""
    return db.session.scalar(_letters(conference).where(Letter.key == key))


def listed(conference_id: int) -> Page:
    """A page of the register as its address asks for it. For organizers."""
    return LISTING.page(Letter.conference_id == conference_id)


def letter_numbered(conference_id: int, number: int) -> Letter:
    """One by its register number, public or not, with all that belongs to it. For organizers."""
    found = db.session.scalar(_whole().where(Letter.conference_id == conference_id, Letter.register_number == number))
    if found is None:
        raise NotFound(_("No letter has number %(number)s in the register.", number=number))
    return found


def letters_numbered(conference_id: int, numbers: Sequence[int]) -> Sequence[Letter]:
    """Some by their register numbers. For organizers."""
    return db.session.scalars(
        sa.select(Letter)
        .where(Letter.conference_id == conference_id, Letter.register_number.in_(numbers))
        .order_by(Letter.register_number)
    ).all()


def neighbours(letter: Letter) -> tuple[int | None, int | None]:
    """The register numbers before and behind a letter's. For organizers."""
    number, of_conference = Letter.register_number, Letter.conference_id == letter.conference_id
    before = sa.select(sa.func.max(number)).where(of_conference, number < letter.register_number).scalar_subquery()
    behind = sa.select(sa.func.min(number)).where(of_conference, number > letter.register_number).scalar_subquery()
    row = db.session.execute(sa.select(before, behind)).one()
    return row[0], row[1]


def next_register_number(conference_id: int) -> int:
    """The number that the next letter gets. For organizers."""
    return next_number(Letter.register_number, Letter.conference_id == conference_id)


def names_of_sessions(letter: Letter) -> dict[int, str]:
    """What the sessions are called that had a letter, which was loaded with them. For organizers."""
    found = (one.session for one in letter.presentations)
    return {
        one.id: session_called(one.kind, one.number, one.label, one.committee.name if one.committee else "")
        for one in found
    }


def scan_of(letter: Letter, scan_id: int) -> LetterScan:
    """A picture of a letter that was loaded with its pictures. For organizers."""
    found = next((scan for scan in letter.scans if scan.id == scan_id), None)
    if found is None:
        raise NotFound(_("The letter has no such picture."))
    return found


def presentation_of(letter: Letter, presentation_id: int) -> LetterPresentation:
    """How a letter, which was loaded with that, came before a session. For organizers."""
    found = next((one for one in letter.presentations if one.id == presentation_id), None)
    if found is None:
        raise NotFound(_("The letter did not come before a session in this way."))
    return found


def is_still_used(digest: str) -> bool:
    """Whether some letter still has the file."""
    return db.session.scalar(sa.select(LetterScan.id).where(LetterScan.digest == digest).limit(1)) is not None


def public_presentations(session: Session) -> Sequence[LetterPresentation]:
    """Public letters that came before a session, as they came. For strangers who see the session."""
    return db.session.scalars(
        sa.select(LetterPresentation)
        .join(LetterPresentation.letter)
        .where(LetterPresentation.session_id == session.id, is_seen())
        .options(
            contains_eager(LetterPresentation.letter).joinedload(Letter.sender_organization),
            joinedload(LetterPresentation.presented_by).load_only(*PUBLIC_COLUMNS, raiseload=True),
        )
        .order_by(LetterPresentation.id)
    ).all()


def public_letters_from(organization: Organization) -> Sequence[tuple[Letter, Conference]]:
    """What an organization wrote to conferences that strangers see, the newest first. For strangers."""
    return _written(Letter.sender_organization_id == organization.id)


def public_letters_by(official: Official) -> Sequence[tuple[Letter, Conference]]:
    """What somebody wrote to conferences that strangers see, the newest first. For strangers."""
    return _written(Letter.sender_official_id == official.id)


def public_number(conference: Conference) -> int:
    """How many letters strangers see of it."""
    return (
        db.session.scalar(
            sa.select(sa.func.count()).select_from(Letter).where(Letter.conference_id == conference.id, is_seen())
        )
        or 0
    )


def _written(condition: sa.ColumnElement[bool]) -> Sequence[tuple[Letter, Conference]]:
    rows = db.session.execute(
        sa.select(Letter, Conference)
        .join(Conference, Conference.id == Letter.conference_id)
        .where(condition, is_seen(), seen_by_strangers())
        .order_by(Conference.starts_on.desc().nulls_last(), Conference.id.desc(), Letter.register_number)
    )
    return [(letter, conference) for letter, conference in rows]


def _found(text: str) -> sa.ColumnElement[bool]:
    """Letters with every word in what is said of them or in the name of their sender; or of just that number."""
    of_sender = Letter.sender_organization_id.in_(sa.select(Body.id).where(lookup.matches(Body, text)))
    found = sa.or_(lookup.matches(Letter, text), of_sender)
    is_number = text.isascii() and text.isdecimal() and len(text) < LONGEST_NUMBER
    return sa.or_(found, Letter.register_number == int(text)) if is_number else found


def _sort_key(table: str, row_id: Any) -> sa.ScalarSelect[str]:
    entry = lookup.LookupEntry
    named = sa.select(entry.sort_key).where(entry.row_table == table, entry.row_id == row_id)
    return named.correlate(Letter).scalar_subquery()


def _has_scan(wanted: str) -> sa.ColumnElement[bool]:
    exists = sa.exists().where(LetterScan.letter_id == Letter.id)
    return exists if wanted == "yes" else ~exists


def _is_shown(wanted: str) -> sa.ColumnElement[bool]:
    return is_seen() if wanted == "yes" else ~is_seen()


LISTING = Listing(
    model=Letter,
    sorts={
        "number": Letter.register_number,
        "sender": sa.func.coalesce(_sort_key("bodies", Letter.sender_organization_id), _sort_key("letters", Letter.id)),
        "received": Letter.received,
        "rank": (Letter.rank, Letter.register_number),
    },
    filters=(
        Filter("state", _l("State"), STATES, on=Letter.state),
        Filter("kind", _l("Kind"), KINDS, on=Letter.kind),
        Filter("public", _l("Strangers see it"), {"yes": _l("yes"), "no": _l("no")}, where=_is_shown),
        Filter("scan", _l("Has a scan"), {"yes": _l("yes"), "no": _l("no")}, where=_has_scan),
    ),
    load=(joinedload(Letter.sender_organization), defer(Letter.text), defer(Letter.provenance)),
    search=_found,
)


def _whole() -> sa.Select[Letter]:
    """A letter with everything that its page at the desk shows."""
    presentations = selectinload(Letter.presentations)
    return sa.select(Letter).options(
        joinedload(Letter.sender_organization),
        joinedload(Letter.sender_official),
        joinedload(Letter.referred_to),
        joinedload(Letter.referred_by),
        presentations.joinedload(LetterPresentation.session).joinedload(Session.committee),
        presentations.joinedload(LetterPresentation.presented_by),
        selectinload(Letter.scans),
    )


def _letters(conference: Conference) -> sa.Select[Letter]:
    presentations = selectinload(Letter.presentations)
    return (
        sa.select(Letter)
        .where(Letter.conference_id == conference.id)
        .options(
            joinedload(Letter.sender_organization),
            joinedload(Letter.sender_official).load_only(*PUBLIC_COLUMNS, raiseload=True),
            joinedload(Letter.referred_to),
            joinedload(Letter.referred_by).load_only(*PUBLIC_COLUMNS, raiseload=True),
            presentations.joinedload(LetterPresentation.session).joinedload(Session.committee),
            presentations.joinedload(LetterPresentation.presented_by).load_only(*PUBLIC_COLUMNS, raiseload=True),
        )
    )
