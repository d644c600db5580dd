"""A conference after the model of another one: what is taken over, moved, and left where it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from confapp.agendas import operations as agendas
from confapp.agendas.queries import agendas as agendas_of
from confapp.committees import operations as committees
from confapp.committees.models import Committee
from confapp.committees.queries import memberships
from confapp.conferences import documents, operations, queries
from confapp.conferences.models import ConferenceState
from confapp.db import db
from confapp.desk.cloning import Part, clone_conference
from confapp.errors import RuleViolation
from confapp.letters.models import Letter
from confapp.officials.models import Appointment, AppointmentState, Office
from confapp.participation.models import Delegation
from confapp.programme import operations as programme
from confapp.programme.models import SessionKind, SessionState
from confapp.programme.queries import halls, sessions, tracks
from tests.builders import (
    a_committee,
    a_conference,
    a_delegation,
    a_letter,
    a_session,
    an_agenda,
    an_official,
    an_organization,
    day,
    moment,
)


@pytest.fixture
def old(app, db_session):
    series = operations.create_series(name="Congresses")
    return a_conference(
        "First Congress",
        series=series,
        ordinal=1,
        starts_on=day("2023-10-02"),
        ends_on=day("2023-10-06"),
        zone="Europe/Zurich",
        languages=["fr", "en"],
        place="Berne",
        convener=an_organization("Union"),
        occasions=[{"name": "Jubilee"}],
        instruments=[{"kind": "act", "title": "Act"}],
        state="closed",
    )


def cloned(old, **more):
    return clone_conference(old, name="Second Congress", starts_on=day("2024-10-07"), **more)


def seats_of(conference):
    """All seats in its committees, also those that are only proposed."""
    query = sa.select(Appointment).join(Appointment.office).join(Committee, Committee.id == Office.body_id)
    of_conference = query.where(Committee.conference_id == conference.id)
    loaded = of_conference.options(joinedload(Appointment.official), joinedload(Appointment.office))
    return list(db.session.scalars(loaded))


def test_the_clone_is_planned_with_its_dates_moved(old):
    new = cloned(old)
    assert (new.slug, new.state, new.is_public) == ("second-congress", ConferenceState.PLANNED, False)
    assert (new.starts_on, new.ends_on, new.opened, new.convened_on) == (
        day("2024-10-07"),
        day("2024-10-11"),
        None,
        None,
    )


def test_the_clone_stands_where_the_old_one_stood(old):
    new = cloned(old)
    kept = (new.place, new.zone, new.languages, new.convener_id, new.series_id, new.ordinal)
    assert kept == ("Berne", "Europe/Zurich", ["fr", "en"], old.convener_id, old.series_id, 2)


def test_the_old_one_stays_as_it_was(old, db_session):
    before = (old.name, old.starts_on, old.version)
    cloned(old)
    db_session.flush()
    assert (old.name, old.starts_on, old.version) == before


def test_occasions_and_instruments_are_not_taken_over(old):
    cloned(old)
    new = queries.conference_by_slug("second-congress")
    assert (new.occasions, new.instruments) == ([], [])


def test_the_rules_in_force_are_adopted(old):
    documents.adopt_rulebook(old, name="Old", preset="as-in-1884")
    documents.adopt_rulebook(old, name="Rules", preset="roberts-rules", adopted=moment("2023-10-02"))
    rulebook = queries.rulebook_in_force(cloned(old))
    assert (rulebook.number, rulebook.name, rulebook.adopted, rulebook.is_in_use) == (1, "Rules", None, False)


def test_committees_keep_their_mandate_and_move_their_period(old):
    a_committee(old, "Programme", mandate="Plan it", period_start=day("2023-09-01"), period_end=day("2023-10"))
    (known,) = memberships(cloned(old))
    one = known.committee
    assert (one.name, one.mandate, one.period_start, one.period_end, one.outcome) == (
        "Programme",
        "Plan it",
        day("2024-09-06"),
        day("2024-10"),
        None,
    )


def test_members_are_proposed_anew(old):
    committee = a_committee(old, period_end=day("2023-10-06"))
    committees.appoint_member(
        committee, an_official("A. Chair"), title="Chair", is_presiding=True, responsibility="Hosts"
    )
    (seat,) = seats_of(cloned(old))
    assert (seat.official.name, seat.office.title, seat.responsibility, seat.state, seat.term_start) == (
        "A. Chair",
        "Chair",
        "Hosts",
        AppointmentState.PROPOSED,
        None,
    )


def test_who_left_early_is_not_asked_again(old):
    committee = a_committee(old, period_start=day("2023-09-01"), period_end=day("2023-10-06"))
    committees.appoint_member(committee, an_official(), term_start=moment("2023-09-01"), term_end=moment("2023-09-10"))
    assert seats_of(cloned(old)) == []


def test_sessions_are_planned_at_the_same_time_of_day(old):
    hall, track = programme.add_hall(old, name="Great Hall", capacity=90), programme.add_track(old, name="Post")
    a_session(
        old,
        kind=SessionKind.OPENING,
        title="Opening",
        hall=hall,
        track=track,
        planned_start=datetime(2023, 10, 2, 8, tzinfo=UTC),
        planned_end=datetime(2023, 10, 2, 10, tzinfo=UTC),
        held_on=day("2023-10-02"),
    )
    new = cloned(old)
    (session,) = sessions(new)
    assert (session.label, session.number, session.kind, session.title) == ("1", 1, SessionKind.OPENING, "Opening")
    assert (session.hall.name, session.track.name) == ("Great Hall", "Post")
    assert (session.planned_start, session.held_on) == (datetime(2024, 10, 7, 8, tzinfo=UTC), None)


def test_halls_and_tracks_are_new_ones(old):
    hall = programme.add_hall(old, name="Great Hall", capacity=90)
    programme.add_track(old, name="Post", colour="#1f4e79")
    new = cloned(old)
    assert [(one.name, one.capacity, one.id != hall.id) for one in halls(new)] == [("Great Hall", 90, True)]
    assert [(one.name, one.colour) for one in tracks(new)] == [("Post", "#1f4e79")]


def test_a_session_that_was_held_is_planned_again(old):
    a_session(old, held_on=day("2023-10-03")).state = SessionState.ADJOURNED
    (session,) = sessions(cloned(old))
    assert (session.state, session.held_on, session.opened) == (SessionState.PLANNED, day("2024-10-08"), None)


def test_a_cancelled_session_is_not_planned_again(old):
    programme.cancel_session(a_session(old))
    assert sessions(cloned(old)) == []


def test_the_agenda_becomes_a_draft_without_outcomes(old):
    agenda = an_agenda(old, items=1)
    agendas.add_item(agenda, title="Under it", parent=agendas.add_item(agenda, title="Above"), duration_minutes=20)
    agendas.issue_agenda(agenda)
    agendas.adopt_agenda(agenda)
    for item in agendas_of(old)[0].items:
        agendas.conclude_item(item, outcome="Adopted")
    (draft,) = agendas_of(cloned(old))
    assert (draft.state, draft.number, draft.adopted) == ("draft", 1, None)
    assert [(item.number, item.title, item.duration_minutes, item.outcome) for item in draft.items] == [
        ("1", "Matter 1", None, None),
        ("2", "Above", None, None),
        ("2.1", "Under it", 20, None),
    ]
    assert draft.items[2].parent_id == draft.items[1].id


def test_the_agenda_of_a_session_goes_with_its_session(old):
    an_agenda(old, items=1, session=a_session(old))
    new = cloned(old)
    assert [agenda.session_id for agenda in agendas_of(new)] == [sessions(new)[0].id]


def test_only_what_was_asked_for_is_taken_over(old):
    a_committee(old)
    an_agenda(old, items=1, session=a_session(old))
    programme.add_hall(old, name="Great Hall")
    new = cloned(old, parts=[Part.AGENDA])
    assert (memberships(new), list(halls(new)), list(sessions(new)), list(agendas_of(new))) == ([], [], [], [])


def test_participants_and_letters_stay_where_they_are(old, db_session):
    a_delegation(old)
    a_letter(old)
    new = cloned(old)
    counts = [
        db_session.scalar(sa.select(sa.func.count()).select_from(model).where(model.conference_id == new.id))
        for model in (Delegation, Letter)
    ]
    assert counts == [0, 0]


def test_a_clone_needs_a_day_where_the_old_one_has_one(old):
    with pytest.raises(RuleViolation, match="Write the day"):
        clone_conference(old, name="Second Congress", starts_on=day("2024"))
