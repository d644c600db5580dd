"""The proceedings as readers see them."""

from __future__ import annotations

import pytest

from confapp.proceedings import operations
from tests.proceedings import samples
from tests.site.editions import a_published_conference, publish

URL = "/proceedings/meridian-1884/"


@pytest.fixture
def conference(app):
    return a_published_conference()


@pytest.fixture
def edition(conference):
    return publish(conference)


def test_edition_is_shown_whole(client, edition):
    answer = client.get(URL)
    assert answer.status_code == 200
    assert [f'id="{part}"' in answer.text for part in ("s1", "s2", "s1.p2", "s2.roll", "s2.vote")] == [True] * 5
    assert "Mr. <em>Rodgers</em> took the chair." in answer.text
