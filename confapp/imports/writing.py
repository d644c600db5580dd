"""A canonical case as YAML for people: short lists in a line, texts as they read, nothing that YAML 1.1 misreads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

WIDTH = 110
INDENT = "  "
# Whatever some YAML reader might take for more than text stands in quotation marks: numbers, dates, signs, yes and no.
PLAIN = re.compile(r"[^\W\d_](?:[\w.;()/’'&+ –-]*[\w.;()/’&+–-])?")
MISREAD = re.compile(r"y|n|yes|no|true|false|on|off|null", re.IGNORECASE)


def write_yaml(case: Mapping[str, Any]) -> str:
    """The whole file."""
    return "".join(f"{line}\n" for line in _mapping(case, ""))


def _mapping(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, member in value.items():
        yield from _member(f"{indent}{_scalar(key)}:", member, indent)


def _member(start: str, value: Any, indent: str) -> Iterator[str]:
    flat = _flat(value)
    if isinstance(value, str) and "\n" in value and _reads_as_block(value):
        yield f"{start} |-"
        yield from (f"{indent}{INDENT}{line}" if line else "" for line in value.split("\n"))
    elif flat is not None and len(start) + len(flat) + 1 <= WIDTH:
        yield f"{start} {flat}"
    elif isinstance(value, Mapping):
        yield start
        yield from _mapping(value, indent + INDENT)
    elif isinstance(value, list) and all(isinstance(member, str) for member in value):
        yield from _wrapped(start, [_scalar(member) for member in value], indent + INDENT)
    elif isinstance(value, list):
        yield start
        for member in value:
            yield from _item(member, indent + INDENT)
    else:
        yield f"{start} {_scalar(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:
    flat = _flat(value)
    if flat is not None and len(indent) + len(flat) + 2 <= WIDTH:
        yield f"{indent}- {flat}"
    elif isinstance(value, Mapping):
        lines = _mapping(value, indent + INDENT)
        yield f"{indent}- {next(lines).lstrip()}"
        yield from lines
    else:
        yield from _member(f"{indent}-", value, indent)


def _wrapped(start: str, members: list[str], indent: str) -> Iterator[str]:
    """A list of words over several lines."""
    line = f"{start} ["
    for place, member in enumerate(members):
        piece = member + ("]" if place == len(members) - 1 else ",")
        if len(line) + len(piece) + 1 > WIDTH and line.strip():
            yield line.rstrip()
            line = indent
        line += piece if line.endswith(("[", indent)) else f" {piece}"
    yield line


def _flat(value: Any) -> str | None:
    """The value in one line, if it is a word, a list of words, or a small object of words."""
    if isinstance(value, list):
        members = [_scalar(member) for member in value if not isinstance(member, list | Mapping)]
        return "[" + ", ".join(members) + "]" if len(members) == len(value) else None
    if isinstance(value, Mapping):
        members = [f"{_scalar(key)}: {flat}" for key, member in value.items() if (flat := _flat(member)) is not None]
        return "{" + ", ".join(members) + "}" if len(members) == len(value) else None
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        is_plain = PLAIN.fullmatch(value) and not MISREAD.fullmatch(value)
        return value if is_plain else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def _reads_as_block(text: str) -> bool:
    lines = text.split("\n")
    return bool(lines[0]) and all(line.isprintable() and line == line.strip() for line in lines)
