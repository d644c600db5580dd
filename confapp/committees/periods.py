"""A committee's period of work: whole days on the clock of the conference, the last one included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from flask_babel import gettext as _

from confapp.dates import Moment, PartialDate, Zone
from confapp.errors import RuleViolation
from confapp.organizations.names import refuse_backwards

INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day that it can mean to the last one; an end that is not stated is open."""

    first: PartialDate | None
    last: PartialDate | None
    zone: Zone

    def refuse_backwards(self) -> None:
        """Refuse a period that certainly ends before it begins."""
        message = _("The period of work cannot end before it begins.")
        refuse_backwards(self.first, self.last, message, field="period_end")

    def refuse_outside(self, what: str, start: Moment | None, end: Moment | None) -> None:
        """Refuse a time that certainly lies outside; a half-open one may end with the instant after the last day."""
        if start and (self._is_before(start) or self._is_after(start)):
            raise RuleViolation(self._outside(what, start), field="term_start")
        if end and (self._is_before(end) or self._is_after(end, leeway=INSTANT)):
            raise RuleViolation(self._outside(what, end), field="term_end")

    def can_include(self, at: Moment) -> bool:
        """Whether the moment can lie in it."""
        return not (self._is_before(at) or self._is_after(at))

    def _is_before(self, moment: Moment) -> bool:
        return self.first is not None and moment.latest(self.zone) < Moment(self.first).earliest(self.zone)

    def _is_after(self, moment: Moment, *, leeway: timedelta = timedelta()) -> bool:
        if self.last is None:
            return False
        return moment.earliest(self.zone) - Moment(self.last).latest(self.zone) > leeway

    def _outside(self, what: str, moment: Moment) -> str:
        return _(
            "%(what)s: %(moment)s lies outside the period of work (%(start)s to %(end)s).",
            what=what,
            moment=moment,
            start=self.first or "…",
            end=self.last or "…",
        )
