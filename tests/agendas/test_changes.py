"""What a version of an agenda changed in the one before it."""

from __future__ import annotations

import pytest

from confapp.agendas import arrangement, operations, queries
from confapp.agendas.arrangement import Direction
from confapp.agendas.changes import changes
from tests.builders import a_conference


@pytest.fixture
def conference(app):
    return a_conference()


@pytest.fixture
def before(conference):
    agenda = operations.draft_agenda(conference, numbers_follow=True)
    for title in ("Opening", "Reports", "Elections", "Closing"):
        operations.add_item(agenda, title=title)
    operations.issue_agenda(agenda)
    return agenda


@pytest.fixture
def after(before):
    return operations.revise_agenda(before)


@pytest.fixture
def marks(conference, before, after, db_session):
    def marking():
        db_session.flush()
        db_session.expire_all()
        old, new = (queries.agenda_by_key(conference, one.key) for one in (before, after))
        return {
            (one.after or one.before).title: [mark.value for mark in one.marks]
            for one in changes(old, new)
            if one.marks
        }

    return marking


@pytest.fixture
def item(conference, after):
    return lambda title: next(one for one in queries.agenda_by_key(conference, after.key).items if one.title == title)


def test_a_copy_changed_nothing(marks):
    assert marks() == {}


def test_a_new_item_and_what_it_renumbered(marks, after, item):
    added = operations.add_item(after, title="Greetings")
    arrangement.move_item(item("Greetings"), before=item("Closing"))
    assert (added.title, marks()) == ("Greetings", {"Greetings": ["new"], "Closing": ["renumbered"]})


def test_an_item_that_was_left_out(marks, item):
    operations.drop_item(item("Closing"))
    assert marks() == {"Closing": ["dropped"]}


def test_one_item_that_moved_is_the_one_that_moved(marks, item):
    arrangement.move_item(item("Opening"))
    assert marks() == {
        "Opening": ["moved", "renumbered"],
        "Reports": ["renumbered"],
        "Elections": ["renumbered"],
        "Closing": ["renumbered"],
    }


def test_an_item_that_went_under_another_moved(marks, item):
    arrangement.shift_item(item("Closing"), Direction.INDENT)
    assert marks() == {"Closing": ["moved", "renumbered"]}


def test_an_item_under_one_that_moved_along_did_not_move(conference, marks, after, item):
    operations.add_item(after, title="Treasurer", parent=item("Reports"))
    arrangement.move_item(item("Reports"), before=item("Opening"))
    assert marks()["Treasurer"] == ["new"]


def test_an_item_under_a_new_one_moved(marks, after, item):
    operations.add_item(after, title="Business")
    arrangement.move_item(item("Closing"), parent=item("Business"))
    assert marks() == {"Business": ["new"], "Closing": ["moved", "renumbered"]}


def test_an_item_with_other_words_is_reworded(marks, item):
    operations.change_item(item("Reports"), title="Reports of the officers")
    assert marks() == {"Reports of the officers": ["reworded"]}
