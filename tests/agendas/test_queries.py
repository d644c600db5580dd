"""Agendas as strangers and organizers read them, as trees and with their concordance."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from confapp import clock
from confapp.agendas import operations, queries
from confapp.conferences.models import DocumentState
from tests.builders import a_conference, a_document, a_session, an_agenda, an_official


@pytest.fixture
def conference(app):
    return a_conference("Meridian", state="convened", public=True)


def issued(conference, **facts):
    agenda = an_agenda(conference, **facts)
    operations.issue_agenda(agenda)
    return agenda


def test_strangers_see_no_draft(conference):
    issued(conference, key="provisional")
    an_agenda(conference, key="draft")
    an_agenda(a_conference(), key="elsewhere")
    assert [each.key for each in queries.public_agendas(conference)] == ["provisional"]


def test_organizers_see_drafts(conference):
    an_agenda(conference, key="draft")
    assert [each.key for each in queries.agendas(conference)] == ["draft"]
    assert queries.agenda_by_key(conference, "draft").number == 1


def test_agendas_stand_by_scope_and_the_newest_first(conference):
    second, first = a_session(conference, number=2), a_session(conference, number=1)
    first.position, second.position = 3, 4
    for facts in ({"session": second}, {"session": first}, {}, {}):
        issued(conference, **facts)
    read = [(each.session and each.session.number, each.number) for each in queries.public_agendas(conference)]
    assert read == [(None, 2), (None, 1), (1, 1), (2, 1)]


def test_superseded_versions_stay_readable(conference):
    first, second = issued(conference), issued(conference)
    for agenda in (first, second):
        operations.adopt_agenda(agenda)
    assert [each.state.value for each in queries.public_agendas(conference)] == ["adopted", "superseded"]


def test_in_force_is_the_adopted_version_even_if_a_newer_one_is_provisional(conference):
    operations.adopt_agenda(issued(conference))
    issued(conference)
    assert queries.public_agenda_of(conference).number == 1


def test_in_force_is_the_newest_where_none_was_adopted(conference):
    issued(conference)
    issued(conference)
    assert queries.public_agenda_of(conference).number == 2


def test_in_force_is_none_where_there_are_drafts_only(conference):
    session = a_session(conference)
    an_agenda(conference, session=session)
    assert queries.public_agenda_of(conference, session) is None


def test_documents_under_an_item_are_public_by_their_own_rule(conference, monkeypatch, db_session):
    documents = [
        a_document(conference, "Issued"),
        a_document(conference, "Draft", state=DocumentState.DRAFT),
        a_document(conference, "Embargoed", embargo_until=datetime(2100, 1, 1, tzinfo=UTC)),
    ]
    agenda = an_agenda(conference, items=0)
    operations.add_item(agenda, title="Reports", documents=documents)
    operations.issue_agenda(agenda)
    db_session.expunge_all()
    read = [each.document.title for each in queries.public_agenda_of(conference).items[0].documents]
    assert read == ["Issued"]
    db_session.expunge_all()
    monkeypatch.setattr(clock, "now", lambda: datetime(2100, 1, 1, tzinfo=UTC))
    read = [each.document.title for each in queries.public_agenda_of(conference).items[0].documents]
    assert read == ["Issued", "Embargoed"]


def test_the_tree_has_items_under_items_in_their_order(conference):
    agenda = an_agenda(conference, items=2)
    first, second = queries.agendas(conference)[0].items
    operations.add_item(agenda, title="Part", parent=second)
    operations.add_item(agenda, title="Part", parent=first)
    operations.add_item(agenda, title="Part", parent=second)
    loaded = queries.agenda_by_key(conference, agenda.key)
    read = [(node.item.number, [child.item.number for child in node.children]) for node in queries.tree(loaded)]
    assert read == [("1", ["1.1"]), ("2", ["2.1", "2.2"])]


def test_the_concordance_leads_from_old_numbers_to_new_ones(conference):
    before = an_agenda(conference, items=3)
    operations.issue_agenda(before)
    after = operations.revise_agenda(before)
    by_number = {item.number: item for item in queries.agenda_by_key(conference, after.key).items}
    operations.drop_item(by_number["2"])
    operations.change_item(by_number["3"], number="2")
    operations.add_item(after, title="Inserted", number="7 bis")
    old, new = (queries.agenda_by_key(conference, each.key) for each in (before, after))
    read = [
        (line.before and line.before.number, line.after and line.after.number) for line in queries.concordance(old, new)
    ]
    assert read == [("1", "1"), ("3", "2"), (None, "7 bis"), ("2", None)]


@pytest.mark.parametrize("count", [1, 3])
def test_public_agendas_cost_three_queries(conference, db_session, count_queries, count):
    session = a_session(conference)
    for _ in range(count):
        agenda = an_agenda(conference, items=0, session=session)
        for _ in range(count):
            documents = [a_document(conference) for _ in range(count)]
            operations.add_item(agenda, title="Reports", rapporteur=an_official(), documents=documents)
        operations.issue_agenda(agenda)
        operations.adopt_agenda(agenda, session=session)
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.public_agendas(conference)
        read = [(each.session.label, each.adopted_in.label, len(queries.tree(each))) for each in found]
        titles = [
            (item.rapporteur.name, one.document.title)
            for each in found
            for item in each.items
            for one in item.documents
        ]
    assert (len(read), len(titles), asked.count) == (count, count**3, 3)
