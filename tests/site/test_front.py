"""The front page and the list of conferences."""

from __future__ import annotations

from tests.builders import a_conference


def test_front_page_answers(client):
    a_conference("International Meridian Conference", state="closed", public=True)
    answer = client.get("/")
    assert answer.status_code == 200
    assert "International Meridian Conference" in answer.text
