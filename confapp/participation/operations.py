"""Invite, register delegations, name and replace delegates, examine credentials, issue the list of participants."""

from __future__ import annotations

from typing import Unpack

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.conferences.models import Conference, ConferenceState
from confapp.dates import Moment, PartialDate
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import free_key, next_number, refuse_stale, write
from confapp.officials.models import Official
from confapp.organizations.models import Organization
from confapp.participation.eligibility import (
    refuse_gone,
    refuse_invited,
    refuse_no_organization,
    refuse_not_presented,
    refuse_second_head,
    refuse_twice,
    refuse_vote,
    refuse_withdrawn,
)
from confapp.participation.facts import DelegateFacts, DelegationFacts, GuestFacts, InvitationFacts
from confapp.participation.models import (
    CredentialsState,
    Delegate,
    DelegateRole,
    Delegation,
    DelegationCategory,
    Guest,
    Invitation,
    InvitationState,
)
from confapp.spans import Span

VOTING = frozenset({DelegationCategory.MEMBER, DelegationCategory.INDIVIDUAL})


def invite(
    conference: Conference,
    *,
    organization: Organization | None = None,
    official: Official | None = None,
    by: User | None = None,
    **facts: Unpack[InvitationFacts],
) -> Invitation:
    """Invite one organization, or one person; nobody twice."""
    if (organization is None) == (official is None):
        raise RuleViolation(_("An invitation goes to one organization or to one person."), field="organization")
    refuse_invited(conference, organization, official)
    position = next_number(Invitation.position, Invitation.conference_id == conference.id)
    invitation = Invitation(
        conference_id=conference.id, position=position, organization=organization, official=official
    )
    write(invitation, facts)
    db.session.add(invitation)
    audit.record(Action.ORGANIZATION_INVITED, invitation, by=by)
    db.session.flush()
    return invitation


def answer_invitation(
    invitation: Invitation, *, state: InvitationState, on: PartialDate | None = None, by: User | None = None
) -> None:
    """Note what became of it: accepted, declined, or left unanswered. A later answer takes the place of an earlier."""
    if state is InvitationState.SENT:
        raise RuleViolation(_("That is no answer: an invitation is accepted, declined or left unanswered."))
    if on and invitation.sent_on and on.latest < invitation.sent_on.earliest:
        raise RuleViolation(
            _("It was sent in %(sent)s and cannot have been answered before.", sent=invitation.sent_on), field="on"
        )
    write(invitation, {"state": state, "answered_on": on})
    audit.record(Action.INVITATION_ANSWERED, invitation, by=by, detail={"state": state.value})
    db.session.flush()


def register_delegation(
    conference: Conference,
    *,
    organization: Organization | None = None,
    name: str | None = None,
    key: str | None = None,
    by: User | None = None,
    **facts: Unpack[DelegationFacts],
) -> Delegation:
    """Register an organization's delegation, or an individual's; members and individuals vote, others where said so."""
    category = facts.get("category", DelegationCategory.MEMBER)
    is_voting = facts.get("is_voting", category in VOTING)
    name = name or (organization.name if organization else None)
    refuse_no_organization(conference, organization, category)
    if name is None:
        raise RuleViolation(_("An individual takes part under a name."), field="name")
    refuse_vote(category, is_voting=is_voting, votes=facts.get("votes", 1))
    of_conference = Delegation.conference_id == conference.id
    key = free_key(Delegation.key, of_conference, key=key, wish=name, stem="delegation")
    delegation = Delegation(
        conference=conference,
        organization=organization,
        key=key,
        position=next_number(Delegation.position, of_conference),
    )
    write(delegation, {"name": name, **facts, "is_voting": is_voting})
    db.session.add(delegation)
    audit.record(Action.DELEGATION_REGISTERED, delegation, by=by)
    db.session.flush()
    return delegation


