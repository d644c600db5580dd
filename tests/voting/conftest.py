"""A conference that votes."""

from __future__ import annotations

import pytest

from confapp.conferences.documents import adopt_rulebook
from confapp.floor.operations import open_session
from tests.builders import a_conference, a_delegation, a_session, moment
from tests.voting.meridian import Meridian


@pytest.fixture
def meridian(app):
    return Meridian()


@pytest.fixture
def conference(app):
    """In session under rules by which a vote changes by leave only."""
    conference = a_conference(state="open", zone="America/New_York")
    adopt_rulebook(conference, name="Rules", preset="as-in-1884")
    return conference


@pytest.fixture
def session(conference):
    session = a_session(conference, number=4, label="4")
    open_session(session, at=moment("1884-10-13T13:00"))
    return session


@pytest.fixture
def states(conference):
    """Three delegations."""
    return [a_delegation(conference, name=name) for name in ("Brazil", "Chile", "Denmark")]
