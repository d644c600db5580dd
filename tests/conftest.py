"""The fixtures of the whole suite."""

from __future__ import annotations

pytest_plugins = [
    "tests.plugins.databases",
    "tests.plugins.application",
    "tests.plugins.people",
    "tests.plugins.queries",
    "tests.plugins.catalogues",
    "tests.plugins.browsers",
    "tests.plugins.libraries",
]
