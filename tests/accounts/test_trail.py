from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest
import sqlalchemy as sa

from confapp import audit, clock
from confapp.accounts import operations, queries, trail
from confapp.accounts.nouns import AREAS, NOUNS
from confapp.acts import VERBS
from confapp.audit import Action, AuditEntry
from confapp.permissions import Role
from tests.builders import a_conference, a_letter


@pytest.fixture
def conference(db_session):
    made = a_conference("A Conference")
    db_session.flush()
    return made


@pytest.fixture
def admin(signed_in_as):
    return signed_in_as(Role.ADMINISTRATOR, email="admin@example.org")


def lines(page: str) -> int:
    return page.count("<time datetime=")


def exported(admin, asked=""):
    return json.loads(admin.get(f"/manage/audit/trail.json{asked}").text)


def test_the_trail_says_who_did_what_to_whom(admin, user, db_session):
    operations.change_user(user, name="C. Keeper", language=None, by=user)
    page = admin.get("/manage/audit/?q=change").text
    assert lines(page) == 1
    assert "C. Keeper</bdi></th>" in page
    assert "user changed</td>" in page


@pytest.mark.parametrize(
    ("asked", "acts"),
    [
        ("?q=keeper%40example.org&area=accounts", {"user.create", "password.set", "role.grant"}),
        ("?q=nobody%40example.org", set()),
        ("?area=letters", set()),
        ("?q=password", {"password.set"}),
        ("?q=%25%27", set()),
        ("?area=conferences", {"conference.plan"}),
    ],
)
def test_the_trail_is_narrowed_by_who_and_what(admin, user, conference, asked, acts):
    assert {line["act"].partition(".")[2] for line in exported(admin, asked)} == acts


def test_the_trail_says_from_whom_a_role_was_taken(admin, user, db_session):
    operations.revoke_role(queries.grant_of(user, Role.CONVENER, None), by=None)
    assert "role taken away: <bdi>A. Keeper</bdi>" in admin.get("/manage/audit/?q=revoke").text


def test_the_trail_is_narrowed_by_time(admin, user, db_session):
    entry = audit.record(Action.USER_CHANGED, user, by=None)
    entry.at = clock.now() - timedelta(days=8)
    db_session.flush()
    assert [len(exported(admin, f"?q=change&within={period}")) for period in ("day", "week", "month", "year")] == [
        0,
        0,
        1,
        1,
    ]


def test_the_trail_is_narrowed_by_conference(admin, conference, db_session):
    other = a_conference()
    db_session.flush()
    found = exported(admin, f"?conference={conference.id}")
    assert {line["conference"] for line in found} == {conference.slug}
    assert {line["conference"] for line in exported(admin, f"?conference={other.id}")} == {other.slug}


def test_an_act_belongs_to_the_conference_of_what_it_was_done_to(conference, user, db_session):
    letter = a_letter(conference)
    db_session.flush()
    kept = sa.select(AuditEntry.conference_id).where(AuditEntry.subject_table == letter.__tablename__)
    assert set(db_session.scalars(kept)) == {conference.id}


def test_the_trail_asks_the_same_of_the_database_for_few_lines_and_for_many(admin, user, conference, count_queries):
    with count_queries() as few:
        admin.get("/manage/audit/")
    for number in range(30):
        one = operations.create_user(f"one-{number}@example.org", by=user)
        operations.grant_role(one, Role.READER, conference_id=conference.id, by=one)
    with count_queries() as many:
        admin.get("/manage/audit/")
    assert len([s for s in many if "SELECT" in s]) == len([s for s in few if "SELECT" in s])


def test_a_conference_shows_its_own_acts_alone(signed_in_as, conference, user, db_session):
    audit.record(Action.CONFERENCE_CHANGED, a_conference("Another"), by=user)
    audit.record(Action.USER_CHANGED, user, by=user)
    page = signed_in_as(Role.COMMITTEE, conference).get(f"/manage/conferences/{conference.slug}/history/").text
    acts = db_session.scalar(sa.select(sa.func.count()).where(AuditEntry.conference_id == conference.id))
    assert (lines(page), "Take away as" in page) == (acts, False)


def test_the_table_has_no_cell_that_starts_a_formula(admin, user, db_session):
    for name in ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "plain"):
        operations.change_user(user, name=name, language=None, by=user)
        answer = admin.get("/manage/audit/trail.csv?q=change")
        rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))
        assert answer.headers["Content-Disposition"] == 'attachment; filename="confapp-trail.csv"'
        assert tuple(rows[0]) == trail.COLUMNS
        assert {row[1] for row in rows[1:]} == {name if name == "plain" else f"'{name}"}
        assert [cell for row in rows for cell in row if cell.startswith(trail.FORMULAS)] == []


def test_taking_the_trail_away_leaves_a_line(admin, user, db_session):
    kept = len(exported(admin))
    latest = db_session.scalars(sa.select(AuditEntry).order_by(AuditEntry.id.desc()).limit(1)).one()
    assert (latest.action, latest.detail) == ("accounts.trail.export", {"lines": kept})


def test_a_file_keeps_to_what_the_list_was_narrowed_to(admin, user):
    page = admin.get("/manage/audit/?q=password&area=accounts").text
    assert "/manage/audit/trail.csv?q=password&amp;area=accounts" in page


def test_every_act_has_words():
    areas, nouns, verbs = (set(part) for part in zip(*(action.value.split(".") for action in Action), strict=True))
    assert (areas - set(AREAS), nouns - set(NOUNS), verbs - set(VERBS)) == (set(), set(), set())


@pytest.mark.parametrize("asked", ["?page=0", "?page=99999999999999", "?area=x", "?q=%00", "?conference=x", "?sort=x"])
def test_nonsense_in_the_address_is_passed_over(admin, asked):
    assert admin.get(f"/manage/audit/{asked}").status_code == 200
