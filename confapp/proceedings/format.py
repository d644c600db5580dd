"""The edition format `confapp-edition/1` as types, and the bytes that are signed.

`schema/README.md` describes the format for whoever writes a verifier of their own.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NotRequired, TypedDict, cast

from confapp.proceedings import canonical, shape
from confapp.proceedings.canonical import JsonValue
from confapp.proceedings.tree import Tree

FORMAT = shape.FORMAT
REDACTION = "confapp-redaction/1"


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


def instant(at: datetime) -> str:
    """An instant as an edition writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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
