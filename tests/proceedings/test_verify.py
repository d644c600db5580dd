from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confapp.proceedings import canonical
from confapp.proceedings.format import paragraphs_of, signed_bytes, to_bytes
from confapp.proceedings.keys import describe, encode, fingerprint
from confapp.proceedings.sealing import redact, seal
from confapp.proceedings.tree import digest_of, root_hash, section_hash, tree_of
from confapp.proceedings.verify import verify_document, verify_file
from tests.proceedings.samples import KEY, OTHER_KEY, draft, sealed

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DOCUMENT = sealed()
DATA = to_bytes(DOCUMENT)
PARAGRAPHS = [(one["id"], DATA.index(canonical.dump(one)), len(canonical.dump(one))) for one in paragraphs_of(DOCUMENT)]
IDS = [name for name, _, _ in PARAGRAPHS]


def changed(change):
    document = deepcopy(DOCUMENT)
    change(document)
    return verify_document(to_bytes(document))


def codes(report):
    return [problem.code for problem in report.problems]


def sign(document, key):
    document["signature"] = encode(key.sign(signed_bytes(digest_of(document["tree"]))))


def test_a_sealed_edition_holds():
    report = verify_document(DATA)
    assert (report.ok, report.first_altered, report.number, report.paragraphs) == (True, None, 1, 6)


def test_every_flipped_byte_is_found():
    for position in range(len(DATA)):
        flipped = bytearray(DATA)
        flipped[position] ^= 1 << position % 8
        assert not verify_document(bytes(flipped)).ok, position


@given(st.sampled_from(PARAGRAPHS), st.integers(0), st.integers(1, 255))
@settings(max_examples=300, deadline=None)
def test_a_flipped_byte_in_a_paragraph_names_it(paragraph, offset, change):
    name, start, length = paragraph
    flipped = bytearray(DATA)
    flipped[start + offset % length] ^= change
    assert verify_document(bytes(flipped)).first_altered == name


@given(st.integers(0, len(DATA)), st.binary(min_size=1, max_size=5))
@settings(deadline=None)
def test_bytes_put_in_are_found(position, extra):
    assert not verify_document(DATA[:position] + extra + DATA[position:]).ok


@given(st.integers(0, len(DATA) - 1), st.integers(1, 400))
@settings(deadline=None)
def test_bytes_taken_out_are_found(position, length):
    assert not verify_document(DATA[:position] + DATA[position + length :]).ok


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(deadline=None)
def test_any_other_file_is_answered(data):
    assert not verify_document(data).ok


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)))
@settings(deadline=None, max_examples=20)
@pytest.mark.parametrize("member", sorted(DOCUMENT))
def test_any_other_value_of_a_member_is_answered(member, value):
    document = {**DOCUMENT, member: value}
    data = json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
    assert not verify_document(data).ok


@given(st.sampled_from(IDS))
def test_a_dropped_paragraph_is_named(name):
    def drop(document):
        for section in document["sections"]:
            section["paragraphs"] = [one for one in section["paragraphs"] if one["id"] != name]

    report = changed(drop)
    assert (codes(report), report.first_altered) == (["paragraph_missing"], name)


@given(st.sampled_from(IDS), st.integers(0, 1), st.integers(0, 3))
def test_a_doubled_paragraph_is_named(name, section, position):
    def double(document):
        copy = next(one for one in paragraphs_of(document) if one["id"] == name)
        document["sections"][section]["paragraphs"].insert(position, copy)

    report = changed(double)
    assert (codes(report), report.first_altered) == (["paragraph_duplicated"], name)


@given(st.integers(0, 2), st.integers(0, 3))
def test_a_paragraph_moved_to_another_section_is_named(start, end):
    def move(document):
        first, second = document["sections"]
        second["paragraphs"].insert(end, first["paragraphs"].pop(start))

    report = changed(move)
    assert (codes(report), report.first_altered) == (["paragraph_moved"], f"s1.p{start + 1}")


def test_a_paragraph_moved_to_the_front_is_named():
    report = changed(lambda one: one["sections"][0]["paragraphs"].insert(0, one["sections"][0]["paragraphs"].pop()))
    assert (codes(report), report.first_altered) == (["paragraph_moved"], "s1.p3")


