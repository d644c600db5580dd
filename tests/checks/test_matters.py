"""Agendas, letters, documents, records, and the conference as a whole."""

from __future__ import annotations

import pytest

from confapp.agendas.models import AgendaState
from confapp.agendas.operations import adopt_agenda, issue_agenda
from confapp.checks.findings import Severity
from confapp.checks.running import findings_of
from confapp.conferences import operations as conferences
from confapp.db import db
from confapp.letters.models import PresentationForm
from confapp.letters.operations import accept_letter, present_letter
from confapp.programme.models import SessionState
from confapp.records.models import RecordState, SessionRecord
from confapp.voting.models import DecisionKind
from confapp.voting.operations import take_decision
from tests.builders import (
    a_conference,
    a_document,
    a_held_session,
    a_letter,
    a_session,
    an_agenda,
    an_organization,
    day,
    moment,
)


@pytest.fixture
def session(conference):
    return a_held_session(conference, label="1", held_on=day("2021-05-01"))


def adopted(conference, session=None, items: int = 1):
    agenda = an_agenda(conference, items=1, title="Agenda")
    issue_agenda(agenda)
    adopt_agenda(agenda, at=moment("2021-05-01"), session=session)
    return agenda


def test_an_agenda_adopted_with_nothing_on_it(conference, found):
    agenda = an_agenda(conference, items=0, title="Agenda")
    agenda.state = AgendaState.ADOPTED
    assert found("agenda-empty") == [("error", "Agenda was adopted, and nothing is on it.")]


def test_an_empty_agenda_of_a_source_is_a_warning(conference, found):
    agenda = an_agenda(conference, items=0, title="Agenda", provenance={"sources": [{"source": "S"}]})
    agenda.state = AgendaState.PROVISIONAL
    assert found("agenda-empty") == [("warning", "Agenda is published, and nothing is on it.")]


def test_a_draft_may_be_empty(conference, found):
    an_agenda(conference, items=0)
    assert found("agenda-empty") == []


def test_a_decision_before_the_agenda(conference, session, found):
    later = a_held_session(conference, label="2", held_on=day("2021-05-02"))
    take_decision(conference, title="To found an archive", session=session)
    adopted(conference, later)
    assert found("decided-before-agenda") == [
        ("warning", "“To found an archive” was decided before the agenda was adopted.")
    ]


@pytest.mark.parametrize("kind", [DecisionKind.ELECTION, DecisionKind.PROCEDURE, DecisionKind.ADOPTION])
def test_officers_and_rules_come_before_the_agenda(conference, session, found, kind):
    later = a_held_session(conference, label="2", held_on=day("2021-05-02"))
    take_decision(conference, title="The President", kind=kind, session=session)
    take_decision(conference, title="To found an archive", session=later)
    adopted(conference, later)
    assert found("decided-before-agenda") == []


def test_an_item_without_an_outcome_once_it_is_over(found, conference, session):
    adopted(conference, session)
    before = found("item-without-outcome")
    conference.state = conferences.ConferenceState.CLOSED
    assert (before, found("item-without-outcome")) == ([], [("info", "Item 1, “Matter 1”, has no outcome.")])


def test_a_letter_without_a_sender(conference, found):
    a_letter(conference, subject="Greetings.")
    assert found("letter-without-sender") == [("warning", "Letter 1 has no sender: Greetings.")]


def test_a_letter_of_which_the_source_names_no_sender_is_a_hint(conference, found):
    remarks = [{"field": "sender_name", "status": "not_stated"}]
    a_letter(conference, subject="Greetings", sender_name="comrades", provenance={"remarks": remarks})
    assert [severity for severity, _message in found("letter-without-sender")] == ["info"]


@pytest.mark.parametrize("facts", [{"sender_name": "A club"}, {"signatory": "Ada Brown"}])
def test_a_letter_of_somebody(conference, found, facts):
    a_letter(conference, **facts)
    assert found("letter-without-sender") == []


def test_a_letter_of_an_organization(conference, found):
    a_letter(conference, sender_organization=an_organization())
    assert found("letter-without-sender") == []


def presented(conference, session, received: str, at: str | None = None):
    letter = a_letter(conference, sender_name="A club", subject="Greetings")
    accept_letter(letter)
    present_letter(letter, session, form=PresentationForm.READ, presented=moment(at) if at else None)
    letter.received = moment(received)


def test_a_letter_presented_before_it_was_received(conference, session, found):
    presented(conference, session, "2021-05-02")
    assert found("letter-presented-early") == [
        ("error", "Letter 1 was presented in session 1 before it was received: Greetings.")
    ]


@pytest.mark.parametrize("received", ["2021-05-01", "2021-05", "2021", "2021-05-01T18:00", "2021-04-30"])
def test_a_letter_that_may_have_been_there(conference, session, found, received):
    presented(conference, session, received)
    assert found("letter-presented-early", "presented-on-another-day") == []


def test_a_letter_presented_on_another_day_than_the_session(conference, session, found):
    presented(conference, session, "2021-04-01", at="2021-05-03")
    assert found("presented-on-another-day") == [
        ("error", "Letter 1 was presented on 3 May 2021, and session 1 was held on 1 May 2021.")
    ]


