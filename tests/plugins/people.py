"""Browsers of people who are signed in, one for each role."""

from __future__ import annotations

from itertools import count

import pytest

from confapp.accounts import operations
from confapp.permissions import EVERYWHERE, Role

PASSWORD = "correct horse battery staple"
numbers = count(1)


@pytest.fixture
def signed_in_as(app, db_session):
    """Make somebody with a role (in a conference) and give the browser in which they are signed in."""

    def sign_in(role: Role | None, conference=None, *, email: str | None = None):
        user = operations.create_user(email or f"person-{next(numbers)}@example.org", name="P. Person", by=None)
        operations.set_password(user, PASSWORD, by=None)
        if role is not None:
            place = None if role in EVERYWHERE else conference.id
            operations.grant_role(user, role, conference_id=place, by=None)
        browser = app.test_client()
        browser.post("/sign-in/", data={"email": user.email, "password": PASSWORD})
        return browser

    return sign_in
