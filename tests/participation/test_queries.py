"""The list of participants, for strangers and for organizers."""

from __future__ import annotations

import pytest

from confapp.conferences.operations import make_private
from confapp.errors import NotFound
from confapp.participation import operations, queries
from confapp.participation.models import DelegateRole, DelegationCategory
from tests.builders import a_conference, a_delegation, an_official, an_organization, day, moment


@pytest.fixture
def conference(app):
    return a_conference("Meridian", state="convened", public=True)


def issued(conference, *names: str):
    for name in names:
        a_delegation(conference, an_organization(name))
    operations.issue_participants(conference)
    return conference


def called(participants) -> list[tuple[str, list[str]]]:
    return [(group.category.value, [each.name for each in group.delegations]) for group in participants.groups]


def test_the_list_is_empty_for_strangers_before_it_is_issued(conference):
    a_delegation(conference, an_organization("France"))
    operations.invite_guest(conference, an_official())
    assert queries.public_participants(conference) == queries.Participants([], [])


def test_organizers_read_it_before(conference):
    a_delegation(conference, an_organization("France"))
    assert called(queries.participants(conference)) == [("member", ["France"])]


def test_the_list_stands_by_category_and_alphabet(conference):
    a_delegation(conference, an_organization("Institute"), category=DelegationCategory.OBSERVER)
    issued(conference, "Spain", "Åland", "Austria")
    assert called(queries.public_participants(conference, "en")) == [
        ("member", ["Åland", "Austria", "Spain"]),
        ("observer", ["Institute"]),
    ]


def test_the_list_stands_in_the_alphabet_of_the_language(conference):
    issued(conference, "Spain", "Åland", "Zanzibar")
    assert called(queries.public_participants(conference, "sv")) == [("member", ["Spain", "Zanzibar", "Åland"])]


def test_the_list_stands_by_translated_names(conference):
    a_delegation(conference, an_organization("Germany"), translations={"de": {"name": "Deutschland"}})
    issued(conference, "Frankreich")
    assert called(queries.public_participants(conference, "de")) == [("member", ["Germany", "Frankreich"])]
    assert called(queries.public_participants(conference, "en")) == [("member", ["Frankreich", "Germany"])]


def test_the_head_stands_first(conference):
    delegation = a_delegation(conference)
    for name, role in (("Hinckeldeyn", DelegateRole.DELEGATE), ("Alvensleben", DelegateRole.HEAD)):
        operations.name_delegate(delegation, an_official(name), role=role)
    found = queries.delegation_by_key(conference, delegation.key)
    assert [each.official.name for each in queries.by_protocol(found.delegates)] == ["Alvensleben", "Hinckeldeyn"]


def test_guests_stand_by_family_name_where_they_are_listed(conference):
    operations.invite_guest(conference, an_official("Simon Newcomb", family_name="Newcomb"))
    operations.invite_guest(conference, an_official("Asaph Hall", family_name="Hall"))
    operations.invite_guest(conference, an_official("Clerk"), is_listed=False)
    issued(conference, "France")
    guests = queries.public_participants(conference, "en").guests
    assert [each.official.name for each in guests] == ["Asaph Hall", "Simon Newcomb"]


def test_public_delegation_refuses_one_of_a_list_that_is_not_issued(conference):
    delegation = a_delegation(conference)
    with pytest.raises(NotFound, match="not issued yet"):
        queries.public_delegation(conference, delegation.key)


def test_public_delegation_has_no_contact_data(conference, db_session):
    delegation = a_delegation(conference, an_organization("France"))
    operations.name_delegate(delegation, an_official(email="a@example.org"))
    operations.issue_participants(conference)
    db_session.expunge_all()
    found = queries.public_delegation(conference, "france")
    assert "email" not in found.delegates[0].official.__dict__


def test_numbers_are_known_once_the_list_is_issued(conference):
    delegation = a_delegation(conference)
    operations.name_delegate(delegation, an_official())
    operations.name_delegate(delegation, an_official())
    operations.invite_guest(conference, an_official())
    operations.invite_guest(conference, an_official(), is_listed=False)
    assert queries.public_numbers(conference) is None
    operations.issue_participants(conference)
    assert queries.public_numbers(conference) == queries.Numbers(delegations=1, delegates=2, guests=1)


def test_attendance_is_that_of_issued_lists_of_public_conferences(app):
    france = an_organization("France")
    for name, public, list_issued in (("A", True, True), ("B", True, False), ("C", False, True)):
        conference = a_conference(name, state="convened", public=public)
        a_delegation(conference, france)
        if list_issued:
            operations.issue_participants(conference)
    assert [each.conference.name for each in queries.public_attendance(france)] == ["A"]


def test_attendance_stands_newest_first(app):
    france = an_organization("France")
    for year in ("1875", "1889"):
        conference = a_conference(year, state="convened", public=True, starts_on=day(year))
        a_delegation(conference, france)
        operations.issue_participants(conference)
    assert [each.conference.name for each in queries.public_attendance(france)] == ["1889", "1875"]


def test_seats_and_visits_vanish_with_the_conference(conference):
    person = an_official("Janssen")
    operations.name_delegate(a_delegation(conference, an_organization("France")), person)
    operations.invite_guest(conference, person)
    operations.issue_participants(conference)
    read = [each.delegation.organization.name for each in queries.public_seats(person)]
    visited = [where.name for _guest, where in queries.public_visits(person)]
    assert (read, visited) == (["France"], ["Meridian"])
    make_private(conference)
    assert (queries.public_seats(person), queries.public_visits(person)) == ([], [])


def test_invitations_stand_in_their_order(conference):
    operations.invite(conference, organization=an_organization("Peru"))
    operations.invite(conference, official=an_official("Hall"))
    read = [(each.organization or each.official).name for each in queries.invitations(conference)]
    assert read == ["Peru", "Hall"]


def test_delegations_stand_as_they_were_registered(conference):
    for name in ("Spain", "Austria"):
        a_delegation(conference, an_organization(name))
    assert [each.name for each in queries.delegations(conference)] == ["Spain", "Austria"]


@pytest.mark.parametrize("count", [1, 3])
def test_public_participants_cost_three_queries(conference, db_session, count_queries, count):
    for _ in range(count):
        delegation = a_delegation(conference)
        for _ in range(count):
            operations.name_delegate(delegation, an_official(email="a@example.org"))
        operations.invite_guest(conference, an_official())
    operations.issue_participants(conference)
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.public_participants(conference, "en")
        read = [
            (each.organization.name, [delegate.official.name for delegate in each.delegates])
            for group in found.groups
            for each in group.delegations
        ]
    assert (len(read), len(found.guests), asked.count) == (count, count, 3)


@pytest.mark.parametrize("count", [1, 3])
def test_public_seats_cost_one_query(app, db_session, count_queries, count):
    person = an_official()
    for _ in range(count):
        conference = a_conference(state="convened", public=True)
        operations.name_delegate(a_delegation(conference), person, term_end=moment("1884"))
        operations.issue_participants(conference)
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.public_seats(person)
        read = [(each.delegation.conference.name, each.delegation.organization.name) for each in found]
    assert (len(read), asked.count) == (count, 1)
