"""Terms overlap for an office exactly where spans certainly do."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from confapp.dates import DateError, Moment
from confapp.errors import RuleViolation
from confapp.officials import terms
from confapp.spans import Span

moments = st.one_of(
    st.integers(2000, 2002).map(str),
    st.tuples(st.integers(2000, 2002), st.integers(1, 12)).map(lambda date: f"{date[0]}-{date[1]:02d}"),
    st.dates().map(lambda day: f"{2000 + day.year % 3}-{day.month:02d}-{min(day.day, 28):02d}"),
    st.integers(0, 23).map(lambda hour: f"2001-06-15T{hour:02d}:00Z"),
    st.integers(0, 23).map(lambda hour: f"2001-06-15T{hour:02d}:00"),
).map(Moment.parse)
spans = st.tuples(moments, st.none() | moments)


def bounds(start: Moment, end: Moment | None) -> terms.Bounds | None:
    try:
        return terms.bounds_of(start, end, "Europe/Paris")
    except (RuleViolation, DateError):
        return None


@given(spans, spans)
def test_terms_overlap_where_spans_certainly_do(one, other):
    mine, theirs = bounds(*one), bounds(*other)
    assume(mine and theirs)
    assert terms._overlap(mine, theirs) == Span(*one).certainly_overlaps(Span(*other), "Europe/Paris")


@given(spans, spans)
def test_overlap_does_not_depend_on_who_was_first(one, other):
    mine, theirs = bounds(*one), bounds(*other)
    assume(mine and theirs)
    assert terms._overlap(mine, theirs) == terms._overlap(theirs, mine)


@given(spans)
def test_bounds_stand_in_their_order(span):
    found = bounds(*span)
    assume(found)
    assert found["starts_earliest"] <= found["starts_latest"]
    assert span[1] is None or found["ends_earliest"] <= found["ends_latest"]
