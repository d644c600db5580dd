"""Creating users, granting roles, signing in and out."""

from __future__ import annotations

import secrets
from datetime import timedelta

import sqlalchemy as sa
from flask_babel import gettext as _

from confapp import audit, clock, mail
from confapp.accounts import passwords, queries
from confapp.accounts.models import Authenticator, Grant, Passkey, RecoveryCode, SignInLink, User, Visit
from confapp.accounts.sealing import digest
from confapp.accounts.visits import end_visits
from confapp.audit import Action
from confapp.db import db
from confapp.errors import RuleViolation
from confapp.permissions import EVERYWHERE, Role

LINK_HOLDS = timedelta(days=2)


def create_user(
    email: str, *, by: User | None, name: str = "", language: str | None = None, is_demonstration: bool = False
) -> User:
    """Add a user without a password; they come in by a link, or after `set_password`."""
    email = email.strip().lower()
    if queries.user_by_email(email):
        raise RuleViolation(_("%(email)s has an account already.", email=email), field="email")
    user = User(
        email=email,
        name=name,
        language=language,
        is_demonstration=is_demonstration,
        created_at=clock.now(),
    )
    db.session.add(user)
    audit.record(Action.USER_CREATED, user, by=by)
    return user


def grant_role(user: User, role: Role, *, by: User | None, conference_id: int | None = None) -> Grant:
    """Give a role everywhere, or in one conference; one that the user has already is given back as it is."""
    if role in EVERYWHERE and conference_id is not None:
        raise RuleViolation(_("This role holds everywhere; leave the conference out."), field="conference")
    if role not in EVERYWHERE and conference_id is None:
        raise RuleViolation(_("This role is held in a conference; say which."), field="conference")
    if grant := queries.grant_of(user, role, conference_id):
        return grant
    grant = Grant(
        user=user,
        role=role,
        conference_id=conference_id,
        granted_at=clock.now(),
        granted_by_id=by.id if by else None,
    )
    db.session.add(grant)
    audit.record(Action.ROLE_GRANTED, user, by=by, detail={"role": role.value, "conference_id": conference_id})
    return grant


def revoke_role(grant: Grant, *, by: User | None) -> None:
    """Take a role away; who is signed in loses it with the next page."""
    if grant.role is Role.ADMINISTRATOR and queries.administrator_count() == 1:
        raise RuleViolation(_("This is the last administrator; name another one first."))
    detail = {"role": grant.role.value, "conference_id": grant.conference_id}
    audit.record(Action.ROLE_REVOKED, grant, by=by, detail={**detail, "user_id": grant.user_id})
    db.session.delete(grant)


def set_password(user: User, password: str, *, by: User | None, on: Visit | None = None) -> None:
    """Replace the password and sign the user out wherever else they were signed in, `on` which visit it was done."""
    if not passwords.SHORTEST <= len(password) <= passwords.LONGEST:
        raise RuleViolation(
            _("Take a password of %(least)s to %(most)s characters.", least=passwords.SHORTEST, most=passwords.LONGEST),
            field="password",
        )
    if user.email.partition("@")[0] in password.lower():
        raise RuleViolation(_("Take a password that does not have your name in it."), field="password")
    user.password_hash = passwords.hashed(password)
    end_visits(user, but=on)
    void_links(user)
    audit.record(Action.PASSWORD_SET, user, by=by)


def issue_link(user: User, *, by: User | None, holds: timedelta = LINK_HOLDS) -> str:
    """Make a link that signs the user in once, for two days, and answer its secret, which is kept nowhere."""
    if not user.is_active:
        raise RuleViolation(_("This account is closed; open it again first."))
    secret = secrets.token_urlsafe(32)
    link = SignInLink(user=user, secret_digest=digest(secret), created_at=clock.now(), expires_at=clock.now() + holds)
    db.session.add(link)
    audit.record(Action.LINK_ISSUED, user, by=by)
    return secret


def sign_in_by_password(email: str, password: str, *, is_local: bool) -> User:
    """Find who signs in; `is_local` says that the request comes from this machine."""
    user = queries.user_by_email(email)
    kept = user.password_hash if user else None
    if not passwords.matches(password, kept) or user is None or not may_come_in(user, is_local=is_local):
        raise RuleViolation(_("There is no such account, or the password is another one. Look at both and try again."))
    if kept and passwords.is_outdated(kept):
        user.password_hash = passwords.hashed(password)
    return user


def sign_in_by_link(secret: str, *, is_local: bool) -> User:
    """Find whom the link signs in, and use it up."""
    link = queries.link_by_digest(digest(secret))
    if link is None or link.used_at or link.expires_at <= clock.now():
        raise RuleViolation(_("This link was used already or is too old. Ask for a new one."))
    if not may_come_in(link.user, is_local=is_local):
        raise RuleViolation(_("This account is closed. Ask an administrator."))
    link.used_at = clock.now()
    return link.user


def void_links(user: User) -> None:
    """Let no link of the user work any more."""
    unused = sa.update(SignInLink).where(SignInLink.user_id == user.id, SignInLink.used_at.is_(None))
    db.session.execute(unused.values(used_at=clock.now()), execution_options={"synchronize_session": "fetch"})


def close_account(user: User, *, by: User | None) -> None:
    """Let the user in no more; what they did stays theirs."""
    if by is user:
        raise RuleViolation(_("You cannot close your own account here. Another administrator can."))
    if queries.is_last_administrator(user):
        raise RuleViolation(_("This is the last administrator; name another one first."))
    user.is_active = False
    end_visits(user)
    void_links(user)
    audit.record(Action.USER_CLOSED, user, by=by)


def reopen_account(user: User, *, by: User | None) -> None:
    """Let a user in again, by the ways that they had."""
    if user.erased_at:
        raise RuleViolation(_("What was known of this user was erased. Invite them anew."))
    user.is_active = True
    audit.record(Action.USER_REOPENED, user, by=by)


def change_user(user: User, *, name: str, language: str | None, by: User | None) -> None:
    """Change what a user is called, and the language that confapp writes to them in."""
    user.name, user.language = name, language
    audit.record(Action.USER_CHANGED, user, by=by)  # without the former name, which could then never be erased


def erase_user(user: User, *, by: User | None) -> None:
    """Forget who the user is; what they did for a conference stays, by somebody who has left."""
    if queries.is_last_administrator(user):
        raise RuleViolation(_("This is the last administrator; name another one first."))
    end_visits(user)
    for table in (Authenticator, RecoveryCode, Passkey, SignInLink, Visit, Grant):
        db.session.execute(sa.delete(table).where(table.user_id == user.id))
    mail.forget(user.email)
    user.email, user.name = f"erased-{user.id}@invalid", ""
    user.password_hash = user.language = user.signed_in_at = None
    user.is_active, user.erased_at = False, clock.now()
    audit.record(Action.USER_ERASED, user, by=by)


def may_come_in(user: User, *, is_local: bool) -> bool:
    """Whether the account is open; one of the demonstration is so on this machine alone."""
    return user.is_active and (is_local or not user.is_demonstration)
