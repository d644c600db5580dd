"""Committees: mandate, period of work, members, meetings and reports."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.committees import operations
from confapp.committees.models import CommitteeKind
from confapp.errors import RuleViolation, StaleEdit
from confapp.officials.models import AppointmentState, Office
from confapp.organizations.models import BodyName
from tests.builders import a_committee, a_conference, a_document, an_official, day, moment


@pytest.fixture
def committee(app):
    return a_committee(period_start=day("2020-01-10"), period_end=day("2020-03-31"))


def test_establish_makes_a_key_from_the_name(app):
    committee = a_committee(name="Committee on Credentials", kind=CommitteeKind.CREDENTIALS)
    assert (committee.key, committee.committee_kind) == ("committee-on-credentials", CommitteeKind.CREDENTIALS)


def test_establish_numbers_the_key_of_a_second_one(app):
    conference = a_conference()
    a_committee(conference, "Drafting")
    assert a_committee(conference, "Drafting").key == "drafting-2"


def test_establish_refuses_a_taken_key(app):
    conference = a_conference()
    a_committee(conference, key="C1")
    with pytest.raises(RuleViolation, match="taken here already"):
        a_committee(conference, key="C1")


def test_establish_refuses_a_key_that_no_address_can_have(app):
    with pytest.raises(RuleViolation, match="cannot be a key"):
        a_committee(key="C/1")


def test_establish_refuses_a_period_that_ends_before_it_begins(app):
    with pytest.raises(RuleViolation, match="cannot end before it begins"):
        a_committee(period_start=day("2020-02"), period_end=day("2020-01"))


def test_appoint_creates_the_office_on_first_need(committee, db_session):
    operations.appoint_member(committee, an_official())
    operations.appoint_member(committee, an_official())
    offices = db_session.execute(sa.select(Office.key, Office.is_unique).where(Office.body_id == committee.id))
    assert offices.all() == [("member", False)]


def test_appoint_makes_a_unique_office_where_asked(committee):
    start = moment("2020-01-10")
    operations.appoint_member(committee, an_official("Hahn"), title="Chair", is_unique=True, term_start=start)
    with pytest.raises(RuleViolation, match="Hahn holds the office “Chair”"):
        operations.appoint_member(committee, an_official(), title="Chair", term_start=start)


@pytest.mark.parametrize("start", ["2020-01-10", "2020-01", "2020", "2020-03-31T23:59"])
def test_appoint_takes_a_start_inside_the_period(committee, start):
    appointment = operations.appoint_member(committee, an_official(), term_start=moment(start))
    assert appointment.office.body_id == committee.id


@pytest.mark.parametrize("start", ["2019-12", "2020-01-09", "2020-04-01"])
def test_appoint_refuses_a_start_outside_the_period(committee, start):
    with pytest.raises(RuleViolation, match=r"outside the period of work \(2020-01-10 to 2020-03-31\)") as refusal:
        operations.appoint_member(committee, an_official(), term_start=moment(start))
    assert refusal.value.field == "term_start"


@pytest.mark.parametrize("end", ["2020-03-31", "2020-04-01T00:00Z", "2020-03"])
def test_appoint_takes_an_end_with_the_last_day(committee, end):
    assert operations.appoint_member(committee, an_official(), term_end=moment(end)).term_end == moment(end)


@pytest.mark.parametrize("end", ["2020-04-01T00:00:01Z", "2020-04-02", "2020-01-09"])
def test_appoint_refuses_an_end_outside_the_period(committee, end):
    with pytest.raises(RuleViolation, match="outside the period"):
        operations.appoint_member(committee, an_official(), term_end=moment(end))


def test_appoint_reads_days_on_the_clock_of_the_conference(app):
    committee = a_committee(a_conference(zone="Pacific/Auckland"), period_start=day("2020-01-10"))
    with pytest.raises(RuleViolation, match="outside the period"):
        operations.appoint_member(committee, an_official(), term_start=moment("2020-01-09T10:00Z"))
    assert operations.appoint_member(committee, an_official(), term_start=moment("2020-01-09T12:00Z")).id


def test_appoint_refuses_the_same_membership_twice(committee):
    official = an_official("Hahn")
    operations.appoint_member(committee, official)
    with pytest.raises(RuleViolation, match="Hahn is appointed as “Member” already"):
        operations.appoint_member(committee, official)


def test_appoint_takes_one_person_for_two_responsibilities(committee):
    official = an_official("Hahn")
    operations.appoint_member(committee, official, responsibility="information coverage", territory="Asia")
    second = operations.appoint_member(committee, official, responsibility="organizing work", territory="Asia")
    assert second.responsibility == "organizing work"


def test_release_ends_a_membership(committee):
    appointment = operations.appoint_member(committee, an_official(), term_start=moment("2020-01-10"))
    operations.release_member(committee, appointment, on=moment("2020-02-01"), reason="Resigned")
    assert (appointment.state, appointment.term_end) == (AppointmentState.ENDED, moment("2020-02-01"))


def test_release_refuses_a_day_after_the_period(committee):
    appointment = operations.appoint_member(committee, an_official(), term_start=moment("2020-01-10"))
    with pytest.raises(RuleViolation, match="outside the period"):
        operations.release_member(committee, appointment, on=moment("2020-05"))


def test_change_refuses_a_period_that_leaves_a_member_outside(committee):
    operations.appoint_member(committee, an_official("Hahn"), term_start=moment("2020-01-10"))
    with pytest.raises(RuleViolation, match="Hahn: 2020-01-10 lies outside"):
        operations.change_committee(committee, period_start=day("2020-02"))


def test_change_refuses_a_period_that_leaves_a_meeting_outside(committee):
    operations.hold_meeting(committee, met=moment("2020-03-30"))
    with pytest.raises(RuleViolation, match="Meeting 1: 2020-03-30 lies outside"):
        operations.change_committee(committee, period_end=day("2020-03-29"))


def test_change_lengthens_the_period(committee):
    operations.change_committee(committee, version=committee.version, period_end=day("2020-12"))
    assert committee.period_end == day("2020-12")


def test_change_refuses_a_stale_form(committee):
    with pytest.raises(StaleEdit):
        operations.change_committee(committee, version=0, mandate="Prepare it.")


def test_rename_keeps_the_old_name(committee, db_session):
    operations.rename_committee(committee, "Organizing Committee")
    assert list(db_session.scalars(sa.select(BodyName.name))) == ["Preparatory Committee"]


def test_meet_counts_meetings(committee):
    operations.hold_meeting(committee, met=moment("2020-01-10"))
    assert operations.hold_meeting(committee, met=moment("2020-03-31T20:00")).position == 2


def test_meet_refuses_a_day_outside_the_period(committee):
    with pytest.raises(RuleViolation, match="outside the period"):
        operations.hold_meeting(committee, met=moment("2020-04-01"))


def test_meet_takes_a_day_nobody_stated(committee):
    assert operations.hold_meeting(committee, summary="It met.").met is None


def test_report_keeps_its_document(committee):
    document = a_document(committee.conference, kind="report")
    operations.submit_report(committee, report_document=document, report_dated=day("2020-03"))
    assert (committee.report_document_id, committee.report_dated) == (document.id, day("2020-03"))


def test_report_refuses_nothing(committee):
    with pytest.raises(RuleViolation, match="needs its text or its document"):
        operations.submit_report(committee)


def test_report_may_be_known_by_its_date_alone(committee):
    operations.submit_report(committee, report_dated=day("2020-03"))
    assert (committee.report, committee.report_dated) == (None, day("2020-03"))


def test_report_refuses_a_document_of_another_conference(committee):
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        operations.submit_report(committee, report_document=a_document(a_conference()))


def test_report_refuses_a_second_one(committee):
    operations.submit_report(committee, report="Done.")
    with pytest.raises(RuleViolation, match="has reported already"):
        operations.submit_report(committee, report="Done again.")


def test_discharge_ends_open_memberships_and_the_period(committee):
    appointment = operations.appoint_member(committee, an_official(), term_start=moment("2020-01-10"))
    operations.discharge_committee(committee, on=day("2020-03-15"), outcome="Reported.")
    assert (committee.period_end, committee.outcome) == (day("2020-03-15"), "Reported.")
    assert (appointment.state, appointment.term_end) == (AppointmentState.ENDED, moment("2020-03-15"))


def test_discharge_refuses_a_day_before_the_period(committee):
    with pytest.raises(RuleViolation, match="cannot end before it begins"):
        operations.discharge_committee(committee, on=day("2019"))
