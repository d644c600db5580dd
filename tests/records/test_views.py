"""The pages of records at the desk."""

from __future__ import annotations

import re

import pytest

from confapp.permissions import Role
from confapp.records import operations, queries
from confapp.records.desk import LISTING, listed, places_in
from confapp.records.models import ApprovalManner, OverlayPlace, RecordState
from tests.builders import moment
from tests.records import holding

MAY = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY}
APPROVE = {Role.ADMINISTRATOR, Role.ORGANIZER}


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.ORGANIZER, conference)


@pytest.fixture
def base(conference, db_session):
    db_session.flush()
    return f"/manage/conferences/{conference.slug}/records/"


@pytest.fixture
def record(held, db_session):
    record = operations.draft_record(held.row, language="en")
    db_session.flush()
    return record


@pytest.fixture
def home(base, record):
    return f"{base}{record.session.label}/en/"


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def approve(record, manner=ApprovalManner.IN_SOURCE):
    operations.approve_record(record, manner=manner, at=moment("1884-10-20"))


@pytest.mark.parametrize("role", Role)
def test_who_may_write_records(signed_in_as, conference, base, home, role):
    browser = signed_in_as(role, conference)
    pages = (base, f"{base}new/", home, f"{home}paragraphs/new/", f"{home}circulate/", f"{home}correct/")
    expected = 200 if role in MAY else 404 if role is Role.CONVENER else 403
    assert {browser.get(page).status_code for page in pages} == {expected}


@pytest.mark.parametrize("role", Role)
def test_who_may_approve_records(signed_in_as, conference, home, role):
    expected = 200 if role in APPROVE else 404 if role is Role.CONVENER else 403
    assert signed_in_as(role, conference).get(f"{home}approve/").status_code == expected


def test_sessions_without_a_record_lead_to_its_draft(browser, base, held):
    assert f'href="{base}new/?session={held.row.label}"' in browser.get(base).text


def test_a_record_is_drafted_from_the_log(browser, base, held):
    answer = browser.post(f"{base}new/", data={"session": held.row.label, "language": "en", "kind": "summary"})
    assert answer.location == f"{base}{held.row.label}/en/"
    assert "The hall was cold." in text_of(browser.get(answer.location))


def test_a_second_record_in_a_language_is_refused_beside_its_field(browser, base, record):
    data = {"session": record.session.label, "language": "en", "kind": "summary"}
    answer = browser.post(f"{base}new/", data=data)
    assert (answer.status_code, 'id="language-error"' in answer.text) == (422, True)


@pytest.mark.parametrize(("query", "count"), [("", 1), ("?state=approved", 0), ("?language=en", 1), ("?q=nothing", 0)])
def test_the_list_narrows(browser, base, record, query, count):
    rows = re.findall(r'<th scope="row">', browser.get(base + query).text)
    assert len(rows) == count


@pytest.mark.parametrize("sort", list(LISTING.sorts))
def test_the_list_sorts(browser, base, record, sort):
    assert browser.get(f"{base}?sort={sort}&direction=descending").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_many(app, conference, delegations, db_session, count_queries, count):
    for _ in range(count):
        operations.draft_record(holding.held_session(conference, delegations).row, language="en")
    db_session.flush()
    db_session.expunge_all()
    with app.test_request_context("/"), count_queries() as asked:
        labels = [row.session.label for row in listed(conference.id).rows]
    assert (len(labels), asked.count) == (count, 2)


def test_a_paragraph_is_set_instead_of_an_entry(browser, home, record, held):
    data = {"anchor": held.note.uid, "place": "instead", "text": "It was *warm*."}
    assert browser.post(f"{home}paragraphs/new/", data=data).location == home
    page = browser.get(home).text
    assert ("It was <em>warm</em>." in page, "The hall was cold." in page) == (True, False)


def test_a_preview_saves_nothing(browser, home, record):
    data = {"place": "after", "text": "**New** <script>", "preview": "1"}
    answer = browser.post(f"{home}paragraphs/new/", data=data)
    assert "<strong>New</strong> &lt;script&gt;" in answer.text
    assert list(queries.overlays_of(record)) == []


def test_what_is_typed_is_previewed_as_a_fragment(browser, base):
    answer = browser.post(f"{base}preview/", data={"text": "*One*\n\n<b>two</b>"})
    assert answer.text == "<p><em>One</em></p>\n<p>&lt;b&gt;two&lt;/b&gt;</p>"


def test_an_empty_paragraph_is_refused_and_the_place_is_kept(browser, home, held):
    answer = browser.post(f"{home}paragraphs/new/", data={"anchor": held.note.uid, "place": "before", "text": " "})
    assert answer.status_code == 422
    assert re.search(rf'selected value="{held.note.uid}"', answer.text)


