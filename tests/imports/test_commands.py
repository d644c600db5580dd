"""`confapp case` as a user calls it: what it prints where, and how it ends."""

from __future__ import annotations

import json
import sqlite3

import pytest
from click.testing import CliRunner

from confapp.imports import schema
from confapp.imports.commands import case
from tests.imports.conftest import EXAMPLE, SMALLEST
from tests.plugins.browsers import confapp, environment


@pytest.fixture(scope="module")
def instance(tmp_path_factory):
    """An instance folder with an empty database."""
    folder = tmp_path_factory.mktemp("instance")
    confapp("db", "upgrade", instance=folder)
    return folder


@pytest.fixture
def run(instance, monkeypatch):
    """Call `confapp case …`; what it says and what it prints are kept apart."""
    for name, value in environment(instance).items():
        if name.startswith("CONFAPP_"):
            monkeypatch.setenv(name, value)

    def call(*arguments):
        return CliRunner().invoke(case, [str(argument) for argument in arguments])

    return call


@pytest.fixture
def write(tmp_path):
    def written(content, name="case.yaml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def rows(instance) -> list[tuple]:
    """What stands in the tables of the database, read past the application."""
    with sqlite3.connect(instance / "confapp.db") as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [(name, *connection.execute(f"SELECT count(*) FROM {name}").fetchone()) for name in tables]


def test_import_prints_the_slug_alone(run, write):
    result = run("import", write(SMALLEST.replace(b"slug: s", b"slug: smallest")))
    assert (result.exit_code, result.stdout) == (0, "slug: smallest\n")


def test_import_again_prints_unchanged(run, write):
    path = write(SMALLEST.replace(b"slug: s", b"slug: again"))
    run("import", path)
    result = run("import", path)
    assert (result.exit_code, result.stdout) == (0, "unchanged\nslug: again\n")


def test_publish_prints_the_edition_before_the_slug(run, write):
    path = write(EXAMPLE)
    result = run("import", path, "--publish")
    edition, digest, slug = result.stdout.splitlines()
    assert (result.exit_code, edition, digest[:15], slug) == (
        0,
        "edition: 1",
        "digest: sha256:",
        "slug: example-congress-1901",
    )
    assert run("import", path, "--publish").stdout == "unchanged\nslug: example-congress-1901\n"


def test_progress_goes_to_standard_error(run, write):
    result = run("import", write(SMALLEST.replace(b"slug: s", b"slug: progress")))
    assert "organizations and officials" in result.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", ":1: the file is empty"),
        (b"format: confapp-case/2\nslug: s\nlanguage: en\n", ":1: the key “conference” is missing"),
        (SMALLEST + b"guests: [{official: nobody}]\n", ":5: there is no official “nobody” in this file"),
        (SMALLEST + b"delegations:\n  - {id: X}\n", ":6: A delegation needs its organization."),
        (b"\xff\xfe", ":1: this is not UTF-8; save the file in that encoding"),
    ],
)
def test_a_refused_file_is_told_with_its_line_and_leaves_nothing(run, write, instance, content, told):
    before = rows(instance)
    path = write(content)
    result = run("import", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{path}{told}" in result.stderr.splitlines()
    assert rows(instance) == before


def test_other_content_is_refused_with_the_difference(run, write, instance):
    text = SMALLEST.replace(b"slug: s", b"slug: other")
    run("import", write(text))
    before = rows(instance)
    result = run("import", write(text.replace(b"A conference", b"Another")))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "conference · name: A conference → Another" in result.stderr
    assert rows(instance) == before


def test_what_cannot_be_published_is_not_imported_either(run, write, instance):
    before = rows(instance)
    text = SMALLEST.replace(b"slug: s", b"slug: sitting").replace(b"name: A", b"state: open, name: A")
    result = run("import", write(text + b"sessions: [{label: '1', state: open}]\n"), "--publish")
    assert (result.exit_code, "Nothing is published while a session sits" in result.stderr) == (1, True)
    assert rows(instance) == before


def test_a_missing_file_is_told(run, tmp_path):
    result = run("import", tmp_path / "missing.yaml")
    assert (result.exit_code, "missing.yaml:1: the file cannot be read" in result.stderr) == (1, True)


def test_export_prints_the_case(run, write):
    run("import", write(SMALLEST.replace(b"slug: s", b"slug: printed")))
    result = run("export", "printed")
    assert (result.exit_code, result.stdout) == (
        0,
        "format: confapp-case/2\nslug: printed\nlanguage: en\nconference: {name: A conference}\n",
    )


def test_export_writes_yaml_or_json(run, write, tmp_path):
    run("import", write(SMALLEST.replace(b"slug: s", b"slug: written")))
    for name in ("out.yaml", "out.json"):
        assert run("export", "written", "--out", tmp_path / name).exit_code == 0
    assert (tmp_path / "out.yaml").read_text("utf-8") == run("export", "written").stdout
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["conference"] == {"name": "A conference"}
    assert run("import", tmp_path / "out.json").stdout == "unchanged\nslug: written\n"


def test_export_of_what_is_not_here_is_refused(run):
    result = run("export", "nothing")
    assert (result.exit_code, "There is no conference “nothing” here." in result.stderr) == (1, True)


def test_export_where_nobody_can_write_is_refused(run, write, tmp_path):
    run("import", write(SMALLEST.replace(b"slug: s", b"slug: nowhere")))
    result = run("export", "nowhere", "--out", tmp_path / "no" / "out.yaml")
    assert (result.exit_code, "cannot be written: No such file or directory." in result.stderr) == (1, True)


def test_schema_prints_the_schema(run):
    result = run("schema")
    assert (result.exit_code, result.stdout) == (0, schema.text())
