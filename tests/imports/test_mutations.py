"""Whatever is done to a case file, it is imported or refused in plain words; nothing else ever happens."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from confapp.db import db
from confapp.errors import RuleViolation
from confapp.imports.exporting import give_case
from confapp.imports.loading import load_bytes
from confapp.imports.operations import import_case
from confapp.imports.problems import CaseRefused
from tests.imports.conftest import EXAMPLE

CASE = load_bytes(EXAMPLE.encode()).canonical
WORDS = st.sampled_from(
    [
        *("", " ", "~", "0", "1", "-1", "2147483648", "1e9", "null", "no", "NO", "true"),
        *("1884-13", "1884-02-30", "1884-10-13T25:00", "1884-10-13", "1901-05-06T10:00", "9999", "0001"),
        *("x", "peeters", "claes", "BE", "KR", "conference", "opening", "order/1", "../x", "BOOK p. 9", "{x}"),
        *("carried", "lost", "adopted", "closed", "planned"),
        *("שלום \u202e", "a\0b", "😀", "민" * 300, "민" * 600),
    ]
)
ANYTHING = st.recursive(
    WORDS | st.integers(-(2**40), 2**40) | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)


def places(value, path=()):
    """Every place in a case."""
    yield path
    if isinstance(value, dict):
        for key, member in value.items():
            yield from places(member, (*path, key))
    elif isinstance(value, list):
        for at, member in enumerate(value):
            yield from places(member, (*path, at))


PLACES = [path for path in places(CASE) if path]


def within(case, path):
    for step in path:
        case = case[step]
    return case


@st.composite
def mutations(draw):
    """The example with some of its values dropped, doubled, moved or replaced."""
    case = copy.deepcopy(CASE)
    for _turn in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(PLACES))
        try:
            whole = within(case, path[:-1])
            mutate(draw, case, whole, path[-1])
        except (KeyError, IndexError, TypeError):
            continue  # an earlier turn has taken it away
    return case


def mutate(draw, case, whole, key):
    what = draw(st.sampled_from(["drop", "replace", "other", "double", "rename"]))
    if what == "drop":
        del whole[key]
    elif what == "replace":
        whole[key] = draw(ANYTHING)
    elif what == "other":
        whole[key] = copy.deepcopy(within(case, draw(st.sampled_from(PLACES))))
    elif what == "double" and isinstance(whole, list):
        whole.insert(key, copy.deepcopy(whole[key]))
    elif what == "rename" and isinstance(whole, dict):
        whole[draw(WORDS)] = whole.pop(key)


def told_well(error: CaseRefused) -> bool:
    return all(problem.line >= 1 and problem.reason.strip() for problem in error.problems)


def outcome_of(do) -> bool:
    """Whether it went well, or was refused in words; anything else that it raises fails the test."""
    try:
        do()
    except CaseRefused as error:
        return told_well(error)
    except RuleViolation as error:
        return bool(error.message.strip())
    return True


@settings(max_examples=150, deadline=None)
@given(mutations())
def test_a_mutated_case_is_valid_or_refused_in_words(case):
    def load():
        loaded = load_bytes(json.dumps(case).encode(), name="f")
        assert load_bytes(json.dumps(loaded.canonical).encode()).canonical == loaded.canonical

    assert outcome_of(load)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(mutations())
def test_a_mutated_case_is_imported_and_exported_or_refused_in_words(app, case):
    def bring():
        loaded = load_bytes(json.dumps(case).encode(), name="f")
        conference, _outcome = import_case(loaded)
        again = load_bytes(json.dumps(give_case(conference)).encode())
        assert again.canonical["conference"]["name"] == loaded.canonical["conference"]["name"]

    savepoint = db.session.begin_nested()
    assert outcome_of(bring)
    savepoint.rollback()
    db.session.expunge_all()


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_a_mutilated_file_is_read_or_refused_in_words(data):
    text = EXAMPLE
    for _turn in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 40))
        text = text[:start] + data.draw(WORDS | st.text(max_size=8)) + text[start + length :]
    assert outcome_of(lambda: load_bytes(text.encode("utf-8", "surrogatepass"), name="f"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_refused_in_words(content):
    with pytest.raises(CaseRefused) as caught:
        load_bytes(content, name="f")
    assert told_well(caught.value)
