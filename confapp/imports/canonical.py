"""The two forms of a case: spelled out for programs, and canonical, in which two equal cases are the same text.

Spelled out, every default is written, one alone stands in a list, an id alone is an object. Canonical, all of that is
left out again and keys stand in the order of the schema. `canonical(spelled_out(case))` is the canonical form of any
valid case; the digest is taken of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from confapp.dates import Moment, as_zone
from confapp.imports.defaults import DEFAULTS, Around, Facts
from confapp.imports.references import Names
from confapp.imports.schema import Schema, of_key, of_shape, schema

Case = dict[str, Any]
SPEAKER = "speaker"


def spelled_out(case: Mapping[str, Any]) -> Case:
    """The case with everything that goes without saying."""
    whole: Case = _SpelledOut(case).value(schema(), case, Around(()))
    return whole


def canonical(case: Mapping[str, Any]) -> Case:
    """A spelled-out case without anything that goes without saying."""
    whole: Case = _Canonical(case).value(schema(), case, Around(()))
    return whole


def digest(case: Mapping[str, Any]) -> str:
    """The digest of a canonical case."""
    content = json.dumps(case, ensure_ascii=False, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(content.encode()).hexdigest()


class _Form:
    """Walks a case by the schema."""

    def __init__(self, case: Mapping[str, Any]) -> None:
        self.facts = Facts(case)
        self.names = Names(case)
        self.zone = case.get("conference", {}).get("zone")

    def members(self, part: Schema, value: Mapping[str, Any], around: Around) -> Case:
        inside = (*around.above, value)
        return {key: self.value(of_key(part, key), member, Around(inside)) for key, member in value.items()}

    def all(self, part: Schema, values: list[Any], around: Around) -> list[Any]:
        return [self.value(part, value, Around(around.above, place)) for place, value in enumerate(values)]

    def value(self, part: Schema, value: Any, around: Around) -> Any:
        raise NotImplementedError

    def sections_of(self, part: Schema) -> list[tuple[str, str]]:
        """The keys that an id alone may stand for, each with the section that it is looked for in."""
        sections = part["anyOf"][0]["x-refers-to"]
        return list(zip(part["x-short"], sections, strict=True))


class _SpelledOut(_Form):
    def value(self, part: Schema, value: Any, around: Around) -> Any:
        if part.get("x-list"):
            return self.all(part["anyOf"][0], value if isinstance(value, list) else [value], around)
        if "x-short" in part and isinstance(value, str):
            value = self._long(part, value)
        part = of_shape(part, value)
        if isinstance(value, list):
            return self.all(part["items"], value, around)
        if isinstance(value, Mapping) and not part.get("x-free"):
            return self._filled(part, self.members(part, value, around), around)
        return self._in_zone(value) if part.get("x-reads") == "instant" else value

    def _filled(self, part: Schema, entry: Case, around: Around) -> Case:
        for key, known in part.get("properties", {}).items():
            if key in entry:
                continue
            if "default" in known:
                entry[key] = known["default"]
            elif "x-default" in known:
                value = DEFAULTS[known["x-default"]](self.facts, entry, around)
                if value is not None:
                    entry[key] = value
        return entry

    def _long(self, part: Schema, name: str) -> Case:
        if part["x-short"] == SPEAKER:
            delegation = self.facts.delegations_of_officials.get(name)
            return {"official": name, **({"delegation": delegation} if delegation else {})}
        return next({key: name} for key, section in self.sections_of(part) if (section, name) in self.names)

    def _in_zone(self, stated: str) -> str:
        moment = Moment.parse(stated).in_zone(self.zone)
        return str(Moment.of(moment.instant, as_zone(self.zone))) if moment.instant else stated


class _Canonical(_Form):
    def value(self, part: Schema, value: Any, around: Around) -> Any:
        if part.get("x-list"):
            values = self.all(part["anyOf"][0], value, around)
            return values[0] if len(values) == 1 else values
        shown = of_shape(part, value)
        if isinstance(value, list):
            return self.all(shown["items"], value, around)
        if isinstance(value, Mapping) and not shown.get("x-free"):
            entry = self._bare(shown, value, around)
            return self._short(part, entry) if "x-short" in part else entry
        return value

    def _bare(self, part: Schema, value: Mapping[str, Any], around: Around) -> Case:
        known = part.get("properties", {})
        kept = {
            key: member
            for key, member in value.items()
            if not says_nothing(member) and not self._goes_without_saying(known.get(key, {}), key, value, around)
        }
        entry = self.members(part, kept, around)
        keys = [key for key in known if key in entry] if known else list(entry)
        return {key: entry[key] for key in keys}

    def _goes_without_saying(self, known: Schema, key: str, entry: Mapping[str, Any], around: Around) -> bool:
        if "default" in known:
            return bool(entry[key] == known["default"])
        if "x-default" not in known:
            return False
        others = {other: member for other, member in entry.items() if other != key}
        return bool(entry[key] == DEFAULTS[known["x-default"]](self.facts, others, around))

    def _short(self, part: Schema, entry: Case) -> Any:
        if part["x-short"] == SPEAKER:
            return self._short_speaker(entry)
        if len(entry) != 1:
            return entry
        ((only, name),) = entry.items()
        meant = next((key for key, section in self.sections_of(part) if (section, name) in self.names), None)
        return name if only == meant else entry

    def _short_speaker(self, entry: Case) -> Any:
        if "official" not in entry:
            return entry
        delegation = self.facts.delegations_of_officials.get(entry["official"])
        full = {"official": entry["official"], **({"delegation": delegation} if delegation else {})}
        return entry["official"] if entry == full else entry


def says_nothing(value: Any) -> bool:
    """Whether there is nothing in it, nor in anything that it holds."""
    if isinstance(value, Mapping):
        return all(says_nothing(member) for member in value.values())
    return value is None or value == []
