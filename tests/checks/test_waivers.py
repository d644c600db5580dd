"""Waivers: with a reason, for what was found, and never lost."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from confapp.audit import AuditEntry
from confapp.checks import operations, queries
from confapp.checks.models import Waiver
from confapp.checks.running import gate_of, results_of
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.records.models import RecordState, SessionRecord
from tests.builders import a_held_session, an_agenda, moment


@pytest.fixture
def session(conference):
    """A session with a wrong ordinal in its title."""
    return a_held_session(conference, label="1", title="The 2st session", opened=moment("2021-05-01T10:00"))


@pytest.fixture
def finding(conference, session):
    return next(one.finding for one in results_of(conference) if one.finding.code == "ordinal-suffix")


def waived(conference) -> list[bool]:
    return [one.waiver is not None for one in results_of(conference) if one.finding.code == "ordinal-suffix"]


def test_waive_finding(conference, finding):
    operations.waive_finding(conference, finding, reason="It is printed on the banner")
    assert (waived(conference), finding.severity) == ([True], "error")


def test_waive_leaves_a_line_in_the_trail(conference, finding):
    waiver = operations.waive_finding(conference, finding, reason="So it is")
    lines = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.subject_table == "waivers")).all()
    assert [(line.action, line.subject_id, line.detail["code"]) for line in lines] == [
        ("checks.finding.waive", waiver.id, "ordinal-suffix")
    ]


def test_waive_without_a_reason_is_refused(conference, finding):
    with pytest.raises(RuleViolation):
        operations.waive_finding(conference, finding, reason="  ")
    assert waived(conference) == [False]


def test_waive_twice_is_refused(conference, finding):
    operations.waive_finding(conference, finding, reason="So it is")
    with pytest.raises(RuleViolation):
        operations.waive_finding(conference, finding, reason="Again")


def test_a_waiver_of_something_that_changed_no_longer_holds(conference, session, finding):
    operations.waive_finding(conference, finding, reason="So it is")
    session.title = "The 3th session"
    assert waived(conference) == [False]


def test_a_waiver_holds_while_something_else_changes(conference, session, finding):
    operations.waive_finding(conference, finding, reason="So it is")
    session.title = "The 2st session, as printed"
    assert waived(conference) == [True]


def test_withdraw_waiver(conference, finding):
    waiver = operations.waive_finding(conference, finding, reason="So it is")
    operations.withdraw_waiver(waiver)
    assert (waived(conference), list(queries.waivers_of(conference, withdrawn=True))) == ([False], [waiver])


def test_withdraw_twice_is_refused(conference, finding):
    waiver = operations.waive_finding(conference, finding, reason="So it is")
    operations.withdraw_waiver(waiver)
    with pytest.raises(RuleViolation):
        operations.withdraw_waiver(waiver)


def test_what_was_withdrawn_can_be_waived_again(conference, finding):
    operations.withdraw_waiver(operations.waive_finding(conference, finding, reason="So it is"))
    operations.waive_finding(conference, finding, reason="It is so after all")
    assert waived(conference) == [True]


@pytest.mark.parametrize("statement", ["UPDATE waivers SET reason = 'x'", "DELETE FROM waivers"])
def test_a_waiver_is_never_lost(conference, finding, statement):
    operations.waive_finding(conference, finding, reason="So it is")
    with pytest.raises(DatabaseError, match="never changed"), db.session.begin_nested():
        db.session.execute(sa.text(statement))


def test_the_gate_is_told_of_findings_and_waivers(conference, session, finding):
    db.session.add(
        SessionRecord(session_id=session.id, record_language="en", state=RecordState.APPROVED, paragraphs=[])
    )
    db.session.flush()
    operations.waive_finding(conference, finding, reason="So it is")
    findings, waivers = gate_of(conference)
    assert finding in findings
    assert [(one.code, one.place, one.reason, one.message) for one in waivers] == [
        ("ordinal-suffix", finding.place, "So it is", finding.message)
    ]


def test_waivers_of_another_conference_do_not_hold(conference, finding):
    an_agenda(items=0)
    operations.waive_finding(conference, finding, reason="So it is")
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Waiver)) == 1
