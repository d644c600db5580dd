"""What operations on invitations, delegations, delegates and guests take, by the names of the columns."""

from __future__ import annotations

from confapp.dates import Moment, PartialDate
from confapp.facts import ContentFacts
from confapp.participation.models import DelegateRole, DelegationCategory


class InvitationFacts(ContentFacts, total=False):
    """What is known of an invitation beside its addressee and its answer."""

    sent_on: PartialDate | None
    delegates_max: int | None
    note: str | None


class DelegationFacts(ContentFacts, total=False):
    """In what quality a delegation takes part."""

    category: DelegationCategory
    is_voting: bool
    votes: int
    first_present: str | None


class DelegateFacts(ContentFacts, total=False):
    """What a delegate is in the delegation and at home, and for which term."""

    role: DelegateRole
    title: str | None
    term_start: Moment | None
    term_end: Moment | None


class GuestFacts(ContentFacts, total=False):
    """As what somebody takes part without a delegation."""

    capacity: str | None
    is_listed: bool
