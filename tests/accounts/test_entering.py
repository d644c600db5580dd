"""Forgotten passwords, and limits on trying."""

from __future__ import annotations

import dataclasses
import re

import pytest
import sqlalchemy as sa

from confapp.accounts import factors
from confapp.extensions import limiter
from confapp.mail import OutgoingMail
from tests.accounts.conftest import PASSWORD


@pytest.fixture
def mailing(app, monkeypatch):
    monkeypatch.setitem(app.config, "CONFAPP", dataclasses.replace(app.config["CONFAPP"], mail_server="mail.invalid"))


@pytest.fixture
def limited(app, monkeypatch):
    """Limits as in life, from nothing."""
    monkeypatch.setattr(limiter, "enabled", True)
    limiter.reset()
    yield
    limiter.reset()


def ask(client, email):
    return client.post("/sign-in/forgotten/", data={"email": email})


def test_a_forgotten_password_is_replaced_by_a_link_in_a_mail(client, user, mailing, db_session):
    assert ask(client, " KEEPER@example.org ").location == "/sign-in/"
    mail = db_session.scalars(sa.select(OutgoingMail)).one()
    (address,) = re.findall(r"http://127.0.0.1:8000(/sign-in/\S+)", mail.body)
    assert client.post(address).location == "/account/password/"
    data = {"password": "another long password", "again": "another long password"}
    assert client.post("/account/password/", data=data).location == "/account/"
    assert client.post(address).status_code == 422


def test_the_answer_tells_nobody_who_has_an_account(client, user, mailing, db_session):
    known, unknown = ask(client, user.email), ask(client, "nobody@example.org")
    assert (known.status_code, known.location) == (unknown.status_code, unknown.location) == (302, "/sign-in/")
    assert "If there is an account" in client.get("/sign-in/").text
    assert len(list(db_session.scalars(sa.select(OutgoingMail)))) == 1


@pytest.mark.parametrize("state", ["is_active", "is_demonstration"])
def test_a_closed_account_and_one_of_the_demonstration_get_no_mail(client, user, mailing, db_session, state):
    setattr(user, state, state == "is_demonstration")
    ask(client, user.email)
    assert list(db_session.scalars(sa.select(OutgoingMail))) == []


def test_without_mail_one_is_told_whom_to_ask(client, user, db_session):
    assert "Ask an administrator for a link" in client.get("/sign-in/forgotten/").text
    assert ask(client, user.email).status_code == 200
    assert list(db_session.scalars(sa.select(OutgoingMail))) == []


def test_a_changed_password_is_told_by_mail(signed_in, user, mailing, db_session):
    data = {"password": "another long password", "again": "another long password"}
    signed_in.post("/account/password/", data=data)
    mail = db_session.scalars(sa.select(OutgoingMail)).one()
    assert (mail.recipient, mail.subject) == (user.email, "Your account with confapp was changed")


def test_mail_is_written_in_the_readers_language(client, user, mailing, db_session):
    user.language = "ru"
    ask(client, user.email)
    mail = db_session.scalars(sa.select(OutgoingMail)).one()
    assert mail.body.count("/sign-in/") == 1


def statuses(client, tries, *, email, password="wrong", spread=False):
    return [
        client.post(
            "/sign-in/",
            data={"email": email, "password": password},
            environ_base={"REMOTE_ADDR": f"203.0.113.{number if spread else 1}"},
        ).status_code
        for number in range(tries)
    ]


def test_one_address_tries_ten_times_a_minute(client, user, limited):
    several = [statuses(client, 1, email=f"{number}@example.org")[0] for number in range(11)]
    assert several == [422] * 10 + [429]


def test_one_account_is_tried_ten_times_from_wherever(client, user, limited):
    assert statuses(client, 11, email=user.email, spread=True) == [422] * 10 + [429]
    assert statuses(client, 1, email="other@example.org", spread=True) == [422]


def test_signing_in_rightly_is_not_counted_against_an_account(client, user, limited):
    assert statuses(client, 12, email=user.email, password=PASSWORD, spread=True) == [302] * 12


def test_digits_are_guessed_ten_times(client, user, limited, db_session):
    secret = factors.prepare_authenticator(user)
    db_session.flush()
    authenticator = factors.authenticator_of(user)
    authenticator.confirmed_at = authenticator.created_at
    assert secret
    client.post("/sign-in/", data={"email": user.email, "password": PASSWORD})
    tried = [
        client.post(
            "/sign-in/second-step/", data={"code": "000000x"}, environ_base={"REMOTE_ADDR": f"203.0.113.{number}"}
        ).status_code
        for number in range(11)
    ]
    assert tried == [422] * 10 + [429]


def test_links_are_asked_for_three_times_an_hour(client, user, mailing, limited):
    assert [ask(client, user.email).status_code for _time in range(4)] == [302, 302, 302, 429]


def test_public_pages_set_no_cookie_even_for_who_is_signed_in(signed_in):
    for address in ("/", "/conferences/", "/search/"):
        answer = signed_in.get(address)
        assert (answer.status_code, "Set-Cookie" in answer.headers) == (200, False)
        assert "A. Keeper" not in answer.text


@pytest.mark.parametrize("address", ["/account/confirm/", "/sign-in/second-step/", "/sign-in/passkey/"])
def test_strangers_are_limited_as_well(client, limited, address):
    assert client.post(address, data={}).status_code in {302, 422}


@pytest.mark.parametrize("address", ["/sign-in/", "/sign-in/forgotten/"])
def test_no_character_breaks_a_form(client, mailing, address):
    sent = client.post(address, data={"email": "\0ke\0eper@example.org", "password": "\0" * 20})
    assert sent.status_code in {302, 422}
