"""An edition tells of what it shows, and no word of what is kept back."""

from __future__ import annotations

import pytest

from confapp.agendas.operations import issue_agenda
from confapp.checks.running import findings_of, public_results_of
from confapp.conferences import operations as conferences
from confapp.conferences.models import DocumentState
from confapp.db import db
from confapp.floor.models import EntryKind
from confapp.floor.operations import add_entry
from confapp.letters.operations import accept_letter, withdraw_letter
from confapp.organizations.models import NameKind
from confapp.participation.operations import register_delegation
from confapp.records.models import RecordState, SessionRecord
from tests.builders import a_document, a_held_session, a_letter, an_agenda, an_organization, day

WRONG = "The 2st matter"


@pytest.fixture
def places(conference):
    """Where wrong ordinals and spellings are found at all, and where an edition tells of them."""

    def look() -> tuple[list[str], list[str]]:
        codes = {"ordinal-suffix", "printed-spelling"}
        everywhere = [one.place for one in findings_of(conference) if one.code in codes]
        shown = [one.finding.place for one in public_results_of(conference) if one.finding.code in codes]
        return everywhere, shown

    return look


def test_a_letter_is_told_of_once_it_is_accepted(conference, places):
    letter = a_letter(conference, sender_name="A club", subject=WRONG)
    before = places()
    accept_letter(letter)
    where = ["letters/letter-1#subject:2st"]
    assert (before, places()) == ((where, []), (where, where))


def test_no_word_of_a_letter_that_is_kept_back(conference, places):
    letter = a_letter(conference, sender_name="A club", subject=WRONG)
    accept_letter(letter)
    withdraw_letter(letter)
    assert places() == (["letters/letter-1#subject:2st"], [])


def test_no_word_of_a_draft_of_an_agenda(conference, places):
    agenda = an_agenda(conference, title=WRONG)
    before = places()
    issue_agenda(agenda)
    where = ["agendas/agenda-1#title:2st"] if before[0] == ["agendas/agenda-1#title:2st"] else before[0]
    assert (before[1], places()[1]) == ([], where)


@pytest.mark.parametrize("state", [DocumentState.DRAFT, DocumentState.WITHDRAWN])
def test_no_word_of_a_document_that_is_not_out(conference, places, state):
    a_document(conference, WRONG, issued_on=day("2021")).state = state
    assert places()[1] == []


def record(session):
    db.session.add(
        SessionRecord(session_id=session.id, record_language="en", state=RecordState.APPROVED, paragraphs=[])
    )
    db.session.flush()


def test_a_session_is_told_of_once_its_record_is_approved(conference, places):
    session = a_held_session(conference, label="1", title=WRONG, held_on=day("2021"))
    before = places()
    record(session)
    assert (before[1], places()[1]) == ([], ["sessions/1#title:2st"])


def test_the_words_of_a_log_but_not_those_on_a_letter(conference, places):
    session = a_held_session(conference, label="1", held_on=day("2021"))
    add_entry(session, kind=EntryKind.COMMUNICATION, text=WRONG)
    add_entry(session, kind=EntryKind.STATEMENT, text=WRONG)
    record(session)
    assert places()[1] == ["sessions/1/log/2#text:2st"]


def test_who_is_on_the_list_once_it_is_issued(conference, places):
    founded = an_organization("Colombia", names=[{"name": "Columbia", "kind": NameKind.PRINTED}], description=WRONG)
    register_delegation(conference, organization=founded)
    before = places()
    conference.participants_issued = True
    assert (before[1], places()[1]) == ([], ["organizations/colombia#names"])


def test_the_conference_itself(conference, places):
    conferences.change_conference(conference, description=WRONG)
    assert places()[1] == ["conference#description:2st"]
