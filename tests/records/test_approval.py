"""The approval of records, corrigenda to them, and what refuses both."""

from __future__ import annotations

import pytest

from confapp.errors import NotFound, RuleViolation
from confapp.floor import operations as floor
from confapp.records import operations as records
from confapp.records import queries
from confapp.records.models import ApprovalManner
from confapp.voting import operations as voting
from confapp.voting.models import VoteMethod, VoteResult
from tests import builders
from tests.builders import day, moment
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


def test_approved_record_is_frozen_with_numbers(held, record):
    records.approve_record(record, **IN_SOURCE)
    assert [one.get("number") for one in record.paragraphs] == list(range(1, len(record.paragraphs) + 1))


def test_approved_record_does_not_follow_the_log_any_more(held, record):
    before = texts(record)
    records.approve_record(record, **IN_SOURCE)
    floor.strike_entry(held.note, reason="It was warm.")
    assert texts(record) == before


def test_later_session_approves(record, later):
    records.circulate_record(record, on=moment("1884-10-14"))
    vote = voting.hold_vote(later.row, question="Approve", method=VoteMethod.UNANIMOUS, result=VoteResult.CARRIED)
    approve_in(record, later.row, vote=vote, note="Nobody objected.")
    assert (record.approved_in, record.approval_vote, record.approval_note) == (later.row, vote, "Nobody objected.")


def test_correspondence_approves(record):
    records.circulate_record(record, on=moment("1884-10-14"))
    records.approve_record(record, at=moment("1884-12"), manner=ApprovalManner.CORRESPONDENCE)
    assert record.approval is ApprovalManner.CORRESPONDENCE


def test_own_session_does_not_approve(held, record):
    records.circulate_record(record, on=moment("1884-10-14"))
    with pytest.raises(RuleViolation, match="approved by a later session"):
        approve_in(record, held.row)


def test_earlier_session_does_not_approve(held, later):
    record = records.draft_record(later.row, language="en")
    records.circulate_record(record, on=moment("1884-10-14"))
    with pytest.raises(RuleViolation, match="approved by a later session"):
        approve_in(record, held.row)


def test_session_of_another_conference_does_not_approve(record):
    records.circulate_record(record, on=moment("1884-10-14"))
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        approve_in(record, builders.a_session())


def test_session_that_was_not_held_does_not_approve(conference, record):
    records.circulate_record(record, on=moment("1884-10-14"))
    with pytest.raises(RuleViolation, match="cannot have approved anything"):
        approve_in(record, builders.a_session(conference))


def test_approval_by_no_session_is_refused(record):
    records.circulate_record(record, on=moment("1884-10-14"))
    with pytest.raises(RuleViolation, match="Say which session approved"):
        approve_in(record, None)


def test_correspondence_names_no_session(record, later):
    records.circulate_record(record, on=moment("1884-10-14"))
    with pytest.raises(RuleViolation, match="Only an approval by a session"):
        records.approve_record(record, at=None, manner=ApprovalManner.CORRESPONDENCE, in_session=later.row)


def test_vote_of_another_session_does_not_approve(held, record, later):
    records.circulate_record(record, on=moment("1884-10-14"))
    with pytest.raises(RuleViolation, match="taken in another session"):
        approve_in(record, later.row, vote=held.vote)


def test_lost_vote_does_not_approve(record, later):
    records.circulate_record(record, on=moment("1884-10-14"))
    vote = voting.hold_vote(later.row, question="Approve", method=VoteMethod.VOICE, result=VoteResult.LOST)
    with pytest.raises(RuleViolation, match="did not approve"):
        approve_in(record, later.row, vote=vote)


def test_draft_is_not_approved_before_it_was_circulated(record):
    with pytest.raises(RuleViolation, match="has not been circulated yet"):
        records.approve_record(record, at=moment("1884-10-20"), manner=ApprovalManner.CORRESPONDENCE)


def test_second_approval_is_refused(record):
    records.approve_record(record, **IN_SOURCE)
    with pytest.raises(RuleViolation, match="was approved and does not change any more"):
        records.approve_record(record, **IN_SOURCE)


def test_approval_before_the_adjournment_is_refused(record):
    with pytest.raises(RuleViolation, match="is before the session was adjourned"):
        records.approve_record(record, at=moment("1884-10-12"), manner=ApprovalManner.IN_SOURCE)