def test_an_added_paragraph_is_named():
    extra = {"id": "s1.p9", "kind": "text", "text": "Nothing.", "salt": encode(bytes(16))}
    report = changed(lambda one: one["sections"][0]["paragraphs"].insert(1, extra))
    assert (codes(report), report.first_altered) == (["paragraph_added"], "s1.p9")


def test_problems_come_in_the_order_of_the_text():
    def change(document):
        document["sections"][1]["paragraphs"][2]["text"] = "Rejected."
        document["sections"][1]["paragraphs"].pop(0)
        document["sections"][0]["paragraphs"][1]["text"] = "Nobody took the chair."

    assert [problem.paragraph for problem in changed(change).problems] == ["s1.p2", "s2.p1", "s2.vote"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda one: one["sections"][0]["facts"].update(presiding="Nobody"), "section_altered"),
        (lambda one: one["sections"][0].update(title="Record"), "section_altered"),
        (lambda one: one["conference"].update(place="Paris"), "header"),
        (lambda one: one["conference"].update(extra="more"), "header"),
        (lambda one: one["edition"].update(title="Other"), "header"),
        (lambda one: one["tree"].update(root="0" * 64), "root"),
        (lambda one: one["tree"].update(header="0" * 64), "header"),
        (lambda one: one["tree"]["sections"][0].update(hash="0" * 64), "section_altered"),
        (lambda one: one["tree"]["sections"][0]["leaves"][0].update(hash="0" * 64), "paragraph_altered"),
        (lambda one: one["tree"]["sections"][0]["leaves"].append({"id": "x", "hash": "0" * 64}), "paragraph_missing"),
        (lambda one: one["tree"]["sections"][0].update(extra=1), "form"),
        (lambda one: one["tree"].update(extra=1), "form"),
        (lambda one: one.update(extra=1), "form"),
        (lambda one: one["key"].update(extra="1"), "form"),
        (lambda one: one.update(signature=encode(bytes(64))), "signature"),
        (lambda one: one.update(signature="A" * 85 + "B"), "form"),
        (lambda one: one["key"].update(describe(OTHER_KEY.public_key())), "header"),
    ],
)
def test_what_is_altered_outside_the_paragraphs_is_found(change, code):
    assert codes(changed(change))[0] == code


def test_sections_in_another_order_are_found():
    report = changed(lambda one: one["sections"].reverse())
    assert "section_moved" in codes(report)


def test_a_section_left_out_is_found():
    report = changed(lambda one: one["sections"].pop(0))
    assert codes(report) == ["paragraph_missing"] * 3 + ["section_missing"]


def test_a_rewritten_tree_needs_the_key():
    def rewrite(document):
        document["sections"][0]["paragraphs"][0]["text"] = "The Conference was closed."
        document["tree"] = tree_of(document, document["sections"])

    assert codes(changed(rewrite)) == ["signature"]


def test_an_edition_sealed_anew_shows_another_key():
    data = to_bytes(seal(draft(), OTHER_KEY))
    known = fingerprint(KEY.public_key())
    assert codes(verify_document(data)) == []
    assert codes(verify_document(data, expected_keys=[known])) == ["key"]
    assert codes(verify_document(DATA, expected_keys=["SHA256:other", known])) == []


def test_a_fingerprint_that_is_not_the_keys_is_found():
    def borrow(document):
        document["key"]["id"] = fingerprint(OTHER_KEY.public_key())
        document["tree"] = tree_of(document, document["sections"])
        sign(document, KEY)

    assert codes(changed(borrow)) == ["key"]


def test_a_leaf_without_a_paragraph_of_its_own_is_found_even_when_signed():
    def repeat(document):
        tree = document["tree"]
        leaves = tree["sections"][0]["leaves"]
        leaves.append(leaves[0])
        tree["sections"][0]["hash"] = section_hash(document["sections"][0], [leaf["hash"] for leaf in leaves])
        tree["root"] = root_hash(tree["header"], [branch["hash"] for branch in tree["sections"]])
        sign(document, KEY)

    assert codes(changed(repeat)) == ["tree"]


def test_half_of_a_surrogate_pair_is_answered():
    report = verify_document(DATA.replace(b"It adjourned.", rb"It \ud800adj."))
    assert ([problem.code for problem in report.problems], report.first_altered) == (["canonical"], "s1.p3")


def test_a_file_that_cannot_be_read(tmp_path):
    report = verify_file(tmp_path)
    assert [problem.message for problem in report.problems] == ["The file cannot be read: Is a directory."]


