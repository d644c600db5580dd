"""The log: append-only, in one order, each entry sent as often as its sender likes."""

from __future__ import annotations

from threading import Thread

import flask_migrate
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from confapp.agendas.models import AgendaItem
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.floor.models import EntryKind, LogEntry, SpeakerRole
from confapp.floor.operations import add_entry, open_session, strike_entry
from confapp.floor.queries import log_of
from confapp.letters.models import PresentationForm
from confapp.letters.operations import present_letter
from confapp.programme.models import Session
from confapp.programme.operations import cancel_session
from tests.builders import (
    a_committee,
    a_conference,
    a_delegation,
    a_document,
    a_letter,
    a_session,
    an_agenda,
    an_official,
    moment,
)
from tests.plugins.application import make_app

STATEMENT, NOTE, MOTION = EntryKind.STATEMENT, EntryKind.NOTE, EntryKind.MOTION


@pytest.fixture
def conference(app):
    return a_conference(state="open")


@pytest.fixture
def session(conference):
    session = a_session(conference)
    open_session(session, at=None, is_noted=False)
    return session


def positions(session):
    return [entry.position for entry in log_of(session)]


def an_item(agenda):
    return db.session.scalars(sa.select(AgendaItem).where(AgendaItem.agenda_id == agenda.id)).one()


def test_entries_stand_in_the_order_of_their_coming(session):
    first, second = (add_entry(session, kind=NOTE, text=text) for text in ("first", "second"))
    assert list(log_of(session)) == [first, second]


def test_each_session_counts_for_itself(conference, session):
    add_entry(session, kind=NOTE, text="here")
    other = a_session(conference)
    add_entry(other, kind=NOTE, text="there")
    assert (positions(session), positions(other)) == ([1], [1])


def test_an_entry_keeps_who_spoke(session):
    janssen, france = an_official("Jules Janssen"), a_delegation(session.conference)
    entry = add_entry(
        session,
        kind=STATEMENT,
        speakers=[
            {"official": janssen, "delegation": france},
            {"capacity": "the Secretary", "role": SpeakerRole.INVOLVED},
        ],
    )
    kept = [(one.official, one.delegation, one.capacity, one.role) for one in entry.speakers]
    assert kept == [
        (janssen, france, None, SpeakerRole.SPEAKER),
        (None, None, "the Secretary", SpeakerRole.INVOLVED),
    ]


def test_an_entry_refuses_a_speaker_who_is_nobody(session):
    with pytest.raises(RuleViolation, match="Say who spoke"):
        add_entry(session, kind=STATEMENT, speakers=[{}])


def test_an_entry_refuses_a_delegation_to_another_conference(session):
    with pytest.raises(RuleViolation, match="to another conference"):
        add_entry(session, kind=STATEMENT, speakers=[{"delegation": a_delegation(name="Hawaii")}])


def test_an_entry_points_to_what_it_tells_of(conference, session):
    agenda_item = an_item(an_agenda(conference))
    committee, document = a_committee(conference), a_document(conference)
    presentation = present_letter(a_letter(conference), session, form=PresentationForm.READ)
    entry = add_entry(
        session,
        kind=EntryKind.LETTER_PRESENTED,
        agenda_item=agenda_item,
        committee=committee,
        document=document,
        presentation=presentation,
    )
    pointed = (entry.agenda_item, entry.committee, entry.document, entry.presentation)
    assert pointed == (agenda_item, committee, document, presentation)


def test_an_entry_refuses_an_item_of_another_conference(session):
    with pytest.raises(RuleViolation, match="another conference or session") as refusal:
        add_entry(session, kind=NOTE, agenda_item=an_item(an_agenda()))
    assert refusal.value.field == "agenda_item"


def test_an_entry_refuses_a_committee_of_another_conference(session):
    with pytest.raises(RuleViolation, match="another conference or session"):
        add_entry(session, kind=NOTE, committee=a_committee())


def test_an_entry_refuses_a_letter_before_another_session(conference, session):
    presentation = present_letter(a_letter(conference), a_session(conference), form=PresentationForm.READ)
    with pytest.raises(RuleViolation, match="another conference or session"):
        add_entry(session, kind=EntryKind.LETTER_PRESENTED, presentation=presentation)


def test_a_planned_session_notes_its_ceremony(conference):
    entry = add_entry(a_session(conference), kind=EntryKind.CEREMONY, text="Presented to the Secretary of State")
    assert entry.position == 1


def test_a_planned_session_refuses_a_motion(conference):
    with pytest.raises(RuleViolation, match="not open yet"):
        add_entry(a_session(conference), kind=MOTION)


def test_a_cancelled_session_refuses_everything(conference):
    session = a_session(conference)
    cancel_session(session)
    with pytest.raises(RuleViolation, match="was cancelled"):
        add_entry(session, kind=NOTE, text="nobody came")


