"""Citations of an edition: BibTeX, RIS and CSL-JSON."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from confapp.proceedings.exports.dates import day_of, span
from confapp.proceedings.format import Document
from confapp.proceedings.tree import digest_of

# What BibTeX would take as markup. Braces are named, since it counts even escaped ones.
_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True)
class Citation:
    """What is needed to cite an edition; dates are partial dates as text."""

    key: str
    title: str
    conference: str
    place: str | None
    starts_on: str | None
    ends_on: str | None
    number: int
    publisher: str | None
    published_on: str
    url: str | None
    digest: str
    language: str


def citation(document: Document, *, url: str | None = None) -> Citation:
    """The citation of a sealed edition; `url` is its permanent address."""
    conference: Mapping[str, Any] = document["conference"]
    edition: Mapping[str, Any] = document["edition"]
    return Citation(
        key=f"{conference['slug']}-{edition['number']}",
        title=edition["title"],
        conference=conference["title"],
        place=conference.get("place"),
        starts_on=conference.get("starts_on"),
        ends_on=conference.get("ends_on"),
        number=edition["number"],
        publisher=edition.get("published_by"),
        published_on=day_of(edition["published_at"]).isoformat(),
        url=url,
        digest=digest_of(document["tree"]),
        language=edition["language"],
    )


def bibtex(cited: Citation) -> str:
    """An entry of kind `@proceedings`."""
    fields = {
        "title": _braced(cited.title),
        "eventtitle": _braced(cited.conference),
        "venue": _escaped(cited.place),
        "eventdate": "/".join(filter(None, (cited.starts_on, cited.ends_on))) or None,
        "year": cited.published_on[:4],
        "date": cited.published_on,
        "edition": str(cited.number),
        "publisher": _braced(cited.publisher),
        "url": _address(cited.url),
        "langid": cited.language,
        "note": _escaped(f"Digest {cited.digest}"),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@proceedings{{{cited.key},", *lines, "}", ""])


def ris(cited: Citation) -> str:
    """A record of type CONF, with CRLF as the format wants it."""
    fields = [
        ("TY", "CONF"),
        ("ID", cited.key),
        ("TI", cited.title),
        ("T2", cited.conference),
        ("CY", cited.place),
        ("PB", cited.publisher),
        ("PY", cited.published_on[:4]),
        ("DA", cited.published_on.replace("-", "/")),
        ("ET", str(cited.number)),
        ("LA", cited.language),
        ("UR", cited.url),
        ("N1", f"{span(cited.starts_on, cited.ends_on, 'en')}. Digest {cited.digest}".removeprefix(". ")),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in fields if value is not None)


def csl_json(cited: Citation) -> str:
    """A list of one item of type `book`: the proceedings as a whole, with the event that they record."""
    item = {
        "id": cited.key,
        "type": "book",
        "title": cited.title,
        "event-title": cited.conference,
        "event-place": cited.place,
        "event-date": _csl_date(cited.starts_on, cited.ends_on),
        "edition": str(cited.number),
        "publisher": cited.publisher,
        "issued": _csl_date(cited.published_on),
        "language": cited.language,
        "URL": cited.url,
        "note": f"Digest {cited.digest}",
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


def _csl_date(*dates: str | None) -> dict[str, list[list[int]]] | None:
    parts = [list(_numbers(date)) for date in dates if date]
    return {"date-parts": parts} if parts and all(parts) else None


def _numbers(date: str) -> Iterator[int]:
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", date):
        yield from map(int, date.split("-"))


def _escaped(text: str | None) -> str | None:
    return "".join(_BIBTEX.get(character, character) for character in _one_line(text)) if text else None


def _braced(text: str | None) -> str | None:
    """In braces of its own: styles that lower capitals leave the name as it is."""
    return f"{{{_escaped(text)}}}" if text else None


def _address(url: str | None) -> str | None:
    """Addresses are taken as they stand, so that what would end the field is written as in an address."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C") if url else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
