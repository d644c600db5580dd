"""A record from the first draft to its corrections, and what refuses each step."""

from __future__ import annotations

import pytest

from confapp.conferences.documents import adopt_rulebook
from confapp.errors import RuleViolation, StaleEdit
from confapp.floor import operations as floor
from confapp.records import operations as records
from confapp.records import queries
from confapp.records.facts import Correction
from confapp.records.models import ApprovalManner, OverlayPlace, RecordKind, RecordState
from tests import builders
from tests.builders import moment
from tests.records.holding import held_session

IN_SOURCE = {"manner": ApprovalManner.IN_SOURCE, "at": moment("1884-10-20")}


@pytest.fixture
def record(held):
    return records.draft_record(held.row, language="en")


@pytest.fixture
def later(conference, delegations, held):
    """The second session, which can approve the record of the first."""
    return held_session(conference, delegations)


def texts(record) -> list[str]:
    return [one.text for one in queries.record_text(record)]


def approve_in(record, session, **facts):
    records.approve_record(record, at=moment("1884-10-20"), manner=ApprovalManner.SESSION, in_session=session, **facts)


# drafting


def test_draft_follows_the_log(held, record):
    floor.strike_entry(held.note, reason="It was warm.")
    assert "The hall was cold." not in texts(record)


def test_draft_keeps_its_kind_and_document(held):
    record = records.draft_record(held.row, language="ru", kind=RecordKind.VERBATIM, is_authentic=False)
    assert (record.kind, record.is_authentic, record.state) == (RecordKind.VERBATIM, False, RecordState.DRAFT)


def test_second_draft_in_a_language_is_refused(held, record):
    with pytest.raises(RuleViolation, match="has a record in this language already"):
        records.draft_record(held.row, language="en")


def test_draft_in_an_unknown_language_is_refused(held):
    with pytest.raises(RuleViolation, match="cannot be drafted in “tlh” yet, only in: en, ru"):
        records.draft_record(held.row, language="tlh")


def test_draft_of_a_session_that_was_not_held_is_refused(conference):
    with pytest.raises(RuleViolation, match="has not been held"):
        records.draft_record(builders.a_session(conference), language="en")


# the editors' paragraphs


def test_overlay_stands_behind_its_entry(held, record):
    records.overlay_paragraph(record, anchor=held.note.uid, text="Stoves were sent for.")
    assert texts(record)[-3:-1] == ["The hall was cold.", "Stoves were sent for."]


def test_overlay_beside_an_unknown_entry_is_refused(record):
    with pytest.raises(RuleViolation, match="has no entry “nowhere”"):
        records.overlay_paragraph(record, anchor="nowhere", text="Lost.")


def test_overlay_without_text_is_refused(record):
    with pytest.raises(RuleViolation, match="“text” must not be empty"):
        records.overlay_paragraph(record, text=" ")


def test_overlay_under_a_name_that_is_taken_is_refused(record):
    records.overlay_paragraph(record, text="One.", uid="o1")
    with pytest.raises(RuleViolation, match="has a paragraph named “o1” already"):
        records.overlay_paragraph(record, text="Two.", uid="o1")


def test_changed_overlay_moves(held, record):
    overlay = records.overlay_paragraph(record, anchor=held.note.uid, text="Stoves were sent for.")
    records.change_overlay(
        overlay, text="A stove was sent for.", anchor="opening", place=OverlayPlace.BEFORE, version=1
    )
    assert texts(record)[0] == "A stove was sent for."


def test_stale_change_of_an_overlay_is_answered(record):
    overlay = records.overlay_paragraph(record, text="One.")
    with pytest.raises(StaleEdit):
        records.change_overlay(overlay, text="Two.", anchor=None, place=OverlayPlace.AFTER, version=7)


def test_removed_overlay_is_gone(held, record):
    before = texts(record)
    overlay = records.overlay_paragraph(record, text="One.")
    records.remove_overlay(overlay)
    assert texts(queries.record_of(held.row, "en")) == before


def test_overlay_on_a_circulated_record_is_refused(record):
    records.circulate_record(record, on=moment("1884-10-14"))
    with pytest.raises(RuleViolation, match="What is to change in it is a correction"):
        records.overlay_paragraph(record, text="One.")


# circulation and corrections


def test_circulated_record_keeps_a_revision(record):
    records.circulate_record(record, on=moment("1884-10-14"))
    kept = [(one.number, one.state, len(one.paragraphs)) for one in queries.revisions_of(record)]
    assert (record.state, str(record.circulated), kept) == (
        RecordState.CIRCULATED,
        "1884-10-14",
        [(1, RecordState.CIRCULATED, len(texts(record)))],
    )


def test_record_of_a_session_that_still_sits_is_not_circulated(conference):
    session = builders.a_session(conference)
    floor.open_session(session, at=moment("1884-10-15"))
    record = records.draft_record(session, language="en")
    with pytest.raises(RuleViolation, match="has not been adjourned yet"):
        records.circulate_record(record)


def test_correction_is_read_instead(held, record):
    records.circulate_record(record, on=moment("1884-10-14"))
    records.correct_record(
        record, corrections=[Correction(held.note.uid, "The hall was cool.")], on=moment("1884-10-15")
    )
    assert (record.state, "The hall was cool." in texts(record), "The hall was cold." in texts(record)) == (
        RecordState.CORRECTED,
        True,
        False,
    )


def test_correction_of_a_draft_is_refused(held, record):
    with pytest.raises(RuleViolation, match="has not been circulated yet"):
        records.correct_record(record, corrections=[Correction(held.note.uid, "The hall was cool.")])


def test_correction_of_nothing_is_refused(record):
    records.circulate_record(record, on=moment("1884-10-14"))
    with pytest.raises(RuleViolation, match="Say what is to be corrected"):
        records.correct_record(record, corrections=[])


@pytest.mark.parametrize(("on", "is_late"), [("1884-10-27", False), ("1884-10-28", True)])
def test_delegation_has_the_days_of_the_rules_for_a_correction(conference, delegations, held, record, on, is_late):
    adopt_rulebook(
        conference,
        name="With seven days",
        rules={
            "unit": "delegation",
            "majorities": {"simple": {"more_than": "1/2", "of": "present_and_voting"}},
            "ordinary": "simple",
            "correction_days": 7,
        },
    )
    records.circulate_record(record, on=moment("1884-10-20"))
    correction = Correction(held.note.uid, "The hall was cool.", requested_by=delegations[0].row)
    if not is_late:
        records.correct_record(record, corrections=[correction], on=moment(on))
        assert record.state is RecordState.CORRECTED
        return
    with pytest.raises(RuleViolation, match="were due within 7 days of 1884-10-20"):
        records.correct_record(record, corrections=[correction], on=moment(on))


def test_correction_that_came_nobody_knows_when_is_taken_up(conference, delegations, held, record):
    rules = {
        "unit": "delegation",
        "majorities": {"simple": {"more_than": "1/2", "of": "present_and_voting"}},
        "ordinary": "simple",
        "correction_days": 7,
    }
    adopt_rulebook(conference, name="With seven days", rules=rules)
    records.circulate_record(record, on=moment("1884-10-20"))
    correction = Correction(held.note.uid, "The hall was cool.", requested_by=delegations[0].row)
    records.correct_record(record, corrections=[correction], on=None)
    assert record.state is RecordState.CORRECTED
