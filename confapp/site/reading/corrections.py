"""Corrigenda to records beside the text of an edition that has those records as they were approved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from confapp import addresses
from confapp.participation.models import Delegation
from confapp.proceedings.format import Document, paragraphs_of
from confapp.proceedings.sections.writing import identifier
from confapp.records.models import Corrigendum
from confapp.records.paragraphs import paragraph_id
from confapp.site.markup import day
from confapp.site.reading.paragraphs import Corrected
from confapp.text import inline_html


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrigendum, as the page shows it."""

    id: str
    number: int
    session: str
    paragraph_href: str
    issued: Markup
    old: Markup
    new: Markup
    reason: Markup
    requested_by: str


def corrected_by(corrigenda: Iterable[Corrigendum], document: Document) -> dict[str, list[Corrected]]:
    """Corrigenda by the paragraphs that they correct; they lead to the edition's own note, or to the later ones."""
    there = {paragraph["id"] for paragraph in paragraphs_of(document)}
    found: dict[str, list[Corrected]] = {}
    for one in corrigenda:
        note = note_id(one, document)
        place = note if note in there else place_of(one)
        found.setdefault(_paragraph(one, document), []).append(Corrected(one.number, f"#{place}"))
    return found


def later(corrigenda: Iterable[Corrigendum], document: Document, slug: str) -> list[Correction]:
    """Those that were issued after the edition was published."""
    there = {paragraph["id"] for paragraph in paragraphs_of(document)}
    return [
        Correction(
            id=place_of(one),
            number=one.number,
            session=one.record.session.label,
            paragraph_href=addresses.proceedings(slug, _paragraph(one, document)),
            issued=day(one.issued),
            old=inline_html(one.old_text),
            new=inline_html(one.new_text),
            reason=inline_html(one.reason),
            requested_by=_requested_by(one.requested_by),
        )
        for one in corrigenda
        if note_id(one, document) not in there
    ]


def place_of(one: Corrigendum) -> str:
    """Where a later corrigendum stands on the page."""
    return f"corrigendum-{one.record.session.label}-{one.record.record_language}-{one.number}"


def note_id(one: Corrigendum, document: Document) -> str:
    """The paragraph that an edition gives to a corrigendum that was there when it was published."""
    return identifier(paragraph_id(one.record.session.label, _prefix(one, document), f"corrigendum-{one.number}"))


def _paragraph(one: Corrigendum, document: Document) -> str:
    """The corrected paragraph under its name in the edition, which for other languages says so."""
    prefix = _prefix(one, document)
    own = paragraph_id(one.record.session.label, "")
    return identifier(f"{own}.{prefix}{one.paragraph.removeprefix(own)}") if prefix else one.paragraph


def _prefix(one: Corrigendum, document: Document) -> str:
    language = one.record.record_language
    return "" if language == document["edition"]["language"] else language


def _requested_by(delegation: Delegation | None) -> str:
    return delegation.name if delegation is not None else ""
