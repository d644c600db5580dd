"""The canonical form, and the two descriptions of an edition's shape."""

from __future__ import annotations

import json
import unicodedata
from copy import deepcopy
from pathlib import Path

import jsonschema
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from confapp.proceedings import canonical, shape
from tests.proceedings.samples import sealed

SCHEMA = json.loads((Path(canonical.__file__).parent / "schema" / "confapp-edition-1.schema.json").read_text())
NAMES = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"])).map(lambda text: unicodedata.normalize("NFC", text))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-canonical.MAX_INTEGER, canonical.MAX_INTEGER) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
)


@given(VALUES)
@settings(deadline=None)
def test_it_is_rfc_8785_and_comes_back(value):
    canonical.check(value)
    written = canonical.dump(value)
    assert written == rfc8785.dumps(value)
    assert canonical.parse(written.decode()) == value


@given(st.text())
def test_any_text_is_parsed_or_refused(text):
    try:
        canonical.check(canonical.parse(text))
    except (canonical.JsonError, canonical.CanonicalError) as error:
        assert str(error)  # noqa: PT017  what is refused has a reason


@pytest.mark.parametrize(
    "value", [2**53, -(2**53), "e\u0301", "\x7f", "\r", "\ud800", {"é": 1}, {"": 1}, {1: 1}, 1.0, ()]
)
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises(canonical.CanonicalError) as refusal:
        canonical.check([0, {"a": value}])
    assert refusal.value.path[:2] == (1, "a")


def places(value, path=()):
    """Every place in a document."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield from places(one, (*path, name))


def put(document, path, change):
    """The document with another value in one place, or without it."""
    copy = deepcopy(document)
    holder = copy
    for name in path[:-1]:
        holder = holder[name]
    if change == "drop":
        del holder[path[-1]]
    elif change == "add":
        target = holder[path[-1]]
        if isinstance(target, dict):
            target["strange"] = 1
    else:
        holder[path[-1]] = change
    return copy


def small():
    document = sealed()
    document["sections"] = document["sections"][:1]
    document["tree"]["sections"] = document["tree"]["sections"][:1]
    return document


@given(
    st.sampled_from([path for path in places(small()) if path]),
    st.sampled_from(["drop", "add", None, 0, 1, -1, True, "", " ", "x", "1884", "sha256:" + "0" * 64, [], {}]),
)
@settings(deadline=None, max_examples=600)
def test_the_json_schema_says_the_same_as_the_code(path, change):
    document = put(small(), path, change)
    faults = shape.faults_of_head(document)
    if not faults:
        faults = list(shape.faults_of_sections(document["sections"]))
    by_schema = jsonschema.Draft202012Validator(SCHEMA).is_valid(document)
    assert by_schema == (not faults), faults
