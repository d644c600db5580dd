from __future__ import annotations

import pytest

from confapp.accounts import operations

PASSWORD = "correct horse battery staple"


def test_sign_in_leads_to_the_account(client, user):
    response = client.post("/sign-in/", data={"email": user.email, "password": PASSWORD})
    assert (response.status_code, response.location) == (302, "/me/")
    assert "A. Keeper" in client.get("/account/").text


def test_sign_in_leads_back_to_where_one_came_from(client, user):
    data = {"email": user.email, "password": PASSWORD, "next": "/account/password/"}
    assert client.post("/sign-in/", data=data).location == "/account/password/"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\t//evil.example",
        "/\\evil.example",
        "account",
    ],
)
def test_sign_in_leads_nowhere_else(client, user, target):
    data = {"email": user.email, "password": PASSWORD, "next": target}
    assert client.post("/sign-in/", data=data).location == "/me/"


def test_sign_in_with_a_wrong_password_says_so_and_keeps_the_address(client, user):
    response = client.post("/sign-in/", data={"email": user.email, "password": "wrong"})
    assert response.status_code == 422
    assert "the password is another one" in response.text
    assert f'value="{user.email}"' in response.text


def test_sign_in_with_nothing_says_what_is_missing(client, user):
    response = client.post("/sign-in/", data={})
    assert response.status_code == 422
    assert "This field is required." in response.text


def test_a_link_is_used_up_by_the_button_and_not_by_opening_it(client, user):
    secret = operations.issue_link(user, by=None)
    assert client.get(f"/sign-in/{secret}/").status_code == 200
    assert client.post(f"/sign-in/{secret}/").location == "/me/"
    response = client.post(f"/sign-in/{secret}/")
    assert (response.status_code, "used already" in response.text) == (422, True)


def test_sign_out_ends_the_visit(signed_in):
    assert signed_in.post("/sign-out/").location == "/"
    assert signed_in.get("/account/").location == "/sign-in/?next=/account/"


def test_sign_out_everywhere_ends_the_other_visits(signed_in, app, user):
    other = app.test_client()
    other.post("/sign-in/", data={"email": user.email, "password": PASSWORD})
    other.post("/account/sign-out-everywhere/")
    assert signed_in.get("/account/").status_code == 302


def test_change_password_keeps_this_visit_and_ends_the_others(signed_in, app, user):
    other = app.test_client()
    other.post("/sign-in/", data={"email": user.email, "password": PASSWORD})
    data = {"password": "another long password", "again": "another long password"}
    assert signed_in.post("/account/password/", data=data).location == "/account/"
    assert "Your password was changed" in signed_in.get("/account/").text
    assert other.get("/account/").status_code == 302


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("short", "short", "Field must be between 12 and 128 characters long."),
        ("another long password", "another", "The two are not the same."),
        ("keeper of the keys", "keeper of the keys", "that does not have your name in it"),
    ],
)
def test_change_password_says_what_is_wrong(signed_in, password, again, said):
    response = signed_in.post("/account/password/", data={"password": password, "again": again})
    assert response.status_code == 422
    assert said in response.text


@pytest.mark.parametrize("address", ["/account/", "/account/password/"])
def test_strangers_are_asked_to_sign_in(client, address):
    assert client.get(address).location == f"/sign-in/?next={address}"


@pytest.mark.parametrize("address", ["/sign-out/", "/account/sign-out-everywhere/"])
def test_leaving_is_no_link(signed_in, address):
    assert signed_in.get(address).status_code == 405


def test_a_demonstration_visit_ends_where_a_proxy_stands_between(signed_in, user, db_session):
    user.is_demonstration = True
    db_session.flush()
    assert signed_in.get("/account/").status_code == 200
    assert signed_in.get("/account/", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 302


def test_pages_of_an_account_are_kept_by_no_cache(signed_in):
    headers = signed_in.get("/account/").headers
    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "same-origin")


def test_forms_need_their_token(app, client, user):
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        response = client.post("/sign-in/", data={"email": user.email, "password": PASSWORD})
    finally:
        app.config["WTF_CSRF_ENABLED"] = False
    assert response.status_code == 400
