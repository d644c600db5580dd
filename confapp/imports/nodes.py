"""What a case file holds before anybody asks what it means: scalars, sequences and mappings with their lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask_babel import gettext as _

from confapp.errors import RuleViolation

MAX_DEPTH = 32
MAX_NODES = 1_000_000


class UnreadableFile(RuleViolation):
    """A file that is no YAML, no JSON, or too much of either; `line` counts from 1."""

    def __init__(self, message: str, *, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True, eq=False)
class Scalar:
    """One value as it is written; a plain one (without quotation marks) may be a number, true, false or null."""

    line: int
    text: str
    is_plain: bool = False
    size: int = 1
    depth: int = 0


@dataclass(slots=True, eq=False)
class Sequence:
    """Values one after the other."""

    line: int
    items: list[Node] = field(default_factory=list)
    size: int = 1
    depth: int = 1

    def add(self, node: Node) -> None:
        """Put a finished value behind the others."""
        self.items.append(node)
        _grow(self, node)


@dataclass(slots=True, eq=False)
class Mapping:
    """Values under keys, each key once; `key_lines` says where each stands."""

    line: int
    items: dict[str, Node] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)
    size: int = 1
    depth: int = 1

    def add(self, key: Scalar, node: Node) -> None:
        """Put a finished value under its key; a key twice is refused, since one of the two would be lost."""
        if key.text in self.items:
            raise UnreadableFile(
                _(
                    "the key “%(key)s” stands here twice; the first is in line %(line)s",
                    key=key.text[:60],
                    line=self.key_lines[key.text],
                ),
                line=key.line,
            )
        self.items[key.text] = node
        self.key_lines[key.text] = key.line
        _grow(self, node)


Node = Scalar | Sequence | Mapping


def _grow(parent: Sequence | Mapping, child: Node) -> None:
    """Count what the parent holds with every alias written out, so that a small file cannot stand for a huge one."""
    parent.size += child.size
    parent.depth = max(parent.depth, child.depth + 1)
    if parent.size > MAX_NODES:
        raise UnreadableFile(
            _("with its aliases written out this holds more than %(count)s values", count=MAX_NODES), line=child.line
        )
    if parent.depth > MAX_DEPTH:
        raise UnreadableFile(_("this is nested more than %(count)s deep", count=MAX_DEPTH), line=child.line)
