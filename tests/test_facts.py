"""Facts as operations take them: written with care, and none of a noun's columns forgotten."""

from __future__ import annotations

from typing import get_type_hints

import pytest
import sqlalchemy as sa

from confapp.agendas.facts import ItemFacts
from confapp.agendas.models import Agenda, AgendaItem
from confapp.committees.facts import CommitteeFacts, MeetingFacts, ReportFacts
from confapp.committees.models import Committee, CommitteeMeeting
from confapp.conferences.facts import ConferenceFacts, DocumentFacts, InstrumentFacts, OccasionFacts, SourceFacts
from confapp.conferences.models import Conference, ConveningInstrument, Document, Occasion, Source
from confapp.errors import RuleViolation
from confapp.facts import ContentFacts, free_key, next_number, write
from confapp.letters.facts import LetterFacts
from confapp.letters.models import Letter
from confapp.officials.facts import AppointmentFacts, OfficeFacts, OfficialFacts
from confapp.officials.models import Appointment, Office, Official
from confapp.organizations.facts import EventFacts, NameFacts, OrganFacts, OrganizationFacts, RelationFacts
from confapp.organizations.models import BodyName, Organ, Organization, OrganizationEvent
from confapp.participation.facts import DelegateFacts, DelegationFacts, GuestFacts, InvitationFacts
from confapp.participation.models import Delegate, Delegation, Guest, Invitation
from confapp.programme.facts import ContributionFacts, HallFacts, SessionFacts, TrackFacts
from confapp.programme.models import Contribution, Hall, Session, Track
from tests.builders import an_organization

# What is no fact: keys, what the verbs make or take as arguments of their own, and what a life cycle sets.
MADE = {"id", "version", "position", "slug", "key", "name", "kind", "conference_id", "number", "state"}
OF_VERBS = {
    Organ: {"organization_id"},
    OrganizationEvent: {"organization_id"},
    BodyName: {"body_id"},
    Office: {"body_id", "title", "is_abolished"},
    Appointment: {
        "official_id", "office_id", "holds_alone", "starts_earliest", "starts_latest", "ends_earliest", "ends_latest",
    },
    Conference: {"convened_on", "opened", "closed", "is_public", "participants_issued", "takes_comments"},
    Source: {"title"},
    Document: {"title"},
    Committee: {"committee_kind"},
    CommitteeMeeting: {"committee_id"},
    Invitation: {"organization_id", "official_id", "answered_on"},
    Delegation: {"organization_id", "credentials", "credentials_on", "credentials_note", "withdrawn"},
    Delegate: {"delegation_id", "official_id", "replaces_id"},
    Guest: {"official_id"},
    Session: {"label", "opened", "adjourned", "adjournment_note", "presiding_id", "presiding_capacity"},
    Contribution: {"session_id", "title", "is_withdrawn"},
    Letter: {"register_number", "acknowledged_on", "accepted_on"},
    Agenda: {"session_id", "title", "adopted", "adopted_in_id", "adoption_note", "replaces_id", "numbers_follow"},
    AgendaItem: {"agenda_id", "parent_id", "title"},
}  # fmt: skip
NOUNS = [
    (Organization, (OrganizationFacts, RelationFacts)),
    (Organ, (OrganFacts,)),
    (OrganizationEvent, (EventFacts,)),
    (BodyName, (NameFacts,)),
    (Official, (OfficialFacts,)),
    (Office, (OfficeFacts,)),
    (Appointment, (AppointmentFacts,)),
    (Conference, (ConferenceFacts,)),
    (Occasion, (OccasionFacts,)),
    (ConveningInstrument, (InstrumentFacts,)),
    (Source, (SourceFacts,)),
    (Document, (DocumentFacts,)),
    (Committee, (CommitteeFacts, ReportFacts)),
    (CommitteeMeeting, (MeetingFacts,)),
    (Invitation, (InvitationFacts,)),
    (Delegation, (DelegationFacts,)),
    (Delegate, (DelegateFacts,)),
    (Guest, (GuestFacts,)),
    (Hall, (HallFacts,)),
    (Track, (TrackFacts,)),
    (Session, (SessionFacts,)),
    (Contribution, (ContributionFacts,)),
    (Letter, (LetterFacts,)),
    (Agenda, (ContentFacts,)),
    (AgendaItem, (ItemFacts,)),
]


@pytest.mark.parametrize(("model", "facts"), NOUNS, ids=[model.__name__ for model, _ in NOUNS])
def test_every_column_is_a_fact_or_a_verbs(model, facts):
    known = {name for each in facts for name in get_type_hints(each)}
    columns = {column.key for column in sa.inspect(model).columns}
    reached = {name for name in columns if name.removesuffix("_id") in known}
    assert columns - reached - OF_VERBS.get(model, set()) - MADE == set()


@pytest.mark.parametrize(("model", "facts"), NOUNS, ids=[model.__name__ for model, _ in NOUNS])
def test_every_fact_is_a_column_or_a_relationship(model, facts):
    known = {name for each in facts for name in get_type_hints(each)}
    assert known - set(sa.inspect(model).all_orm_descriptors.keys()) == set()


def test_write_names_what_changed(app):
    body = an_organization("A", seat="Paris")
    assert write(body, {"seat": "Paris", "country": "France"}) == ["country"]


def test_write_writes_nothing_where_one_fact_is_refused(app):
    body = an_organization("A", seat="Paris")
    with pytest.raises(RuleViolation):
        write(body, {"seat": "Rome", "name": ""})
    assert body.seat == "Paris"


def test_write_takes_an_empty_text_for_none(app):
    body = an_organization("A", seat="Paris")
    write(body, {"seat": "  "})
    assert body.seat is None


def test_write_knows_no_other_names(app):
    with pytest.raises(TypeError, match="Organization has no sea"):
        write(an_organization("A"), {"sea": "Paris"})


def test_next_number_starts_with_one(app):
    assert next_number(Hall.position, Hall.conference_id == 0) == 1


def test_free_key_spells_the_wish(app):
    assert free_key(Hall.key, sa.false(), key=None, wish="Großer Saal", stem="hall") == "grosser-saal"


def test_free_key_takes_the_stem_for_what_nobody_can_spell(app):
    assert free_key(Hall.key, sa.false(), key=None, wish="!!", stem="hall") == "hall"
