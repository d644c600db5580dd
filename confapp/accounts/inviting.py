"""Letting people in: an account, its first role and its first link in one act."""

from __future__ import annotations

from flask_babel import gettext as _

from confapp.accounts import factors, notices, operations, queries, visits
from confapp.accounts.models import Grant, User
from confapp.accounts.notices import link_address
from confapp.errors import RuleViolation
from confapp.permissions import EVERYWHERE, Role

__all__ = ["grant_in", "invite", "link_address", "remove_factors", "revoke_in", "send_link"]

AFTERWARDS = "/account/password/"


def invite(email: str, *, name: str, role: Role, conference_id: int | None, by: User | None) -> tuple[User, str]:
    """Make an account with a role, send its first link, and answer the link's secret as well."""
    user = operations.create_user(email, name=name, by=by)
    operations.grant_role(user, role, conference_id=conference_id, by=by)
    return user, send_link(user, by=by)


def send_link(user: User, *, by: User | None) -> str:
    """Make a link, mail it where mail is sent, and answer its secret."""
    secret = operations.issue_link(user, by=by)
    notices.send_invitation(user, secret, AFTERWARDS)
    return secret


def grant_in(conference_id: int, email: str, *, name: str, role: Role, by: User) -> str:
    """Give somebody a role in a conference; for whoever has no account yet, one is made and its link's secret answered.

    The link of an account that was there before is not for an organizer: whoever has it is its user.
    """
    if role in EVERYWHERE:
        raise RuleViolation(_("That role is about no single conference."), field="role")
    user = queries.user_by_email(email)
    if user is None:
        return invite(email, name=name, role=role, conference_id=conference_id, by=by)[1]
    if queries.grant_of(user, role, conference_id):
        raise RuleViolation(_("%(email)s has this role already.", email=user.email), field="role")
    operations.grant_role(user, role, conference_id=conference_id, by=by)
    return ""


def revoke_in(conference_id: int, grant: Grant, *, by: User) -> None:
    """Take away a role in a conference; nobody takes the last organizer's, or their own as one."""
    if grant.conference_id != conference_id:
        raise RuleViolation(_("That role is held in another conference."))
    if grant.role is Role.ORGANIZER and grant.user_id == by.id:
        raise RuleViolation(_("You cannot take this role from yourself. Another organizer can."))
    operations.revoke_role(grant, by=by)


def remove_factors(user: User, *, by: User) -> None:
    """Help somebody who has lost their second factors and passkeys; they are told, and signed out."""
    factors.remove_factors(user, by=by)
    visits.end_visits(user)
    notices.send_warning(user, _("An administrator removed the second factors and passkeys of your account."))
