"""The time line: where each mark stands, and that nothing is invented."""

from __future__ import annotations

import pytest

from confapp.committees.queries import committees
from confapp.desk.timeline import time_line
from confapp.programme.queries import sessions
from tests.builders import a_committee, a_conference, a_session, day


def line_of(conference):
    return time_line(conference, committees(conference), sessions(conference))


def test_without_a_date_there_is_no_picture(app):
    assert line_of(a_conference()) is None


def test_rows_stand_in_the_order_of_the_work(app):
    conference = a_conference(announced_on=day("2021-01"), starts_on=day("2021-02-05"), ends_on=day("2021-02-17"))
    a_committee(conference, "Preparatory Committee", period_start=day("2021-01-10"), period_end=day("2021-02-04"))
    a_session(conference, held_on=day("2021-02-05"))
    assert [(one.row.label, one.row.when) for one in line_of(conference).rows] == [
        ("Announced", "January 2021"),
        ("Preparatory Committee", "10 January – 4 February 2021"),
        ("The conference", "5–17 February 2021"),
        ("Sessions (1)", "5 February 2021"),
    ]


def test_marks_stand_in_hundredths_of_the_width(app):
    line = line_of(a_conference(announced_on=day("2021-01-01"), starts_on=day("2021-04-01"), ends_on=day("2021-04-10")))
    announced, held = (one.marks[0] for one in line.rows)
    assert (announced.x, announced.width, held.x, held.width) == (0.0, 1.0, 90.0, 10.0)


def test_a_month_is_drawn_as_long_as_it_is(app):
    line = line_of(a_conference(announced_on=day("2021-01"), starts_on=day("2021-04-01"), ends_on=day("2021-04-10")))
    assert line.rows[0].marks[0].width == 31.0


def test_a_label_at_the_end_ends_where_its_mark_does(app):
    line = line_of(a_conference(announced_on=day("2021-01-01"), starts_on=day("2021-04-01"), ends_on=day("2021-04-10")))
    assert [(one.label_x, one.at_end) for one in line.rows] == [(0.0, False), (100.0, True)]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("1880-05-01", "1884-05-01", ["1881", "1882", "1883", "1884"]),
        ("2021-01-10", "2021-04-10", ["February 2021", "March 2021", "April 2021"]),
        ("2021-02-05", "2021-02-06", ["5 February 2021", "7 February 2021", "9 February 2021", "11 February 2021"]),
    ],
)
def test_ticks_are_round_dates(app, first, last, labels):
    line = line_of(a_conference(starts_on=day(first), ends_on=day(last)))
    assert [tick.label for tick in line.ticks] == labels


def test_a_long_line_has_few_ticks(app):
    assert len(line_of(a_conference(starts_on=day("1700"), ends_on=day("1900"))).ticks) == 5


def test_a_session_of_the_past_stands_at_its_day_and_a_planned_one_at_its_start(app):
    conference = a_conference(starts_on=day("1884-10-01"), ends_on=day("1884-10-20"))
    a_session(conference, held_on=day("1884-10-13"))
    a_session(conference)
    titles = [mark.title for mark in line_of(conference).rows[-1].marks]
    assert titles == ["Session 1: 13 October 1884"]


def test_today_is_marked_while_it_lasts(app):
    assert line_of(a_conference(starts_on=day("2000"), ends_on=day("2999"))).today is not None


def test_today_is_not_marked_on_the_line_of_the_past(app):
    assert line_of(a_conference(starts_on=day("1884"))).today is None


def test_the_summary_tells_what_is_seen(app):
    line = line_of(a_conference(starts_on=day("2021-02-05"), ends_on=day("2021-02-17")))
    assert line.summary == "From 5 February 2021 to 17 February 2021: The conference."
