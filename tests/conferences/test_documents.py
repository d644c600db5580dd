"""Rulebooks, sources and documents with their symbols."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from confapp.conferences import documents
from confapp.conferences.models import DocumentSignatory, DocumentState
from confapp.errors import RuleViolation, StaleEdit
from tests.builders import a_conference, a_document, an_official, moment

GOOD = ["IOF/CONF.2/SR.1", "IOF/CONF.2/SR.1/Corr.1", "IOF/CONF.2/1/Rev.1", "A/RES/1", "IMC/7", "IMC/INF.3/Add.1/Corr.2"]
BAD = ["", "IMC", "imc/1", "IMC/", "IMC/SR.", "IMC//1", "IMC/1/Foo.1", "IMC/1 ", "/1", "IMC/1/Corr.x"]


@pytest.fixture
def conference(app):
    return a_conference()


def test_adopt_takes_a_preset(conference):
    rulebook = documents.adopt_rulebook(conference, name="Rules", preset="as-in-1884", adopted=moment("1884-10-02"))
    assert (rulebook.number, rulebook.preset, rulebook.rules["unit"]) == (1, "as-in-1884", "delegation")


def test_adopt_counts_versions(conference):
    documents.adopt_rulebook(conference, name="Rules", preset="as-in-1884")
    assert documents.adopt_rulebook(conference, name="Rules", preset="un-general-assembly").number == 2


def test_adopt_refuses_an_unknown_preset(conference):
    with pytest.raises(RuleViolation, match="There is no preset"):
        documents.adopt_rulebook(conference, name="Rules", preset="as-in-1815")


def test_adopt_refuses_no_rules(conference):
    with pytest.raises(RuleViolation, match="choose a preset or write them"):
        documents.adopt_rulebook(conference, name="Rules")


def test_adopt_writes_every_rule_out(conference):
    first = documents.adopt_rulebook(conference, name="Rules", preset="as-in-1884")
    again = documents.adopt_rulebook(conference, name="Rules", rules=first.rules)
    assert again.rules == first.rules


def test_adopt_refuses_rules_that_are_none(conference):
    with pytest.raises(RuleViolation):
        documents.adopt_rulebook(conference, name="Rules", rules={"unit": "by shouting"})


def test_register_source_refuses_a_taken_key(conference):
    documents.register_source(conference, key="PG17759", title="Protocols")
    with pytest.raises(RuleViolation, match="PG17759"):
        documents.register_source(conference, key="PG17759", title="Another")


def test_register_source_keeps_the_order(conference):
    documents.register_source(conference, key="A", title="A")
    assert documents.register_source(conference, key="B", title="B").position == 2


@pytest.mark.parametrize("symbol", GOOD)
def test_register_takes_symbols_of_the_grammar(conference, symbol):
    assert a_document(conference, symbol=symbol).symbol == symbol


@pytest.mark.parametrize("symbol", BAD)
def test_register_refuses_other_symbols(conference, symbol):
    with pytest.raises(RuleViolation, match="no document symbol"):
        a_document(conference, symbol=symbol)


@given(st.text(max_size=30))
def test_symbols_are_never_split_differently(text):
    assert documents.SYMBOL.fullmatch(text) is None or text.isascii()


def test_register_refuses_a_used_symbol_and_names_its_document(conference):
    a_document(conference, "Final Act", symbol="IMC/1")
    with pytest.raises(RuleViolation, match="IMC/1 is “Final Act”"):
        a_document(conference, "Another", symbol="IMC/1")


def test_register_refuses_the_symbol_of_a_withdrawn_document(conference):
    documents.withdraw_document(a_document(conference, symbol="IMC/1"), reason="Mistake")
    with pytest.raises(RuleViolation, match="never again"):
        a_document(conference, "Another", symbol="IMC/1")


def test_register_takes_the_symbol_of_another_conference(conference):
    a_document(conference, symbol="IMC/1")
    assert a_document(a_conference(), symbol="IMC/1").symbol == "IMC/1"


def test_register_makes_a_key_from_the_symbol(conference):
    assert a_document(conference, symbol="IMC/SR.1").key == "imc-sr-1"


def test_register_refuses_to_correct_a_document_of_another_conference(conference):
    with pytest.raises(RuleViolation, match="belongs to another conference"):
        a_document(conference, corrects=a_document(a_conference()))


def test_change_keeps_an_issued_symbol(conference):
    with pytest.raises(RuleViolation, match="was issued under this symbol"):
        documents.change_document(a_document(conference, symbol="IMC/1"), symbol="IMC/2")


def test_change_gives_a_draft_another_symbol(conference):
    document = a_document(conference, symbol="IMC/1", state=DocumentState.DRAFT)
    documents.change_document(document, symbol="IMC/2", title="Draft")
    assert (document.symbol, document.title) == ("IMC/2", "Draft")


def test_change_refuses_a_stale_form(conference):
    document = a_document(conference)
    documents.change_document(document, version=1, title="New")
    with pytest.raises(StaleEdit):
        documents.change_document(document, version=1, title="Newer")


def test_change_refuses_to_correct_itself(conference):
    document = a_document(conference)
    with pytest.raises(RuleViolation, match="cannot correct itself"):
        documents.change_document(document, corrects=document)


def test_issue_shows_a_draft(conference):
    document = a_document(conference, state=DocumentState.DRAFT)
    documents.issue_document(document)
    assert document.state is DocumentState.ISSUED


def test_issue_refuses_an_issued_one(conference):
    with pytest.raises(RuleViolation, match="is no draft"):
        documents.issue_document(a_document(conference))


def test_sign_keeps_the_order_of_signatures(conference, db_session):
    document = a_document(conference)
    for name in ("Rodgers", "Janssen"):
        documents.sign_document(document, an_official(name), capacity="Delegate")
    assert list(db_session.scalars(sa.select(DocumentSignatory.position))) == [1, 2]


def test_sign_refuses_a_second_signature(conference):
    document, official = a_document(conference), an_official("Rodgers")
    documents.sign_document(document, official)
    with pytest.raises(RuleViolation, match="Rodgers has signed it already"):
        documents.sign_document(document, official)


def test_withdraw_keeps_the_reason(conference):
    document = a_document(conference)
    documents.withdraw_document(document, reason="Superseded")
    assert (document.state, document.withdrawn_reason) == (DocumentState.WITHDRAWN, "Superseded")


@pytest.mark.parametrize(
    "act",
    [
        lambda document: documents.withdraw_document(document, reason="Again"),
        lambda document: documents.change_document(document, title="New"),
        lambda document: documents.sign_document(document, an_official()),
    ],
)
def test_a_withdrawn_document_stays_as_it_is(conference, act):
    document = a_document(conference)
    documents.withdraw_document(document, reason="Mistake")
    with pytest.raises(RuleViolation, match="stays as it is"):
        act(document)
