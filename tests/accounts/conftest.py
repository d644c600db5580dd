from __future__ import annotations

import pytest

from confapp.accounts import operations
from confapp.permissions import Role

PASSWORD = "correct horse battery staple"


@pytest.fixture
def user(db_session):
    """Somebody with a password and a role."""
    account = operations.create_user("Keeper@Example.org", name="A. Keeper", by=None)
    operations.set_password(account, PASSWORD, by=None)
    operations.grant_role(account, Role.CONVENER, by=None)
    db_session.flush()
    return account


@pytest.fixture
def signed_in(client, user):
    """The browser of somebody who signed in."""
    client.post("/sign-in/", data={"email": user.email, "password": PASSWORD})
    return client
