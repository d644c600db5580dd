"""The tree of a draft: moves, numbers that follow, and the way back."""

from __future__ import annotations

import pytest

from confapp.agendas import arrangement, operations, queries
from confapp.agendas.arrangement import Direction
from confapp.errors import RuleViolation
from tests.builders import a_conference, an_agenda


@pytest.fixture
def conference(app):
    return a_conference()


@pytest.fixture
def agenda(conference):
    """1 Opening, 2 Reports with 2.1 and 2.2, 3 Closing."""
    agenda = operations.draft_agenda(conference, numbers_follow=True)
    operations.add_item(agenda, title="Opening")
    reports = operations.add_item(agenda, title="Reports")
    operations.add_item(agenda, title="Closing")
    operations.add_item(agenda, title="Treasurer", parent=reports)
    operations.add_item(agenda, title="Secretary", parent=reports)
    return agenda


@pytest.fixture
def read(conference, db_session):
    def reading(agenda):
        db_session.expunge_all()
        found = queries.agenda_by_key(conference, agenda.key)

        def lines(nodes):
            for node in nodes:
                yield f"{node.item.number} {node.item.title}"
                yield from lines(node.children)

        return list(lines(queries.tree(found)))

    return reading


@pytest.fixture
def item(conference):
    def called(agenda, title):
        return next(one for one in queries.agenda_by_key(conference, agenda.key).items if one.title == title)

    return called


def test_numbers_follow_what_is_added(agenda, read):
    assert read(agenda) == ["1 Opening", "2 Reports", "2.1 Treasurer", "2.2 Secretary", "3 Closing"]


def test_positions_are_those_in_which_items_are_read(agenda, conference):
    found = queries.agenda_by_key(conference, agenda.key).items
    assert [(one.position, one.title) for one in found] == [
        (1, "Opening"),
        (2, "Reports"),
        (3, "Treasurer"),
        (4, "Secretary"),
        (5, "Closing"),
    ]


def test_numbers_follow_what_is_taken_out(agenda, item, read):
    operations.drop_item(item(agenda, "Opening"))
    assert read(agenda) == ["1 Reports", "1.1 Treasurer", "1.2 Secretary", "2 Closing"]


@pytest.mark.parametrize(
    ("title", "direction", "expected"),
    [
        ("Reports", Direction.UP, ["1 Reports", "1.1 Treasurer", "1.2 Secretary", "2 Opening", "3 Closing"]),
        ("Opening", Direction.DOWN, ["1 Reports", "1.1 Treasurer", "1.2 Secretary", "2 Opening", "3 Closing"]),
        ("Closing", Direction.INDENT, ["1 Opening", "2 Reports", "2.1 Treasurer", "2.2 Secretary", "2.3 Closing"]),
        ("Treasurer", Direction.OUTDENT, ["1 Opening", "2 Reports", "2.1 Secretary", "3 Treasurer", "4 Closing"]),
    ],
)
def test_an_item_moves_one_step_with_all_under_it(agenda, item, read, title, direction, expected):
    arrangement.shift_item(item(agenda, title), direction)
    assert read(agenda) == expected


@pytest.mark.parametrize(
    ("title", "direction", "words"),
    [
        ("Opening", Direction.UP, "Nothing stands before item 1"),
        ("Closing", Direction.DOWN, "Nothing stands behind item 3"),
        ("Opening", Direction.INDENT, "Item 1 cannot go under"),
        ("Reports", Direction.OUTDENT, "Item 2 stands under no other"),
    ],
)
def test_a_step_that_leads_nowhere_is_refused(agenda, item, read, title, direction, words):
    before = read(agenda)
    with pytest.raises(RuleViolation, match=words):
        arrangement.shift_item(item(agenda, title), direction)
    assert read(agenda) == before


def test_the_page_knows_which_steps_are_possible(agenda, item):
    steps = arrangement.possible_steps(agenda)
    assert steps[item(agenda, "Opening").id] == {Direction.DOWN}
    assert steps[item(agenda, "Secretary").id] == {Direction.UP, Direction.INDENT, Direction.OUTDENT}


def test_an_item_is_put_before_another(agenda, item, read):
    arrangement.move_item(item(agenda, "Closing"), parent=item(agenda, "Reports"), before=item(agenda, "Secretary"))
    assert read(agenda) == ["1 Opening", "2 Reports", "2.1 Treasurer", "2.2 Closing", "2.3 Secretary"]


