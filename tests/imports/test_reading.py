"""Files as they come: YAML and JSON, and everything that is wrong with them, with its line."""

from __future__ import annotations

import pytest

from confapp.imports import reading
from confapp.imports.nodes import Mapping, UnreadableFile
from confapp.imports.reading import read_bytes, read_file
from tests.imports.conftest import CASES, shown


def test_words_stay_as_they_are_written():
    text = b"NO: [NO, yes, 1884, 1884-10, 13:00, 'x']\n"
    assert shown(read_bytes(text)) == {"NO": ["<NO>", "<yes>", "<1884>", "<1884-10>", "<13:00>", "x"]}


def test_every_value_knows_its_line():
    node = read_bytes(b"a: 1\nb:\n  - c\n  - d: 2\n")
    assert isinstance(node, Mapping)
    assert (node.key_lines, node.items["b"].items[1].items["d"].line) == ({"a": 1, "b": 2}, 4)


def test_an_alias_is_what_it_names():
    assert shown(read_bytes(b"a: &x {k: 1}\nb: *x\n")) == {"a": {"k": "<1>"}, "b": {"k": "<1>"}}


def test_a_byte_order_mark_is_passed_over():
    assert shown(read_bytes(b"\xef\xbb\xbfa: 1")) == {"a": "<1>"}


def test_characters_in_two_halves_are_joined():
    assert shown(read_bytes(rb'a: "\ud83d\ude00"')) == {"a": "😀"}


def test_json_is_read_with_lines():
    node = read_bytes(b'{\n "a": [1, true, null, "\\ud83d\\ude00"],\n "b": {}\n}', is_json=True)
    assert (shown(node), node.key_lines) == ({"a": ["<1>", "<true>", "<null>", "😀"], "b": {}}, {"a": 2, "b": 3})


def test_what_begins_like_json_may_be_yaml_after_all():
    assert shown(read_bytes(b"{a: 1, b: [2,]}")) == {"a": "<1>", "b": ["<2>"]}


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"", 1, "the file is empty"),
        (b" \n\n", 1, "the file is empty"),
        (b"# nothing\n", 1, "the file is empty"),
        (b"- a\n- b\n", 1, "keys with their values are expected here, beginning with “format”"),
        (b"a: 1\nb: \xff\n", 2, "this is not UTF-8; save the file in that encoding"),
        ("a: 1\n".encode("utf-16"), 1, "this is not UTF-8; save the file in that encoding"),
        (b"a: 1\nb: 2\na: 3\n", 3, "the key “a” stands here twice; the first is in line 1"),
        (b"a:\n\t- 1\n", 2, "this is no YAML: found character '\\t' that cannot start any token"),
        (b"a: 1\n---\nb: 2\n", 2, "a second document begins here; a case is one"),
        (b"a: &x [1, *x]\n", 1, "“*x” stands inside itself"),
        (b"a: &x\n  b: {c: *x}\n", 2, "“*x” stands inside itself"),
        (b"a: *y\n", 1, "nothing is named “&y” before this"),
        (b"? [a]\n: 1\n", 1, "a key is one word, no list and no mapping"),
        (b"a: !!python/object:os.system x\n", 1, "“tag:yaml.org,2002:python/object:os.system” is a tag"),
        (b"a: !!int 1\n", 1, "“tag:yaml.org,2002:int” is a tag"),
        (b"a: 'x\n", 2, "this is no YAML: found unexpected end of stream"),
        (b"a: 1\nb: \x00\n", 2, "this is no YAML: unacceptable character #x0000"),
        (b"a: " + b"[" * 50_000, 1, "this is nested more than 32 deep"),
        (b"a:\n " + b"- " * 40 + b"x", 2, "this is nested more than 32 deep"),
    ],
)
def test_unreadable_yaml_is_told_with_its_line(content, line, reason):
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(content)
    assert (caught.value.line, caught.value.message[: len(reason)]) == (line, reason)


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b'{"a" 1}', 1, "this is no JSON: “:” is expected"),
        (b'{\n"a": 1,\n"a": 2}', 3, "the key “a” stands here twice; the first is in line 2"),
        (b'{"a": 1,}', 1, "this is no JSON: a key in quotation marks is expected"),
        (b'{"a": [1 2]}', 1, "this is no JSON: “,” is expected"),
        (b'{"a": tru}', 1, "this is no JSON: a value is expected"),
        (b'{"a": "x\n"}', 1, "this is no JSON: Invalid control character at"),
        (b'{"a": "x}', 1, "this is no JSON: Unterminated string starting at"),
        (b'{"a": 1}\n}', 2, "this is no JSON: something stands behind the end"),
        (b'{"a": ' + b"[" * 50_000, 1, "this is nested more than 32 deep"),
        (b'{"a": ' * 50_000, 1, "this is nested more than 32 deep"),
        (b"[1]", 1, "keys with their values are expected here"),
    ],
)
def test_unreadable_json_is_told_with_its_line(content, line, reason):
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(content, is_json=True)
    assert (caught.value.line, caught.value.message[: len(reason)]) == (line, reason)


def test_aliases_of_aliases_are_counted_as_they_would_be_written_out():
    levels = [b"a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 9)]
    with pytest.raises(UnreadableFile, match="more than 1000000 values"):
        read_bytes(b"\n".join(levels))


def test_aliases_cannot_nest_deeper_than_anything_else():
    levels = [b"a0: &a0 [x]", *(b"a%d: &a%d [[[[*a%d]]]]" % (n, n, n - 1) for n in range(1, 12))]
    with pytest.raises(UnreadableFile, match="nested more than 32 deep"):
        read_bytes(b"\n".join(levels))


def test_a_huge_file_is_refused_unread(tmp_path):
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableFile, match="the file has 200 MB; at most 10 are read"):
        read_file(path)


@pytest.mark.parametrize(("name", "reason"), [("", "this is no file"), ("missing.yaml", "No such file or directory")])
def test_what_is_no_file_is_refused(tmp_path, name, reason):
    with pytest.raises(UnreadableFile, match=reason):
        read_file(tmp_path / name)


def test_the_limit_is_larger_than_any_case_of_the_package():
    assert max(path.stat().st_size for path in CASES.iterdir()) * 10 < reading.MAX_BYTES
