"""How often proceedings were read."""

from __future__ import annotations

from confapp import revisions
from confapp.db import db
from confapp.proceedings import operations
from confapp.proceedings.models import ViewCount
from tests.builders import a_conference


def views() -> dict[int, int]:
    return {count.conference_id: count.views for count in db.session.query(ViewCount).populate_existing()}


def test_views_add_up(app):
    one, other = a_conference(), a_conference()
    operations.count_views({one.slug: 2})
    operations.count_views({one.slug: 3, other.slug: 1})
    assert views() == {one.id: 5, other.id: 1}


def test_views_of_what_is_gone_are_passed_over(app):
    operations.count_views({"gone": 1})
    assert views() == {}


def test_views_change_no_page(app):
    conference = a_conference(public=True, state="convened")
    db.session.commit()
    before = revisions.revision(conference.slug)
    operations.count_views({conference.slug: 1})
    db.session.commit()
    assert revisions.revision(conference.slug) == before
