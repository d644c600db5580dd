"""Which letters strangers see, and the whole register."""

from __future__ import annotations

import pytest

from confapp.errors import NotFound
from confapp.letters import operations, queries
from confapp.letters.models import LetterState, PresentationForm
from tests.builders import a_committee, a_conference, a_held_session, a_letter, an_official, an_organization

READ = PresentationForm.READ
SEEN = {LetterState.ACCEPTED, LetterState.PRESENTED, LetterState.ANNEXED}


@pytest.fixture
def conference(app):
    return a_conference("Meridian", state="convened", public=True)


def accepted(conference, **facts):
    letter = a_letter(conference, **facts)
    operations.accept_letter(letter)
    return letter


@pytest.mark.parametrize("state", LetterState)
def test_strangers_see_a_letter_once_it_was_accepted(conference, state):
    letter = a_letter(conference)
    letter.state = state
    assert [each.id for each in queries.public_letters(conference)] == ([letter.id] if state in SEEN else [])


def test_strangers_see_no_letter_whose_sender_does_not_wish_it(conference):
    letter = accepted(conference)
    operations.withdraw_letter(letter)
    assert queries.public_letters(conference) == []
    with pytest.raises(NotFound, match="does not wish it shown"):
        queries.public_letter(conference, letter.register_number)


def test_public_letters_are_those_of_the_conference(conference):
    accepted(a_conference())
    assert queries.public_letters(conference) == []


def test_public_letters_stand_by_protocol(conference):
    for rank in (5, 0, 5):
        accepted(conference, rank=rank)
    assert [each.register_number for each in queries.public_letters(conference)] == [2, 1, 3]


def test_public_letter_is_found_by_its_number(conference):
    assert queries.public_letter(conference, accepted(conference, subject="Time").register_number).subject == "Time"


def test_public_number_counts_those_that_are_seen(conference):
    accepted(conference)
    a_letter(conference)
    assert queries.public_number(conference) == 1


def test_the_register_has_them_all_in_its_order(conference):
    for number in (3, 1):
        a_letter(conference, register_number=number)
    assert [each.register_number for each in queries.register(conference)] == [1, 3]


def test_letter_by_key_finds_one_that_is_not_public(conference):
    assert queries.letter_by_key(conference, a_letter(conference, key="telegram").key).register_number == 1


def test_public_presentations_leave_out_what_is_not_public(conference):
    session = a_held_session(conference)
    for public in (True, False):
        letter = a_letter(conference, is_public=public, sender_organization=an_organization("Peru"))
        operations.present_letter(letter, session, form=READ, presented_by=an_official("Rodgers"))
    read = [
        (each.letter.register_number, each.letter.sender_organization.name, each.presented_by.name)
        for each in queries.public_presentations(session)
    ]
    assert read == [(1, "Peru", "Rodgers")]


@pytest.mark.parametrize("count", [1, 3])
def test_public_letters_cost_two_queries(conference, db_session, count_queries, count):
    sessions = [a_held_session(conference) for _ in range(count)]
    for number in range(count):
        letter = a_letter(
            conference,
            sender_organization=an_organization(),
            sender_official=an_official(email="a@example.org"),
            referred_to=a_committee(conference, f"C{number}"),
            referred_by=an_official(),
        )
        for session in sessions:
            operations.present_letter(letter, session, form=READ, presented_by=an_official())
    db_session.expunge_all()
    with count_queries() as asked:
        found = queries.public_letters(conference)
        read = [
            (each.sender_organization.name, each.sender_official.name, each.referred_to.name, each.referred_by.name)
            for each in found
        ]
        where = [(one.session.label, one.presented_by.name) for each in found for one in each.presentations]
    assert (len(read), len(where), asked.count) == (count, count * count, 2)
