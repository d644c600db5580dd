"""The text of a paragraph: light Markdown, what it speaks of as links, its parts in other languages marked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from confapp import addresses
from confapp.text import inline_html

TAG = re.compile(r"(<[^>]*>)")
# Noncharacters, which no kept text has: they stand where a part in another language begins and ends.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
FOREIGN = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


@dataclass(frozen=True, slots=True)
class Links:
    """Where the things that an edition speaks of are found; delegations only once the list of them is issued."""

    slug: str
    with_delegations: bool

    def address(self, kind: str, key: str) -> str:
        """The page of a thing, or nothing."""
        if kind == "official":
            return addresses.official(key)
        if kind == "delegation" and self.with_delegations:
            return addresses.delegation(self.slug, key)
        return ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a paragraph has it."""

    text: str
    href: str
    is_delegation: bool

    def marked(self, *, is_first: bool) -> str:
        """The name in markup: small capitals for delegations, a link at its first mention."""
        text = html.escape(self.text, quote=False)
        style = "ref delegation" if self.is_delegation else "ref"
        if self.href and is_first:
            return f'<a class="{style}" href="{html.escape(self.href)}">{text}</a>'
        return f'<span class="delegation">{text}</span>' if self.is_delegation else text


def names_in(refs: Iterable[Mapping[str, Any]], links: Links) -> dict[str, Name]:
    """The delegations and people that a paragraph names, by the names it gives them."""
    found: dict[str, Name] = {}
    for ref in refs:
        text, kind = str(ref.get("text") or ""), str(ref.get("kind"))
        if text and kind in {"delegation", "official"}:
            found.setdefault(text, Name(text, links.address(kind, str(ref.get("id"))), kind == "delegation"))
    return found


def paragraph_html(text: str, names: Mapping[str, Name], foreign: Sequence[Sequence[Any]] = ()) -> Markup:
    """A paragraph's text as markup; `foreign` are its parts in other languages as `[start, end, language]`."""
    tags = [str(tag) for _start, _end, tag in foreign]
    marked = _with_languages(str(inline_html(_bounded(text, foreign))), tags)
    lines = marked.replace("<br>\n", "<br>").replace("\n", "<br>")
    return Markup(_with_names(lines, names))  # noqa: S704  inline_html lets nothing harmful through, names are escaped


def _bounded(text: str, foreign: Sequence[Sequence[Any]]) -> str:
    """Mark where foreign parts begin and end, so that Markdown can be read across their bounds."""
    done, pieces = 0, []
    for start, end, _tag in foreign:
        pieces += [text[done:start], OPEN, text[start:end], CLOSE]
        done = end
    return "".join([*pieces, text[done:]])


def _with_languages(markup: str, tags: Sequence[str]) -> str:
    left = iter(tags)

    def marked(match: re.Match[str]) -> str:
        tag, inside = next(left, ""), match[1]
        # Emphasis may begin outside the part and end in it; then its language stays unsaid.
        whole = inside.count("</") * 2 == len(TAG.findall(inside)) - inside.count("<br>")
        return f'<span lang="{html.escape(tag)}">{inside}</span>' if tag and whole else inside

    return FOREIGN.sub(marked, markup)


def _with_names(markup: str, names: Mapping[str, Name]) -> str:
    """Mark names in the text between tags, but not in links."""
    pattern = _pattern(names)
    if pattern is None:
        return markup
    seen: set[str] = set()
    in_link = False

    def marked(match: re.Match[str]) -> str:
        name = names[html.unescape(match[0])]
        is_first = name.href not in seen
        seen.add(name.href)
        return name.marked(is_first=is_first)

    pieces = TAG.split(markup)
    for at, piece in enumerate(pieces):
        if piece.startswith("<"):
            in_link = (in_link or piece.startswith("<a ")) and piece != "</a>"
        elif piece and not in_link:
            pieces[at] = pattern.sub(marked, piece)
    return "".join(pieces)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted((html.escape(name, quote=False) for name in names), key=len, reverse=True)
    return re.compile(rf"(?<![\w&])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else None
