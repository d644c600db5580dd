"""Committees with their members as of a date."""

from __future__ import annotations

import pytest

from confapp.committees import operations, queries
from confapp.errors import NotFound
from tests.builders import a_committee, a_conference, a_document, an_official, day, moment


@pytest.fixture
def conference(app):
    return a_conference()


@pytest.fixture
def committee(conference):
    return a_committee(conference, period_start=day("2020-01-10"), period_end=day("2020-03-31"))


def names(members) -> list[str]:
    return [each.official.name for each in members]


def test_committees_stand_as_they_were_established(conference):
    for name in ("Programme", "Credentials"):
        a_committee(conference, name)
    a_committee(a_conference(), "Elsewhere")
    assert [each.name for each in queries.committees(conference)] == ["Programme", "Credentials"]


def test_committee_by_key_refuses_one_of_another_conference(conference):
    a_committee(a_conference(), key="C1")
    with pytest.raises(NotFound):
        queries.committee_by_key(conference, "C1")


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2020-01-09", []), ("2020-01-10", ["Hahn"]), ("2020-02-10", ["Hahn", "Weber"]), ("2020-04-01", [])],
)
def test_members_as_of_a_date_sit_in_the_period(committee, at, expected):
    operations.appoint_member(committee, an_official("Hahn"))
    operations.appoint_member(committee, an_official("Weber"), term_start=moment("2020-02-01"))
    assert names(queries.members(committee, at=moment(at))) == expected


def test_a_member_who_leaves_tomorrow_is_one_today(committee):
    operations.appoint_member(committee, an_official("Hahn"), term_end=moment("2020-02-11"))
    assert names(queries.members(committee, at=moment("2020-02-10"))) == ["Hahn"]


def test_members_stand_with_the_chair_first(committee):
    operations.appoint_member(committee, an_official("Hahn"))
    operations.appoint_member(committee, an_official("Weber"), title="Chair", is_unique=True, is_presiding=True)
    assert names(queries.members(committee)) == ["Weber", "Hahn"]


def test_memberships_part_the_members_of_committees(conference, committee):
    other = a_committee(conference, "Other")
    operations.appoint_member(committee, an_official("Hahn"))
    operations.appoint_member(other, an_official("Weber"))
    read = [(each.committee.name, names(each.members)) for each in queries.memberships(conference)]
    assert read == [("Preparatory Committee", ["Hahn"]), ("Other", ["Weber"])]


def test_memberships_as_of_a_date_keep_committees_whose_time_is_over(conference, committee):
    operations.appoint_member(committee, an_official("Hahn"))
    read = [(each.committee.name, each.members) for each in queries.memberships(conference, at=moment("2021"))]
    assert read == [("Preparatory Committee", [])]


@pytest.mark.parametrize("count", [1, 3])
def test_memberships_cost_four_queries(conference, db_session, count_queries, count):
    for number in range(count):
        committee = a_committee(conference, f"Committee {number}", names=[{"name": "Variant"}])
        rapporteur = an_official(email="a@example.org")
        document = a_document(conference)
        operations.submit_report(committee, report_document=document, rapporteur=rapporteur)
        for _ in range(count):
            operations.hold_meeting(committee, met=moment("2020"))
            operations.appoint_member(committee, an_official())
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.memberships(conference)
        read = [
            (each.committee.rapporteur.name, each.committee.report_document.title, len(each.committee.meetings))
            for each in found
        ]
        titles = [member.office.title for each in found for member in each.members]
    assert (len(read), len(titles), asked.count) == (count, count * count, 4)


def test_committee_by_key_finds_one(conference):
    assert queries.committee_by_key(conference, a_committee(conference, key="C1").key).name == "Preparatory Committee"
