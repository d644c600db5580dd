"""A case file from the disk to the two forms that everything else works on, or all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from confapp.imports import meaning, references
from confapp.imports.canonical import Case, canonical, digest, spelled_out
from confapp.imports.nodes import Mapping, UnreadableFile
from confapp.imports.problems import CaseRefused, Lines, Problem
from confapp.imports.reading import read_bytes, read_file
from confapp.imports.references import Names
from confapp.imports.shape import Reader


@dataclass(frozen=True)
class CaseFile:
    """A valid case: spelled out, with the line of each value, and its name for messages."""

    name: str
    case: Case
    lines: Lines

    @cached_property
    def canonical(self) -> Case:
        return canonical(self.case)

    @cached_property
    def digest(self) -> str:
        return digest(self.canonical)

    @property
    def slug(self) -> str:
        return str(self.case["slug"])


def load_file(path: Path) -> CaseFile:
    """Read a case file; whatever is wrong with it is said at once, each with its line."""
    try:
        return _checked(read_file(path), str(path))
    except UnreadableFile as error:
        raise CaseRefused([Problem(error.line, error.message)], name=str(path)) from error


def load_bytes(content: bytes, *, name: str = "case.yaml") -> CaseFile:
    """Read a case that is no file, such as one that came with the package."""
    try:
        return _checked(read_bytes(content), name)
    except UnreadableFile as error:
        raise CaseRefused([Problem(error.line, error.message)], name=name) from error


def _checked(node: Mapping, name: str) -> CaseFile:
    reader = Reader()
    stated: dict[str, Any] = reader.read(node)
    lines = reader.lines
    problems = [*reader.problems, *references.problems_of(stated, Names(stated), lines)]
    if problems:
        raise CaseRefused(problems, name=name)
    case = spelled_out(stated)
    problems = list(meaning.problems_of(case, lines))
    if problems:
        raise CaseRefused(problems, name=name)
    return CaseFile(name, case, lines)