def test_a_letter_that_was_forgotten(conference, found):
    accept_letter(a_letter(conference, sender_name="A club", subject="Greetings"))
    before = found("letter-not-presented")
    conference.state = conferences.ConferenceState.CLOSED
    assert (before, found("letter-not-presented")) == (
        [],
        [("info", "Letter 1 was accepted and never presented: Greetings.")],
    )


def test_a_reference_to_a_symbol_that_nobody_issued(conference, found):
    a_document(conference, symbol="IOF/CONF.2/SR.1", issued_on=day("2021"))
    a_letter(conference, sender_name="A club", subject="On IOF/CONF.2/SR.1 and IOF/CONF.2/SR.3, and on UN/5")
    assert found("symbol-unknown") == [("warning", "No document has the symbol IOF/CONF.2/SR.3.")]


def test_a_gap_in_a_series_of_symbols_is_a_hint(conference, found):
    for number in (1, 3):
        a_document(conference, symbol=f"IOF/CONF.2/SR.{number}", issued_on=day("2021"))
    assert found("symbol-gap") == [("info", "Between the symbols of this series, there are none of IOF/CONF.2/SR.2.")]


@pytest.mark.parametrize(("symbol", "severity"), [("IOF/CONF.2/1", "warning"), (None, "info")])
def test_a_document_without_a_date(conference, found, symbol, severity):
    a_document(conference, "Report", symbol=symbol)
    assert found("document-undated") == [(severity, "“Report” was issued, and nobody knows when.")]


def paragraphs(*texts):
    return [{"id": f"p{at}", "kind": "text", "text": text, "language": "en"} for at, text in enumerate(texts)]


@pytest.fixture
def records(session):
    """Approved records of a session in two languages."""

    def keep(english: list, french: list):
        for language, kept, is_authentic in (("en", english, True), ("fr", french, False)):
            facts = {"session_id": session.id, "record_language": language, "is_authentic": is_authentic}
            db.session.add(SessionRecord(**facts, state=RecordState.APPROVED, paragraphs=kept))
        db.session.flush()

    return keep


def test_a_paragraph_that_a_translation_lacks_is_an_error(records, found):
    records(paragraphs("Opened.", "21 voted."), paragraphs("Ouverte."))
    assert found("translation-incomplete", "translation-figures") == [
        ("error", "The record of session 1 in fr lacks paragraphs that another language has: p1.")
    ]


def test_another_figure_in_a_translation(records, found):
    records(paragraphs("21 voted on 13 October."), paragraphs("Le 13 octobre, 22 votèrent."))
    assert found("translation-figures") == [("warning", "The record of session 1 has other figures in fr: p0.")]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("21 voted on 13 October.", "Le 13 octobre, 21 votèrent."),
        ("It met at 1 p.m.", "À 13 heures."),
        ("Twice.", "2 fois."),
    ],
)
def test_figures_that_a_language_writes_otherwise(records, grave, english, french):
    records(paragraphs(english), paragraphs(french))
    assert grave() == []


def test_another_figure_in_the_translation_of_a_title(conference, found):
    document = a_document(conference, "180 degrees", issued_on=day("2021"))
    document.translations = {"ru": {"title": "190 градусов"}}
    assert found("translation-figures") == [
        ("warning", "The translation has other figures: “180 degrees”, “190 градусов”.")
    ]


def test_a_series_of_another_kind(conference, found):
    conferences.change_conference(conference, ordinal=2, preceded_by="1st congress of secretariats")
    assert [severity for severity, _message in found("series-kind")] == ["error"]


def test_a_series_of_the_same_kind(conference, found):
    conferences.change_conference(conference, ordinal=2, preceded_by="1st conference of secretariats")
    assert found("series-kind") == []


def test_a_conference_that_was_never_closed(conference, found):
    conferences.change_conference(conference, starts_on=day("2021-05-01"), ends_on=day("2021-05-03"))
    assert found("conference-not-closed") == [
        ("info", "The last day that is known of it was 3 May 2021, and it was never closed.")
    ]


def test_a_decision_of_another_day_than_its_session(conference, session, found):
    take_decision(conference, title="To found an archive", session=session, decided=moment("2021-05-01"))
    decision = take_decision(conference, title="To close it", session=session, decided=moment("2021-05-01"))
    decision.decided = moment("2021-05-09")
    assert found("decided-on-another-day") == [
        ("error", "“To close it” is dated 9 May 2021, and session 1 was held on 1 May 2021.")
    ]


def test_a_new_conference_has_nothing_wrong(app, conference, grave):
    a_session(conference, label="1")
    assert grave() == []


def test_a_conference_of_which_nothing_is_known(app):
    assert [one for one in findings_of(a_conference()) if one.severity is not Severity.INFO] == []


def test_a_session_that_is_over_has_no_record_yet(conference, session, found):
    session.state = SessionState.CLOSED
    conference.state = conferences.ConferenceState.CLOSED
    assert found("record-missing") == [("info", "These sessions have no approved record yet: 1.")]
