"""Two languages that nobody speaks: English dressed up, both ways round, to find what is not translated."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from confapp.languages import LANGUAGES
from confapp.resources import PACKAGE, bundled

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
DRESSED = "åƀçđéƒĝĥîĵķļɱñöƥɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖƤɊŔŠŢÛṼŴẊÝŽ"
TABLE = str.maketrans(PLAIN, DRESSED)
KEPT = re.compile(r"(%\([a-z_0-9]+\)[sd]|%%|<[^>]*>|&[a-z]+;|\{[a-z_0-9]*\})", re.IGNORECASE)
KEYWORDS = {"_": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


class PseudoLocale(Locale):
    """A language's rules under a tag of its own."""

    def __init__(self, language: str, name: str) -> None:
        super().__init__(language)
        assert self._data  # loads the rules of the real language before the name changes
        self.name = name

    def __str__(self) -> str:
        return getattr(self, "name", None) or super().__str__()


PSEUDO = {"en-XA": PseudoLocale("en", "en_XA"), "ar-XB": PseudoLocale("ar", "ar_XB")}


def dress(text: str) -> str:
    """English that reads as such but has no plain letter left, except in what is filled in."""
    return "".join(part if KEPT.fullmatch(part) else part.translate(TABLE) for part in KEPT.split(text))


@cache
def messages() -> list[tuple]:
    """Every message of code and templates."""
    options = {"**.html": {"silent": "false", "trimmed": "true"}}
    methods = [
        ("frontend/**", "ignore"),
        ("**.py", "python"),
        ("**.html", "jinja2"),
        ("**.txt", "jinja2"),
        ("**.xml", "jinja2"),
    ]
    return [
        (message, context)
        for folder in (PACKAGE, bundled("templates"))
        for _file, _line, message, _comments, context in extract_from_dir(
            str(folder), methods, options_map=options, keywords=KEYWORDS
        )
    ]


def pseudo_catalogue(locale: Locale) -> Catalog:
    catalogue = Catalog(locale=locale.language)
    plurals = catalogue.num_plurals
    for message, context in messages():
        many = isinstance(message, tuple)
        texts = [dress(part) for part in message] if many else dress(message)
        string = tuple(texts[:1] + texts[1:] * (plurals - 1)) if many else texts
        catalogue.add(message, string, context=context)
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def put(folder: Path, name: str, content: bytes) -> None:
    path = folder / name / "LC_MESSAGES" / "messages.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)


@pytest.fixture(scope="session")
def languages(tmp_path_factory) -> dict[str, object]:
    """Settings with the real languages, freshly compiled, and the two that nobody speaks."""
    folder = tmp_path_factory.mktemp("translations")
    for locale in PSEUDO.values():
        put(folder, str(locale), compiled(pseudo_catalogue(locale)))
    for path in (PACKAGE / "translations").glob("*/LC_MESSAGES/messages.po"):
        with path.open("rb") as file:
            put(folder, path.parent.parent.name, compiled(read_po(file)))
    return {"LANGUAGES": {**LANGUAGES, **PSEUDO}, "BABEL_TRANSLATION_DIRECTORIES": str(folder)}