def test_an_item_is_put_behind_all_at_the_top(agenda, item, read):
    arrangement.move_item(item(agenda, "Treasurer"))
    assert read(agenda) == ["1 Opening", "2 Reports", "2.1 Secretary", "3 Closing", "4 Treasurer"]


def test_an_item_is_not_put_under_itself_or_what_is_under_it(agenda, item):
    reports = item(agenda, "Reports")
    for parent in (reports, item(agenda, "Treasurer")):
        with pytest.raises(RuleViolation, match="cannot stand under itself"):
            arrangement.move_item(reports, parent=parent)


def test_an_item_is_not_put_before_one_that_stands_elsewhere(agenda, item):
    with pytest.raises(RuleViolation, match="stands elsewhere by now"):
        arrangement.move_item(item(agenda, "Opening"), before=item(agenda, "Treasurer"))
    with pytest.raises(RuleViolation, match="not put before itself"):
        arrangement.move_item(item(agenda, "Opening"), before=item(agenda, "Opening"))


def test_an_item_is_not_put_on_another_agenda(agenda, item, conference):
    other = an_agenda(conference)
    with pytest.raises(RuleViolation, match="stands on another agenda"):
        arrangement.move_item(item(agenda, "Opening"), parent=item(other, "Matter 1"))


def test_an_agenda_has_at_most_five_levels(conference, item):
    agenda, parent = operations.draft_agenda(conference, numbers_follow=True), None
    for depth in range(1, 6):
        parent = operations.add_item(agenda, title=f"Level {depth}", parent=parent)
    operations.add_item(agenda, title="Next")
    with pytest.raises(RuleViolation, match="at most 5 levels"):
        arrangement.move_item(item(agenda, "Next"), parent=item(agenda, "Level 5"))
    assert Direction.INDENT in arrangement.possible_steps(agenda)[item(agenda, "Next").id]
    with pytest.raises(RuleViolation, match="at most 5 levels"):
        operations.add_item(agenda, title="Too deep", parent=item(agenda, "Level 5"))


def test_printed_numbers_stay_as_they_are(conference, item, read):
    agenda = an_agenda(conference, items=2)
    operations.add_item(agenda, title="Inserted", number="1 bis")
    arrangement.move_item(item(agenda, "Inserted"), before=item(agenda, "Matter 2"))
    assert read(agenda) == ["1 Matter 1", "1 bis Inserted", "2 Matter 2"]


def test_numbers_can_be_let_follow_and_be_fixed_again(conference, item, read):
    agenda = an_agenda(conference, items=2)
    operations.drop_item(item(agenda, "Matter 1"))
    arrangement.let_numbers_follow(agenda, follow=True)
    assert read(agenda) == ["1 Matter 2"]
    agenda = queries.agenda_by_key(conference, agenda.key)
    arrangement.let_numbers_follow(agenda, follow=False)
    operations.change_item(item(agenda, "Matter 2"), number="2 ter")
    assert read(agenda) == ["2 ter Matter 2"]


def test_the_last_move_is_taken_back_and_made_again(agenda, item, read):
    before = read(agenda)
    arrangement.shift_item(item(agenda, "Closing"), Direction.INDENT)
    after = read(agenda)
    arrangement.undo_move(agenda)
    assert read(agenda) == before
    arrangement.undo_move(agenda)
    assert read(agenda) == after != before


def test_nothing_is_taken_back_where_nothing_was_moved(agenda):
    with pytest.raises(RuleViolation, match="Nothing was moved"):
        arrangement.undo_move(agenda)


def test_a_move_is_not_taken_back_after_an_item_was_added(agenda, item):
    arrangement.shift_item(item(agenda, "Closing"), Direction.UP)
    operations.add_item(agenda, title="Another")
    with pytest.raises(RuleViolation, match="added or taken out"):
        arrangement.undo_move(agenda)


def test_what_was_issued_is_not_moved(agenda, item):
    operations.issue_agenda(agenda)
    with pytest.raises(RuleViolation, match="was issued"):
        arrangement.shift_item(item(agenda, "Closing"), Direction.UP)
    with pytest.raises(RuleViolation, match="was issued"):
        arrangement.let_numbers_follow(agenda, follow=False)


def test_a_revision_goes_on_as_the_version_before(agenda, item, read):
    operations.issue_agenda(agenda)
    revision = operations.revise_agenda(agenda)
    operations.drop_item(item(revision, "Opening"))
    assert read(revision)[0] == "1 Reports"
    assert read(agenda)[0] == "1 Opening"
