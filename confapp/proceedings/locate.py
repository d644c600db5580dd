"""Find the paragraph that a place in a damaged file belongs to, where the file cannot be read as a whole any more.

The hash tree stands at the end of the file, in one piece more often than not, and lists the paragraphs in order.
"""

import json
from collections.abc import Iterator

from confapp.proceedings.tree import leaf_hash

_PARAGRAPHS = '"paragraphs":['
_TREE = ',"tree":'


def paragraph_at(text: str, position: int | None) -> str | None:
    """The first paragraph that differs from its hash, cannot be read, or reaches beyond the position."""
    start = text.rfind(_TREE)
    if start < 0 or (position is not None and position > start):
        return None
    decoder = json.JSONDecoder()
    cursor = 0
    for leaves in _leaves(text[start + len(_TREE) : -1]):
        cursor = text.find(_PARAGRAPHS, cursor, start)
        if cursor < 0:
            return None
        cursor += len(_PARAGRAPHS)
        for name, stated in leaves:
            try:
                paragraph, end = decoder.raw_decode(text, cursor)
                differs = leaf_hash(paragraph) != stated
            except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
                return name
            if differs or (position is not None and end > position >= cursor):
                return name
            cursor = end + 1
    return None


def _leaves(text: str) -> Iterator[list[tuple[str, str]]]:
    try:
        tree = json.loads(text)
        yield from [[(leaf["id"], leaf["hash"]) for leaf in branch["leaves"]] for branch in tree["sections"]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return
