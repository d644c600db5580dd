"""Nodes read by the schema: plain values where it wants them, and a problem with its line for everything else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from flask_babel import gettext as _

from confapp.dates import DateError, Moment, PartialDate, zone_named
from confapp.imports.nodes import Mapping, Node, Scalar, Sequence
from confapp.imports.problems import Lines, Problem, did_you_mean
from confapp.imports.schema import ANYTHING, Path, Schema, of_key, schema
from confapp.text import clean_line, clean_text

NULLS = {"", "~", "null", "Null", "NULL"}
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
PARSERS: dict[str, Callable[[str], object]] = {
    "date": PartialDate.parse,
    "moment": Moment.parse,
    "instant": Moment.parse,
    "zone": zone_named,
}
SHOWN = 60
ANY = "(?s:.*)"


class Reader:
    """Reads one case; `problems` and `lines` fill as it goes."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.lines = Lines()

    def read(self, node: Node) -> dict[str, Any]:
        """The whole case. Parts that cannot be read are left out, and what is wrong with them stands in `problems`."""
        value = self.value(node, schema(), ())
        return value if isinstance(value, dict) else {}

    def value(self, node: Node, part: Schema, path: Path) -> Any:
        self.lines.known[path] = node.line
        part = self._alternative(part, node)
        if part.get("x-free"):
            return _free(node)
        if _is_null(node):
            return None
        kind = str(part.get("type"))
        read = {"object": self._object, "array": self._array, "integer": self._integer, "boolean": self._boolean}
        return read.get(kind, self._string)(node, part, path)

    def complain(self, node: Node, reason: str) -> None:
        self.problems.append(Problem(node.line, reason))

    def _alternative(self, part: Schema, node: Node) -> Schema:
        """The alternative of the shape that the node has, or else the last one, so that it can say what it wants."""
        wanted = {Scalar: "string", Sequence: "array", Mapping: "object"}[type(node)]
        while "anyOf" in part:
            inner = [self._alternative(alternative, node) for alternative in part["anyOf"]]
            part = next((one for one in inner if one.get("type") == wanted), inner[-1])
        return part

    def _object(self, node: Node, part: Schema, path: Path) -> dict[str, Any] | None:
        if not isinstance(node, Mapping):
            self.complain(node, _("keys with their values are expected here"))
            return None
        found: dict[str, Any] = {}
        for key, member in node.items.items():
            self.lines.known[*path, key] = node.key_lines[key]
            known = of_key(part, key)
            if known is ANYTHING:
                self._complain_of_key(node, part, key)
            else:
                self._check_key(node, part, key)
                value = self.value(member, known, (*path, key))
                if value is not None:
                    found[key] = value
        self._check_members(node, part, found)
        return found

    def _complain_of_key(self, node: Mapping, part: Schema, key: str) -> None:
        hint = did_you_mean(key, part.get("properties", {}))
        line = node.key_lines[key]
        self.problems.append(Problem(line, _("the key “%(key)s” is unknown here", key=key[:SHOWN]) + hint))

    def _check_key(self, node: Mapping, part: Schema, key: str) -> None:
        names = part.get("propertyNames", {})
        if not re.fullmatch(names.get("pattern", ANY), key) or len(key) > names.get("maxLength", len(key)):
            wanted = names.get("description", names.get("pattern"))
            reason = _("“%(key)s” cannot be a key here: %(wanted)s", key=clean_line(key)[:SHOWN], wanted=wanted)
            self.problems.append(Problem(node.key_lines[key], reason))

    def _check_members(self, node: Mapping, part: Schema, found: dict[str, Any]) -> None:
        for key in part.get("required", ()):
            if key not in found and not self._was_refused(node, key):
                self.complain(node, _("the key “%(key)s” is missing", key=key))
        if part.get("minProperties") and not found and not node.items:
            self.complain(node, _("something must be said here"))

    def _was_refused(self, node: Mapping, key: str) -> bool:
        """Whether the key has a value that was complained of already, so that nobody is told twice."""
        return key in node.items and not _is_nothing(node.items[key])

    def _array(self, node: Node, part: Schema, path: Path) -> list[Any] | None:
        if not isinstance(node, Sequence):
            self.complain(node, _("a list is expected here: write a hyphen before each member, or [ ] around them"))
            return None
        members = []
        for place, member in enumerate(node.items):
            value = self.value(member, part["items"], (*path, place))
            if value is None and _is_null(member):
                self.complain(member, _("a member of the list is empty"))
            elif value is not None:
                members.append(value)
        if len(members) > part.get("maxItems", len(members)):
            self.complain(node, _("at most %(count)s can stand here", count=part["maxItems"]))
        return members or None

    def _integer(self, node: Node, part: Schema, _path: Path) -> int | None:
        if not (isinstance(node, Scalar) and node.is_plain and WHOLE.fullmatch(node.text)):
            self.complain(node, _("a whole number is expected here, not “%(text)s”", text=_shown(node)))
            return None
        value = int(node.text)
        if not part.get("minimum", value) <= value <= part.get("maximum", value):
            least, most = part.get("minimum"), part.get("maximum")
            self.complain(node, _("a number from %(least)s to %(most)s is expected here", least=least, most=most))
        return value

    def _boolean(self, node: Node, _part: Schema, _path: Path) -> bool | None:
        if not (isinstance(node, Scalar) and node.is_plain and node.text in BOOLEANS):
            self.complain(node, _("true or false is expected here, not “%(text)s”", text=_shown(node)))
            return None
        return BOOLEANS[node.text]

    def _string(self, node: Node, part: Schema, _path: Path) -> str | None:
        if not isinstance(node, Scalar):
            self.complain(node, _("one text is expected here"))
            return None
        kind = part.get("x-reads")
        value = clean_text(node.text) if kind == "text" else clean_line(node.text)
        if not value:
            return None
        if "const" in part and value != part["const"]:
            self.complain(
                node, _("“%(wanted)s” is expected here, not “%(text)s”", wanted=part["const"], text=_shown(node))
            )
        self._check_length(node, part, value)
        if "enum" in part and value not in part["enum"]:
            known = ", ".join(part["enum"])
            hint = did_you_mean(value, part["enum"])
            self.complain(node, _("“%(text)s” is none of: %(known)s", text=_shown(node), known=known) + hint)
        elif kind in PARSERS:
            self._check_value(node, kind, value)
        self._check_pattern(node, part, value)
        return value

    def _check_length(self, node: Scalar, part: Schema, value: str) -> None:
        if len(value) > part.get("maxLength", len(value)):
            count, most = len(value), part["maxLength"]
            self.complain(node, _("this has %(count)s characters; at most %(most)s fit", count=count, most=most))

    def _check_value(self, node: Scalar, kind: str, value: str) -> None:
        try:
            PARSERS[kind](value)
        except DateError as error:
            self.complain(node, error.message)

    def _check_pattern(self, node: Scalar, part: Schema, value: str) -> None:
        if "pattern" not in part or re.fullmatch(part["pattern"], value) or self._has_problem(node):
            return
        if part.get("x-reads") == "instant":
            self.complain(node, _("a day with its time is expected here, like 2026-05-04T09:00"))
        else:
            wanted = part.get("x-wanted") or part.get("description", part["pattern"])
            self.complain(node, _("“%(text)s” cannot stand here: %(wanted)s", text=_shown(node), wanted=wanted))

    def _has_problem(self, node: Scalar) -> bool:
        return bool(self.problems) and self.problems[-1].line == node.line


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_plain and node.text in NULLS


def _is_nothing(node: Node) -> bool:
    return _is_null(node) or (isinstance(node, Scalar) and not clean_line(node.text))


def _shown(node: Node) -> str:
    return clean_line(node.text)[:SHOWN] if isinstance(node, Scalar) else "…"


def _free(node: Node) -> Any:
    """Data of another format, as YAML and JSON read it."""
    if isinstance(node, Mapping):
        return {key: _free(member) for key, member in node.items.items()}
    if isinstance(node, Sequence):
        return [_free(member) for member in node.items]
    return _plain(node.text) if node.is_plain else node.text


def _plain(text: str) -> Any:
    """A word without quotation marks: nothing, true or false, a number, or a text after all."""
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if NUMBER.fullmatch(text) else text