def test_approval_before_the_circulation_is_refused(record):
    records.circulate_record(record, on=moment("1884-10-25"))
    with pytest.raises(RuleViolation, match="is before the record was circulated"):
        records.approve_record(record, at=moment("1884-10-20"), manner=ApprovalManner.CORRESPONDENCE)


def test_record_of_a_session_that_still_sits_is_not_approved(conference):
    session = builders.a_session(conference)
    floor.open_session(session, at=moment("1884-10-15"))
    record = records.draft_record(session, language="en")
    with pytest.raises(RuleViolation, match="has not been adjourned yet"):
        records.approve_record(record, **IN_SOURCE)


def test_paragraph_without_a_place_keeps_a_record_from_approval(held, record):
    records.overlay_paragraph(record, anchor=held.note.uid, text="Stoves were sent for.")
    floor.strike_entry(held.note, reason="It was warm.")
    with pytest.raises(RuleViolation, match="has lost its place"):
        records.approve_record(record, **IN_SOURCE)


def test_overlay_on_an_approved_record_is_refused(record):
    records.approve_record(record, **IN_SOURCE)
    with pytest.raises(RuleViolation, match="Issue a corrigendum"):
        records.overlay_paragraph(record, text="One.")


# corrigenda


def test_corrigendum_stands_beside_the_record(record):
    records.approve_record(record, **IN_SOURCE)
    last = record.paragraphs[-1]
    corrigendum = records.issue_corrigendum(
        record,
        paragraph=last["id"],
        new_text="The session was adjourned at 4 p.m.",
        reason="The clock was slow.",
        issued=moment("1884-11-02"),
    )
    assert (corrigendum.number, corrigendum.old_text, record.paragraphs[-1]["text"]) == (
        1,
        last["text"],
        last["text"],
    )


def test_second_corrigendum_corrects_the_first(record):
    records.approve_record(record, **IN_SOURCE)
    name = record.paragraphs[-1]["id"]
    records.issue_corrigendum(record, paragraph=name, new_text="One.", reason="So.", issued=moment("1884-11-02"))
    second = records.issue_corrigendum(
        record, paragraph=name, new_text="Two.", reason="So.", issued=moment("1884-11-03")
    )
    assert (second.number, second.old_text) == (2, "One.")


def test_corrigendum_to_a_draft_is_refused(record):
    with pytest.raises(RuleViolation, match="A corrigendum corrects an approved record"):
        records.issue_corrigendum(record, paragraph="s1.opening", new_text="One.", reason="So.")


@pytest.mark.parametrize(
    ("facts", "error", "sentence"),
    [
        ({"paragraph": "s1.p99"}, NotFound, "has no paragraph s1.p99"),
        ({"new_text": " "}, RuleViolation, "Say what is to be read instead"),
        ({"reason": " "}, RuleViolation, "Say why the record is corrected"),
    ],
)
def test_corrigendum_says_where_what_and_why(record, facts, error, sentence):
    records.approve_record(record, **IN_SOURCE)
    whole = {"paragraph": "s1.opening", "new_text": "One.", "reason": "So.", **facts}
    with pytest.raises(error, match=sentence):
        records.issue_corrigendum(record, **whole)


# queries


def test_sessions_without_an_approved_record_are_found(conference, held, later, record):
    records.approve_record(record, **IN_SOURCE)
    assert [one.label for one in queries.unrecorded_sessions(conference, "en")] == [later.row.label]


def test_approved_records_leave_drafts_out(conference, held, later, record):
    records.approve_record(record, **IN_SOURCE)
    records.draft_record(later.row, language="en")
    found = ([one.session.label for one in queries.approved_records(conference)], len(queries.records_of(conference)))
    assert found == ([held.row.label], 2)


def test_record_of_a_day_nobody_states(conference):
    session = builders.a_session(conference, held_on=day("1884"))
    floor.open_session(session, at=None)
    floor.adjourn_session(session, at=None)
    record = records.draft_record(session, language="en")
    assert texts(record) == [
        "The first session was held in 1884. The hour of the opening is not recorded.",
        "The session was adjourned. The hour is not recorded.",
    ]
