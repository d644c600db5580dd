"""Series, occasions, instruments and sources once they were entered."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.conferences import documents, operations, parts
from confapp.conferences.models import ConveningInstrument, Occasion
from confapp.errors import RuleViolation, StaleEdit
from tests.builders import a_conference, a_document, an_official, day


@pytest.fixture
def conference(app):
    return a_conference()


@pytest.fixture
def archived(app):
    conference = a_conference(state="closed")
    operations.add_occasion(conference, name="Jubilee")
    operations.add_instrument(conference, kind="act", title="Act")
    documents.register_source(conference, key="book", title="Book")
    operations.archive_conference(conference)
    return conference


def test_change_series_writes_its_name(app):
    series = operations.create_series(name="Congresses")
    parts.change_series(series, name="Postal Congresses", gathering="congress")
    assert (series.name, series.gathering, series.slug) == ("Postal Congresses", "congress", "congresses")


def test_change_series_refuses_a_stale_edit(app):
    series = operations.create_series(name="Congresses")
    with pytest.raises(StaleEdit):
        parts.change_series(series, name="Others", version=series.version + 1)


def test_add_title_refuses_a_title_that_ends_before_it_begins(conference):
    with pytest.raises(RuleViolation, match="ends before it begins"):
        parts.add_title(conference, name="Congrès", valid_from=day("1885"), valid_until=day("1884"))


def test_change_occasion_writes_its_facts(conference):
    occasion = operations.add_occasion(conference, name="Jubilee", anniversary=20)
    parts.change_occasion(occasion, anniversary=25, base_date=day("1996"))
    assert (occasion.name, occasion.anniversary, occasion.base_date) == ("Jubilee", 25, day("1996"))


def test_change_instrument_writes_its_facts(conference):
    instrument = operations.add_instrument(conference, kind="act", title="Act")
    parts.change_instrument(instrument, title="Act of Congress")
    assert (instrument.kind, instrument.title) == ("act", "Act of Congress")


def test_change_source_writes_its_facts(conference):
    source = documents.register_source(conference, key="book", title="Book")
    parts.change_source(source, title="The Book", citation="Washington 1884")
    assert (source.key, source.title, source.citation) == ("book", "The Book", "Washington 1884")


def test_drop_occasion_takes_it_away(conference, db_session):
    parts.drop_occasion(operations.add_occasion(conference, name="Jubilee"))
    assert db_session.scalar(sa.select(sa.func.count()).select_from(Occasion)) == 0


def test_drop_instrument_takes_it_away(conference, db_session):
    parts.drop_instrument(operations.add_instrument(conference, kind="act", title="Act"))
    assert db_session.scalar(sa.select(sa.func.count()).select_from(ConveningInstrument)) == 0


def test_dropping_leaves_the_numbers_of_the_others(conference):
    first, second = (operations.add_occasion(conference, name=name) for name in ("One", "Two"))
    parts.drop_occasion(first)
    assert (second.position, operations.add_occasion(conference, name="Three").position) == (2, 3)


def test_an_archived_conference_keeps_its_occasions(archived, db_session):
    with pytest.raises(RuleViolation, match="is archived"):
        parts.drop_occasion(db_session.scalars(sa.select(Occasion)).one())


def test_an_archived_conference_keeps_its_instruments(archived, db_session):
    with pytest.raises(RuleViolation, match="is archived"):
        parts.change_instrument(db_session.scalars(sa.select(ConveningInstrument)).one(), title="Other")


def test_strike_signature_takes_the_name_away(conference):
    document = a_document(conference)
    signatory = documents.sign_document(document, an_official("A. Person"))
    documents.strike_signature(signatory)
    assert documents.sign_document(document, an_official("B. Person")).position == 1


def test_strike_signature_leaves_a_withdrawn_document_alone(conference):
    document = a_document(conference)
    signatory = documents.sign_document(document, an_official("A. Person"))
    documents.withdraw_document(document, reason="void")
    with pytest.raises(RuleViolation, match="was withdrawn"):
        documents.strike_signature(signatory)


def test_a_conference_moves_to_a_series(conference):
    series = operations.create_series(name="Congresses")
    operations.change_conference(conference, series=series, ordinal=3)
    assert (conference.series_id, conference.ordinal) == (series.id, 3)


def test_a_conference_cannot_take_a_number_that_its_new_series_has_given(conference):
    series = operations.create_series(name="Congresses")
    a_conference("Third", series=series, ordinal=3)
    operations.change_conference(conference, ordinal=3)
    with pytest.raises(RuleViolation, match="Number 3 of this series is Third"):
        operations.change_conference(conference, series=series)
