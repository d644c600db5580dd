"""In what capacity somebody acts at a moment: the offices held then, the delegation, or as a guest (R26, R27)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from confapp.dates import Moment, Zone
from confapp.officials.models import Appointment
from confapp.participation.models import Delegate, Guest
from confapp.spans import Span

Held = TypeVar("Held", Appointment, Delegate, Guest)


@dataclass(frozen=True, slots=True)
class Capacity:
    """What somebody is at a moment; presiding offices stand first, then by rank."""

    appointments: tuple[Appointment, ...] = ()
    delegate: Delegate | None = None
    guest: Guest | None = None

    @property
    def appointment(self) -> Appointment | None:
        """The first office held."""
        return self.appointments[0] if self.appointments else None

    @property
    def is_presiding(self) -> bool:
        return any(appointment.office.is_presiding for appointment in self.appointments)


class Capacities:
    """Everybody's offices, delegations and invitations at one conference, loaded once for many questions."""

    def __init__(
        self, appointments: Iterable[Appointment], delegates: Iterable[Delegate], guests: Iterable[Guest], zone: Zone
    ) -> None:
        """Sort them by person."""
        self._appointments = _by_official(appointments)
        self._delegates = _by_official(delegates)
        self._guests = _by_official(guests)
        self._zone = zone

    def at(self, official_id: int, moment: Moment | None) -> Capacity:
        """What the person was then; where nobody knows when, whatever the person ever was there."""
        held = [one for one in self._appointments.get(official_id, ()) if self._covers(one, moment)]
        delegates = [one for one in self._delegates.get(official_id, ()) if self._covers(one, moment)]
        guests = self._guests.get(official_id, ())
        return Capacity(
            appointments=tuple(sorted(held, key=_precedence)),
            delegate=delegates[-1] if delegates else None,
            guest=guests[0] if guests else None,
        )

    def presiding(self, moment: Moment | None, body_ids: Sequence[int]) -> Appointment | None:
        """Who holds the presiding office of the first of these bodies that has one; an acting holder goes first."""
        for body_id in body_ids:
            held = [
                one
                for ones in self._appointments.values()
                for one in ones
                if one.office.body_id == body_id and one.office.is_presiding and self._covers(one, moment)
            ]
            if held:
                return min(held, key=lambda one: (not one.is_acting, _precedence(one)))
        return None

    def _covers(self, term: Appointment | Delegate, moment: Moment | None) -> bool:
        return moment is None or Span(term.term_start, term.term_end).possibly_covers(moment, self._zone)


def _by_official(things: Iterable[Held]) -> Mapping[int, list[Held]]:
    found: dict[int, list[Held]] = {}
    for thing in things:
        found.setdefault(thing.official_id, []).append(thing)
    return found


def _precedence(appointment: Appointment) -> tuple[bool, int, int]:
    return (not appointment.office.is_presiding, appointment.office.rank, appointment.id)
