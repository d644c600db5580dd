"""Letters: the register, and how one comes before a session."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from confapp.errors import RuleViolation, StaleEdit
from confapp.letters import operations
from confapp.letters.models import LetterPresentation, LetterState, PresentationForm
from confapp.programme.operations import cancel_session
from tests.builders import a_committee, a_conference, a_letter, a_session, an_official, day, moment

READ, ANNEXED = PresentationForm.READ, PresentationForm.ANNEXED


@pytest.fixture
def conference(app):
    return a_conference(zone="America/New_York")


@pytest.fixture
def session(conference):
    return a_session(conference, held_on=day("1884-10-13"))


def test_receive_registers_under_the_next_number(conference):
    a_letter(conference, register_number=7)
    letter = a_letter(conference)
    assert (letter.register_number, letter.key, letter.state) == (8, "letter-8", LetterState.REGISTERED)


def test_receive_counts_in_each_conference(conference):
    a_letter(conference)
    assert a_letter(a_conference()).register_number == 1


def test_receive_refuses_a_taken_number(conference):
    a_letter(conference, register_number=7)
    with pytest.raises(RuleViolation, match="Number 7 of the register is taken"):
        a_letter(conference, register_number=7)


def test_receive_refuses_number_nought(conference):
    with pytest.raises(RuleViolation, match="from number 1"):
        a_letter(conference, register_number=0)


def test_receive_refuses_a_letter_received_before_it_was_written(conference):
    with pytest.raises(RuleViolation, match="was written in 1884-10-13"):
        a_letter(conference, written_on=day("1884-10-13"), received=moment("1884-10-12"))


def test_receive_takes_one_that_may_have_come_in_time(conference):
    assert a_letter(conference, written_on=day("1884-10-13"), received=moment("1884-10")).id


def test_receive_refuses_a_committee_of_another_conference(conference):
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        a_letter(conference, referred_to=a_committee(a_conference()))


def test_receive_keeps_the_lines_of_a_letter(conference):
    assert a_letter(conference, text="Sir,\r\n\r\nI have the honour …  ").text == "Sir,\n\nI have the honour …"


def test_change_refuses_a_stale_form(conference):
    letter = a_letter(conference)
    operations.change_letter(letter, version=1, subject="Time")
    with pytest.raises(StaleEdit):
        operations.change_letter(letter, version=1, subject="Place")


def test_change_refuses_a_receipt_after_its_presentation(conference, session):
    letter = a_letter(conference)
    operations.present_letter(letter, session, form=READ)
    with pytest.raises(RuleViolation, match="was received 1884-10-14 and cannot have been presented 1884-10-13"):
        operations.change_letter(letter, received=moment("1884-10-14"))


def test_acknowledge_keeps_the_day(conference):
    letter = a_letter(conference, received=moment("1884-10-10"))
    operations.acknowledge_letter(letter, on=day("1884-10-11"))
    assert (letter.state, letter.acknowledged_on) == (LetterState.ACKNOWLEDGED, day("1884-10-11"))


def test_acknowledge_refuses_a_day_before_it_came(conference):
    with pytest.raises(RuleViolation, match="was received in 1884-10-10"):
        operations.acknowledge_letter(a_letter(conference, received=moment("1884-10-10")), on=day("1884-10-09"))


def test_acknowledge_happens_once(conference):
    letter = a_letter(conference)
    operations.acknowledge_letter(letter)
    with pytest.raises(RuleViolation, match="settled already"):
        operations.acknowledge_letter(letter)


def test_accept_follows_an_acknowledgement(conference):
    letter = a_letter(conference)
    operations.acknowledge_letter(letter)
    operations.accept_letter(letter, on=day("1884-10-12"))
    assert (letter.state, letter.accepted_on) == (LetterState.ACCEPTED, day("1884-10-12"))


def test_accept_refuses_a_declined_one(conference):
    letter = a_letter(conference)
    operations.decline_letter(letter, reason="Advertising")
    with pytest.raises(RuleViolation, match="settled already"):
        operations.accept_letter(letter)


def test_decline_keeps_the_reason(conference):
    letter = a_letter(conference)
    operations.decline_letter(letter, reason="Advertising")
    assert (letter.state, letter.disposition) == (LetterState.DECLINED, "Advertising")


def test_decline_refuses_one_that_was_presented(conference, session):
    letter = a_letter(conference)
    operations.present_letter(letter, session, form=READ)
    with pytest.raises(RuleViolation, match="settled already"):
        operations.decline_letter(letter)


def test_present_brings_it_before_the_session(conference, session, db_session):
    letter, official = a_letter(conference, received=moment("1884-10-13")), an_official("Rodgers")
    operations.present_letter(letter, session, form=READ, presented_by=official, note="In part")
    row = db_session.scalars(sa.select(LetterPresentation)).one()
    assert (row.session_id, row.form, row.presented_by_id, row.note) == (session.id, READ, official.id, "In part")
    assert letter.state is LetterState.PRESENTED


def test_present_refuses_a_session_before_the_receipt(conference, session):
    with pytest.raises(RuleViolation, match="cannot have been presented 1884-10-13") as refusal:
        operations.present_letter(a_letter(conference, received=moment("1884-10-14")), session, form=READ)
    assert refusal.value.field == "received"


def test_present_takes_what_may_have_come_in_time(conference, session):
    letter = a_letter(conference, received=moment("1884-10"))
    assert operations.present_letter(letter, session, form=READ).letter_id == letter.id


def test_present_takes_what_came_while_the_session_sat(conference):
    session = a_session(conference, planned_start=datetime(2026, 5, 4, 9, tzinfo=UTC))
    letter = a_letter(conference, received=moment("2026-05-04T10:00Z"))
    assert operations.present_letter(letter, session, form=READ, presented=moment("2026-05-04T11:00Z")).id


def test_present_refuses_a_moment_before_the_receipt(conference, session):
    letter = a_letter(conference, received=moment("1884-10-13T14:00"))
    with pytest.raises(RuleViolation, match="cannot have been presented 1884-10-13T13:00"):
        operations.present_letter(letter, session, form=READ, presented=moment("1884-10-13T13:00"))


def test_present_refuses_a_planned_session_that_ends_before_the_receipt(conference):
    session = a_session(
        conference,
        planned_start=datetime(2026, 5, 4, 9, tzinfo=UTC),
        planned_end=datetime(2026, 5, 4, 10, tzinfo=UTC),
    )
    with pytest.raises(RuleViolation, match="cannot have been presented"):
        operations.present_letter(a_letter(conference, received=moment("2026-05-04T10:00:01Z")), session, form=READ)


def test_present_refuses_a_declined_letter(conference, session):
    letter = a_letter(conference)
    operations.decline_letter(letter)
    with pytest.raises(RuleViolation, match="was declined"):
        operations.present_letter(letter, session, form=READ)


def test_present_refuses_a_session_of_another_conference(conference):
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        operations.present_letter(a_letter(conference), a_session(a_conference()), form=READ)


def test_present_refuses_a_cancelled_session(conference, session):
    cancel_session(session)
    with pytest.raises(RuleViolation, match="was cancelled"):
        operations.present_letter(a_letter(conference), session, form=READ)


def test_present_takes_another_form_in_the_same_session(conference, session):
    letter = a_letter(conference)
    operations.present_letter(letter, session, form=READ)
    assert operations.present_letter(letter, session, form=ANNEXED).form is ANNEXED


def test_present_refuses_the_same_form_in_the_same_session(conference, session):
    letter = a_letter(conference)
    operations.present_letter(letter, session, form=READ)
    with pytest.raises(RuleViolation, match="in this form already"):
        operations.present_letter(letter, session, form=READ)


def test_annex_keeps_the_number_of_the_annex(conference):
    letter = a_letter(conference)
    operations.annex_letter(letter, annex="V")
    assert (letter.state, letter.annex) == (LetterState.ANNEXED, "V")


def test_an_annexed_letter_stays_annexed_when_it_is_presented(conference, session):
    letter = a_letter(conference)
    operations.annex_letter(letter)
    operations.present_letter(letter, session, form=READ)
    assert letter.state is LetterState.ANNEXED


def test_annex_refuses_a_declined_letter(conference):
    letter = a_letter(conference)
    operations.decline_letter(letter)
    with pytest.raises(RuleViolation, match="was declined"):
        operations.annex_letter(letter)


def test_withdraw_hides_it_once(conference):
    letter = a_letter(conference)
    operations.withdraw_letter(letter)
    assert not letter.is_public
    with pytest.raises(RuleViolation, match="not shown already"):
        operations.withdraw_letter(letter)


def test_present_takes_what_came_on_the_day_of_a_session_that_is_open(conference):
    session = a_session(conference)
    session.opened = moment("1884-10-13T12:00")
    letter = a_letter(conference, received=moment("1884-10-13T15:00"))
    assert operations.present_letter(letter, session, form=READ).id
    with pytest.raises(RuleViolation, match="cannot have been presented 1884-10-13"):
        operations.present_letter(a_letter(conference, received=moment("1884-10-14")), session, form=READ)


def test_present_takes_what_came_on_a_day_that_nobody_stated(conference):
    assert operations.present_letter(a_letter(conference), a_session(conference), form=READ).presented is None
