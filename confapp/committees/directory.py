"""What the desk lists of committees, and their meetings one by one. For who may see the conference at the desk."""

from __future__ import annotations

import sqlalchemy as sa
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from confapp.committees.models import Committee, CommitteeMeeting
from confapp.committees.seats import PRESENT
from confapp.committees.words import KINDS
from confapp.db import db
from confapp.errors import NotFound
from confapp.listing import Filter, Listing, Page
from confapp.officials.models import Appointment, Office
from confapp.officials.queries import SETTLED

YES_NO = {"yes": _l("yes"), "no": _l("no")}


def _has_reported(value: str) -> sa.ColumnElement[bool]:
    reported = sa.or_(Committee.report.is_not(None), Committee.report_document_id.is_not(None))
    return reported if value == "yes" else sa.not_(reported)


LISTING = Listing(
    model=Committee,
    sorts={"name": None, "kind": Committee.committee_kind, "period": Committee.period_start},
    filters=(
        Filter("kind", _l("Kind"), KINDS, on=Committee.committee_kind),
        Filter("reported", _l("Has reported"), YES_NO, where=_has_reported),
    ),
)


def listed(conference_id: int) -> tuple[Page, dict[int, int]]:
    """A page of the committees as its address asks for it, and how many people each has or had."""
    page = LISTING.page(Committee.conference_id == conference_id)
    counts = db.session.execute(
        sa.select(Office.body_id, sa.func.count(Appointment.official_id.distinct()))
        .join(Appointment, Appointment.office_id == Office.id)
        .where(Office.body_id.in_([row.id for row in page.rows]), Appointment.state.in_({*SETTLED, *PRESENT}))
        .group_by(Office.body_id)
    )
    return page, {row[0]: row[1] for row in counts}


def meeting_at(committee: Committee, position: int) -> CommitteeMeeting:
    """One meeting of a committee that was loaded with them."""
    found = next((one for one in committee.meetings if one.position == position), None)
    if found is None:
        raise NotFound(_("The committee held no such meeting."))
    return found
