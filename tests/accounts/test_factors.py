from __future__ import annotations

from datetime import timedelta

import pyotp
import pytest
import sqlalchemy as sa

from confapp import clock
from confapp.accounts import factors, visits
from confapp.accounts.models import Authenticator, RecoveryCode
from confapp.accounts.sealing import seal, unseal
from confapp.errors import RuleViolation
from tests.accounts.conftest import PASSWORD


def now_shown(secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(clock.now() + timedelta(seconds=30 * steps))


@pytest.fixture
def secret(user, db_session):
    """The secret of an app that was set up and tried, a step ago."""
    made = factors.prepare_authenticator(user)
    db_session.flush()
    factors.confirm_authenticator(user, now_shown(made, -1))
    db_session.flush()
    return made


def test_an_app_is_asked_for_only_after_it_was_tried(user, db_session):
    made = factors.prepare_authenticator(user)
    db_session.flush()
    assert (factors.is_asked_for(user), factors.prepare_authenticator(user)) == (False, made)
    with pytest.raises(RuleViolation, match="not the digits"):
        factors.confirm_authenticator(user, "000000x")
    assert len(factors.confirm_authenticator(user, now_shown(made))) == factors.CODES
    assert factors.is_asked_for(user)


def test_a_second_app_is_refused(user, secret):
    with pytest.raises(RuleViolation, match="set up already"):
        factors.prepare_authenticator(user)


def test_the_secret_is_kept_sealed(user, secret, db_session):
    kept = db_session.scalars(sa.select(Authenticator)).one().sealed_secret
    assert secret not in kept
    assert unseal(kept) == secret


def test_what_was_sealed_with_another_key_is_not_opened(app):
    sealed = seal("x")
    assert unseal(sealed[:-4] + "AAAA") is None


def test_digits_work_once(user, secret):
    digits = now_shown(secret)
    factors.check_factor(user, f" {digits[:3]} {digits[3:]} ")
    with pytest.raises(RuleViolation, match="not the digits"):
        factors.check_factor(user, digits)


@pytest.mark.parametrize("steps", [-3, 3])
def test_digits_of_another_time_are_refused(user, secret, steps):
    with pytest.raises(RuleViolation, match="not the digits"):
        factors.check_factor(user, now_shown(secret, steps))


@pytest.mark.parametrize("code", ["", "١٢٣٤٥٦", "123456789", "aaaaa-bbbbb-ccccc", "\0"])
def test_nonsense_is_refused(user, secret, code):
    with pytest.raises(RuleViolation, match="not the digits"):
        factors.check_factor(user, code)


def test_a_recovery_code_works_once_in_any_spelling(user, secret, db_session):
    codes = factors.make_recovery_codes(user)
    db_session.flush()
    factors.check_factor(user, f" {codes[0].upper().replace('-', ' ')} ")
    assert factors.codes_left(user) == factors.CODES - 1
    with pytest.raises(RuleViolation, match="no unused code"):
        factors.check_factor(user, codes[0])


def test_new_codes_replace_the_old_ones_and_none_is_kept_as_it_is(user, secret, db_session):
    old = factors.make_recovery_codes(user)
    new = factors.make_recovery_codes(user)
    db_session.flush()
    with pytest.raises(RuleViolation, match="no unused code"):
        factors.check_factor(user, old[0])
    assert not {*new} & {*db_session.scalars(sa.select(RecoveryCode.code_digest))}


def test_remove_factors_asks_for_the_password_alone(user, secret, db_session):
    factors.remove_factors(user, by=user)
    assert (factors.is_asked_for(user), factors.codes_left(user)) == (False, 0)


def sign_in(client, user):
    return client.post("/sign-in/", data={"email": user.email, "password": PASSWORD, "next": "/account/person/"})


def test_the_password_alone_leads_to_the_second_step_and_opens_nothing(client, user, secret):
    assert sign_in(client, user).location == "/sign-in/second-step/?next=/account/person/"
    assert client.get("/account/").location == "/sign-in/?next=/account/"


def test_the_second_step_leads_on(client, user, secret):
    sign_in(client, user)
    answer = client.post("/sign-in/second-step/", data={"code": now_shown(secret), "next": "/account/person/"})
    assert answer.location == "/account/person/"
    assert client.get("/account/").status_code == 200


def test_the_second_step_says_what_is_wrong(client, user, secret):
    sign_in(client, user)
    answer = client.post("/sign-in/second-step/", data={"code": "000000x"})
    assert (answer.status_code, "not the digits" in answer.text) == (422, True)
    assert client.get("/account/").status_code == 302


def test_the_second_step_is_nothing_without_the_first(client, secret):
    assert client.get("/sign-in/second-step/").location == "/sign-in/"


def test_setting_an_app_up_shows_the_picture_and_then_the_codes(signed_in, user):
    page = signed_in.get("/account/authenticator/").text
    assert 'src="data:image/svg+xml' in page
    secret = factors.prepare_authenticator(user)
    answer = signed_in.post("/account/authenticator/", data={"code": now_shown(secret)})
    assert (answer.status_code, answer.text.count("<li><code>")) == (200, factors.CODES)
    assert "10 recovery codes are left" in signed_in.get("/account/").text


def test_setting_an_app_up_keeps_asking_after_wrong_digits(signed_in, user):
    answer = signed_in.post("/account/authenticator/", data={"code": "12"})
    assert (answer.status_code, "not the digits" in answer.text) == (422, True)


def test_codes_are_renewed_and_the_app_is_given_up(signed_in, user, secret):
    assert signed_in.post("/account/recovery-codes/").text.count("<li><code>") == factors.CODES
    assert signed_in.post("/account/authenticator/remove/").location == "/account/"
    assert not factors.is_asked_for(user)


CONFIRMED = [
    ("GET", "/account/password/"),
    ("GET", "/account/authenticator/"),
    ("POST", "/account/authenticator/remove/"),
    ("POST", "/account/recovery-codes/"),
    ("POST", "/account/passkeys/1/remove/"),
    ("GET", "/me/erase/"),
]


@pytest.mark.parametrize(("method", "address"), CONFIRMED)
def test_what_changes_ways_in_asks_for_the_password_again(signed_in, user, db_session, method, address):
    (visit,) = visits.open_visits(user)
    visit.confirmed_at -= timedelta(minutes=11)
    answer = signed_in.open(address, method=method)
    wanted = f"?next={address}" if method == "GET" else ""
    assert answer.location == f"/account/confirm/{wanted}"
    data = {"password": PASSWORD, "next": address}
    assert signed_in.post("/account/confirm/", data=data).location == address
    assert signed_in.open(address, method=method).location != f"/account/confirm/{wanted}"


def test_confirm_says_what_is_wrong_and_leads_nowhere_else(signed_in):
    answer = signed_in.post("/account/confirm/", data={"password": "wrong"})
    assert (answer.status_code, "That is not your password." in answer.text) == (422, True)
    data = {"password": PASSWORD, "next": "//evil.example/"}
    assert signed_in.post("/account/confirm/", data=data).location == "/account/"


def test_confirm_takes_digits_where_there_is_no_password(signed_in, user, secret):
    user.password_hash = None
    assert "Digits of the app" in signed_in.get("/account/confirm/").text
    assert signed_in.post("/account/confirm/", data={"code": "1"}).status_code == 422
    assert signed_in.post("/account/confirm/", data={"code": now_shown(secret)}).status_code == 302


def test_confirm_says_so_where_there_is_nothing_to_confirm_with(signed_in, user):
    user.password_hash = None
    answer = signed_in.post("/account/confirm/", data={})
    assert (answer.status_code, "There is nothing to confirm it with" in answer.text) == (422, True)
