"""Formatting: dates, spans, numbers and lists as readers of a language write them."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from babel import Locale
from flask import Flask
from flask_babel import Babel, force_locale
from hypothesis import given
from hypothesis import strategies as st

from confapp.dates import Moment, PartialDate
from confapp.formatting import (
    format_all,
    format_date,
    format_day,
    format_days,
    format_duration,
    format_fraction,
    format_instant,
    format_moment,
    format_number,
    format_ordinal,
    format_ordinal_words,
    format_span,
    format_time,
    format_weekday,
    locale_of,
    register,
)

LANGUAGES = st.sampled_from(["en", "ru", "fr", "de", "zh-Hans", "ar", "ja", "pt-BR", "tlh"])


def read(text: str) -> PartialDate | Moment | None:
    return (Moment.parse(text) if "T" in text else PartialDate.parse(text)) if text else None


@pytest.mark.parametrize(
    ("day", "language", "text"),
    [
        ("1884-10-13", "en", "13 October 1884"),
        ("1884-10", "en", "October 1884"),
        ("1884", "en", "1884"),
        ("1884-10-13", "en-US", "October 13, 1884"),
        ("1884-10-13", "ru", "13 октября 1884 года"),
        ("1884-10", "ru", "октябрь 1884 года"),
        ("1884", "ru", "1884"),
        ("1884-10-13", "fr", "13 octobre 1884"),
        ("1884-10-13", "zh-Hans", "1884年10月13日"),
        ("1884-10-13", "ar", "13 أكتوبر 1884"),
        ("0984-10-13", "en", "13 October 984"),
    ],
)
def test_date_is_written_as_far_as_it_is_known(day, language, text):
    assert format_date(PartialDate.parse(day), language) == text


@pytest.mark.parametrize(
    ("start", "end", "language", "text"),
    [
        ("1884-10-01", "1884-11-01", "en", "1 October – 1 November 1884"),
        ("2021-02-05", "2021-02-17", "en", "5–17 February 2021"),
        ("2021-02-05", "2021-02-05", "en", "5 February 2021"),
        ("1884-12-30", "1885-01-02", "en", "30 December 1884 – 2 January 1885"),
        ("1884-10", "1884-11", "en", "October – November 1884"),
        ("1883", "1884", "en", "1883–1884"),
        ("1884-10", "1884-11-01", "en", "October 1884 – 1 November 1884"),
        ("1884-10-13", "", "en", "13 October 1884 –"),
        ("", "1884", "en", "– 1884"),
        ("", "", "en", "–"),
        ("2021-02-05", "2021-02-17", "ru", "5–17 февраля 2021 года"),
        ("1884-10-01", "1884-11-01", "ru", "1 октября – 1 ноября 1884 года"),
        ("2021-02-05", "2021-02-17", "zh-Hans", "2021年2月5日至17日"),
        ("1884-10-13T13:00", "1884-10-13T16:00", "en", "13 October 1884, 13:00–16:00"),
        ("1884-10-13T13:00", "1884-10-13T13:00", "en", "13 October 1884, 13:00"),
        ("1884-10-13T13:00", "1884-10-14T09:00", "en", "13 October 1884, 13:00 – 14 October 1884, 09:00"),
        ("1884-10-13T13:00", "", "en", "13 October 1884, 13:00 –"),
        ("1884-10-13T13:00", "1884-10-14", "en", "13–14 October 1884"),
    ],
)
def test_span_says_once_what_both_ends_share(start, end, language, text):
    assert format_span(read(start), read(end), language) == text


def test_span_of_moments_without_time_is_one_of_dates():
    assert format_span(Moment.parse("2021-02-05"), Moment.parse("2021-02-17"), "en") == "5–17 February 2021"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("1884-10-01", "1884-11-01", "1 October – 1 November 1884"),
        ("1884-10-01T13:00", "1884-10-13", "1–13 October 1884"),
        ("1884-10-01", "1884-10-01", "1 October 1884"),
        ("1884-10-01", None, "1 October 1884"),
    ],
)
def test_days_without_a_last_one_are_the_first(first, last, text):
    assert format_days(read(first), read(last) if last else None, "en") == text


@pytest.mark.parametrize("value", [date(2021, 1, 5), datetime(2021, 1, 5, 23, 59, tzinfo=UTC)])
def test_dates_of_the_clock_are_written_alike(value):
    assert format_date(value, "en") == "5 January 2021"
    assert format_day(value, "en") == "Tuesday, 5 January 2021"


def test_date_of_a_moment_leaves_its_time_out():
    assert format_date(Moment.parse("1884-10-13T13:00"), "en") == "13 October 1884"


@pytest.mark.parametrize(
    ("moment", "language", "text"),
    [
        ("1884-10-13T13:00", "en", "13 October 1884, 13:00"),
        ("1884-10-13T13:00:30", "en", "13 October 1884, 13:00:30"),
        ("1884-10-13T13:00-05:00", "ru", "13 октября 1884 года, 13:00"),
        ("1884-10", "en", "October 1884"),
    ],
)
def test_moment_is_written_as_far_as_it_is_known(moment, language, text):
    assert format_moment(Moment.parse(moment), language) == text


def test_time_alone():
    assert format_time(Moment.parse("1884-10-13T09:05"), "en") == "09:05"
    assert format_time(Moment.parse("1884-10-13"), "en") == ""
    assert format_time(Moment.parse("1884-10-13T00:00"), "en") == "00:00"
    assert format_time(datetime(2021, 1, 5, 23, 59, 30, tzinfo=UTC), "en") == "23:59"


def test_weekday_is_written_of_a_full_date_only():
    assert format_weekday(PartialDate(1884, 10, 13), "en") == "Monday"
    assert format_weekday(PartialDate(1884, 10), "en") == ""
    assert format_day(PartialDate(1884, 10, 13), "ru") == "понедельник, 13 октября 1884 года"
    assert format_day(PartialDate(1884, 10), "en") == "October 1884"


def test_instant_is_shown_on_the_clock_of_its_zone():
    assert format_instant(datetime(2021, 1, 5, 4, 0, 31, tzinfo=UTC), "Asia/Pyongyang", "en") == "5 January 2021, 13:00"


@pytest.mark.parametrize(("language", "text"), [("en", "12,345"), ("ru", "12\u00a0345"), ("de", "12.345")])
def test_numbers_are_grouped(language, text):
    assert format_number(12345, language) == text


@pytest.mark.parametrize(
    ("items", "language", "text"),
    [("ABC", "en", "A, B and C"), ("AB", "ru", "A и B"), ("A", "en", "A"), ("", "en", ""), ("AB", "zh", "A和B")],
)
def test_items_are_listed(items, language, text):
    assert format_all(items, language) == text


@pytest.mark.parametrize(
    ("duration", "language", "text"),
    [
        (timedelta(hours=1, minutes=30), "en", "1 hour 30 minutes"),
        (timedelta(minutes=45), "ru", "45 минут"),
        (timedelta(days=2, seconds=1), "en", "2 days 1 second"),
        (timedelta(hours=1), "zh-Hans", "1小时"),
        (timedelta(), "en", "0 minutes"),
    ],
)
def test_durations_are_put_in_words(duration, language, text):
    assert format_duration(duration, language) == text


def test_fractions_stay_fractions():
    assert format_fraction(Fraction(2, 3)) == "2/3"


def test_ordinals_follow_the_language():
    assert [format_ordinal(3, "en"), format_ordinal(3, "ru")] == ["3rd", "3-е"]
    assert [format_ordinal_words(3, "en"), format_ordinal_words(3, "ru")] == ["third", "третье"]


@pytest.mark.parametrize(
    ("tag", "locale"),
    [("en", "en_GB"), ("en-US", "en_US"), ("zh-Hant-TW", "zh_Hant_TW"), ("ru", "ru"), ("ru-XX", "ru"), ("tlh", "en_GB"),
     ("!", "en_GB"), (None, "en_GB"), (Locale("en"), "en_GB")],
)  # fmt: skip
def test_unknown_locale_falls_back_to_its_language_and_to_english(tag, locale):
    assert str(locale_of(tag)) == locale


@pytest.fixture
def app():
    app = Flask(__name__)
    Babel(app, locale_selector=lambda: "ru")
    register(app)
    return app


def test_templates_have_filters_that_follow_the_reader(app):
    template = app.jinja_env.from_string("{{ day|date }} | {{ day|span(end) }} | {{ 3|ordinal }} | {{ 1884|number }}")

    with app.test_request_context():
        text = template.render(day=PartialDate(1884, 10, 13), end=PartialDate(1884, 10, 14))

    assert text == "13 октября 1884 года | 13–14 октября 1884 года | 3-е | 1\u00a0884"


def test_templates_keep_the_longer_names(app):
    template = app.jinja_env.from_string(
        "{{ at|date_text }} | {{ at|weekday_text }} | {{ at|time_text }} | {{ span_text(at) }}"
    )

    with app.test_request_context(), force_locale("en"):
        text = template.render(at=Moment.parse("1884-10-13T13:00"))

    assert text == "13 October 1884 | Monday, 13 October 1884 | 13:00 | 13 October 1884"


def test_forced_locale_is_followed(app):
    with app.test_request_context(), force_locale("de"):
        assert format_date(PartialDate(1884, 10, 13)) == "13. Oktober 1884"


@given(st.dates(), st.dates(), LANGUAGES)
def test_every_span_can_be_written(one, other, language):
    start, end = sorted((one, other))

    text = format_span(PartialDate.of(start), PartialDate.of(end), language)

    assert text == " ".join(text.split())
    assert "MMM" not in text
