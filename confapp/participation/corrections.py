"""Correct what is known of invitations and guests, take things back, and settle several at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

from flask_babel import gettext as _

from confapp import audit
from confapp.accounts.models import User
from confapp.audit import Action
from confapp.dates import PartialDate
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.facts import refuse_stale, write
from confapp.participation.facts import GuestFacts, InvitationFacts
from confapp.participation.models import CredentialsState, Delegation, Guest, Invitation
from confapp.participation.operations import accept_credentials


def change_invitation(
    invitation: Invitation, *, version: int | None = None, by: User | None = None, **facts: Unpack[InvitationFacts]
) -> None:
    """Correct what is known of an invitation; whom it goes to stays, and so does the answer."""
    refuse_stale(invitation, version)
    sent = facts.get("sent_on", invitation.sent_on)
    if sent and invitation.answered_on and invitation.answered_on.latest < sent.earliest:
        answered = invitation.answered_on
        raise RuleViolation(
            _("It was answered in %(on)s and cannot have been sent later.", on=answered), field="sent_on"
        )
    changed = write(invitation, facts)
    audit.record(Action.INVITATION_CHANGED, invitation, by=by, detail={"fields": changed})
    db.session.flush()


def change_guest(
    guest: Guest, *, version: int | None = None, by: User | None = None, **facts: Unpack[GuestFacts]
) -> None:
    """Correct as what somebody takes part, and whether the list says so."""
    refuse_stale(guest, version)
    changed = write(guest, facts)
    audit.record(Action.GUEST_CHANGED, guest, by=by, detail={"fields": changed})
    db.session.flush()


def remove_guest(guest: Guest, *, by: User | None = None) -> None:
    """Take somebody off the list of guests; the person stays known."""
    audit.record(Action.GUEST_REMOVED, guest, by=by)
    db.session.delete(guest)
    db.session.flush()


def readmit_delegation(delegation: Delegation, *, by: User | None = None) -> None:
    """Take back that it withdrew."""
    if delegation.withdrawn is None:
        raise RuleViolation(_("%(name)s has not withdrawn.", name=delegation.name))
    delegation.withdrawn = None
    audit.record(Action.DELEGATION_CHANGED, delegation, by=by, detail={"fields": ["withdrawn"]})
    db.session.flush()


def accept_several(
    delegations: Iterable[Delegation], *, on: PartialDate | None = None, by: User | None = None
) -> tuple[int, int]:
    """Accept the credentials of those that have presented them; how many were, and how many had nothing to decide."""
    accepted = others = 0
    for delegation in delegations:
        if delegation.credentials is CredentialsState.PRESENTED:
            accept_credentials(delegation, on=on, by=by)
            accepted += 1
        else:
            others += 1
    return accepted, others
