"""One's own account in a browser: passkeys, the second step, and pages that axe and a phone are content with."""

from __future__ import annotations

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe

from confapp.demonstration import PASSWORD
from tests.journeys.test_fitness import BEYOND, NARROW, RULES, WIDE
from tests.plugins.browsers import confapp

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PAGES = (
    "/me/",
    "/me/erase/",
    "/account/",
    "/account/person/",
    "/account/password/",
    "/account/confirm/",
    "/account/authenticator/",
    "/manage/users/",
    "/manage/users/new/",
    "/manage/users/1/",
    "/manage/users/1/close/",
    "/manage/audit/",
    "/manage/conferences/meridian-1884/rights/",
    "/manage/conferences/meridian-1884/history/",
)


def sign_in(page, email, password=PASSWORD):
    page.goto("/sign-in/?lang=en")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()


@pytest.fixture
def by_name(server, chromium):
    """Pages at a host name, since passkeys do not belong to numbers."""
    contexts = []

    def make():
        context = chromium.new_context(base_url=server.url.replace("127.0.0.1", "localhost"), locale="en-GB")
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def test_a_passkey_is_added_and_signs_in(by_name, server):
    said = confapp("user", "create", "passkey@example.org", "--role", "convener", instance=server.instance)
    page = by_name()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.goto(said.stdout.strip().partition(":8000")[2])
    page.get_by_role("button", name="Sign in now").click()
    page.goto("/account/")
    page.get_by_role("button", name="Add a passkey of this device").click()
    page.get_by_role("button", name="Remove").wait_for()
    page.locator("header details.who summary").click()
    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    page.goto("/sign-in/?next=/account/person/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/account/person/")
    assert page.url.endswith("/account/person/")


def test_the_second_step_needs_no_script(new_page, server):
    said = confapp("user", "create", "digits@example.org", "--role", "convener", instance=server.instance)
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page.goto(said.stdout.strip().partition(":8000")[2])
    page.get_by_role("button", name="Sign in now").click()
    page.goto("/account/password/")
    page.get_by_label("New password").fill("a long enough one")
    page.get_by_label("The same once more").fill("a long enough one")
    page.get_by_role("button", name="Change it").click()
    page.goto("/account/authenticator/")
    secret = page.locator("code.secret").inner_text().replace(" ", "")
    page.get_by_label("The six digits that the app shows").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Ask for its digits from now on").click()
    code = page.locator(".codes code").first.inner_text()
    page.locator("header details.who summary").click()
    page.get_by_role("banner").get_by_role("button", name="Sign out").click()
    sign_in(page, "digits@example.org", "a long enough one")
    assert "/sign-in/second-step/" in page.url
    page.get_by_label("Digits of the app, or a recovery code").fill(code)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    assert page.url.endswith("/me/")


@pytest.mark.parametrize(("viewport", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(new_page, viewport, scheme):
    page = new_page(viewport=viewport, color_scheme=scheme)
    sign_in(page, "administrator@example.org")
    axe, found = Axe(), []
    for address in PAGES:
        page.goto(address)
        if beyond := page.evaluate(BEYOND):
            found.append(f"{address}: {beyond} pixels")
        for problem in axe.run(page, options=RULES).response["violations"]:
            where = [node["target"] for node in problem["nodes"]][:3]
            found.append(f"{address}: {problem['impact']} {problem['id']}: {problem['help']} {where}")
    assert found == []
