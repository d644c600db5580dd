"""Conferences at the desk: the list, a new one, and what is known of one."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.conferences import documents, operations, queries
from confapp.conferences.models import Conference, ConferenceFormat, ConferenceState, Occasion
from confapp.organizations.models import Organization
from confapp.permissions import Role
from tests.builders import a_conference, an_organization, day

LIST = "/manage/conferences/"
NEW = "/manage/conferences/new/"
LISTING_QUERIES = 7


@pytest.fixture
def conference(app, db_session):
    return a_conference("Postal Congress", starts_on=day("1874-09-15"), languages=["fr"])


@pytest.fixture
def organizer(signed_in_as, conference):
    return signed_in_as(Role.ORGANIZER, conference)


@pytest.fixture
def convener(signed_in_as):
    return signed_in_as(Role.CONVENER)


def about(conference, page: str = "about") -> str:
    return f"/manage/conferences/{conference.slug}/{page}/"


def typed(conference, **values):
    """What the form of a conference holds as it is opened, and what is typed over it."""
    return {"version": conference.version, "format": "in_person", **values}


# The list


def test_the_list_leads_to_the_dashboard(organizer, conference):
    assert f'href="/manage/conferences/{conference.slug}/"' in organizer.get(LIST).text


def test_the_list_keeps_from_an_organizer_the_conferences_of_others(organizer):
    a_conference("Secret Congress")
    assert "Secret Congress" not in organizer.get(LIST).text


def test_the_list_shows_an_administrator_everything(signed_in_as, conference):
    assert "Postal Congress" in signed_in_as(Role.ADMINISTRATOR).get(LIST).text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=post", True),
        ("q=пост", True),
        ("q=berne", False),
        ("state=planned", True),
        ("state=open", False),
        ("seen=organizers", True),
        ("seen=everybody", False),
    ],
)
def test_the_list_is_narrowed(organizer, query, expected):
    assert ("Postal Congress" in organizer.get(f"{LIST}?{query}").text.partition("<table")[2]) is expected


def test_the_list_is_narrowed_by_series(signed_in_as):
    series = operations.create_series(name="Congresses")
    a_conference("First", series=series, ordinal=1)
    a_conference("Other")
    page = signed_in_as(Role.ADMINISTRATOR).get(f"{LIST}?series=congresses").text
    assert ("First" in page, "Other</bdi>" in page) == (True, False)


def test_an_empty_list_leads_a_convener_on(convener):
    assert "Convene the first one" in convener.get(LIST).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_many(signed_in_as, count_queries, db_session, count):
    series = operations.create_series(name="Congresses")
    for number in range(1, count + 1):
        a_conference(series=series, ordinal=number)
    browser = signed_in_as(Role.ADMINISTRATOR)
    db_session.expire_all()
    with count_queries() as queries:
        browser.get(LIST)
    assert queries.count == LISTING_QUERIES


# A new one


def test_a_title_is_enough(convener, db_session):
    answer = convener.post(NEW, data={"name": "Congress of Berne", "format": "in_person"})
    assert answer.headers["Location"] == "/manage/conferences/congress-of-berne/"


def test_a_new_conference_takes_what_people_type(convener, db_session):
    convener.post(
        NEW,
        data={
            "name": "Second Congress",
            "convener": "new:Union of Posts",
            "starts_on": "5.2.2021",
            "ends_on": "17 February 2021",
            "format": "online",
            "zone": "Asia/Pyongyang",
            "languages": "Russian, English",
            "is_called": "y",
            "convened_on": "January 2021",
            "rules": "un-general-assembly",
            "series": "new:Congresses",
        },
    )
    found = queries.conference_by_slug("second-congress")
    assert (found.convener.name, found.series.name, found.ordinal) == ("Union of Posts", "Congresses", 1)
    assert (found.starts_on, found.ends_on, found.convened_on) == (day("2021-02-05"), day("2021-02-17"), day("2021-01"))
    assert (found.format, found.zone, found.languages) == (ConferenceFormat.ONLINE, "Asia/Pyongyang", ["ru", "en"])
    assert (found.state, queries.rulebook_in_force(found).preset) == (ConferenceState.CONVENED, "un-general-assembly")


def test_who_convenes_comes_in(convener):
    where = convener.post(NEW, data={"name": "Congress", "format": "in_person"}).headers["Location"]
    assert convener.get(where).status_code == 200


def test_a_new_conference_keeps_what_was_typed(convener):
    answer = convener.post(NEW, data={"name": "Congress", "format": "in_person", "zone": "Mars/Olympus"})
    assert (answer.status_code, 'value="Mars/Olympus"' in answer.text, 'value="Congress"' in answer.text) == (
        422,
        True,
        True,
    )


def test_a_refused_conference_leaves_nothing_behind(convener, db_session):
    convener.post(
        NEW,
        data={"name": "New", "format": "in_person", "convener": "new:Union of Posts"},
    )
    assert db_session.scalar(sa.select(sa.func.count()).select_from(Organization)) == 0


def test_a_new_conference_begins_in_the_language_of_the_page(convener):
    assert 'value="English"' in convener.get(NEW).text


@pytest.mark.parametrize("role", [Role.ORGANIZER, Role.SECRETARY, Role.READER])
def test_only_conveners_enter_a_conference(signed_in_as, conference, role):
    assert signed_in_as(role, conference).get(NEW).status_code == 403


# What is known of one


def test_what_is_known_is_shown(organizer, conference):
    page = organizer.get(about(conference)).text
    assert ("15 September 1874" in page, "French" in page) == (True, True)


def test_editing_changes_it(organizer, conference):
    convener = an_organization("Union of Posts")
    organizer.post(
        about(conference, "edit"),
        data=typed(conference, convener=convener.id, place="Berne", tags="post, letters", calendar="juche"),
    )
    changed = queries.conference_by_slug(conference.slug)
    assert (changed.convener.name, changed.place, changed.tags, changed.calendar) == (
        "Union of Posts",
        "Berne",
        ["post", "letters"],
        "juche",
    )


def test_a_stale_edit_shows_both_texts(organizer, conference):
    form = typed(conference, place="Berne")
    operations.change_conference(conference, place="Paris")
    answer = organizer.post(about(conference, "edit"), data=form)
    assert (answer.status_code, 'value="Berne"' in answer.text, "<blockquote" in answer.text) == (409, True, True)
    assert "Paris" in answer.text


def test_an_error_stands_beside_its_field(organizer, conference):
    answer = organizer.post(about(conference, "edit"), data=typed(conference, accent="blue"))
    assert (answer.status_code, 'id="accent-error"' in answer.text) == (422, True)


def test_the_history_says_who_changed_what(organizer, conference):
    organizer.post(about(conference, "edit"), data=typed(conference, place="Berne"))
    page = organizer.get(about(conference)).text.partition('id="history"')[2]
    assert ("P. Person" in page, '<ins dir="auto">Berne</ins>' in page) == (True, True)


def test_a_former_value_is_filled_in_again(organizer, conference):
    organizer.post(about(conference, "edit"), data=typed(conference, place="Berne"))
    edited = queries.conference_by_slug(conference.slug)
    organizer.post(about(conference, "edit"), data=typed(edited, place="Paris"))
    link = organizer.get(about(conference)).text.partition("edit/?before=")[2].partition('"')[0]
    assert 'value="Berne"' in organizer.get(f"{about(conference, 'edit')}?before={link}").text


def test_a_step_of_its_life_is_not_undone_by_the_form(organizer, conference):
    operations.convene_conference(conference)
    assert "edit/?before=" not in organizer.get(about(conference)).text


def test_renaming_keeps_the_former_title_and_address(organizer, conference):
    former = about(conference)
    organizer.post(about(conference, "rename"), data={"version": conference.version, "name": "Congress of Berne"})
    answer = organizer.get(former)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/manage/conferences/congress-of-berne/about/")


def test_its_course_is_corrected(organizer, conference):
    operations.convene_conference(conference)
    organizer.post(about(conference, "course"), data={"version": conference.version, "convened_on": "May 1873"})
    assert queries.conference_by_slug(conference.slug).convened_on == day("1873-05")


@pytest.mark.parametrize("page", ["edit", "rename", "course", "occasions/new", "instruments/new", "sources/new"])
def test_readers_change_nothing(signed_in_as, conference, page):
    assert signed_in_as(Role.READER, conference).get(about(conference, page)).status_code == 403


# Occasions, instruments, sources


def test_another_title_is_added_and_found(organizer, conference):
    form = {"name": "Почтовый конгресс", "kind": "translation", "language": "Russian"}
    organizer.post(about(conference, "names/new"), data=form)
    names = queries.conference_by_slug(conference.slug).names
    assert [(one.name, one.language) for one in names] == [("Почтовый конгресс", "ru")]
    assert "Postal Congress" in organizer.get(f"{LIST}?q=почтовый").text.partition("<table")[2]


def test_an_occasion_is_added_edited_and_taken_away(organizer, conference, db_session):
    organizer.post(about(conference, "occasions/new"), data={"name": "Jubilee", "anniversary": "25"})
    version = db_session.scalars(sa.select(Occasion)).one().version
    organizer.post(
        about(conference, "occasions/1/edit"), data={"version": version, "name": "Jubilee", "base_date": "Juche 85"}
    )
    edited = db_session.scalars(sa.select(Occasion)).one()
    assert (edited.name, edited.anniversary, edited.base_date) == ("Jubilee", None, day("1996"))
    organizer.post(about(conference, "occasions/1/drop"))
    assert db_session.scalars(sa.select(Occasion)).all() == []


def test_an_instrument_is_added_edited_and_taken_away(organizer, conference):
    organizer.post(about(conference, "instruments/new"), data={"kind": "act", "title": "Act"})
    instrument = queries.conference_by_slug(conference.slug).instruments[0]
    form = {"version": instrument.version, "kind": "act", "title": "Act of Congress"}
    organizer.post(about(conference, "instruments/1/edit"), data=form)
    assert "Act of Congress" in organizer.get(about(conference)).text
    organizer.post(about(conference, "instruments/1/drop"))
    assert (
        "Act of Congress"
        not in organizer.get(about(conference)).text.partition('id="instruments"')[2].partition("</section>")[0]
    )


def test_a_source_is_added_with_a_key_of_its_title(organizer, conference):
    organizer.post(about(conference, "sources/new"), data={"title": "Protocols of 1874"})
    organizer.post(about(conference, "sources/protocols-of-1874/edit"), data={"title": "Protocols", "rights": "free"})
    (source,) = queries.sources(conference)
    assert (source.key, source.title, source.rights) == ("protocols-of-1874", "Protocols", "free")


@pytest.mark.parametrize("page", ["occasions/7/edit", "instruments/7/edit", "sources/none/edit"])
def test_what_is_not_there_is_not_found(organizer, conference, page):
    assert organizer.get(about(conference, page)).status_code == 404


# Series


def test_a_series_is_entered_and_edited(convener):
    convener.post("/manage/series/new/", data={"name": "Congresses", "gathering": "congress"})
    series = queries.all_series()[0]
    convener.post(
        "/manage/series/congresses/edit/", data={"version": series.version, "name": "Unions", "gathering": "union"}
    )
    assert [(one.name, one.slug) for one in queries.all_series()] == [("Unions", "congresses")]


def test_series_say_how_many_conferences_they_have(convener):
    series = operations.create_series(name="Congresses")
    a_conference(series=series, ordinal=1)
    assert "1 conference<" in convener.get("/manage/series/").text


def test_a_series_that_is_not_there_is_not_found(convener):
    assert convener.get("/manage/series/none/edit/").status_code == 404


def test_no_conference_is_changed_by_looking(organizer, conference, db_session):
    version = conference.version
    for page in ("about", "edit", "rename", "course"):
        organizer.get(about(conference, page))
    assert db_session.scalar(sa.select(Conference.version)) == version


# Every form opens, and takes nothing that is empty


@pytest.fixture
def furnished(conference):
    operations.add_occasion(conference, name="Jubilee")
    operations.add_instrument(conference, kind="act", title="Act")
    documents.register_source(conference, key="book", title="Book")
    documents.adopt_rulebook(conference, name="Rules", preset="as-in-1884")
    return conference


FORMS = [
    "edit",
    "rename",
    "course",
    "names/new",
    "occasions/new",
    "occasions/1/edit",
    "occasions/1/drop",
    "occasions/1/translate",
    "instruments/new",
    "instruments/1/edit",
    "instruments/1/drop",
    "instruments/1/translate",
    "sources/new",
    "sources/book/edit",
    "rules/new",
    "rules/preset",
    "translate",
]
NEEDING = ["rename", "names/new", "occasions/1/edit", "instruments/1/edit", "sources/new", "sources/book/edit"]


@pytest.mark.parametrize("page", FORMS)
def test_a_form_opens(organizer, furnished, page):
    answer = organizer.get(about(furnished, page))
    assert (answer.status_code, 'method="post"' in answer.text) == (200, True)


@pytest.mark.parametrize("page", NEEDING)
def test_a_form_takes_nothing_empty(organizer, furnished, page):
    answer = organizer.post(about(furnished, page), data={"version": furnished.version})
    assert (answer.status_code, "Nothing was saved yet" in answer.text) == (422, True)


@pytest.mark.parametrize("page", ["/manage/series/new/", "/manage/series/congresses/edit/"])
def test_a_series_needs_its_name(convener, page):
    operations.create_series(name="Congresses")
    answer = convener.post(page, data={"version": 1, "name": "", "gathering": "congress"})
    assert (answer.status_code, 'id="name-error"' in answer.text) == (422, True)