def change_delegation(
    delegation: Delegation,
    *,
    name: str | None = None,
    version: int | None = None,
    by: User | None = None,
    **facts: Unpack[DelegationFacts],
) -> None:
    """Change in what quality it takes part, or the name under which it sits."""
    refuse_stale(delegation, version)
    category = facts.get("category", delegation.category)
    if delegation.organization_id is None and category is not DelegationCategory.INDIVIDUAL:
        raise RuleViolation(_("Without an organization it takes part as an individual."), field="category")
    refuse_vote(
        category,
        is_voting=facts.get("is_voting", delegation.is_voting),
        votes=facts.get("votes", delegation.votes),
    )
    changed = write(delegation, facts if name is None else {"name": name, **facts})
    audit.record(Action.DELEGATION_CHANGED, delegation, by=by, detail={"fields": changed})
    db.session.flush()


def withdraw_delegation(delegation: Delegation, *, at: Moment, by: User | None = None) -> None:
    """Note that it left the conference; what it did until then stays."""
    if delegation.withdrawn is not None:
        raise RuleViolation(_("%(name)s withdrew in %(at)s.", name=delegation.name, at=delegation.withdrawn))
    delegation.withdrawn = at
    audit.record(Action.DELEGATION_WITHDRAWN, delegation, by=by, detail={"at": str(at)})
    db.session.flush()


def name_delegate(
    delegation: Delegation,
    official: Official,
    *,
    key: str | None = None,
    by: User | None = None,
    **facts: Unpack[DelegateFacts],
) -> Delegate:
    """Make somebody a member of the delegation, for the whole conference or a term; one head at a time."""
    refuse_withdrawn(delegation)
    span = Span(facts.get("term_start"), facts.get("term_end"))
    refuse_twice(delegation, official, span)
    if facts.get("role") is DelegateRole.HEAD:
        refuse_second_head(delegation, span)
    return _name(delegation, official, key=key, facts=facts, action=Action.DELEGATE_NAMED, by=by)


def change_delegate(
    delegate: Delegate, *, version: int | None = None, by: User | None = None, **facts: Unpack[DelegateFacts]
) -> None:
    """Correct what somebody is in the delegation; who follows whom is `replace_delegate`'s."""
    refuse_stale(delegate, version)
    span = Span(facts.get("term_start", delegate.term_start), facts.get("term_end", delegate.term_end))
    if facts.get("role", delegate.role) is DelegateRole.HEAD:
        delegation = db.session.get_one(Delegation, delegate.delegation_id)
        refuse_second_head(delegation, span, besides=delegate)
    changed = write(delegate, facts)
    audit.record(Action.DELEGATE_CHANGED, delegate, by=by, detail={"fields": changed})
    db.session.flush()


def replace_delegate(
    delegate: Delegate,
    official: Official,
    *,
    at: Moment | None,
    key: str | None = None,
    by: User | None = None,
    **facts: Unpack[DelegateFacts],
) -> Delegate:
    """Let somebody follow a delegate from that moment on (None: nobody states it), in the same role unless told."""
    delegation = db.session.get_one(Delegation, delegate.delegation_id)
    refuse_withdrawn(delegation)
    refuse_gone(delegate)
    Span(delegate.term_start, at)
    span = Span(at, facts.get("term_end"))
    refuse_twice(delegation, official, span)
    role = facts.get("role", delegate.role)
    if role is DelegateRole.HEAD:
        refuse_second_head(delegation, span, besides=delegate)
    delegate.term_end = at
    whole: DelegateFacts = {**facts, "role": role, "term_start": at}
    return _name(delegation, official, key=key, facts=whole, action=Action.DELEGATE_REPLACED, by=by, replaces=delegate)


def withdraw_delegate(delegate: Delegate, *, at: Moment, by: User | None = None) -> None:
    """Note that somebody left the delegation."""
    refuse_gone(delegate)
    Span(delegate.term_start, at)
    delegate.term_end = at
    audit.record(Action.DELEGATE_WITHDRAWN, delegate, by=by, detail={"at": str(at)})
    db.session.flush()


