"""Kinds and states of letters in words, as lazy texts: they take the language of the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from confapp.formatting import locale_of
from confapp.letters.models import LetterKind, LetterState, PresentationForm

KINDS: dict[LetterKind, LazyString] = {
    LetterKind.CONGRATULATORY: _l("Letter of congratulation"),
    LetterKind.COMMUNICATION: _l("Communication"),
    LetterKind.PROPOSAL: _l("Proposal"),
    LetterKind.INVITATION: _l("Invitation"),
    LetterKind.CREDENTIALS: _l("Credentials"),
    LetterKind.REPLY: _l("Reply"),
    LetterKind.OTHER: _l("Other letter"),
}
STATES: dict[LetterState, LazyString] = {
    LetterState.RECEIVED: _l("Received"),
    LetterState.REGISTERED: _l("Registered"),
    LetterState.ACKNOWLEDGED: _l("Acknowledged"),
    LetterState.ACCEPTED: _l("Accepted"),
    LetterState.PRESENTED: _l("Presented"),
    LetterState.ANNEXED: _l("Annexed"),
    LetterState.DECLINED: _l("Declined"),
}
PRESENTED: dict[PresentationForm, LazyString] = {
    PresentationForm.READ: _l("read"),
    PresentationForm.SUMMARIZED: _l("summarized"),
    PresentationForm.CIRCULATED: _l("circulated"),
    PresentationForm.MENTIONED: _l("mentioned"),
    PresentationForm.REPORTED: _l("reported on"),
    PresentationForm.PRINTED: _l("printed"),
    PresentationForm.ANNEXED: _l("annexed"),
}
TONES: dict[LetterState, str] = {
    LetterState.RECEIVED: "caution",
    LetterState.REGISTERED: "caution",
    LetterState.ACCEPTED: "good",
    LetterState.PRESENTED: "good",
    LetterState.ANNEXED: "good",
}


def language_name(tag: str) -> str:
    """A language by its name in the reader's; by its tag where nobody gave it one."""
    names = locale_of().languages
    return str(names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0]) or tag)
