"""What a reader sees of a page."""

from __future__ import annotations

import html
import re


def words(markup: str) -> str:
    """The text of some markup with single spaces, punctuation close to its word."""
    text = " ".join(re.sub(r"<[^>]*>", " ", markup).split())
    return re.sub(r" ([,;:.)])", r"\1", html.unescape(text)).replace("( ", "(")


def part(text: str, start: str, end: str) -> str:
    """The words between two pieces of markup."""
    begin = text.index(start)
    return words(text[text.index(">", begin) + 1 : text.index(end, begin)])


def links(text: str, start: str = "<main", end: str = "</main>") -> list[str]:
    """Where a part of a page leads, in its order."""
    begin = text.index(start)
    return re.findall(r'href="([^"]+)"', text[begin : text.index(end, begin)])
