"""What every answer has, whoever asks for whatever."""

from __future__ import annotations

import flask_migrate
import pytest
from flask import Flask, Response, abort
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from confapp.config import Config
from confapp.errors import NotFound, RuleViolation
from confapp.health import what_is_missing
from confapp.security import POLICY
from tests.plugins.application import SECRET, make_app

COLLISIONS = {"key": IntegrityError("INSERT", {}, Exception("unique")), "version": StaleDataError("0 rows")}


@pytest.fixture
def fresh(tmp_path) -> Flask:
    """An application with some addresses that fail, on a database that nobody has made."""
    app = make_app(tmp_path, "")
    app.testing = False

    @app.get("/broken/")
    def broken():
        raise ZeroDivisionError

    @app.get("/api/v1/refused/")
    @app.get("/refused/")
    def refused():
        raise RuleViolation("The session is closed; open a new one.", field="session")

    @app.get("/collided/<kind>/")
    def collided(kind):
        raise COLLISIONS[kind]

    @app.get("/missing/")
    def missing():
        raise NotFound("There is no conference “x”.")

    @app.get("/teapot/")
    def teapot():
        abort(418)

    return app


@pytest.mark.parametrize("address", ["/healthz", "/nothing/", "/sign-in/"])
def test_every_answer_carries_the_policy(client, address):
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in headers


def test_the_policy_allows_nothing_inline():
    assert "unsafe" not in POLICY
    assert "nonce" not in POLICY


def test_a_secure_address_is_insisted_on(tmp_path):
    config = Config(instance=tmp_path, base_url="https://example.org", secret_key=SECRET)
    app = make_app(tmp_path, "")
    app.config["CONFAPP"] = config
    assert app.test_client().get("/healthz").headers["Strict-Transport-Security"].startswith("max-age=31536000")


@pytest.mark.parametrize(("host", "status"), [("localhost", 200), ("127.0.0.1:8000", 200), ("evil.example", 400)])
def test_only_known_hosts_are_answered(client, host, status):
    assert client.get("/healthz", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(("count", "address"), [(0, "127.0.0.1"), (1, "203.0.113.9")])
def test_a_proxy_is_believed_only_where_there_is_one(tmp_path, count, address):
    from confapp.app import create_app  # noqa: PLC0415  with settings of its own

    app = create_app(Config(instance=tmp_path, secret_key=SECRET, proxy_count=count))

    @app.get("/who")
    def who():
        from flask import request  # noqa: PLC0415

        return request.remote_addr or ""

    assert app.test_client().get("/who", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}).text == address


def test_what_is_missing_is_said_in_a_sentence(client):
    response = client.get("/nothing/")
    assert response.status_code == 404
    assert "There is nothing at this address" in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_what_breaks_is_said_without_its_inside(fresh, capsys):
    response = fresh.test_client().get("/broken/")
    assert response.status_code == 500
    assert "Something went wrong" in response.text
    assert "ZeroDivisionError" not in response.text


def test_a_refusal_is_said_in_its_own_words(fresh):
    response = fresh.test_client().get("/refused/")
    assert (response.status_code, "The session is closed; open a new one." in response.text) == (409, True)


@pytest.mark.parametrize("kind", COLLISIONS)
def test_two_acts_in_the_same_instant_are_no_fault(fresh, kind):
    response = fresh.test_client().get(f"/collided/{kind}/")
    assert (response.status_code, "in the same instant" in response.text) == (409, True)


def test_a_refusal_in_the_interface_for_programs_is_a_problem_document(fresh):
    response = fresh.test_client().get("/api/v1/refused/")
    assert response.content_type == "application/problem+json"
    assert response.json == {
        "status": 409,
        "title": "That cannot be done now",
        "detail": "The session is closed; open a new one.",
        "field": "session",
    }


def test_a_thing_that_is_not_there_is_a_404(fresh):
    response = fresh.test_client().get("/missing/")
    assert (response.status_code, "There is no conference “x”." in response.text) == (404, True)


def test_an_answer_that_nobody_thought_of_still_has_words(fresh):
    response = fresh.test_client().get("/teapot/")
    assert (response.status_code, "Something went wrong" in response.text) == (418, True)


def test_where_even_the_error_page_fails_there_is_a_bare_one(fresh):
    fresh.jinja_env.globals["page_language"] = None
    response = fresh.test_client().get("/nothing/")
    assert response.status_code == 404
    assert response.text.startswith("<!doctype html><title>There is nothing at this address</title>")


def test_an_answer_that_comes_whole_is_passed_on(fresh):
    @fresh.get("/whole/")
    def whole():
        abort(Response("as it is", status=403))

    response = fresh.test_client().get("/whole/")
    assert (response.status_code, response.text) == (403, "as it is")


def test_a_page_ends_in_a_slash(client):
    response = client.get("/account")
    assert (response.status_code, response.location) == (308, "http://localhost/account/")


def test_a_wrong_method_names_the_right_ones(client):
    response = client.post("/healthz")
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_it_lives_even_without_a_database(fresh):
    assert fresh.test_client().get("/healthz").text == "ok\n"


def test_it_is_ready_when_the_database_is(client):
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (200, "ready\n")


def test_it_is_not_ready_before_the_database_is_made(fresh):
    response = fresh.test_client().get("/readyz")
    assert response.status_code == 503
    assert response.text == "the database has another version; run: confapp db upgrade\n"


def test_it_is_not_ready_with_a_database_that_does_not_answer(tmp_path):
    app = make_app(tmp_path, f"sqlite:///{tmp_path}/no/such/folder.db")
    assert app.test_client().get("/readyz").text == "the database does not answer\n"


def test_it_is_ready_after_the_upgrade(fresh):
    with fresh.app_context():
        flask_migrate.upgrade()
        assert what_is_missing() == ""


def test_figures_do_not_grow_by_methods_that_strangers_invent(client):
    client.open("/", method="INVENTED")
    figures = client.get("/metrics").text
    assert ('method="other"' in figures, "INVENTED" in figures) == (True, False)


def test_figures_are_for_this_machine_alone(client):
    assert "confapp_requests_total" in client.get("/metrics").text
    assert client.get("/metrics", environ_overrides={"REMOTE_ADDR": "203.0.113.9"}).status_code == 404
    assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404


@pytest.mark.parametrize(("given", "status"), [("the token of the tests", 200), ("another", 404), ("", 404)])
def test_figures_are_for_the_bearer_of_the_token(app, client, given, status, monkeypatch):
    config = app.config["CONFAPP"]
    monkeypatch.setitem(
        app.config,
        "CONFAPP",
        Config(instance=config.instance, secret_key=SECRET, metrics_token="the token of the tests"),
    )
    headers = {"Authorization": f"Bearer {given}"}
    response = client.get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": "203.0.113.9"})
    assert response.status_code == status
