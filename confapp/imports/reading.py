"""Read a case file, YAML 1.2 or JSON, into nodes with their lines; whatever is wrong with it is said with its line."""

from __future__ import annotations

from pathlib import Path

from flask_babel import gettext as _

from confapp.imports.nodes import Mapping, Node, UnreadableFile
from confapp.imports.reading_json import read_json
from confapp.imports.reading_yaml import read_yaml

MAX_BYTES = 10_000_000
BOM = "\ufeff"


def read_file(path: Path) -> Mapping:
    """Read the file; a folder, a missing or a huge one is refused before it is opened."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UnreadableFile(_("this is no file"))
        if size > MAX_BYTES:
            raise UnreadableFile(
                _("the file has %(size)s MB; at most %(most)s are read", size=size // 10**6, most=MAX_BYTES // 10**6)
            )
        return read_bytes(path.read_bytes(), is_json=path.suffix.lower() == ".json")
    except OSError as error:
        raise UnreadableFile(_("the file cannot be read: %(why)s", why=error.strerror or str(error))) from error


def read_bytes(content: bytes, *, is_json: bool = False) -> Mapping:
    """Read what a file holds; what begins like JSON is read as such."""
    text = _decoded(content)
    if not text.strip():
        raise UnreadableFile(_("the file is empty"))
    node = _read(text, is_json=is_json)
    if not isinstance(node, Mapping):
        raise UnreadableFile(_("keys with their values are expected here, beginning with “format”"), line=node.line)
    return node


def _read(text: str, *, is_json: bool) -> Node:
    if is_json:
        return read_json(text)
    if text.lstrip().startswith("{"):
        try:
            return read_json(text)
        except UnreadableFile:
            return read_yaml(text)
    return read_yaml(text)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(_("this is not UTF-8; save the file in that encoding"), line=line) from error