def test_an_id_used_twice_is_found_even_when_signed():
    def repeat(document):
        document["sections"][0]["paragraphs"][1]["id"] = "s1.p1"
        document["tree"] = tree_of(document, document["sections"])
        sign(document, KEY)

    report = changed(repeat)
    assert (codes(report), report.first_altered) == (["paragraph_duplicated"], "s1.p1")


def test_an_id_shared_by_section_and_paragraph_is_found_even_when_signed():
    def repeat(document):
        document["sections"][0]["paragraphs"][1]["id"] = "s2"
        document["tree"] = tree_of(document, document["sections"])
        sign(document, KEY)

    assert codes(changed(repeat)) == ["form"]


def test_a_black_out_by_a_stranger_is_found():
    def black_out(document):
        document["sections"][0]["paragraphs"][1] = {
            "id": "s1.p2",
            "redacted": True,
            "reason": "Nothing to see",
            "at": "2026-11-23T12:00:00Z",
            "hash": document["tree"]["sections"][0]["leaves"][1]["hash"],
            "signature": encode(OTHER_KEY.sign(b"anything")),
        }

    report = changed(black_out)
    assert (codes(report), report.first_altered) == (["black_out"], "s1.p2")


@pytest.mark.parametrize(
    ("member", "value"),
    [("reason", "Another"), ("at", "2026-11-23T12:00:01Z"), ("hash", "0" * 64), ("id", "s1.p3"), ("more", 1)],
)
def test_an_altered_black_out_is_found(member, value):
    document = redact(sealed(), "s1.p2", "By order of a court", KEY, at=NOW)
    document["sections"][0]["paragraphs"][1][member] = value
    assert not verify_document(to_bytes(document)).ok


def test_a_black_out_does_not_fit_another_edition():
    document = redact(sealed(), "s1.p2", "By order of a court", KEY, at=NOW)
    other = sealed(2, previous="sha256:" + "0" * 64)
    other["sections"][0]["paragraphs"][1] = document["sections"][0]["paragraphs"][1]
    report = verify_document(to_bytes(other))
    assert (report.ok, report.first_altered) == (False, "s1.p2")


def test_the_previous_edition_is_compared():
    second = to_bytes(sealed(2, previous="sha256:" + "1" * 64))
    assert codes(verify_document(second, previous="sha256:" + "1" * 64)) == []
    assert codes(verify_document(second, previous="sha256:" + "2" * 64)) == ["previous"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "this is not JSON"),
        (b"\xff\xfe", "not UTF-8 at byte 1"),
        (b"[]", "one object"),
        (b"{}", "not an edition of the format"),
        (b'{"format":"confapp-edition/2"}', "not an edition of the format"),
        (b'{"a":1,"b":2,"a":3}', "the member 'a' stands twice"),
        (b'{"a":1.0}', "1.0 is not an integer"),
        (b'{"a":NaN}', "NaN is not an integer"),
        (b'{"a":' + b"9" * 5000 + b"}", "larger than 2^53 - 1"),
        (b"[" * 100_000, "nested more than"),
        (b"[" * 200 + b"]" * 200, "one object"),
        (b'{"format":"confapp-edition/1"}', "has no member “conference”"),
    ],
)
def test_a_file_that_is_no_edition_is_answered_with_a_sentence(data, said):
    assert said in " ".join(problem.message for problem in verify_document(data).problems)


@pytest.mark.parametrize(
    "respell",
    [
        lambda text: text.replace(":", ": ", 1),
        lambda text: text + "\n",
        lambda text: "\ufeff" + text,
        lambda text: text.replace("Brazil", "\\u0042razil", 1),
        lambda text: text.replace('"number":1,', '"number":1e0,', 1),
        lambda text: text.replace('"no":0', '"no":-0', 1),
        lambda text: json.dumps(json.loads(text), indent=1),
        lambda text: json.dumps(json.loads(text), separators=(",", ":")),
        lambda text: json.dumps(dict(reversed(json.loads(text).items())), separators=(",", ":"), ensure_ascii=False),
    ],
)
def test_the_same_content_in_another_spelling_is_refused(respell):
    assert verify_document(respell(DATA.decode()).encode()).ok is False


def test_too_large_a_file_is_refused():
    assert codes(verify_document(b" " * (canonical.MAX_BYTES + 1))) == ["too_large"]
