"""From the sign-in page to one's account and out again."""

from __future__ import annotations

import pytest

from confapp.demonstration import PASSWORD


@pytest.mark.parametrize("java_script", [True, False])
def test_a_secretary_signs_in_and_out(new_page, java_script):
    page = new_page(java_script_enabled=java_script, viewport={"width": 360, "height": 700})
    page.goto("/account/")
    page.get_by_label("E-mail address").fill("secretary@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    assert page.url.endswith("/account/")
    assert page.get_by_role("heading", level=1).inner_text() == "Secretary"
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto("/account/")
    assert "/sign-in/" in page.url


def test_a_wrong_password_is_said_before_the_form(new_page):
    page = new_page()
    page.goto("/sign-in/?lang=en")
    page.get_by_label("E-mail address").fill("secretary@example.org")
    page.get_by_label("Password").fill("wrong")
    page.keyboard.press("Enter")
    assert "the password is another one" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("E-mail address").input_value() == "secretary@example.org"
