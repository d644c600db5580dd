"""A conference with a session that was held."""

from __future__ import annotations

import pytest

from confapp.floor import operations as floor
from tests import builders
from tests.records import holding


@pytest.fixture
def conference(app):
    return holding.open_conference()


@pytest.fixture
def delegations(conference):
    return holding.three_delegations(conference)


@pytest.fixture
def held(conference, delegations):
    """The first session, with its motion and its vote."""
    return holding.held_session(conference, delegations)


@pytest.fixture
def sitting(conference):
    """A session that is open, with nothing in its log yet."""
    session = builders.a_session(conference, place="Town hall")
    floor.open_session(session, at=builders.moment("1884-10-14T10:00"), is_noted=False)
    return session
