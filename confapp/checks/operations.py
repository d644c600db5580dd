"""Waive a finding with a reason, and take that back."""

from __future__ import annotations

from flask_babel import gettext as _

from confapp import audit, clock
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.checks import queries
from confapp.checks.findings import Finding
from confapp.checks.models import Waiver
from confapp.conferences.models import Conference
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import write


def waive_finding(conference: Conference, finding: Finding, *, reason: str, by: User | None = None) -> Waiver:
    """Let a finding pass, for as long as what was found stays as it is; the reason of an error is printed."""
    if not reason.strip():
        raise RuleViolation(_("Say why it stays as it is: the reason is printed with the proceedings."), field="reason")
    if any(waiver.digest == finding.digest for waiver in queries.waivers_of(conference)):
        raise RuleViolation(_("This finding is waived already."))
    waiver = Waiver(
        conference_id=conference.id,
        code=finding.code,
        digest=finding.digest,
        at=clock.now(),
        by_id=by.id if by else None,
    )
    write(waiver, {"place": finding.place, "message": finding.message, "reason": reason})
    db.session.add(waiver)
    audit.record(Action.FINDING_WAIVED, waiver, by=by, detail={"code": finding.code, "place": finding.place})
    db.session.flush()
    return waiver


def withdraw_waiver(waiver: Waiver, *, by: User | None = None) -> None:
    """Take a waiver back: the finding stands again, and the row stays with who took it back and when."""
    if waiver.withdrawn_at is not None:
        raise RuleViolation(_("This waiver was withdrawn already."))
    waiver.withdrawn_at = clock.now()
    waiver.withdrawn_by_id = by.id if by else None
    audit.record(Action.WAIVER_WITHDRAWN, waiver, by=by, detail={"code": waiver.code, "place": waiver.place})
    db.session.flush()
