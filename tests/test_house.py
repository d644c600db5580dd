"""The rules of the house that can be counted."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "confapp"
SOURCES = [path for path in PACKAGE.rglob("*.py") if "node_modules" not in path.parts]
TEMPLATES = list((ROOT / "templates").rglob("*.html"))
LONGEST_FILE = 300
LONG_FOR_A_REASON = {
    "confapp/voting/models.py": "motions, votes and ballots refer to each other, and each class is short",
}
LONGEST_FUNCTION = 40
LONGEST_VIEW = 30
LONGEST_TEMPLATE = 200


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, node.end_lineno - node.lineno + 1


def test_no_file_is_long():
    long = [name(path) for path in SOURCES if lines_of(path) > LONGEST_FILE and name(path) not in LONG_FOR_A_REASON]
    assert long + [name(path) for path in TEMPLATES if lines_of(path) > LONGEST_TEMPLATE] == []


def test_no_function_is_long():
    long = [
        f"{name(path)}:{node.lineno} {node.name}: {size} lines"
        for path in SOURCES
        for node, size in functions(path)
        if size > (LONGEST_VIEW if path.name == "views.py" else LONGEST_FUNCTION)
    ]
    assert long == []


def test_no_view_or_template_asks_the_database():
    views = [path for path in SOURCES if path.name.endswith("views.py") or "views" in path.parts]
    asking = [
        name(path) for path in [*views, *TEMPLATES] if re.search(r"\bselect\(|\.scalars?\(", path.read_text("utf-8"))
    ]
    assert asking == []


@pytest.mark.parametrize("pattern", [r"\bdatetime\.(now|utcnow|today)\(", r"\bdate\.today\(", r"\btime\.time\("])
def test_the_clock_is_the_only_clock(pattern):
    readers = [name(path) for path in SOURCES if re.search(pattern, path.read_text("utf-8"))]
    assert [reader for reader in readers if reader != "confapp/clock.py"] == []


def test_operations_do_not_commit():
    committing = [
        name(path) for path in SOURCES if path.name == "operations.py" and ".commit()" in path.read_text("utf-8")
    ]
    assert committing == []


def test_no_page_has_anything_inline():
    inline = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*(\ssrc=|ld\+json))", re.IGNORECASE)
    found = [f"{name(path)}: {match[0]}" for path in TEMPLATES for match in inline.finditer(path.read_text("utf-8"))]
    assert found == []


def test_nothing_is_left_for_later():
    pattern = re.compile(r"\b(TODO|FIXME|XXX)\b|for now\b")
    assert [name(path) for path in [*SOURCES, *TEMPLATES] if pattern.search(path.read_text("utf-8"))] == []


def test_no_package_is_empty():
    packages = [path.parent for path in SOURCES if path.name == "__init__.py"]
    assert [
        name(package) for package in packages if len(list(package.glob("*.py"))) == 1 and not list(package.glob("*/"))
    ] == []
