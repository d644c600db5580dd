"""Content in the reader's language, or in its own."""

from __future__ import annotations

import pytest

from confapp.organizations.models import Organization
from confapp.renderings import Rendering, rendered

GERMANY = Organization(
    name="Germany", language="en", translations={"de": {"name": "Deutschland"}, "pt-BR": {"name": "Alemanha"}}
)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", Rendering("Deutschland", "de")),
        ("de-AT", Rendering("Deutschland", "de")),
        ("pt-BR", Rendering("Alemanha", "pt-BR")),
        ("pt", Rendering("Germany", "en")),
        ("fr", Rendering("Germany", "en")),
        (None, Rendering("Germany", "en")),
    ],
)
def test_a_name_in_a_language(language, expected):
    assert rendered(GERMANY, "name", language) == expected


def test_what_is_not_set_is_empty():
    assert rendered(GERMANY, "seat", "de") == Rendering("", "en")
