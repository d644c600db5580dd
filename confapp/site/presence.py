"""Rolls as the macro `tables.roll` shows them: who was there, by delegation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from flask_babel import gettext as _
from markupsafe import Markup, escape

from confapp.conferences.models import Conference
from confapp.floor.models import Presence, PresenceStatus, Roll, RollState
from confapp.floor.presence import count
from confapp.officials.models import Official
from confapp.participation.models import Delegation
from confapp.site.markup import clock, delegation_address, filled, joined, named, person
from confapp.site.texts import Said, said


class Row(NamedTuple):
    """A delegation with those of its members whom the roll names."""

    name: Said
    href: str
    present: list[Markup]
    absent: list[Markup]
    note: Markup


class Table(NamedTuple):
    """A roll, or the sentence that there is none."""

    caption: Markup
    rows: list[Row]
    present: int
    absent: int
    guests: list[Markup]
    sentence: str
    note: Said


def tables(rolls: Iterable[Roll], conference: Conference) -> list[Table]:
    """The rolls of a session, loaded with every name."""
    return [_table(roll, conference) for roll in rolls]


def _table(roll: Roll, conference: Conference) -> Table:
    counts = count(roll)
    taken = clock(roll.taken)
    return Table(
        caption=filled(_("Roll, %(time)s"), time=taken) if taken else escape(_("Roll")),
        rows=_rows(roll, conference),
        present=counts.delegations,
        absent=counts.absent_delegations,
        guests=[person(one.guest.official) for one in roll.presences if one.guest is not None and _is_there(one)],
        sentence=_sentence(roll.state),
        note=said(roll, "note", conference),
    )


def _sentence(state: RollState) -> str:
    return {
        RollState.TAKEN: "",
        RollState.NOT_TAKEN: _("No roll was taken at this session."),
        RollState.NOT_PRINTED: _("The source prints no roll of this session."),
    }[state]


def _is_there(one: Presence) -> bool:
    return one.status is PresenceStatus.PRESENT


def _rows(roll: Roll, conference: Conference) -> list[Row]:
    """By delegation in its order; a delegation of which nobody is named as present or absent is not represented."""
    seats: dict[int, tuple[Delegation, list[Presence]]] = {}
    for one in roll.presences:
        if one.delegation is not None:
            seats.setdefault(one.delegation.id, (one.delegation, []))[1].append(one)
    return [_row(seat, names, conference) for seat, names in sorted(seats.values(), key=lambda pair: pair[0].position)]


def _row(seat: Delegation, names: list[Presence], conference: Conference) -> Row:
    name = said(seat, "name", conference)
    return Row(
        name=name,
        href=delegation_address(seat, conference),
        present=[_name(one) for one in names if _is_there(one)],
        absent=[_name(one) for one in names if one.status is PresenceStatus.ABSENT],
        note=_remarks(names),
    )


def _remarks(names: list[Presence]) -> Markup:
    sentences = {
        PresenceStatus.EXCUSED: _("excused: %(names)s"),
        PresenceStatus.UNLISTED: _("not on the roll: %(names)s"),
        PresenceStatus.UNCLEAR: _("unclear: %(names)s"),
    }
    found = {status: [_name(one) for one in names if one.status is status] for status in sentences}
    return joined([filled(sentences[status], names=joined(ones)) for status, ones in found.items() if ones], "; ")


def _name(one: Presence) -> Markup:
    official: Official | None = one.delegate.official if one.delegate is not None else None
    if official is None:
        return named(one.printed_name) or escape(_("represented"))
    return person(official)
