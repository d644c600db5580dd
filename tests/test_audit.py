from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from confapp import audit, clock
from confapp.accounts import operations
from confapp.audit import Action, AuditEntry


@pytest.fixture
def somebody(db_session):
    user = operations.create_user("somebody@example.org", by=None)
    db_session.flush()
    return user


def test_record_says_who_did_what_to_what(db_session, somebody):
    before = clock.now()
    entry = audit.record(Action.USER_CHANGED, somebody, by=somebody, detail={"name": "B"})
    db_session.flush()
    db_session.refresh(entry)
    assert (entry.action, entry.subject_table, entry.subject_id) == ("accounts.user.change", "users", somebody.id)
    assert (entry.by_id, entry.detail) == (somebody.id, {"name": "B"})
    assert before <= entry.at <= clock.now()


def test_record_without_anybody_is_the_system(db_session, somebody):
    assert audit.record(Action.USER_CHANGED, somebody, by=None).by_id is None


@pytest.mark.parametrize("statement", ["UPDATE audit_entries SET action = 'x'", "DELETE FROM audit_entries"])
def test_a_line_is_never_changed(db_session, somebody, statement):
    with pytest.raises(sa.exc.IntegrityError, match="never changed"), db_session.begin_nested():
        db_session.execute(sa.text(statement))


def test_a_line_outlives_its_user(db_session, somebody):
    entry = audit.record(Action.USER_CHANGED, somebody, by=somebody)
    db_session.flush()
    db_session.execute(sa.text("DELETE FROM users"))
    db_session.refresh(entry)
    assert entry.by_id is None
    assert db_session.scalar(sa.select(sa.func.count()).select_from(AuditEntry)) == 2


def test_every_tag_is_area_noun_and_verb():
    assert [action.value for action in Action if not re.fullmatch(r"[a-z]+\.[a-z_]+\.[a-z_]+", action.value)] == []
    assert len({action.value for action in Action}) == len(Action)
