"""The site map as sitemaps.org and search engines want it: all pages, each with its other languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from xml.etree import ElementTree as ET

from confapp import addresses, languages
from confapp.site.holdings import Holding
from confapp.site.xml import written

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
LARGEST = 50_000


def sitemap(holdings: list[Holding]) -> bytes:
    """All pages, or an index of the parts that list them where there are more than one file may hold."""
    return urls(holdings) if len(holdings) <= LARGEST else _index(holdings)


def part(holdings: list[Holding], number: int) -> bytes | None:
    """One of the parts; None where there is none of that number."""
    found = holdings[(number - 1) * LARGEST : number * LARGEST]
    return urls(found) if found else None


def urls(holdings: Iterable[Holding]) -> bytes:
    """Pages under the address at which the language is negotiated, with the address of each language."""
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    tags = list(languages.available())
    for holding in holdings:
        url = ET.SubElement(root, "url")
        address = addresses.neutral(holding.path)
        ET.SubElement(url, "loc").text = address
        if holding.changed is not None:
            ET.SubElement(url, "lastmod").text = holding.changed.isoformat(timespec="seconds")
        for tag, href in [*((tag, f"{address}?lang={tag}") for tag in tags), ("x-default", address)]:
            ET.SubElement(url, "xhtml:link", rel="alternate", hreflang=tag, href=href)
    return written(root)


def _index(holdings: list[Holding]) -> bytes:
    root = ET.Element("sitemapindex", xmlns=SITEMAP)
    for start in range(0, len(holdings), LARGEST):
        entry = ET.SubElement(root, "sitemap")
        ET.SubElement(entry, "loc").text = addresses.absolute(f"/sitemap-{start // LARGEST + 1}.xml")
        if changed := _latest(holdings[start : start + LARGEST]):
            ET.SubElement(entry, "lastmod").text = changed.isoformat(timespec="seconds")
    return written(root)


def _latest(holdings: Iterable[Holding]) -> datetime | None:
    return max((holding.changed for holding in holdings if holding.changed is not None), default=None)