def test_a_paragraph_whose_entry_is_replaced_keeps_its_place_in_the_form(record, held):
    operations.overlay_paragraph(record, text="Anew.", anchor=held.note.uid, place=OverlayPlace.INSTEAD)
    assert held.note.uid in places_in(record)


def test_a_stale_edit_shows_both_texts(browser, home, record, db_session):
    overlay = operations.overlay_paragraph(record, text="First.")
    version = overlay.version
    operations.change_overlay(overlay, text="Theirs.", anchor=None, place=overlay.place)
    db_session.flush()
    data = {"version": str(version), "place": "after", "text": "Mine."}
    answer = browser.post(f"{home}paragraphs/{overlay.uid}/", data=data)
    assert (answer.status_code, "Mine." in answer.text, "Theirs." in answer.text) == (409, True, True)


def test_earlier_versions_are_compared_and_restored(browser, home, record):
    overlay = operations.overlay_paragraph(record, text="The hall was cold.")
    address = f"{home}paragraphs/{overlay.uid}/"
    data = {"version": str(overlay.version), "place": "after", "text": "The hall was warm."}
    browser.post(address, data=data)
    page = browser.get(f"{address}versions/").text
    assert "The hall was <del>cold</del><ins>warm</ins>." in page
    restore = re.search(r'href="([^"]+\?before=\d+)"', page)
    assert restore is not None
    assert "The hall was cold.</textarea>" in browser.get(restore[1]).text.replace("\r", "")


def test_a_paragraph_is_taken_out(browser, home, record):
    overlay = operations.overlay_paragraph(record, text="Too much.")
    assert browser.post(f"{home}paragraphs/{overlay.uid}/remove/").location == home
    assert list(queries.overlays_of(record)) == []


def test_a_record_is_circulated_corrected_and_compared(browser, home, record, held):
    browser.post(f"{home}circulate/", data={"on": "15 October 1884"})
    data = {"anchor": held.note.uid, "place": "instead", "text": "The hall was heated.", "on": "16 October 1884"}
    assert browser.post(f"{home}correct/", data=data).location == home
    page = browser.get(f"{home}revisions/1/")
    assert ("<del>The hall was cold." in page.text, "The hall was heated.</ins>" in page.text) == (True, True)
    assert browser.get(f"{home}revisions/9/").status_code == 404


def test_a_record_is_approved_by_correspondence(browser, home, record):
    browser.post(f"{home}circulate/", data={"on": "15 October 1884"})
    browser.post(f"{home}approve/", data={"manner": "correspondence", "at": "20 October 1884"})
    assert queries.record_of(record.session, "en").state is RecordState.APPROVED


def test_a_later_session_approves_a_record(browser, home, record, conference, delegations, db_session):
    operations.circulate_record(record, on=moment("1884-10-13T18:00"))
    later = holding.held_session(conference, delegations).row
    later.opened = moment("1884-10-14T13:00")
    db_session.flush()
    browser.post(f"{home}approve/", data={"manner": "session", "in_session": later.label})
    found = queries.record_of(record.session, "en")
    assert (found.state, found.approved_in_id) == (RecordState.APPROVED, later.id)


def test_an_approval_before_circulation_is_refused_in_words(browser, home, record):
    answer = browser.post(f"{home}approve/", data={"manner": "correspondence"})
    assert (answer.status_code, "has not been circulated yet" in answer.text) == (422, True)


def test_an_approved_record_gets_a_corrigendum(browser, home, record):
    approve(record)
    paragraph = next(one for one in record.paragraphs if "cold" in one["text"])
    form = browser.get(f"{home}corrigendum/?paragraph={paragraph['id']}").text
    assert "The hall was cold." in form
    data = {"paragraph": paragraph["id"], "new_text": "The hall was warm.", "reason": "The stenographer erred."}
    assert browser.post(f"{home}corrigendum/", data=data).location == home
    assert "The stenographer erred." in text_of(browser.get(home))


def test_an_approved_record_takes_no_paragraph(browser, home, record):
    approve(record)
    answer = browser.post(f"{home}paragraphs/new/", data={"place": "after", "text": "Late."})
    assert (answer.status_code, "Issue a corrigendum to it." in answer.text) == (422, True)


@pytest.mark.parametrize("path", ["9/en/", "1/zz/", "1/en/paragraphs/none/", "1/en/paragraphs/none/versions/"])
def test_what_is_not_there_is_not_found(browser, base, record, path):
    assert browser.get(base + path).status_code == 404
