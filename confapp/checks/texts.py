"""Every text that people wrote about a conference, with its place and its language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from confapp.checks.findings import Severity, fault
from confapp.checks.material import Material
from confapp.checks.places import place
from confapp.db import Sourced
from confapp.organizations.models import NameKind

# The members of the material that have running text, and in which fields.
FIELDS: dict[str, tuple[str, ...]] = {
    "occasions": ("name", "meaning", "base_event"),
    "instruments": ("kind", "title", "issued_by", "summary"),
    "rulebooks": ("name",),
    "documents": ("title", "text", "author"),
    "organizations": ("name", "seat", "description"),
    "organs": ("name",),
    "organization_events": ("place", "text"),
    "officials": ("name", "affiliation", "biography"),
    "offices": ("title", "note"),
    "appointments": ("responsibility", "territory", "instrument_text", "end_reason", "note"),
    "committees": ("name", "mandate", "set_up_by", "outcome", "report"),
    "meetings": ("place", "summary"),
    "delegations": ("name", "credentials_note"),
    "delegates": ("title",),
    "guests": ("capacity",),
    "halls": ("name", "address"),
    "sessions": ("title", "place", "opening_note", "adjournment_note", "presiding_capacity"),
    "contributions": ("title", "abstract"),
    "letters": ("sender_name", "signatory", "capacity", "addressee", "via", "place", "subject", "text", "disposition"),
    "agendas": ("title", "adoption_note"),
    "items": ("title", "note", "outcome"),
    "rolls": ("note",),
    "entries": ("text",),
    "motions": ("summary", "text", "outcome", "history"),
    "text_changes": ("text", "outcome"),
    "rulings": ("text",),
    "votes": ("question", "method_text", "result_text", "note"),
    "printed_rolls": ("title", "note"),
    "decisions": ("title", "text", "manner"),
    "records": ("approval_note",),
    "overlays": ("text",),
}
OF_CONFERENCE = ("name", "short_name", "subtitle", "preceded_by", "description", "place", "venue", "category")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a field of a thing."""

    thing: Any
    place: str
    text: str
    language: str
    source: Sourced | None
    """What says where it comes from."""
    is_printed: bool = False
    """A spelling as some source prints it."""

    @property
    def severity(self) -> Severity:
        """How much a certain fault in it matters."""
        return Severity.WARNING if self.is_printed else fault(self.source)


def texts_of(material: Material) -> list[Text]:
    """All of them, each once."""
    return [text for text in _texts(material) if text.text.strip()]


def _texts(material: Material) -> Iterator[Text]:
    yield from _of_thing(material, material.conference, OF_CONFERENCE)
    for member, fields in FIELDS.items():
        for thing in getattr(material, member):
            yield from _of_thing(material, thing, fields)
    yield from _names(material)
    yield from _speakers(material)


def _of_thing(material: Material, thing: Any, fields: Sequence[str]) -> Iterator[Text]:
    stated = [(field, value) for field in fields if (value := getattr(thing, field, None))]
    translated = _translations(thing)
    if not stated and not translated:
        return
    address, source = place(material, thing), thing if isinstance(thing, Sourced) else None
    spoken = getattr(thing, "language", None) or material.conference.language or "en"
    for field, value in stated:
        yield Text(thing, f"{address}#{field}", value, spoken, source)
    for language, field, value in translated:
        yield Text(thing, f"{address}#translations.{language}.{field}", value, language, None)


def _translations(thing: Any) -> list[tuple[str, str, str]]:
    kept = getattr(thing, "translations", None) or {}
    return [
        (language, field, value)
        for language, fields in kept.items()
        if isinstance(fields, dict)
        for field, value in fields.items()
        if isinstance(value, str)
    ]


def _names(material: Material) -> Iterator[Text]:
    """Other names of bodies and people."""
    bodies = (material.conference, *material.organizations, *material.organs, *material.committees)
    spoken = material.conference.language or "en"
    for things, names_of in ((bodies, material.names_of_body), (material.officials, material.names_of_official)):
        for thing in things:
            for name in names_of.get(thing.id, ()):
                address = place(material, thing, f"names.{name.position}")
                is_printed = name.kind is NameKind.PRINTED
                yield Text(thing, address, name.name, name.language or spoken, name, is_printed=is_printed)


def _speakers(material: Material) -> Iterator[Text]:
    entries = {entry.id: entry for entry in material.entries}
    for speaker in material.speakers:
        entry = entries.get(speaker.entry_id)
        if entry is not None and speaker.capacity:
            address = place(material, entry, f"speakers.{speaker.position}.capacity")
            yield Text(entry, address, speaker.capacity, material.conference.language or "en", entry)
