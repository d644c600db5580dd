from __future__ import annotations

import dataclasses
import re
from datetime import timedelta

import pytest
import sqlalchemy as sa

from confapp import clock
from confapp.accounts import factors, operations, queries, visits
from confapp.mail import OutgoingMail
from confapp.permissions import Role
from tests.accounts.conftest import PASSWORD
from tests.builders import a_conference


@pytest.fixture
def conference(db_session):
    made = a_conference("A Conference")
    db_session.flush()
    return made


@pytest.fixture
def admin(signed_in_as):
    return signed_in_as(Role.ADMINISTRATOR, email="admin@example.org")


@pytest.fixture
def organizer(signed_in_as, conference):
    return signed_in_as(Role.ORGANIZER, conference, email="organizer@example.org")


@pytest.fixture
def mailing(app, monkeypatch):
    monkeypatch.setitem(app.config, "CONFAPP", dataclasses.replace(app.config["CONFAPP"], mail_server="mail.invalid"))


def mails(db_session):
    return [(mail.recipient, mail.subject) for mail in db_session.scalars(sa.select(OutgoingMail))]


def roles_of(user, db_session):
    db_session.refresh(user, ["grants"])
    return [(grant.role, grant.conference_id) for grant in user.grants]


def age_visits(user, db_session):
    for visit in visits.open_visits(user):
        visit.confirmed_at -= timedelta(minutes=11)
    db_session.flush()


def test_the_list_shows_users_with_their_roles(admin, user):
    page = admin.get("/manage/users/").text
    assert ("A. Keeper" in page, "keeper@example.org" in page, "Convener" in page) == (True, True, True)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=KEEPER", ["keeper@example.org"]),
        ("q=a.+keep", ["keeper@example.org"]),
        ("q=%25", []),
        ("role=convener", ["keeper@example.org"]),
        ("state=closed", []),
        ("q=nobody", []),
    ],
)
def test_the_list_is_narrowed(admin, user, asked, found):
    page = admin.get(f"/manage/users/?{asked}").text
    assert re.findall(r"<td>(\S+@example.org)</td>", page) == found


def test_the_list_asks_the_same_of_the_database_for_one_user_and_for_many(admin, user, count_queries, db_session):
    with count_queries() as few:
        admin.get("/manage/users/")
    for number in range(10):
        one = operations.create_user(f"one-{number}@example.org", by=None)
        operations.grant_role(one, Role.CONVENER, by=None)
    with count_queries() as many:
        admin.get("/manage/users/")
    assert [s for s in many if s.startswith("SELECT")].__len__() == [s for s in few if s.startswith("SELECT")].__len__()


def test_inviting_gives_an_account_a_role_and_a_link_that_is_shown_once(admin, conference, app, db_session):
    data = {"email": "New@example.org", "name": "N. New", "role": "secretary", "conference": str(conference.id)}
    page = admin.post("/manage/users/new/", data=data).text
    new = queries.user_by_email("new@example.org")
    assert roles_of(new, db_session) == [(Role.SECRETARY, conference.id)]
    (address,) = re.findall(r"http://127.0.0.1:8000(/sign-in/[^/]+/)", page)
    guest = app.test_client()
    assert guest.post(address).location == "/me/"
    assert "A Conference" in guest.get("/me/").text
    assert mails(db_session) == []


def test_inviting_sends_the_link_where_mail_is_sent(admin, mailing, db_session):
    data = {"email": "new@example.org", "name": "", "role": "convener", "conference": ""}
    assert "It was also sent to new@example.org." in admin.post("/manage/users/new/", data=data).text
    assert mails(db_session) == [("new@example.org", "You have an account with confapp")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"email": "nobody"}, "Invalid email address."),
        ({"email": ""}, "This field is required."),
        ({"role": "king"}, "Choose one of the list."),
        ({"role": "secretary"}, "is held in a conference; say which"),
        ({"conference": "999999"}, "Choose one of the list."),
        ({"email": "keeper@example.org"}, "keeper@example.org has an account already."),
    ],
)
def test_inviting_says_what_is_wrong_and_keeps_what_was_typed(admin, user, change, said):
    data = {"email": "new@example.org", "name": "N. New", "role": "convener", "conference": "", **change}
    answer = admin.post("/manage/users/new/", data=data)
    assert (answer.status_code, said in answer.text, 'value="N. New"' in answer.text) == (422, True, True)
    assert queries.user_by_email("new@example.org") is None


def test_roles_are_given_and_taken_away(admin, user, conference, db_session):
    data = {"role": "reader", "conference": str(conference.id)}
    assert admin.post(f"/manage/users/{user.id}/roles/", data=data).location == f"/manage/users/{user.id}/"
    assert (Role.READER, conference.id) in roles_of(user, db_session)
    grant = queries.grant_of(user, Role.READER, conference.id)
    assert admin.post(f"/manage/users/roles/{grant.id}/revoke/").location == f"/manage/users/{user.id}/"
    assert roles_of(user, db_session) == [(Role.CONVENER, None)]


def test_a_role_in_the_wrong_place_is_refused_on_the_page(admin, user):
    answer = admin.post(f"/manage/users/{user.id}/roles/", data={"role": "secretary", "conference": ""})
    assert (answer.status_code, "is held in a conference" in answer.text) == (422, True)


def test_the_last_administrator_stays(admin, db_session):
    me = queries.user_by_email("admin@example.org")
    grant = queries.grant_of(me, Role.ADMINISTRATOR, None)
    answer = admin.post(f"/manage/users/roles/{grant.id}/revoke/")
    assert (answer.status_code, "last administrator" in answer.text) == (409, True)
    assert admin.post(f"/manage/users/{me.id}/close/").status_code == 422


