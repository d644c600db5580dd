"""Decisions, letters and documents in an edition."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from confapp.conferences import documents
from confapp.floor import operations as floor
from confapp.letters import operations as letters
from confapp.letters.models import PresentationForm
from confapp.voting import operations as voting
from confapp.voting.models import Choice, DecisionKind, DecisionState, VoteMethod, VoteResult
from tests import builders
from tests.builders import day, moment
from tests.proceedings.compiling import compiled, lines, section

# decisions


def test_decision_with_its_vote_as_declared_and_as_it_counts_now(conference, held):
    voting.take_decision(
        conference,
        title="One meridian",
        number="I",
        kind=DecisionKind.RESOLUTION,
        text="There is one.",
        session=held.row,
        decided=moment("1884-10-13"),
        motion=held.motion,
        vote=held.vote,
    )
    voting.supersede_ballot(held.vote.ballots[2], choice=Choice.YES, reason="a slip", authorized="The President")
    head, quoted, vote = section(conference, "decisions")["paragraphs"]
    assert (head["text"], quoted["text"], vote["text"].splitlines()[0], vote["data"]["totals"]) == (
        "The resolution *One meridian* was adopted, as number I. Session 1 (13 October 1884).",
        "“There is one.”",
        "On *One meridian for all* a vote was taken by roll call. The resolution was adopted by 2 votes to 1.",
        {"yes": 3, "no": 0, "abstain": 0},
    )


def test_a_session_whose_label_is_no_number_is_called_by_its_name(conference, held):
    held.row.label = "1884-10-13-am"
    voting.take_decision(conference, title="One meridian", session=held.row)
    assert section(conference, "decisions")["paragraphs"][0]["text"].endswith(" First session.")


def test_changes_of_a_vote_keep_their_reasons(conference, held):
    voting.take_decision(conference, title="One meridian", vote=held.vote)
    voting.supersede_ballot(held.vote.ballots[2], choice=Choice.YES, reason="a slip", authorized="The President")
    vote = section(conference, "decisions")["paragraphs"][1]
    assert vote["data"]["changes"] == [{"delegation": "Japan", "from": "no", "to": "yes", "reason": "a slip"}]


def test_superseded_decision_names_the_later_one(conference):
    former = voting.take_decision(conference, title="Two meridians", decided=moment("1884-10-01"))
    voting.take_decision(conference, title="One meridian", supersedes=former)
    assert lines(conference, "decisions") == [
        "The decision *Two meridians* was taken. 1 October 1884. Superseded by One meridian.",
        "The decision *One meridian* was taken.",
    ]


# letters


def test_letters_that_strangers_may_see_are_in_the_register(conference, held):
    shown = builders.a_letter(
        conference,
        sender_name="Sir W. Thomson",
        signatory="W. T.",
        subject="Time.",
        text="Let it be one.",
        written_on=day("1884-10"),
        received=moment("1884-10-12"),
        via="the President",
        disposition="noted",
    )
    letters.accept_letter(shown)
    letters.present_letter(shown, held.row, form=PresentationForm.READ)
    hidden = builders.a_letter(conference, sender_name="X", is_public=False)
    letters.accept_letter(hidden)
    builders.a_letter(conference, sender_name="Y")
    assert lines(conference, "letters") == [
        (
            "Sir W. Thomson (signed by W. T.; dated October 1884; received 12 October 1884; through the President): "
            "*Time*. Before the conference: session 1, read. Disposition: noted."
        ),
        "“Let it be one.”",
    ]


def test_letter_of_nobody_known(conference):
    letters.accept_letter(builders.a_letter(conference))
    assert lines(conference, "letters") == ["Sender not named."]


def test_letter_of_an_organization_and_a_person(conference):
    letter = builders.a_letter(
        conference,
        sender_official=builders.an_official("Ada North"),
        sender_organization=builders.an_organization("Society"),
    )
    letters.accept_letter(letter)
    [told] = section(conference, "letters")["paragraphs"]
    assert (told["text"], told["data"], [one["kind"] for one in told["refs"]]) == (
        "Ada North, Society.",
        {"from": "Ada North", "organization": "Society", "number": "1"},
        ["letter", "organization", "official"],
    )


# documents


def test_annexed_document_stands_in_full_with_who_signed_it(conference):
    act = builders.a_document(
        conference,
        "Final Act",
        annex="I",
        text="First.\n\nSecond.",
        author="The Conference",
        issued_on=day("1884-10-22"),
    )
    documents.sign_document(act, builders.an_official("Ada North"), capacity="President")
    found = section(conference, f"annex.{act.key}")
    assert (found["title"], found["label"], [one["text"] for one in found["paragraphs"]]) == (
        "Annex I. Final Act",
        "I",
        ["The Conference, 22 October 1884.", "First.", "Second.", "Signed: Ada North, President."],
    )


def test_annex_without_its_text_says_so(conference):
    act = builders.a_document(conference, "Final Act", annex="I")
    assert lines(conference, f"annex.{act.key}") == ["The text of this document is not reproduced here."]


def test_other_documents_are_named(conference):
    first = builders.a_document(conference, "Report", symbol="C/1")
    builders.a_document(conference, "Corrected report", symbol="C/1/Corr.1", corrects=first)
    assert lines(conference, "documents") == ["*Report* (C/1).", "*Corrected report* (C/1/Corr.1)."]


def test_corrected_document_is_named_in_its_correction(conference):
    first = builders.a_document(conference, "Report", symbol="C/1")
    second = builders.a_document(conference, "Corrected report", symbol="C/1/Corr.1", corrects=first, text="Read 5.")
    assert lines(conference, f"annex.{second.key}")[0] == "C/1/Corr.1. Corrects: Report."


def test_document_under_embargo_is_left_out(conference):
    builders.a_document(conference, "Secret", text="Hush.", embargo_until=datetime(2099, 1, 1, tzinfo=UTC))
    assert "annex" not in [one["kind"] for one in compiled(conference)["sections"]]


def test_decision_by_a_vote_without_figures(conference, delegations, held):
    later = builders.a_session(conference)
    floor.open_session(later, at=moment("1884-10-14T10:00"), is_noted=False)
    facts = {"method": VoteMethod.ACCLAMATION, "result": VoteResult.CARRIED}
    vote = voting.hold_vote(later, question="Thanks", **facts)
    voting.take_decision(conference, title="Thanks", vote=vote, session=later)
    assert lines(conference, "decisions") == [
        "The decision *Thanks* was taken. Session 2.",
        "The proposal *Thanks* was adopted by acclamation.",
    ]


@pytest.mark.parametrize(
    ("state", "told"), [(DecisionState.AMENDED, "Amended later."), (DecisionState.RESCINDED, "Rescinded later.")]
)
def test_decision_that_does_not_hold_as_it_was_taken(conference, state, told):
    voting.take_decision(conference, title="One meridian", state=state)
    assert lines(conference, "decisions") == [f"The decision *One meridian* was taken. {told}"]
