from __future__ import annotations

from datetime import timedelta

import pytest

from confapp import clock
from confapp.accounts import queries, visits
from confapp.accounts.devices import device_of
from confapp.errors import RuleViolation
from tests.accounts.conftest import PASSWORD


@pytest.fixture
def visit(user, db_session):
    begun = visits.begin(user, device="Firefox on Linux")
    db_session.flush()
    return begun


def test_a_visit_is_found_by_its_secret_alone(user, visit):
    assert visits.user_of_token(user.token) is user
    assert visit.token_digest != user.token


@pytest.mark.parametrize("token", ["", "x", "1.abc", "\0", "é" * 300])
def test_a_made_up_secret_opens_nothing(visit, token):
    assert visits.user_of_token(token) is None


@pytest.mark.parametrize(
    ("name", "ago", "is_open"),
    [
        ("seen_at", visits.AWAY - timedelta(minutes=1), True),
        ("seen_at", visits.AWAY + timedelta(minutes=1), False),
        ("started_at", visits.LONGEST - timedelta(minutes=1), True),
        ("started_at", visits.LONGEST + timedelta(minutes=1), False),
    ],
)
def test_a_visit_ends_by_being_away_and_by_having_lasted(user, visit, db_session, name, ago, is_open):
    setattr(visit, name, clock.now() - ago)
    db_session.flush()
    assert (visits.user_of_token(user.token) is user) is is_open
    assert (list(visits.open_visits(user)) == [visit]) is is_open


def test_a_visit_of_a_closed_account_opens_nothing(user, visit, db_session):
    user.is_active = False
    db_session.flush()
    assert visits.user_of_token(user.token) is None


def test_a_visit_that_awaits_a_factor_opens_nothing_and_ends_soon(user, db_session):
    visit = visits.begin(user, device="", awaits_factor=True)
    db_session.flush()
    assert visits.user_of_token(user.token) is None
    assert visits.visit_half_way(user.token) is visit
    visit.seen_at -= visits.HALF_WAY
    db_session.flush()
    assert visits.visit_half_way(user.token) is None


def test_complete_gives_the_visit_a_new_secret(user, db_session):
    visit = visits.begin(user, device="", awaits_factor=True)
    before = user.token
    visits.complete(visit)
    db_session.flush()
    assert (visits.visit_half_way(before), visits.user_of_token(before)) == (None, None)
    assert visits.user_of_token(user.token) is user


def test_end_refuses_somebody_elses(user, visit, db_session):
    other = type(user)(email="other@example.org", created_at=clock.now())
    db_session.add(other)
    db_session.flush()
    with pytest.raises(RuleViolation, match="somebody else"):
        visits.end(visit, by=other)
    visits.end(visit, by=user)
    assert visits.user_of_token(user.token) is None


def test_signing_in_forgets_visits_that_ran_out_long_ago(user, visit, db_session):
    visit.started_at -= 3 * visits.LONGEST
    db_session.flush()
    visits.begin(user, device="")
    assert db_session.query(type(visit)).count() == 1


def test_a_request_notes_now_and_then_that_somebody_is_there(signed_in, user, db_session):
    (visit,) = visits.open_visits(user)
    visit.seen_at = long_ago = clock.now() - timedelta(hours=1)
    signed_in.get("/account/")
    assert visit.seen_at > long_ago + timedelta(minutes=59)
    noted = visit.seen_at
    signed_in.get("/account/")
    assert visit.seen_at == noted


def test_the_account_lists_visits_and_ends_another_one(signed_in, app, user):
    other = app.test_client()
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    data = {"email": user.email, "password": PASSWORD}
    other.post("/sign-in/", data=data, headers={"User-Agent": agent})
    (there,) = [visit for visit in visits.open_visits(user) if visit.device == "Firefox on Linux"]
    assert "Firefox on Linux" in signed_in.get("/account/").text
    assert signed_in.post(f"/account/visits/{there.id}/end/").location == "/account/"
    assert other.get("/account/").location == "/sign-in/?next=/account/"
    assert signed_in.get("/account/").status_code == 200


def test_the_visits_of_others_are_not_found(signed_in, signed_in_as, user):
    signed_in_as(None, email="third@example.org")
    (theirs,) = visits.open_visits(queries.user_by_email("third@example.org"))
    assert signed_in.post(f"/account/visits/{theirs.id}/end/").status_code == 404


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.0", "Another program"),
        ("", "Another program"),
    ],
)
def test_device_of_names_browser_and_system(app, agent, name):
    assert device_of(agent) == name
