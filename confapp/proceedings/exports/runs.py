"""A paragraph's light Markdown as runs of text: what every export sets in its own way."""

import re
from collections.abc import Collection, Iterator
from typing import NotRequired, TypedDict

from markdown_it import MarkdownIt
from markdown_it.token import Token


class Run(TypedDict):
    """A stretch of text set in one way; `sc` are small capitals (a delegation's name), `br` is a new line."""

    t: str
    em: NotRequired[bool]
    strong: NotRequired[bool]
    url: NotRequired[str]
    sc: NotRequired[bool]
    br: NotRequired[bool]


_ADDRESS = ("https://", "http://", "mailto:")
_markdown = MarkdownIt("zero", {"linkify": False}).enable(["emphasis", "link", "escape", "newline", "balance_pairs"])


def runs(text: str, delegations: Collection[str] = ()) -> list[Run]:
    """Split a text where its setting changes; nothing in it but emphasis and links is taken as markup."""
    names = _pattern(delegations)
    found: list[Run] = []
    for run in _runs(text):
        # Below its first line a list of participants has titles, in which a State's name is part of a phrase.
        names = None if "br" in run else names
        found += _with_small_capitals(run, names)
    return found


def plain(text: str) -> str:
    """The text without its markup."""
    return "".join("\n" if "br" in run else run["t"] for run in _runs(text))


def _runs(text: str) -> Iterator[Run]:
    marks: Run = {"t": ""}
    for token in _inline(text):
        if token.type in ("softbreak", "hardbreak"):
            yield {"t": "", "br": True}
        elif token.content:
            yield {**marks, "t": token.content}
        else:
            _turn(marks, token)


def _inline(text: str) -> list[Token]:
    tokens = _markdown.parseInline(text)
    return tokens[0].children or []


def _turn(marks: Run, token: Token) -> None:
    if token.type == "em_open":
        marks["em"] = True
    elif token.type == "em_close":
        marks.pop("em", None)
    elif token.type == "strong_open":
        marks["strong"] = True
    elif token.type == "strong_close":
        marks.pop("strong", None)
    elif token.type == "link_open" and str(token.attrs["href"]).startswith(_ADDRESS):
        marks["url"] = str(token.attrs["href"])
    elif token.type == "link_close":
        marks.pop("url", None)


def _pattern(names: Collection[str]) -> re.Pattern[str] | None:
    longest_first = sorted(filter(None, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else None


def _with_small_capitals(run: Run, names: re.Pattern[str] | None) -> list[Run]:
    if names is None or "br" in run:
        return [run]
    parts = names.split(run["t"])
    marked = [{**run, "t": part, "sc": True} if index % 2 else {**run, "t": part} for index, part in enumerate(parts)]
    return [part for part in marked if part["t"]]  # type: ignore[misc]
