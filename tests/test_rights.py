"""Every address behind the sign-in × every role, against the one table; nothing here names a view."""

from __future__ import annotations

import pytest

from confapp.manage import manage, needed_permission
from confapp.permissions import EVERYWHERE, ROLES, SHARED, Permission, Role, has_part_in, permissions_of
from confapp.slugs import SlugSpace, claim_slug
from tests.builders import a_conference

BEHIND = ("/manage/", "/me/", "/account/")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
STRANGER = "stranger"
NOBODY = "nobody"
OTHER = "organizer of another conference"
PEOPLE = [STRANGER, NOBODY, OTHER, *Role]


def closed_rules(app):
    return [rule for rule in app.url_map.iter_rules() if rule.rule.startswith(BEHIND)]


def is_managed(rule) -> bool:
    return rule.endpoint.startswith("manage.")


def address_of(app, rule, slug: str) -> str:
    """An address of the rule in the conference, with made-up values for all else."""
    values = {name: 1 if "Integer" in type(rule._converters[name]).__name__ else "x" for name in rule.arguments}
    with app.test_request_context():
        return app.url_map.bind("localhost").build(rule.endpoint, {**values, **_place(rule, slug)})


def _place(rule, slug: str) -> dict[str, str]:
    return {"conference": slug} if "conference" in rule.arguments else {}


@pytest.fixture
def here(db_session):
    conference = a_conference()
    db_session.flush()
    return conference


@pytest.fixture
def elsewhere(db_session):
    conference = a_conference()
    db_session.flush()
    return conference


@pytest.fixture
def browser_of(client, signed_in_as, here, elsewhere):
    def open_browser(person):
        if person == STRANGER:
            return client
        if person == NOBODY:
            return signed_in_as(None)
        return signed_in_as(Role.ORGANIZER, elsewhere) if person == OTHER else signed_in_as(person, here)

    return open_browser


@pytest.fixture
def only_the_gate(app, monkeypatch):
    """Views that answer 204 and do nothing, so that what is refused was refused before them."""
    for rule in closed_rules(app):
        view = app.view_functions[rule.endpoint]

        def stub(**_values):
            return "", 204

        stub.__dict__.update(view.__dict__)
        monkeypatch.setitem(app.view_functions, rule.endpoint, stub if is_managed(rule) else view)


def allowed(person, permission, *, in_conference: bool) -> bool:
    """What the table says."""
    if person in {STRANGER, NOBODY}:
        return False
    if person == OTHER:
        return permission in ROLES[Role.ORGANIZER] & SHARED and not in_conference
    if in_conference and not has_part_in(ROLES[person]):
        return False
    if not in_conference and person not in EVERYWHERE:
        return permission in ROLES[person] & SHARED
    return permission in ROLES[person]


def expected(person, rule, permission) -> set[int | str]:
    if person == STRANGER:
        return {"/sign-in/"}
    in_conference = "conference" in rule.arguments
    if allowed(person, permission, in_conference=in_conference):
        return {204}
    has_part = isinstance(person, Role) and has_part_in(ROLES[person])
    return {403 if has_part or not in_conference else 404}


def seen(response) -> int | str:
    return "/sign-in/" if (response.location or "").startswith("/sign-in/") else response.status_code


@pytest.mark.parametrize("person", PEOPLE)
def test_the_gate_of_manage_opens_as_the_table_says(app, browser_of, only_the_gate, here, person):
    browser = browser_of(person)
    wrong = []
    for rule in filter(is_managed, closed_rules(app)):
        permission = needed_permission(app.view_functions[rule.endpoint])
        for method in sorted(rule.methods & {*METHODS}):
            found = seen(browser.open(address_of(app, rule, here.slug), method=method))
            if found not in expected(person, rule, permission):
                wrong.append(f"{method} {rule}: {found}")
    assert wrong == []


