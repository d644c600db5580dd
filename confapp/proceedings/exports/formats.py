"""The forms that an edition can be had in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from confapp.proceedings.exports.citations import Citation, bibtex, citation, csl_json, ris
from confapp.proceedings.exports.pdf import pdf
from confapp.proceedings.format import Document

Writer = Callable[[bytes, str | None], bytes]


@dataclass(frozen=True)
class Format:
    """A form: how its files end, what they are for browsers, and how one is made from an edition's bytes.

    The writer also takes the edition's public address, where it has one.
    """

    suffix: str
    media_type: str
    write: Writer


def read(content: bytes) -> Document:
    """The document in the bytes of an edition that confapp keeps; strangers' files go through `verify`."""
    return cast("Document", json.loads(content))


def _cited(write: Callable[[Citation], str]) -> Writer:
    return lambda content, url: write(citation(read(content), url=url)).encode()


FORMATS: dict[str, Format] = {
    "json": Format(".json", "application/json", lambda content, _url: content),
    "pdf": Format(".pdf", "application/pdf", lambda content, url: pdf(read(content), url=url)),
    "bib": Format(".bib", "application/x-bibtex", _cited(bibtex)),
    "ris": Format(".ris", "application/x-research-info-systems", _cited(ris)),
    "csl": Format(".csl.json", "application/vnd.citationstyles.csl+json", _cited(csl_json)),
}