def test_a_link_is_issued_and_shown(admin, user, app):
    page = admin.post(f"/manage/users/{user.id}/link/").text
    (address,) = re.findall(r"http://127.0.0.1:8000(/sign-in/[^/]+/)", page)
    assert app.test_client().post(address).location == "/me/"


def test_an_account_is_closed_and_opened_again(admin, user, app):
    assert "signed out at once" in admin.get(f"/manage/users/{user.id}/close/").text
    assert admin.post(f"/manage/users/{user.id}/close/").location == f"/manage/users/{user.id}/"
    tried = app.test_client().post("/sign-in/", data={"email": user.email, "password": PASSWORD})
    assert (tried.status_code, user.is_active) == (422, False)
    admin.post(f"/manage/users/{user.id}/reopen/")
    assert user.is_active


def test_lost_factors_are_removed_and_the_user_is_told_and_signed_out(admin, user, signed_in, mailing, db_session):
    factors.prepare_authenticator(user)
    db_session.flush()
    factors.authenticator_of(user).confirmed_at = clock.now()
    assert admin.post(f"/manage/users/{user.id}/factors/").location == f"/manage/users/{user.id}/"
    assert not factors.is_asked_for(user)
    assert mails(db_session) == [("keeper@example.org", "Your account with confapp was changed")]
    assert signed_in.get("/account/").status_code == 302


def test_a_user_is_signed_out_everywhere(admin, user, signed_in):
    admin.post(f"/manage/users/{user.id}/sign-out/")
    assert signed_in.get("/account/").status_code == 302


@pytest.mark.parametrize("address", ["/manage/users/999999/", "/manage/users/999999/close/"])
def test_nobody_is_not_found(admin, address):
    assert admin.get(address).status_code == 404


def test_who_was_erased_is_not_found(admin, user, db_session):
    operations.erase_user(user, by=None)
    db_session.flush()
    assert admin.get(f"/manage/users/{user.id}/").status_code == 404


def test_rights_change_only_soon_after_the_password(admin, organizer, user, conference, db_session):
    for email in ("admin@example.org", "organizer@example.org"):
        age_visits(queries.user_by_email(email), db_session)
    asked = admin.post(f"/manage/users/{user.id}/roles/", data={"role": "convener", "conference": ""})
    assert asked.location == "/account/confirm/"
    rights = f"/manage/conferences/{conference.slug}/rights/"
    assert organizer.get(rights).location == f"/account/confirm/?next={rights}"
    page = {"Referer": f"http://localhost{rights}"}
    assert organizer.post(f"{rights}1/revoke/", headers=page).location == f"/account/confirm/?next={rights}"
    assert admin.get("/manage/users/").status_code == 200


def test_an_organizer_gives_a_role_to_somebody_who_has_an_account(organizer, user, conference, db_session):
    address = f"/manage/conferences/{conference.slug}/rights/"
    data = {"email": user.email, "name": "ignored", "role": "committee"}
    assert organizer.post(address, data=data).location == address
    assert (Role.COMMITTEE, conference.id) in roles_of(user, db_session)
    assert user.name == "A. Keeper"
    answer = organizer.post(address, data=data)
    assert (answer.status_code, "has this role already" in answer.text) == (422, True)


def test_an_organizer_lets_somebody_new_in_and_hands_the_link_over(organizer, conference, app):
    address = f"/manage/conferences/{conference.slug}/rights/"
    page = organizer.post(address, data={"email": "new@example.org", "name": "N.", "role": "delegate"}).text
    (link,) = re.findall(r"http://127.0.0.1:8000(/sign-in/[^/]+/)", page)
    assert app.test_client().post(link).location == "/me/"


def test_an_organizer_never_sees_the_link_of_somebody_who_was_there(organizer, user, conference):
    address = f"/manage/conferences/{conference.slug}/rights/"
    answer = organizer.post(address, data={"email": user.email, "name": "", "role": "reader"}, follow_redirects=True)
    assert "/sign-in/" not in answer.text


@pytest.mark.parametrize("role", ["administrator", "convener"])
def test_an_organizer_gives_no_role_that_holds_everywhere(organizer, user, conference, role, db_session):
    answer = organizer.post(
        f"/manage/conferences/{conference.slug}/rights/", data={"email": user.email, "name": "", "role": role}
    )
    assert answer.status_code == 422
    assert roles_of(user, db_session) == [(Role.CONVENER, None)]


def test_an_organizer_takes_roles_away_but_not_their_own(organizer, user, conference, db_session):
    address = f"/manage/conferences/{conference.slug}/rights/"
    given = operations.grant_role(user, Role.READER, conference_id=conference.id, by=None)
    db_session.flush()
    assert organizer.post(f"{address}{given.id}/revoke/").location == address
    own = queries.grant_of(queries.user_by_email("organizer@example.org"), Role.ORGANIZER, conference.id)
    assert organizer.post(f"{address}{own.id}/revoke/").status_code == 409


def test_an_organizer_takes_no_role_away_elsewhere(organizer, user, conference, db_session):
    elsewhere = a_conference()
    db_session.flush()
    given = operations.grant_role(user, Role.READER, conference_id=elsewhere.id, by=None)
    everywhere = queries.grant_of(user, Role.CONVENER, None)
    db_session.flush()
    for grant in (given, everywhere):
        address = f"/manage/conferences/{conference.slug}/rights/{grant.id}/revoke/"
        assert organizer.post(address).status_code == 404
