"""JSON as nodes with their lines, which the standard library's reader does not keep."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # public by name, missing in the stubs

from flask_babel import gettext as _

from confapp.imports.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence, UnreadableFile

SPACE = re.compile(r"[ \t\n\r]*")
PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null")


def read_json(text: str) -> Node:
    """The one value of the text."""
    reader = _Reader(text)
    node = reader.value(0)
    reader.space()
    if reader.at < len(text):
        raise reader.refusal(_("something stands behind the end"))
    return node


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.counted = 0

    def space(self) -> None:
        match = SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def line_now(self) -> int:
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.line

    def refusal(self, why: str) -> UnreadableFile:
        return UnreadableFile(_("this is no JSON: %(why)s", why=why), line=self.line_now())

    def value(self, depth: int) -> Node:
        self.space()
        char = self.text[self.at : self.at + 1]
        if depth > MAX_DEPTH:
            raise UnreadableFile(_("this is nested more than %(count)s deep", count=MAX_DEPTH), line=self.line_now())
        if char == "{":
            return self.mapping(depth)
        if char == "[":
            return self.sequence(depth)
        if char == '"':
            return self.string()
        match = PLAIN.match(self.text, self.at)
        if match is None:
            raise self.refusal(_("a value is expected"))
        node = Scalar(self.line_now(), match[0], is_plain=True)
        self.at = match.end()
        return node

    def string(self) -> Scalar:
        line = self.line_now()
        try:
            text, self.at = scanstring(self.text, self.at + 1, True)
        except json.JSONDecodeError as error:
            raise self.refusal(error.msg) from error
        return Scalar(line, text)

    def sequence(self, depth: int) -> Sequence:
        node = Sequence(self.line_now())
        while self.goes_on("[", "]", first=not node.items):
            node.add(self.value(depth + 1))
        return node

    def mapping(self, depth: int) -> Mapping:
        node = Mapping(self.line_now())
        while self.goes_on("{", "}", first=not node.items):
            self.space()
            if self.text[self.at : self.at + 1] != '"':
                raise self.refusal(_("a key in quotation marks is expected"))
            key = self.string()
            self.skip(":")
            node.add(key, self.value(depth + 1))
        return node

    def goes_on(self, opener: str, closer: str, *, first: bool) -> bool:
        """Pass the opener or a comma and say that a member follows, or pass the closer."""
        if first:
            self.skip(opener)
        self.space()
        if self.text[self.at : self.at + 1] == closer:
            self.at += 1
            return False
        if not first:
            self.skip(",")
        return True

    def skip(self, char: str) -> None:
        self.space()
        if self.text[self.at : self.at + 1] != char:
            raise self.refusal(_("“%(char)s” is expected", char=char))
        self.at += 1
