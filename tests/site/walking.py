"""Following every link of the public side, as a stranger with endless time would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import parse_qsl, unquote, urldefrag, urlencode, urljoin, urlsplit

from flask.testing import FlaskClient
from lxml import html

MOST = 3000
SEARCHES = 12  # answers to a question are asked for this often; each leads to many more
LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("form", "action"))
PARSER = html.HTMLParser(encoding="utf-8")


@dataclass(frozen=True)
class Link:
    """Where a page leads: an address, perhaps a place in it, and the element that says so."""

    address: str
    place: str
    element: html.HtmlElement

    @property
    def is_other_language(self) -> bool:
        """Whether it names the page itself, as it is in one language or another."""
        return self.element.get("hreflang") is not None or self.element.get("rel") == "canonical"


@dataclass(frozen=True)
class Page:
    """One answer."""

    address: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def is_html(self) -> bool:
        return self.headers["Content-Type"].startswith("text/html")

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    @cached_property
    def text(self) -> str:
        return self.body.decode()

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.body, parser=PARSER)

    @cached_property
    def ids(self) -> set[str]:
        return set(self.tree.xpath("//@id"))

    def links(self, base: str) -> Iterator[Link]:
        """What leads to this site, in the order of the page."""
        for tag, attribute in LINKS:
            for element in self.tree.iter(tag):
                if (value := element.get(attribute)) is None or value.startswith("data:"):
                    continue
                if tag == "form":  # as it is sent with its fields left empty
                    hidden = element.xpath(".//input[@type='hidden']")
                    query = urlencode([(field.get("name"), field.get("value")) for field in hidden])
                    value = urlsplit(value).path + (f"?{query}" if query else "")
                whole = urljoin(f"{base}{self.address}", value)
                if whole.startswith(f"{base}/"):
                    address, place = urldefrag(whole.removeprefix(base))
                    yield Link(address, unquote(place), element)


@dataclass
class Walk:
    """What a stranger who reads one language comes to from the front page."""

    client: FlaskClient
    base: str
    language: str
    pages: dict[str, Page] = field(default_factory=dict)
    searches: int = 0

    def __post_init__(self) -> None:
        waiting = [in_language("/", self.language)]
        seen = set(waiting)
        while waiting:
            page = self.visit(waiting.pop(0))
            self.pages[page.address] = page
            assert len(self.pages) < MOST, f"no end of pages: {list(self.pages)[-20:]}"
            if page.is_html and page.status == 200:
                new = [link.address for link in page.links(self.base) if not link.is_other_language]
                waiting += [
                    address for address in dict.fromkeys(new) if address not in seen and self.is_worthwhile(address)
                ]
                seen.update(new)

    def is_worthwhile(self, address: str) -> bool:
        if not dict(parse_qsl(urlsplit(address).query)).get("q"):
            return True
        self.searches += 1
        return self.searches <= SEARCHES

    def visit(self, address: str, **headers: str) -> Page:
        answer = self.client.get(address, headers=headers)
        return Page(address, answer.status_code, dict(answer.headers), answer.data)

    @cached_property
    def read(self) -> list[Page]:
        """The pages, without files and stylesheets."""
        return [page for page in self.pages.values() if page.is_html and page.status == 200]

    def links(self) -> Iterator[tuple[Page, Link]]:
        for page in self.read:
            for link in page.links(self.base):
                yield page, link


def language_of(address: str) -> str:
    return dict(parse_qsl(urlsplit(address).query)).get("lang", "")


def in_language(address: str, language: str) -> str:
    parts = urlsplit(address)
    pairs = [pair for pair in parse_qsl(parts.query) if pair[0] != "lang"]
    return f"{parts.path}?{urlencode([*pairs, ('lang', language)])}"
