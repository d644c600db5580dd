"""Terms: what they certainly mean and what they can mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.dates import DateError, Moment, PartialDate
from confapp.spans import Span

ZONE = "Europe/Berlin"
MOMENTS = st.none() | st.builds(
    lambda day, parts: Moment(PartialDate(*(day.year, day.month, day.day)[:parts])),
    st.dates(),
    st.integers(min_value=1, max_value=3),
)


def span(start: str, end: str) -> Span:
    return Span(Moment.parse(start) if start else None, Moment.parse(end) if end else None)


@st.composite
def spans(draw) -> Span:
    one, other = draw(MOMENTS), draw(MOMENTS)
    if one and other and one.earliest() > other.earliest():
        one, other = other, one
    return Span(one, other)


@pytest.mark.parametrize(
    ("one", "other", "certain", "possible"),
    [
        (("1884-10-01", "1884-11-01"), ("1884-10-20", ""), True, True),
        (("1884-10-01", "1884-10-13"), ("1884-10-13", ""), False, True),
        (("1884-10-01", "1884-10-13"), ("1884-10-14", ""), False, False),
        (("1884", "1885"), ("1884-06", "1884-07"), False, True),
        (("1883", "1885"), ("1884-06", "1884-08"), True, True),
        (("", "1884-10-13"), ("", "1884-10-01"), True, True),
        (("", "1884"), ("1885", ""), False, False),
        (("2026-01-10T09:00", "2026-10-04T09:00"), ("2026-10-04T09:00", ""), False, False),
        (("2026-01-10T09:00", "2026-10-04T09:00"), ("2026-10-04T08:59", ""), True, True),
        (("1884-10-13", "1884-10-13"), ("1884-10-13", "1884-10-13"), False, True),
    ],
)
def test_overlap_is_certain_or_possible(one, other, certain, possible):
    first, second = span(*one), span(*other)

    assert (first.certainly_overlaps(second, ZONE), first.possibly_overlaps(second, ZONE)) == (certain, possible)


@pytest.mark.parametrize(
    ("at", "certain", "possible"),
    [
        ("2026-10-03T13:59", False, False),
        ("2026-10-03T14:00", True, True),
        ("2026-10-03T15:10", True, True),
        ("2026-10-03T16:00", False, False),
        ("2026-10-03", False, True),
        ("2026", False, True),
    ],
)
def test_term_covers_its_start_and_not_its_end(at, certain, possible):
    acting = span("2026-10-03T14:00", "2026-10-03T16:00")

    assert acting.certainly_covers(Moment.parse(at), ZONE) == certain
    assert acting.possibly_covers(Moment.parse(at), ZONE) == possible


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("1884-10-13", "1884-10-12"),
        ("1884-10", "1884-09-30"),
        ("1885", "1884"),
        ("1884-10-13T13:00", "1884-10-13T12:59"),
        ("1884-10-13T13:00-05:00", "1884-10-13T18:30+01:00"),
    ],
)
def test_end_before_start_is_refused(start, end):
    with pytest.raises(DateError, match="the end stands before the start"):
        span(start, end)


@pytest.mark.parametrize(
    ("start", "end"),
    [("1884", "1884"), ("1884-10-13", "1884-10"), ("1884-10-13T13:00", "1884-10-13"),
     ("1884-10-13T13:00", "1884-10-13T12:00-05:00"), ("", "1884"), ("1884", ""), ("", "")],
)  # fmt: skip
def test_end_that_can_follow_is_accepted(start, end):
    assert span(start, end).possible(ZONE)[0] <= span(start, end).possible(ZONE)[1]


def test_term_of_one_printed_day_is_certain_of_nothing():
    assert span("1884-10-13", "1884-10-13").certain(ZONE) is None


@given(spans(), spans())
def test_what_is_certain_is_possible_and_mutual(one, other):
    assert one.certainly_overlaps(other, ZONE) == other.certainly_overlaps(one, ZONE)
    assert one.possibly_overlaps(other, ZONE) == other.possibly_overlaps(one, ZONE)
    assert one.possibly_overlaps(other, ZONE) or not one.certainly_overlaps(other, ZONE)
    assert one.certainly_overlaps(other, ZONE) or not one.certainly_overlaps(other)


@given(spans(), MOMENTS.filter(bool))
def test_what_is_certainly_covered_is_possibly_covered(term, at):
    assert term.possibly_covers(at, ZONE) or not term.certainly_covers(at, ZONE)
