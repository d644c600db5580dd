from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from confapp.accounts import operations, passwords, queries, visits
from confapp.accounts.models import Grant, SignInLink, Visit
from confapp.accounts.sealing import digest
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


def test_set_password_ends_every_visit_but_the_one_it_is_done_on(user, db_session):
    here, there = visits.begin(user, device="Here"), visits.begin(user, device="There")
    operations.set_password(user, "another long password", by=user, on=here)
    assert [visit.device for visit in visits.open_visits(user)] == ["Here"]
    db_session.refresh(there)
    assert there.ended_at is not None


def test_set_password_voids_the_links_that_were_given_out(user, db_session):
    secret = operations.issue_link(user, by=None)
    operations.set_password(user, "another long password", by=user)
    with pytest.raises(RuleViolation, match="used already"):
        operations.sign_in_by_link(secret, is_local=True)


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
    assert link.secret_digest == digest(secret) != secret


def test_close_account_ends_visits_and_links(user, db_session):
    secret = operations.issue_link(user, by=None)
    visits.begin(user, device="Here")
    operations.close_account(user, by=None)
    assert (user.is_active, list(visits.open_visits(user))) == (False, [])
    operations.reopen_account(user, by=None)
    with pytest.raises(RuleViolation, match="used already"):
        operations.sign_in_by_link(secret, is_local=True)


def test_close_account_refuses_ones_own_and_the_last_administrator(user, db_session):
    operations.grant_role(user, Role.ADMINISTRATOR, by=None)
    with pytest.raises(RuleViolation, match="your own account"):
        operations.close_account(user, by=user)
    with pytest.raises(RuleViolation, match="last administrator"):
        operations.close_account(user, by=None)


def test_issue_link_refuses_a_closed_account(user):
    user.is_active = False
    with pytest.raises(RuleViolation, match="is closed"):
        operations.issue_link(user, by=None)


def test_erase_user_keeps_what_they_did_and_nothing_of_who_they_were(user, db_session):
    visits.begin(user, device="Here")
    operations.issue_link(user, by=user)
    operations.erase_user(user, by=None)
    db_session.flush()
    assert (user.email, user.name, user.password_hash, user.is_active) == (f"erased-{user.id}@invalid", "", None, False)
    assert db_session.scalar(sa.select(sa.func.count()).select_from(Grant)) == 0
    assert db_session.scalar(sa.select(sa.func.count()).select_from(Visit)) == 0
    assert actions(db_session)[-3:] == ["accounts.user.sign_in", "accounts.link.issue", "accounts.user.erase"]
    with pytest.raises(RuleViolation, match="erased"):
        operations.reopen_account(user, by=None)
