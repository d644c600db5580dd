"""The pages of agendas at the desk."""

from __future__ import annotations

import re

import pytest

from confapp.agendas import directory, operations
from confapp.agendas.models import AgendaState
from confapp.agendas.queries import tree
from confapp.permissions import Role
from tests.builders import a_conference, a_document, a_session, an_agenda, an_official

EDIT = {Role.ADMINISTRATOR, Role.ORGANIZER, Role.SECRETARY}


@pytest.fixture
def conference(db_session):
    conference = a_conference()
    db_session.flush()
    return conference


@pytest.fixture
def browser(signed_in_as, conference):
    return signed_in_as(Role.SECRETARY, conference)


@pytest.fixture
def base(conference):
    return f"/manage/conferences/{conference.slug}/agendas/"


@pytest.fixture
def agenda(conference, db_session):
    """1 Opening, 2 Reports with 2.1 Treasurer, 3 Closing."""
    agenda = operations.draft_agenda(conference, numbers_follow=True)
    operations.add_item(agenda, title="Opening")
    reports = operations.add_item(agenda, title="Reports")
    operations.add_item(agenda, title="Closing")
    operations.add_item(agenda, title="Treasurer", parent=reports)
    db_session.flush()
    return agenda


@pytest.fixture
def page(base, agenda):
    return f"{base}{agenda.key}/"


@pytest.fixture
def key_of(conference, agenda):
    def named(title):
        found = directory.desk_agenda(conference.id, agenda.key)
        return next(item.key for item in found.items if item.title == title)

    return named


@pytest.fixture
def read(conference, agenda):
    def lines(nodes):
        for node in nodes:
            yield f"{node.item.number} {node.item.title}"
            yield from lines(node.children)

    return lambda: list(lines(tree(directory.desk_agenda(conference.id, agenda.key))))


