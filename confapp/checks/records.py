"""Records in several languages, held against each other, and translations with other figures (R33)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext as _

from confapp.checks.agendas import OVER
from confapp.checks.excerpts import listed
from confapp.checks.findings import Finding, Severity
from confapp.checks.material import Material, grouped
from confapp.checks.places import place
from confapp.checks.texts import FIELDS, Text
from confapp.records.models import RecordState, SessionRecord

FIGURES = re.compile(r"[0-9]+")
TWELVE_HOURS = re.compile(r"\b[ap]\.?\s?m\b", re.IGNORECASE)
MOST_SHOWN = 5


def languages(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Approved records of one session of which one lacks a paragraph, or has other figures."""
    approved = [one for one in material.records if one.state is RecordState.APPROVED and one.paragraphs is not None]
    for session_id, records in grouped(approved, lambda one: one.session_id).items():
        records.sort(key=lambda one: (not one.is_authentic, one.record_language))
        for other in records[1:]:
            yield from _beside(material, records[0], other, material.session_by_id[session_id].label)


def _beside(material: Material, first: SessionRecord, other: SessionRecord, label: str) -> Iterator[Finding]:
    mine, theirs = _paragraphs(first), _paragraphs(other)
    for here, there, record in ((mine, theirs, other), (theirs, mine, first)):
        missing = [id_ for id_ in here if id_ not in there]
        if missing:
            message = _(
                "The record of session %(label)s in %(language)s lacks paragraphs that another language has: %(ids)s.",
                label=label,
                language=record.record_language,
                ids=listed(missing[:MOST_SHOWN]),
            )
            where = place(material, record, "paragraphs")
            suggestion = _("Draft the record again in this language.")
            yield Finding("translation-incomplete", Severity.ERROR, where, message, suggestion, tuple(missing))
    odd = [id_ for id_ in mine if id_ in theirs and _differ(mine[id_], theirs[id_])]
    if odd:
        message = _(
            "The record of session %(label)s has other figures in %(language)s: %(ids)s.",
            label=label,
            language=other.record_language,
            ids=listed(odd[:MOST_SHOWN]),
        )
        where = place(material, other, "figures")
        yield Finding("translation-figures", Severity.WARNING, where, message, evidence=tuple(odd))


def _paragraphs(record: SessionRecord) -> dict[str, str]:
    kept: list[dict[str, Any]] = record.paragraphs or []
    return {str(one.get("id", "")): str(one.get("text", "")) for one in kept}


def _differ(one: str, other: str) -> bool:
    """Whether both have as many figures, and other ones; hours of twelve are written as others elsewhere."""
    if TWELVE_HOURS.search(one) or TWELVE_HOURS.search(other):
        return False
    mine, theirs = Counter(FIGURES.findall(one)), Counter(FIGURES.findall(other))
    return sum(mine.values()) == sum(theirs.values()) and mine != theirs


def translations(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Translations of a title or a text with other figures than the original."""
    for member in FIELDS:
        for thing in getattr(material, member):
            yield from _translated(material, thing)
    yield from _translated(material, material.conference)


def _translated(material: Material, thing: Any) -> Iterator[Finding]:
    kept = getattr(thing, "translations", None) or {}
    for language, fields in kept.items():
        for field, value in fields.items() if isinstance(fields, Mapping) else ():
            original = getattr(thing, field, None)
            if isinstance(original, str) and isinstance(value, str) and _differ(original, value):
                message = _(
                    "The translation has other figures: “%(original)s”, “%(value)s”.",
                    original=original[:80],
                    value=value[:80],
                )
                where = place(material, thing, f"translations.{language}.{field}")
                yield Finding("translation-figures", Severity.WARNING, where, message, evidence=(original, value))


def unrecorded(material: Material, _texts: list[Text]) -> Iterator[Finding]:
    """Sessions without an approved record, once the conference is over."""
    if material.conference.state not in OVER:
        return
    recorded = {one.session_id for one in material.records if one.state is RecordState.APPROVED}
    missing = [one.label for one in material.sessions if material.is_held(one) and one.id not in recorded]
    if missing:
        message = _("These sessions have no approved record yet: %(sessions)s.", sessions=listed(missing))
        yield Finding("record-missing", Severity.INFO, "records#missing", message, evidence=tuple(missing))
