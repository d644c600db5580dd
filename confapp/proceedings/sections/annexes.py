"""Documents of the conference that the public may see: annexed ones in full, the others by name."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from confapp.conferences.models import Document
from confapp.conferences.queries import public_documents
from confapp.formatting import format_date
from confapp.proceedings.format import Section
from confapp.proceedings.sections.writing import Compiling, Writer, behind, identifier, joined
from confapp.records.prose import sentences


def annexes(compiling: Compiling) -> Iterator[Section | None]:
    """A section for each document that is annexed or has a text, and one that lists the others."""
    documents = public_documents(compiling.conference)
    shown = [one for one in documents if one.annex or one.text]
    for one in shown:
        yield _annex(compiling, one)
    writer = Writer(compiling, "documents")
    for one in documents:
        if one not in shown:
            refs = [{"kind": "document", "id": one.key}]
            writer.add(identifier(one.key), "text", sentences([_named(compiling, one)]), refs=refs)
    yield writer.section("annex", _("Other documents"))


def _annex(compiling: Compiling, one: Document) -> Section | None:
    writer = Writer(compiling, f"annex.{one.key}")
    refs = [{"kind": "document", "id": one.key}]
    writer.add("head", "note", sentences(_head(compiling, one)), refs=refs)
    words = compiling.names.words(one, "text")
    scene = compiling.scene()
    for at, text in enumerate(scene.blocks(words) if words else (), start=1):
        writer.add(f"p{at}", "text", text, language=scene.language_of(words) if words else None)
    signed = [
        joined([scene.person(compiling.names.person(each.official)), each.capacity], ", ") for each in one.signatories
    ]
    if signed:
        people = [{"kind": "official", "id": each.official.slug} for each in one.signatories]
        writer.add("signed", "text", _("Signed: %(names)s.", names="; ".join(signed)), refs=people)
    title = compiling.plain(one, "title")
    label = _("Annex %(label)s", label=one.annex) if one.annex else ""
    facts = {"symbol": one.symbol, "date": str(one.issued_on) if one.issued_on else None, "kind": one.kind}
    return writer.section("annex", joined([label, title], ". "), label=one.annex, facts=facts)


def _head(compiling: Compiling, one: Document) -> Iterator[str]:
    facts = [one.symbol, format_date(one.issued_on, compiling.language) if one.issued_on else None]
    yield joined([compiling.name(one, "author"), *facts], ", ")
    if one.corrects is not None:
        yield _("Corrects: %(title)s", title=compiling.name(one.corrects, "title"))
    if not one.text:
        yield _("The text of this document is not reproduced here")


def _named(compiling: Compiling, one: Document) -> str:
    words = compiling.names.must(one, "title")
    issued = format_date(one.issued_on, compiling.language) if one.issued_on else None
    facts = [one.symbol, compiling.name(one, "author"), issued, one.url]
    return behind(compiling.scene().title(words), facts)
