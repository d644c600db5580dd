"""A conference is read in a fixed number of statements, and no content makes a check crash."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from confapp.checks import dates, ordinals, queries, words
from confapp.checks.running import check, findings_of
from confapp.checks.texts import Text
from confapp.conferences.queries import conference_by_slug
from confapp.db import db
from confapp.floor.models import EntryKind, PresenceStatus, RollState
from confapp.floor.operations import add_entry, call_roll
from confapp.officials.models import Official
from confapp.participation.models import Delegate
from confapp.participation.operations import name_delegate
from confapp.voting.models import Choice, VoteMethod, VoteResult
from confapp.voting.operations import hold_vote
from tests.builders import a_committee, a_delegation, a_held_session, a_letter, an_agenda, an_official

STATEMENTS = 41


def fill(conference, number: int) -> None:
    """So many of everything, with all that hangs on them."""
    for at in range(number):
        delegation = a_delegation(conference)
        delegate = name_delegate(delegation, an_official())
        a_letter(conference, sender_name="A club")
        an_agenda(conference, items=2)
        a_committee(conference, name=f"Committee {at}")
        session = a_held_session(conference, label=f"s{at}")
        there = {"delegate": delegate, "status": PresenceStatus.PRESENT}
        call_roll(session, state=RollState.TAKEN, presences=[there])
        add_entry(session, kind=EntryKind.STATEMENT, text="A", speakers=[{"official": delegate.official}])
        row = {"delegation": delegation, "choice": Choice.YES}
        facts = {"ballots": [row], "printed_rolls": [{"title": "Protocol", "rows": [row]}]}
        hold_vote(session, question="?", method=VoteMethod.DIVISION, result=VoteResult.CARRIED, **facts)
    db.session.flush()
    db.session.expire_all()


@pytest.mark.parametrize("number", [1, 3])
def test_a_conference_is_read_in_so_many_statements(conference, count_queries, number):
    fill(conference, number)
    known = conference_by_slug(conference.slug)
    with count_queries() as statements:
        findings_of(known)
    assert statements.count == STATEMENTS


TEXTS = st.text(st.characters(codec="utf-8"), max_size=80) | st.from_regex(
    r"([0-9]{1,4}(st|nd|ый|ème)|the the| 3[0-9] February|Juche [0-9]{1,4}|[A-Z]{2,3}/[0-9.]{1,4}| )*", fullmatch=True
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.sampled_from(["en", "ru", "fr", "de", "zh", "ar", "x-nonsense", ""]))
def test_no_text_makes_a_check_crash(app, text, language):
    said = [Text(None, "x#y", text, language, None)]
    for each in (
        ordinals.wrong_ordinals,
        words.doubled_words,
        words.mixed_scripts,
        words.invisible_characters,
        words.no_break_spaces,
        dates.dates_in_text,
        dates.periods_without_year,
    ):
        for one in each(None, said):
            assert one.message
            assert one.place.startswith("x#y")
    ordinals.stated_ordinal(text)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS.map(lambda text: text.replace("\x00", "")), min_size=9, max_size=9))
def test_no_content_makes_a_check_crash(both, texts):
    with both.app_context():
        material = queries.material_of(conference_by_slug("meridian-1884"))
        with db.session.no_autoflush:
            for thing, field, text in zip(
                (
                    material.conference,
                    material.organizations[0],
                    material.officials[0],
                    material.sessions[0],
                    material.letters[0],
                    material.decisions[0],
                    material.votes[0],
                    material.committees[0],
                    material.documents[0],
                ),
                ("preceded_by", "name", "name", "title", "sender_name", "title", "question", "name", "title"),
                texts,
                strict=True,
            ):
                setattr(thing, field, text)
            found = check(material)
        db.session.rollback()
    assert len(found) > 5


def test_1884_is_checked_in_time(both):
    with both.app_context():
        known = conference_by_slug("meridian-1884")
        started = time.perf_counter()
        findings_of(known)
        assert time.perf_counter() - started < 1.5


def test_5000_people_are_checked_in_time(conference):
    delegations = [a_delegation(conference) for _number in range(100)]
    people = [Official(slug=f"q{at}", name=f"Person{at % 71} Name{at}") for at in range(5000)]
    db.session.add_all(people)
    db.session.flush()
    db.session.add_all(
        Delegate(delegation_id=delegations[at % 100].id, official_id=one.id, key=one.slug, position=at)
        for at, one in enumerate(people)
    )
    db.session.flush()
    db.session.expire_all()
    known = conference_by_slug(conference.slug)
    started = time.perf_counter()
    findings_of(known)
    assert time.perf_counter() - started < 5
