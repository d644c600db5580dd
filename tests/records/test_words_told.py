"""Numbers, hours, days and lists as each language writes them."""

from __future__ import annotations

import pytest

from confapp.dates import Moment, PartialDate
from confapp.records.phrases.en import words as english
from confapp.records.phrases.ru import words as russian


@pytest.mark.parametrize(
    ("number", "word"), [(0, "no"), (1, "one"), (12, "twelve"), (20, "twenty"), (43, "forty-three"), (1884, "1,884")]
)
def test_english_writes_small_numbers_in_words(number, word):
    assert english.cardinal(number) == word


@pytest.mark.parametrize(
    ("time", "english_hour", "russian_hour"),
    [
        ("00:00", "at midnight", "в полночь"),
        ("00:05", "at 12.05 a.m.", "в 0 часов 5 минут"),
        ("01:01", "at 1.01 a.m.", "в 1 час 1 минуту"),
        ("12:00", "at noon", "в полдень"),
        ("13:00", "at 1 p.m.", "в 13 часов"),
        ("21:42", "at 9.42 p.m.", "в 21 час 42 минуты"),
        ("22:11", "at 10.11 p.m.", "в 22 часа 11 минут"),
    ],
)
def test_hours_are_read_from_the_clock(time, english_hour, russian_hour):
    moment = Moment.parse(f"1884-10-13T{time}")
    assert (english.at_hour(moment), russian.at_hour(moment)) == (english_hour, russian_hour)


@pytest.mark.parametrize(
    ("day", "english_day", "russian_day"),
    [
        ("1884", "in 1884", "в 1884 году"),
        ("1884-10", "in October 1884", "в октябре 1884 года"),
        ("1884-10-13", "on 13 October 1884", "13 октября 1884 года"),
    ],
)
def test_days_are_as_precise_as_their_source(day, english_day, russian_day):
    assert (english.when(Moment.parse(day)), russian.when(Moment.parse(day))) == (english_day, russian_day)


def test_russian_days_of_the_week_are_declined():
    days = [PartialDate(1884, 10, day) for day in range(13, 20)]
    assert [russian.on(day, weekday=True).partition(",")[0] for day in days] == list(russian.WEEKDAYS)


@pytest.mark.parametrize(
    ("names", "in_english", "in_russian"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A and B", "A и B"),
        (["A, of C", "B"], "A, of C; and B", "A, of C; B"),
    ],
)
def test_lists(names, in_english, in_russian):
    assert (english.listing(names), russian.listing(names)) == (in_english, in_russian)


def test_russian_year_stands_alone_in_the_nominative():
    assert russian.date(PartialDate(1884)) == "1884 год"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("*Final Act*", "the *Final Act*"),
        ("*The Frame of Union*", "*The Frame of Union*"),
        ("*A Frame*", "*A Frame*"),
        ("*Antwerp Act*", "the *Antwerp Act*"),
        ("*Section II. Buildings*", "*Section II. Buildings*"),
        ("*평양선언*", "*평양선언*"),
    ],
)
def test_english_titles_have_one_article(title, told):
    assert english.the(title) == told