def said(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_the_list_shows_scopes_versions_and_items(browser, base, conference, agenda):
    operations.draft_agenda(conference, session=a_session(conference))
    text = said(browser.get(base))
    assert "Agenda of the conference 1 4 Draft" in text
    assert "Agenda: First session 1 0 Draft" in text


def test_an_empty_list_leads_on(browser, base):
    assert f'href="{base}new/"' in browser.get(base).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_many_agendas(conference, db_session, app, count_queries, count):
    for _ in range(count):
        an_agenda(conference, session=a_session(conference), items=count)
    db_session.flush()
    db_session.expunge_all()
    with app.test_request_context("/"), count_queries() as asked:
        rows, counts = directory.listed(conference.id)
        labels = [row.session.label for row in rows.rows]
    assert (len(labels), set(counts.values()), asked.count) == (count, {count}, 3)


@pytest.mark.parametrize("role", Role)
def test_who_may_build_agendas(signed_in_as, conference, base, agenda, page, role):
    browser = signed_in_as(role, conference)
    answers = {browser.get(address).status_code for address in (f"{base}new/", f"{page}edit/", f"{page}issue/")}
    assert answers == ({200} if role in EDIT else {404} if role is Role.CONVENER else {403})


def test_delegates_see_what_was_issued_and_no_draft(signed_in_as, conference, base, agenda, page):
    browser = signed_in_as(Role.DELEGATE, conference)
    assert (browser.get(page).status_code, page in browser.get(base).text) == (404, False)
    operations.issue_agenda(agenda)
    assert "Treasurer" in browser.get(page).text
    assert page in browser.get(base).text
    assert "/edit/" not in browser.get(page).text


def test_a_draft_is_begun_for_a_session(browser, base, conference):
    session = a_session(conference)
    response = browser.post(f"{base}new/", data={"session": session.label, "numbers_follow": "y", "title": "Order"})
    assert response.location == f"{base}session-{session.label}-1/"
    agenda = directory.desk_agenda(conference.id, f"session-{session.label}-1")
    assert (agenda.title, agenda.numbers_follow, agenda.session_id) == ("Order", True, session.id)


def test_a_second_draft_beside_an_issued_version_is_refused(browser, base, agenda):
    operations.issue_agenda(agenda)
    response = browser.post(f"{base}new/", data={"session": ""})
    assert (response.status_code, "draft its next version" in response.text) == (422, True)


def test_an_item_is_added_under_another_with_all_that_is_known(browser, page, conference, key_of, agenda, read):
    document, official = a_document(conference), an_official("Ada Byron")
    data = {
        "title": "Secretary",
        "parent": key_of("Reports"),
        "kind": "report",
        "rapporteur": official.id,
        "duration_minutes": "20",
        "documents": document.id,
        "note": "Orally",
    }
    assert browser.post(f"{page}items/new/", data=data).status_code == 302
    assert read() == ["1 Opening", "2 Reports", "2.1 Treasurer", "2.2 Secretary", "3 Closing"]
    item = directory.item_of(directory.desk_agenda(conference.id, agenda.key), key_of("Secretary"))
    assert (item.rapporteur.name, item.duration_minutes, [one.document_id for one in item.documents], item.note) == (
        "Ada Byron",
        20,
        [document.id],
        "Orally",
    )


def test_items_are_added_one_after_the_other_by_their_titles_alone(browser, page, read):
    for title in ("Elections", "Thanks"):
        response = browser.post(f"{page}items/new/", data={"title": title, "kind": "discussion", "quick": "1"})
        assert response.location == f"{page}#add"
    assert read()[-2:] == ["4 Elections", "5 Thanks"]


def test_what_was_typed_is_kept_and_said_to_be_wrong_at_its_field(browser, page):
    response = browser.post(f"{page}items/new/", data={"title": "Kept", "kind": "report", "duration_minutes": "soon"})
    assert (response.status_code, 'value="Kept"' in response.text, 'id="duration_minutes-error"' in response.text) == (
        422,
        True,
        True,
    )


def test_an_item_is_changed_with_its_documents(browser, page, conference, key_of, agenda):
    first, second = a_document(conference), a_document(conference)
    address = f"{page}items/{key_of('Opening')}/edit/"
    for chosen in ([first.id, second.id], [second.id]):
        version = directory.item_of(directory.desk_agenda(conference.id, agenda.key), key_of("Opening")).version
        data = {"version": version, "title": "Opening", "kind": "procedure", "documents": chosen}
        assert browser.post(address, data=data).status_code == 302
    item = directory.item_of(directory.desk_agenda(conference.id, agenda.key), key_of("Opening"))
    assert [one.document_id for one in item.documents] == [second.id]
    assert f'value="{second.id}" checked' in browser.get(address).text


def test_a_stale_item_shows_both_texts(browser, page, conference, key_of, agenda):
    item = directory.item_of(directory.desk_agenda(conference.id, agenda.key), key_of("Opening"))
    version = item.version
    operations.change_item(item, title="Theirs")
    data = {"version": version, "title": "Mine", "kind": "discussion"}
    response = browser.post(f"{page}items/{item.key}/edit/", data=data)
    assert (response.status_code, "Theirs" in response.text, "Mine" in response.text) == (409, True, True)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("Closing up", ["1 Opening", "2 Closing", "3 Reports", "3.1 Treasurer"]),
        ("Opening down", ["1 Reports", "1.1 Treasurer", "2 Opening", "3 Closing"]),
        ("Closing indent", ["1 Opening", "2 Reports", "2.1 Treasurer", "2.2 Closing"]),
        ("Treasurer outdent", ["1 Opening", "2 Reports", "3 Treasurer", "4 Closing"]),
    ],
)
def test_buttons_move_an_item_and_lead_back_to_it(browser, page, key_of, read, step, expected):
    title, direction = step.split()
    key = key_of(title)
    response = browser.post(f"{page}items/{key}/step/", data={"direction": direction})
    assert (response.location, read()) == (f"{page}#item-{key}", expected)


def test_a_step_that_leads_nowhere_says_so(browser, page, key_of, read):
    before = read()
    response = browser.post(f"{page}items/{key_of('Opening')}/step/", data={"direction": "up"}, follow_redirects=True)
    assert ("Nothing stands before item 1" in response.text, read()) == (True, before)


@pytest.mark.parametrize("direction", ["", "sideways"])
def test_a_step_that_is_none_changes_nothing(browser, page, key_of, read, direction):
    before = read()
    response = browser.post(f"{page}items/{key_of('Opening')}/step/", data={"direction": direction})
    assert (response.status_code, read()) == (302, before)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("before-{Opening}", ["1 Closing", "2 Opening", "3 Reports", "3.1 Treasurer"]),
        ("before-{Treasurer}", ["1 Opening", "2 Reports", "2.1 Closing", "2.2 Treasurer"]),
        ("under-{Opening}", ["1 Opening", "1.1 Closing", "2 Reports", "2.1 Treasurer"]),
        ("end", ["1 Opening", "2 Reports", "2.1 Treasurer", "3 Closing"]),
    ],
)
def test_an_item_is_moved_by_form_as_by_dragging(browser, page, key_of, read, place, expected):
    for title in ("Opening", "Treasurer"):
        place = place.replace(f"{{{title}}}", key_of(title))
    assert browser.post(f"{page}items/{key_of('Closing')}/move/", data={"place": place}).status_code == 302
    assert read() == expected


def test_an_item_is_not_offered_a_place_within_itself(browser, page, key_of):
    offered = browser.get(f"{page}items/{key_of('Reports')}/move/").text
    assert (f"under-{key_of('Treasurer')}" in offered, f"under-{key_of('Opening')}" in offered) == (False, True)


