"""Who held which office when, and what is never read of a person."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.officials import operations, queries
from confapp.officials.models import AppointmentState, Official
from tests.builders import an_office, an_official, an_organization, moment

EVERYBODY = sa.select(Official.id)


@pytest.fixture
def body(app):
    return an_organization("Union")


@pytest.fixture
def office(body):
    return an_office(body, "Chair")


def held(office, name: str, start: str | None = None, end: str | None = None, **facts):
    return operations.appoint(
        an_official(name),
        office,
        term_start=moment(start) if start else None,
        term_end=moment(end) if end else None,
        **facts,
    )


def names(appointments) -> list[str]:
    return [each.official.name for each in appointments]


def test_public_official_has_no_contact_data(app, db_session):
    person = an_official("Rodgers", email="a@example.org", phone="1", address="Here", names=[{"name": "Rogers"}])
    db_session.expunge_all()
    found = queries.public_official(person.slug, among=EVERYBODY)
    assert [name.name for name in found.names] == ["Rogers"]
    for field in ("email", "phone", "address"):
        with pytest.raises(sa.exc.InvalidRequestError, match=field):
            getattr(found, field)


def test_public_official_is_one_of_those_who_may_be_seen(app):
    person = an_official("Rodgers")
    assert queries.public_official(person.slug, among=EVERYBODY.where(sa.false())) is None


def test_official_by_slug_has_contact_data_for_organizers(app):
    assert queries.official_by_slug(an_official("Rodgers", email="a@example.org").slug).email == "a@example.org"


def test_officials_stand_by_name(app):
    for name in ("Strachey", "Adams"):
        an_official(name)
    assert [each.name for each in queries.officials()] == ["Adams", "Strachey"]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2020-01-09", []),
        ("2020-01-10", ["Hahn"]),
        ("2020-03-01T12:00Z", ["Weber"]),
        ("2020-03-01T11:59Z", ["Hahn"]),
        ("2020-03-01", ["Hahn", "Weber"]),
        ("2020", ["Hahn", "Weber"]),
        ("9999", ["Weber"]),
    ],
)
def test_holders_as_of_a_moment(office, at, expected):
    held(office, "Hahn", "2020-01-10", "2020-03-01T12:00Z")
    held(office, "Weber", "2020-03-01T12:00Z")
    assert names(queries.holders(office, at=moment(at))) == expected


def test_a_later_end_hides_nobody(office):
    held(office, "Hahn", "2020-01-10", "9000")
    assert names(queries.holders(office, at=moment("2026-05-04"))) == ["Hahn"]


def test_an_end_that_nobody_stated_does_not_reach_the_present(office):
    held(office, "Hahn", "1884", state=AppointmentState.ENDED)
    assert names(queries.holders(office, at=moment("1884-10"))) == ["Hahn"]
    assert names(queries.holders(office, at=moment("9000"))) == []


@pytest.mark.parametrize("state", [AppointmentState.PROPOSED, AppointmentState.DECLINED])
def test_who_was_only_proposed_holds_nothing(office, state):
    held(office, "Hahn", "1884", state=state)
    assert names(queries.holders(office)) == []


def test_holders_without_a_moment_are_all_in_order(office):
    held(office, "Weber", "2020-03-01")
    held(office, "Hahn", "2020-01-10", "2020-02")
    assert names(queries.holders(office)) == ["Hahn", "Weber"]


def test_posts_stand_by_rank_with_vacant_ones(body):
    held(an_office(body, "Secretary", rank=2), "Cruls", "1884")
    an_office(body, "President", rank=1)
    posts = [(post.office.title, names(post.holders)) for post in queries.bureau(body)]
    assert posts == [("President", []), ("Secretary", ["Cruls"])]


def test_posts_of_a_body_without_offices_are_none(body):
    assert queries.posts_of(body) == []


@pytest.mark.parametrize("count", [1, 3])
def test_posts_cost_two_queries(body, db_session, count_queries, count):
    for number in range(count):
        held(an_office(body, f"Office {number}"), f"Holder {number}", "1884")
    db_session.expunge_all()
    with count_queries() as asked:
        read = [names(post.holders) for post in queries.posts_of(body, at=moment("1884"))]
    assert (len(read), asked.count) == (count, 2)


def test_role_is_the_one_at_the_time_of_the_act(body, office):
    person = an_official("Hahn")
    member = an_office(body, "Member", is_unique=False, rank=5)
    operations.appoint(person, member, term_start=moment("2020-01-01"), term_end=moment("2020-03-01T00:00Z"))
    operations.appoint(person, office, term_start=moment("2020-03-01T00:00Z"))
    titles = {
        at: [each.office.title for each in queries.role_at(person, body, moment(at))]
        for at in ("2019-12-01", "2020-02-20", "2020-03-02")
    }
    assert titles == {"2019-12-01": [], "2020-02-20": ["Member"], "2020-03-02": ["Chair"]}


def test_role_names_the_acting_one_by_the_hour(body, office):
    person = an_official("Weber")
    operations.appoint(
        person, office, is_acting=True, term_start=moment("2020-10-03T14:00Z"), term_end=moment("2020-10-03T16:00Z")
    )
    acting = [bool(queries.role_at(person, body, moment(f"2020-10-03T{time}Z"))) for time in ("15:10", "16:00")]
    assert acting == [True, False]


def test_role_is_one_in_that_body(body, office):
    other = an_office(an_organization(), "Chair")
    person = held(other, "Hahn", "2020").official
    assert queries.role_at(person, body, moment("2020")) == []


def test_appointments_of_leaves_out_bodies_that_the_reader_may_not_see(body, office):
    person = held(office, "Hahn", "2020").official
    other = an_office(an_organization("Hidden"))
    operations.appoint(person, other, term_start=moment("2021"))
    seen = sa.select(type(body).id).where(type(body).id == body.id)
    assert [each.office.body.name for each in queries.appointments_of(person, bodies=seen)] == ["Union"]
    assert [each.office.body.name for each in queries.appointments_of(person)] == ["Union", "Hidden"]


def test_appointments_of_as_of_a_moment(office):
    person = held(office, "Hahn", "2020-01", "2020-02").official
    assert queries.appointments_of(person, at=moment("2021")) == []


@pytest.mark.parametrize("count", [1, 3])
def test_appointments_of_cost_one_query(app, db_session, count_queries, count):
    person, president = an_official("Hahn"), an_official("Rodgers", email="a@example.org")
    for _ in range(count):
        body = an_organization()
        operations.appoint(person, an_office(body), appointed_by=president, appointed_by_body=body)
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.appointments_of(person)
        read = [(each.office.body.name, each.appointed_by.name, each.appointed_by_body.name) for each in found]
    assert (len(read), asked.count) == (count, 1)


def test_office_by_key_is_one_of_the_body(body, office):
    assert (queries.office_by_key(body, "chair").id, queries.office_by_key(an_organization(), "chair")) == (
        office.id,
        None,
    )
