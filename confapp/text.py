"""Text as people give it and as pages show it: cleaned on input, light Markdown, names for addresses."""

import re
import unicodedata
from functools import cache

import nh3
from anyascii import anyascii
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from confapp.scripts import JOINING_SCRIPTS, UNSPACED_SCRIPTS, direction, script_of
from confapp.searchable import highlight, query_terms, search_terms

__all__ = [
    "clean_line",
    "clean_text",
    "direction",
    "highlight",
    "inline_html",
    "markdown_html",
    "plain_text",
    "query_terms",
    "search_terms",
    "slugify",
]

LINE_ENDS = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")
ZWSP, ZWNJ, ZWJ = "\u200b", "\u200c", "\u200d"
DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
# Openers with their closers. Overrides are left out: they make a name read as another one.
CLOSERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
NONCHARACTERS_FROM, NONCHARACTERS_TO, PLANE = 0xFDD0, 0xFDEF, 0xFFFE

BLOCK_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote"}
LINK_SCHEMES = {"http", "https", "mailto"}
POSSESSIVE = re.compile(r"['’ʼ](?=[st]\b)")
NO_SLUG = re.compile(r"[^a-z0-9]+")


def clean_text(text: str) -> str:
    """Text of several lines as it is kept: NFC, line feeds between lines, at most one blank line, no invisible noise.

    ZWJ and ZWNJ stay where a script or an emoji needs them; marks of direction stay and are closed in their line.
    """
    lines = (_clean(line).rstrip() for line in LINE_ENDS.split(text))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def clean_line(text: str) -> str:
    """Text of one line as it is kept: as `clean_text`, with every run of spaces as one space."""
    return " ".join(_clean(" ".join(text.split())).split())


def _clean(line: str) -> str:
    kept: list[str] = []
    visible = [char for char in unicodedata.normalize("NFC", line) if _may_stay(char)]
    for at, char in enumerate(visible):
        if char not in {ZWSP, ZWNJ, ZWJ} or _joins(char, kept[-1:], visible[at + 1 : at + 2]):
            kept.append(" " if char == "\t" else char)
    return unicodedata.normalize("NFC", _balanced(kept))


def _may_stay(char: str) -> bool:
    category = unicodedata.category(char)
    if category == "Cf":
        return char in DIRECTION_MARKS or char in {ZWSP, ZWNJ, ZWJ} or char in CLOSERS or char in CLOSERS.values()
    if category == "Cn":
        return not (NONCHARACTERS_FROM <= ord(char) <= NONCHARACTERS_TO or ord(char) & PLANE == PLANE)
    return category not in {"Cc", "Cs"} or char == "\t"


def _joins(char: str, before: list[str], after: list[str]) -> bool:
    if not before or not after or after[0] in {ZWSP, ZWNJ, ZWJ}:
        return False
    if char == ZWSP:
        return script_of(before[0]) in UNSPACED_SCRIPTS
    is_emoji = unicodedata.category(before[0]) in {"So", "Sk"} or before[0] == "\ufe0f"
    return script_of(before[0]) in JOINING_SCRIPTS or (char == ZWJ and is_emoji)


def _balanced(chars: list[str]) -> str:
    closers: list[str] = []
    kept = []
    for char in chars:
        if char in CLOSERS:
            closers.append(CLOSERS[char])
        elif char in CLOSERS.values():
            if not closers or closers[-1] != char:
                continue
            closers.pop()
        kept.append(char)
    return "".join(kept + closers[::-1])


def slugify(text: str, *, max_length: int = 100) -> str:
    """A name for addresses in lower-case ASCII, from any script; empty where nothing of it can be spelled."""
    letters = (
        f" {anyascii(char)} " if script_of(char) == "CJK" else anyascii(char).replace("'", "")
        for char in POSSESSIVE.sub("", unicodedata.normalize("NFKC", text)).replace("'", " ").replace("’", " ")
    )
    slug = NO_SLUG.sub("-", "".join(letters).lower()).strip("-")
    if len(slug) > max_length:
        slug = slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]
    return slug


@cache
def _markdown() -> MarkdownIt:
    inline = ["emphasis", "link", "autolink", "newline", "escape", "entity"]
    return MarkdownIt("zero").enable([*inline, "list", "blockquote"])


def _sanitised(html: str, tags: set[str]) -> Markup:
    whole = html.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no letter
    clean = nh3.clean(
        whole, tags=tags, attributes={"a": {"href"}, "ol": {"start"}}, url_schemes=LINK_SCHEMES, link_rel="noopener"
    )
    return Markup(clean)  # noqa: S704 -- nh3 lets through nothing but the tags above


def markdown_html(text: str) -> Markup:
    """Light Markdown (paragraphs, emphasis, links, lists, quotations) as safe HTML; other markup shows as text."""
    return _sanitised(_markdown().render(text).strip(), BLOCK_TAGS)


def inline_html(text: str) -> Markup:
    """Light Markdown of one paragraph (emphasis and links) as safe HTML without a block around it."""
    return _sanitised(_markdown().renderInline(text), {"em", "strong", "a", "br"})


def plain_text(markdown: str) -> str:
    """What a reader of light Markdown reads, without marks; paragraphs are parted by a blank line."""
    paragraphs = []
    number = ""
    for token in _markdown().parse(markdown):
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            paragraphs.append(number + "".join(map(_plain, token.children or [])))
            number = ""
    return "\n\n".join(paragraphs)


def _plain(token: Token) -> str:
    return "\n" if token.type in {"softbreak", "hardbreak"} else token.content
