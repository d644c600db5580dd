from __future__ import annotations

import json
from datetime import date

import pytest
import sqlalchemy as sa

from confapp import mail, tasks
from confapp.accounts import operations, queries
from confapp.audit import AuditEntry
from confapp.mail import OutgoingMail
from confapp.permissions import Role
from confapp.tasks import Task
from tests.builders import a_conference


@pytest.fixture
def conference(db_session):
    made = a_conference("A Conference")
    db_session.flush()
    return made


@pytest.fixture
def one_source(monkeypatch):
    """A source of tasks of the test's own, and no other."""
    monkeypatch.setattr(tasks, "_sources", [])
    found: list[Task] = []

    @tasks.source
    def find(user, conference_id):
        return found

    return found


def test_my_conferences_stand_with_my_roles(signed_in_as, conference):
    page = signed_in_as(Role.ORGANIZER, conference).get("/me/").text
    assert f'<a href="/manage/conferences/{conference.slug}/"><strong><bdi>A Conference</bdi></strong></a>' in page
    assert "Does and decides everything in this conference" in page


def test_a_delegate_is_led_to_the_pages_for_everybody(signed_in_as, conference):
    page = signed_in_as(Role.DELEGATE, conference).get("/me/").text
    assert f'href="/conferences/{conference.slug}/"' in page
    assert "To the desk" not in page


def test_who_has_no_part_is_told_what_to_do(signed_in_as):
    page = signed_in_as(None).get("/me/").text
    assert "You have no part in a conference yet." in page
    assert "Nothing waits for you." in page


def test_my_tasks_stand_by_their_days(signed_in_as, one_source):
    one_source += [Task("Later", "/later/"), Task("Soon", "/soon/", date(2026, 12, 1))]
    page = signed_in_as(None).get("/me/").text
    assert 0 < page.index("Soon") < page.index("Later")
    assert "until 2026-12-01" in page


def test_tasks_of_one_conference_leave_the_others_out(app, one_source):
    one_source += [Task("Here", "/", conference_id=1), Task("There", "/", conference_id=2), Task("Nowhere", "/")]
    assert [task.title for task in tasks.tasks_of(None, 1)] == ["Here"]
    assert [task.title for task in tasks.tasks_of(None)] == ["Here", "Nowhere", "There"]


def test_my_data_are_all_that_is_kept_and_no_secret(signed_in, user, db_session):
    answer = signed_in.get("/me/data.json")
    data = json.loads(answer.text)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="confapp-my-data.json"'
    assert data["account"]["email"] == "keeper@example.org"
    assert data["roles"] == [{"role": "convener", "conference": None}]
    assert [act["action"] for act in data["acts"]] == ["accounts.user.sign_in"]
    assert user.password_hash not in answer.text
    latest = sa.select(AuditEntry.action).order_by(AuditEntry.id.desc()).limit(1)
    assert db_session.scalar(latest) == "accounts.data.export"


def test_erasing_asks_for_the_address(signed_in, user):
    answer = signed_in.post("/me/erase/", data={"email": "other@example.org"})
    assert (answer.status_code, "That is not the address of your account." in answer.text) == (422, True)
    assert user.erased_at is None


def test_erasing_ends_it_all(signed_in, user, db_session):
    mail.queue(user.email, "A subject", "A text")
    assert signed_in.post("/me/erase/", data={"email": "Keeper@example.org"}).location == "/"
    assert (user.erased_at is not None, user.email) == (True, f"erased-{user.id}@invalid")
    assert signed_in.get("/me/").location == "/sign-in/?next=/me/"
    assert queries.user_by_email("keeper@example.org") is None
    assert db_session.scalar(sa.select(sa.func.count()).where(OutgoingMail.recipient == "keeper@example.org")) == 0


def test_erasing_refuses_the_last_administrator(signed_in, user, db_session):
    operations.grant_role(user, Role.ADMINISTRATOR, by=None)
    answer = signed_in.post("/me/erase/", data={"email": user.email})
    assert (answer.status_code, "last administrator" in answer.text) == (422, True)


def test_name_and_language_are_changed(signed_in, user):
    assert signed_in.post("/account/person/", data={"name": "B. Keeper", "language": "ru"}).location == "/account/"
    assert (user.name, user.language) == ("B. Keeper", "ru")
    assert 'value="B. Keeper"' in signed_in.get("/account/person/").text


def test_a_made_up_language_is_refused(signed_in, user):
    assert signed_in.post("/account/person/", data={"name": "B.", "language": "tlh"}).status_code == 422
    assert user.language is None


def test_the_trail_forgets_the_names_of_who_was_erased(signed_in, signed_in_as, user):
    signed_in.post("/account/person/", data={"name": "A Former Name", "language": ""})
    signed_in.post("/me/erase/", data={"email": user.email})
    trail = signed_in_as(Role.ADMINISTRATOR).get("/manage/audit/trail.json").text
    assert ("Former" in trail, "keeper" in trail, '"somebody who has left"' in trail) == (False, False, True)


def test_the_frame_leads_a_delegate_to_nothing_that_is_closed(signed_in_as, conference):
    page = signed_in_as(Role.DELEGATE, conference).get("/me/").text
    assert ('href="/manage/' in page, 'action="/manage/' in page) == (False, False)


def test_the_frame_leads_an_organizer_to_the_desk(signed_in_as, conference):
    assert '<a class="site-name" href="/manage/">' in signed_in_as(Role.ORGANIZER, conference).get("/me/").text
