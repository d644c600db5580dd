"""Invitations, delegations, delegates, credentials, guests and the list of participants."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from confapp.errors import RuleViolation, StaleEdit
from confapp.participation import operations
from confapp.participation.models import (
    CredentialsState,
    Delegate,
    DelegateRole,
    DelegationCategory,
    InvitationState,
)
from tests.builders import a_conference, a_delegation, an_official, an_organization, day, moment

HEAD = DelegateRole.HEAD


@pytest.fixture
def conference(app):
    return a_conference(state="convened")


@pytest.fixture
def delegation(conference):
    return a_delegation(conference, an_organization("France"))


def test_invite_counts_invitations(conference):
    operations.invite(conference, organization=an_organization())
    assert operations.invite(conference, official=an_official(), sent_on=day("1883-12")).position == 2


@pytest.mark.parametrize("both", [True, False])
def test_invite_refuses_two_addressees_and_none(conference, both):
    who = {"organization": an_organization(), "official": an_official()} if both else {}
    with pytest.raises(RuleViolation, match="one organization or to one person"):
        operations.invite(conference, **who)


@pytest.mark.parametrize("who", ["organization", "official"])
def test_invite_refuses_somebody_twice(conference, who):
    addressee = an_organization("Peru") if who == "organization" else an_official("Peru")
    operations.invite(conference, **{who: addressee})
    with pytest.raises(RuleViolation, match="Peru was invited already"):
        operations.invite(conference, **{who: addressee})


def test_answer_keeps_the_day(conference):
    invitation = operations.invite(conference, organization=an_organization())
    operations.answer_invitation(invitation, state=InvitationState.ACCEPTED, on=day("1884-02"))
    assert (invitation.state, invitation.answered_on) == (InvitationState.ACCEPTED, day("1884-02"))


def test_answer_refuses_a_day_before_it_was_sent(conference):
    invitation = operations.invite(conference, organization=an_organization(), sent_on=day("1883-12"))
    with pytest.raises(RuleViolation, match="was sent in 1883-12"):
        operations.answer_invitation(invitation, state=InvitationState.DECLINED, on=day("1883-11"))


def test_answer_refuses_what_is_no_answer(conference):
    invitation = operations.invite(conference, organization=an_organization())
    with pytest.raises(RuleViolation, match="That is no answer"):
        operations.answer_invitation(invitation, state=InvitationState.SENT)


def test_register_sits_under_the_name_of_the_organization(delegation):
    assert (delegation.name, delegation.key, delegation.is_voting, delegation.votes) == ("France", "france", True, 1)


def test_register_sits_under_another_name_where_given(conference):
    assert a_delegation(conference, an_organization("Chile"), name="Chili").name == "Chili"


def test_register_refuses_a_second_delegation_of_an_organization(conference, delegation):
    with pytest.raises(RuleViolation, match="France has a delegation"):
        a_delegation(conference, delegation.organization)


def test_register_takes_it_to_another_conference(delegation):
    assert a_delegation(a_conference(), delegation.organization).name == "France"


def test_register_refuses_a_delegation_of_nothing(conference):
    with pytest.raises(RuleViolation, match="needs its organization"):
        operations.register_delegation(conference, name="Nobody")


def test_register_takes_an_individual(conference):
    person = operations.register_delegation(conference, name="Mr. Hall", category=DelegationCategory.INDIVIDUAL)
    assert (person.organization_id, person.is_voting) == (None, True)


def test_register_refuses_an_individual_without_a_name(conference):
    with pytest.raises(RuleViolation, match="under a name"):
        operations.register_delegation(conference, category=DelegationCategory.INDIVIDUAL)


def test_register_gives_an_observer_no_vote(conference):
    assert not a_delegation(conference, category=DelegationCategory.OBSERVER).is_voting


@pytest.mark.parametrize(
    "category", [DelegationCategory.OBSERVER, DelegationCategory.GUEST, DelegationCategory.SECRETARIAT]
)
def test_register_refuses_a_vote_of_those_who_have_none(conference, category):
    with pytest.raises(RuleViolation, match="have no vote"):
        a_delegation(conference, category=category, is_voting=True)


def test_register_takes_the_vote_of_an_intergovernmental_body(conference):
    category = DelegationCategory.INTERGOVERNMENTAL
    assert a_delegation(conference, category=category, is_voting=True).is_voting


def test_register_refuses_a_negative_number_of_votes(conference):
    with pytest.raises(RuleViolation, match="cannot be negative"):
        a_delegation(conference, votes=-1)


def test_register_refuses_a_number_of_votes_no_database_keeps(conference):
    with pytest.raises(RuleViolation, match="too large a number"):
        a_delegation(conference, votes=2**40)


def test_change_refuses_a_stale_form(delegation):
    operations.change_delegation(delegation, version=1, votes=2)
    with pytest.raises(StaleEdit):
        operations.change_delegation(delegation, version=1, votes=3)


def test_change_refuses_an_observer_with_a_vote(delegation):
    with pytest.raises(RuleViolation, match="have no vote"):
        operations.change_delegation(delegation, category=DelegationCategory.OBSERVER)


def test_change_makes_a_member_an_observer_without_a_vote(delegation):
    operations.change_delegation(delegation, category=DelegationCategory.OBSERVER, is_voting=False, name="Observers")
    assert (delegation.category, delegation.name) == (DelegationCategory.OBSERVER, "Observers")


def test_change_refuses_a_member_without_an_organization(conference):
    person = operations.register_delegation(conference, name="Mr. Hall", category=DelegationCategory.INDIVIDUAL)
    with pytest.raises(RuleViolation, match="as an individual"):
        operations.change_delegation(person, category=DelegationCategory.MEMBER)


def test_withdraw_keeps_the_moment_and_happens_once(delegation):
    operations.withdraw_delegation(delegation, at=moment("1884-10-20"))
    with pytest.raises(RuleViolation, match="France withdrew in 1884-10-20"):
        operations.withdraw_delegation(delegation, at=moment("1884-10-21"))


def test_name_makes_a_key_and_a_position(delegation):
    operations.name_delegate(delegation, an_official("Lefaivre"))
    second = operations.name_delegate(delegation, an_official("Janssen"))
    assert (second.key, second.position, second.role) == ("janssen", 2, DelegateRole.DELEGATE)


def test_name_refuses_somebody_twice(delegation):
    janssen = an_official("Janssen")
    operations.name_delegate(delegation, janssen)
    with pytest.raises(RuleViolation, match="Janssen is a member of France already"):
        operations.name_delegate(delegation, janssen)


def test_name_takes_somebody_back_after_a_term(delegation):
    janssen = an_official("Janssen")
    operations.name_delegate(delegation, janssen, term_end=moment("1884-10-05"))
    assert operations.name_delegate(delegation, janssen, term_start=moment("1884-10-10")).position == 2


def test_name_takes_one_person_into_two_delegations(conference, delegation):
    janssen = an_official("Janssen")
    operations.name_delegate(delegation, janssen)
    assert operations.name_delegate(a_delegation(conference), janssen).position == 1


def test_name_refuses_a_second_head(delegation):
    operations.name_delegate(delegation, an_official(), role=HEAD)
    with pytest.raises(RuleViolation, match="has a head already") as refusal:
        operations.name_delegate(delegation, an_official(), role=HEAD)
    assert refusal.value.field == "role"


def test_name_takes_a_head_after_the_head(delegation):
    operations.name_delegate(delegation, an_official(), role=HEAD, term_end=moment("1884-10-10"))
    assert operations.name_delegate(delegation, an_official(), role=HEAD, term_start=moment("1884-10-11")).role is HEAD


def test_name_refuses_a_term_that_ends_before_it_starts(delegation):
    with pytest.raises(RuleViolation, match="before the start"):
        operations.name_delegate(
            delegation, an_official(), term_start=moment("1884-10-10"), term_end=moment("1884-10-01")
        )


def test_name_refuses_a_delegation_that_withdrew(delegation):
    operations.withdraw_delegation(delegation, at=moment("1884-10-20"))
    with pytest.raises(RuleViolation, match="France withdrew"):
        operations.name_delegate(delegation, an_official())


def test_change_delegate_refuses_a_second_head(delegation):
    operations.name_delegate(delegation, an_official(), role=HEAD)
    deputy = operations.name_delegate(delegation, an_official(), role=DelegateRole.DEPUTY)
    with pytest.raises(RuleViolation, match="has a head already"):
        operations.change_delegate(deputy, role=HEAD)


def test_change_delegate_keeps_the_head_a_head(delegation):
    head = operations.name_delegate(delegation, an_official(), role=HEAD)
    operations.change_delegate(head, version=head.version, title="Minister")
    assert (head.title, head.role) == ("Minister", HEAD)


def test_change_delegate_refuses_a_stale_form(delegation):
    head = operations.name_delegate(delegation, an_official(), role=HEAD)
    with pytest.raises(StaleEdit):
        operations.change_delegate(head, version=0, title="Minister")


def test_replace_ends_the_term_and_begins_the_next_in_the_same_role(delegation):
    first = operations.name_delegate(delegation, an_official("Lefaivre"), role=HEAD)
    second = operations.replace_delegate(first, an_official("Janssen"), at=moment("1884-10-13T13:00"))
    assert (first.term_end, second.term_start) == (moment("1884-10-13T13:00"), moment("1884-10-13T13:00"))
    assert (second.role, second.replaces_id, second.position) == (HEAD, first.id, 2)


def test_replace_keeps_who_was_there_before(delegation, db_session):
    first = operations.name_delegate(delegation, an_official("Lefaivre"))
    operations.replace_delegate(first, an_official("Janssen"), at=moment("1884-10-13"))
    assert db_session.scalar(sa.select(sa.func.count()).select_from(Delegate)) == 2


def test_replace_refuses_one_who_left(delegation):
    first = operations.name_delegate(delegation, an_official("Lefaivre"))
    operations.withdraw_delegate(first, at=moment("1884-10-12"))
    with pytest.raises(RuleViolation, match="left in 1884-10-12 already"):
        operations.replace_delegate(first, an_official("Janssen"), at=moment("1884-10-13"))


def test_replace_refuses_a_moment_before_the_term(delegation):
    first = operations.name_delegate(delegation, an_official("Lefaivre"), term_start=moment("1884-10-10"))
    with pytest.raises(RuleViolation, match="before the start"):
        operations.replace_delegate(first, an_official("Janssen"), at=moment("1884-10-01"))


def test_replace_refuses_a_role_that_another_has(delegation):
    operations.name_delegate(delegation, an_official(), role=HEAD)
    second = operations.name_delegate(delegation, an_official())
    with pytest.raises(RuleViolation, match="has a head already"):
        operations.replace_delegate(second, an_official(), at=moment("1884-10-13"), role=HEAD)


def test_withdraw_delegate_happens_once(delegation):
    delegate = operations.name_delegate(delegation, an_official())
    operations.withdraw_delegate(delegate, at=moment("1884-10-12"))
    with pytest.raises(RuleViolation, match="already"):
        operations.withdraw_delegate(delegate, at=moment("1884-10-13"))


def test_credentials_are_presented_then_accepted(delegation):
    operations.present_credentials(delegation, on=day("1884-10-01"))
    operations.accept_credentials(delegation, on=day("1884-10-02"), note="In form")
    assert (delegation.credentials, delegation.credentials_on, delegation.credentials_note) == (
        CredentialsState.ACCEPTED,
        day("1884-10-02"),
        "In form",
    )


def test_rejected_credentials_can_be_presented_anew(delegation):
    operations.present_credentials(delegation)
    operations.reject_credentials(delegation, note="Not signed")
    operations.present_credentials(delegation)
    assert delegation.credentials is CredentialsState.PRESENTED


@pytest.mark.parametrize("act", [operations.accept_credentials, operations.reject_credentials])
def test_credentials_that_were_not_presented_are_not_settled(delegation, act):
    with pytest.raises(RuleViolation, match="France has to present credentials first"):
        act(delegation)


def test_credentials_are_not_presented_twice(delegation):
    operations.present_credentials(delegation)
    with pytest.raises(RuleViolation, match="has presented its credentials already"):
        operations.present_credentials(delegation)


def test_credentials_are_not_accepted_before_they_were_presented(delegation):
    operations.present_credentials(delegation, on=day("1884-10-02"))
    with pytest.raises(RuleViolation, match="cannot have been before 1884-10-02"):
        operations.accept_credentials(delegation, on=day("1884-10-01"))


def test_invite_guest_counts_guests(conference):
    operations.invite_guest(conference, an_official("Hall"))
    assert operations.invite_guest(conference, an_official("Newcomb"), capacity="Astronomer").position == 2


def test_invite_guest_refuses_somebody_twice(conference):
    hall = an_official("Hall")
    operations.invite_guest(conference, hall)
    with pytest.raises(RuleViolation, match="Hall is on the list already"):
        operations.invite_guest(conference, hall)


def test_issue_shows_the_list(conference, delegation):
    operations.issue_participants(conference)
    assert conference.participants_issued


def test_issue_happens_once(conference, delegation):
    operations.issue_participants(conference)
    with pytest.raises(RuleViolation, match="issued already"):
        operations.issue_participants(conference)


def test_issue_refuses_an_empty_list(conference):
    with pytest.raises(RuleViolation, match="would be empty"):
        operations.issue_participants(conference)


def test_issue_refuses_a_planned_conference(app):
    conference = a_conference()
    a_delegation(conference)
    with pytest.raises(RuleViolation, match="is not convened yet"):
        operations.issue_participants(conference)


def test_replace_takes_a_moment_that_nobody_stated(delegation):
    first = operations.name_delegate(delegation, an_official("Lefaivre"), role=HEAD)
    second = operations.replace_delegate(first, an_official("Janssen"), at=None)
    assert (first.term_end, second.term_start, second.replaces_id, second.role) == (None, None, first.id, HEAD)


def test_change_delegate_changes_one_who_is_no_head(delegation):
    delegate = operations.name_delegate(delegation, an_official())
    operations.change_delegate(delegate, role=DelegateRole.ADVISER)
    assert delegate.role is DelegateRole.ADVISER