def test_the_last_move_is_taken_back(browser, page, key_of, read):
    before = read()
    assert f"{page}undo/" not in browser.get(page).text
    browser.post(f"{page}items/{key_of('Closing')}/step/", data={"direction": "up"})
    assert f"{page}undo/" in browser.get(page).text
    browser.post(f"{page}undo/")
    assert read() == before


def test_numbers_are_fixed_and_let_follow_again(browser, page, key_of, read):
    browser.post(f"{page}numbers/", data={"follow": "no"})
    browser.post(f"{page}items/{key_of('Closing')}/step/", data={"direction": "up"})
    assert read() == ["1 Opening", "3 Closing", "2 Reports", "2.1 Treasurer"]
    browser.post(f"{page}numbers/", data={"follow": "yes"})
    assert read() == ["1 Opening", "2 Closing", "3 Reports", "3.1 Treasurer"]


def test_an_item_is_taken_out(browser, page, key_of, read):
    address = f"{page}items/{key_of('Opening')}/drop/"
    assert "Take item 1 out?" in browser.get(address).text
    browser.post(address)
    assert read() == ["1 Reports", "1.1 Treasurer", "2 Closing"]


def test_an_item_with_others_under_it_is_not_taken_out(browser, page, key_of):
    response = browser.post(f"{page}items/{key_of('Reports')}/drop/")
    assert (response.status_code, "Take those out first" in response.text) == (422, True)


def test_an_agenda_goes_from_draft_to_adopted_with_its_concordance(browser, base, page, conference, agenda, key_of):
    session = a_session(conference)
    assert browser.post(f"{page}issue/").location == page
    following = browser.post(f"{page}revise/").location
    new = following.removeprefix(base).strip("/")
    revision = directory.desk_agenda(conference.id, new)
    browser.post(f"{following}items/{key_of('Opening')}/drop/")
    browser.post(f"{following}items/new/", data={"title": "Elections", "kind": "election"})
    assert "1 – Opening left out" in said(browser.get(following))
    browser.post(f"{following}issue/")
    assert (
        browser.post(f"{following}adopt/", data={"session": session.label, "at": "1 October 1884"}).location
        == following
    )
    assert "– 3 Elections new" in said(browser.get(following))
    revision = directory.desk_agenda(conference.id, new)
    old = directory.desk_agenda(conference.id, agenda.key)
    assert (revision.state, revision.adopted_in_id, str(revision.adopted), old.state) == (
        AgendaState.ADOPTED,
        session.id,
        "1884-10-01",
        AgendaState.SUPERSEDED,
    )


def test_revising_twice_leads_to_the_same_draft(browser, page, agenda):
    operations.issue_agenda(agenda)
    assert browser.post(f"{page}revise/").location == browser.post(f"{page}revise/").location


def test_an_empty_draft_is_not_issued(browser, base, conference):
    draft = operations.draft_agenda(conference)
    response = browser.post(f"{base}{draft.key}/issue/")
    assert (response.status_code, "Add some first" in response.text) == (422, True)


def test_an_outcome_is_noted(browser, page, conference, agenda, key_of):
    operations.issue_agenda(agenda)
    address = f"{page}items/{key_of('Opening')}/conclude/"
    assert browser.post(address, data={"outcome": ""}).status_code == 422
    assert browser.post(address, data={"outcome": "Opened at noon"}).status_code == 302
    assert "Opened at noon" in browser.get(page).text


def test_a_draft_is_thrown_away(browser, base, page, agenda, conference):
    assert browser.post(f"{page}discard/").location == base
    assert browser.get(page).status_code == 404
    assert browser.post(f"{base}new/", data={"session": ""}).location == page


def test_an_issued_version_is_not_thrown_away_or_changed(browser, page, agenda, key_of):
    operations.issue_agenda(agenda)
    answers = [
        browser.post(f"{page}discard/").status_code,
        browser.post(f"{page}items/new/", data={"title": "Late", "kind": "other"}).status_code,
        browser.post(f"{page}edit/", data={"title": "Other", "version": agenda.version}).status_code,
    ]
    assert answers == [422, 422, 422]


def test_titles_are_escaped(browser, page, agenda):
    operations.add_item(agenda, title="<script>alert(1)</script>")
    assert "<script>alert" not in browser.get(page).text


@pytest.mark.parametrize("path", ["none/", "none/edit/", "none/items/new/"])
def test_an_agenda_that_is_none_is_not_found(browser, base, path):
    assert browser.get(base + path).status_code == 404


def test_an_item_that_is_none_is_not_found(browser, page):
    assert browser.get(f"{page}items/none/edit/").status_code == 404
