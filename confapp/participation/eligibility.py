"""Who may be invited, sit in a delegation, lead it and vote: the refusals of this domain."""

from __future__ import annotations

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp.conferences.models import Conference
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.officials.models import Official
from confapp.organizations.models import Organization
from confapp.participation.models import (
    CredentialsState,
    Delegate,
    DelegateRole,
    Delegation,
    DelegationCategory,
    Invitation,
)
from confapp.spans import Span

WITHOUT_VOTE = frozenset({DelegationCategory.OBSERVER, DelegationCategory.GUEST, DelegationCategory.SECRETARIAT})


def refuse_invited(conference: Conference, organization: Organization | None, official: Official | None) -> None:
    addressee = (
        Invitation.organization_id == organization.id
        if organization
        else Invitation.official_id == (official.id if official else None)
    )
    invited = sa.select(Invitation.id).where(Invitation.conference_id == conference.id, addressee)
    if db.session.scalar(invited):
        raise RuleViolation(
            _("%(name)s was invited already.", name=(organization.name if organization else official and official.name))
        )


def refuse_no_organization(
    conference: Conference, organization: Organization | None, category: DelegationCategory
) -> None:
    if organization is None:
        if category is not DelegationCategory.INDIVIDUAL:
            raise RuleViolation(_("A delegation needs its organization."), field="organization")
        return
    registered = sa.select(Delegation.name).where(
        Delegation.conference_id == conference.id, Delegation.organization_id == organization.id
    )
    if db.session.scalar(registered) is not None:
        raise RuleViolation(
            _("%(name)s has a delegation at this conference already.", name=organization.name), field="organization"
        )


def refuse_vote(category: DelegationCategory, *, is_voting: bool, votes: int) -> None:
    if is_voting and category in WITHOUT_VOTE:
        raise RuleViolation(_("Observers, guests and the secretariat have no vote."), field="is_voting")
    if votes < 0:
        raise RuleViolation(_("A number of votes cannot be negative."), field="votes")


def refuse_withdrawn(delegation: Delegation) -> None:
    if delegation.withdrawn is not None:
        raise RuleViolation(_("%(name)s withdrew in %(at)s.", name=delegation.name, at=delegation.withdrawn))


def refuse_gone(delegate: Delegate) -> None:
    if delegate.term_end is not None:
        raise RuleViolation(_("This delegate left in %(end)s already.", end=delegate.term_end))


def refuse_not_presented(delegation: Delegation) -> None:
    if delegation.credentials is not CredentialsState.PRESENTED:
        raise RuleViolation(_("%(name)s has to present credentials first.", name=delegation.name))


def _members(delegation: Delegation) -> list[Delegate]:
    return list(db.session.scalars(sa.select(Delegate).where(Delegate.delegation_id == delegation.id)))


def refuse_twice(delegation: Delegation, official: Official, span: Span) -> None:
    for other in _members(delegation):
        if other.official_id == official.id and span.certainly_overlaps(Span(other.term_start, other.term_end), "UTC"):
            raise RuleViolation(
                _("%(name)s is a member of %(delegation)s already.", name=official.name, delegation=delegation.name)
            )


def refuse_second_head(delegation: Delegation, span: Span, *, besides: Delegate | None = None) -> None:
    for other in _members(delegation):
        if (
            other is not besides
            and other.role is DelegateRole.HEAD
            and span.certainly_overlaps(Span(other.term_start, other.term_end), "UTC")
        ):
            raise RuleViolation(
                _("%(name)s has a head already: a delegation has one at a time.", name=delegation.name), field="role"
            )
