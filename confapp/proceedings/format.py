"""The edition format `confapp-edition/1`: seal a document, and lawfully black out a paragraph of a sealed one.

Plain data in, plain data out. `schema/README.md` describes the format for whoever writes a verifier of their own.
"""

import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from typing import NotRequired, TypedDict, cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from confapp.errors import RuleViolation
from confapp.proceedings import canonical, shape
from confapp.proceedings.canonical import JsonValue
from confapp.proceedings.keys import describe, encode
from confapp.proceedings.tree import Tree, digest_of, leaf_hash, tree_of

FORMAT = shape.FORMAT
REDACTION = "confapp-redaction/1"
SALT_BYTES = 16


class KeyFacts(TypedDict):
    """The key that signed, as the edition states it."""

    id: str
    algorithm: str
    public: str


class Paragraph(TypedDict, total=False):
    """A paragraph; a blacked-out one has `redacted`, `reason`, `at`, `hash` and `signature` beside its id alone."""

    id: str
    kind: str
    text: str
    language: str
    number: int | str
    data: dict[str, JsonValue]
    refs: list[dict[str, JsonValue]]
    salt: str
    redacted: bool
    reason: str
    at: str
    hash: str
    signature: str


class Section(TypedDict):
    """A section: the record of one session, the agenda, the list of participants, the letters …"""

    id: str
    kind: str
    title: str
    label: NotRequired[str | None]
    language: NotRequired[str]
    facts: NotRequired[dict[str, JsonValue]]
    paragraphs: list[Paragraph]


class Draft(TypedDict):
    """An edition before it is sealed: no key, no salts, no tree, no signature."""

    format: str
    conference: dict[str, JsonValue]
    edition: dict[str, JsonValue]
    sections: list[Section]


class Document(Draft):
    """A sealed edition."""

    key: KeyFacts
    tree: Tree
    signature: str


def new_salt() -> str:
    """A fresh salt of 16 random bytes."""
    return encode(secrets.token_bytes(SALT_BYTES))


def instant(at: datetime) -> str:
    """An instant as an edition writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seal(draft: Draft, private_key: Ed25519PrivateKey, *, salt: Callable[[], str] = new_salt) -> Document:
    """Salt, hash and sign a draft; the draft stays as it was.

    Refuses what the format cannot hold, naming the place: text outside NFC, fractions, an id used twice, a member
    that the format does not know.
    """
    _refuse_uncanonical(draft)
    document = cast("Document", deepcopy(draft))
    for paragraph in paragraphs_of(document):
        paragraph["salt"] = salt()
    document["key"] = cast("KeyFacts", describe(private_key.public_key()))
    document["signature"] = encode(bytes(64))
    document["tree"] = {"algorithm": "SHA-256", "header": "0" * 64, "root": "0" * 64, "sections": []}
    _refuse_misshapen(document)
    document["tree"] = tree_of(document, document["sections"])
    document["signature"] = encode(private_key.sign(signed_bytes(digest_of(document["tree"]))))
    if len(to_bytes(document)) > canonical.MAX_BYTES:
        raise RuleViolation("An edition holds 64 MB at the most. Publish long annexes as documents of their own.")
    return document


def redact(
    document: Document, paragraph_id: str, reason: str, private_key: Ed25519PrivateKey, *, at: datetime
) -> Document:
    """Black out one paragraph: its text and salt go, its hash, reason and the key's consent stay.

    The digest and the signature of the edition go on to hold, so that copies with and without the text are the same
    edition. Only the key that signed the edition can do it: nobody else may call a gap lawful.
    """
    if describe(private_key.public_key()) != document["key"]:
        signer = document["key"]["id"]
        raise RuleViolation(f"Only the key that signed this edition ({signer}) can black out a paragraph.")
    if not reason.strip():
        raise RuleViolation("Say why the paragraph is blacked out: the reason is printed in its place.", field="reason")
    found = next((one for one in paragraphs_of(document) if one["id"] == paragraph_id), None)
    if found is None:
        raise RuleViolation(f"This edition has no paragraph {paragraph_id}.")
    if "redacted" in found:
        raise RuleViolation(f"Paragraph {paragraph_id} is blacked out already.")
    kept = leaf_hash(found)
    gap: Paragraph = {"id": paragraph_id, "redacted": True, "reason": reason, "at": instant(at), "hash": kept}
    _refuse_uncanonical(gap)
    gap["signature"] = encode(private_key.sign(redaction_bytes(digest_of(document["tree"]), gap)))
    copy = deepcopy(document)
    for section in copy["sections"]:
        section["paragraphs"] = [gap if one["id"] == paragraph_id else one for one in section["paragraphs"]]
    return copy


def to_bytes(document: Document) -> bytes:
    """The file of an edition."""
    return canonical.dump(document)


def paragraphs_of(document: Draft) -> Iterator[Paragraph]:
    """Every paragraph in the order of the text."""
    return (paragraph for section in document["sections"] for paragraph in section["paragraphs"])


def signed_bytes(digest: str) -> bytes:
    """What the edition's signature is made over."""
    return f"{FORMAT}\n{digest}".encode("ascii")


def redaction_bytes(digest: str, gap: Paragraph) -> bytes:
    """What the signature under a black-out is made over."""
    facts = {name: value for name, value in gap.items() if name != "signature"}
    return f"{REDACTION}\n".encode("ascii") + canonical.dump({"digest": digest, "paragraph": facts})


def _refuse_uncanonical(value: object) -> None:
    try:
        canonical.check(value)
    except canonical.CanonicalError as error:
        where = place(value, error.path)
        raise RuleViolation(f"This cannot be published as an edition: {error} ({where}).") from None
    strange = canonical.unassigned(canonical.dump(value).decode())
    if strange:
        codes = ", ".join(f"U+{ord(character):04X}" for character in strange[:5])
        raise RuleViolation(f"This cannot be published as an edition: Unicode has no such characters as {codes}.")


def _refuse_misshapen(document: Document) -> None:
    plain = cast("list[dict[str, object]]", document["sections"])
    faults = shape.faults_of_head(document) or list(shape.faults_of_sections(plain))
    if faults:
        raise RuleViolation(f"This cannot be published as an edition. {faults[0].message}")
    ids = [section["id"] for section in document["sections"]] + [one["id"] for one in paragraphs_of(document)]
    name, uses = Counter(ids).most_common(1)[0]
    if uses > 1:
        raise RuleViolation(f"This cannot be published as an edition: the id {name} is used twice.")


def place(document: object, path: canonical.Path) -> str:
    """A place in a document in words: with the id of its paragraph where it is in one."""
    inner = paragraph_id(document, path)
    return (f"{inner}, " if inner else "") + ".".join(map(str, path))


def paragraph_id(document: object, path: canonical.Path) -> str | None:
    """The id of the paragraph that a path leads into."""
    match path:
        case ("sections", int(section), "paragraphs", int(paragraph), *_):
            found = cast("Draft", document)["sections"][section]["paragraphs"][paragraph].get("id")
            return found if isinstance(found, str) else None
    return None
