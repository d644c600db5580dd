"""Ordinals in running text, in names and in series."""

from __future__ import annotations

import pytest

from confapp.checks.ordinals import stated_ordinal, wrong_ordinals
from confapp.conferences import operations as conferences
from confapp.programme.models import SessionKind
from tests.builders import a_committee, a_conference, a_held_session, a_session


def meant(text) -> list[tuple[str, str]]:
    return [(one.mend.found, one.mend.meant) for one in wrong_ordinals(None, [text])]


@pytest.mark.parametrize(
    ("text", "language", "found", "right"),
    [
        ("The 2st International Conference", "en", "2st", "2nd"),
        ("the 11st of 12", "en", "11st", "11th"),
        ("the 111st plenary meeting", "en", "111st", "111th"),
        ("its 22th session (22nd)", "en", "22th", "22nd"),
        ("3TH SESSION", "en", "3TH", "3rd"),
        ("a 101th letter", "en", "101th", "101st"),
        ("2-ой конгресс", "ru", "2-ой", "2-й"),
        ("до 5-ого заседания", "ru", "5-ого", "5-го"),
        ("la 1ème séance", "fr", "1ème", "1er"),
        ("le 2er congrès", "fr", "2er", "2e"),
    ],
)
def test_a_wrong_ordinal_is_found_with_the_right_one(said, text, language, found, right):
    assert meant(said(text, language)) == [(found, right)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 22nd, 23rd, 101st, 111th, 112th, 113th and 121st", "en"),
        ("5 St. Petersburg delegates; 21 St James’s Square", "en"),
        ("room A2st, file 12.3th, 1/2nd, https://example.org/2st", "en"),
        ("the 1920s, 90's, 3d session", "en"),
        ("1-й, 2-го, 3-я, 5-м, 20-летие", "ru"),
        ("1er, 1re, 2e, 2nd, 2nde, XXIe", "fr"),
        ("Die 2. Sitzung", "de"),
    ],
)
def test_right_ordinals_and_other_figures_are_not(said, text, language):
    assert meant(said(text, language)) == []


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Second Organizing Conference", 2),
        ("2st International Congress", 2),
        ("Twenty-first Session", 21),
        ("International Meridian Conference", None),
        ("Third World Conference", None),
        ("Conference on the First World War", None),
    ],
)
def test_the_ordinal_that_a_name_begins_with(name, number):
    assert stated_ordinal(name) == number


def test_a_conference_counted_otherwise_than_its_name_says(app, conference, found):
    conferences.change_conference(conference, name="Second Conference of Secretariats", ordinal=3)
    assert found("ordinal-differs") == [("error", "“Second Conference of Secretariats” is counted as the 3rd.")]


def test_a_conference_that_skips_one(conference, found):
    conferences.change_conference(conference, ordinal=3, preceded_by="1st Conference of Secretariats")
    assert found("ordinal-sequence") == [
        ("error", "It is counted as the 3rd and comes after “1st Conference of Secretariats”.")
    ]


def test_a_conference_that_follows_the_one_before(conference, grave):
    conferences.change_conference(conference, ordinal=2, preceded_by="1st Conference of Secretariats")
    assert grave() == []


def test_a_gap_in_a_series_is_a_hint(conference, found):
    series = conferences.create_series(name="Conferences")
    a_conference(series=series, ordinal=1)
    conferences.change_conference(conference, series=series, ordinal=4)
    assert found("series-gap") == [("info", "Its series has no conference with the number 2 and 3.")]


def test_a_session_left_out(conference, found):
    for number in (1, 2, 4):
        a_session(conference, number=number, label=str(number))
    assert found("session-gap") == [("warning", "There is no session 3 between the others.")]


def test_committees_count_by_themselves_and_parallel_sessions_with_the_others(conference, found):
    committee = a_committee(conference)
    a_session(conference, number=1, label="1")
    a_session(conference, number=2, label="2", kind=SessionKind.PARALLEL)
    a_session(conference, number=3, label="3")
    a_session(conference, number=1, label="c1", kind=SessionKind.COMMITTEE, committee=committee)
    assert found("session-gap", "session-number-twice", "ordinal-differs") == []


def test_a_title_that_counts_otherwise(conference, found):
    a_held_session(conference, number=4, label="4", title="Third plenary session")
    assert found("ordinal-differs") == [("error", "“Third plenary session” is session number 4.")]
