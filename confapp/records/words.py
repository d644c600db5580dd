"""Kinds, states and places of records in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.formatting import locale_of
from confapp.records.models import ApprovalManner, OverlayPlace, RecordKind, RecordState
from confapp.records.phrases import LANGUAGES

KINDS: dict[RecordKind, LazyString] = {
    RecordKind.SUMMARY: _l("Summary record"),
    RecordKind.VERBATIM: _l("Verbatim record"),
}
STATES: dict[RecordState, LazyString] = {
    RecordState.DRAFT: _l("Draft"),
    RecordState.CIRCULATED: _l("Circulated"),
    RecordState.CORRECTED: _l("Corrected"),
    RecordState.APPROVED: _l("Approved"),
}
TONES: dict[RecordState, str] = {
    RecordState.DRAFT: "caution",
    RecordState.CIRCULATED: "caution",
    RecordState.CORRECTED: "caution",
    RecordState.APPROVED: "good",
}
MANNERS: dict[ApprovalManner, LazyString] = {
    ApprovalManner.SESSION: _l("By a later session"),
    ApprovalManner.CORRESPONDENCE: _l("By correspondence"),
    ApprovalManner.IN_SOURCE: _l("As its source has it"),
}
PLACES: dict[OverlayPlace, LazyString] = {
    OverlayPlace.BEFORE: _l("Before what is told there"),
    OverlayPlace.AFTER: _l("After what is told there"),
    OverlayPlace.INSTEAD: _l("Instead of what is told there"),
}


def language_name(tag: str) -> str:
    """A language by its name in the reader's; by its tag where nobody gave it one."""
    return str(locale_of().languages.get(tag.partition("-")[0]) or tag)


def languages() -> dict[str, str]:
    """The languages in which records are drafted, by their tags."""
    return {tag: language_name(tag) for tag in LANGUAGES}
