"""Agendas: versions, items, adoption, and what stays as it was issued."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.agendas import operations
from confapp.agendas.models import AgendaItem, AgendaItemDocument, AgendaState, ItemKind
from confapp.errors import RuleViolation, StaleEdit
from confapp.programme.operations import cancel_session
from tests.builders import a_conference, a_document, a_session, an_agenda, an_official, moment


@pytest.fixture
def conference(app):
    return a_conference()


@pytest.fixture
def agenda(conference):
    return an_agenda(conference, items=2)


def items_of(agenda, db_session):
    return db_session.scalars(
        sa.select(AgendaItem).where(AgendaItem.agenda_id == agenda.id).order_by(AgendaItem.position)
    ).all()


def adopted(agenda, **facts):
    operations.issue_agenda(agenda)
    operations.adopt_agenda(agenda, **facts)
    return agenda


def test_draft_counts_versions_of_each_scope(conference, agenda):
    session = a_session(conference)
    assert [an_agenda(conference).number, an_agenda(conference, session=session).number] == [2, 1]


def test_draft_names_its_scope_in_the_key(conference):
    session = a_session(conference, label="section-2-3")
    assert an_agenda(conference, session=session).key == "session-section-2-3-1"


def test_draft_refuses_a_session_of_another_conference(conference):
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        an_agenda(conference, session=a_session(a_conference()))


def test_draft_refuses_to_replace_one_of_another_scope(conference, agenda):
    with pytest.raises(RuleViolation, match="same scope"):
        operations.draft_agenda(conference, session=a_session(conference), replaces=agenda)


def test_add_item_numbers_items(agenda, db_session):
    assert [item.number for item in items_of(agenda, db_session)] == ["1", "2"]


def test_add_item_numbers_items_under_an_item(agenda, db_session):
    parent = items_of(agenda, db_session)[1]
    operations.add_item(agenda, title="First part", parent=parent)
    assert operations.add_item(agenda, title="Second part", parent=parent).number == "2.2"


def test_add_item_takes_a_label_as_number(agenda):
    item = operations.add_item(agenda, title="Inserted", number="7 bis", kind=ItemKind.ELECTION)
    assert (item.number, item.key, item.position, item.kind) == ("7 bis", "item-7-bis", 3, ItemKind.ELECTION)


def test_add_item_refuses_a_taken_number(agenda):
    with pytest.raises(RuleViolation, match="There is an item 2 already"):
        operations.add_item(agenda, title="Again", number="2")


def test_add_item_refuses_a_parent_on_another_agenda(agenda, db_session):
    other = items_of(an_agenda(), db_session)[0]
    with pytest.raises(RuleViolation, match="stands on another agenda"):
        operations.add_item(agenda, title="Part", parent=other)


def test_add_item_refuses_no_minutes(agenda):
    with pytest.raises(RuleViolation, match="at least one minute"):
        operations.add_item(agenda, title="Short", duration_minutes=0)


def test_add_item_attaches_documents_in_order(conference, agenda, db_session):
    documents = [a_document(conference, "A"), a_document(conference, "B")]
    item = operations.add_item(agenda, title="Reports", documents=documents, rapporteur=an_official())
    attached = sa.select(AgendaItemDocument.document_id).where(AgendaItemDocument.item_id == item.id)
    found = db_session.scalars(attached.order_by(AgendaItemDocument.position)).all()
    assert found == [each.id for each in documents]


def test_add_item_refuses_a_document_of_another_conference(agenda):
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        operations.add_item(agenda, title="Reports", documents=[a_document()])


def test_change_item_changes_a_draft(agenda, db_session):
    item = items_of(agenda, db_session)[0]
    operations.change_item(item, version=1, title="Opening", number="I")
    assert (item.title, item.number) == ("Opening", "I")


def test_change_item_refuses_a_stale_form(agenda, db_session):
    item = items_of(agenda, db_session)[0]
    operations.change_item(item, version=1, title="Opening")
    with pytest.raises(StaleEdit):
        operations.change_item(item, version=1, title="Welcome")


def test_change_item_refuses_a_taken_number(agenda, db_session):
    with pytest.raises(RuleViolation, match="There is an item 2 already"):
        operations.change_item(items_of(agenda, db_session)[0], number="2")


def test_drop_item_takes_it_out_of_a_draft(conference, agenda, db_session):
    item = operations.add_item(agenda, title="Reports", documents=[a_document(conference)])
    operations.drop_item(item)
    assert [each.number for each in items_of(agenda, db_session)] == ["1", "2"]


def test_drop_item_refuses_one_with_others_under_it(agenda, db_session):
    parent = items_of(agenda, db_session)[0]
    operations.add_item(agenda, title="Part", parent=parent)
    with pytest.raises(RuleViolation, match="Item 1 has others under it"):
        operations.drop_item(parent)


@pytest.mark.parametrize(
    "act",
    [
        lambda agenda, _item: operations.add_item(agenda, title="Late"),
        lambda _agenda, item: operations.change_item(item, title="Late"),
        lambda _agenda, item: operations.drop_item(item),
        lambda agenda, _item: operations.issue_agenda(agenda),
    ],
)
def test_an_issued_version_stays_as_it_is(agenda, db_session, act):
    operations.issue_agenda(agenda)
    with pytest.raises(RuleViolation, match="Draft a new version"):
        act(agenda, items_of(agenda, db_session)[0])


def test_issue_refuses_an_empty_agenda(conference):
    with pytest.raises(RuleViolation, match="without items says nothing"):
        operations.issue_agenda(an_agenda(conference, items=0))


def test_adopt_keeps_when_and_where(conference, agenda):
    session = a_session(conference)
    adopted(agenda, at=moment("1884-10-01"), session=session, note="Without objection")
    assert (agenda.state, agenda.adopted, agenda.adopted_in_id, agenda.adoption_note) == (
        AgendaState.ADOPTED,
        moment("1884-10-01"),
        session.id,
        "Without objection",
    )


def test_adopt_refuses_a_draft(agenda):
    with pytest.raises(RuleViolation, match="Issue it first"):
        operations.adopt_agenda(agenda)


def test_adopt_supersedes_the_versions_before_it(conference, agenda):
    adopted(agenda)
    provisional = operations.revise_agenda(agenda)
    operations.issue_agenda(provisional)
    last = adopted(operations.revise_agenda(provisional))
    assert [each.state for each in (agenda, provisional, last)] == [
        AgendaState.SUPERSEDED,
        AgendaState.SUPERSEDED,
        AgendaState.ADOPTED,
    ]


def test_adopt_leaves_the_agendas_of_other_scopes(conference, agenda):
    of_session = adopted(an_agenda(conference, session=a_session(conference)))
    adopted(agenda)
    assert of_session.state is AgendaState.ADOPTED


def test_adopt_refuses_a_version_that_was_overtaken(conference, agenda):
    operations.issue_agenda(agenda)
    adopted(operations.revise_agenda(agenda))
    with pytest.raises(RuleViolation, match="Only a provisional agenda"):
        operations.adopt_agenda(agenda)


def test_adopt_refuses_an_earlier_version_issued_late(conference, agenda):
    adopted(an_agenda(conference))
    operations.issue_agenda(agenda)
    with pytest.raises(RuleViolation, match="Version 2 was adopted already"):
        operations.adopt_agenda(agenda)


def test_adopt_refuses_a_cancelled_session(conference, agenda):
    session = a_session(conference)
    cancel_session(session)
    operations.issue_agenda(agenda)
    with pytest.raises(RuleViolation, match="was cancelled"):
        operations.adopt_agenda(agenda, session=session)


def test_adopt_refuses_a_session_of_another_conference(agenda):
    operations.issue_agenda(agenda)
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        operations.adopt_agenda(agenda, session=a_session(a_conference()))


def test_the_database_keeps_an_adopted_version(agenda, db_session):
    adopted(agenda)
    with pytest.raises(sa.exc.IntegrityError, match="never changed"):
        db_session.execute(sa.update(AgendaItem).where(AgendaItem.agenda_id == agenda.id).values(title="Forged"))


def test_revise_copies_the_tree_and_points_to_what_it_continues(conference, agenda, db_session):
    parent, document = items_of(agenda, db_session)[1], a_document(conference)
    operations.add_item(agenda, title="Part", parent=parent, documents=[document], rapporteur=an_official())
    revision = operations.revise_agenda(agenda)
    old, new = items_of(agenda, db_session), items_of(revision, db_session)
    assert [item.number for item in new] == ["1", "2", "2.1"]
    assert [item.replaces_id for item in new] == [item.id for item in old]
    assert (new[2].parent_id, new[2].rapporteur_id) == (new[1].id, old[2].rapporteur_id)
    assert revision.replaces_id == agenda.id


def test_conclude_keeps_the_outcome_of_an_adopted_item(agenda, db_session):
    adopted(agenda)
    item = items_of(agenda, db_session)[0]
    operations.conclude_item(item, outcome="Elected by acclamation")
    assert item.outcome == "Elected by acclamation"


def test_conclude_refuses_an_item_of_a_draft(agenda, db_session):
    with pytest.raises(RuleViolation, match="is a draft"):
        operations.conclude_item(items_of(agenda, db_session)[0], outcome="Done")
