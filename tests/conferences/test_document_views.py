"""Documents at the desk: registered under a symbol, signed, issued, withdrawn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from confapp.conferences import directory, documents, queries
from confapp.conferences.models import DocumentState
from confapp.permissions import Role
from tests.builders import a_conference, a_document, an_official, day

LISTING_QUERIES = 7


@pytest.fixture
def conference(app, db_session):
    return a_conference("Congress", short_name="IPC", zone="Europe/Zurich")


@pytest.fixture
def secretary(signed_in_as, conference):
    return signed_in_as(Role.SECRETARY, conference)


def at(conference, page: str = "") -> str:
    return f"/manage/conferences/{conference.slug}/documents/{page}"


def kept(conference, key: str):
    return queries.document_by_key(conference, key)


def test_a_document_is_registered_as_a_draft(secretary, conference):
    form = {"title": "Report", "kind": "report", "symbol": "IPC/1", "issued_on": "October 1884", "state": "draft"}
    answer = secretary.post(at(conference, "new/"), data=form)
    document = kept(conference, "ipc-1")
    assert answer.headers["Location"] == at(conference, "ipc-1/")
    assert (document.title, document.symbol, document.issued_on, document.state) == (
        "Report",
        "IPC/1",
        day("1884-10"),
        DocumentState.DRAFT,
    )


def test_the_next_symbol_is_offered(secretary, conference):
    a_document(conference, symbol="IPC/7")
    assert 'value="IPC/8"' in secretary.get(at(conference, "new/")).text


@pytest.mark.parametrize(
    ("symbols", "expected"),
    [([], "IPC/1"), (["IPC/1"], "IPC/2"), (["IPC/INF.3"], "IPC/INF.4"), (["IPC/2", "IPC/1"], "IPC/3")],
)
def test_next_symbol_counts_on(conference, symbols, expected):
    for symbol in symbols:
        a_document(conference, symbol=symbol)
    assert directory.next_symbol(conference) == expected


def test_next_symbol_follows_documents_and_no_corrections(conference):
    report = a_document(conference, symbol="IPC/1")
    a_document(conference, symbol="IPC/1/Corr.1", corrects=report)
    assert directory.next_symbol(conference) == "IPC/2"


def test_without_a_short_title_no_symbol_is_offered(app):
    assert directory.next_symbol(a_conference()) is None


def test_a_wrong_symbol_is_said_beside_its_field(secretary, conference):
    form = {"title": "Report", "kind": "report", "symbol": "report one", "state": "draft"}
    answer = secretary.post(at(conference, "new/"), data=form)
    assert (answer.status_code, 'id="symbol-error"' in answer.text, 'value="report one"' in answer.text) == (
        422,
        True,
        True,
    )


def test_an_embargo_is_read_by_the_clock_of_the_conference(secretary, conference):
    form = {"title": "A", "kind": "report", "state": "issued", "embargo_until": "1 July 2026, 13:00"}
    secretary.post(at(conference, "new/"), data=form)
    assert kept(conference, "a").embargo_until == datetime(2026, 7, 1, 11, tzinfo=UTC)


def test_an_embargo_needs_its_time(secretary, conference):
    form = {"title": "A", "kind": "report", "state": "issued", "embargo_until": "July 2026"}
    assert 'id="embargo_until-error"' in secretary.post(at(conference, "new/"), data=form).text


def test_editing_keeps_an_embargo(secretary, conference):
    until = datetime(2026, 7, 1, 11, tzinfo=UTC)
    document = a_document(conference, key="a", embargo_until=until)
    page = secretary.get(at(conference, "a/edit/")).text
    shown = page.partition('name="embargo_until"')[2].partition('value="')[2].partition('"')[0]
    form = {"version": document.version, "title": "A", "kind": "report", "embargo_until": shown}
    secretary.post(at(conference, "a/edit/"), data=form)
    assert (kept(conference, "a").title, kept(conference, "a").embargo_until) == ("A", until)


def test_a_stale_edit_shows_both_texts(secretary, conference):
    document = a_document(conference, key="a")
    form = {"version": document.version, "title": "Mine", "kind": "report"}
    documents.change_document(document, title="Theirs")
    answer = secretary.post(at(conference, "a/edit/"), data=form)
    assert (answer.status_code, 'value="Mine"' in answer.text, "Theirs" in answer.text) == (409, True, True)


def test_a_correction_names_what_it_corrects(secretary, conference):
    report = a_document(conference, key="a", symbol="IPC/1")
    form = {"title": "Corrigendum", "kind": "corrigendum", "symbol": "IPC/1/Corr.1", "state": "issued"}
    secretary.post(at(conference, "new/"), data=form | {"corrects": report.id})
    assert kept(conference, "ipc-1-corr-1").corrects.key == "a"


def test_a_document_of_another_conference_is_not_chosen(secretary, conference):
    other = a_document(a_conference())
    form = {"title": "B", "kind": "report", "state": "draft", "corrects": other.id}
    secretary.post(at(conference, "new/"), data=form)
    assert kept(conference, "b").corrects is None


def test_a_draft_is_issued(secretary, conference):
    a_document(conference, key="a", state=DocumentState.DRAFT)
    secretary.post(at(conference, "a/issue/"))
    assert kept(conference, "a").state is DocumentState.ISSUED


def test_what_is_issued_cannot_be_issued_again(secretary, conference):
    a_document(conference, key="a")
    assert "is no draft" in secretary.post(at(conference, "a/issue/"), follow_redirects=True).text


def test_a_signature_is_noted_and_taken_away(secretary, conference):
    a_document(conference, key="a")
    person = an_official("A. Person")
    secretary.post(at(conference, "a/sign/"), data={"official": person.id, "capacity": "President"})
    assert [(one.official.name, one.capacity) for one in kept(conference, "a").signatories] == [
        ("A. Person", "President")
    ]
    secretary.post(at(conference, "a/signatories/1/strike/"))
    assert kept(conference, "a").signatories == []


def test_a_signatory_is_made_on_the_spot(secretary, conference):
    a_document(conference, key="a")
    secretary.post(at(conference, "a/sign/"), data={"official": "new:B. Person"})
    assert [one.official.name for one in kept(conference, "a").signatories] == ["B. Person"]


def test_nobody_signs_twice(secretary, conference):
    document = a_document(conference, key="a")
    person = an_official("A. Person")
    documents.sign_document(document, person)
    answer = secretary.post(at(conference, "a/sign/"), data={"official": person.id})
    assert (answer.status_code, "has signed it already" in answer.text) == (422, True)


def test_withdrawing_needs_a_reason(secretary, conference):
    a_document(conference, key="a")
    secretary.post(at(conference, "a/withdraw/"), data={"reason": ""})
    assert kept(conference, "a").state is DocumentState.ISSUED
    secretary.post(at(conference, "a/withdraw/"), data={"reason": "Issued in error"})
    assert (kept(conference, "a").state, kept(conference, "a").withdrawn_reason) == (
        DocumentState.WITHDRAWN,
        "Issued in error",
    )


def test_a_withdrawn_document_offers_no_edit(secretary, conference):
    documents.withdraw_document(a_document(conference, key="a"), reason="void")
    page = secretary.get(at(conference, "a/")).text
    assert ("Withdrawn: void" in page, "a/edit/" in page) == (True, False)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Alpha", "Beta"]),
        ("?q=alpha", ["Alpha"]),
        ("?q=IPC/2", ["Beta"]),
        ("?state=draft", ["Beta"]),
        ("?part=signed", ["Alpha"]),
        ("?part=corrections", []),
        ("?part=embargo", []),
        ("?sort=name&direction=descending", ["Beta", "Alpha"]),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(secretary, conference, query, expected):
    alpha = a_document(conference, "Alpha", symbol="IPC/1")
    documents.sign_document(alpha, an_official())
    a_document(conference, "Beta", symbol="IPC/2", state=DocumentState.DRAFT)
    table = secretary.get(at(conference, query)).text.partition("<table")[2]
    assert [part.partition("<")[0] for part in table.split('"><bdi>')[1:]] == expected


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_many(secretary, conference, count_queries, db_session, count):
    for _number in range(count):
        documents.sign_document(a_document(conference), an_official())
    address = at(conference)
    db_session.expire_all()
    with count_queries() as asked:
        secretary.get(address)
    assert asked.count == LISTING_QUERIES


def test_an_empty_list_leads_on(secretary, conference):
    assert "Register the first one" in secretary.get(at(conference)).text


def test_a_delegate_reads_and_registers_nothing(signed_in_as, conference):
    delegate = signed_in_as(Role.DELEGATE, conference)
    answers = delegate.get(at(conference)).status_code, delegate.get(at(conference, "new/")).status_code
    assert answers == (200, 403)


@pytest.mark.parametrize("page", ["none/", "a/signatories/9/strike/"])
def test_what_is_not_there_is_not_found(secretary, conference, page):
    a_document(conference, key="a")
    answer = secretary.post(at(conference, page)) if "strike" in page else secretary.get(at(conference, page))
    assert answer.status_code == 404