def present_credentials(
    delegation: Delegation, *, on: PartialDate | None = None, note: str | None = None, by: User | None = None
) -> None:
    """Note that the delegation handed in its credentials; rejected ones can be presented anew."""
    if delegation.credentials not in {CredentialsState.NONE, CredentialsState.REJECTED}:
        raise RuleViolation(_("%(name)s has presented its credentials already.", name=delegation.name))
    _settle_credentials(delegation, CredentialsState.PRESENTED, on, note, by)


def accept_credentials(
    delegation: Delegation, *, on: PartialDate | None = None, note: str | None = None, by: User | None = None
) -> None:
    """Accept credentials that were presented."""
    refuse_not_presented(delegation)
    _settle_credentials(delegation, CredentialsState.ACCEPTED, on, note, by)


def reject_credentials(
    delegation: Delegation, *, on: PartialDate | None = None, note: str | None = None, by: User | None = None
) -> None:
    """Reject credentials that were presented; the note says why."""
    refuse_not_presented(delegation)
    _settle_credentials(delegation, CredentialsState.REJECTED, on, note, by)


def invite_guest(
    conference: Conference, official: Official, *, by: User | None = None, **facts: Unpack[GuestFacts]
) -> Guest:
    """Let somebody take part without a delegation: an expert, a speaker, staff."""
    of_conference = Guest.conference_id == conference.id
    if db.session.scalar(sa.select(Guest.id).where(of_conference, Guest.official_id == official.id)):
        raise RuleViolation(_("%(name)s is on the list already.", name=official.name))
    guest = Guest(conference_id=conference.id, official=official, position=next_number(Guest.position, of_conference))
    write(guest, facts)
    db.session.add(guest)
    audit.record(Action.GUEST_INVITED, guest, by=by)
    db.session.flush()
    return guest


def issue_participants(conference: Conference, *, by: User | None = None) -> None:
    """Issue the list of participants: from now on the public sees it as it stands."""
    if conference.participants_issued:
        raise RuleViolation(_("The list of participants is issued already."))
    if conference.state is ConferenceState.PLANNED:
        raise RuleViolation(_("%(name)s is not convened yet, so nobody takes part.", name=conference.name))
    if not db.session.scalar(sa.select(Delegation.id).where(Delegation.conference_id == conference.id).limit(1)):
        raise RuleViolation(_("There are no delegations yet, so the list would be empty."))
    conference.participants_issued = True
    audit.record(Action.PARTICIPANTS_ISSUED, conference, by=by)
    db.session.flush()


def _name(
    delegation: Delegation,
    official: Official,
    *,
    key: str | None,
    facts: DelegateFacts,
    action: Action,
    by: User | None,
    replaces: Delegate | None = None,
) -> Delegate:
    of_delegation = Delegate.delegation_id == delegation.id
    key = free_key(Delegate.key, of_delegation, key=key, wish=official.name, stem="delegate")
    delegate = Delegate(
        delegation=delegation,
        official=official,
        key=key,
        position=next_number(Delegate.position, of_delegation),
        replaces=replaces,
    )
    write(delegate, facts)
    db.session.add(delegate)
    audit.record(action, delegate, by=by)
    db.session.flush()
    return delegate


def _settle_credentials(
    delegation: Delegation, state: CredentialsState, on: PartialDate | None, note: str | None, by: User | None
) -> None:
    before = delegation.credentials_on
    if on and before and on.latest < before.earliest:
        raise RuleViolation(_("That cannot have been before %(before)s.", before=before), field="on")
    said = {} if note is None else {"credentials_note": note}
    write(delegation, {"credentials": state, "credentials_on": on or before, **said})
    audit.record(Action[f"CREDENTIALS_{state.name}"], delegation, by=by)
    db.session.flush()
