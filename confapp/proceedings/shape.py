"""What an edition's file must look like before anything in it is believed.

The same rules as `schema/confapp-edition-1.schema.json`, in Python: verification starts at once and says in a
sentence what is wrong. A test holds the two together.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

FORMAT = "confapp-edition/1"
MEMBERS = frozenset({"format", "conference", "edition", "key", "sections", "tree", "signature"})
KEY = frozenset({"id", "algorithm", "public"})
SECTION_NEEDS = frozenset({"id", "kind", "title", "paragraphs"})
SECTION_MAY = frozenset({"label", "language", "facts"})
PARAGRAPH_NEEDS = frozenset({"id", "kind", "text", "salt"})
PARAGRAPH_MAY = frozenset({"language", "number", "data", "refs"})
REDACTED = frozenset({"id", "redacted", "reason", "at", "hash", "signature"})

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_KIND = re.compile(r"[a-z][a-z0-9_]{0,49}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_HASH = re.compile(r"[0-9a-f]{64}")
_SALT = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")
_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
_PUBLIC = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
_SIGNATURE = re.compile(r"[A-Za-z0-9_-]{85}[AQgw]")

Test = Callable[[object], bool]


class Fault(NamedTuple):
    """One place that does not look as it must."""

    message: str
    section: str | None = None
    paragraph: str | None = None


def matches(pattern: re.Pattern[str]) -> Test:
    """A test for a text of this pattern, whole."""
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def is_text(value: object) -> bool:
    """A text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def is_instant(value: object) -> bool:
    """RFC 3339 in UTC with whole seconds, of a day that exists."""
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_integer(value: object) -> bool:
    """An integer from 1; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


is_id = matches(_ID)
is_kind = matches(_KIND)
is_language = matches(_LANGUAGE)
is_digest = matches(_DIGEST)
is_hash = matches(_HASH)
is_fingerprint = matches(_FINGERPRINT)

_CONFERENCE: Mapping[str, Test] = {
    "slug": is_id,
    "title": is_text,
    "languages": lambda value: isinstance(value, list) and value != [] and all(map(is_language, value)),
}
_EDITION: Mapping[str, Test] = {
    "number": is_integer,
    "language": is_language,
    "title": is_text,
    "published_at": is_instant,
    "previous": lambda value: value is None or is_digest(value),
}
_KEY_TESTS: Mapping[str, Test] = {
    "id": is_fingerprint,
    "algorithm": lambda value: value == "Ed25519",
    "public": matches(_PUBLIC),
}
_SECTION: Mapping[str, Test] = {
    "id": is_id,
    "kind": is_kind,
    "title": is_text,
    "label": lambda value: value is None or isinstance(value, str),
    "language": is_language,
    "facts": lambda value: isinstance(value, dict),
    "paragraphs": lambda value: isinstance(value, list),
}
_PARAGRAPH: Mapping[str, Test] = {
    "id": is_id,
    "kind": is_kind,
    "text": lambda value: isinstance(value, str),
    "salt": matches(_SALT),
    "language": is_language,
    "number": lambda value: is_integer(value) or is_text(value),
    "data": lambda value: isinstance(value, dict),
    "refs": lambda value: isinstance(value, list) and all(isinstance(ref, dict) for ref in value),
}
_REDACTED_TESTS: Mapping[str, Test] = {
    "id": is_id,
    "redacted": lambda value: value is True,
    "reason": is_text,
    "at": is_instant,
    "hash": is_hash,
    "signature": matches(_SIGNATURE),
}


def faults_of_head(document: object) -> list[Fault]:
    """What keeps a parsed text from being an edition at all; nothing else can be said of it while there are any."""
    if not isinstance(document, dict):
        return [Fault("This is JSON, but not an edition: an edition is one object.")]
    if document.get("format") != FORMAT:
        return [Fault(f"This is not an edition of the format {FORMAT}: “format” says otherwise or is missing.")]
    faults = list(_members("The edition", document, MEMBERS, frozenset()))
    if faults:
        return faults
    faults += _tests("conference", document["conference"], _CONFERENCE)
    faults += _tests("edition", document["edition"], _EDITION)
    faults += _tests("key", document["key"], _KEY_TESTS, only=KEY)
    if not faults and (document["edition"]["number"] == 1) != (document["edition"]["previous"] is None):
        faults.append(Fault("Edition 1 follows no other, and every later one names the digest of the one before."))
    if not matches(_SIGNATURE)(document["signature"]):
        faults.append(Fault("The signature is not 64 bytes in base64url without padding."))
    return faults + list(_faults_of_tree(document["tree"])) + list(_faults_of_lists(document["sections"]))


def faults_of_sections(sections: list[dict[str, object]]) -> Iterator[Fault]:
    """What is wrong with the members of sections and paragraphs, in the order of the text."""
    for section in sections:
        name = str(section["id"])
        yield from (fault._replace(section=name) for fault in _faults_of_section(section))


def faults_of_ids(sections: list[dict[str, object]]) -> Iterator[Fault]:
    """Ids that a section shares with a paragraph; that two of a kind share one shows in the comparison."""
    names = {str(section["id"]) for section in sections}
    for section in sections:
        paragraphs = section["paragraphs"]
        assert isinstance(paragraphs, list)
        for name in (paragraph["id"] for paragraph in paragraphs if paragraph["id"] in names):
            yield Fault(f"The id {name} names a section and a paragraph.", str(section["id"]), name)


def _faults_of_section(section: dict[str, object]) -> Iterator[Fault]:
    where = f"Section {section['id']}"
    yield from _members(where, section, SECTION_NEEDS, SECTION_MAY)
    yield from _values(where, section, _SECTION)
    paragraphs = section["paragraphs"]
    assert isinstance(paragraphs, list)
    for paragraph in paragraphs:
        yield from (fault._replace(paragraph=paragraph["id"]) for fault in faults_of_paragraph(paragraph))


def faults_of_paragraph(paragraph: dict[str, object]) -> Iterator[Fault]:
    """What is wrong with one paragraph, written out or blacked out."""
    where = f"Paragraph {paragraph['id']}"
    if "redacted" in paragraph:
        yield from _members(where, paragraph, REDACTED, frozenset())
        yield from _values(where, paragraph, _REDACTED_TESTS)
    else:
        yield from _members(where, paragraph, PARAGRAPH_NEEDS, PARAGRAPH_MAY)
        yield from _values(where, paragraph, _PARAGRAPH)


def _faults_of_lists(sections: object) -> Iterator[Fault]:
    if not isinstance(sections, list) or not sections:
        yield Fault("“sections” is not a list with sections in it.")
        return
    for section in sections:
        if not isinstance(section, dict) or not is_id(section.get("id")):
            yield Fault("A section is not an object with an id.")
        elif not isinstance(section.get("paragraphs"), list):
            yield Fault(f"Section {section['id']} has no list of paragraphs.", section["id"])
        elif not all(isinstance(item, dict) and is_id(item.get("id")) for item in section["paragraphs"]):
            yield Fault(f"A paragraph of section {section['id']} is not an object with an id.", section["id"])


def _faults_of_tree(tree: object) -> Iterator[Fault]:
    if not isinstance(tree, dict) or set(tree) != {"algorithm", "header", "root", "sections"}:
        yield Fault("The hash tree does not have exactly the members algorithm, header, root and sections.")
    elif tree["algorithm"] != "SHA-256":
        yield Fault("The hash tree is not one of SHA-256.")
    elif not (is_hash(tree["header"]) and is_hash(tree["root"])):
        yield Fault("The hash tree has no hash of 64 hexadecimal digits as its header or root.")
    elif not isinstance(tree["sections"], list) or not all(map(_is_branch, tree["sections"])):
        yield Fault("A section of the hash tree is not an object of id, hash and leaves.")


def _is_branch(branch: object) -> bool:
    return (
        isinstance(branch, dict)
        and set(branch) == {"id", "hash", "leaves"}
        and is_id(branch["id"])
        and is_hash(branch["hash"])
        and isinstance(branch["leaves"], list)
        and all(map(_is_leaf, branch["leaves"]))
    )


def _is_leaf(leaf: object) -> bool:
    return isinstance(leaf, dict) and set(leaf) == {"id", "hash"} and is_id(leaf["id"]) and is_hash(leaf["hash"])


def _tests(name: str, value: object, tests: Mapping[str, Test], only: frozenset[str] | None = None) -> Iterator[Fault]:
    where = f"“{name}”"
    if not isinstance(value, dict):
        yield Fault(f"{where} is not an object.")
        return
    yield from _members(where, value, frozenset(tests), frozenset(value) if only is None else frozenset())
    yield from _values(where, value, tests)


def _members(where: str, value: dict[str, object], needs: frozenset[str], may: frozenset[str]) -> Iterator[Fault]:
    for name in sorted(needs - set(value)):
        yield Fault(f"{where} has no member “{name}”.")
    for name in sorted(set(value) - needs - may):
        yield Fault(f"{where} has a member that the format does not know: “{name[:40]}”.")


def _values(where: str, value: dict[str, object], tests: Mapping[str, Test]) -> Iterator[Fault]:
    for name, test in tests.items():
        if name in value and not test(value[name]):
            yield Fault(f"{where} has a “{name}” that is not of the right form.")
