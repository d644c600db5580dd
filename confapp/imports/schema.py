"""The JSON Schema of a case file, as the one place that says what a case may hold; everything here reads it.

Keywords beginning with `x-` are confapp's own: `x-names` (the entry has a local id in these sections), `x-refers-to`
(the value is such an id), `x-earlier` (of an entry listed before), `x-once` (by one entry only), `x-cites` (a source
and a place in it), `x-list` (one alone may stand for a list), `x-short` (an id alone may stand for an object),
`x-default` (what is meant where the key is left out, see `defaults`), `x-reads` (what the text is: several lines, a
date, a zone), `x-free` (data that another format describes).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Schema = Mapping[str, Any]
Path = tuple[str | int, ...]

FILE = "confapp-case-2.schema.json"
FORMAT = "confapp-case/2"
REFERENCE = "#/$defs/"
ANYTHING: Schema = {}


@cache
def text() -> str:
    """The schema as it is shipped."""
    return files(__package__).joinpath(FILE).read_text("utf-8")


@cache
def schema() -> Schema:
    """The schema as data, with every reference followed; an item of an agenda holds items, so it holds itself."""
    whole: dict[str, Any] = json.loads(text())
    followed: Schema = _Follower(whole["$defs"]).follow(whole)
    return followed


class _Follower:
    """Puts definitions in the place of references, each made once; words beside a reference win over its own."""

    def __init__(self, definitions: dict[str, Any]) -> None:
        self.definitions = definitions
        self.followed: dict[str, dict[str, Any]] = {}

    def follow(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self.follow(member) for member in node]
        if not isinstance(node, dict):
            return node
        if REFERENCE not in str(node.get("$ref", "")):
            return {key: self.follow(member) for key, member in node.items()}
        name = node["$ref"].removeprefix(REFERENCE)
        beside = {key: self.follow(member) for key, member in node.items() if key != "$ref"}
        definition = self.definition(name)
        # What may stand here is told by the definition, what it is here for by the words beside the reference.
        return {**definition, "x-wanted": definition.get("description"), **beside} if beside else definition

    def definition(self, name: str) -> dict[str, Any]:
        if name not in self.followed:
            made = self.followed[name] = {}
            made.update(self.follow(self.definitions[name]))
        return self.followed[name]


def of_shape(part: Schema, value: object) -> Schema:
    """The alternative of a part that has the shape of the value: a scalar, a list or an object."""
    for alternative in part.get("anyOf", ()):
        chosen = of_shape(alternative, value)
        if chosen.get("type") == _shape(value):
            return chosen
    return part


def _shape(value: object) -> str:
    if isinstance(value, Mapping):
        return "object"
    return "array" if isinstance(value, list) else "string"


def of_key(part: Schema, key: str) -> Schema:
    """What may stand under a key."""
    known = part.get("properties", {})
    if key in known:
        return known[key]  # type: ignore[no-any-return]
    other = part.get("additionalProperties")
    return other if isinstance(other, Mapping) else ANYTHING


def each(part: Schema, value: Any, path: Path = ()) -> Iterator[tuple[Schema, Any, Path]]:
    """Every value of a case with the part of the schema that it is read by, from the outside in, in its order."""
    part = of_shape(part, value)
    yield part, value, path
    if part.get("x-free"):
        return
    if isinstance(value, Mapping):
        for key in (*(key for key in part.get("properties", ()) if key in value), *_others(part, value)):
            yield from each(of_key(part, key), value[key], (*path, key))
    elif isinstance(value, list):
        for place, member in enumerate(value):
            yield from each(part.get("items", ANYTHING), member, (*path, place))


def _others(part: Schema, value: Mapping[str, Any]) -> list[str]:
    return [key for key in value if key not in part.get("properties", {})]
