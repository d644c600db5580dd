"""Whom strangers may see: those of what is public, and nobody else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from confapp.agendas import operations as agendas
from confapp.committees import operations as committees
from confapp.conferences import documents
from confapp.conferences.models import DocumentState
from confapp.conferences.operations import make_private
from confapp.errors import NotFound
from confapp.letters import operations as letters
from confapp.letters.models import PresentationForm
from confapp.officials import operations as officials
from confapp.officials.models import AppointmentState
from confapp.organizations import operations as organizations
from confapp.participation import operations as participation
from confapp.programme import operations as programme
from confapp.programme.facts import PersonFacts
from confapp.scheduling import directory
from confapp.scheduling.operations import release_schedule
from confapp.scheduling.queries import programme_of
from tests.builders import (
    a_committee,
    a_conference,
    a_delegation,
    a_document,
    a_held_session,
    a_letter,
    a_session,
    an_agenda,
    an_office,
    an_official,
    an_organization,
    day,
    moment,
)


@pytest.fixture
def conference(app):
    return a_conference("Meridian", state="convened", public=True)


@pytest.fixture
def union(app):
    return an_organization("Union")


@pytest.fixture
def person(app):
    return an_official("Adams", email="adams@example.org")


def by_convening(organization):
    a_conference("A", state="convened", public=True, convener=organization)


def by_an_organ_that_convenes(organization):
    organ = organizations.establish_organ(organization, name="Council")
    a_conference("A", state="convened", public=True, convener=organ)


def by_hosting(organization):
    a_conference("A", state="convened", public=True, host=organization)


def by_taking_part(organization):
    conference = a_conference("A", state="convened", public=True)
    a_delegation(conference, organization)
    participation.issue_participants(conference)


def by_writing(organization):
    conference = a_conference("A", state="convened", public=True)
    letters.accept_letter(a_letter(conference, sender_organization=organization))


def by_a_child(organization):
    child = an_organization("Child")
    organizations.relate_organizations(child, parent=organization)
    by_taking_part(child)


def by_a_predecessor(organization):
    former = an_organization("Former")
    organizations.relate_organizations(former, successor=organization)
    by_taking_part(former)


@pytest.mark.parametrize(
    "way",
    [
        by_convening,
        by_an_organ_that_convenes,
        by_hosting,
        by_taking_part,
        by_writing,
        by_a_child,
        by_a_predecessor,
    ],
)
def test_an_organization_is_seen(union, way):
    with pytest.raises(NotFound):
        directory.organization_page("union")
    way(union)
    assert directory.organization_page("union").organization.id == union.id
    assert union.id in {each.id for each in directory.public_organizations()}


def by_a_private_conference(organization):
    a_conference("A", state="convened", host=organization, convener=organization)


def by_a_list_not_issued(organization):
    a_delegation(a_conference("A", state="convened", public=True), organization)


def by_a_letter_not_accepted(organization):
    a_letter(a_conference("A", state="convened", public=True), sender_organization=organization)


def by_an_invitation(organization):
    participation.invite(a_conference("A", state="convened", public=True), organization=organization)


@pytest.mark.parametrize(
    "way", [by_a_private_conference, by_a_list_not_issued, by_a_letter_not_accepted, by_an_invitation]
)
def test_an_organization_is_not_seen(union, way):
    way(union)
    assert directory.public_organizations() == []
    with pytest.raises(NotFound, match="nothing about it is public"):
        directory.organization_page("union")


def held_contribution(conference, person):
    session = a_held_session(conference)
    programme.add_contribution(conference, title="On time", session=session, people=[PersonFacts(person)])


def planned_contribution(conference, person):
    session = a_session(conference, planned_start=datetime(2026, 5, 4, 9, tzinfo=UTC))
    programme.add_contribution(conference, title="On time", session=session, people=[PersonFacts(person)])


def released_contribution(conference, person):
    planned_contribution(conference, person)
    release_schedule(conference, name="1.0")


def delegate(conference, person):
    participation.name_delegate(a_delegation(conference), person)


def listed_delegate(conference, person):
    delegate(conference, person)
    participation.issue_participants(conference)


def unlisted_guest(conference, person):
    participation.invite_guest(conference, person, is_listed=False)
    a_delegation(conference)
    participation.issue_participants(conference)


def listed_guest(conference, person):
    participation.invite_guest(conference, person)
    a_delegation(conference)
    participation.issue_participants(conference)


def rapporteur(conference, person):
    agenda = an_agenda(conference)
    agendas.add_item(agenda, title="Report", rapporteur=person)
    return agenda


def presented_letter(conference, person):
    letter = a_letter(conference)
    letters.present_letter(letter, a_held_session(conference), form=PresentationForm.READ, presented_by=person)


def presiding(conference, person):
    a_held_session(conference).presiding = person


SEEN = {
    "bureau": lambda conference, person: officials.appoint(person, an_office(conference)),
    "committee": lambda conference, person: committees.appoint_member(a_committee(conference), person),
    "committee rapporteur": lambda conference, person: committees.submit_report(
        a_committee(conference), report="Done.", rapporteur=person
    ),
    "convener": lambda _conference, person: a_conference("A", state="convened", public=True, convening_official=person),
    "signatory": lambda conference, person: documents.sign_document(a_document(conference), person),
    "delegate": listed_delegate,
    "guest": listed_guest,
    "presiding": presiding,
    "contribution": held_contribution,
    "released": released_contribution,
    "letter": lambda conference, person: letters.accept_letter(a_letter(conference, sender_official=person)),
    "presented": presented_letter,
    "item": lambda conference, person: agendas.issue_agenda(rapporteur(conference, person)),
}
UNSEEN = {
    "proposed": lambda conference, person: officials.appoint(
        person, an_office(conference), state=AppointmentState.PROPOSED
    ),
    "other body": lambda _conference, person: officials.appoint(person, an_office(an_organization())),
    "draft": lambda conference, person: documents.sign_document(
        a_document(conference, state=DocumentState.DRAFT), person
    ),
    "list not issued": delegate,
    "unlisted guest": unlisted_guest,
    "planned": planned_contribution,
    "letter": lambda conference, person: a_letter(conference, sender_official=person),
    "draft agenda": rapporteur,
    "invited": lambda conference, person: participation.invite(conference, official=person),
}


@pytest.mark.parametrize("way", SEEN)
def test_an_official_is_seen(conference, person, way):
    with pytest.raises(NotFound):
        directory.official_page("adams")
    SEEN[way](conference, person)
    assert directory.official_page("adams").official.id == person.id
    assert [each.id for each in directory.public_officials()] == [person.id]


@pytest.mark.parametrize("way", UNSEEN)
def test_an_official_is_not_seen(conference, person, way):
    UNSEEN[way](conference, person)
    assert directory.public_officials() == []
    with pytest.raises(NotFound, match="nothing about them is public"):
        directory.official_page("adams")


@pytest.mark.parametrize("way", sorted(set(SEEN) - {"convener"}))
def test_an_official_vanishes_with_the_conference(conference, person, way):
    SEEN[way](conference, person)
    make_private(conference)
    assert directory.public_officials() == []


def test_who_was_in_an_earlier_release_only_vanishes(conference, person):
    released_contribution(conference, person)
    a_session(conference, planned_start=datetime(2026, 5, 4, 9, tzinfo=UTC))
    planned = programme_of(conference).sessions
    for contribution in (each for session in planned for each in session.contributions):
        programme.withdraw_contribution(contribution)
    release_schedule(conference, name="1.1")
    assert directory.public_officials() == []


def test_somebody_released_under_a_former_name_is_found(conference, person):
    released_contribution(conference, person)
    officials.rename_official(person, "Couch Adams")
    assert directory.official_page("couch-adams").official.id == person.id


def test_the_page_of_an_organization_shows_posts_as_of_a_date(conference, union):
    by_taking_part(union)
    organ = organizations.establish_organ(union, name="Council")
    chair = an_office(organ, "Chair")
    officials.appoint(an_official("Hahn"), chair, term_start=moment("1880"), term_end=moment("1884-01-01"))
    officials.appoint(an_official("Weber"), chair, term_start=moment("1884-01-01"))
    page = directory.organization_page("union", at=moment("1884-10"))
    assert [each.official.name for each in page.posts[organ.id][0].holders] == ["Weber"]
    assert [each.conference.name for each in page.attendance] == ["A"]


def test_the_page_of_an_organization_leads_to_kin_that_is_seen(union):
    by_taking_part(union)
    parent, grandparent = an_organization("Empire"), an_organization("World")
    organizations.relate_organizations(union, parent=parent, successor=an_organization("Next"))
    organizations.relate_organizations(parent, parent=grandparent)
    page = directory.organization_page("union")
    assert (page.parent.name, page.successor.name) == ("Empire", "Next")
    assert directory.organization_page("empire").parent is None


def test_the_page_of_an_official_leaves_out_what_is_not_public(conference, person):
    listed_delegate(conference, person)
    officials.appoint(person, an_office(conference, "Secretary"))
    officials.appoint(person, an_office(a_conference("Private", state="convened"), "Chair"))
    participation.name_delegate(a_delegation(a_conference("B", state="convened", public=True)), person)
    page = directory.official_page("adams")
    assert [each.office.title for each in page.appointments] == ["Secretary"]
    assert [each.delegation.conference.name for each in page.seats] == ["Meridian"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_an_official_costs_seven_queries(conference, person, db_session, count_queries, count):
    for number in range(count):
        other = a_conference(state="convened", public=True, starts_on=day("1884"))
        listed_delegate(other, person)
        participation.invite_guest(other, person)
        officials.appoint(person, an_office(other, f"Office {number}"))
        held_contribution(other, person)
    db_session.expunge_all()
    with count_queries() as asked:
        page = directory.official_page("adams")
        read = [(each.delegation.conference.name, each.delegation.organization.name) for each in page.seats]
        read += [(each.office.body.name, each.office.title) for each in page.appointments]
        read += [(each.session.label, each.session.conference.slug) for each in page.contributions]
        read += [(guest.capacity, where.name) for guest, where in page.visits]
    assert (len(read), asked.count) == (4 * count, 7)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_an_organization_costs_ten_queries(union, db_session, count_queries, count):
    for number in range(count):
        conference = a_conference(f"C{number}", state="convened", public=True)
        a_delegation(conference, union)
        participation.issue_participants(conference)
        organ = organizations.establish_organ(union, name=f"Organ {number}", names=[{"name": "Other"}])
        officials.appoint(an_official(), an_office(organ))
        organizations.add_event(union, kind="event", text="It met.")
    organizations.relate_organizations(union, parent=an_organization("Empire"))
    db_session.expunge_all()
    with count_queries() as asked:
        page = directory.organization_page("union")
        read = [post.holders[0].official.name for posts in page.posts.values() for post in posts]
        read += [each.conference.name for each in page.attendance]
        read += [name.name for organ in page.organization.organs for name in organ.names]
    assert (len(read), page.parent.name, asked.count) == (3 * count, "Empire", 10)
