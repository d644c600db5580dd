"""The journeys lead through both conferences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.plugins.browsers import Server, serving


@pytest.fixture(scope="session")
def server(library) -> Iterator[Server]:
    """The demonstration and the conference in other scripts, served on this machine."""
    with serving(library.instance) as running:
        yield running
