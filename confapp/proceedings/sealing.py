"""Seal an edition, and lawfully black out a paragraph of a sealed one: plain data in, plain data out."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from typing import cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from flask_babel import gettext as _

from confapp.errors import RuleViolation
from confapp.proceedings import canonical, shape
from confapp.proceedings.format import (
    Document,
    Draft,
    KeyFacts,
    Paragraph,
    instant,
    paragraphs_of,
    place,
    redaction_bytes,
    signed_bytes,
    to_bytes,
)
from confapp.proceedings.keys import describe, encode
from confapp.proceedings.tree import digest_of, leaf_hash, tree_of

SALT_BYTES = 16


def new_salt() -> str:
    """A fresh salt of 16 random bytes."""
    return encode(secrets.token_bytes(SALT_BYTES))


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
        raise RuleViolation(_("An edition holds 64 MB at the most. Publish long annexes as documents of their own."))
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
        raise RuleViolation(_("Only the key that signed this edition (%(key)s) can black out a paragraph.", key=signer))
    if not reason.strip():
        raise RuleViolation(
            _("Say why the paragraph is blacked out: the reason is printed in its place."), field="reason"
        )
    found = next((one for one in paragraphs_of(document) if one["id"] == paragraph_id), None)
    if found is None:
        raise RuleViolation(_("This edition has no paragraph %(id)s.", id=paragraph_id))
    if "redacted" in found:
        raise RuleViolation(_("Paragraph %(id)s is blacked out already.", id=paragraph_id))
    kept = leaf_hash(found)
    gap: Paragraph = {"id": paragraph_id, "redacted": True, "reason": reason, "at": instant(at), "hash": kept}
    _refuse_uncanonical(gap)
    gap["signature"] = encode(private_key.sign(redaction_bytes(digest_of(document["tree"]), gap)))
    copy = deepcopy(document)
    for section in copy["sections"]:
        section["paragraphs"] = [gap if one["id"] == paragraph_id else one for one in section["paragraphs"]]
    return copy


def _refuse_uncanonical(value: object) -> None:
    try:
        canonical.check(value)
    except canonical.CanonicalError as error:
        where = place(value, error.path)
        raise _refusal(f"{error} ({where})") from None
    strange = canonical.unassigned(canonical.dump(value).decode())
    if strange:
        codes = ", ".join(f"U+{ord(character):04X}" for character in strange[:5])
        raise _refusal(_("Unicode has no such characters as %(codes)s", codes=codes))


def _refuse_misshapen(document: Document) -> None:
    plain = cast("list[dict[str, object]]", document["sections"])
    faults = shape.faults_of_head(document) or list(shape.faults_of_sections(plain))
    if faults:
        raise _refusal(faults[0].message.removesuffix("."))
    ids = [section["id"] for section in document["sections"]] + [one["id"] for one in paragraphs_of(document)]
    name, uses = Counter(ids).most_common(1)[0]
    if uses > 1:
        raise _refusal(_("the id %(id)s is used twice", id=name))


def _refusal(why: str) -> RuleViolation:
    return RuleViolation(_("This cannot be published as an edition: %(why)s.", why=why))
