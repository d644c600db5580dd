"""Conferences: their life cycle in its order, their names, and what is refused."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.conferences import operations
from confapp.conferences.models import Conference, ConferenceState, ConveningInstrument, Occasion
from confapp.errors import RuleViolation, StaleEdit
from confapp.organizations.models import BodyName
from confapp.slugs import SlugSpace, current_slug
from tests.builders import a_conference, an_organization, day, moment

STATES = [state.value for state in ConferenceState]
ACTS = {
    "convene": operations.convene_conference,
    "prepare": operations.prepare_conference,
    "open": operations.open_conference,
    "close": operations.close_conference,
    "archive": operations.archive_conference,
}
ALLOWED = {
    ("planned", "convene"): "convened",
    ("convened", "prepare"): "preparing",
    ("convened", "open"): "open",
    ("preparing", "open"): "open",
    ("open", "close"): "closed",
    ("closed", "archive"): "archived",
}


def test_plan_makes_a_slug_from_the_title(app):
    assert a_conference("International Meridian Conference").slug == "international-meridian-conference"


def test_plan_keeps_occasions_and_instruments_in_order(app, db_session):
    conference = a_conference(
        "A",
        occasions=[{"name": "First"}, {"name": "Second"}],
        instruments=[{"kind": "act", "title": "Act of Congress"}, {"kind": "circular", "title": "Circular"}],
    )
    occasions = sa.select(Occasion.name).where(Occasion.conference_id == conference.id).order_by(Occasion.position)
    instruments = sa.select(ConveningInstrument.kind).where(ConveningInstrument.conference_id == conference.id)
    assert list(db_session.scalars(occasions)) == ["First", "Second"]
    assert list(db_session.scalars(instruments.order_by(ConveningInstrument.position))) == ["act", "circular"]


def test_plan_takes_any_body_as_convener(app):
    convener = an_organization("United States")
    assert a_conference("A", convener=convener, host=convener).convener_id == convener.id


def test_plan_refuses_an_ordinal_of_its_series(app):
    series = operations.create_series(name="Geodetic Conferences")
    a_conference("Seventh", series=series, ordinal=7)
    with pytest.raises(RuleViolation, match="Number 7 of this series is Seventh") as refusal:
        a_conference("Another", series=series, ordinal=7)
    assert refusal.value.field == "ordinal"


def test_plan_takes_the_ordinal_of_another_series(app):
    first, second = (operations.create_series(name=name) for name in ("One", "Two"))
    a_conference("A", series=first, ordinal=7)
    assert a_conference("B", series=second, ordinal=7).ordinal == 7


def test_plan_refuses_number_nought(app):
    with pytest.raises(RuleViolation, match="counted from 1"):
        a_conference("A", ordinal=0)


def test_plan_refuses_an_unknown_zone(app):
    with pytest.raises(RuleViolation, match="is not a time zone"):
        a_conference("A", zone="Europe/Atlantis")


def test_plan_refuses_an_end_before_the_start(app):
    with pytest.raises(RuleViolation, match="cannot end before it starts"):
        a_conference("A", starts_on=day("1884-10-02"), ends_on=day("1884-10-01"))


def test_plan_refuses_what_is_no_colour(app):
    with pytest.raises(RuleViolation, match="#1f4e79"):
        a_conference("A", accent="blue")


def test_create_series_refuses_a_second_one_of_the_name(app):
    operations.create_series(name="Geodetic Conferences")
    with pytest.raises(RuleViolation, match="geodetic-conferences"):
        operations.create_series(name="Geodetic Conferences")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", ACTS)
def test_life_cycle_goes_in_its_order(app, state, act):
    conference = a_conference(f"{state} {act}", state=state)
    if reached := ALLOWED.get((state, act)):
        ACTS[act](conference)
        assert conference.state == reached
    else:
        with pytest.raises(RuleViolation, match="must be"):
            ACTS[act](conference)
        assert conference.state == state


def test_convene_keeps_the_day(app):
    conference = a_conference()
    operations.convene_conference(conference, on=day("1883-12"))
    assert conference.convened_on == day("1883-12")


def test_open_without_a_moment_takes_the_present_one_in_the_zone(app):
    conference = a_conference(state="convened", zone="Asia/Kathmandu")
    operations.open_conference(conference)
    assert str(conference.opened).endswith("+05:45")


def test_open_refuses_a_moment_before_the_convocation(app):
    conference = a_conference(state="convened")
    with pytest.raises(RuleViolation, match="was convened in 1884-01-01"):
        operations.open_conference(conference, at=moment("1883"))


def test_close_refuses_a_moment_before_the_opening(app):
    conference = a_conference(state="open")
    with pytest.raises(RuleViolation, match="before"):
        operations.close_conference(conference, at=moment("1884-09-30"))


def test_make_public_refuses_a_planned_one(app):
    conference = a_conference()
    with pytest.raises(RuleViolation, match="Convene it"):
        operations.make_public(conference)
    assert not conference.is_public


def test_make_public_shows_a_convened_one(app):
    assert a_conference(state="convened", public=True).is_public


def test_make_private_hides_it_again(app):
    conference = a_conference(state="convened", public=True)
    operations.make_private(conference)
    assert not conference.is_public


def test_change_refuses_a_stale_form_and_writes_nothing(app, db_session):
    conference = a_conference("A", place="Paris")
    with pytest.raises(StaleEdit):
        operations.change_conference(conference, version=0, place="Rome")
    assert db_session.scalar(sa.select(Conference.place)) == "Paris"


def test_change_raises_the_version(app):
    conference = a_conference("A")
    before = conference.version
    operations.change_conference(conference, version=before, place="Rome")
    assert conference.version == before + 1


def test_change_refuses_an_archived_one(app):
    conference = a_conference("A", state="archived")
    with pytest.raises(RuleViolation, match="is archived"):
        operations.change_conference(conference, place="Rome")


def test_change_keeps_its_own_ordinal(app):
    series = operations.create_series(name="Series")
    conference = a_conference("A", series=series, ordinal=7)
    operations.change_conference(conference, ordinal=7, place="Rome")
    assert (conference.ordinal, conference.place) == (7, "Rome")


def test_change_refuses_an_end_before_the_start_it_has(app):
    conference = a_conference("A", starts_on=day("1884-10-01"))
    with pytest.raises(RuleViolation, match="cannot end before it starts"):
        operations.change_conference(conference, ends_on=day("1884-09"))


def test_rename_keeps_the_old_title_and_its_address(app, db_session):
    conference = a_conference("Washington Conference")
    operations.rename_conference(conference, "International Meridian Conference")
    assert list(db_session.scalars(sa.select(BodyName.name))) == ["Washington Conference"]
    assert current_slug(SlugSpace.CONFERENCE, "washington-conference") == "international-meridian-conference"


def test_rename_refuses_an_archived_one(app):
    with pytest.raises(RuleViolation, match="is archived"):
        operations.rename_conference(a_conference("A", state="archived"), "B")


def test_add_occasion_stands_behind_the_others(app):
    conference = a_conference("A", occasions=[{"name": "First"}])
    assert operations.add_occasion(conference, name="Second").position == 2


def test_add_instrument_stands_behind_the_others(app):
    conference = a_conference("A", instruments=[{"kind": "act", "title": "Act"}])
    assert operations.add_instrument(conference, kind="circular", title="Circular").position == 2


def test_open_and_close_take_moments_that_nobody_stated(app):
    conference = a_conference(state="convened")
    operations.open_conference(conference, is_dated=False)
    operations.close_conference(conference, is_dated=False)
    assert (conference.state, conference.opened, conference.closed) == (ConferenceState.CLOSED, None, None)


def test_close_without_a_moment_takes_the_present_one(app):
    conference = a_conference(state="open", zone="Asia/Kathmandu")
    operations.close_conference(conference)
    assert str(conference.closed).endswith("+05:45")


def test_change_refuses_an_ordinal_that_another_has(app):
    series = operations.create_series(name="Series")
    a_conference("A", series=series, ordinal=7)
    conference = a_conference("B", series=series, ordinal=8)
    with pytest.raises(RuleViolation, match="Number 7 of this series is A"):
        operations.change_conference(conference, ordinal=7)
