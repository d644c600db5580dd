"""The overview of a conference."""

from __future__ import annotations

from tests.builders import a_conference


def test_overview_answers(client):
    conference = a_conference("International Meridian Conference", state="closed", public=True)
    answer = client.get(f"/conferences/{conference.slug}/")
    assert answer.status_code == 200
