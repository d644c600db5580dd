"""The hash tree of an edition: paragraphs, sections, header, root.

Every kind of hash begins with a byte of its own, so that none can pass for another. The order of paragraphs and
sections is bound by the order of their hashes, and every paragraph carries a salt, so that the hash of one that was
blacked out gives nothing away.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TypedDict

from confapp.proceedings.canonical import dump

ALGORITHM = "SHA-256"
HEADER_MEMBERS = ("format", "conference", "edition", "key")


class Leaf(TypedDict):
    """One paragraph in the tree."""

    id: str
    hash: str


class Branch(TypedDict):
    """One section in the tree."""

    id: str
    hash: str
    leaves: list[Leaf]


class Tree(TypedDict):
    """All hashes of an edition, as they stand in its file."""

    algorithm: str
    header: str
    root: str
    sections: list[Branch]


def leaf_hash(paragraph: Mapping[str, object]) -> str:
    """The hash of a paragraph; of a blacked-out one, the hash it had."""
    stated = paragraph.get("hash")
    if paragraph.get("redacted") is True and isinstance(stated, str):
        return stated
    return _hash(0, paragraph)


def section_hash(section: Mapping[str, object], leaves: Sequence[str]) -> str:
    """The hash of a section's own facts and of its paragraphs' hashes in order."""
    facts = {name: value for name, value in section.items() if name != "paragraphs"}
    return _hash(1, {**facts, "leaves": list(leaves)})


def header_hash(document: Mapping[str, object]) -> str:
    """The hash of what stands before the sections."""
    return _hash(2, {name: document[name] for name in HEADER_MEMBERS})


def root_hash(header: str, sections: Sequence[str]) -> str:
    """The hash of everything but the signature."""
    return _hash(3, {"header": header, "sections": list(sections)})


def tree_of(document: Mapping[str, object], sections: Sequence[Mapping[str, object]]) -> Tree:
    """Compute the whole tree from the content."""
    branches = [_branch(section) for section in sections]
    header = header_hash(document)
    root = root_hash(header, [branch["hash"] for branch in branches])
    return {"algorithm": ALGORITHM, "header": header, "root": root, "sections": branches}


def digest_of(tree: Tree) -> str:
    """The edition's digest, as people cite it."""
    return f"sha256:{tree['root']}"


def _branch(section: Mapping[str, object]) -> Branch:
    paragraphs = section["paragraphs"]
    assert isinstance(paragraphs, list)
    leaves: list[Leaf] = [{"id": paragraph["id"], "hash": leaf_hash(paragraph)} for paragraph in paragraphs]
    return {
        "id": str(section["id"]),
        "hash": section_hash(section, [leaf["hash"] for leaf in leaves]),
        "leaves": leaves,
    }


def _hash(kind: int, value: object) -> str:
    return sha256(bytes([kind]) + dump(value)).hexdigest()
