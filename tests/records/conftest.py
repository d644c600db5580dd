"""A conference with a session that was held."""

from __future__ import annotations

import pytest

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
