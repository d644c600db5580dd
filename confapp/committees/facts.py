"""What operations on committees take, by the names of the columns."""

from __future__ import annotations

from confapp.conferences.models import Document
from confapp.dates import Moment, PartialDate
from confapp.facts import ContentFacts
from confapp.officials.models import Official
from confapp.organizations.facts import BodyFacts


class CommitteeFacts(BodyFacts, total=False):
    """What a committee has beside its name and kind."""

    mandate: str | None
    set_up_on: PartialDate | None
    set_up_by: str | None
    period_start: PartialDate | None
    period_end: PartialDate | None
    outcome: str | None


class MeetingFacts(ContentFacts, total=False):
    """When and where a committee met, and what it did."""

    met: Moment | None
    place: str | None
    summary: str | None


class ReportFacts(ContentFacts, total=False):
    """What a committee reported."""

    report: str | None
    report_dated: PartialDate | None
    report_presented: Moment | None
    report_document: Document | None
    rapporteur: Official | None
    outcome: str | None
