"""The schema: complete, described, and of one mind with the models and with other validators."""

from __future__ import annotations

import json
from dataclasses import fields
from enum import StrEnum

import jsonschema
import pytest
import sqlalchemy as sa
from ruamel.yaml import YAML

from confapp.conferences.rules import Rules, Unit, WeightedBy
from confapp.conferences.rules_data import read_rules
from confapp.imports import schema
from confapp.imports.defaults import DEFAULTS
from confapp.imports.fields import Noun, part_of
from confapp.imports.nouns import (
    agendas,
    committees,
    conferences,
    decisions,
    documents,
    letters,
    motions,
    names,
    officials,
    organizations,
    participation,
    programme,
    records,
    sessions,
    votes,
)
from confapp.imports.references import SECTIONS
from tests.imports.conftest import EXAMPLE, FOLDER, MERIDIAN, ORGANIZING

MODULES = (
    agendas,
    committees,
    conferences,
    decisions,
    documents,
    letters,
    motions,
    names,
    officials,
    organizations,
    participation,
    programme,
    records,
    sessions,
    votes,
)
NOUNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": noun
    for module in MODULES
    for name, noun in vars(module).items()
    if isinstance(noun, Noun)
}
WHOLE = json.loads(schema.text())


def parts(node, path=""):
    """Every part of the schema as it is shipped."""
    if isinstance(node, dict):
        yield path, node
        for key, member in node.items():
            yield from parts(member, f"{path}/{key}")
    elif isinstance(node, list):
        for place, member in enumerate(node):
            yield from parts(member, f"{path}/{place}")


def test_it_is_a_json_schema():
    jsonschema.Draft202012Validator.check_schema(WHOLE)


def test_every_key_is_described():
    keys = [
        (f"{path}/{key}", key_part)
        for path, part in parts(WHOLE)
        for key, key_part in part.get("properties", {}).items()
        if isinstance(key_part, dict)
    ]
    described = {f"#/$defs/{name}" for name, part in WHOLE["$defs"].items() if part.get("description")}
    assert len(keys) > 400
    assert [path for path, part in keys if not part.get("description") and part.get("$ref") not in described] == []


def test_descriptions_are_sentences():
    told = {part["description"] for _path, part in parts(WHOLE) if isinstance(part.get("description"), str)}
    assert (
        sorted(text for text in told if not text.endswith((".", ":", "?", "1884-10-13", "en, fr")) and " " in text)
        == []
    )


def test_every_reference_leads_to_a_section_with_a_name():
    wanted = {section for _path, part in parts(WHOLE) for section in part.get("x-refers-to", ())}
    assert wanted - set(SECTIONS) == set()


def test_every_default_is_known():
    wanted = {part["x-default"] for _path, part in parts(WHOLE) if isinstance(part.get("x-default"), str)}
    assert wanted == set(DEFAULTS)


def test_the_same_part_is_followed_once():
    item = schema.schema()["properties"]["agendas"]["items"]["properties"]["items"]["items"]
    assert item["properties"]["items"]["items"] is item


@pytest.mark.parametrize("name", NOUNS)
def test_texts_are_as_long_as_their_columns(name):
    noun = NOUNS[name]
    lengths = {
        key: (part.get("maxLength"), noun.types[noun.column(key)].length)
        for key, part in noun.parts.items()
        if isinstance(noun.types.get(noun.column(key)), sa.String)
        and not isinstance(noun.types[noun.column(key)], sa.Text | sa.Enum)
        and not {"x-refers-to", "pattern", "enum", "x-default"} & set(part)
    }
    assert {key: pair for key, pair in lengths.items() if pair[0] is None or pair[0] > pair[1]} == {}


@pytest.mark.parametrize("name", NOUNS)
def test_choices_are_those_of_their_columns(name):
    noun = NOUNS[name]
    differing = {}
    for key, part in noun.parts.items():
        enumeration = getattr(noun.types.get(noun.column(key)), "enum_class", None)
        if enumeration is not None and issubclass(enumeration, StrEnum):
            known, offered = {member.value for member in enumeration}, set(part["enum"])
            if offered - known or known - offered > LEFT_OUT.get((name, key), set()):
                differing[key] = (known, offered)
    assert differing == {}


# What a file says in other words: a candidate under `for`, a casting vote that is yes or no.
LEFT_OUT = {("votes.DISSENT", "choice"): {"candidate"}}


@pytest.mark.parametrize("path", [MERIDIAN, ORGANIZING])
def test_other_readers_agree_about_the_cases_of_the_package(path):
    case = YAML(typ="safe", pure=True).load(path)
    assert [error.message for error in jsonschema.Draft202012Validator(WHOLE).iter_errors(case)] == []


def test_other_readers_agree_about_the_example_in_canonical_form(example):
    assert [error.message for error in jsonschema.Draft202012Validator(WHOLE).iter_errors(example.canonical)] == []


def test_the_example_uses_nearly_every_key():
    used = json.dumps(YAML(typ="safe", pure=True).load(EXAMPLE), default=str)
    keys = {key for _path, part in parts(WHOLE) for key in part.get("properties", {}) if isinstance(key, str)}
    unused = {key for key in keys if f'"{key}"' not in used}
    assert len(unused) < len(keys) / 2


def test_every_key_of_the_rules_is_on_the_page_and_in_the_schema():
    page = (FOLDER / "FORMAT.md").read_text("utf-8").partition("## Rules of procedure")[2].partition("\n## ")[0]
    told = part_of("conference", "rulebooks")["properties"]["rules"]["description"]
    names = [one.name for one in fields(Rules)]
    assert [name for name in names if f"`{name}`" not in page] == []
    assert [name for name in names if name not in told] == []


def test_the_rules_on_the_page_are_rules():
    page = (FOLDER / "FORMAT.md").read_text("utf-8").partition("## Rules of procedure")[2]
    (rulebook,) = YAML(typ="safe").load(page.partition("```yaml")[2].partition("```")[0])["rulebooks"]
    rules = read_rules(rulebook["rules"])
    assert (rules.unit, rules.weighted_by, rules.quorum_to_decide.number) == (Unit.WEIGHTED, WeightedBy.BOTH, 20)
