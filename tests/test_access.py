"""Closed by default: what strangers reach is on this list, and everything else refuses them."""

from __future__ import annotations

import pytest

PUBLIC = (
    "/",
    "/accents/",
    "/api/v1/",
    "/bootstrap/static/",
    "/conferences/",
    "/feed.atom",
    "/feeds/",
    "/healthz",
    "/live/",
    "/metrics",
    "/officials/",
    "/organizations/",
    "/proceedings/",
    "/readyz",
    "/robots.txt",
    "/search/",
    "/sign-in/",
    "/sitemap",
    "/static/",
)
TAKE_FORMS = ("/sign-in/", "/live/", "/me/", "/manage/", "/account/", "/sign-out/", "/api/v1/")


def is_public(rule) -> bool:
    return any(rule.rule == start or (start != "/" and rule.rule.startswith(start)) for start in PUBLIC)


def takes_forms(rule) -> bool:
    return rule.rule.startswith(TAKE_FORMS) or "/comments/" in rule.rule


def closed_rules(app):
    return [rule for rule in app.url_map.iter_rules() if not is_public(rule)]


def address_of(app, rule) -> str:
    """An address of the rule, with made-up values where it has some."""
    values = {name: 1 if "Integer" in type(rule._converters[name]).__name__ else "x" for name in rule.arguments}
    with app.test_request_context():
        return app.url_map.bind("localhost").build(rule.endpoint, values)


def test_there_is_something_closed(app):
    closed = {rule.rule.split("/")[1] for rule in closed_rules(app)}
    assert closed == {"account", "manage", "me", "sign-out"}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_strangers_reach_only_what_is_listed(app, client, method):
    reached = []
    for rule in closed_rules(app):
        if method in rule.methods:
            response = client.open(address_of(app, rule), method=method)
            refused = response.status_code in {401, 403, 404} or response.location.startswith("/sign-in/")
            reached += [] if refused else [f"{method} {rule}: {response.status_code}"]
    assert reached == []


def test_the_public_side_only_answers_get(app):
    wrong = [
        str(rule)
        for rule in app.url_map.iter_rules()
        if not takes_forms(rule) and not rule.methods <= {"GET", "HEAD", "OPTIONS"}
    ]
    assert wrong == []
