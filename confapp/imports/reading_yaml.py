"""YAML 1.2 as nodes. Only its shapes are taken: no tags, no types, so that NO stays Norway and 1884-10 a month."""

from __future__ import annotations

from io import StringIO
from typing import Any

from flask_babel import gettext as _
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from confapp.imports.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence, UnreadableFile

SURROGATES = ("\ud800", "\udfff")


def read_yaml(text: str) -> Node:
    """The one document of the text."""
    builder = _Builder()
    try:
        for event in YAML(typ="safe", pure=True).parse(StringIO(text)):
            builder.take(event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableFile(
            _("this is no YAML: %(why)s", why=error.problem or error.context), line=mark.line + 1 if mark else 1
        ) from error
    except (YAMLError, ValueError) as error:
        raise UnreadableFile(
            _("this is no YAML: %(why)s", why=str(error).splitlines()[0]), line=_line_of(error, text)
        ) from error
    if builder.root is None:
        raise UnreadableFile(_("the file is empty"))
    return builder.root


class _Builder:
    """Nodes from events, without recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.documents = 0
        self.open: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []
        self.anchors: dict[str, Node] = {}
        self.begun: list[str | None] = []

    def take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        match event:
            case DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise UnreadableFile(_("a second document begins here; a case is one"), line=line)
            case ScalarEvent():
                self._refuse_tag(event, line)
                node = Scalar(line, _joined(event.value), is_plain=event.style in {None, ""})
                self._name(event.anchor, node)
                self._put(node)
            case AliasEvent():
                self._put(self._known(event.anchor, line))
            case SequenceStartEvent():
                self._begin(Sequence(line), event)
            case MappingStartEvent():
                self._begin(Mapping(line), event)
            case SequenceEndEvent() | MappingEndEvent():
                self._end()

    def _begin(self, node: Sequence | Mapping, event: Any) -> None:
        self._refuse_tag(event, node.line)
        if len(self.open) >= MAX_DEPTH:
            raise UnreadableFile(_("this is nested more than %(count)s deep", count=MAX_DEPTH), line=node.line)
        self.open.append(node)
        self.keys.append(None)
        self.begun.append(event.anchor)

    def _end(self) -> None:
        node = self.open.pop()
        self.keys.pop()
        self._name(self.begun.pop(), node)
        self._put(node)

    def _name(self, anchor: str | None, node: Node) -> None:
        if anchor:
            self.anchors[anchor] = node

    def _known(self, anchor: str, line: int) -> Node:
        if anchor in self.begun:
            raise UnreadableFile(_("“*%(name)s” stands inside itself", name=anchor[:60]), line=line)
        if anchor not in self.anchors:
            raise UnreadableFile(_("nothing is named “&%(name)s” before this", name=anchor[:60]), line=line)
        return self.anchors[anchor]

    def _put(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent, key = self.open[-1], self.keys[-1]
        if isinstance(parent, Sequence):
            parent.add(node)
        elif key is not None:
            parent.add(key, node)
            self.keys[-1] = None
        elif isinstance(node, Scalar):
            self.keys[-1] = node
        else:
            raise UnreadableFile(_("a key is one word, no list and no mapping"), line=node.line)

    def _refuse_tag(self, event: Any, line: int) -> None:
        # ruamel gives plain events no tag; `!` alone only says that a scalar is text, which quotation marks do as well.
        if event.tag:
            raise UnreadableFile(
                _("“%(tag)s” is a tag; a case has none, so write the plain value", tag=str(event.tag)[:60]), line=line
            )


def _joined(text: str) -> str:
    """Join characters that were written as two halves, as JSON does; a half alone goes."""
    if not any(SURROGATES[0] <= char <= SURROGATES[1] for char in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _line_of(error: Exception, text: str) -> int:
    position = getattr(error, "position", None)
    return text.count("\n", 0, position) + 1 if isinstance(position, int) else 1