def test_every_view_under_manage_says_what_it_needs(app):
    unmarked = [
        rule.endpoint
        for rule in filter(is_managed, closed_rules(app))
        if needed_permission(app.view_functions[rule.endpoint]) is None
    ]
    assert unmarked == []


def test_what_is_under_manage_is_behind_its_gate(app):
    assert [str(rule) for rule in closed_rules(app) if rule.rule.startswith("/manage/") and not is_managed(rule)] == []


@pytest.mark.parametrize("role", Role)
def test_pages_that_need_no_more_than_a_conference_open(app, browser_of, here, role):
    browser, closed = browser_of(role), []
    for rule in closed_rules(app):
        permission = needed_permission(app.view_functions[rule.endpoint])
        in_conference = "conference" in rule.arguments
        may = not is_managed(rule) or allowed(role, permission, in_conference=in_conference)
        if may and "GET" in rule.methods and rule.arguments <= {"conference"}:
            response = browser.get(address_of(app, rule, here.slug))
            fine = response.status_code in {200, 302} and seen(response) != "/sign-in/"
            kept_out = response.headers["Cache-Control"] == "no-store"
            closed += [] if fine and kept_out else [f"{rule}: {response.status_code} {response.headers}"]
    assert closed == []


@pytest.fixture
def address(app, here):
    """Some page of a conference, with what it needs."""
    rules = filter(is_managed, closed_rules(app))
    return next(
        address_of(app, rule, here.slug) for rule in rules if rule.arguments == {"conference"} and "GET" in rule.methods
    )


def test_a_former_slug_leads_to_the_present_one(browser_of, only_the_gate, here, address):
    claim_slug(SlugSpace.CONFERENCE, "renamed", here.id)
    response = browser_of(Role.ADMINISTRATOR).get(f"{address}?q=a+b")
    assert (response.status_code, response.location) == (302, address.replace(here.slug, "renamed") + "?q=a+b")


def test_a_former_slug_tells_nothing_to_others(browser_of, only_the_gate, here, address):
    claim_slug(SlugSpace.CONFERENCE, "renamed", here.id)
    assert browser_of(OTHER).get(address).status_code == 404


def test_a_conference_that_is_none_is_not_found(browser_of, only_the_gate, here, address):
    assert browser_of(Role.ADMINISTRATOR).get(address.replace(here.slug, "nowhere")).status_code == 404


class Held:
    """A grant as the table needs it."""

    def __init__(self, role, conference_id=None) -> None:
        self.role, self.conference_id = role, conference_id


def test_a_role_holds_in_its_conference_alone():
    grants = [Held(Role.ORGANIZER, 1), Held(Role.DELEGATE, 2)]
    assert permissions_of(grants, 1) == ROLES[Role.ORGANIZER]
    assert permissions_of(grants, 2) == ROLES[Role.DELEGATE] | (ROLES[Role.ORGANIZER] & SHARED)
    assert permissions_of(grants, 3) == permissions_of(grants, None) == ROLES[Role.ORGANIZER] & SHARED


def test_nobody_may_do_anything_without_a_grant():
    assert permissions_of([], None) == permissions_of([], 1) == frozenset()


def test_an_administrator_may_do_everything_everywhere():
    assert permissions_of([Held(Role.ADMINISTRATOR)], 7) == frozenset(Permission)


def test_what_is_for_administrators_is_for_nobody_else():
    for_administrators = {"cases:import", "users:edit", "audit:see", "keys:edit"}
    others = frozenset().union(*(ROLES[role] for role in Role if role is not Role.ADMINISTRATOR))
    assert frozenset(Permission) - others == for_administrators


def test_delegates_see_agenda_and_documents_and_change_nothing():
    assert ROLES[Role.DELEGATE] == {Permission.AGENDA_SEE, Permission.DOCUMENTS_SEE}


def test_readers_change_nothing():
    assert {permission.partition(":")[2] for permission in ROLES[Role.READER]} == {"see"}


def test_the_gate_remembers_what_was_nested():
    assert all(blueprint.name != "manage" for blueprint in manage.nested)