def test_the_same_sent_twice_stands_there_once(session):
    janssen = an_official()
    first, second = (
        add_entry(session, uid="a1", kind=STATEMENT, text="Je demande  la parole", speakers=[{"official": janssen}])
        for _ in range(2)
    )
    assert (first, positions(session)) == (second, [1])


def test_the_same_is_known_again_from_the_database(session):
    sent = {"kind": STATEMENT, "text": "hear, hear", "occurred": moment("1884-10-13T13:05"), "language": "en"}
    first = add_entry(session, uid="a1", provenance={"sources": [{"source": "pg", "at": "L1"}]}, **sent)
    db.session.expire_all()
    assert add_entry(session, uid="a1", provenance={"sources": [{"source": "pg", "at": "L1"}]}, **sent) is first


@pytest.mark.parametrize(
    "other",
    [
        {"text": "no"},
        {"kind": NOTE},
        {"occurred": moment("1884-10-13")},
        {"language": "fr"},
        {"speakers": [{"capacity": "the President"}]},
        {"provenance": {"sources": [{"source": "pg"}]}},
    ],
)
def test_another_content_under_the_same_name_is_refused(session, other):
    add_entry(session, uid="a1", kind=STATEMENT, text="yes")
    with pytest.raises(RuleViolation, match="says something else"):
        add_entry(session, **{"uid": "a1", "kind": STATEMENT, "text": "yes", **other})


def test_the_same_name_in_another_session_is_refused(conference, session):
    add_entry(session, uid="a1", kind=NOTE, text="yes")
    with pytest.raises(RuleViolation, match="says something else"):
        add_entry(a_session(conference), uid="a1", kind=NOTE, text="yes")


def test_another_reference_under_the_same_name_is_refused(conference, session):
    add_entry(session, uid="a1", kind=NOTE, document=a_document(conference))
    with pytest.raises(RuleViolation, match="says something else"):
        add_entry(session, uid="a1", kind=NOTE, document=a_document(conference))


@pytest.mark.parametrize("uid", ["", "x" * 61])
def test_a_name_must_fit(session, uid):
    with pytest.raises(RuleViolation, match="1 to 60 characters"):
        add_entry(session, uid=uid, kind=NOTE)


def test_an_entry_without_a_name_gets_one(session):
    assert len({add_entry(session, kind=NOTE).uid for _ in range(2)}) == 2


def test_strike_keeps_both_and_says_why(session):
    wrong = add_entry(session, kind=NOTE, text="Russia abstained")
    strike = strike_entry(wrong, reason="Russia voted yes")
    db.session.expire_all()
    struck, by = log_of(session)
    assert (struck, struck.struck_by, by.strikes, by.text) == (wrong, strike, wrong, "Russia voted yes")


def test_strike_refuses_what_is_struck(session):
    wrong = add_entry(session, kind=NOTE, text="wrong")
    strike_entry(wrong, reason="so it is")
    with pytest.raises(RuleViolation, match="struck already"):
        strike_entry(wrong, reason="again")


def test_strike_sent_twice_stands_there_once(session):
    wrong = add_entry(session, kind=NOTE, text="wrong")
    assert strike_entry(wrong, reason="so", uid="s") is strike_entry(wrong, reason="so", uid="s")


def test_strike_refuses_a_strike(session):
    strike = strike_entry(add_entry(session, kind=NOTE, text="right"), reason="a mistake")
    with pytest.raises(RuleViolation, match="Note again"):
        strike_entry(strike, reason="it was right")


def test_strike_refuses_to_say_nothing(session):
    entry = add_entry(session, kind=NOTE, text="wrong")
    with pytest.raises(RuleViolation, match="Say why") as refusal:
        strike_entry(entry, reason=" ")
    assert refusal.value.field == "reason"


def test_the_database_refuses_to_change_an_entry(session):
    entry = add_entry(session, kind=NOTE, text="as it was")
    change = sa.update(LogEntry).where(LogEntry.id == entry.id).values(text="as it should have been")
    with pytest.raises(DBAPIError, match="never changed"), db.session.begin_nested():
        db.session.execute(change)


def test_writers_at_the_same_time_get_one_place_each(new_database, tmp_path):
    app = make_app(tmp_path, new_database("writers"))
    with app.app_context():
        flask_migrate.upgrade()
        session = a_session(a_conference(state="open"))
        open_session(session, at=None, is_noted=False)
        db.session.commit()
        session_id = session.id
        db.session.remove()

    def write(name):
        with app.app_context():
            for number in range(5):
                add_entry(db.session.get_one(Session, session_id), kind=NOTE, uid=f"{name}-{number}", text=name)
                db.session.commit()
            db.session.remove()

    writers = [Thread(target=write, args=(name,)) for name in ("one", "two", "three")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with app.app_context():
        assert list(db.session.scalars(sa.select(LogEntry.position).order_by(LogEntry.position))) == [*range(1, 16)]
        db.session.remove()
        db.engine.dispose()
