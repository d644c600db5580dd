"""The life of a session: planned → open ⇄ suspended → adjourned or closed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from confapp import clock
from confapp.conferences.documents import adopt_rulebook
from confapp.conferences.operations import close_conference
from confapp.errors import RuleViolation
from confapp.floor.life import sits_now
from confapp.floor.models import EntryKind, PresenceStatus, RollState
from confapp.floor.operations import (
    add_entry,
    adjourn_session,
    call_roll,
    open_session,
    resume_session,
    suspend_session,
)
from confapp.floor.queries import entitled_delegations, log_of
from confapp.programme.models import SessionState
from confapp.programme.operations import cancel_session
from tests.builders import a_conference, a_delegation, a_session, an_official, day, moment

ONE_O_CLOCK = moment("1884-10-13T13:00")


@pytest.fixture
def conference(app):
    return a_conference(state="open", zone="America/New_York")


@pytest.fixture
def session(conference):
    return a_session(conference, number=4, held_on=day("1884-10-13"))


@pytest.fixture
def open_one(session):
    open_session(session, at=ONE_O_CLOCK)
    return session


def kinds(session):
    return [entry.kind for entry in log_of(session)]


def test_open_makes_it_open(open_one):
    assert (open_one.state, open_one.opened) == (SessionState.OPEN, ONE_O_CLOCK)


def test_open_writes_its_line_in_the_log(session):
    rodgers = an_official("C. R. P. Rodgers")
    open_session(session, at=ONE_O_CLOCK, presiding=rodgers, capacity="President", note="with a prayer")
    (entry,) = log_of(session)
    said = (entry.kind, entry.occurred, entry.text, entry.speakers[0].official, entry.speakers[0].capacity)
    assert said == (EntryKind.OPENED, ONE_O_CLOCK, "with a prayer", rodgers, "President")


def test_open_keeps_who_presides(session):
    rodgers = an_official("C. R. P. Rodgers")
    open_session(session, at=None, presiding=rodgers, capacity="President")
    assert (session.presiding, session.presiding_capacity) == (rodgers, "President")


@pytest.fixture
def too_few(conference, session):
    """A roll with one of four, where a third are needed."""
    adopt_rulebook(conference, name="UN", preset="un-general-assembly")
    states = [a_delegation(conference) for _ in range(4)]
    call_roll(session, state=RollState.TAKEN, presences=[{"status": PresenceStatus.PRESENT, "delegation": states[0]}])
    return session


def test_open_needs_its_quorum(too_few):
    with pytest.raises(RuleViolation, match="1 are present, 2 are needed to open"):
        open_session(too_few)


def test_open_was_done_without_a_quorum(too_few):
    open_session(too_few, at=ONE_O_CLOCK)
    assert too_few.state is SessionState.OPEN


def test_open_with_just_a_quorum(conference, too_few):
    delegations = entitled_delegations(conference)[:2]
    call_roll(
        too_few,
        state=RollState.TAKEN,
        presences=[{"status": PresenceStatus.PRESENT, "delegation": one} for one in delegations],
    )
    open_session(too_few)
    assert too_few.state is SessionState.OPEN


def test_a_session_goes_on_into_the_night(open_one, monkeypatch):
    hours = [datetime(1884, 10, 14, 8, tzinfo=UTC), datetime(1884, 10, 15, tzinfo=UTC)]
    sitting = []
    for hour in hours:
        monkeypatch.setattr(clock, "now", lambda hour=hour: hour)
        sitting.append(sits_now(open_one, "America/New_York"))
    assert sitting == [True, False]


@pytest.mark.parametrize("held", [None, "1884"])
def test_a_session_of_an_unknown_day_is_over(conference, held):
    session = a_session(conference, held_on=day(held) if held else None)
    open_session(session, at=None)
    assert not sits_now(session, "America/New_York")


def test_open_leaves_an_unknown_hour_unknown(session):
    open_session(session, at=None)
    assert session.opened is None


def test_open_happens_now_on_the_clock_of_the_conference(session, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 23, 18, 0, 5, 999, tzinfo=UTC))
    open_session(session)
    assert str(session.opened) == "2026-11-23T13:00:05-05:00"


def test_open_says_on_what_day_it_was_held_where_nobody_did(conference):
    session = a_session(conference)
    open_session(session, at=ONE_O_CLOCK)
    assert session.held_on == day("1884-10-13")


def test_open_takes_the_entry_of_a_source_for_its_own(session):
    entry = add_entry(session, kind=EntryKind.OPENED, text="The Conference met pursuant to adjournment.")
    open_session(session, at=ONE_O_CLOCK, entry=entry)
    assert list(log_of(session)) == [entry]


def test_open_refuses_an_entry_of_another_session(conference, session):
    entry = add_entry(a_session(conference), kind=EntryKind.OPENED)
    with pytest.raises(RuleViolation, match="tells of something else"):
        open_session(session, entry=entry)


def test_open_refuses_an_entry_that_says_something_else(session):
    entry = add_entry(session, kind=EntryKind.CEREMONY)
    with pytest.raises(RuleViolation, match="tells of something else"):
        open_session(session, entry=entry)


def test_open_without_a_line_where_the_source_has_none(session):
    open_session(session, at=None, is_noted=False)
    assert kinds(session) == []


def test_open_refuses_an_open_session(open_one):
    with pytest.raises(RuleViolation, match="open already"):
        open_session(open_one)


def test_open_refuses_an_adjourned_session(open_one):
    adjourn_session(open_one, at=moment("1884-10-13T17:00"))
    with pytest.raises(RuleViolation, match="The next sitting is a session of its own"):
        open_session(open_one)


def test_open_refuses_a_cancelled_session(session):
    cancel_session(session)
    with pytest.raises(RuleViolation, match="was cancelled"):
        open_session(session)


def test_open_refuses_a_session_after_the_end_of_the_conference(conference, session):
    close_conference(conference, at=moment("1884-11-01"))
    with pytest.raises(RuleViolation, match="was closed before"):
        open_session(session, at=moment("1884-11-02T13:00"))


def test_open_takes_a_historic_session_of_a_closed_conference(conference, session):
    close_conference(conference, at=moment("1884-11-01"))
    open_session(session, at=ONE_O_CLOCK)
    assert session.state is SessionState.OPEN


def test_suspend_and_resume_keep_the_number(open_one):
    suspend_session(open_one, at=moment("1884-10-13T14:00"))
    resume_session(open_one, at=moment("1884-10-13T15:00"))
    assert (open_one.state, open_one.number) == (SessionState.OPEN, 4)


def test_the_log_tells_the_whole_life(open_one):
    suspend_session(open_one, at=None)
    resume_session(open_one, at=None)
    adjourn_session(open_one, at=None)
    assert kinds(open_one) == [EntryKind.OPENED, EntryKind.SUSPENDED, EntryKind.RESUMED, EntryKind.ADJOURNED]


def test_suspend_keeps_its_note_in_the_log(open_one):
    suspend_session(open_one, at=None, note="for the committee to consult")
    assert log_of(open_one)[-1].text == "for the committee to consult"


def test_suspend_refuses_a_planned_session(session):
    with pytest.raises(RuleViolation, match="not open yet"):
        suspend_session(session)


def test_suspend_refuses_a_suspended_session(open_one):
    suspend_session(open_one, at=None)
    with pytest.raises(RuleViolation, match="Resume it first"):
        suspend_session(open_one)


def test_resume_refuses_a_session_that_goes_on(open_one):
    with pytest.raises(RuleViolation, match="open already"):
        resume_session(open_one)


def test_suspend_refuses_a_moment_before_the_opening(open_one):
    with pytest.raises(RuleViolation, match="before the session was opened"):
        suspend_session(open_one, at=moment("1884-10-13T12:59"))


def test_suspend_takes_a_day_on_which_it_may_have_been_later(open_one):
    suspend_session(open_one, at=moment("1884-10-13"))
    assert open_one.state is SessionState.SUSPENDED


def test_adjourn_ends_it(open_one):
    adjourn_session(open_one, at=moment("1884-10-13T17:00"), note="to 14 October, 1 p.m.")
    ended = (open_one.state, str(open_one.adjourned), open_one.adjournment_note)
    assert ended == (SessionState.ADJOURNED, "1884-10-13T17:00", "to 14 October, 1 p.m.")


def test_adjourn_ends_a_suspended_session(open_one):
    suspend_session(open_one, at=None)
    adjourn_session(open_one, at=None)
    assert open_one.state is SessionState.ADJOURNED


def test_adjourn_closes_the_last_one(open_one):
    adjourn_session(open_one, at=None, is_last=True)
    assert open_one.state is SessionState.CLOSED


def test_adjourn_takes_the_entry_of_a_source_for_its_own(open_one):
    entry = add_entry(open_one, kind=EntryKind.ADJOURNED, text="The Conference adjourned.")
    adjourn_session(open_one, at=None, entry=entry)
    assert log_of(open_one)[-1] is entry


def test_adjourn_refuses_a_planned_session(session):
    with pytest.raises(RuleViolation, match="not open yet"):
        adjourn_session(session)


def test_adjourn_refuses_a_moment_before_the_opening(open_one):
    with pytest.raises(RuleViolation, match="before the session was opened"):
        adjourn_session(open_one, at=moment("1884-10-12"))


def test_adjourn_without_a_line_where_the_source_has_none(open_one):
    adjourn_session(open_one, at=None, is_noted=False)
    assert kinds(open_one) == [EntryKind.OPENED]


def test_two_sittings_of_one_day_are_two_sessions(conference):
    morning, afternoon = (a_session(conference, held_on=day("1884-10-13")) for _ in range(2))
    open_session(morning, at=moment("1884-10-13T10:00"))
    adjourn_session(morning, at=moment("1884-10-13T12:00"))
    open_session(afternoon, at=moment("1884-10-13T15:00"))
    assert [morning.state, afternoon.state] == [SessionState.ADJOURNED, SessionState.OPEN]
