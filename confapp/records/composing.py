"""A drafted record with its editors' paragraphs; nobody's paragraph loses its name by another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from confapp.records.drafting import draft
from confapp.records.material import SessionMaterial
from confapp.records.models import Overlay, OverlayPlace
from confapp.records.paragraphs import Paragraph, paragraph_id
from confapp.records.phrases import phrases_for

ORPHANED = "orphaned"
PROSE = "text"
Placed = Mapping[str, list[Paragraph]]


def compose(material: SessionMaterial, language: str, overlays: Sequence[Overlay]) -> list[Paragraph]:
    """Draft a session's record and set the editors' paragraphs into it, in their order.

    An editor's paragraph stands before, after or instead of what is told of its log entry; tables, texts and decisions
    of an entry stay when its prose is replaced. One whose entry is not told of any more goes to the end behind a note.
    """
    ordered = sorted(overlays, key=lambda one: one.position)
    apart = {one.anchor for one in ordered if one.anchor and one.place is not OverlayPlace.AFTER}
    text = draft(material, language, apart=apart)
    told = {uid for one in text for uid in one.entries}
    composed = list(_set_in(text, [one for one in ordered if one.anchor in told], material.label))
    for overlay in ordered:
        if overlay.anchor is None:
            composed += overlay_paragraphs(overlay, material.label, language)
        elif overlay.anchor not in told:
            composed += _orphaned(overlay, material.label, language)
    return composed


def orphans(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The notes for the editor over paragraphs that have lost their place."""
    return [one for one in paragraphs if ORPHANED in one.data]


def overlay_paragraphs(overlay: Overlay, label: str, language: str) -> list[Paragraph]:
    """An editor's text; each of its paragraphs has a name that comes from the overlay's own."""
    blocks = [block.strip() for block in overlay.text.split("\n\n") if block.strip()]
    return [
        Paragraph(paragraph_id(label, _key(overlay), "" if at == 1 else str(at)), PROSE, block, language)
        for at, block in enumerate(blocks, start=1)
    ]


def _set_in(text: Sequence[Paragraph], overlays: Sequence[Overlay], label: str) -> Iterator[Paragraph]:
    language = text[0].language
    placed: dict[OverlayPlace, Placed] = {place: defaultdict(list) for place in OverlayPlace}
    for one in overlays:
        placed[one.place][one.anchor or ""].extend(overlay_paragraphs(one, label, language))
    instead = placed[OverlayPlace.INSTEAD]
    first, last = _ends(text)
    for at, paragraph in enumerate(text):
        beginning = [uid for uid in paragraph.entries if first[uid] == at]
        yield from _at(placed[OverlayPlace.BEFORE], beginning)
        yield from _at(instead, beginning)
        if paragraph.kind != PROSE or not any(uid in instead for uid in paragraph.entries):
            yield paragraph
        yield from _at(placed[OverlayPlace.AFTER], [uid for uid in paragraph.entries if last[uid] == at])


def _at(placed: Placed, uids: Sequence[str]) -> Iterator[Paragraph]:
    for uid in uids:
        yield from placed.get(uid, ())


def _ends(text: Sequence[Paragraph]) -> tuple[dict[str, int], dict[str, int]]:
    """Where each entry's first and last paragraph stand."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for at, paragraph in enumerate(text):
        for uid in paragraph.entries:
            first.setdefault(uid, at)
            last[uid] = at
    return first, last


def _orphaned(overlay: Overlay, label: str, language: str) -> list[Paragraph]:
    note = Paragraph(
        paragraph_id(label, _key(overlay), "lost"),
        "note",
        phrases_for(language).LOST_PLACE,
        language,
        data={ORPHANED: overlay.uid},
    )
    return [note, *overlay_paragraphs(overlay, label, language)]


def _key(overlay: Overlay) -> str:
    return f"e{sha256(overlay.uid.encode()).hexdigest()[:10]}"
