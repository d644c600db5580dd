"""The log as its readers load it."""

from __future__ import annotations

import pytest

from confapp.floor.models import EntryKind, RollState
from confapp.floor.operations import add_entry, call_roll, open_session, strike_entry
from confapp.floor.queries import log_of
from confapp.letters.models import PresentationForm
from confapp.letters.operations import present_letter
from tests.builders import a_committee, a_conference, a_delegation, a_document, a_letter, a_session, an_official


@pytest.mark.parametrize("times", [1, 3])
def test_a_log_is_loaded_whole_in_two_steps(app, times, count_queries, db_session):
    conference = a_conference(state="open")
    session = a_session(conference)
    open_session(session, at=None)
    for _ in range(times):
        letter = a_letter(conference, sender_organization=None, sender_official=an_official())
        entry = add_entry(
            session,
            kind=EntryKind.LETTER_PRESENTED,
            speakers=[{"official": an_official(), "delegation": a_delegation(conference)}],
            committee=a_committee(conference, name=f"Committee {letter.id}"),
            document=a_document(conference),
            presentation=present_letter(letter, session, form=PresentationForm.READ, presented_by=an_official()),
            roll=call_roll(session, state=RollState.NOT_TAKEN),
        )
        strike_entry(entry, reason="not read after all")
    db_session.flush()
    db_session.expunge_all()
    with count_queries() as queries:
        for entry in log_of(session):
            assert entry.agenda_item is None
            if entry.presentation is not None:
                seen = (
                    entry.committee.name,
                    entry.document.title,
                    entry.roll.state,
                    entry.struck_by.text,
                    entry.presentation.presented_by.name,
                    entry.presentation.letter.sender_official.name,
                    [(one.official.name, one.delegation.name) for one in entry.speakers],
                )
                assert all(seen)
    assert queries.count == 2
