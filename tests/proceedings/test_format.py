from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest
import rfc8785

from confapp.errors import RuleViolation
from confapp.proceedings import canonical
from confapp.proceedings.format import paragraphs_of, to_bytes
from confapp.proceedings.sealing import redact, seal
from confapp.proceedings.verify import verify_document
from tests.proceedings.samples import KEY, OTHER_KEY, draft, fixed_salts, sealed

GOLDEN = Path(__file__).parent.parent / "golden" / "confapp-edition-1.json"
SCHEMA = Path(canonical.__file__).parent / "schema" / "confapp-edition-1.schema.json"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def schema():
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text()))


def test_the_format_has_not_drifted():
    assert to_bytes(sealed()) == GOLDEN.read_bytes()


def test_golden_edition_holds():
    report = verify_document(GOLDEN.read_bytes())
    assert report.problems == []
    assert report.digest == "sha256:f5e5a294f33b2b70ceafaae5d3348c8da2ea46b64108db7e380f90c8b3bd0215"
    assert report.fingerprint == "SHA256:SbJGG10--0YWylukeUsyqizhqFM9x4dzQnEJ8dTQf7s"


def test_bytes_are_those_of_an_independent_writer_of_rfc_8785():
    assert to_bytes(sealed()) == rfc8785.dumps(sealed())


def test_digest_is_the_one_that_the_description_gives():
    document = sealed()

    def hashed(kind, value):
        return sha256(bytes([kind]) + rfc8785.dumps(value)).hexdigest()

    sections = []
    for section in document["sections"]:
        facts = {name: value for name, value in section.items() if name != "paragraphs"}
        sections.append(hashed(1, {**facts, "leaves": [hashed(0, one) for one in section["paragraphs"]]}))
    header = hashed(2, {name: document[name] for name in ("format", "conference", "edition", "key")})
    assert document["tree"]["root"] == hashed(3, {"header": header, "sections": sections})


def test_sealing_leaves_the_draft_as_it_was():
    one = draft()
    seal(one, KEY)
    assert one == draft()


def test_every_paragraph_gets_a_salt_of_its_own():
    salts = [paragraph["salt"] for paragraph in paragraphs_of(seal(draft(), KEY))]
    assert len(set(salts)) == len(salts) == 6


def test_sealed_edition_fits_the_schema(schema):
    assert list(schema.iter_errors(sealed())) == []


def test_blacked_out_edition_fits_the_schema(schema):
    assert list(schema.iter_errors(redact(sealed(), "s1.p2", "By order of a court", KEY, at=NOW))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda one: one["sections"][0]["paragraphs"][0].update(text="Cafe\u0301"), "normal form NFC (s1.p1, "),
        (lambda one: one["sections"][0]["paragraphs"][0].update(text="a\x00b"), "control characters"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(text="\ud800"), "surrogate"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(text="\u0378"), "no such characters as U+0378"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(data={"share": 0.5}), "type float"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(data={"big": 2**53}), "larger than 2^53 - 1"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(data={"Brésil": 1}), "not printable ASCII"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(data={1: 1}), "not printable ASCII"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(html="<b>"), "does not know: “html”"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(id="s1.p2"), "the id s1.p2 is used twice"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(id="s2"), "the id s2 is used twice"),
        (lambda one: one["sections"][0]["paragraphs"][0].update(id="a b"), "is not an object with an id"),
        (lambda one: one["sections"][0]["paragraphs"][0].pop("kind"), "has no member “kind”"),
        (lambda one: one["sections"][0].update(facts=[]), "“facts” that is not of the right form"),
        (lambda one: one["edition"].update(number=2), "names the digest of the one before"),
        (lambda one: one["edition"].update(published_at="2026-02-30T00:00:00Z"), "“published_at”"),
        (lambda one: one["conference"].update(languages=[]), "“languages”"),
        (lambda one: one.update(sections=[]), "not a list with sections"),
        (lambda one: one.update(extra=1), "does not know: “extra”"),
    ],
)
def test_seal_refuses_what_the_format_cannot_hold(change, said):
    one = draft()
    change(one)
    with pytest.raises(RuleViolation) as refusal:
        seal(one, KEY)
    assert said in refusal.value.message


def test_seal_refuses_deep_nesting():
    one = draft()
    inner: dict[str, object] = {}
    one["sections"][0]["facts"] = inner
    for _ in range(60):
        inner["a"] = inner = {}
    with pytest.raises(RuleViolation, match="nested more than 48 deep"):
        seal(one, KEY)


def test_seal_refuses_what_is_too_large(monkeypatch):
    monkeypatch.setattr(canonical, "MAX_BYTES", 1000)
    with pytest.raises(RuleViolation, match="64 MB at the most"):
        seal(draft(), KEY)


def test_blacked_out_edition_holds_with_the_same_digest():
    document = redact(sealed(), "s1.p2", "By order of a court", KEY, at=NOW)
    report = verify_document(to_bytes(document))
    assert report.problems == []
    assert (report.digest, document["signature"]) == (f"sha256:{sealed()['tree']['root']}", sealed()["signature"])
    assert [(gap.paragraph, gap.reason, gap.at) for gap in report.blacked_out] == [
        ("s1.p2", "By order of a court", "2026-11-23T12:00:00Z")
    ]


def test_blacked_out_text_and_salt_are_gone():
    written = to_bytes(redact(sealed(), "s1.p2", "By order of a court", KEY, at=NOW))
    salt = list(paragraphs_of(sealed()))[1]["salt"]
    assert (b"Rodgers* took" in written, salt.encode() in written) == (False, False)


def test_several_paragraphs_can_be_blacked_out():
    once = redact(sealed(), "s1.p2", "One", KEY, at=NOW)
    report = verify_document(to_bytes(redact(once, "s2.vote", "Two", KEY, at=NOW)))
    assert (report.ok, [gap.paragraph for gap in report.blacked_out]) == (True, ["s1.p2", "s2.vote"])


@pytest.mark.parametrize(
    ("paragraph", "reason", "key", "said"),
    [
        ("s1.p2", "why", OTHER_KEY, "Only the key that signed"),
        ("s1.p2", "  ", KEY, "Say why"),
        ("s9.p9", "why", KEY, "no paragraph s9.p9"),
        ("s1.p2", "e\u0301", KEY, "normal form NFC"),
    ],
)
def test_redact_refuses(paragraph, reason, key, said):
    with pytest.raises(RuleViolation, match=said):
        redact(sealed(), paragraph, reason, key, at=NOW)


def test_redact_refuses_a_second_time():
    with pytest.raises(RuleViolation, match="blacked out already"):
        redact(redact(sealed(), "s1.p2", "why", KEY, at=NOW), "s1.p2", "why", KEY, at=NOW)


def test_fixed_salts_are_those_of_the_golden_edition():
    assert fixed_salts()() == json.loads(GOLDEN.read_text())["sections"][0]["paragraphs"][0]["salt"]
