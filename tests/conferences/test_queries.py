"""What strangers and organizers read of conferences and documents."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from confapp import clock
from confapp.conferences import documents, operations, queries
from confapp.conferences.models import DocumentState
from confapp.errors import NotFound
from tests.builders import a_conference, a_document, an_official, an_organization, day


@pytest.fixture
def conference(app):
    return a_conference("Meridian", state="convened", public=True)


def a_full_conference(number: int):
    convener = an_organization()
    conference = a_conference(
        state="convened",
        public=True,
        starts_on=day(f"18{number:02d}"),
        series=operations.create_series(name=f"Series {number}"),
        convener=convener,
        host=convener,
        convening_official=an_official(),
        names=[{"name": "Variant"}],
        occasions=[{"name": "Jubilee"}],
        instruments=[{"kind": "act", "title": "Act"}],
    )
    for key in ("a", "b"):
        document = a_document(conference, key=key, corrects=None)
        documents.sign_document(document, an_official())
    return conference


def test_public_conferences_are_convened_and_set_public(app):
    a_conference("Planned")
    a_conference("Private", state="convened")
    a_conference("Public", state="convened", public=True)
    assert [each.name for each in queries.public_conferences()] == ["Public"]


def test_public_conferences_stand_newest_first(app):
    for year in ("1875", "1889", None, "1884"):
        starts_on = day(year) if year else None
        a_conference(year or "undated", state="convened", public=True, starts_on=starts_on)
    assert [each.name for each in queries.public_conferences()] == ["1889", "1884", "1875", "undated"]


def test_public_conference_refuses_a_private_one(app):
    a_conference("Private", state="convened")
    with pytest.raises(NotFound, match="not public"):
        queries.public_conference("private")


def test_public_conference_refuses_a_former_address(conference):
    operations.rename_conference(conference, "International Meridian Conference")
    with pytest.raises(NotFound):
        queries.public_conference("meridian")


def test_conferences_are_all_for_organizers(app):
    a_conference("Planned")
    a_conference("Public", state="convened", public=True)
    assert {each.name for each in queries.conferences()} == {"Planned", "Public"}


def test_conference_by_slug_finds_a_private_one(app):
    assert queries.conference_by_slug(a_conference("Planned").slug).name == "Planned"


@pytest.mark.parametrize("count", [1, 3])
def test_public_conferences_cost_one_query(app, db_session, count_queries, count):
    for number in range(count):
        a_full_conference(number)
    db_session.expire_all()
    with count_queries() as asked:
        names = [each.series.name for each in queries.public_conferences()]
    assert (len(names), asked.count) == (count, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_public_conference_costs_four_queries(app, db_session, count_queries, count):
    conference = a_full_conference(84)
    for number in range(count - 1):
        operations.add_occasion(conference, name=f"Occasion {number}")
        operations.add_instrument(conference, kind="act", title="Act")
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.public_conference(conference.slug)
        read = [found.series.name, found.convener.name, found.host.name, found.convening_official.name]
        read += [len(found.names), len(found.occasions), len(found.instruments)]
    assert (read[-2:], asked.count) == ([count, count], 4)


def test_public_series_shows_its_public_conferences_in_their_order(app):
    series = operations.create_series(name="Geodetic")
    for ordinal, public in ((2, True), (1, True), (3, False)):
        a_conference(f"No. {ordinal}", series=series, ordinal=ordinal, state="convened", public=public)
    found, members = queries.public_series("geodetic")
    assert (found.id, [each.name for each in members]) == (series.id, ["No. 1", "No. 2"])


def test_public_series_refuses_one_without_public_conferences(app):
    a_conference("A", series=operations.create_series(name="Geodetic"), ordinal=1)
    with pytest.raises(NotFound):
        queries.public_series("geodetic")


def test_next_ordinal_goes_on(app):
    series = operations.create_series(name="Geodetic")
    a_conference("A", series=series, ordinal=7)
    assert queries.next_ordinal(series) == 8


def test_public_documents_are_issued(conference):
    a_document(conference, "Draft", state=DocumentState.DRAFT)
    documents.withdraw_document(a_document(conference, "Withdrawn"), reason="Mistake")
    a_document(conference, "Issued")
    a_document(a_conference(), "Elsewhere")
    assert [each.title for each in queries.public_documents(conference)] == ["Issued"]


def test_public_documents_stand_by_symbol(conference):
    for symbol in ("IMC/2", None, "IMC/1"):
        a_document(conference, symbol or "Without", symbol=symbol)
    assert [each.symbol for each in queries.public_documents(conference)] == ["IMC/1", "IMC/2", None]


def test_an_embargo_hides_a_document_until_its_instant(conference, monkeypatch):
    until = datetime(2026, 5, 4, 12, tzinfo=UTC)
    a_document(conference, key="speech", embargo_until=until)
    monkeypatch.setattr(clock, "now", lambda: until - timedelta(seconds=1))
    assert queries.public_documents(conference) == []
    with pytest.raises(NotFound):
        queries.public_document(conference, "speech")
    monkeypatch.setattr(clock, "now", lambda: until)
    assert queries.public_document(conference, "speech").key == "speech"


def test_documents_are_all_for_organizers(conference):
    a_document(conference, "Draft", state=DocumentState.DRAFT)
    a_document(conference, "Issued")
    assert [each.title for each in queries.documents(conference)] == ["Draft", "Issued"]


def test_document_by_key_finds_a_draft(conference):
    a_document(conference, key="draft", state=DocumentState.DRAFT)
    assert queries.document_by_key(conference, "draft").key == "draft"


@pytest.mark.parametrize("count", [1, 3])
def test_public_documents_cost_two_queries(conference, db_session, count_queries, count):
    for number in range(count):
        document = a_document(conference, key=f"d{number}", corrects=a_document(conference, state=DocumentState.DRAFT))
        documents.sign_document(document, an_official(email="private@example.org"))
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.public_documents(conference)
        read = [(each.corrects.id, [sign.official.name for sign in each.signatories]) for each in found]
    assert (len(read), asked.count) == (count, 2)


def test_rulebook_in_force_is_the_last_one(conference):
    documents.adopt_rulebook(conference, name="First", preset="as-in-1884")
    documents.adopt_rulebook(conference, name="Second", preset="as-in-1884")
    assert queries.rulebook_in_force(conference).name == "Second"


def test_sources_stand_in_their_order(conference):
    for key in ("B", "A"):
        documents.register_source(conference, key=key, title=key)
    assert [each.key for each in queries.sources(conference)] == ["B", "A"]


def test_all_series_stand_by_name(app):
    for name in ("Zonal", "Arctic"):
        operations.create_series(name=name)
    assert [each.name for each in queries.all_series()] == ["Arctic", "Zonal"]
