"""Territories × responsibilities: who answers for what, and what nobody answers for."""

from __future__ import annotations

import pytest

from confapp.committees import operations, seats
from confapp.committees.matrix import matrix_of
from tests.builders import a_committee, an_official, moment


@pytest.fixture
def committee(app):
    return a_committee()


def appoint(committee, responsibility=None, territory=None, **facts):
    return operations.appoint_member(
        committee, an_official(), responsibility=responsibility, territory=territory, **facts
    )


def table(committee):
    matrix = matrix_of(seats.seats(committee.id))
    return matrix and {
        (row.territory, cell.responsibility): "nobody" if cell.is_unowned else len(cell.holders)
        for row in matrix.rows
        for cell in row.cells
    }


def test_there_is_none_without_territories(committee):
    appoint(committee, "Visas")
    assert table(committee) is None


def test_cells_that_nobody_has_are_unowned(committee):
    appoint(committee, "Visas", "Asia")
    appoint(committee, "Speakers", "Europe")
    assert table(committee) == {
        ("Asia", "Visas"): 1,
        ("Asia", "Speakers"): "nobody",
        ("Europe", "Visas"): "nobody",
        ("Europe", "Speakers"): 1,
    }


def test_who_answers_everywhere_covers_every_territory(committee):
    appoint(committee, "Visas", "Asia")
    appoint(committee, "Speakers")
    assert table(committee) == {
        ("Asia", "Visas"): 1,
        ("Asia", "Speakers"): 0,
        (None, "Visas"): 0,
        (None, "Speakers"): 1,
    }


def test_who_answers_for_a_territory_covers_every_responsibility_there(committee):
    appoint(committee, "Visas", "Asia")
    appoint(committee, None, "Europe")
    assert table(committee)["Europe", "Visas"] == 0


def test_who_left_leaves_the_cell_unowned(committee):
    one = appoint(committee, "Visas", "Asia", term_start=moment("2020"))
    operations.release_member(committee, one, on=moment("2020-06"))
    assert table(committee) == {("Asia", "Visas"): "nobody"}


def test_they_are_counted(committee):
    appoint(committee, "Visas", "Asia")
    appoint(committee, "Speakers", "Europe")
    assert matrix_of(seats.seats(committee.id)).unowned == 2
