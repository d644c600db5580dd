"""A committee's period of work: whole days on the clock of the conference, the last one included."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from flask_babel import gettext as _

from confapp.committees.models import Committee
from confapp.dates import Moment, PartialDate, Zone
from confapp.errors import RuleViolation
from confapp.organizations.names import refuse_backwards


def refuse_backward_period(start: PartialDate | None, end: PartialDate | None) -> None:
    """Refuse a period that certainly ends before it begins."""
    refuse_backwards(start, end, _("The period of work cannot end before it begins."), field="period_end")


def refuse_outside_period(committee: Committee, start: Moment | None, end: Moment | None, *, zone: Zone) -> None:
    """Refuse a time that certainly starts before the committee's work or ends after it."""
    first, last = committee.period_start, committee.period_end
    if start and ((first and start.latest(zone) < Moment(first).earliest(zone)) or _is_over(start, last, zone)):
        raise RuleViolation(_outside(committee, start), field="term_start")
    if end and ((first and end.latest(zone) < Moment(first).earliest(zone)) or _ends_late(end, last, zone)):
        raise RuleViolation(_outside(committee, end), field="term_end")


def may_sit(committee: Committee, at: Moment | None, zone: Zone) -> bool:
    """Whether the moment can lie in the period of work; without a moment or a period it can."""
    if at is None:
        return True
    first, last = committee.period_start, committee.period_end
    begun = first is None or Moment(first).earliest(zone) <= at.latest(zone)
    return begun and (last is None or at.earliest(zone) <= Moment(last).latest(zone))


def _outside(committee: Committee, moment: Moment) -> str:
    return _(
        "%(moment)s lies outside the period of work of %(name)s (%(start)s to %(end)s).",
        moment=moment,
        name=committee.name,
        start=committee.period_start or "…",
        end=committee.period_end or "…",
    )


def _is_over(start: Moment, last: PartialDate | None, zone: Zone) -> bool:
    return last is not None and start.earliest(zone) > Moment(last).latest(zone)


def _ends_late(end: Moment, last: PartialDate | None, zone: Zone) -> bool:
    """Half-open terms may end with the instant after the last day."""
    if last is None:
        return False
    midnight = datetime.combine(last.latest, time()) + timedelta(days=1)
    after = Moment(PartialDate.of(midnight.date()), time())
    return end.earliest(zone) > after.latest(zone)
