from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from confapp.accounts import operations, passwords, queries
from confapp.accounts.models import SignInLink
from confapp.audit import AuditEntry
from confapp.errors import RuleViolation
from confapp.permissions import Role

PASSWORD = "correct horse battery staple"


def actions(db_session) -> list[str]:
    return list(db_session.scalars(sa.select(AuditEntry.action).order_by(AuditEntry.id)))


def test_create_user_keeps_the_address_in_small_letters_and_leaves_a_line(user, db_session):
    assert user.email == "keeper@example.org"
    assert actions(db_session) == ["accounts.user.create", "accounts.password.set", "accounts.role.grant"]


def test_create_user_refuses_an_address_that_has_an_account(user):
    with pytest.raises(RuleViolation, match=r"keeper@example.org has an account already\.") as refusal:
        operations.create_user(" KEEPER@example.org ", by=None)
    assert refusal.value.field == "email"


def test_grant_role_twice_is_one_grant(user, db_session):
    operations.grant_role(user, Role.CONVENER, by=None)
    db_session.refresh(user, ["grants"])
    assert [grant.role for grant in user.grants] == [Role.CONVENER]


@pytest.mark.parametrize(("role", "conference_id"), [(Role.ADMINISTRATOR, 1), (Role.SECRETARY, None)])
def test_grant_role_refuses_the_wrong_place(user, role, conference_id):
    with pytest.raises(RuleViolation, match="conference"):
        operations.grant_role(user, role, conference_id=conference_id, by=None)


def test_revoke_role_keeps_the_last_administrator(user, db_session):
    grant = operations.grant_role(user, Role.ADMINISTRATOR, by=None)
    with pytest.raises(RuleViolation, match="last administrator"):
        operations.revoke_role(grant, by=None)
    other = operations.create_user("other@example.org", by=None)
    operations.grant_role(other, Role.ADMINISTRATOR, by=user)
    operations.revoke_role(grant, by=other)
    db_session.flush()
    assert queries.administrator_count() == 1


@pytest.mark.parametrize("password", ["short", "a" * 129, "I am keeper of this"])
def test_set_password_refuses_weak_ones(user, password):
    with pytest.raises(RuleViolation) as refusal:
        operations.set_password(user, password, by=user)
    assert refusal.value.field == "password"


def test_set_password_ends_every_visit(user):
    before = user.get_id()
    operations.set_password(user, "another long password", by=user)
    assert queries.user_of_cookie(before) is None
    assert queries.user_of_cookie(user.get_id()) is user


def test_sign_in_by_password_takes_composed_and_decomposed_letters_as_the_same(user):
    operations.set_password(user, "caf\u00e9 au lait sucr\u00e9", by=user)
    assert operations.sign_in_by_password(user.email, "cafe\u0301 au lait sucre\u0301", is_local=False) is user


@pytest.mark.parametrize(("email", "password"), [("keeper@example.org", "wrong"), ("nobody@example.org", PASSWORD)])
def test_sign_in_by_password_says_the_same_of_a_wrong_password_and_an_unknown_account(user, email, password):
    with pytest.raises(RuleViolation, match="no such account, or the password is another one"):
        operations.sign_in_by_password(email, password, is_local=True)


def test_sign_in_by_password_refuses_a_closed_account(user):
    user.is_active = False
    with pytest.raises(RuleViolation, match="no such account"):
        operations.sign_in_by_password(user.email, PASSWORD, is_local=True)


def test_sign_in_by_password_lets_the_demonstration_in_on_this_machine_alone(user):
    user.is_demonstration = True
    assert operations.sign_in_by_password(user.email, PASSWORD, is_local=True) is user
    with pytest.raises(RuleViolation, match="no such account"):
        operations.sign_in_by_password(user.email, PASSWORD, is_local=False)


def test_sign_in_by_password_renews_an_outdated_hash(user):
    weak = passwords.PasswordHasher(time_cost=1, memory_cost=32, parallelism=1).hash(PASSWORD)
    user.password_hash = weak
    operations.sign_in_by_password(user.email, PASSWORD, is_local=False)
    assert user.password_hash != weak
    assert not passwords.is_outdated(user.password_hash)


def test_sign_in_by_link_works_once(user):
    secret = operations.issue_link(user, by=None)
    assert operations.sign_in_by_link(secret, is_local=False) is user
    with pytest.raises(RuleViolation, match="used already"):
        operations.sign_in_by_link(secret, is_local=False)


def test_sign_in_by_link_refuses_an_old_one_and_a_wrong_one(user, db_session):
    secret = operations.issue_link(user, by=None)
    db_session.flush()
    link = db_session.scalars(sa.select(SignInLink)).one()
    link.expires_at -= timedelta(days=3)
    for wrong in (secret, "made-up"):
        with pytest.raises(RuleViolation, match="too old"):
            operations.sign_in_by_link(wrong, is_local=False)


def test_sign_in_by_link_refuses_a_closed_account(user):
    secret = operations.issue_link(user, by=None)
    user.is_active = False
    with pytest.raises(RuleViolation, match="closed"):
        operations.sign_in_by_link(secret, is_local=True)


def test_the_secret_of_a_link_is_kept_nowhere(user, db_session):
    secret = operations.issue_link(user, by=None)
    db_session.flush()
    link = db_session.scalars(sa.select(SignInLink)).one()
    assert secret not in {link.secret_digest, user.session_stamp}
    assert link.secret_digest == operations.digest(secret)


@pytest.mark.parametrize("token", ["", "x", "1", "1.", "999999.abc", "-1.abc"])
def test_user_of_cookie_takes_no_made_up_one(user, token):
    assert queries.user_of_cookie(token) is None
