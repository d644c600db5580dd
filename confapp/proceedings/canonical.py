"""The canonical form of an edition: RFC 8785 (JCS), restricted so far that one text has one spelling.

Allowed are objects, lists, strings, integers that every JSON reader holds exactly, booleans and null. Names of members
are printable ASCII, strings are in Unicode's NFC and without control characters but tab and line feed. What is left
of RFC 8785 under these limits is `json.dumps` with sorted names and no white space.
"""

import json
import unicodedata
from collections import Counter
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | int | bool | None"

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 48
MAX_INTEGER = 2**53 - 1
MAX_DIGITS = 17

_CONTROLS = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0)))) - {"\t", "\n"}


class CanonicalError(ValueError):
    """The value cannot stand in an edition; the message says why, and `path` where."""

    def __init__(self, message: str, path: Path = ()) -> None:
        """Keep the way to the value, from the outside in."""
        super().__init__(message)
        self.path = path


class JsonError(ValueError):
    """The text is not JSON, or not of the restricted kind; `position` is a place in the text where that is known."""

    def __init__(self, message: str, position: int | None = None) -> None:
        """Keep the place."""
        super().__init__(message)
        self.position = position


def dump(value: object) -> bytes:
    """The canonical bytes of a value that `check` has passed."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode()


def parse(text: str) -> JsonValue:
    """Read JSON strictly: no member twice, no fractions, no integers that readers would round."""
    try:
        value: JsonValue = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except json.JSONDecodeError as error:
        raise JsonError(f"this is not JSON ({error.msg.lower()})", error.pos) from None
    except RecursionError:
        raise JsonError(f"it is nested more than {MAX_DEPTH} deep") from None
    return value


def check(value: object, path: Path = ()) -> None:
    """Refuse what has no canonical form, naming the first such place in reading order."""
    if len(path) > MAX_DEPTH:
        raise CanonicalError(f"it is nested more than {MAX_DEPTH} deep", path)
    if isinstance(value, dict):
        for name, inner in value.items():
            _check_name(name, path)
            check(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            check(inner, (*path, index))
    else:
        _check_scalar(value, path)


def unassigned(text: str) -> list[str]:
    """Characters that this Unicode version does not know: a newer one might compose them otherwise."""
    return sorted(character for character in set(text) if unicodedata.category(character) == "Cn")


def _check_name(name: object, path: Path) -> None:
    if not (isinstance(name, str) and name and name.isascii() and name.isprintable()):
        raise CanonicalError(f"the member name {name!a} is not printable ASCII", path)


def _check_scalar(value: object, path: Path) -> None:
    if isinstance(value, str):
        _check_string(value, path)
    elif isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise CanonicalError("an integer is larger than 2^53 - 1", path)
    elif value is not None:
        raise CanonicalError(f"a value of type {type(value).__name__} has no place in an edition", path)


def _check_string(value: str, path: Path) -> None:
    if value.isascii() and value.isprintable():
        return
    if not _CONTROLS.isdisjoint(value):
        raise CanonicalError("a text has control characters in it", path)
    if any("\ud800" <= character <= "\udfff" for character in set(value)):
        raise CanonicalError("a text has half of a surrogate pair in it", path)
    if not unicodedata.is_normalized("NFC", value):
        raise CanonicalError("a text is not in Unicode's normal form NFC", path)


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    members = dict(pairs)
    if len(members) < len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise JsonError(f"the member {twice!a} stands twice in one object")
    return members


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise JsonError("an integer is larger than 2^53 - 1")
    return int(digits)


def _no_fraction(literal: str) -> int:
    raise JsonError(f"the number {literal[:20]} is not an integer")
