"""Two forms of one case: spelled out, and canonical."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confapp.imports.canonical import canonical, digest, spelled_out
from confapp.imports.differences import differences
from confapp.imports.loading import load_bytes
from confapp.imports.reading import read_bytes
from confapp.imports.writing import write_yaml
from tests.imports.conftest import EXAMPLE, MERIDIAN, ORGANIZING, shown

TOP = "format: confapp-case/2\nslug: s\nlanguage: en\nconference: {name: C}\n"


def case_of(text: str):
    return load_bytes((TOP + text).encode())


PEOPLE = """
officials: [{id: a, name: A}, {id: b, name: B}]
organizations: [{id: x, name: X}]
delegations:
  - {id: X, organization: x, votes: 3, delegates: [{official: a}]}
  - {id: Y, category: individual, name: Yvonne, delegates: [{official: b}]}
"""


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("organizations: [{id: x, name: X, kind: member}]", "organizations: [{id: x, name: X}]"),
        ("officials: [{id: a, name: A, names: []}]", "officials: [{id: a, name: A}]"),
        ("officials: [{name: A, id: a, biography: ''}]", "officials: [{id: a, name: A}]"),
        ("officials: [{id: a, name: ' A\t B '}]", "officials: [{id: a, name: A B}]"),
        ("letters: [{id: l, number: 1, state: registered}]", "letters: [{id: l}]"),
        (
            "sessions: [{label: '1', state: adjourned, opened: 1884-10-13T13:00, held_on: '1884-10-13'}]",
            "sessions: [{label: '1', opened: 1884-10-13T13:00}]",
        ),
        ("sessions: [{label: '1', rolls: [{state: taken}]}]", "sessions: [{label: '1', rolls: [{}]}]"),
        (PEOPLE + "guests: [{official: a, listed: true}]", PEOPLE + "guests: [{official: a}]"),
        (
            PEOPLE
            + "sessions: [{label: '1', log: [{kind: statement, by: [{official: a, delegation: X, role: speaker}]}]}]",
            PEOPLE + "sessions: [{label: '1', log: [{kind: statement, by: a}]}]",
        ),
        (
            PEOPLE + "sessions: [{label: '1', rolls: [{present: [{delegate: a}, {delegation: Y}]}]}]",
            PEOPLE + "sessions: [{label: '1', rolls: [{present: [a, Y]}]}]",
        ),
        (
            PEOPLE + "sessions: [{label: '1'}]\nvotes: [{id: v, session: '1', question: Q, method: roll_call, "
            "result: lost, ballots: {'no': [{delegation: X, weight: 3}, {delegation: Y}]}}]",
            PEOPLE + "sessions: [{label: '1'}]\nvotes: [{id: v, session: '1', question: Q, method: roll_call, "
            "result: lost, ballots: {'no': [X, Y]}}]",
        ),
        (
            PEOPLE + "sessions: [{label: '1'}]\nvotes: [{id: v, session: '1', question: Q, method: roll_call, "
            "result: lost, ballots: {for: {}}}]",
            PEOPLE + "sessions: [{label: '1'}]\nvotes: [{id: v, session: '1', question: Q, method: roll_call, "
            "result: lost}]",
        ),
    ],
)
def test_what_goes_without_saying_is_left_out(written, plain):
    assert case_of(written).canonical == case_of(plain).canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            PEOPLE + "sessions: [{label: '1', log: [{kind: statement, by: {official: a}}]}]",
            PEOPLE + "sessions: [{label: '1', log: [{kind: statement, by: a}]}]",
        ),
        (
            PEOPLE + "sessions: [{label: '1', rolls: [{present: [{delegation: X}]}]}]",
            PEOPLE + "sessions: [{label: '1', rolls: [{present: [a]}]}]",
        ),
        ("officials: [{id: a, name: A}, {id: b, name: B}]", "officials: [{id: b, name: B}, {id: a, name: A}]"),
    ],
)
def test_what_differs_stays_different(one, other):
    assert case_of(one).digest != case_of(other).digest


def test_times_are_written_with_the_offset_of_the_zone():
    text = TOP.replace("{name: C}", "{name: C, zone: Europe/Paris}")
    case = load_bytes((text + "sessions: [{label: '1', planned_start: 2026-05-04T07:00Z}]").encode())
    assert case.canonical["sessions"][0]["planned_start"] == "2026-05-04T09:00:00+02:00"


@pytest.mark.parametrize("source", [MERIDIAN.read_bytes(), ORGANIZING.read_bytes(), EXAMPLE.encode()])
def test_the_canonical_form_is_its_own(source):
    case = load_bytes(source)
    again = load_bytes(write_yaml(case.canonical).encode())
    assert (again.canonical, again.case, again.digest) == (case.canonical, case.case, case.digest)
    assert canonical(spelled_out(case.canonical)) == case.canonical


@pytest.mark.parametrize("path", [MERIDIAN, ORGANIZING])
def test_the_cases_of_the_package_are_in_canonical_form(path):
    assert path.read_text("utf-8") == write_yaml(load_bytes(path.read_bytes()).canonical)


def test_the_digest_is_that_of_the_content(meridian):
    assert digest(dict(reversed(meridian.canonical.items()))) != meridian.digest
    assert meridian.digest.startswith("sha256:")


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")), max_size=30
)
plain = st.recursive(
    texts | st.integers(0, 2**31) | st.booleans(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(texts.filter(bool), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(texts.filter(bool), plain, min_size=1, max_size=5))
def test_yaml_is_read_as_it_was_written(data):
    def written(value):
        if isinstance(value, dict):
            return {key: written(member) for key, member in value.items()}
        if isinstance(value, list):
            return [written(member) for member in value]
        return str(value).lower() if isinstance(value, bool) else str(value)

    def read(value):
        if isinstance(value, dict):
            return {key: read(member) for key, member in value.items()}
        return (
            [read(member) for member in value] if isinstance(value, list) else value.removeprefix("<").removesuffix(">")
        )

    assert read(shown(read_bytes(write_yaml(data).encode()))) == read(written(data))


def test_differences_are_told_by_names():
    old = {"officials": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}], "tags": ["x"]}
    new = {"officials": [{"id": "b", "name": "Bea"}, {"id": "c", "name": "C"}], "tags": ["x", "y"]}
    assert differences(old, new) == [
        'officials a: not in the file: {"id": "a", "name": "A"}',
        "officials b · name: B → Bea",
        'officials c: only in the file: {"id": "c", "name": "C"}',
        'tags: ["x"] → ["x", "y"]',
    ]


def test_differences_of_unnamed_entries_are_told_by_place():
    assert differences(
        {"log": [{"kind": "note"}, {"kind": "roll"}]}, {"log": [{"kind": "note"}, {"kind": "vote"}]}
    ) == ["log 2 · kind: roll → vote"]


def test_long_differences_are_cut():
    (told,) = differences({"text": "a" * 200}, {"text": "b"})
    assert told == f"text: {'a' * 120}… → b"
