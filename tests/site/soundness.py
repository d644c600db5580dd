"""What is wrong with a page's HTML, said as sentences: what a strict reader and assistive technology rely on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from justhtml import JustHTML

from tests.site.walking import Page

# What stands inside a line, and so may hold no block.
PHRASING = """
    abbr b bdi bdo button cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd label legend mark p pre q s samp small span
    strong sub summary sup time u var
"""
BLOCKS = """
    address article aside blockquote dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr li main nav ol p pre section table ul
"""
ONLY = {
    "ul": {"li", "template", "script"},
    "ol": {"li", "template", "script"},
    "dl": {"dt", "dd", "div", "template", "script"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"td", "th"},
    "select": {"option", "optgroup"},
}
INTERACTIVE = ("a", "button", "input", "select", "textarea", "summary", "label")
FIELDS = "//input[not(@type='hidden' or @type='submit')] | //select | //textarea"
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list")
EVENT_OR_STYLE = "//@style | //@*[starts-with(name(), 'on')]"
SCRIPT_INSIDE = "//style | //script[not(@src) and not(@type='application/ld+json')]"


def problems(page: Page) -> list[str]:
    checks = (
        _read_strictly,
        _placed,
        _identified,
        _referred,
        _headed,
        _named,
        _tabulated,
        _framed,
        _nothing_inline,
        _machine_readable,
    )
    return [f"{page.address}: {problem}" for check in checks for problem in check(page)]


def _read_strictly(page: Page) -> Iterator[str]:
    for error in JustHTML(page.text, collect_errors=True, sanitize=False).errors:
        line = page.text.splitlines()[(error.line or 1) - 1].strip()
        yield f"{error.code} in line {error.line}: {line[:120]}"


def _placed(page: Page) -> Iterator[str]:
    """Elements in elements that may hold them."""
    for element in page.tree.iter(*PHRASING.split()):
        for inner in element.iter(*BLOCKS.split()):
            if inner is not element and not (element.tag == "summary" and inner.tag.startswith("h")):
                yield f"<{inner.tag}> inside <{element.tag}>"
    for tag, allowed in ONLY.items():
        for element in page.tree.iter(tag):
            yield from (
                f"<{child.tag}> as a child of <{tag}>"
                for child in element.iterchildren("*")
                if child.tag not in allowed
            )
    for element in page.tree.iter("a", "button"):
        yield from (f"<{inner.tag}> inside <{element.tag}>" for inner in element.iterdescendants(*INTERACTIVE))
    for group in page.tree.iter("dl"):
        if not group.xpath(".//dt") or not group.xpath(".//dd"):
            yield "a <dl> without a term or a description"
    yield from (
        f"an empty <{element.tag}>" for element in page.tree.iter("ul", "ol", "p", "tbody") if not _content(element)
    )


def _identified(page: Page) -> Iterator[str]:
    for name, count in Counter(page.tree.xpath("//@id")).items():
        if count > 1:
            yield f"id “{name}” stands there {count} times"
        if not name or any(character.isspace() for character in name):
            yield f"id “{name}” is none"


def _referred(page: Page) -> Iterator[str]:
    for attribute in REFERENCES:
        for value in page.tree.xpath(f"//@{attribute}"):
            yield from (
                f"{attribute} names “{name}”, which is not there" for name in value.split() if name not in page.ids
            )


def _headed(page: Page) -> Iterator[str]:
    headings = list(page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    levels = [int(element.tag[1]) for element in headings]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first rank"
    if levels and levels[0] != 1:
        yield f"the first heading is of rank {levels[0]}"
    for before, level, element in zip(levels, levels[1:], headings[1:], strict=False):
        if level > before + 1:
            yield f"a heading of rank {level} after one of {before}: {_content(element)}"
    yield from (f"an empty <{element.tag}>" for element in headings if not _content(element))


def _named(page: Page) -> Iterator[str]:
    labelled = set(page.tree.xpath("//label/@for"))
    for element in page.tree.xpath(FIELDS):
        if element.get("id") not in labelled and not _is_labelled(element) and not element.xpath("ancestor::label"):
            yield f"a field without a label: {element.get('name')}"
    for element in page.tree.iter("a", "button", "summary"):
        if not _content(element) and not _is_labelled(element):
            yield f"a <{element.tag}> without words: {dict(element.attrib)}"
    for element in page.tree.xpath("//img[not(@alt)] | //svg[not(@aria-hidden='true') and not(@role='img')]"):
        yield f"a picture without an alternative: {dict(element.attrib)}"
    for tag in ("nav", "aside"):
        names = Counter(element.get("aria-label") or element.get("aria-labelledby") for element in page.tree.iter(tag))
        if len(names) and (names.get(None, 0) > 1 or sum(names.values()) > len(names)):
            yield f"several <{tag}> of one name: {sorted(str(name) for name in names)}"


def _tabulated(page: Page) -> Iterator[str]:
    for table in page.tree.iter("table"):
        name = _content(table.find("caption")) if table.find("caption") is not None else ""
        if not name and not _is_labelled(table):
            yield "a table without a caption"
        if not table.xpath(".//th"):
            yield f"table “{name}” has no heading cell"
        yield from (f"table “{name}” has a <th> without scope" for head in table.iter("th") if not head.get("scope"))
        widths = {sum(int(cell.get("colspan", 1)) for cell in row) for row in table.iter("tr")}
        if len(widths) > 1 and not table.xpath(".//@rowspan"):
            yield f"table “{name}” has rows of {sorted(widths)} cells"


def _framed(page: Page) -> Iterator[str]:
    if not page.text.startswith("<!doctype html>"):
        yield "no doctype in its first line"
    if not (page.tree.findtext(".//title") or "").strip(" ·"):
        yield "no title"
    for query in ("//main", "//meta[@charset]", "//meta[@name='viewport']"):
        if len(page.tree.xpath(query)) != 1:
            yield f"{query} is not there once"
    if "user-scalable" in page.text:
        yield "it forbids zooming"


def _nothing_inline(page: Page) -> Iterator[str]:
    yield from (f"inline: {value}" for value in page.tree.xpath(EVENT_OR_STYLE))
    yield from (f"inside: {_content(element)[:80]}" for element in page.tree.xpath(SCRIPT_INSIDE))
    yield from (f"a link that acts: {value}" for value in page.tree.xpath("//@href[starts-with(., 'javascript:')]"))


def _machine_readable(page: Page) -> Iterator[str]:
    for element in page.tree.xpath("//script[@type='application/ld+json']"):
        data = json.loads(element.text)
        for entry in data if isinstance(data, list) else [data]:
            if entry.get("@context") != "https://schema.org" or not (entry.get("@type") or entry.get("@graph")):
                yield f"JSON-LD without context or type: {str(entry)[:80]}"
    for element in page.tree.xpath("//time[not(@datetime)]"):
        yield f"<time> without datetime: {_content(element)}"


def _content(element) -> str:
    pictures = "".join(element.xpath(".//@alt | .//svg//title/text()"))
    return " ".join((element.text_content() + pictures).split())


def _is_labelled(element) -> bool:
    return bool(element.get("aria-label") or element.get("aria-labelledby"))
